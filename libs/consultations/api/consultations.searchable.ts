import type { Searchable } from '@samverkan/shared/api';

export const searchedConsultations: Searchable = {
  group: 'consultations',
  found: `select c.id, row_number() over (order by ts_rank(to_tsvector('swedish', c.title), words_wanted($1::text)) desc, c.last_day desc, c.id) as at from consultation c
    where to_tsvector('swedish', c.title) @@ words_wanted($1::text) or $4::boolean and word_similarity($1::text, c.title) >= 0.5
    order by at limit $2::int`,
  row: `select c.title, (select o.name from organization o where o.id = c.organization_id) as about, '/remisser/' || c.id as path from consultation c where c.id = f.id`,
};
