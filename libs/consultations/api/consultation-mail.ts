import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Db, Jobs, Mail, Parties, jobKind, log } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import * as z from 'zod';
import { ConsultationLetters, type LetterFacts } from './consultation-letters';
import { answerers } from './consultations.policy';

const letter = jobKind({
  name: 'consultations.letter',
  data: z.strictObject({ invitationId: Id, kind: z.enum(['invited', 'reminder']) }),
});
const daily = jobKind({ name: 'consultations.reminders', data: z.object({}) });

const facts = `select c.id, c.title, c.last_day::text as "lastDay", f.name as "from", o.name as organization
  from consultation_invitation i join consultation c on c.id = i.consultation_id join organization f on f.id = c.organization_id
    join organization o on o.id = i.organization_id`;

/** All of the organisation's people who can answer; where nobody has an account, its functions' mailboxes, those for coordination first. */
const recipients = `
  with people as (select distinct u.email as address from membership m join app_user u on u.id = m.user_id
    where m.organization_id = ctx_org() and m.role = any ($1) and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and u.disabled_at is null),
  boxes as (select f.mailbox as address, 'coordination' = any (f.subjects) as first from contact_function f
    where f.organization_id = ctx_org() and f.retired_on is null and f.hidden_at is null and f.mailbox is not null)
  select address from people union
  select address from boxes b where not exists (select from people) and (b.first or not exists (select from boxes where first))`;

/** The letters of a round: through the queue, each written as the organisation it goes to. */
@Injectable()
export class ConsultationMail implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly parties: Parties,
    private readonly letters: ConsultationLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.register(letter, (data, job) => this.write(job.id, data));
    this.jobs.schedule(daily, '40 6 * * *', async () => {
      await this.remindDue();
    });
  }

  /** In the running transaction: it leaves when that has committed. Where there is no mail, what waits stands on the start page. */
  async queue(invitationId: string, kind: 'invited' | 'reminder'): Promise<void> {
    if (this.mail.isAvailable) await this.jobs.send(letter, { invitationId, kind });
  }

  /** A week before the last day, and two days before, to those who have not answered. How many. */
  async remindDue(): Promise<number> {
    if (!this.mail.isAvailable) return 0;
    return this.db.transaction(async () => {
      const due = await this.db.query<{ id: string }>('select consultation_remind_due() as id');
      for (const { id } of due) await this.queue(id, 'reminder');
      if (due.length > 0) log.info({ parties: due.length }, 'consultations were reminded of');
      return due.length;
    });
  }

  /** To whoever has just sent the answer. */
  async receipt(consultationId: string): Promise<void> {
    if (!this.mail.isAvailable) return;
    const sent = await this.db.one<LetterFacts & { to: string; comments: number; without: number; late: boolean }>(
      `select x.*, u.email as "to", i.late or c.last_day < today() as late,
         (select count(*)::int from consultation_comment m where m.invitation_id = i.id and m.text <> '') as comments,
         (select count(*)::int from consultation_comment m where m.invitation_id = i.id and m.none) as without
       from (${facts} where i.consultation_id = $1 and i.organization_id = ctx_org()) x
         join consultation c on c.id = x.id join consultation_invitation i on i.consultation_id = c.id and i.organization_id = ctx_org(),
         app_user u where u.id = ctx_user()`,
      [consultationId],
    );
    if (sent) await this.mail.send(this.letters.receipt(sent.to, sent));
  }

  private async write(jobId: string, { invitationId, kind }: z.infer<typeof letter.data>): Promise<void> {
    const [party] = await this.db.query<{ id: string | null }>('select consultation_invited_party($1) as id', [
      invitationId,
    ]);
    const reader = party?.id ? await this.parties.readerOf(party.id) : undefined;
    // Closed meanwhile, or asked no longer.
    if (!reader) return;
    const role = answerers.includes(reader.role) ? reader.role : 'partner';
    const actor: Actor = { ...reader, role, userId: '', name: '', membershipId: '' };
    await this.db.transaction(() => this.jobs.once(jobId, () => this.toAll(invitationId, kind)), actor);
  }

  private async toAll(invitationId: string, kind: 'invited' | 'reminder'): Promise<void> {
    const about = await this.db.one<LetterFacts>(`${facts} where i.id = $1`, [invitationId]);
    if (!about) return;
    for (const { address } of await this.db.query<{ address: string }>(recipients, [answerers]))
      await this.mail.send(this.letters[kind](address, about));
  }
}
