import { hitsAlone, hitsBeside, hitsCounted } from '@samverkan/search/contract';
import type { Searchable } from '@samverkan/shared/api';

/**
 * JSON text: `groups` of `SearchAnswer`, those alone that have something. $1–$4 as in `Searchable`; $5 is the group looked at alone, or null.
 * Each group is counted; only what is shown is read further. A group with something that is called what was typed comes first.
 */
export const searchQuery = (sources: readonly Searchable[]): string => `
  with ${sources
    .map(
      ({ found }, n) => `
  found_${n} as materialized (${found}),
  group_${n} as (select count(*) as n, (select array_agg(t.id order by t.at) from (select id, at from found_${n} order by at
    limit case when $5::text is null then ${hitsBeside} when $5 = '${sources[n]?.group}' then ${hitsAlone} else 0 end) t) as ids from found_${n})`,
    )
    .join(',')}
  select coalesce(json_agg(g.answer order by g.called, g.place), '[]')::text as json from (${
    sources.map(groupOf).join('\n  union all ') || 'select null::json as answer, 0 as called, 0 as place where false'
  }) g`;

const groupOf = ({ group, row, list }: Searchable, n: number): string => `
  select ${n} as place, called, json_build_object('group', '${group}', 'total', least(g.n, ${hitsCounted}), 'capped', g.n > ${hitsCounted},
    'list', ${list ? `'${list}'` : 'null'}::text,
    'items', items) as answer
  from group_${n} g cross join lateral (select coalesce(json_agg(json_build_object('id', f.id, 'title', r.title, 'about', r.about, 'path', r.path) order by f.at), '[]'::json) as items,
      coalesce(min(case lower($1::text) when lower(r.title) then 0 when lower(r.about) then 1 else 2 end), 2) as called
    from unnest(g.ids) with ordinality f (id, at) cross join lateral (${row}) r) shown where g.n > 0`;
