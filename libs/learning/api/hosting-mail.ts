import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LetterRecipients } from '@samverkan/contacts/api';
import { Db, Jobs, Mail, Parties, currentActor, jobKind } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import * as z from 'zod';
import { type HostingLetterFacts, HostingLetters } from './hosting-letters';
import { holders } from './offers.policy';

const letterKinds = ['asked', 'reminded', 'answered'] as const;

const letter = jobKind({
  name: 'learning.hosting-letter',
  data: z.strictObject({ hostingId: Id, organizationId: Id, byId: Id, kind: z.enum(letterKinds) }),
});

const asked = `select h.organization_id as id from offer_hosting h where h.id = $1`;

/** Those who hold the training, as far as the two sides see it: whoever has said no to a draft does not. */
const hosts = `select x::uuid as id from hosting_subject($1) s, jsonb_array_elements_text(s->'hostIds') x`;

const facts = `select h.id, h.state, h.function_id as "functionId", b.name as by, today() - (h.asked_at at time zone 'Europe/Stockholm')::date as days from offer_hosting h, organization b where h.id = $1 and b.id = $2`;

/** Letters about a question to hold a training together: through the queue, each written as the organisation it goes to. */
@Injectable()
export class HostingMail implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly parties: Parties,
    private readonly letters: HostingLetters,
    private readonly recipients: LetterRecipients,
  ) {}

  onModuleInit(): void {
    this.jobs.register(letter, (data, job) => this.write(job.id, data));
  }

  /** There is a way to send letters here. */
  get isAvailable(): boolean {
    return this.mail.isAvailable;
  }

  /** In the running transaction: it leaves when that has committed. Where there is no mail, it stands on the start page all the same. */
  asked(hostingId: string): Promise<void> {
    return this.queue(hostingId, 'asked');
  }

  /** The same people once more. */
  reminded(hostingId: string): Promise<void> {
    return this.queue(hostingId, 'reminded');
  }

  /** Those who are to be told of an answer; asked before it is given. */
  async waiting(hostingId: string): Promise<string[]> {
    return (await this.db.query<{ id: string }>(hosts, [hostingId])).map(({ id }) => id);
  }

  /** Each of them but the one that answers: whoever asked may have left since. */
  answered(hostingId: string, waiting: readonly string[]): Promise<void> {
    return this.queue(hostingId, 'answered', waiting);
  }

  private async queue(hostingId: string, kind: (typeof letterKinds)[number], to?: readonly string[]): Promise<void> {
    if (!this.mail.isAvailable) return;
    const byId = currentActor().organizationId;
    const parties = to ?? (await this.db.query<{ id: string }>(asked, [hostingId])).map(({ id }) => id);
    for (const organizationId of parties)
      if (organizationId !== byId) await this.jobs.send(letter, { hostingId, organizationId, byId, kind });
  }

  private async write(
    jobId: string,
    { hostingId, organizationId, byId, kind }: z.infer<typeof letter.data>,
  ): Promise<void> {
    const actor = await this.parties.actorOf(organizationId, holders);
    if (!actor) return;
    await this.db.transaction(
      () =>
        this.jobs.once(jobId, async () => {
          const about = await this.db.one<HostingLetterFacts>(facts, [hostingId, byId]);
          // Taken back or answered meanwhile: nobody is written to about what is no more.
          if (!about || (kind !== 'answered') !== (about.state === 'open')) return;
          const box = kind === 'answered' ? null : about.functionId;
          for (const address of await this.recipients.ofFunction(box, holders))
            await this.mail.send(this.letters[kind](address, about));
        }),
      actor,
    );
  }
}
