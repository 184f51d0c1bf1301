// Pieces of SQL that give a function in the contract's shape. Read under row-level security: what they touch is what the reader may see.
import { moment } from '@samverkan/shared/api';

export const swedish = 'collate "sv-SE-x-icu"';

export const party = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'kind', ${alias}.kind)`;

const visibilityName = `(array['own', 'participants', 'county', 'members', 'public'])[f.visibility + 1]`;

const holdsNow = 'h.valid_from <= today() and (h.valid_to is null or h.valid_to >= today())';

/** Whether nobody holds `contact_function f` today. */
export const isVacant = `not exists (select 1 from contact_holder h where h.function_id = f.id and not h.deputy and ${holdsNow})`;

export const isOverdue = '(f.retired_on is null and f.next_verification_on < today())';

// Everything of the holders in one reading: each time a table under row-level security stands in a query, its policy is planned anew.
const held = `(
  select coalesce(bool_or(h.now), false) as held, max(h.valid_to) filter (where h.valid_to < today()) as last, max(h.name) filter (where h.now) as name
  from (select h.valid_to, ${holdsNow} as now, (select n.name from contact_holder_name n where n.holder_id = h.id) as name
    from contact_holder h where h.function_id = f.id and not h.deputy) h) now`;

const summaryFields = `
  'id', f.id, 'title', f.title, 'organization', (select ${party('o')} from organization o where o.id = f.organization_id),
  'subjects', to_json(f.subjects), 'municipalityCodes', to_json(f.municipality_codes), 'countyCodes', to_json(f.county_codes),
  'mailbox', f.mailbox, 'phone', f.phone, 'visibility', ${visibilityName}, 'holderName', now.name,
  'vacantSince', case when not now.held then coalesce(now.last + 1, (f.created_at at time zone 'Europe/Stockholm')::date) end,
  'verifiedOn', f.verified_on, 'overdue', ${isOverdue}, 'retiredOn', f.retired_on, 'demo', f.demo, 'version', f.version`;

/** `ContactSummary` of `contact_function f`. */
export const contactSummary = `(select json_build_object(${summaryFields}) from ${held})`;

// A name kept inside is met only by those whose it is: for everybody else the join finds nothing, as it does where no name is kept.
// Who keeps the function ($2) is told which it is.
const holders = `coalesce((
  select json_agg(json_build_object('id', h.id, 'deputy', h.deputy, 'validFrom', h.valid_from, 'validTo', h.valid_to, 'current', ${holdsNow},
      'name', coalesce(n.name, i.name),
      'naming', case when not $2::boolean then null when n.holder_id is not null then 'named' when i.holder_id is not null then 'function_only' else 'unnamed' end,
      'userId', case when $2::boolean then coalesce(n.user_id, i.user_id) end)
    order by (${holdsNow}) desc, h.deputy, h.valid_from desc, h.id desc)
  from contact_holder h left join contact_holder_name n on n.holder_id = h.id left join contact_inside_name i on i.holder_id = h.id
  where h.function_id = f.id), '[]'::json)`;

/** The part of `ContactFunction` before what the reader may do; $2 tells whether she keeps it. */
export const contactDetail = `(select jsonb_build_object(${summaryFields}) from ${held}) || jsonb_build_object(
  'note', f.note, 'nextVerificationOn', f.next_verification_on, 'createdAt', ${moment('f.created_at')}, 'holders', ${holders})`;
