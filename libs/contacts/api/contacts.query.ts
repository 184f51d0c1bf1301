// The list of functions: one shaped query. Only the filters in use stand in its text, so PostgreSQL plans each shape for what it is.
import type { ContactQuery } from '@samverkan/contacts/contract';
import { tellingWords } from '@samverkan/shared/api';
import { countCap } from '@samverkan/shared/contract';
import { contactSummary, isOverdue, isVacant, swedish } from './contact.sql';

/** Public sort names and their columns; nothing else is ever written after ORDER BY. */
const columns: Record<Exclude<ContactQuery['sort'], 'match'>, string> = {
  title: `f.title ${swedish}`,
  organization: `(select o.name from organization o where o.id = f.organization_id) ${swedish}`,
  verified: 'f.verified_on',
};

export interface Sql {
  text: string;
  values: unknown[];
}

/** Who asks, as far as the list depends on it. */
export interface Reader {
  organizationId: string;
  countyCodes: readonly string[];
}

/** The counties that a list keeps to unless told otherwise; null is the whole country. */
export const countiesOf = (reader: Reader): readonly string[] | null =>
  reader.countyCodes.length > 0 ? reader.countyCodes : null;

/** The list's query, or those of it that are among some functions, wherever they are. */
export type ContactsWanted = ContactQuery & { only?: readonly string[] };

/** One page as JSON text in the shape of `ContactPage`, or with `item` for each. With `tolerant`, words spelt nearly so are found too. */
export function contactPage(query: ContactsWanted, reader: Reader, tolerant = false, item = contactSummary): Sql {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const tests: string[] = [query.retired ? 'f.retired_on is not null' : 'f.retired_on is null'];
  const some = (list: readonly string[] | undefined, test: (at: string) => string, type = 'text') => {
    if (list && list.length > 0) tests.push(test(`${bind(list)}::${type}[]`));
  };
  const words = tellingWords(query.q);
  // A municipality or an organisation is a place of its own; and whoever has no county works with the whole country.
  const placed = [query.municipality, query.organization].some((list) => list && list.length > 0);
  const within = query.scope === 'all' || placed || query.mine || query.only ? null : countiesOf(reader);
  const found =
    words.length > 0
      ? `contact_by_text(${bind(words)}::text[], ${bind(within)}::text[], ${tolerant})`
      : within
        ? `contact_in_counties(${bind(within)}::text[])`
        : '';
  some(query.subject, (at) => `f.id in (select contact_about(${at}))`);
  some(query.municipality, (at) => `f.id in (select contact_in_municipalities(${at}))`);
  some(query.kind, (at) => `f.organization_id in (select o.id from organization o where o.kind = any (${at}))`);
  some(query.organization, (at) => `f.organization_id = any (${at})`, 'uuid');
  if (query.only) tests.push(`f.id = any (${bind(query.only)}::uuid[])`);
  if (query.mine) tests.push(`f.organization_id = ${bind(reader.organizationId)}::uuid`);
  if (query.vacant) tests.push(isVacant);
  if (query.overdue) tests.push(isOverdue);
  const ranked = query.sort === 'match' && words.length > 0;
  const direction = query.order === 'desc' ? 'desc' : 'asc';
  const column = query.sort === 'match' ? columns.title : columns[query.sort];
  const order = ranked ? 'f.place' : `${column} ${direction} nulls last, f.title ${swedish}, f.id`;
  const where = `where ${tests.join(' and ')}`;
  const [size, offset] = [bind(query.size), bind((query.page - 1) * query.size)];
  // What was found is looked up id by id (PostgreSQL cannot know how few they are, and would read the whole table), cut to the page and
  // counted from there; with nothing to look for, an index gives the page by itself.
  const source = found ? 'hits f' : `contact_function f ${where}`;
  const hits = `found as materialized (select id, place from ${found} with ordinality as t (id, place)),
      hits as materialized (select f.*, found.place from found
        cross join lateral (select c.* from contact_function c where c.id = found.id offset 0) f ${where}), `;
  const text = `
    with ${found ? hits : ''}page as (select f.* from ${source} order by ${order} limit ${size}::int offset ${offset}::int),
      matching as (select count(*) as n from (select 1 from ${source} limit ${countCap + 1}) m)
    select json_build_object(
      'items', coalesce((select json_agg(${item} order by ${order}) from page f), '[]'::json),
      'page', ${offset}::int / ${size}::int + 1, 'size', ${size}::int,
      'total', least(n, ${countCap}), 'capped', n > ${countCap})::text as json
    from matching`;
  return { text, values };
}
