import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type Transporter, createTransport } from 'nodemailer';
import * as z from 'zod';
import { CONFIGURATION } from '../config/config.token';
import type { Configuration } from '../config/configuration';
import { Db } from '../db/db';
import type { SqlRunner } from '../db/sql-runner';
import { conflict } from '../http/problems';
import { log } from '../http/log';
import { jobKind } from '../jobs/job-kind';
import { Jobs } from '../jobs/jobs';
import { Sealer } from '../secrets/sealer';
import { Letter } from './letter';
import { letterView } from './letter.view';
import type { MailListener } from './mail-listener';

const purpose = 'mail';
/** A mail server that is away is tried for a day. */
const sendMail = jobKind({
  name: 'mail.send',
  data: z.strictObject({ sealed: z.string(), at: z.iso.datetime().optional() }),
  retries: 30,
});
const dayMs = 24 * 3_600_000;

/**
 * Mail through the queue: a letter is written in the business transaction and leaves when that has committed. It waits sealed, since it
 * holds an address and often a secret. Without a mail server, demo mode keeps it in the outbox that everyone may open.
 */
@Injectable()
export class Mail implements OnModuleInit, OnApplicationShutdown {
  private readonly transport: Transporter | undefined;
  private readonly listeners = new Map<string, MailListener>();

  constructor(
    @Inject(CONFIGURATION) private readonly settings: Configuration,
    private readonly jobs: Jobs,
    private readonly sealer: Sealer,
    private readonly db: Db,
  ) {
    if (settings.SMTP_URL)
      this.transport = createTransport(settings.SMTP_URL, {
        from: settings.MAIL_FROM,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
  }

  onModuleInit(): void {
    this.jobs.register(sendMail, (data, job) => this.deliver(data, job.id));
  }

  /** False where mail would go nowhere: the deeds that need it say so instead. */
  get isAvailable(): boolean {
    return this.transport !== undefined || this.settings.SAMVERKAN_DEMO;
  }

  /** Queues a letter in the running transaction, or in `via`'s. 409 `mail.not-configured` where there is no way to send one. */
  async send(letter: Letter, via?: SqlRunner): Promise<void> {
    if (!this.isAvailable) throw conflict('mail.not-configured');
    await this.jobs.send(sendMail, await this.sealed(letter), via ? { via } : {});
  }

  /** Queues many letters in the running transaction, all or none. */
  async sendAll(letters: readonly Letter[]): Promise<void> {
    if (!this.isAvailable) throw conflict('mail.not-configured');
    await this.jobs.sendAll(sendMail, await Promise.all(letters.map((letter) => this.sealed(letter))));
  }

  /** Asks an area whether each of its letters with a `message` is still to leave, and tells it how it went. */
  listen(area: string, listener: MailListener): void {
    if (this.listeners.has(area)) throw new Error(`Two listeners for the mail of ${area}.`);
    this.listeners.set(area, listener);
  }

  /** A letter as it would arrive. */
  shown(letter: Letter): { from: string; subject: string; text: string } {
    const { subject, text } = letterView(letter);
    return { from: this.settings.MAIL_FROM ?? 'Samverkan', subject, text };
  }

  private async sealed(letter: Letter): Promise<{ sealed: string; at: string }> {
    return { sealed: await this.sealer.seal(Letter.parse(letter), purpose), at: new Date().toISOString() };
  }

  /** A worker that dies after sending sends once more: the same Message-ID lets the reader's mail program see that it is the same. */
  private async deliver({ sealed, at }: { sealed: string; at?: string | undefined }, id: string): Promise<void> {
    const letter = Letter.parse(await this.sealer.open(sealed, purpose));
    if (!(await this.isWanted(letter))) return;
    if (!this.transport) {
      const { subject, text } = letterView(letter);
      await this.jobs.once(id, async () => {
        await this.db.query('insert into demo_mail (to_address, subject, text, link) values ($1, $2, $3, $4)', [
          letter.to,
          subject,
          text,
          letter.link?.url ?? null,
        ]);
        await this.tell(letter, 'sent', null);
      });
      return;
    }
    if (await this.jobs.isDone(id)) return;
    if (at && Date.now() - Date.parse(at) > dayMs) {
      log.warn({ id }, 'a letter waited for longer than a day and was given up');
      await this.jobs.once(id, () => this.tell(letter, 'failed', 'expired'));
      return;
    }
    const refused = await this.post(this.transport, letter, id);
    if (refused) log.warn({ id }, 'the mail server refused a letter for good');
    await this.jobs.once(id, () => this.tell(letter, refused ? 'failed' : 'sent', refused ? 'refused' : null));
  }

  /** True where the mail server will never take it (5xx to the recipient or the letter). Whatever else goes wrong is thrown and tried again. */
  private async post(transport: Transporter, letter: Letter, id: string): Promise<boolean> {
    const host = new URL(this.settings.PUBLIC_URL ?? 'http://samverkan.invalid').hostname;
    try {
      await transport.sendMail({
        to: letter.to,
        ...(letter.replyTo ? { replyTo: letter.replyTo } : {}),
        ...letterView(letter),
        messageId: `<${id}@${host}>`,
        // Nobody's absence notice should come back.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
      return false;
    } catch (error) {
      const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number };
      const isAboutIt = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
      if (!isAboutIt || (responseCode ?? 0) < 500) throw error;
      return true;
    }
  }

  private async isWanted({ message }: Letter): Promise<boolean> {
    const listener = message && this.listeners.get(message.area);
    return !listener || this.db.transaction(() => listener.wanted(message.id));
  }

  private async tell({ message }: Letter, outcome: 'sent' | 'failed', reason: string | null): Promise<void> {
    if (message) await this.listeners.get(message.area)?.outcome(message.id, outcome, reason);
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
