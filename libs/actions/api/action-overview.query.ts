import { staleAfterDays } from '@samverkan/actions/contract';
import { moment } from '@samverkan/shared/api';
import { actionSummary } from './action.sql';

/** How the county stands for this reader: $1 her counties. Counts exactly what `actionFilter` lists for the same goal or municipality. */
export const overviewOfCounty = `
  with visible as (select a.goal_ids, a.municipality_codes, a.status from action a where a.county_codes && $1::text[] and a.status in ('planned', 'ongoing', 'paused', 'completed')),
    by_goal as (
      select g, count(*) filter (where status = 'planned') as planned, count(*) filter (where status = 'ongoing') as ongoing,
        count(*) filter (where status = 'paused') as paused, count(*) filter (where status = 'completed') as completed
      from visible, unnest(goal_ids) g group by g),
    by_municipality as (select m, count(*) as open from visible, unnest(municipality_codes) m where status <> 'completed' group by m)
  select json_build_object(
    'countedAt', ${moment('now()')},
    'goals', coalesce((select json_agg(json_build_object('goalId', g, 'planned', planned, 'ongoing', ongoing, 'paused', paused, 'completed', completed)) from by_goal), '[]'::json),
    'municipalities', coalesce((select json_agg(json_build_object('code', m, 'open', open) order by m) from by_municipality), '[]'::json),
    'open', (select count(*) from visible where status <> 'completed'))::text as json`;

/** The actions of organisation $1 that wait for a line: past the end, silent for long (`staleAfterDays`), paused for 30, about to end and silent for 14, about to begin, or a draft left lying. */
export const waitingActions = `
    select a.*, case
        when a.status in ('planned', 'ongoing') and a.ends_on < today() then 'overdue'
        when a.status = 'ongoing' and coalesce(a.last_update_on, a.status_since) < today() - ${staleAfterDays} then 'stale'
        when a.status = 'paused' and a.status_since < today() - 30 then 'paused'
        when a.status = 'ongoing' and a.ends_on <= today() + 14 and coalesce(a.last_update_on, a.status_since) < today() - 14 then 'ends_soon'
        when a.status = 'planned' and a.starts_on <= today() + 14 then 'starts_soon'
        when a.status = 'draft' then 'draft' end as reason
    from action a where a.id in (select action_by_owners(array[$1::uuid])) and a.status in ('draft', 'planned', 'ongoing', 'paused')`;

/** What waits for a line from organisation $1, the most pressing first. */
export const waitingForOrganization = `
  with mine as (${waitingActions}),
  waiting as (
    select *, case reason when 'overdue' then ends_on when 'ends_soon' then ends_on when 'stale' then coalesce(last_update_on, status_since) when 'starts_soon' then starts_on
      when 'draft' then changed_at::date else status_since end as since from mine where reason is not null),
  first as (select * from waiting order by array_position(array['overdue', 'stale', 'paused', 'ends_soon', 'starts_soon', 'draft'], reason), since, id limit 8)
  select json_build_object('count', (select count(*) from waiting),
    'items', coalesce((select json_agg(json_build_object('reason', a.reason, 'since', a.since, 'action', ${actionSummary})
      order by array_position(array['overdue', 'stale', 'paused', 'ends_soon', 'starts_soon', 'draft'], a.reason), a.since, a.id) from first a), '[]'::json))::text as json`;

/** Those of the codes that can be chosen today, in their order. */
const usable = (list: string, codes: string) => `to_json(array(select x from unnest(${codes}) with ordinality u (x, n)
    join term t on t.vocabulary = '${list}' and t.code = x and t.state = 'in_use' order by n))`;

/** The acting organisation's latest action, whose values the next one begins with; $1 the organisation. */
export const latestOfOrganization = `
  select a.id, a.title, (select t.code from term t where t.vocabulary = 'kind' and t.code = a.kind and t.state = 'in_use') as kind,
    to_json(a.goal_ids) as "goalIds", to_json(a.municipality_codes) as "municipalityCodes", ${usable('targetGroup', 'a.target_groups')} as "targetGroups",
    ${usable('form', 'a.forms')} as forms, ${usable('phase', 'a.phases')} as phases, a.responsible_function as "responsibleFunction",
    (select f.id from contact_function f where f.id = a.responsible_function_id and f.retired_on is null) as "responsibleFunctionId", a.visibility
  from action a where a.id in (select action_by_owners(array[$1::uuid])) and a.status <> 'draft' order by a.created_at desc, a.id desc limit 1`;

/** Municipalities the organisation serves; $1 the organisation. */
export const servedMunicipalities =
  'select municipality_code as code from organization_municipality where organization_id = $1 order by 1';
