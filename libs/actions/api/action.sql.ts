// Pieces of SQL that give an action in the contract's shape. Read under row-level security: what they touch is what the reader may see.
import { moment } from '@samverkan/shared/api';

/** `OrganizationRef` of `organization o`. */
export const organizationRef = `json_build_object('id', o.id, 'name', o.name, 'kind', o.kind)`;

/** `GoalRef` of `goal g` and its `strategy s`. */
export const goalRef = `json_build_object('id', g.id, 'number', g.number, 'title', g.title, 'titleEn', g.title_en,
       'strategyId', s.id, 'strategyShortTitle', s.short_title)`;

const organizations = (ids: string) => `coalesce((
  select json_agg(${organizationRef} order by array_position(${ids}, o.id))
  from organization o where o.id = any (${ids})), '[]'::json)`;

export const visibilityName = (column: string) =>
  `(array['own', 'participants', 'county', 'members', 'public'])[${column} + 1]`;

export const overdue = `(a.status in ('planned', 'ongoing') and a.ends_on < today())`;

const summaryFields = `
  'id', a.id, 'reference', a.reference, 'title', a.title, 'kind', a.kind, 'status', a.status,
  'overdue', coalesce(${overdue}, false), 'visibility', ${visibilityName('a.visibility')},
  'startsOn', a.starts_on, 'endsOn', a.ends_on, 'owners', ${organizations('a.owner_ids')},
  'partners', (select coalesce(json_agg(p.partner), '[]'::json) from (
     select json_build_object('name', o.name, 'organization', ${organizationRef}) as partner
     from organization o where o.id = any (a.partner_ids)
     union all select json_build_object('name', n, 'organization', null) from unnest(a.partner_names) n) p),
  'municipalityCodes', to_json(a.municipality_codes),
  'goals', coalesce((
     select json_agg(${goalRef} order by s.kind, g.sort)
     from goal g join strategy s on s.id = g.strategy_id where g.id = any (a.goal_ids)), '[]'::json),
  'changedAt', ${moment('a.changed_at')}, 'lastUpdateOn', a.last_update_on, 'demo', a.demo, 'version', a.version`;

/** `ActionSummary` of `action a`. */
export const actionSummary = `json_build_object(${summaryFields})`;

/** What the rules and the verbs need to know of `action a` (`ActionFacts`, status and where a pause began). */
export const actionFacts = `json_build_object('visibility', a.visibility, 'ownerIds', a.owner_ids, 'partnerIds', a.partner_ids,
  'countyCodes', a.county_codes, 'status', a.status, 'pausedFrom', a.paused_from)`;

/** The part of `Action` that is the same for every reader of `action a`; what she may do is added by the view. */
export const actionDetail = `jsonb_build_object(${summaryFields}) || jsonb_build_object(
  'description', a.description, 'targetGroups', to_jsonb(a.target_groups), 'forms', to_jsonb(a.forms), 'phases', to_jsonb(a.phases),
  'responsibleFunction', a.responsible_function,
  'responsibleFunctionId', (select f.id from contact_function f where f.id = a.responsible_function_id), 'cancelReason', a.cancel_reason,
  'joinedInto', (select jsonb_build_object('id', j.id, 'title', j.title) from action j where j.id = a.joined_into_id), 'statusSince', a.status_since, 'createdAt', ${moment('a.created_at')},
  'connectionAskedOn', case when ctx_org() = any (a.owner_ids) then a.connection_asked_on end,
  'alike', coalesce(a.alike, false) and ctx_org() = any (a.owner_ids))`;

export { moment, organizations };
