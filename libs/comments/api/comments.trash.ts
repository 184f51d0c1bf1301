import type { TrashSource } from '@samverkan/shared/api';

/** Comments that one's own organisation has taken back, on actions that are still there for it. */
export const commentsTrash: TrashSource = {
  kind: 'comments.comment',
  select: `select c.id, left(c.text, 120) as title, a.title as place, '/insatser/' || a.id as path, c.removed_at as at, c.removed_by as taken_by
    from action_comment c join action a on a.id = c.action_id
    where c.removed_at is not null and c.hidden_at is null and c.organization_id = (select ctx_org())
      and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin')`,
  restore: '/api/comments/{id}/restoration',
};
