import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type Transporter, createTransport } from 'nodemailer';
import * as z from 'zod';
import { CONFIGURATION } from '../config/config.token';
import type { Configuration } from '../config/configuration';
import { Db } from '../db/db';
import type { SqlRunner } from '../db/sql-runner';
import { conflict } from '../http/problems';
import { jobKind } from '../jobs/job-kind';
import { Jobs } from '../jobs/jobs';
import { Sealer } from '../secrets/sealer';
import { Letter } from './letter';
import { letterView } from './letter.view';

const purpose = 'mail';
const sendMail = jobKind({ name: 'mail.send', data: z.strictObject({ sealed: z.string() }) });

/**
 * Mail through the queue: a letter is written in the business transaction and leaves when that has committed. It waits sealed, since it
 * holds an address and often a secret. Without a mail server, demo mode keeps it in the outbox that everyone may open.
 */
@Injectable()
export class Mail implements OnModuleInit, OnApplicationShutdown {
  private readonly transport: Transporter | undefined;

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
    this.jobs.register(sendMail, (data, job) => this.deliver(data.sealed, job.id));
  }

  /** False where mail would go nowhere: the deeds that need it say so instead. */
  get isAvailable(): boolean {
    return this.transport !== undefined || this.settings.SAMVERKAN_DEMO;
  }

  /** Queues a letter in the running transaction, or in `via`'s. 409 `mail.not-configured` where there is no way to send one. */
  async send(letter: Letter, via?: SqlRunner): Promise<void> {
    if (!this.isAvailable) throw conflict('mail.not-configured');
    const sealed = await this.sealer.seal(Letter.parse(letter), purpose);
    await this.jobs.send(sendMail, { sealed }, via ? { via } : {});
  }

  /** A worker that dies after sending sends once more: the same Message-ID lets the reader's mail program see that it is the same. */
  private async deliver(sealed: string, id: string): Promise<void> {
    const letter = Letter.parse(await this.sealer.open(sealed, purpose));
    const { subject, text, html } = letterView(letter);
    if (!this.transport) {
      await this.jobs.once(id, async () => {
        await this.db.query('insert into demo_mail (to_address, subject, text, link) values ($1, $2, $3, $4)', [
          letter.to,
          subject,
          text,
          letter.link?.url ?? null,
        ]);
      });
      return;
    }
    const host = new URL(this.settings.PUBLIC_URL ?? 'http://samverkan.invalid').hostname;
    await this.transport.sendMail({
      to: letter.to,
      subject,
      text,
      html,
      messageId: `<${id}@${host}>`,
      // Nobody's absence notice should come back.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
