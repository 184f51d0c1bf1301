import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LetterRecipients } from '@samverkan/contacts/api';
import { Db, Jobs, Mail, Parties, currentActor, jobKind } from '@samverkan/shared/api';
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

const facts = `select c.id, c.kind, c.state, c.function_id as "functionId", b.name as by, today() - (c.asked_at at time zone 'Europe/Stockholm')::date as days from action_cooperation c, organization b where c.id = $1 and b.id = $2`;

/** Letters about an invitation or a proposal: through the queue, each written as the organisation it goes to. */
@Injectable()
export class CooperationMail implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly parties: Parties,
    private readonly letters: CooperationLetters,
    private readonly recipients: LetterRecipients,
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
    const actor = await this.parties.actorOf(organizationId, writers);
    if (!actor) return;
    await this.db.transaction(
      () =>
        this.jobs.once(jobId, async () => {
          const about = await this.db.one<CooperationLetterFacts>(facts, [cooperationId, byId]);
          // Withdrawn or answered meanwhile: nobody is written to about what is no more.
          if (!about || (kind !== 'answered') !== (about.state === 'open')) return;
          const box = kind === 'answered' ? null : about.functionId;
          for (const address of await this.recipients.ofFunction(box, writers))
            await this.mail.send(this.letters[kind](address, about));
        }),
      actor,
    );
  }
}
