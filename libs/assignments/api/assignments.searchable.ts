import type { Searchable } from '@samverkan/shared/api';

export const searchedAssignments: Searchable = {
  group: 'assignments',
  found: `select a.id, row_number() over (order by ts_rank(to_tsvector('swedish', a.title), words_wanted($1::text)) desc, a.decided_on desc nulls last, a.id) as at from assignment a
    where to_tsvector('swedish', a.title) @@ words_wanted($1::text) or lower(a.dnr) = lower($1::text) or $4::boolean and word_similarity($1::text, a.title) >= 0.5
    order by at limit $2::int`,
  row: `select a.title, a.dnr as about, '/uppdrag/' || a.id as path from assignment a where a.id = f.id`,
};
