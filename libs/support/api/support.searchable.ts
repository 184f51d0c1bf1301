import type { Searchable } from '@samverkan/shared/api';

/** Whether `support_request r` answers to the words at a place among the values: the list and the search ask the same. */
export const supportAnswers = (words: string): string =>
  `(r.words @@ words_wanted(${words}) or r.reference = upper(btrim(${words})) or position(lower(${words}) in lower(r.title)) > 0)`;

export const searchedSupport: Searchable = {
  group: 'support',
  found: `select r.id, row_number() over (order by r.reference = upper(btrim($1::text)) desc, ts_rank(r.words, words_wanted($1::text)) desc, r.changed_at desc, r.id) as at
    from support_request r where ${supportAnswers('$1::text')} or $4::boolean and word_similarity($1::text, r.title) >= 0.5 order by at limit $2::int`,
  row: `select r.title, concat_ws(', ', (select o.name from organization o where o.id = r.organization_id), r.reference) as about, '/stod/' || r.id as path from support_request r where r.id = f.id`,
  list: '/stod',
};
