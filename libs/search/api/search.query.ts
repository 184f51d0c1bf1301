import { hitsAlone, hitsBeside, hitsCounted } from '@samverkan/search/contract';
import type { Searchable } from '@samverkan/shared/api';

/**
 * JSON text: `groups` of `SearchAnswer`, those alone that have something. $1–$4 as in `Searchable`; $5 is the group looked at alone, or null.
 * Each group is counted; only what is shown is read further.
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
  select coalesce(json_agg(g.answer order by g.place), '[]')::text as json from (${
    sources.map(groupOf).join('\n  union all ') || 'select null::json as answer, 0 as place where false'
  }) g`;

const groupOf = ({ group, row, list }: Searchable, n: number): string => `
  select ${n} as place, json_build_object('group', '${group}', 'total', least(g.n, ${hitsCounted}), 'capped', g.n > ${hitsCounted},
    'list', ${list ? `'${list}'` : 'null'}::text,
    'items', coalesce((select json_agg(json_build_object('id', f.id, 'title', r.title, 'about', r.about, 'path', r.path) order by f.at)
      from unnest(g.ids) with ordinality f (id, at) cross join lateral (${row}) r), '[]'::json)) as answer
  from group_${n} g where g.n > 0`;
