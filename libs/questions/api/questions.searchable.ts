import type { Searchable } from '@samverkan/shared/api';

/** More than this are not ordered among each other. */
export const mostByText = 1001;

/** Ids of questions that answer to the words at a place among the values: the list and the search ask the same. */
export const byText = (words: string, nearly = 'false'): string =>
  `question_by_text(${words}, ${nearly}, ${mostByText})`;

export const searchedQuestions: Searchable = {
  group: 'questions',
  found: `select b.id, b.place as at from ${byText('$1::text', '$4::boolean')} b join question q on q.id = b.id order by b.place limit $2::int`,
  row: `select q.title, concat_ws(', ', (select o.name from organization o where o.id = q.organization_id), q.reference) as about, '/fragor/' || q.id as path from question q where q.id = f.id`,
  list: '/fragor',
};

// Of `faq f`: by the words' stems and beginnings, or as they stand.
export const faqAnswers = (words: string): string =>
  `(f.words @@ words_wanted(${words}) or position(lower(${words}) in lower(f.title)) > 0)`;

export const searchedAnswers: Searchable = {
  group: 'answers',
  found: `select f.id, row_number() over (order by ts_rank(f.words, words_wanted($1::text)) desc, f.changed_at desc, f.id) as at
    from faq f where ${faqAnswers('$1::text')} or $4::boolean and word_similarity($1::text, f.title) >= 0.5 order by at limit $2::int`,
  row: `select q.title, (select o.name from organization o where o.id = q.organization_id) as about, '/fragor/svar/' || q.id as path from faq q where q.id = f.id`,
  list: '/fragor/svar',
};
