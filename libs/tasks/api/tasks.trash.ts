import type { TrashSource } from '@samverkan/shared/api';

/** Tasks of one's own organisation's actions. */
export const tasksTrash: TrashSource = {
  kind: 'tasks.task',
  select: `select t.id, t.title, a.title as place, '/insatser/' || a.id as path, t.removed_at as at, t.removed_by as taken_by
    from action_task t join action a on a.id = t.action_id
    where t.removed_at is not null and t.hidden_at is null and (select ctx_org()) = any (a.owner_ids)
      and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin')`,
  restore: '/api/tasks/{id}/restoration',
};
