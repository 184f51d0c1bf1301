// Assignments as each reader may see them: one shaped query each, read under row-level security.
import { Injectable } from '@nestjs/common';
import type {
  AssignmentExportQuery,
  AssignmentPage,
  AssignmentQuery,
  AssignmentSummary,
} from '@samverkan/assignments/contract';
import { Db, moment } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import type { AssignmentContent, AssignmentRow } from './assignment-rows';

const party = (o: string) => `json_build_object('id', ${o}.id, 'name', ${o}.name, 'kind', ${o}.kind)`;
const isOurs = 'ctx_org() = any (a.board_ids)';
const own = (r: string) =>
  `(select d.reported_on from assignment_reported d where d.report_id = ${r}.id and d.organization_id = ctx_org())`;

const report = (
  r: string,
) => `json_build_object('id', ${r}.id, 'kind', ${r}.kind, 'dueOn', ${r}.due_on, 'reportedOn', ${own(r)},
  'reported', (select count(*) from assignment_reported d where d.report_id = ${r}.id),
  'overdue', ${isOurs} and a.status <> 'closed' and ${r}.due_on < today() and ${own(r)} is null)`;

/** Of one's own board the first that it has not reported, of others the next to come. */
const next = `left join lateral (select r.* from assignment_report r where r.assignment_id = a.id and a.status <> 'closed'
    and case when ${isOurs} then ${own('r')} is null else r.due_on >= today() end order by r.due_on, r.id limit 1) n on true`;

/** Tied by themselves, or through their goals. */
const actionIds = `(select l.action_id as id from assignment_action l where l.assignment_id = a.id
  union select ag.action_id from assignment_goal l join action_goal ag on ag.goal_id = l.goal_id join action t on t.id = ag.action_id where l.assignment_id = a.id)`;

const summary = `'id', a.id, 'title', a.title, 'dnr', a.dnr, 'status', a.status,
  'visibility', (array['own', 'participants', 'county', 'members', 'public'])[a.visibility + 1],
  'organization', (select ${party('o')} from organization o where o.id = a.organization_id),
  'boards', (select coalesce(json_agg(${party('o')} order by o.name collate "sv-SE-x-icu"), '[]') from organization o where o.id = any (a.board_ids)),
  'allBoards', a.all_boards, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'next', case when n.id is not null then ${report('n')} end,
  'goalCount', (select count(*) from assignment_goal l where l.assignment_id = a.id), 'actionCount', (select count(*) from ${actionIds} x),
  'changedAt', ${moment('a.changed_at')}, 'demo', a.demo, 'version', a.version`;

const removable = `(l.organization_id = ctx_org() or a.organization_id = ctx_org())`;

const goals = `(select coalesce(json_agg(json_build_object(
    'goal', json_build_object('id', g.id, 'number', g.number, 'title', g.title, 'titleEn', g.title_en, 'strategyId', s.id, 'strategyShortTitle', s.short_title),
    'by', (select ${party('o')} from organization o where o.id = l.organization_id), 'carried', l.carried_by is not null, 'removable', ${removable})
    order by s.starts_on desc nulls last, s.id, g.sort), '[]')
  from assignment_goal l join goal g on g.id = l.goal_id join strategy s on s.id = g.strategy_id where l.assignment_id = a.id)`;

const actions = `(select coalesce(json_agg(x.one order by x.tied desc, x.title collate "sv-SE-x-icu"), '[]') from (
    select l.action_id is not null as tied, t.title, json_build_object('id', t.id, 'title', t.title, 'status', t.status,
      'overdue', coalesce(t.status in ('planned', 'ongoing') and t.ends_on < today(), false),
      'owners', (select coalesce(json_agg(${party('o')}), '[]') from organization o where o.id = any (t.owner_ids)),
      'by', (select ${party('o')} from organization o where o.id = l.organization_id), 'removable', l.action_id is not null and ${removable}) as one
    from ${actionIds} i join action t on t.id = i.id left join assignment_action l on l.action_id = t.id and l.assignment_id = a.id
    order by l.action_id is null, t.title collate "sv-SE-x-icu" limit 200) x)`;

const facts = `a.id, a.visibility, a.organization_id as "organizationId", a.board_ids as "boardIds", a.county_codes as "countyCodes", a.status,
  a.status_before as "statusBefore", a.version`;

