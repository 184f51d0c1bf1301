// One listening connection per process. Carries ids at most; what was missed while it was down is caught up by asking again.
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { CONFIGURATION } from '../config/config.token';
import { type Configuration, databaseUrlFor } from '../config/configuration';
import { log } from '../http/log';

type Heard = (payload: string) => void;

const againMs = 500;
const beatMs = 15_000;
/** A database that has not answered in this long is not there. */
const silentMs = 5000;

@Injectable()
export class Notifications implements OnModuleInit, OnApplicationShutdown {
  private readonly heard = new Map<string, Heard[]>();
  private client: pg.Client | undefined;
  /** The same, once it hears. */
  private listening: pg.Client | undefined;
  private pulse: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(@Inject(CONFIGURATION) private readonly settings: Configuration) {}

  /** Calls back for each notification on the channel, and once with an empty payload after a lost connection: anything may have happened. */
  on(channel: string, heard: Heard): void {
    this.heard.set(channel, [...(this.heard.get(channel) ?? []), heard]);
    void this.listening?.query(`listen ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
  }

  onModuleInit(): void {
    void this.connect();
    this.pulse = setInterval(() => void this.beat(), beatMs);
    this.pulse.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearTimeout(this.retry);
    clearInterval(this.pulse);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: databaseUrlFor(this.settings, 'app'),
      keepAlive: true,
      query_timeout: silentMs,
      connectionTimeoutMillis: silentMs,
    });
    this.client = client;
    client.on('notification', (message) => client === this.client && this.tell(message.channel, message.payload ?? ''));
    client.on('error', () => this.again(client));
    client.on('end', () => this.again(client));
    try {
      await client.connect();
      for (const channel of this.heard.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      this.listening = client;
      for (const channel of this.heard.keys()) this.tell(channel, '');
      if (this.ended) await client.end();
    } catch {
      this.again(client);
    }
  }

  /** A connection that is dead without having said so answers nothing: it is left for a new one. */
  private async beat(): Promise<void> {
    const client = this.listening;
    if (!client || client !== this.client) return;
    await client.query('select 1').catch(() => this.again(client));
  }

  /** Only what goes wrong with the connection that is in use now leads to a new one: one at a time listens, and one always does. */
  private again(client: pg.Client): void {
    if (client !== this.client) return;
    this.client = undefined;
    this.listening = undefined;
    client.end().catch(() => undefined);
    if (this.ended) return;
    this.retry = setTimeout(() => void this.connect(), againMs);
  }

  private tell(channel: string, payload: string): void {
    for (const heard of this.heard.get(channel) ?? []) {
      try {
        heard(payload);
      } catch {
        log.error({ channel }, 'a listener failed');
      }
    }
  }
}
