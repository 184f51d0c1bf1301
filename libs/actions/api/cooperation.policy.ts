import type { Cooperation } from '@samverkan/actions/contract';
import { type Actor, policy } from '@samverkan/shared/api';
import { writers } from './actions.policy';

/** What the rules need to know of an invitation, a proposal or a leaving. */
export interface CooperationFacts extends Pick<Cooperation, 'kind' | 'state'> {
  /** The one who joins. */
  organizationId: string;
  /** The actor's organisation owns the action. */
  owns: boolean;
}

const joins = (actor: Actor, facts: CooperationFacts) => facts.organizationId === actor.organizationId;
/** An owner answers what somebody proposes; whoever is invited answers that. */
const isAsked = (actor: Actor, facts: CooperationFacts) =>
  facts.kind === 'invitation' ? joins(actor, facts) : facts.kind === 'proposal' && facts.owns && !joins(actor, facts);
const hasAsked = (actor: Actor, facts: CooperationFacts) =>
  facts.kind === 'proposal' ? joins(actor, facts) : facts.kind === 'invitation' && facts.owns && !joins(actor, facts);

/** Two sides know of it: the owners, and whoever is to join. What one side did, that side takes back. */
export const cooperationPolicy = policy<CooperationFacts, 'answer' | 'withdraw' | 'undo' | 'remind'>({
  read: (actor, facts) => actor.role !== 'system_admin' && (facts.owns || joins(actor, facts)),
  answer: (actor, facts) => writers.includes(actor.role) && isAsked(actor, facts),
  withdraw: (actor, facts) => writers.includes(actor.role) && hasAsked(actor, facts),
  remind: (actor, facts) => writers.includes(actor.role) && hasAsked(actor, facts),
  undo: (actor, facts) =>
    writers.includes(actor.role) &&
    (facts.kind === 'leaving'
      ? joins(actor, facts)
      : facts.state === 'withdrawn'
        ? hasAsked(actor, facts)
        : isAsked(actor, facts)),
});