const one = `
  select ${facts}, jsonb_build_object(${summary}) || jsonb_build_object('text', a.text, 'legalBasis', a.legal_basis, 'reportedTo', a.reported_to, 'decidedOn', a.decided_on,
    'function', (select json_build_object('id', f.id, 'title', f.title) from contact_function f where f.id = a.function_id),
    'reports', (select coalesce(json_agg(${report('r')} order by r.due_on, r.id), '[]') from assignment_report r where r.assignment_id = a.id),
    'goals', ${goals}, 'actions', ${actions}, 'statusSince', a.status_since) as content
  from assignment a ${next} where a.id = $1`;

const history = `
  select coalesce(json_agg(json_build_object('id', c.id, 'at', ${moment('c.at')}, 'what', c.field, 'before', c.before, 'after', c.after,
      'organization', case when o.id is not null then ${party('o')} end) order by c.at desc, c.id desc), '[]')::text as json
  from (select * from change_log where area = 'assignments' and object_id = $1 order by at desc limit 500) c
    left join organization o on o.id = c.organization_id`;

/** Public sort names and their columns; nothing else is ever written after ORDER BY. */
const sortable: Record<AssignmentQuery['sort'], string> = {
  next: 'n.due_on',
  title: 'a.title collate "sv-SE-x-icu"',
  status: `array_position(array['received', 'ongoing', 'reported', 'closed'], a.status)`,
  changed: 'a.changed_at',
};

type Filters = Omit<AssignmentQuery, 'page' | 'size'>;

function filtered(query: Filters): { text: string; order: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const tests: string[] = [];
  if (query.q) {
    const words = bind(query.q);
    tests.push(
      `position(lower(${words}) in lower(a.title || ' ' || coalesce(a.dnr, '') || ' ' || a.legal_basis || ' ' || a.text)) > 0`,
    );
  }
  if (query.status?.length) tests.push(`a.status = any (${bind(query.status)}::text[])`);
  if (query.board?.length) tests.push(`a.board_ids && ${bind(query.board)}::uuid[]`);
  if (query.mine) tests.push(isOurs);
  if (query.due) tests.push(`${isOurs} and n.due_on <= today() + 30`);
  if (query.goal)
    tests.push(
      `exists (select from assignment_goal l where l.assignment_id = a.id and l.goal_id = ${bind(query.goal)})`,
    );
  if (query.action) tests.push(`${bind(query.action)} in (select x.id from ${actionIds} x)`);
  const direction = query.order === 'desc' ? 'desc' : 'asc';
  return {
    text: tests.length > 0 ? `where ${tests.join(' and ')}` : '',
    order: `${sortable[query.sort]} ${direction} nulls last, a.id ${direction}`,
    values,
  };
}

@Injectable()
export class AssignmentsQuery {
  constructor(private readonly db: Db) {}

  /** One page as JSON text in the shape of `AssignmentPage`. */
  async page({ page, size, ...query }: AssignmentQuery): Promise<AssignmentPage> {
    const { text, order, values } = filtered(query);
    const [limit, offset] = [`$${values.length + 1}::int`, `$${values.length + 2}::int`];
    const found = await this.db.one<{ page: AssignmentPage }>(
      `with page as (select json_build_object(${summary}) as content, row_number() over (order by ${order}) as place
          from assignment a ${next} ${text} order by ${order} limit ${limit} offset ${offset}),
        matching as (select count(*) as n from (select 1 from assignment a ${next} ${text} limit ${countCap + 1}) m)
       select json_build_object('items', coalesce((select json_agg(content order by place) from page), '[]'::json), 'page', ${offset} / ${limit} + 1, 'size', ${limit},
         'total', least(n, ${countCap}), 'capped', n > ${countCap}) as page from matching`,
      [...values, size, (page - 1) * size],
    );
    if (!found) throw new Error('A page is never without a row.');
    return found.page;
  }

  async rows({ format: _format, lang: _lang, ...query }: AssignmentExportQuery): Promise<AssignmentSummary[]> {
    const { text, order, values } = filtered(query);
    const rows = await this.db.query<{ content: AssignmentSummary }>(
      `select json_build_object(${summary}) as content from assignment a ${next} ${text} order by ${order} limit 5000`,
      values,
    );
    return rows.map(({ content }) => content);
  }

  row(id: string): Promise<AssignmentRow | undefined> {
    return this.db.one<AssignmentRow>(`select ${facts} from assignment a where a.id = $1`, [id]);
  }

  one(id: string): Promise<AssignmentContent | undefined> {
    return this.db.one<AssignmentContent>(one, [id]);
  }

  /** JSON text: the `items` of `AssignmentHistory`. */
  async history(id: string): Promise<string> {
    return (await this.db.json(history, [id])) ?? '[]';
  }
}
