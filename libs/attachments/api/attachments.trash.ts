import type { TrashSource } from '@samverkan/shared/api';

/** Files and links that one's own organisation added, or that hung at its actions. */
export const attachmentsTrash: TrashSource = {
  kind: 'attachments.attachment',
  select: `select t.id, t.title, a.title as place, '/insatser/' || a.id as path, t.removed_at as at, t.removed_by as taken_by
    from attachment t join action a on a.id = t.action_id
    where t.removed_at is not null and t.hidden_at is null and ((select ctx_org()) = any (a.owner_ids) or t.organization_id = (select ctx_org()))
      and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin')`,
  restore: '/api/attachments/{id}/restoration',
};
