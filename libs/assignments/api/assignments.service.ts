import { Injectable } from '@nestjs/common';
import type {
  Assignment,
  AssignmentChange,
  AssignmentInput,
  AssignmentPage,
  AssignmentQuery,
  AssignmentVerb,
} from '@samverkan/assignments/contract';
import { Db, badInput, conflict, currentActor, notFound, refuseClash } from '@samverkan/shared/api';
import { type Visibility, visibilityAt, visibilityLevel } from '@samverkan/shared/contract';
import { AssignmentReports } from './assignment-reports';
import { stateAfter, verbsOf } from './assignment-steps';
import { AssignmentTraces } from './assignment-traces';
import { assignmentsPolicy } from './assignments.policy';
import { AssignmentsQuery } from './assignments.query';

const columns = {
  title: 'title',
  text: 'text',
  dnr: 'dnr',
  legalBasis: 'legal_basis',
  reportedTo: 'reported_to',
  decidedOn: 'decided_on',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  functionId: 'function_id',
} as const;
type Column = keyof typeof columns;

interface Given {
  boardIds: string[];
  countyCodes: string[];
}

@Injectable()
export class AssignmentsService {
  constructor(
    private readonly db: Db,
    private readonly assignments: AssignmentsQuery,
    private readonly reports: AssignmentReports,
    private readonly traces: AssignmentTraces,
  ) {}

  list(query: AssignmentQuery): Promise<AssignmentPage> {
    return this.assignments.page(query);
  }

  async read(id: string): Promise<Assignment> {
    const row = await this.assignments.one(id);
    const actor = currentActor();
    if (!row || !assignmentsPolicy.can('read', actor, row)) throw notFound();
    const { edit, changeVisibility, answer } = assignmentsPolicy.allowed(actor, row);
    return { ...row.content, allowed: { edit, changeVisibility, answer, verbs: edit ? verbsOf(row) : [] } };
  }

  async history(id: string): Promise<string> {
    await this.read(id);
    return this.assignments.history(id);
  }

