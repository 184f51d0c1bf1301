import type { Searchable } from '@samverkan/shared/api';

/** By every name it has had; those that stand before those that have ended. */
export const searchedParties: Searchable = {
  group: 'organizations',
  found: `select o.id, row_number() over (order by coalesce(o.valid_to < today(), false), case when lower(o.abbreviation) = lower($1::text) then 0
        when starts_with(lower(o.name), lower($1::text)) then 1 else 2 end, word_similarity($1::text, o.name) desc,
        o.county_code is null or o.county_code <> all (ctx_counties()), o.name collate "sv-SE-x-icu", o.id) as at
    from organization o where o.merged_into_id is null
      and ((select bool_and(o.search like '%' || w || '%') from unnest($3::text[]) w) or $4::boolean and o.id in (select organization_nearly($1::text)))
    order by at limit $2::int`,
  row: `select o.name as title, (select n.name from organization_name n where n.organization_id = o.id and n.name <> o.name and organization_fold(n.name) like '%' || lower($1::text) || '%'
      order by n.valid_to desc nulls first limit 1) as about, '/parter/' || o.id as path from organization o where o.id = f.id`,
  list: '/parter',
};
