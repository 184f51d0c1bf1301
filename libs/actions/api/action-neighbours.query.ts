// Others' actions that are like one that is planned: which, from the database's own function; what they have in common, from the rows this reader may see.
import { type ActionNeighboursQuery, mostNeighbours } from '@samverkan/actions/contract';
import { actionSummary } from './action.sql';
import type { Sql } from './actions.query';

/** JSON text (`ActionNeighbours`). */
export function neighboursOf(query: ActionNeighboursQuery, countyCodes: readonly string[]): Sql {
  const values = [
    query.title ?? '',
    query.kind ?? null,
    query.goal ?? [],
    query.municipality ?? [],
    countyCodes,
    query.targetGroup ?? [],
    query.form ?? [],
    query.from ?? null,
    query.to ?? null,
    query.except ?? null,
    mostNeighbours,
  ];
  const text = `
    with near as materialized (select n.id, n.place from action_neighbours($1, $2, $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date, $9::date, $10::uuid, $11::int)
      with ordinality n (id, place))
    select json_build_object('items', coalesce(json_agg(json_build_object('action', ${actionSummary}, 'alike', to_json(array_remove(array[
        case when similarity(a.title, $1) >= 0.3 or tsvector_to_array(to_tsvector('swedish', a.title)) && tsvector_to_array(to_tsvector('swedish', $1)) then 'words' end,
        case when a.goal_ids && $3::uuid[] then 'goal' end,
        case when a.kind = $2 then 'kind' end,
        case when a.municipality_codes && $4::text[] then 'place' end,
        case when $8::date is not null and coalesce(a.starts_on, a.ends_on) is not null
          and coalesce(a.starts_on, a.ends_on) <= coalesce($9::date, $8::date) + 31 and coalesce(a.ends_on, a.starts_on) >= $8::date - 31 then 'time' end,
        case when a.target_groups && $6::text[] or a.forms && $7::text[] then 'subject' end], null))) order by near.place), '[]'::json))::text as json
    from near join action a on a.id = near.id`;
  return { text, values };
}
