// Handovers in one read: the function, who left it, and each piece of open work with what was decided about it.
import { moment } from '@samverkan/shared/api';
import { party } from './contact.sql';

const holdsNow = 'h.valid_from <= today() and (h.valid_to is null or h.valid_to >= today())';

/** The day nobody holds function `f` since, null while somebody does. */
const vacantSince = `case when not exists (select 1 from contact_holder h where h.function_id = f.id and not h.deputy and ${holdsNow}) then
  (select max(h.valid_to) + 1 from contact_holder h where h.function_id = f.id and not h.deputy and h.valid_to < today()) end`;

// Open work as it stood when she left: what came after whoever follows her began is that one's own. What has been decided on stands on.
const pieces = (works: string) => `
  work as (select w.*, o.id as handover_id from (${works}) w join open_handover o on o.function_id = w.function_id
    where w.at < coalesce((select min(h.valid_from) from contact_holder h where h.function_id = o.function_id and not h.deputy and h.valid_from > o.left_on)::timestamptz, now())
      or w.at < o.opened_at),
  piece as (
    select coalesce(w.handover_id, i.handover_id) as handover_id, coalesce(w.area, i.area) as area, coalesce(w.id, i.object_id) as object_id,
      w.title, w.path, w.state, coalesce(w.county_reads, false) as county_reads, nullif(i.decision, 'returned') as decision, i.to_function, i.decided_at, i.decision = 'returned' as returned
    from work w full join (select i.* from handover_item i join open_handover o on o.id = i.handover_id) i
      on i.handover_id = w.handover_id and i.area = w.area and i.object_id = w.id)`;

/** $1 the functions of which open work is asked, which are those of $2 the handovers; titles of what is no longer open come from `titles`. */
export const handoversWith = (works: string, titles: string): string => `
  with open_handover as (select * from handover where id = any ($2::uuid[])),
  ${pieces(works)}
  select json_build_object(
    'id', o.id, 'function', json_build_object('id', f.id, 'title', f.title), 'organization', ${party('p')}, 'leftOn', o.left_on,
    'vacantSince', ${vacantSince}, 'settledAt', ${moment('o.settled_at')},
    'items', coalesce((select json_agg(json_build_object(
        'area', x.area, 'objectId', x.object_id, 'title', coalesce(x.title, t.title), 'path', coalesce(x.path, ''), 'state', coalesce(x.state, ''),
        'decision', x.decision, 'to', (select json_build_object('id', g.id, 'title', g.title) from contact_function g where g.id = x.to_function),
        'decidedAt', ${moment('x.decided_at')}, 'canAsk', x.county_reads, 'returned', coalesce(x.returned, false)) order by x.area, coalesce(x.title, t.title) collate "sv-SE-x-icu", x.object_id)
      from piece x left join (${titles}) t on t.id = x.object_id
      where x.handover_id = o.id and coalesce(x.title, t.title) is not null), '[]'::json)) as handover
  from open_handover o join contact_function f on f.id = o.function_id join organization p on p.id = o.organization_id
  order by o.settled_at is not null, o.left_on desc, o.id`;

/** The acting organisation's handovers: those that wait, and the latest ten that are settled. */
export const handoversOfOrganization = `
  select id, function_id as "functionId" from (
    (select id, function_id, settled_at, left_on from handover where organization_id = ctx_org() and settled_at is null order by left_on desc limit 50)
    union all
    (select id, function_id, settled_at, left_on from handover where organization_id = ctx_org() and settled_at is not null order by settled_at desc limit 10)) h`;

/** Handovers with something the county board has been asked about and has not answered. */
export const handoversAskedOfCounty = `
  select distinct h.id, h.function_id as "functionId" from handover h join handover_item i on i.handover_id = h.id
  where i.asked_on is not null and i.decision = 'asked' and h.organization_id <> ctx_org() and i.county_codes && ctx_counties()`;

/** How many pieces of open work wait for a decision of organisation $1. */
export const undecided = (works: string): string => `
  select count(*)::int from (
    with open_handover as (select * from handover where organization_id = $1 and settled_at is null and exists (select 1 from contact_function f where f.id = function_id)),
    ${pieces(works.replaceAll('$1::uuid[]', 'array(select function_id from open_handover)'))}
    select 1 from piece x where x.decision is null and x.title is not null) n`;
