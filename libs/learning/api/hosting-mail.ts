import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Db, Jobs, Mail, Parties, type Role, currentActor, jobKind } from '@samverkan/shared/api';
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

const facts = `select h.id, h.state, b.name as by, today() - (h.asked_at at time zone 'Europe/Stockholm')::date as days from offer_hosting h, organization b where h.id = $1 and b.id = $2`;

/** The mailbox of the function that is asked, where it is this organisation's and has one; else everybody there who can answer. */
const recipients = `
  with box as (select f.mailbox as address from offer_hosting h join contact_function f on f.id = h.function_id
      where h.id = $2 and $3 <> 'answered' and f.organization_id = ctx_org() and f.retired_on is null and f.hidden_at is null and f.mailbox is not null),
    people as (select distinct u.email as address from membership m join app_user u on u.id = m.user_id
      where m.organization_id = ctx_org() and m.role = any ($1) and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and u.disabled_at is null)
  select address from box union select address from people where not exists (select from box) order by 1`;

/** Letters about a question to hold a training together: through the queue, each written as the organisation it goes to. */
@Injectable()
export class HostingMail implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly parties: Parties,
    private readonly letters: HostingLetters,
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
    const reader = await this.parties.readerOf(organizationId);
    if (!reader) return;
    const role = (holders as readonly Role[]).includes(reader.role) ? reader.role : 'partner';
    const actor: Actor = { ...reader, role, userId: '', name: '', membershipId: '' };
    await this.db.transaction(
      () =>
        this.jobs.once(jobId, async () => {
          const about = await this.db.one<HostingLetterFacts>(facts, [hostingId, byId]);
          // Taken back or answered meanwhile: nobody is written to about what is no more.
          if (!about || (kind !== 'answered') !== (about.state === 'open')) return;
          const to = await this.db.query<{ address: string }>(recipients, [holders, hostingId, kind]);
          for (const { address } of to) await this.mail.send(this.letters[kind](address, about));
        }),
      actor,
    );
  }
}
