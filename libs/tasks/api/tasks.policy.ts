import { type ActionFacts, actionPolicy, writers } from '@samverkan/actions/api';
import { policy } from '@samverkan/shared/api';

/** What the rules need to know of a task: its action, and who answers for it. */
export interface TaskFacts extends ActionFacts {
  organizationId: string;
}

/** Who sees the action sees what is to be done in it, but for those who keep the system; its owners say what, by whom and when. */
export const workPolicy = policy<ActionFacts, 'set'>({
  read: (actor, action) => actor.role !== 'system_admin' && actionPolicy.can('read', actor, action),
  set: (actor, action) => writers.includes(actor.role) && action.ownerIds.includes(actor.organizationId),
});

/** Whoever answers for it says when it is done, and so do the owners. */
export const taskPolicy = policy<TaskFacts, 'set' | 'end'>({
  read: (actor, task) => workPolicy.can('read', actor, task),
  set: (actor, task) => workPolicy.can('set', actor, task),
  end: (actor, task) =>
    writers.includes(actor.role) &&
    (actor.organizationId === task.organizationId || task.ownerIds.includes(actor.organizationId)),
});
