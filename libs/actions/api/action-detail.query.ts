import { actionDetail, moment } from './action.sql';

/** One action with what the policy needs; $1 its id. */
export const actionById = `
  select ${actionDetail} as content, a.status, a.paused_from as "pausedFrom", a.visibility, a.owner_ids as "ownerIds",
    a.partner_ids as "partnerIds", a.county_codes as "countyCodes"
  from action a where a.id = $1`;

/** The action, and today, for whoever writes a line in it; $1 its id. */
export const actionToWriteIn = `select x.*, today()::text as today from (${actionById}) x`;

/** The newest $3 updates of an action, and whether there are older ones: JSON text in the shape of `ActionUpdates`; $1 the action. Counts under five are the owners' own ($2: the reader is one). The writer's name is hers and her colleagues'. */
export const updatesOfAction = `
  with newest as materialized (select * from action_update where action_id = $1 and removed_at is null order by happened_on desc, created_at desc limit $3::int + 1)
  select json_build_object('items', coalesce(json_agg(json_build_object(
      'id', u.id, 'happenedOn', u.happened_on, 'done', u.done, 'effect', u.effect,
      'counts', coalesce((select json_agg(json_build_object('profession', c->>'profession',
          'count', case when $2::boolean or u.organization_id = ctx_org() or (c->>'count')::int >= 5 then (c->>'count')::int end)) from jsonb_array_elements(u.counts) c), '[]'::json),
      'organization', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind),
      'writtenBy', p.name, 'createdAt', ${moment('u.created_at')},
      'removable', u.organization_id = ctx_org() and u.created_at > now() - interval '1 day')
    order by u.happened_on desc, u.created_at desc), '[]'::json), 'older', (select count(*) > $3::int from newest))::text as json
  from (select * from newest order by happened_on desc, created_at desc limit $3::int) u join organization o on o.id = u.organization_id
    left join app_user p on p.id = u.user_id and u.organization_id = ctx_org() and ctx_user() is not null`;

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
