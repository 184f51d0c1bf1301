/** Whoever holds function $1 on day $2 or later, deputies aside. */
export const currentHolder = `
  select h.id from contact_holder h where h.function_id = $1 and not h.deputy and (h.valid_to is null or h.valid_to >= $2::date)
  order by h.valid_from limit 1`;

export const dayBefore = `select ($1::date - 1)::text as day`;

/** The name of holder $1 that everybody who sees the function may read. */
export const openNameOf = 'select n.name from contact_holder_name n where n.holder_id = $1';

const holdsNow = 'h.valid_from <= today() and (h.valid_to is null or h.valid_to >= today())';
const names = `left join contact_holder_name n on n.holder_id = h.id left join contact_inside_name i on i.holder_id = h.id`;

/** Functions in use of organisation $1 with their holders today. */
export const functionsOf = `
  select f.id, f.title, h.id as "holderId", coalesce(n.user_id, i.user_id) as "userId"
  from contact_function f left join contact_holder h on h.function_id = f.id and not h.deputy and ${holdsNow} ${names}
  where f.organization_id = $1 and f.retired_on is null order by f.title collate "sv-SE-x-icu", f.id`;

const holderJson = `json_build_object('id', h.id, 'name', coalesce(n.name, i.name), 'userId', coalesce(n.user_id, i.user_id),
  'naming', case when n.holder_id is not null then 'named' when i.holder_id is not null then 'function_only' else 'unnamed' end,
  'validFrom', h.valid_from, 'validTo', h.valid_to)`;

/** All functions in use of the acting organisation with whoever holds them today or later, for those who keep them. */
export const ownFunctionsWithHolders = `
  select f.id, f.version, f.title, f.subjects, f.municipality_codes as "municipalityCodes", f.mailbox, f.phone, f.note,
    (array['own', 'participants', 'county', 'members', 'public'])[f.visibility + 1] as visibility,
    (select ${holderJson} from contact_holder h ${names} where h.function_id = f.id and not h.deputy and (h.valid_to is null or h.valid_to >= today())
      order by h.valid_from limit 1) as holder,
    coalesce((select json_agg(${holderJson}) from contact_holder h ${names} where h.function_id = f.id and h.deputy and (h.valid_to is null or h.valid_to >= today())), '[]') as deputies
  from contact_function f where f.organization_id = ctx_org() and f.retired_on is null order by f.id`;

/** Functions of the acting organisation that user $1 holds or is deputy in today. */
export const functionsHeldBy = `
  select f.id, f.title, h.id as "holderId", coalesce(n.user_id, i.user_id) as "userId", h.deputy
  from contact_holder h join contact_function f on f.id = h.function_id ${names}
  where coalesce(n.user_id, i.user_id) = $1 and f.organization_id = ctx_org() and f.retired_on is null and ${holdsNow}
  order by f.title collate "sv-SE-x-icu", f.id`;
