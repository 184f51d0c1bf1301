import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Db, Jobs, Mail, Parties, currentActor, jobKind } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import * as z from 'zod';
import { writers } from './actions.policy';
import { type CooperationLetterFacts, CooperationLetters } from './cooperation-letters';

const letterKinds = ['asked', 'reminded', 'answered'] as const;

const letter = jobKind({
  name: 'actions.cooperation-letter',
  data: z.strictObject({ cooperationId: Id, organizationId: Id, byId: Id, kind: z.enum(letterKinds) }),
});

/** Whom it goes to: the side that is asked, or the one that asked. */
const sides = `
  select distinct o.id from action_cooperation c left join action a on a.id = c.action_id,
    unnest(case when c.kind = 'proposal' and $2 <> 'answered' then a.owner_ids when $2 <> 'answered' then array[c.organization_id] else array[c.from_organization_id] end) o (id)
  where c.id = $1 and o.id <> ctx_org()`;

const facts = `select c.id, c.kind, c.state, b.name as by, today() - (c.asked_at at time zone 'Europe/Stockholm')::date as days from action_cooperation c, organization b where c.id = $1 and b.id = $2`;

/** The mailbox of the function that is asked, where it is this organisation's and has one; else everybody there who can answer. */
const recipients = `
  with box as (select f.mailbox as address from action_cooperation c join contact_function f on f.id = c.function_id
      where c.id = $2 and $3 <> 'answered' and f.organization_id = ctx_org() and f.retired_on is null and f.hidden_at is null and f.mailbox is not null),
    people as (select distinct u.email as address from membership m join app_user u on u.id = m.user_id
      where m.organization_id = ctx_org() and m.role = any ($1) and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and u.disabled_at is null)
  select address from box union select address from people where not exists (select from box) order by 1`;

/** Letters about an invitation or a proposal: through the queue, each written as the organisation it goes to. */
@Injectable()
export class CooperationMail implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly parties: Parties,
    private readonly letters: CooperationLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.register(letter, (data, job) => this.write(job.id, data));
  }

  /** In the running transaction: it leaves when that has committed. Where there is no mail, it stands on the start page all the same. */
  asked(cooperationId: string): Promise<void> {
    return this.queue(cooperationId, 'asked');
  }

  /** There is a way to send letters here. */
  get isAvailable(): boolean {
    return this.mail.isAvailable;
  }

  /** The same people once more. */
  reminded(cooperationId: string): Promise<void> {
    return this.queue(cooperationId, 'reminded');
  }

  answered(cooperationId: string): Promise<void> {
    return this.queue(cooperationId, 'answered');
  }

  private async queue(cooperationId: string, kind: (typeof letterKinds)[number]): Promise<void> {
    if (!this.mail.isAvailable) return;
    for (const { id } of await this.db.query<{ id: string }>(sides, [cooperationId, kind]))
      await this.jobs.send(letter, { cooperationId, organizationId: id, byId: currentActor().organizationId, kind });
  }

  private async write(
    jobId: string,
    { cooperationId, organizationId, byId, kind }: z.infer<typeof letter.data>,
  ): Promise<void> {
    const reader = await this.parties.readerOf(organizationId);
    if (!reader) return;
    const role = writers.includes(reader.role) ? reader.role : 'partner';
    const actor: Actor = { ...reader, role, userId: '', name: '', membershipId: '' };
    await this.db.transaction(
      () =>
        this.jobs.once(jobId, async () => {
          const about = await this.db.one<CooperationLetterFacts>(facts, [cooperationId, byId]);
          // Withdrawn or answered meanwhile: nobody is written to about what is no more.
          if (!about || (kind !== 'answered') !== (about.state === 'open')) return;
          const to = await this.db.query<{ address: string }>(recipients, [writers, cooperationId, kind]);
          for (const { address } of to) await this.mail.send(this.letters[kind](address, about));
        }),
      actor,
    );
  }
}
