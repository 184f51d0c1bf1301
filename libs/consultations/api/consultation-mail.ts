import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LetterRecipients } from '@samverkan/contacts/api';
import { Db, Jobs, Mail, Parties, jobKind, log } from '@samverkan/shared/api';
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

/** The letters of a round: through the queue, each written as the organisation it goes to. */
@Injectable()
export class ConsultationMail implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly parties: Parties,
    private readonly letters: ConsultationLetters,
    private readonly recipients: LetterRecipients,
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
    const actor = party?.id ? await this.parties.actorOf(party.id, answerers) : undefined;
    // Closed meanwhile, or asked no longer.
    if (!actor) return;
    await this.db.transaction(() => this.jobs.once(jobId, () => this.toAll(invitationId, kind)), actor);
  }

  private async toAll(invitationId: string, kind: 'invited' | 'reminder'): Promise<void> {
    const about = await this.db.one<LetterFacts>(`${facts} where i.id = $1`, [invitationId]);
    if (!about) return;
    for (const address of await this.recipients.peopleOrBoxes(answerers))
      await this.mail.send(this.letters[kind](address, about));
  }
}
