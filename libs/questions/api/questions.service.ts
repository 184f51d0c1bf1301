import { Injectable } from '@nestjs/common';
import type {
  Question,
  QuestionChange,
  QuestionInput,
  QuestionJoining,
  QuestionPage,
  QuestionQuery,
} from '@samverkan/questions/contract';
import { Db, badInput, conflict, currentActor, forbidden, notFound, refuseClash } from '@samverkan/shared/api';
import { type Visibility, visibilityAt, visibilityLevel } from '@samverkan/shared/contract';
import { verbsOf } from './question-steps';
import { QuestionTraces } from './question-traces';
import { handlers, questionsPolicy } from './questions.policy';
import { QuestionsQuery } from './questions.query';

const columns = {
  title: 'title',
  text: 'text',
  subject: 'subject',
  lawArea: 'law_area',
  municipalityCode: 'municipality_code',
  functionId: 'function_id',
} as const;
type Column = keyof typeof columns;

/** Questions as they are asked, joined and read. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly db: Db,
    private readonly questions: QuestionsQuery,
    private readonly traces: QuestionTraces,
  ) {}

  list(query: QuestionQuery): Promise<QuestionPage> {
    return this.questions.page(query);
  }

  async read(id: string): Promise<Question> {
    const row = await this.questions.one(id);
    const actor = currentActor();
    if (!row || !questionsPolicy.can('read', actor, row)) throw notFound();
    const { ask, handle, change } = questionsPolicy.allowed(actor, row);
    const isWithBoard = ['received', 'in_progress', 'reopened'].includes(row.status);
    return {
      ...row.content,
      allowed: {
        edit: change && isWithBoard,
        show: ask || (handle && row.captured),
        handle,
        verbs: verbsOf(row, actor),
      },
    };
  }

  async history(id: string): Promise<string> {
    await this.read(id);
    return this.questions.history(id);
  }

  /** For the own organisation; the county board takes it down for another that asked it, as at a visit. */
  async ask({
    guardConfirmed: _confirmed,
    visibility,
    forOrganizationId,
    askedOn,
    ...input
  }: QuestionInput): Promise<Question> {
    const actor = currentActor();
    const isFor = forOrganizationId !== null && forOrganizationId !== actor.organizationId;
    if (isFor && !handlers.includes(actor.role)) throw forbidden();
    const askerId = isFor ? forOrganizationId : actor.organizationId;
    const countyCodes = await this.countiesOf(askerId, isFor);
    await this.refuseUnusable(input, askerId);
    const [day] = await this.db.query<{ today: string }>('select today()::text as today');
    if (askedOn && askedOn > (day?.today ?? '')) throw badInput([{ path: 'askedOn', code: 'field.out-of-range' }]);
    const made = await this.db.one<{ id: string }>(
      `insert into question (organization_id, function_id, municipality_code, county_codes, title, text, subject, law_area, asked_on, captured, visibility)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [
        askerId,
        input.functionId,
        input.municipalityCode,
        countyCodes,
        input.title,
        input.text,
        input.subject,
        input.lawArea,
        askedOn ?? day?.today,
        isFor,
        visibilityLevel(visibility),
      ],
    );
    const row = made && (await this.questions.row(made.id));
    if (!row) throw notFound();
    await this.traces.tell(row, isFor ? 'question.captured' : 'question.asked', [
      { field: 'created', before: null, after: row.status },
    ]);
    return this.read(row.id);
  }

  /** Changes the fields sent, while the county board has it. */
  async change(id: string, version: number, { guardConfirmed: _c, ...sent }: QuestionChange): Promise<Question> {
    const row = await this.traces.row(id, 'change');
    const before = await this.read(id);
    if (!before.allowed.edit) throw conflict('question.status-does-not-allow');
    const stands: Record<string, unknown> = { ...before, functionId: before.function?.id ?? null };
    const wanted: Record<string, unknown> = { ...sent };
    const differs = Object.keys(wanted).filter((field) => stands[field] !== wanted[field]);
    await refuseClash(this.db, { area: 'questions', id, seen: version, now: row.version }, differs, stands);
    if (differs.length === 0) return before;
    await this.refuseUnusable({ ...sent }, row.organizationId, before);
    const set = differs.map((field, at) => `${columns[field as Column]} = $${at + 3}`);
    await this.traces.write(
      row,
      set.join(', '),
      differs.map((field) => wanted[field]),
      'question.changed',
      differs.map((field) => ({ field, before: stands[field], after: wanted[field] })),
    );
    return this.read(id);
  }

  /** Widens or narrows who may see it. */
  async show(id: string, visibility: Visibility): Promise<Question> {
    const row = await this.traces.row(id, 'change');
    if (!(await this.read(id)).allowed.show) throw forbidden();
    const level = visibilityLevel(visibility);
    if (level === row.visibility) return this.read(id);
    const kind = level > row.visibility ? 'question.widened' : 'question.narrowed';
    const changed = [{ field: 'visibility', before: visibilityAt(row.visibility), after: visibility }];
    await this.traces.write(row, 'visibility = $3', [level], kind, changed, visibility);
    return this.read(id);
  }

  /** The acting organisation has the same question, or another party that told the county board so. */
  async join(id: string, { organizationId, municipalityCode }: QuestionJoining): Promise<Question> {
    const row = await this.traces.row(id, 'join');
    const actor = currentActor();
    const party = organizationId ?? actor.organizationId;
    if (party === row.organizationId) throw badInput([{ path: 'organizationId', code: 'field.not-a-choice' }]);
    if (party !== actor.organizationId && !questionsPolicy.can('handle', actor, row)) throw forbidden();
    if (!['received', 'in_progress', 'sent_national', 'answered', 'reopened'].includes(row.status))
      throw conflict('question.status-does-not-allow');
    if (visibilityAt(row.visibility) === 'participants' && !row.captured) throw conflict('question.between-two');
    if (party !== actor.organizationId) await this.countiesOf(party, true, 'organizationId');
    await this.refuseUnusable({ municipalityCode }, party);
    const done = await this.db.one<{ done: boolean }>('select question_join_add($1, $2, $3) as done', [
      id,
      party,
      municipalityCode,
    ]);
    if (done?.done)
      await this.traces.tell({ ...row, version: row.version + 1 }, 'question.joined', [
        { field: 'join', before: null, after: null },
      ]);
    return this.read(id);
  }

  /** Takes a joining back. Whoever can no longer see it is told nothing more of it. */
  async leave(id: string, organizationId: string | null): Promise<void> {
    const row = await this.traces.row(id, 'join');
    const actor = currentActor();
    const party = organizationId ?? actor.organizationId;
    if (party !== actor.organizationId && !questionsPolicy.can('handle', actor, row)) throw forbidden();
    const done = await this.db.one<{ done: boolean }>('select question_join_end($1, $2) as done', [id, party]);
    if (!done?.done) return;
    await this.traces.tell({ ...row, version: row.version + 1 }, 'question.left', [
      { field: 'leave', before: null, after: null },
    ]);
  }

  /** The counties of a party that can be asked for: one in use, and of the board's own counties where the board says so. */
  private async countiesOf(id: string, isFor: boolean, path = 'forOrganizationId'): Promise<string[]> {
    const found = await this.db.one<{ codes: string[] }>(
      `select coalesce((select array_agg(c.county_code order by c.county_code) from organization_county c where c.organization_id = o.id), '{}') as codes
       from organization o where o.id = $1 and o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today())`,
      [id],
    );
    const codes = found?.codes ?? [];
    if (isFor && !codes.some((code) => currentActor().countyCodes.includes(code)))
      throw badInput([{ path, code: 'field.not-a-choice' }]);
    if (codes.length === 0) throw forbidden();
    return codes;
  }

  private async refuseUnusable(
    sent: { functionId?: string | null | undefined; municipalityCode?: string | null | undefined },
    askerId: string,
    before?: Question,
  ): Promise<void> {
    if (sent.municipalityCode) {
      const known = await this.db.one('select code from municipality where code = $1', [sent.municipalityCode]);
      if (!known) throw badInput([{ path: 'municipalityCode', code: 'field.not-a-choice' }]);
    }
    if (sent.functionId && sent.functionId !== before?.function?.id) {
      const known = await this.db.one(
        'select id from contact_function where id = $1 and organization_id = $2 and retired_on is null',
        [sent.functionId, askerId],
      );
      if (!known) throw badInput([{ path: 'functionId', code: 'field.not-a-choice' }]);
    }
  }
}
