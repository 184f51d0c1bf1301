import { policy } from '@samverkan/shared/api';
import type { ProposalState, TermDeed } from '@samverkan/vocabularies/contract';

/** What the rules need to know of a proposal. */
export interface ProposalFacts {
  organizationId: string;
  state: ProposalState;
  deed: TermDeed;
}

/** Who keeps the lists. */
export const keepers = ['county_admin'] as const;

/** What is proposed is the counties' administrators'; what has been decided is everybody's to read. */
export const proposalPolicy = policy<ProposalFacts, 'answer' | 'withdraw' | 'undo'>({
  read: ({ role }, { state }) => role === 'county_admin' || state === 'decided' || state === 'undone',
  answer: ({ role, organizationId }, proposal) => role === 'county_admin' && organizationId !== proposal.organizationId,
  withdraw: ({ role, organizationId }, proposal) =>
    role === 'county_admin' && organizationId === proposal.organizationId,
  undo: ({ role, organizationId }, proposal) =>
    role === 'county_admin' && organizationId === proposal.organizationId && proposal.deed === 'merge',
});
