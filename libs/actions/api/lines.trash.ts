import type { TrashSource } from '@samverkan/shared/api';

/** Lines that one's own organisation has taken back, in actions that are still there for it. */
export const linesTrash: TrashSource = {
  kind: 'actions.update',
  select: `select u.id, left(u.done, 120) as title, a.title as place, '/insatser/' || a.id as path, u.removed_at as at, u.removed_by as taken_by
    from action_update u join action a on a.id = u.action_id
    where u.removed_at is not null and u.hidden_at is null and u.organization_id = (select ctx_org())
      and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin')`,
  restore: '/api/actions/updates/{id}/restoration',
};
