// One listening connection per process. Carries ids at most; what was missed while it was down is caught up by asking again.
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { CONFIGURATION } from '../config/config.token';
import { type Configuration, databaseUrlFor } from '../config/configuration';
import { log } from '../http/log';

type Heard = (payload: string) => void;

@Injectable()
export class Notifications implements OnModuleInit, OnApplicationShutdown {
  private readonly heard = new Map<string, Heard[]>();
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(@Inject(CONFIGURATION) private readonly settings: Configuration) {}

  /** Calls back for each notification on the channel, and once with an empty payload after a lost connection: anything may have happened. */
  on(channel: string, heard: Heard): void {
    this.heard.set(channel, [...(this.heard.get(channel) ?? []), heard]);
    void this.client?.query(`listen ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
  }

  onModuleInit(): void {
    void this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: databaseUrlFor(this.settings, 'app'), keepAlive: true });
    client.on('notification', (message) => this.tell(message.channel, message.payload ?? ''));
    client.on('error', () => this.again(client));
    client.on('end', () => this.again(client));
    try {
      await client.connect();
      this.client = client;
      for (const channel of this.heard.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      for (const channel of this.heard.keys()) this.tell(channel, '');
    } catch {
      this.again(client);
    }
  }

  private again(client: pg.Client): void {
    if (this.ended || this.retry || (this.client && this.client !== client)) return;
    this.client = undefined;
    client.end().catch(() => undefined);
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.connect();
    }, 500);
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
