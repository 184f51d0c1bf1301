import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { LetterRecipients } from '@samverkan/contacts/api';
import {
  CONFIGURATION,
  type Configuration,
  Db,
  Jobs,
  type Letter,
  Mail,
  Parties,
  homeOf,
  jobKind,
} from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import * as z from 'zod';
import { writers } from './actions.policy';

const letters = jobKind({ name: 'actions.connection-letters', data: z.strictObject({ connectionId: Id }) });
const letter = jobKind({ name: 'actions.connection-letter', data: z.strictObject({ organizationId: Id }) });

/** One job for each question that is sent on, whether it reaches anybody or not. The letter says that there is something to read, and nothing of what. */
@Injectable()
export class ConnectionMail implements OnModuleInit {
  private readonly home: string;

  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly parties: Parties,
    private readonly recipients: LetterRecipients,
    @Inject(CONFIGURATION) settings: Configuration,
  ) {
    this.home = homeOf(settings);
  }

  onModuleInit(): void {
    this.jobs.register(letters, ({ connectionId }, job) => this.part(job.id, connectionId));
    this.jobs.register(letter, ({ organizationId }, job) => this.write(job.id, organizationId));
  }

  async queue(connectionId: string): Promise<void> {
    if (this.mail.isAvailable) await this.jobs.send(letters, { connectionId });
  }

  /** A letter to each party, or to none. */
  private async part(jobId: string, connectionId: string): Promise<void> {
    await this.db.transaction(() =>
      this.jobs.once(jobId, async () => {
        const nudged = await this.db.query<{ id: string }>('select connection_nudged($1) as id', [connectionId]);
        for (const { id } of nudged) await this.jobs.send(letter, { organizationId: id });
      }),
    );
  }

  private async write(jobId: string, organizationId: string): Promise<void> {
    const actor = await this.parties.actorOf(organizationId, writers);
    if (!actor) return;
    const write = async () => {
      for (const address of await this.recipients.people(writers)) await this.mail.send(this.letter(address));
    };
    await this.db.transaction(() => this.jobs.once(jobId, write), actor);
  }

  private letter(to: string): Letter {
    return {
      to,
      subject: {
        sv: 'Länsstyrelsen undrar om ni vill göra något tillsammans',
        en: 'The county board wonders whether you want to do something together',
      },
      body: {
        sv: [
          'Hej!',
          'En annan part i länet planerar något liknande en av era insatser. Länsstyrelsen har skickat frågan vidare utan att veta om den når någon.',
          'Vill ni, så föreslår ni samarbete och ger er till känna. Vill ni inte får ingen veta att frågan nådde er.',
        ],
        en: [
          'Hello!',
          'Another party in the county plans something like one of your actions. The county board has sent the question on without knowing whether it reaches anybody.',
          'If you want to, you propose cooperation and make yourselves known. If not, nobody learns that the question reached you.',
        ],
      },
      link: { url: `${this.home}/insatser/samarbete`, words: { sv: 'Läs frågan', en: 'Read the question' } },
    };
  }
}
