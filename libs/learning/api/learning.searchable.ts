import type { Searchable } from '@samverkan/shared/api';

const told = `o.title || ' ' || o.subject || ' ' || o.provider`;

export const searchedTrainings: Searchable = {
  group: 'learning',
  found: `select o.id, row_number() over (order by ts_rank(to_tsvector('swedish', ${told}), words_wanted($1::text)) desc, word_similarity($1::text, o.title) desc, o.changed_at desc, o.id) as at
    from offer o where to_tsvector('swedish', ${told}) @@ words_wanted($1::text) or $4::boolean and word_similarity($1::text, o.title) >= 0.5 order by at limit $2::int`,
  row: `select o.title, (select string_agg(h.name, ', ' order by array_position(o.host_ids, h.id)) from organization h where h.id = any (o.host_ids)) as about,
    '/utbildningar/' || o.id as path from offer o where o.id = f.id`,
  list: '/utbildningar',
};
