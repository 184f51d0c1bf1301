import type { Searchable } from '@samverkan/shared/api';

/** Whom to call: the function and its party, never how it is reached, so that a search is no reading of contact data. */
export const searchedContacts: Searchable = {
  group: 'contacts',
  found: `select c.id, c.at from contact_by_text($3::text[], null::text[], $4::boolean) with ordinality c (id, at)
    cross join lateral (select from contact_function x where x.id = c.id and x.retired_on is null offset 0) standing order by c.at limit $2::int`,
  row: `select c.title, (select o.name from organization o where o.id = c.organization_id) as about, '/kontakter/' || c.id as path from contact_function c where c.id = f.id`,
  list: '/kontakter?scope=all',
};
