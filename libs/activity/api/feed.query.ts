// News the reader may see. Row-level security hides events of hidden objects; titles are read now, so a renamed or hidden thing shows nothing old.
import { moment } from '@samverkan/shared/api';

const cursor = `(e.tx::text || '-' || e.id)`;

const event = `json_build_object(
  'cursor', ${cursor}, 'at', ${moment('e.at')}, 'kind', e.kind, 'area', e.area,
  'objectId', e.object_id, 'title', e.title, 'value', e.value, 'own', e.organization_id is not distinct from ctx_org(),
  'organization', case when o.id is not null then json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) end)`;

// A small step is left out when the same person takes another on the same thing within half an hour: a sitting is one line, its last.
const isLastOfSitting = (kinds: readonly string[]): string => {
  const list = `array[${kinds.map((kind) => `'${kind}'`).join(', ')}]::text[]`;
  return `case when e.kind = any (${list}) then not exists (select from event n where n.at > e.at and n.at <= e.at + interval '30 minutes'
    and n.object_id = e.object_id and n.user_id = e.user_id and n.kind = any (${list})) else true end`;
};

/** `ActivityFeed`, newest first. $1 how many; with a cursor, $2 and $3 are its two parts. */
export const feed = (titles: string, sitting: readonly string[], hasCursor: boolean): string => `
  with found as (
    select e.*, t.title from event e join (${titles}) t on t.id = e.object_id
    where ${hasCursor ? '(e.tx, e.id) < ($2::text::xid8, $3::bigint)' : 'true'} and ${isLastOfSitting(sitting)}
    order by e.tx desc, e.id desc limit $1::int + 1),
  shown as (select * from found order by tx desc, id desc limit $1::int)
  select json_build_object(
    'items', coalesce((select json_agg(${event} order by e.tx desc, e.id desc) from shown e left join organization o on o.id = e.organization_id), '[]'::json),
    'nextBefore', case when (select count(*) from found) > $1::int then (select ${cursor} from shown e order by e.tx, e.id limit 1) end)::text as json`;

/** How many changes are told at a time. */
export const mostChanges = 200;

/** Changes after a cursor, oldest first, up to the oldest transaction still running: a late commit is never stepped over. */
export const changesAfter = `
  select ${cursor} as cursor, e.area, e.object_id as "objectId", e.kind, e.goal_ids as "goalIds"
  from event e
  where (e.tx, e.id) > ($1::text::xid8, $2::bigint) and e.tx < pg_snapshot_xmin(pg_current_snapshot())
  order by e.tx, e.id limit ${mostChanges}`;

/** Where the stream stands now, and whether transactions still run that may have news. */
export const streamEnd = `select pg_snapshot_xmin(pg_current_snapshot())::text || '-0' as cursor, pg_snapshot_xmin(pg_current_snapshot()) < pg_snapshot_xmax(pg_current_snapshot()) as pending`;
