/** How people quote function $1 whose title is hidden: whose it is, and the end of its id. */
export const referenceOf = `
  select o.name || ', F-' || upper(right(f.id::text, 6)) as reference
  from contact_function f join organization o on o.id = f.organization_id where f.id = $1`;

/** Names of function $1 that everybody who sees it may read, each once. A name kept inside is none of its texts. */
export const openNamesOf = `
  select n.name from contact_holder_name n join contact_holder h on h.id = n.holder_id where n.function_id = $1
  group by n.name order by min(h.valid_from) desc, n.name`;

/** What reader said is wrong; $1 the report. */
export const hiddenReport = `
  select r.function_id as "functionId", r.organization_id as "organizationId", r.text, (r.created_at at time zone 'Europe/Stockholm')::date::text as day
  from contact_report r where r.id = $1`;
