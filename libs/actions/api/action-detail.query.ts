import { actionDetail, moment } from './action.sql';

/** Who may see the action, of `action a`. */
const facts = `a.visibility, a.owner_ids as "ownerIds", a.partner_ids as "partnerIds", a.county_codes as "countyCodes"`;

/** One action with what the policy needs; $1 its id. */
export const actionById = `
  select ${actionDetail} as content, a.status, a.paused_from as "pausedFrom", ${facts}
  from action a where a.id = $1`;

/** What whoever writes a line in action $1 must know of it: who may, its goals that she sees, today, and the id the line is to have. */
export const actionToWriteIn = `
  select a.status, ${facts}, array(select g.id from goal g where g.id = any (a.goal_ids)) as "goalIds",
    today()::text as today, new_id() as "lineId"
  from action a where a.id = $1`;

/** A line of hers in action $2, with the id it was promised ($1). */
export const writeLine = `
  insert into action_update (id, action_id, happened_on, done, effect, counts) values ($1, $2, $3, $4, $5, $6)`;

/**
 * The counts of line `u`, for whoever reads them whole (`whole`) and for others. Those under five are the owners' own, and so is what one could be reckoned
 * from. Of how many a count is out of is therefore kept from others:
 * - for every count of a line that hides one. The number of all may be of those who came, "14 of 17" beside "< 5"; and whether it stands must not hang on
 *   how small the hidden one is, which would tell that.
 * - where one to four are left, who are as few as those that are hidden. Nobody left is told as nobody. That it is missing looks as if it was not said.
 * Each line stands for itself: who came one day may have come another, so that no number is what one line leaves of another.
 */
const countsOf = (whole: string) => `
  select coalesce(json_agg(json_build_object('profession', c->>'profession',
      'count', case when ${whole} or (c->>'count')::int >= 5 then (c->>'count')::int end,
      'of', case when told then (c->>'of')::int end, 'about', coalesce(told and (c->>'about')::boolean, false),
      'source', coalesce(case when told then c->>'source' end, ''))), '[]'::json)
  from jsonb_array_elements(u.counts) c cross join lateral (select c->'of' is not null and (${whole}
    or not jsonb_path_exists(u.counts, '$[*].count ? (@ < 5)') and (c->>'of')::int - (c->>'count')::int not between 1 and 4) as told) s`;

/** The newest updates of the action, so many, and whether there are older ones: JSON text in the shape of `ActionUpdates`. The writer's name is hers and her colleagues'. */
const newestOf = (action: string, isOwner: string, most: string) => `
  with newest as materialized (select u.* from action_line_ids(${action}, ${most} + 1) found join action_update u on u.id = found)
  select json_build_object('items', coalesce(json_agg(json_build_object(
      'id', u.id, 'happenedOn', u.happened_on, 'done', u.done, 'effect', u.effect,
      'counts', (${countsOf(`(${isOwner} or u.organization_id = ctx_org())`)}),
      'organization', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind),
      'writtenBy', p.name, 'createdAt', ${moment('u.created_at')},
      'removable', u.organization_id = ctx_org() and u.created_at > now() - interval '1 day')
    order by u.happened_on desc, u.created_at desc), '[]'::json), 'older', (select count(*) > ${most} from newest))::text as json
  from (select * from newest order by happened_on desc, created_at desc limit ${most}) u join organization o on o.id = u.organization_id
    left join app_user p on p.id = u.user_id and u.organization_id = ctx_org() and ctx_user() is not null`;

/** The newest $3 updates of action $1 for a reader who is one of its owners, or not ($2). */
export const updatesOfAction = newestOf('$1', '$2::boolean', '$3::int');

/** The action with its newest $2 updates, in one trip; $1 its id. */
export const actionWithUpdates = `
  select ${facts}, (${newestOf('$1', 'ctx_org() = any (a.owner_ids)', '$2::int')}) as lines from action a where a.id = $1`;

/** What has changed, newest first; $1 the action. */
export const historyOfAction = `
  select coalesce(json_agg(json_build_object(
      'id', c.id, 'at', ${moment('c.at')}, 'what', c.field, 'before', c.before, 'after', c.after,
      'organization', case when o.id is not null then json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) end,
      'by', p.name) order by c.at desc, c.id desc), '[]'::json)::text as json
  from (select * from change_log where area = 'actions' and object_id = $1 order by at desc limit 500) c
    left join organization o on o.id = c.organization_id
    left join app_user p on p.id = c.user_id and c.organization_id = ctx_org() and ctx_user() is not null`;

/** Fields somebody has changed since version $2 of action $1. */
export const fieldsChangedSince = 'select field from action_fields_since($1, $2) field';

/** `path` of each goal ($1), partner ($2) or municipality ($3) that this reader has not got: `goalIds.0`. */
export const unknownReferences = `
  select 'goalIds.' || n - 1 as path from unnest($1::uuid[]) with ordinality as given (x, n) where not exists (select 1 from goal where id = x)
  union all select 'partnerIds.' || n - 1 from unnest($2::uuid[]) with ordinality as given (x, n) where not exists (select 1 from organization where id = x)
  union all select 'municipalityCodes.' || n - 1 from unnest($3::text[]) with ordinality as given (x, n) where not exists (select 1 from municipality where code = x)
  order by path`;
