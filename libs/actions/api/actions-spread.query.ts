// Who does what where: one reading of what the reader may see in the counties, counted by place and by what stands in the rows.
import type { ActionSpreadQuery, ActionStatus } from '@samverkan/actions/contract';
import { moment } from '@samverkan/shared/api';
import { goalRef, organizationRef } from './action.sql';
import { type Sql, actionFilter } from './actions.query';

const openStatuses: readonly ActionStatus[] = ['planned', 'ongoing', 'paused'];

const rowsBy: Record<ActionSpreadQuery['by'], { keys: string; chosen: 'owner' | 'goal'; order: string; row: string }> =
  {
    owner: {
      keys: 'a.owner_ids',
      chosen: 'owner',
      row: `'owner', (select ${organizationRef} from organization o where o.id = t.key), 'goal', null`,
      order: `(select o.name from organization o where o.id = t.key) collate "sv-SE-x-icu"`,
    },
    goal: {
      // The county's own goals first, the frames' after; tied to nothing is a row of its own, the last.
      keys: `case when a.goal_ids = '{}' then array[null::uuid] else a.goal_ids end`,
      chosen: 'goal',
      row: `'owner', null, 'goal', (select ${goalRef} from goal g join strategy s on s.id = g.strategy_id where g.id = t.key)`,
      order: `(t.key is null), (select row(s.county_codes = '{}', -extract(year from s.starts_on), s.id, g.sort) from goal g join strategy s on s.id = g.strategy_id where g.id = t.key)`,
    },
  };

/** `ActionSpread` as JSON text. Rows and columns that the filters leave out are not shown: their numbers would open other lists. */
export function actionSpread({ by, ...query }: ActionSpreadQuery, organizationId: string, counties: string[]): Sql {
  const { keys, chosen, order, row } = rowsBy[by];
  const status = query.status?.length ? query.status : openStatuses;
  const filter = actionFilter({ ...query, status: [...status], county: counties }, organizationId);
  const values = [...filter.values];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const inCounties = `m.county_code = any (${bind(counties)}::text[])`;
  const inChosen = query.municipality?.length ? ` and m.code = any (${bind(query.municipality)}::text[])` : '';
  const onlyRows = query[chosen]?.length ? `where k = any (${bind(query[chosen])}::uuid[])` : '';
  const text = `
    with ${filter.candidates.map((candidate) => `${candidate}, `).join('')}
      places as materialized (
        select m.code, row_number() over (order by m.name collate "sv-SE-x-icu", m.code) as at from municipality m where ${inCounties}${inChosen}),
      shown as materialized (select row_number() over () as n, ${keys} as keys, a.municipality_codes as codes from action a ${filter.text} and cardinality(${bind(counties)}::text[]) > 0),
      placed as materialized (select distinct s.n, p.at from shown s cross join lateral unnest(s.codes) as held (code) join places p on p.code = held.code),
      tied as materialized (select distinct s.n, k as key from shown s cross join lateral unnest(s.keys) as held (k) ${onlyRows}),
      columns as (select p.at, count(*)::int as n from placed p group by 1),
      totals as (select t.key, count(*)::int as n, (count(*) filter (where s.codes = '{}'))::int as unplaced from tied t join shown s on s.n = t.n group by 1),
      cells as materialized (select t.key, p.at, count(*)::int as n from tied t join placed p on p.n = t.n group by 1, 2)
    select json_build_object(
      'countedAt', ${moment('now()')},
      'countyCodes', to_json(${bind(counties)}::text[]), 'status', to_json(${bind(status)}::text[]),
      'municipalities', coalesce((select json_agg(json_build_object('code', p.code, 'total', coalesce(c.n, 0)) order by p.at)
        from places p left join columns c on c.at = p.at), '[]'::json),
      'unplaced', (select count(*)::int from shown where codes = '{}'), 'total', (select count(*)::int from shown),
      'rows', coalesce((select json_agg(json_build_object(${row}, 'total', t.n, 'unplaced', t.unplaced,
          'cells', (select coalesce(json_agg(coalesce(c.n, 0) order by p.at), '[]'::json) from places p left join cells c on c.at = p.at and c.key is not distinct from t.key))
        order by ${order}) from totals t), '[]'::json))::text as json`;
  return { text, values };
}
