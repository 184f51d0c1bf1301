import { type ActionFacts, actionPolicy, writers } from '@samverkan/actions/api';
import { policy } from '@samverkan/shared/api';

/** An attachment as its rules see it: the action it hangs at, and whose people hung it there. */
export interface AttachmentFacts {
  action: ActionFacts;
  organizationId: string;
}

/** Whoever reads the action reads what hangs at it; whoever hung it there, and the action's owners, take it away. */
export const attachmentPolicy = policy<AttachmentFacts, 'takeAway'>({
  read: (actor, { action }) => actionPolicy.can('read', actor, action),
  takeAway: (actor, { action, organizationId }) =>
    writers.includes(actor.role) &&
    (organizationId === actor.organizationId || action.ownerIds.includes(actor.organizationId)),
});
