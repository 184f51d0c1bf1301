/** Every name of the acting organisation, as a file may call it. */
export const ownNames = `
  select name from organization where id = ctx_org() union select abbreviation from organization where id = ctx_org() and abbreviation is not null
  union select name_en from organization where id = ctx_org() and name_en is not null
  union select name from organization_name where organization_id = ctx_org()`;

export const allMunicipalities = 'select code, name from municipality';

export const subjectSynonyms = 'select code, words from contact_subject';

/** People of the acting organisation today whose name nobody else of them has. */
export const namedColleagues = `
  select min(u.id::text) as "userId", u.name from membership m join app_user u on u.id = m.user_id
  where m.organization_id = ctx_org() and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())
  group by u.name having count(distinct u.id) = 1`;

export const todayInSweden = 'select today()::text as today';

/** Many functions of the acting organisation at once; $1 JSON, $2 months until they are to be confirmed again. */
export const addFunctions = `
  insert into contact_function (id, title, subjects, municipality_codes, county_codes, mailbox, phone, note, visibility, version, verified_on, next_verification_on)
  select g.id, g.title, g.subjects, g.municipalities, g.counties, g.mailbox, g.phone, g.note, g.level, g.version, today(), (today() + make_interval(months => $2::int))::date
  from jsonb_to_recordset($1::jsonb) as g (id uuid, title text, subjects text[], municipalities text[], counties text[], mailbox text, phone text, note text, level smallint, version integer)`;

export const addHolders = `
  insert into contact_holder (id, function_id, deputy, valid_from, valid_to)
  select g.id, g.function, g.deputy, coalesce(g.valid_from, today()), g.valid_to
  from jsonb_to_recordset($1::jsonb) as g (id uuid, function uuid, deputy boolean, valid_from date, valid_to date)`;

/** Names into the table that their naming says; $1 JSON. */
export const addNames = (table: 'contact_holder_name' | 'contact_inside_name') => `
  insert into ${table} (holder_id, function_id, name, user_id)
  select g.id, g.function, g.name, g."user" from jsonb_to_recordset($1::jsonb) as g (id uuid, function uuid, name text, "user" uuid)`;

export const newIds = 'select new_id() as id from generate_series(1, $1::int)';
