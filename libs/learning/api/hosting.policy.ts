import { type Actor, type Role, policy } from '@samverkan/shared/api';
import type { Hosting } from '@samverkan/learning/contract';
import { holders } from './offers.policy';

/** What the rules need to know of a question about holding a training together, or of a leaving. */
export interface HostingFacts extends Pick<Hosting, 'kind' | 'state'> {
  /** The one who is asked, or has left. */
  organizationId: string;
  /** The actor's organisation holds the training. */
  holds: boolean;
}

const writes = ({ role }: Actor) => (holders as readonly Role[]).includes(role);
const isAsked = (actor: Actor, { organizationId }: HostingFacts) => organizationId === actor.organizationId;
const hasAsked = (actor: Actor, facts: HostingFacts) =>
  facts.kind === 'invitation' && facts.holds && !isAsked(actor, facts);

/** Two sides know of it: those who hold the training, and whoever is asked. What one side did, that side takes back. */
export const hostingPolicy = policy<HostingFacts, 'answer' | 'withdraw' | 'undo' | 'remind'>({
  read: (actor, facts) => actor.role !== 'system_admin' && (facts.holds || isAsked(actor, facts)),
  answer: (actor, facts) => writes(actor) && facts.kind === 'invitation' && isAsked(actor, facts),
  withdraw: (actor, facts) => writes(actor) && hasAsked(actor, facts),
  remind: (actor, facts) => writes(actor) && hasAsked(actor, facts),
  undo: (actor, facts) =>
    writes(actor) && (facts.state === 'withdrawn' ? hasAsked(actor, facts) : isAsked(actor, facts)),
});
