import type { Wait } from '@samverkan/shared/api';

const ours = (late: boolean) => `select count(*)::int from action_task t join action a on a.id = t.action_id
  where t.organization_id = $1 and t.outcome is null and t.removed_at is null and t.due_on ${late ? '<' : '>='} today()
    and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** Tasks of the acting organisation that should have been done. */
export const lateTasksWait: Wait = {
  kind: 'tasks.late',
  count: ours(true),
  path: '/uppgifter?late=true',
  words: (n) =>
    n === 1
      ? { sv: 'En uppgift skulle ha varit klar.', en: 'One task should have been done.' }
      : { sv: `${n} uppgifter skulle ha varit klara.`, en: `${n} tasks should have been done.` },
};

/** Those that are to be done. */
export const tasksWait: Wait = {
  kind: 'tasks.open',
  count: ours(false),
  path: '/uppgifter?late=false',
  words: (n) =>
    n === 1
      ? { sv: 'En uppgift i en insats är er att göra.', en: 'One task in an action is yours to do.' }
      : { sv: `${n} uppgifter i insatser är era att göra.`, en: `${n} tasks in actions are yours to do.` },
};
