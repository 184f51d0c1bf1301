import type { Searchable } from '@samverkan/shared/api';

// Of `offer o`: what is told of it.
const told = `o.title || ' ' || o.subject || ' ' || o.provider || ' ' || o.description`;

/** Whether `offer o` answers to the words at a place among the values: by their stems and beginnings, or as they stand, also where it is held. The list and the search ask the same. */
export const offerAnswers = (
  words: string,
): string => `(to_tsvector('swedish', ${told}) @@ words_wanted(${words}) or position(lower(${words}) in lower(${told})) > 0
  or exists (select from offer_session s where s.offer_id = o.id and position(lower(${words}) in lower(s.place)) > 0))`;

export const searchedTrainings: Searchable = {
  group: 'learning',
  found: `select o.id, row_number() over (order by ts_rank(to_tsvector('swedish', ${told}), words_wanted($1::text)) desc, word_similarity($1::text, o.title) desc, o.changed_at desc, o.id) as at
    from offer o where ${offerAnswers('$1::text')} or $4::boolean and word_similarity($1::text, o.title) >= 0.5 order by at limit $2::int`,
  row: `select o.title, (select string_agg(h.name, ', ' order by array_position(o.host_ids, h.id)) from organization h where h.id = any (o.host_ids)) as about,
    '/utbildningar/' || o.id as path from offer o where o.id = f.id`,
  list: '/utbildningar',
};
