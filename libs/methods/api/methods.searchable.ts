import type { Searchable } from '@samverkan/shared/api';

/** Whether `method m` answers to the words at a place among the values: by their stems and beginnings, or as they stand. The list and the search ask the same. */
export const methodAnswers = (words: string): string =>
  `(m.removed_at is null and (m.words @@ words_wanted(${words}) or position(lower(${words}) in m.folded) > 0))`;

/** The best first: in its name before what is told of it. */
export const methodRank = (words: string): string =>
  `ts_rank(m.words, words_wanted(${words})) desc, word_similarity(${words}, m.name) desc, m.name collate "sv-SE-x-icu", m.id`;

export const searchedMethods: Searchable = {
  group: 'methods',
  found: `select m.id, row_number() over (order by ${methodRank('$1::text')}) as at from method m
    where ${methodAnswers('$1::text')} or $4::boolean and m.removed_at is null and word_similarity($1::text, m.name) >= 0.5 order by at limit $2::int`,
  row: `select m.name as title, (select o.name from organization o where o.id = m.organization_id) as about, '/metoder/' || m.id as path from method m where m.id = f.id`,
  list: '/metoder',
};
