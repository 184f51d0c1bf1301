// The list of actions: one shaped query. Only the filters in use stand in its text, so PostgreSQL plans each shape for what it is.
import type { ActionFilter, ActionQuery } from '@samverkan/actions/contract';
import { countCap } from '@samverkan/shared/contract';
import type { VocabularyName } from '@samverkan/vocabularies/contract';
import { waitingActions } from './action-overview.query';
import { actionSummary } from './action.sql';

type ActionSort = Exclude<ActionQuery['sort'], 'match'>;

/** Public sort names and their columns; nothing else is ever written after ORDER BY. What may lack a day has it last. */
const sortable: Record<ActionSort, { column: string; gaps?: boolean }> = {
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

/** `match` without words is `changed`: there is nothing to match. */
const sortOf = ({ q, sort }: Pick<ActionQuery, 'q' | 'sort'>): ActionQuery['sort'] =>
  sort === 'match' && !q ? 'changed' : sort;

const orderOf = (sort: ActionSort, order: ActionQuery['order']): string => {
  const direction = order === 'desc' ? 'desc' : 'asc';
  const { column, gaps } = sortable[sort];
  // Many have the same status: the newest of them stands first, so that what somebody has just logged is seen where few are shown.
  const among = sort === 'status' ? (order === 'desc' ? 'asc' : 'desc') : direction;
  return `${column} ${direction}${gaps ? ' nulls last' : ''}, a.id ${among}`;
};

/** The ids of all that the list has, in its order: what is done with every row takes them from here, and none twice. All that answers to words is no question of what answers best. */
export function actionIds(query: Omit<ActionQuery, 'page' | 'size'>, organizationId: string): Sql {
  const { candidates, text, values } = actionFilter(query, organizationId);
  const common = candidates.length > 0 ? `with ${candidates.join(', ')}` : '';
  const sort = query.sort === 'match' ? 'changed' : query.sort;
  return { text: `${common} select a.id from action a ${text} order by ${orderOf(sort, query.order)}`, values };
}

interface List {
  values: unknown[];
  /** What stands before the page: `name as (…)`, each followed by a comma. */
  common: string;
  /** The page's rows of `action a`, and what is counted of all. */
  rows: string;
  counted: string;
  order: string;
}

/** One page as JSON text in the shape of `ActionPage`. */
export function actionPage(query: ActionQuery, organizationId: string): Sql {
  const list = sortOf(query) === 'match' ? bestAnswers(query, organizationId) : inOrder(query, organizationId);
  const [size, page] = [`$${list.values.push(query.size)}`, `$${list.values.push(query.page)}`];
  const text = `
    with ${list.common}page as (${list.rows}), matching as (select count(*) as n from (${list.counted}) m)
    select json_build_object(
      'items', coalesce((select json_agg(${actionSummary} order by ${list.order}) from page a), '[]'::json),
      'page', ${page}::int, 'size', ${size}::int, 'total', least(n, ${countCap}), 'capped', n > ${countCap}, ${placesOf(query)})::text as json
    from matching`;
  return { text, values: list.values };
}

/** Every row that is chosen, by the column that was asked for. */
function inOrder(query: ActionQuery, organizationId: string): List {
  const { candidates, text, values } = actionFilter(query, organizationId);
  const sort = sortOf(query) as ActionSort;
  const { where, taken, skip } = pageFrom(query, text, values);
  const [size, offset] = [`$${values.push(query.size)}`, `$${values.push(skip)}`];
  return {
    common: candidates.map((candidate) => `${candidate}, `).join(''),
    rows: `select a.* from action a ${where} order by ${taken ?? orderOf(sort, query.order)} limit ${size}::int offset ${offset}::int`,
    counted: `select 1 from action a ${text} limit ${countCap + 1}`,
    order: orderOf(sort, query.order),
    values,
  };
}

/**
 * The best answers to the words first. Where a thousand actions answer, the thousand that were changed last are weighed against each other; words that
 * nothing else narrows find those without all the rest being fetched.
 */
function bestAnswers({ q = '', page, size, ...rest }: ActionQuery, organizationId: string): List {
  const alone = actionFilter(rest, organizationId).text === '';
  const { candidates, text, values } = alone
    ? { candidates: [], text: '', values: [] as unknown[] }
    : actionFilter({ ...rest, q }, organizationId);
  const bind = (value: unknown) => `$${values.push(value)}`;
  const words = `${bind(q)}::text`;
  const weighed = alone
    ? `weighed as materialized (select w.id, w.n from action_best_by_text(${words}, ${countCap + 1}) with ordinality w (id, n)), `
    : `${candidates.join(', ')},
      among as materialized (select a.id, a.reference, a.words, a.changed_at from action a ${text} order by a.changed_at desc, a.id desc limit ${countCap + 1}),
      weighed as materialized (select a.id, row_number() over (order by a.reference = upper(btrim(${words})) desc,
        ts_rank(a.words, (select words_wanted(${words}))) desc, a.changed_at desc, a.id desc) as n from among a), `;
  return {
    common: weighed,
    rows: `select a.*, w.n from (select id, n from weighed order by n limit ${bind(size)}::int offset ${bind((page - 1) * size)}::int) w join action a on a.id = w.id`,
    counted: 'select 1 from weighed',
    order: 'a.n',
    values,
  };
}

const flipped = { asc: 'desc', desc: 'asc' } as const;

/** Where a page by last change begins that was asked for by a place: the rows after it, or those before it the other way round. */
function pageFrom(
  query: ActionQuery,
  text: string,
  values: unknown[],
): { where: string; taken?: string; skip: number } {
  const start = query.after ?? query.before;
  if (start === undefined || sortOf(query) !== 'changed') return { where: text, skip: (query.page - 1) * query.size };
  const [moment, id] = start.split('.');
  const direction = query.after === undefined ? flipped[query.order] : query.order;
  const beyond = `(a.changed_at, a.id) ${direction === 'desc' ? '<' : '>'}
    (timestamptz 'epoch' + $${values.push(moment)}::bigint * interval '1 microsecond', $${values.push(id)}::uuid)`;
  return { where: text ? `${text} and ${beyond}` : `where ${beyond}`, taken: orderOf('changed', direction), skip: 0 };
}

/** The places (`ListPlace`) that the pages beside this one go on from. Rows that are counted are paged by their number, which needs none. */
function placesOf(query: ActionQuery): string {
  const placeOf = (order: ActionQuery['order'], rowsBefore: number) =>
    sortOf(query) === 'changed' && rowsBefore >= countCap
      ? `(select (extract(epoch from a.changed_at) * 1000000)::bigint || '.' || a.id from page a order by ${orderOf('changed', order)} limit 1)`
      : 'null::text';
  return `'previous', ${placeOf(query.order, (query.page - 2) * query.size)}, 'next', ${placeOf(flipped[query.order], query.page * query.size)}`;
}