  /** Enters what the government has asked; the acting board keeps it. */
  async enter({ guardConfirmed: _confirmed, reports, visibility, ...input }: AssignmentInput): Promise<Assignment> {
    await this.refuseUnknownFunction(input.functionId);
    const { boardIds, countyCodes } = await this.given(input.allBoards, input.boardIds);
    const made = await this.db.one<{ id: string }>(
      `insert into assignment (title, text, dnr, legal_basis, reported_to, decided_on, starts_on, ends_on, function_id, all_boards, board_ids, county_codes, visibility)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
      [
        ...(Object.keys(columns) as Column[]).map(
          (field) => input[field] || (field === 'text' || field === 'legalBasis' || field === 'reportedTo' ? '' : null),
        ),
        input.allBoards,
        boardIds,
        countyCodes,
        visibilityLevel(visibility),
      ],
    );
    if (!made) throw notFound();
    await this.reports.keep(made.id, reports);
    const row = await this.traces.row(made.id, 'edit');
    await this.traces.tell(
      row,
      'assignment.created',
      [{ field: 'created', before: null, after: row.status }],
      row.status,
    );
    return this.read(made.id);
  }

  /** Changes the fields sent. Read at an older version they still go through when nobody has changed the same ones. */
  async change(
    id: string,
    version: number,
    { guardConfirmed: _confirmed, reports, allBoards, boardIds, ...sent }: AssignmentChange,
  ): Promise<Assignment> {
    const row = await this.traces.row(id, 'edit');
    const before = await this.read(id);
    const stands: Record<string, unknown> = {
      ...before,
      functionId: before.function?.id ?? null,
      boardIds: row.boardIds,
      reports: before.reports.map(({ id: report, kind, dueOn }) => ({ id: report, kind, dueOn })),
    };
    const wanted: Record<string, unknown> = {
      ...sent,
      ...(reports ? { reports } : {}),
      ...(allBoards === undefined ? {} : { allBoards }),
      ...(boardIds && !(allBoards ?? before.allBoards) ? { boardIds } : {}),
    };
    const differs = Object.keys(wanted).filter(
      (field) => JSON.stringify(stands[field]) !== JSON.stringify(wanted[field]),
    );
    await refuseClash(this.db, { area: 'assignments', id, seen: version, now: row.version }, differs, stands);
    if (differs.length === 0) return before;
    const { startsOn, endsOn } = { ...before, ...sent };
    if (startsOn && endsOn && startsOn > endsOn) throw conflict('assignment.ends-before-it-starts');
    await this.refuseUnknownFunction(sent.functionId ?? null);
    const set: string[] = [];
    const values: unknown[] = [];
    const put = (column: string, value: unknown) => set.push(`${column} = $${values.push(value) + 2}`);
    for (const field of differs) if (field in columns) put(columns[field as Column], wanted[field]);
    if (differs.includes('allBoards') || differs.includes('boardIds')) {
      const all = allBoards ?? before.allBoards;
      const next = await this.given(all, boardIds ?? row.boardIds);
      put('all_boards', all);
      put('board_ids', next.boardIds);
      put('county_codes', next.countyCodes);
    }
    const fields = differs.map((field) => ({ field, before: stands[field], after: wanted[field] }));
    await this.traces.write(row, set.join(', '), values, 'assignment.changed', fields);
    if (reports && differs.includes('reports')) await this.reports.keep(id, reports);
    return this.read(id);
  }

  /** Moves it by one of its verbs. */
  async move(id: string, verb: AssignmentVerb): Promise<Assignment> {
    const row = await this.traces.row(id, 'edit');
    const { status, statusBefore } = stateAfter(verb, row);
    await this.traces.write(
      row,
      'status = $3, status_before = $4, status_since = today()',
      [status, statusBefore],
      'assignment.status-changed',
      [{ field: verb, before: row.status, after: status }],
      status,
    );
    return this.read(id);
  }

  /** Widens or narrows who may see it. */
  async show(id: string, visibility: Visibility): Promise<Assignment> {
    const row = await this.traces.row(id, 'changeVisibility');
    const level = visibilityLevel(visibility);
    if (level === row.visibility) return this.read(id);
    const kind = level > row.visibility ? 'assignment.widened' : 'assignment.narrowed';
    const fields = [{ field: 'visibility', before: visibilityAt(row.visibility), after: visibility }];
    await this.traces.write(row, 'visibility = $3', [level], kind, fields, visibility);
    return this.read(id);
  }

  /** The boards it was given to, and the counties where it is seen. */
  private async given(allBoards: boolean, boardIds: readonly string[]): Promise<Given> {
    const boards = await this.db.query<{ id: string }>(
      `select o.id from organization o where o.kind = 'county_board' and o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today())
         and ($1 or o.id = any ($2::uuid[])) order by o.id`,
      [allBoards, boardIds],
    );
    const known = boards.map(({ id }) => id);
    const unknown = allBoards ? [] : boardIds.flatMap((id, at) => (known.includes(id) ? [] : [`boardIds.${at}`]));
    if (unknown.length > 0) throw badInput(unknown.map((path) => ({ path, code: 'field.not-a-choice' })));
    if (known.length === 0) throw badInput([{ path: 'boardIds', code: 'assignment.needs-a-board' }]);
    const counties = await this.db.one<{ codes: string[] }>(
      `select coalesce(array_agg(distinct c.county_code order by c.county_code), '{}') as codes from organization_county c where c.organization_id = any ($1::uuid[] || ctx_org())`,
      [known],
    );
    return { boardIds: known, countyCodes: counties?.codes ?? [] };
  }

  private async refuseUnknownFunction(functionId: string | null): Promise<void> {
    if (functionId === null) return;
    const found = await this.db.one('select f.id from contact_function f where f.id = $1 and f.retired_on is null', [
      functionId,
    ]);
    if (!found) throw badInput([{ path: 'functionId', code: 'field.not-a-choice' }]);
  }
}
