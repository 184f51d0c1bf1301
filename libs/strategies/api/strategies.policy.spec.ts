import type { Actor } from '@samverkan/shared/api';
import type { StrategyStatus } from '@samverkan/strategies/contract';
import { type StrategySubject, strategiesPolicy } from './strategies.policy';

const actor = (organizationId: string): Actor => ({
  userId: 'user',
  name: 'Eva Berglind',
  membershipId: 'membership',
  organizationId,
  role: 'county_staff',
  countyCodes: ['22'],
});
const strategy = (status: StrategyStatus, more: Partial<StrategySubject> = {}): StrategySubject => ({
  kind: 'action_plan',
  status,
  owner: { id: 'county board' },
  keptBy: null,
  replaced: false,
  adoptedHere: false,
  consulted: false,
  countyCodes: ['22'],
  ...more,
});

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

  it('lets whoever is asked about a draft read it while it is out, and no longer', () => {
    const asked = (status: StrategyStatus) =>
      strategiesPolicy.can('read', actor('another party'), strategy(status, { consulted: true }));
    expect([asked('in_consultation'), asked('draft')]).toEqual([true, false]);
  });

  it('keeps a draft nobody owns from everybody', () => {
    expect(strategiesPolicy.can('read', actor('county board'), strategy('draft', { owner: null }))).toBe(false);
  });
});

describe('who may hide what should not stand in it', () => {
  it('is who keeps it, and whoever reads it in its counties: never another county, and nobody in a frame of the whole country', () => {
    const may = (subject: StrategySubject, more: Partial<Actor> = {}) =>
      strategiesPolicy.can('hideWords', { ...actor('another party'), role: 'partner', ...more }, subject);
    expect([may(strategy('adopted')), may(strategy('adopted'), { countyCodes: ['23'] })]).toEqual([true, false]);
    expect(may(strategy('adopted', { countyCodes: [] }))).toBe(false);
    expect(may(strategy('adopted'), { role: 'national_reader' })).toBe(false);
    expect(may(strategy('draft', { countyCodes: [] }), { organizationId: 'county board' })).toBe(true);
  });
});

describe('who may write and decide', () => {
  it('is who keeps it, while it is open; the frames that came with the system are replaced by whoever enters the next', () => {
    const verbs = (more: Partial<StrategySubject>, status: StrategyStatus, role: Actor['role'] = 'county_staff') =>
      Object.entries(strategiesPolicy.allowed({ ...actor('county board'), role }, strategy(status, more)))
        .filter(([, may]) => may)
        .map(([verb]) => verb);
    expect(verbs({}, 'draft')).toEqual(['read', 'write', 'adopt', 'sign', 'discard', 'hideWords']);
    expect(verbs({ adoptedHere: true }, 'adopted')).toEqual([
      'read',
      'undoAdoption',
      'replace',
      'repeal',
      'sign',
      'hideWords',
    ]);
    expect(verbs({ replaced: true }, 'superseded')).toEqual(['read', 'hideWords']);
    const frame = { kind: 'national_strategy', owner: null, countyCodes: [] } as const;
    expect(verbs(frame, 'adopted')).toEqual(['read']);
    expect(verbs(frame, 'adopted', 'county_admin')).toEqual(['read', 'replace']);
    expect(verbs({ kind: 'local_plan' }, 'draft', 'coordinator')).toContain('write');
    expect(verbs({}, 'draft', 'coordinator')).toEqual(['read', 'hideWords']);
  });
});
