import type { DeadlineSource } from '@samverkan/shared/api';

/** The days of the tasks that one's own organisation answers for. */
export const taskDays: DeadlineSource = {
  area: 'tasks',
  select: `select t.id, 'tasks.due' as kind, t.title, t.due_on as day, '/uppgifter/' || t.id as path, array[t.organization_id] as organization_ids, t.outcome is not null as done
    from action_task t join action a on a.id = t.action_id where t.organization_id = ctx_org() and t.removed_at is null and t.outcome is distinct from 'dropped'`,
  kinds: { 'tasks.due': { sv: 'Uppgift ska vara klar', en: 'Task is due' } },
};
