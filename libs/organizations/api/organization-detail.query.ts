// One party, as it is or as it was on a day ($2), and what has happened to it.
import { moment } from '@samverkan/shared/api';

const swedish = 'collate "sv-SE-x-icu"';

/** The name a party had on the day, so that its page of that day speaks of the time. */
const ref = (
  id: string,
) => `(select json_build_object('id', r.id, 'name', (organization_at(r, $2::date)).name, 'kind', r.kind)
  from organization r where r.id = ${id})`;

/** `content`: the contract without what the reader may do. `facts`: what the policy needs, as of today. $1 the party, $2 a day or null. */
export const partyById = `
  select json_build_object('id', h.id, 'name', h.name, 'nameEn', h.name_en, 'kind', h.kind, 'abbreviation', h.abbreviation,
    'countyCode', h.county_code, 'municipalityCode', h.municipality_code, 'organizationNumber', h.organization_number,
    'website', h.website, 'description', h.description, 'descriptionEn', h.description_en, 'demo', h.demo,
    'validFrom', h.valid_from, 'validTo', h.valid_to, 'parent', ${ref('h.parent_id')}, 'successor', ${ref('h.successor_id')},
    'mergedInto', ${ref('h.merged_into_id')},
    'mergedFrom', coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'kind', p.kind) order by p.name)
      from organization p where p.merged_into_id = h.id), '[]'),
    'predecessors', coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'kind', p.kind) order by p.valid_to, p.name)
      from organization p where p.successor_id = h.id), '[]'),
    'names', (select coalesce(json_agg(json_build_object('name', n.name, 'usage', n.usage, 'validFrom', n.valid_from,
      'validTo', n.valid_to, 'verification', n.verification)
      order by n.usage = 'name' desc, n.valid_to desc nulls first, n.name ${swedish}), '[]')
      from organization_name n where n.organization_id = h.id),
    'countyCodes', to_json(organization_counties_at(h.id, $2::date)),
    'municipalityCodes', to_json(organization_municipalities_at(h.id, $2::date)),
    'checked', h.checked, 'textHidden', organization_text_is_hidden(h.id), 'asOf', $2::date, 'version', h.version) as content,
    json_build_object('id', o.id, 'key', o.key, 'kind', o.kind, 'registrarId', o.registrar_id, 'mergedIntoId', o.merged_into_id,
      'countyCodes', to_json(organization_counties_at(o.id, null))) as facts
  from organization o cross join lateral organization_at(o, $2::date) h where o.id = $1`;

/** What has changed, newest first; $1 the party. */
export const historyOfParty = `
  select coalesce(json_agg(json_build_object(
      'id', c.id, 'at', ${moment('c.at')}, 'what', c.field, 'before', c.before, 'after', c.after,
      'organization', case when o.id is not null then json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) end,
      'function', function_of_member(c.user_id, c.organization_id), 'by', p.name) order by c.at desc, c.id desc), '[]'::json)::text as json
  from (select * from change_log where area = 'organizations' and object_id = $1 order by at desc limit 500) c
    left join organization o on o.id = c.organization_id
    left join app_user p on p.id = c.user_id and c.organization_id = ctx_org() and ctx_user() is not null`;

/** What the change that made version $2 of party $1 did. */
export const changesOfVersion = `
  select field, before, after from change_log where area = 'organizations' and object_id = $1 and version = $2 order by id`;

/** Parties alike; $1 the name, $2 the number or null. What is merged leads to what it is now. */
export const alikeParties = `
  select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'countyCode', f.county_code,
    'matchedName', f.matched, 'sameNumber', f.same) order by f.same desc, f.likeness desc, f.name ${swedish}), '[]')::text as json
  from (
    select distinct on (o.id) o.id, o.name, o.kind, o.county_code, nullif(a.matched, o.name) as matched, a.likeness,
      o.organization_number is not distinct from $2 and $2 is not null as same
    from organization_alike($1, $2) a join organization found on found.id = a.id
      join organization o on o.id = coalesce(found.merged_into_id, found.id)
    order by o.id, a.likeness desc) f
  where f.id in (select x.id from (
    select coalesce(o.merged_into_id, o.id) as id, max(a.likeness) as likeness from organization_alike($1, $2) a
      join organization o on o.id = a.id group by 1 order by 2 desc, 1 limit 5) x)`;

/** `path` of each county ($1), municipality ($2), parent ($3) and successor ($4) that is not there. */
export const unknownReferences = `
  select 'countyCodes.' || n - 1 as path from unnest($1::text[]) with ordinality as given (x, n) where not exists (select 1 from county where code = x)
  union all select 'municipalityCodes.' || n - 1 from unnest($2::text[]) with ordinality as given (x, n) where not exists (select 1 from municipality where code = x)
  union all select 'parentId' where $3::uuid is not null and not exists (select 1 from organization where id = $3 and merged_into_id is null)
  union all select 'successorId' where $4::uuid is not null and not exists (select 1 from organization where id = $4 and merged_into_id is null)
  order by path`;

/** Whether walking upwards (or onwards) from party $2 comes to party $1: then $2 cannot stand above (or after) it. */
export const wouldCircle = (column: 'parent_id' | 'successor_id') => `
  with recursive way as (
    select id, ${column} as next from organization where id = $2
    union select o.id, o.${column} from organization o join way w on o.id = w.next)
  select 1 as found from way where id = $1`;
