import type { Actor, Role } from '@samverkan/shared/api';
import type { ProposalState, TermDeed } from '@samverkan/vocabularies/contract';
import { proposalPolicy } from './proposals.policy';

const actor = (role: Role, organizationId = 'ours') =>
  ({ role, organizationId, countyCodes: ['22'] }) as unknown as Actor;
const proposal = (state: ProposalState, deed: TermDeed = 'merge') => ({ organizationId: 'ours', state, deed });

describe('a proposal about the lists', () => {
  it.each([
    ['county_admin', 'open', true],
    ['county_admin', 'withdrawn', true],
    ['county_staff', 'open', false],
    ['coordinator', 'open', false],
    ['coordinator', 'withdrawn', false],
    ['coordinator', 'decided', true],
    ['partner', 'undone', true],
  ] as const)('is read by a %s when it is %s: %s', (role, state, may) =>
    expect(proposalPolicy.can('read', actor(role), proposal(state))).toBe(may),
  );

  it('is answered by the other counties, and withdrawn and undone by the one that made it', () => {
    const { answer, withdraw, undo } = proposalPolicy.allowed(actor('county_admin'), proposal('decided'));
    expect([answer, withdraw, undo]).toEqual([false, true, true]);
    const theirs = proposalPolicy.allowed(actor('county_admin', 'theirs'), proposal('decided'));
    expect([theirs.answer, theirs.withdraw, theirs.undo]).toEqual([true, false, false]);
    expect(proposalPolicy.can('undo', actor('county_admin'), proposal('decided', 'retire'))).toBe(false);
  });
});
