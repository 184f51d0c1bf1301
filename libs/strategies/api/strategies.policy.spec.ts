import type { Actor } from '@samverkan/shared/api';
import type { StrategyStatus } from '@samverkan/strategies/contract';
import { strategiesPolicy } from './strategies.policy';

const actor = (organizationId: string): Actor => ({
  userId: 'user',
  name: 'Eva Berglind',
  membershipId: 'membership',
  organizationId,
  role: 'county_staff',
  countyCodes: ['22'],
});
const strategy = (status: StrategyStatus) => ({ status, owner: { id: 'county board' } });

describe('who may read a strategy', () => {
  it.each<[StrategyStatus, string, boolean]>([
    ['adopted', 'another party', true],
    ['superseded', 'another party', true],
    ['repealed', 'another party', true],
    ['draft', 'another party', false],
    ['in_consultation', 'another party', false],
    ['draft', 'county board', true],
    ['in_consultation', 'county board', true],
  ])('%s, read by %s: %s', (status, reader, may) => {
    expect(strategiesPolicy.can('read', actor(reader), strategy(status))).toBe(may);
  });

  it('answers "not found" to a party that may not see the draft', () => {
    expect(() => strategiesPolicy.require('read', actor('another party'), strategy('draft'))).toThrow('not-found');
  });

  it('keeps a draft nobody owns from everybody', () => {
    expect(strategiesPolicy.can('read', actor('county board'), { status: 'draft', owner: null })).toBe(false);
  });
});
