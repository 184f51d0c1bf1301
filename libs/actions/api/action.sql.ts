// Pieces of SQL that give an action in the contract's shape. Read under row-level security: what they touch is what the reader may see.

const organizations = (ids: string) => `coalesce((
  select json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) order by array_position(${ids}, o.id))
  from organization o where o.id = any (${ids})), '[]'::json)`;

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const visibilityName = (column: string) =>
  `(array['own', 'participants', 'county', 'members', 'public'])[${column} + 1]`;

const overdue = `(a.status in ('planned', 'ongoing') and a.ends_on < today())`;

const summaryFields = `
  'id', a.id, 'reference', a.reference, 'title', a.title, 'kind', a.kind, 'status', a.status,
  'overdue', coalesce(${overdue}, false), 'visibility', ${visibilityName('a.visibility')},
  'startsOn', a.starts_on, 'endsOn', a.ends_on, 'owners', ${organizations('a.owner_ids')},
  'partners', (select coalesce(json_agg(p.partner), '[]'::json) from (
     select json_build_object('name', o.name, 'organization', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind)) as partner
     from organization o where o.id = any (a.partner_ids)
     union all select json_build_object('name', n, 'organization', null) from unnest(a.partner_names) n) p),
  'municipalityCodes', to_json(a.municipality_codes),
  'goals', coalesce((
     select json_agg(json_build_object('id', g.id, 'number', g.number, 'title', g.title, 'titleEn', g.title_en,
       'strategyId', s.id, 'strategyShortTitle', s.short_title) order by s.kind, g.sort)
     from goal g join strategy s on s.id = g.strategy_id where g.id = any (a.goal_ids)), '[]'::json),
  'changedAt', ${moment('a.changed_at')}, 'lastUpdateOn', a.last_update_on, 'demo', a.demo, 'version', a.version`;

/** `ActionSummary` of `action a`. */
export const actionSummary = `json_build_object(${summaryFields})`;

/** The part of `Action` that is the same for every reader of `action a`; what she may do is added by the view. */
export const actionDetail = `jsonb_build_object(${summaryFields}) || jsonb_build_object(
  'description', a.description, 'targetGroups', to_jsonb(a.target_groups), 'forms', to_jsonb(a.forms), 'phases', to_jsonb(a.phases),
  'responsibleFunction', a.responsible_function,
  'responsibleFunctionId', (select f.id from contact_function f where f.id = a.responsible_function_id), 'cancelReason', a.cancel_reason, 'statusSince', a.status_since, 'createdAt', ${moment('a.created_at')})`;

export { moment, organizations };
