// The list of actions: one shaped query. Only the filters in use stand in its text, so PostgreSQL plans each shape for what it is.
import type { ActionFilter, ActionQuery } from '@samverkan/actions/contract';
import { countCap } from '@samverkan/shared/contract';
import type { VocabularyName } from '@samverkan/vocabularies/contract';
import { waitingActions } from './action-overview.query';
import { actionSummary } from './action.sql';

/** Public sort names and their columns; nothing else is ever written after ORDER BY. What may lack a day has it last. */
const sortable: Record<ActionQuery['sort'], { column: string; gaps?: boolean }> = {
  changed: { column: 'a.changed_at' },
  title: { column: 'a.title collate "sv-SE-x-icu"' },
  status: {
    column: `array_position(array['ongoing', 'paused', 'planned', 'draft', 'completed', 'cancelled'], a.status)`,
  },
  starts: { column: 'a.starts_on', gaps: true },
  ends: { column: 'a.ends_on', gaps: true },
};

export interface Sql {
  text: string;
  values: unknown[];
}

/** What the list shows and counts; the export and every number that opens the list use the same. */
export function actionFilter(query: Partial<ActionFilter>, organizationId: string): Sql & { candidates: string[] } {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  // A term that has been merged means what it was merged into, and the other way round.
  const meaning = (list: VocabularyName, codes: readonly string[]) =>
    `(select term_family('${list}', ${bind(codes)}::text[]))::text[]`;
  const tests: string[] = [];
  const candidates: string[] = [];
  const when = <T>(value: T | undefined, test: (value: T) => string) => {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) tests.push(test(value));
  };
  when(query.q || undefined, (q) => {
    candidates.push(`found as materialized (select action_by_text(${bind(q)}) as id)`);
    return 'a.id in (select id from found)';
  });
  when(query.status, (status) => `a.status = any (${bind(status)}::text[])`);
  when(query.goal, (goal) => `a.id in (select action_by_goals(${bind(goal)}::uuid[]))`);
  when(
    query.serves,
    (goals) => `a.id in (select action_by_goals(array(select goals_that_serve(${bind(goals)}::uuid[]))))`,
  );
  when(query.untied || undefined, () => `a.goal_ids = '{}'`);
  when(query.municipality, (codes) => `a.id in (select action_by_municipalities(${bind(codes)}::text[]))`);
  when(query.unplaced || undefined, () => `a.municipality_codes = '{}'`);
  when(query.county, (codes) => `a.id in (select action_by_counties(${bind(codes)}::text[]))`);
  when(query.owner, (owner) => `a.id in (select action_by_owners(${bind(owner)}::uuid[]))`);
  when(query.targetGroup, (groups) => `a.target_groups && ${meaning('targetGroup', groups)}`);
  when(query.form, (forms) => `a.forms && ${meaning('form', forms)}`);
  when(query.phase, (phases) => `a.phases && ${meaning('phase', phases)}`);
  when(query.kind, (kinds) => `a.kind = any (${meaning('kind', kinds)})`);
  when(query.from, (from) => `(a.ends_on is null or a.ends_on >= ${bind(from)}::date)`);
  when(query.to, (to) => `(a.starts_on is null or a.starts_on <= ${bind(to)}::date)`);
  when(query.mine || undefined, () => `a.id in (select action_by_owners(array[${bind(organizationId)}::uuid]))`);
  when(query.overdue || undefined, () => `a.status in ('planned', 'ongoing') and a.ends_on < today()`);
  when(query.waiting || undefined, () => {
    const mine = waitingActions.replaceAll('$1', bind(organizationId));
    return `a.id in (select w.id from (${mine}) w where w.reason is not null)`;
  });
  return { candidates, text: tests.length > 0 ? `where ${tests.join(' and ')}` : '', values };
}

const orderOf = ({ sort, order }: Pick<ActionQuery, 'sort' | 'order'>): string => {
  const direction = order === 'desc' ? 'desc' : 'asc';
  const { column, gaps } = sortable[sort];
  // Many have the same status: the newest of them stands first, so that what somebody has just logged is seen where few are shown.
  const among = sort === 'status' ? (order === 'desc' ? 'asc' : 'desc') : direction;
  return `${column} ${direction}${gaps ? ' nulls last' : ''}, a.id ${among}`;
};

/** The ids of all that the list has, in its order: what is done with every row takes them from here, and none twice. */
export function actionIds(query: Omit<ActionQuery, 'page' | 'size'>, organizationId: string): Sql {
  const { candidates, text, values } = actionFilter(query, organizationId);
  const common = candidates.length > 0 ? `with ${candidates.join(', ')}` : '';
  return { text: `${common} select a.id from action a ${text} order by ${orderOf(query)}`, values };
}

/** One page as JSON text in the shape of `ActionPage`. */
export function actionPage(query: ActionQuery, organizationId: string): Sql {
  const filter = actionFilter(query, organizationId);
  const order = orderOf(query);
  const values = [...filter.values, query.size, (query.page - 1) * query.size];
  const [size, offset] = [`$${values.length - 1}`, `$${values.length}`];
  const text = `
    with ${filter.candidates.map((candidate) => `${candidate}, `).join('')}page as (select a.* from action a ${filter.text} order by ${order} limit ${size}::int offset ${offset}::int),
      matching as (select count(*) as n from (select 1 from action a ${filter.text} limit ${countCap + 1}) m)
    select json_build_object(
      'items', coalesce((select json_agg(${actionSummary} order by ${order}) from page a), '[]'::json),
      'page', ${offset}::int / ${size}::int + 1, 'size', ${size}::int,
      'total', least(n, ${countCap}), 'capped', n > ${countCap})::text as json
    from matching`;
  return { text, values };
}
