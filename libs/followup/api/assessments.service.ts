import { Injectable } from '@nestjs/common';
import type {
  Assessment,
  AssessmentChange,
  AssessmentExportQuery,
  AssessmentInput,
  AssessmentListQuery,
  AssessmentPage,
  Assessments,
  Evidence,
  EvidenceInput,
  LatestAssessments,
} from '@samverkan/followup/contract';
import { Db, Ledger, badInput, conflict, currentActor, forbidden, notFound, refuseClash } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import { AssessmentListQuerySql } from './assessment-list.query';
import { assessmentsPolicy } from './assessments.policy';
import { type AssessmentRow, AssessmentsQuery } from './assessments.query';

const columns = {
  level: 'level',
  reason: 'reason',
  assessedOn: 'assessed_on',
  functionId: 'function_id',
  evidence: 'evidence',
} as const;
type Column = keyof typeof columns;

@Injectable()
export class AssessmentsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly query: AssessmentsQuery,
    private readonly lists: AssessmentListQuerySql,
  ) {}

  async ofGoal(goalId: string): Promise<Assessments> {
    if (!(await this.db.one('select id from goal where id = $1', [goalId]))) throw notFound();
    const rows = await this.query.ofGoal(goalId);
    return { items: rows.map(view), mayAssess: await this.query.mayAssess(goalId) };
  }

  async latest(strategyId: string): Promise<LatestAssessments> {
    await this.refuseUnknownStrategy(strategyId);
    return { items: await this.query.latest(strategyId) };
  }

  async list(query: AssessmentListQuery): Promise<AssessmentPage> {
    await this.refuseUnknownStrategy(query.strategy);
    const { rows, matching } = await this.lists.page(query);
    const { page, size } = query;
    return { items: rows.map(view), page, size, total: Math.min(matching, countCap), capped: matching > countCap };
  }

  async rows(query: AssessmentExportQuery): Promise<Assessment[]> {
    await this.refuseUnknownStrategy(query.strategy);
    return (await this.lists.rows(query)).map(view);
  }

  async read(id: string): Promise<Assessment> {
    const row = await this.query.one(id);
    if (!row || !assessmentsPolicy.can('read', currentActor(), row)) throw notFound();
    return view(row);
  }

  /** A draft of the acting organisation's; of a goal, or in the place of one that it has signed. */
  async begin({ goalId, correctsId, guardConfirmed: _confirmed, ...content }: AssessmentInput): Promise<Assessment> {
    if (!(await this.db.one('select id from goal where id = $1', [goalId]))) throw notFound();
    if (!(await this.query.mayAssess(goalId))) throw forbidden();
    await this.refuseUnknown(content);
    if (correctsId) {
      const former = await this.query.one(correctsId);
      if (!former || former.content.goal.id !== goalId)
        throw badInput([{ path: 'correctsId', code: 'field.not-a-choice' }]);
      assessmentsPolicy.require('correct', currentActor(), former);
    }
    const made = await this.db.one<{ id: string }>(
      `insert into assessment (goal_id, corrects_id, level, reason, assessed_on, function_id, evidence) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        goalId,
        correctsId,
        content.level,
        content.reason,
        content.assessedOn,
        content.functionId,
        JSON.stringify(content.evidence),
      ],
    );
    if (!made) throw notFound();
    await this.ledger.audited('assessment.begun', 'followup', made.id);
    return this.read(made.id);
  }

  /** Changes the fields sent. Read at an older version they still go through when nobody has changed the same ones. */
  async change(
    id: string,
    version: number,
    { guardConfirmed: _confirmed, ...sent }: AssessmentChange,
  ): Promise<Assessment> {
    // Held until it is done: two changes of one draft follow each other.
    await this.db.query('select 1 from assessment where id = $1 for update', [id]);
    const { content } = await this.draft(id);
    const stands = { ...content, evidence: content.evidence.map(asSent) };
    const differs = (Object.keys(sent) as Column[]).filter(
      (field) => sent[field] !== undefined && JSON.stringify(sent[field]) !== JSON.stringify(stands[field]),
    );
    await refuseClash(this.db, { area: 'followup', id, seen: version, now: content.version }, differs, content);
    if (differs.length === 0) return this.read(id);
    await this.refuseUnknown(Object.fromEntries(differs.map((field) => [field, sent[field]])));
    await this.write(id, content.version, differs, sent);
    return this.read(id);
  }

  /** Signs it: from here on everybody who reads the goal reads it, and nobody changes it. */
  async sign(id: string): Promise<Assessment> {
    const { content } = await this.draft(id);
    if (!content.functionId) throw badInput([{ path: 'functionId', code: 'assessment.needs-a-function' }]);
    if (content.correctsId) {
      const former = await this.query.one(content.correctsId);
      if (!former || former.corrected) throw conflict('assessment.is-corrected');
    }
    await this.deed('select assessment_sign($1) as done', id);
    const trace = { area: 'followup', objectId: id, visibility: 'members' } as const;
    await this.ledger.changed(trace, content.version + 1, [{ field: 'signed', before: null, after: content.level }]);
    await this.ledger.happened(
      trace,
      content.correctsId ? 'assessment.corrected' : 'assessment.signed',
      content.level,
      [content.goal.id],
    );
    await this.ledger.audited('assessment.signed', 'followup', id);
    return this.read(id);
  }

  async discard(id: string): Promise<void> {
    await this.draft(id);
    await this.deed('select assessment_discard($1) as done', id);
    await this.ledger.audited('assessment.discarded', 'followup', id);
  }

  async restore(id: string): Promise<Assessment> {
    if (!(await this.db.one<{ done: boolean }>('select assessment_restore($1) as done', [id]))?.done) throw notFound();
    await this.ledger.audited('assessment.restored', 'followup', id);
    return this.read(id);
  }

  private async refuseUnknownStrategy(id: string | undefined): Promise<void> {
    if (id && !(await this.db.one('select id from strategy where id = $1', [id]))) throw notFound();
  }

  private async draft(id: string): Promise<AssessmentRow> {
    const row = await this.query.one(id);
    if (!row) throw notFound();
    assessmentsPolicy.require('edit', currentActor(), row);
    return row;
  }

  /** Its history says which fields were changed, and never what stood in them: a draft has no readers but its writers. */
  private async write(id: string, version: number, fields: readonly Column[], sent: AssessmentChange): Promise<void> {
    const set = fields.map((field, at) => `${columns[field]} = $${at + 3}`).join(', ');
    const values = fields.map((field) => (field === 'evidence' ? JSON.stringify(sent[field]) : sent[field]));
    const done = await this.db.query(
      `update assessment set ${set}, version = version + 1, changed_at = clock_timestamp() where id = $1 and version = $2 returning id`,
      [id, version, ...values],
    );
    if (done.length === 0) throw conflict('stale-version');
    await this.ledger.changed(
      { area: 'followup', objectId: id, visibility: 'own' },
      version + 1,
      fields.map((field) => ({ field, before: null, after: null })),
    );
    await this.ledger.audited('assessment.changed', 'followup', id);
  }

  private async deed(text: string, id: string): Promise<void> {
    if (!(await this.db.one<{ done: boolean }>(text, [id]))?.done) throw conflict('stale-version');
  }

  private async refuseUnknown({
    assessedOn,
    functionId,
    evidence = [],
  }: {
    assessedOn?: string | undefined;
    functionId?: string | null | undefined;
    evidence?: readonly EvidenceInput[] | undefined;
  }): Promise<void> {
    const actions = evidence.map((one) => ('actionId' in one ? one.actionId : null));
    const found = await this.db.one<{ ahead: boolean; post: boolean; unknown: number[] }>(
      `select coalesce($1::date > today(), false) as ahead,
         $2::uuid is null or exists (select from contact_function f where f.id = $2 and f.organization_id = ctx_org() and f.retired_on is null) as post,
         array(select (n - 1)::int from unnest($3::uuid[]) with ordinality x (id, n) where x.id is not null and not exists (select from action t where t.id = x.id)) as unknown`,
      [assessedOn ?? null, functionId ?? null, actions],
    );
    if (found?.ahead) throw badInput([{ path: 'assessedOn', code: 'field.in-the-future' }]);
    if (found && !found.post) throw badInput([{ path: 'functionId', code: 'field.not-a-choice' }]);
    if (found && found.unknown.length > 0)
      throw badInput(found.unknown.map((at) => ({ path: `evidence.${at}`, code: 'field.not-a-choice' })));
  }
}

function view(row: AssessmentRow): Assessment {
  const { edit, correct } = assessmentsPolicy.allowed(currentActor(), row);
  return { ...row.content, allowed: { edit, correct } };
}

/** As it was sent. */
const asSent = ({ title, url, action }: Evidence): EvidenceInput =>
  action ? { actionId: action.id } : { title, url: url ?? '' };
