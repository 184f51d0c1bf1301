// The board: the latest changed of each status, and how many there are.
import { type ActionBoardQuery, actionStatuses } from '@samverkan/actions/contract';
import { countCap } from '@samverkan/shared/contract';
import { actionFacts, actionSummary } from './action.sql';
import { type Sql, actionFilter } from './actions.query';

/** A row for each column. Where all is shown each column is a walk along the index of status and change; what a filter leaves is found once for all of them. */
export function actionBoard({ size, status, ...query }: ActionBoardQuery, organizationId: string): Sql {
  const filter = actionFilter(query, organizationId);
  const values = [...filter.values, status?.length ? status : actionStatuses, size];
  const [statuses, cards] = [`$${values.length - 1}`, `$${values.length}`];
  const picked = `picked as materialized (select a.id, a.status, a.changed_at from action a ${filter.text})`;
  const common = [...filter.candidates, ...(filter.text ? [picked] : [])];
  const held = `from ${filter.text ? 'picked' : 'action'} a where a.status = c.status`;
  const text = `
    with ${common.map((one) => `${one}, `).join('')}
      columns as (select s.status, s.at from unnest(${statuses}::text[]) with ordinality s (status, at))
    select c.status, least(m.n, ${countCap})::int as total, m.n > ${countCap} as capped, coalesce(k.cards, '[]') as cards
    from columns c
      cross join lateral (select count(*) as n from (select 1 ${held} limit ${countCap + 1}) x) m
      cross join lateral (
        select json_agg(json_build_object('action', ${actionSummary}, 'facts', ${actionFacts}) order by a.changed_at desc, a.id desc) as cards
        from action a where a.id = any (array(select a.id ${held} order by a.changed_at desc, a.id desc limit ${cards}::int))) k
    order by c.at`;
  return { text, values };
}
