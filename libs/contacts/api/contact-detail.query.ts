import { moment } from '@samverkan/shared/api';
import { contactDetail, party } from './contact.sql';

/** One function with what the policy needs; $1 its id, $2 whether the reader keeps the functions of `ctx_org()`. */
export const contactById = `
  select ${contactDetail.replaceAll('$2::boolean', '($2::boolean and f.organization_id = ctx_org())')} as content,
    f.organization_id as "organizationId", f.visibility, f.county_codes as "countyCodes", f.retired_on::text as "retiredOn",
    ctx_user() is not null and administers(f.organization_id) as administered
  from contact_function f where f.id = $1`;

/** What has changed, newest first; $1 the function. */
export const historyOfContact = `
  select coalesce(json_agg(json_build_object(
      'id', c.id, 'at', ${moment('c.at')}, 'what', c.field, 'before', c.before, 'after', c.after,
      'organization', case when o.id is not null then ${party('o')} end,
      'by', p.name) order by c.at desc, c.id desc), '[]'::json)::text as json
  from (select * from change_log where area = 'contacts' and object_id = $1 order by at desc limit 500) c
    left join organization o on o.id = c.organization_id
    left join app_user p on p.id = c.user_id and c.organization_id = ctx_org() and ctx_user() is not null`;

/** Fields somebody has changed since version $2 of function $1. */
export const fieldsChangedSince = 'select field from contact_fields_since($1, $2) field';

/** `path` of each municipality ($1) that there is none of: `municipalityCodes.0`. */
export const unknownMunicipalities = `
  select 'municipalityCodes.' || n - 1 as path from unnest($1::text[]) with ordinality as given (x, n)
  where not exists (select 1 from municipality where code = x) order by n`;

/** The counties of the municipalities $1. */
export const countiesOfMunicipalities = 'select distinct county_code as county from municipality where code = any ($1)';

/** People of the acting organisation today: her colleagues and herself. */
export const colleagues = `
  select u.id as "userId", u.name, min(m.title) as title from membership m join app_user u on u.id = m.user_id
  where m.organization_id = ctx_org() and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())
  group by u.id, u.name order by u.name collate "sv-SE-x-icu" limit 200`;

/** The name of a colleague who is one today; $1 the user. */
export const colleagueName = `
  select u.name from membership m join app_user u on u.id = m.user_id
  where m.user_id = $1 and m.organization_id = ctx_org() and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) limit 1`;

/** Organisations that would see function at level $1, owned by $2, in counties $3. */
export const audienceAt = `
  with seen as (select o.id, o.name, o.kind from contact_audience($1::smallint, $2, $3) x join organization o on o.id = x)
  select (select count(*)::int from seen) as count, coalesce((select json_agg(${party('s')} order by s.name collate "sv-SE-x-icu")
    from (select * from seen order by name collate "sv-SE-x-icu" limit 60) s), '[]'::json) as organizations`;
