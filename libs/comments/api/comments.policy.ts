import { type ActionFacts, actionPolicy, writers } from '@samverkan/actions/api';
import { policy } from '@samverkan/shared/api';

/** What the rules need to know of a comment: its action, and who wrote it. */
export interface CommentFacts extends ActionFacts {
  organizationId: string;
  userId: string;
}

/** Who sees the action sees what is said of it, but for those who keep the system; who writes may answer. */
export const talkPolicy = policy<ActionFacts, 'write'>({
  read: (actor, action) => actor.role !== 'system_admin' && actionPolicy.can('read', actor, action),
  write: (actor) => writers.includes(actor.role),
});

/** The words are whoever wrote them's to change; taking them back is also her colleagues', who are there when she is not. */
export const commentPolicy = policy<CommentFacts, 'edit' | 'takeBack'>({
  read: talkPolicy.can.bind(null, 'read'),
  edit: (actor, comment) =>
    writers.includes(actor.role) && actor.organizationId === comment.organizationId && actor.userId === comment.userId,
  takeBack: (actor, comment) => writers.includes(actor.role) && actor.organizationId === comment.organizationId,
});
