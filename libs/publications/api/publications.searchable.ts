import type { Searchable } from '@samverkan/shared/api';

/** By what is told of them and by what stands on their pages. */
export const searchedPublications: Searchable = {
  group: 'publications',
  found: `select b.id, b.place as at from publications_best($1::text, $4::boolean, null, $2::int, 0) b where b.id is not null`,
  row: `select p.title, concat_ws(', ', (select string_agg(o.name, ', ' order by array_position(p.owner_ids, o.id)) from organization o where o.id = any (p.owner_ids)), p.year::text) as about,
    '/publikationer/' || p.id as path from publication p where p.id = f.id`,
  list: '/publikationer',
};
