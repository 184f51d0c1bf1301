import { Injectable } from '@nestjs/common';
import type { AnswerFieldInput, Consultation, ConsultationDraft } from '@samverkan/consultations/contract';
import { Db, Ledger, conflict, notFound } from '@samverkan/shared/api';
import { ConsultationMail } from './consultation-mail';
import type { ConsultationRow } from './consultation-rows';
import { ConsultationsService } from './consultations.service';

const wording = 'goal_number, goal_title, goal_text, goal_version';
const written = `'goalId', d.goal_id, 'text', d.text, 'none', d.none, 'version', d.version, 'about', null`;

/** An organisation's answer: written field by field by all of its people, and sent as one. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly consultations: ConsultationsService,
    private readonly mail: ConsultationMail,
  ) {}

  /** Writes one text; refused with what stands there when a colleague has written it meanwhile. */
  async write(id: string, field: string, { text, none, version }: AnswerFieldInput): Promise<ConsultationDraft> {
    const { invitation, strategyId } = await this.hers(id);
    const goalId = field === 'whole' ? null : field;
    if (
      goalId &&
      !(await this.db.one('select from goal g where g.id = $1 and g.strategy_id = $2', [goalId, strategyId]))
    )
      throw notFound();
    const values = [invitation, goalId, text, none && text === '', version];
    const goal = '(select number, title, text, version from goal where id = $2) g';
    const rows = await this.db.query<{ content: ConsultationDraft }>(
      version === 0
        ? `insert into consultation_draft as d (invitation_id, goal_id, text, none, ${wording})
           select $1, $2::uuid, $3, $4::boolean, g.number, g.title, g.text, g.version from (select where $5::int = 0) x left join ${goal} on true
           on conflict do nothing returning json_build_object(${written}) as content`
        : `update consultation_draft d set text = $3, none = $4, goal_number = g.number, goal_title = g.title, goal_text = g.text, goal_version = g.version,
             version = d.version + 1, changed_at = clock_timestamp()
           from (select where true) x left join ${goal} on true
           where d.invitation_id = $1 and d.goal_id is not distinct from $2::uuid and d.version = $5 returning json_build_object(${written}) as content`,
      values,
    );
    const [done] = rows;
    if (!done) throw conflict('stale-version', await this.standing(invitation, goalId));
    await this.begun(invitation);
    return done.content;
  }

  /** "Ingen synpunkt" on every goal of which nothing has been said; or taken back from those named. */
  async noComment(id: string, undo: readonly string[]): Promise<Consultation> {
    const { invitation, strategyId } = await this.hers(id);
    if (undo.length > 0)
      await this.db.query(
        `update consultation_draft set none = false, version = version + 1, changed_at = clock_timestamp()
         where invitation_id = $1 and goal_id = any ($2::uuid[]) and none`,
        [invitation, undo],
      );
    else
      await this.db.query(
        `insert into consultation_draft as d (invitation_id, goal_id, none, ${wording})
         select $1, g.id, true, g.number, g.title, g.text, g.version from goal g where g.strategy_id = $2
         on conflict (invitation_id, goal_id) do update set none = true, goal_number = excluded.goal_number, goal_title = excluded.goal_title,
           goal_text = excluded.goal_text, goal_version = excluded.goal_version, version = d.version + 1, changed_at = clock_timestamp()
         where d.text = '' and not d.none`,
        [invitation, strategyId],
      );
    await this.begun(invitation);
    return this.consultations.read(id);
  }

  /** Sends the answer as it stands; until the last day it can be sent anew. Each goal has a comment, or "ingen synpunkt". */
  async send(id: string): Promise<Consultation> {
    const { invitation, strategyId, row } = await this.hers(id);
    const lacking = await this.db.query<{ id: string; number: string }>(
      `select g.id, g.number from goal g where g.strategy_id = $2 and not exists (
         select from consultation_draft d where d.invitation_id = $1 and d.goal_id = g.id and (d.text <> '' or d.none or consultation_comment_hidden(d.invitation_id, g.id))) order by g.sort`,
      [invitation, strategyId],
    );
    if (lacking.length > 0) throw conflict('consultation.goals-lack-answer', { goals: lacking });
    const before = await this.db.query<{ field: string; text: string; none: boolean }>(
      `select coalesce(goal_id::text, 'whole') as field, text, none from consultation_comment where invitation_id = $1`,
      [invitation],
    );
    const sent = await this.db.query<{ field: string; text: string; none: boolean; version: number }>(
      `insert into consultation_comment as m (invitation_id, goal_id, text, none, ${wording})
       select d.invitation_id, d.goal_id, d.text, d.none, d.goal_number, d.goal_title, d.goal_text, d.goal_version
       from consultation_draft d where d.invitation_id = $1 and (d.goal_id is null or exists (select from goal g where g.id = d.goal_id))
         and not consultation_comment_hidden(d.invitation_id, d.goal_id)
       on conflict (invitation_id, goal_id) do update set text = excluded.text, none = excluded.none, goal_number = excluded.goal_number,
         goal_title = excluded.goal_title, goal_text = excluded.goal_text, goal_version = excluded.goal_version,
         version = m.version + 1, changed_at = clock_timestamp()
       where (m.text, m.none) is distinct from (excluded.text, excluded.none)
       returning coalesce(goal_id::text, 'whole') as field, text, none, version`,
      [invitation],
    );
    await this.db.query(
      'update consultation_invitation set sent_at = clock_timestamp(), sent_by = ctx_user(), late = late or $2 where id = $1',
      [invitation, !row.inTime],
    );
    const trace = { area: 'consultations', objectId: invitation, visibility: 'own' } as const;
    const told = (one?: { text: string; none: boolean }) => one && { text: one.text, none: one.none };
    await this.ledger.changed(
      trace,
      Math.max(1, ...sent.map(({ version }) => version)),
      sent.map((one) => ({
        field: one.field,
        before: told(before.find(({ field }) => field === one.field)) ?? null,
        after: told(one),
      })),
    );
    const kind = row.sent ? 'consultation.answer-changed' : 'consultation.answered';
    await this.ledger.happened({ ...trace, objectId: id }, kind);
    await this.ledger.audited(kind, 'consultations', id);
    await this.mail.receipt(id);
    return this.consultations.read(id);
  }

  private async hers(id: string): Promise<{ row: ConsultationRow; invitation: string; strategyId: string }> {
    const row = await this.consultations.row(id, 'answer');
    if (!row.invitationId) throw notFound();
    return { row, invitation: row.invitationId, strategyId: row.strategyId };
  }

  private async begun(invitation: string): Promise<void> {
    await this.db.query(
      'update consultation_invitation set begun_at = clock_timestamp() where id = $1 and begun_at is null',
      [invitation],
    );
  }

  /** What a colleague has written there. */
  private async standing(invitation: string, goalId: string | null): Promise<ConsultationDraft | undefined> {
    const row = await this.db.one<{ content: ConsultationDraft }>(
      `select json_build_object(${written}) as content from consultation_draft d where d.invitation_id = $1 and d.goal_id is not distinct from $2::uuid`,
      [invitation, goalId],
    );
    return row?.content;
  }
}
