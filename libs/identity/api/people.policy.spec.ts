import type { Role } from '@samverkan/identity/contract';
import type { Actor } from '@samverkan/shared/api';
import { type Place, peoplePolicy, rolesIn } from './people.policy';

const actor = (role: Role, ...countyCodes: string[]): Actor => ({
  userId: 'me',
  name: 'Jag',
  membershipId: 'm',
  organizationId: 'o',
  role,
  countyCodes,
});
const place = (role: Role, ...countyCodes: string[]): Place => ({ role, countyCodes });

describe('who may invite whom', () => {
  it.each<[Role, string, Role, string, boolean]>([
    ['county_admin', '22', 'coordinator', '22', true],
    ['county_admin', '22', 'partner', '22', true],
    ['county_admin', '22', 'county_staff', '22', true],
    ['county_admin', '22', 'county_admin', '22', true],
    ['county_admin', '22', 'coordinator', '23', false],
    ['county_admin', '22', 'national_reader', '22', false],
    ['county_admin', '22', 'system_admin', '22', false],
    ['system_admin', '22', 'system_admin', '22', true],
    ['system_admin', '22', 'national_reader', '', true],
    ['county_staff', '22', 'coordinator', '22', false],
    ['coordinator', '22', 'coordinator', '22', false],
    ['partner', '22', 'partner', '22', false],
    ['national_reader', '', 'national_reader', '', false],
  ])('a %s of %s inviting a %s of %s: %s', (by, hers, role, its, may) => {
    expect(peoplePolicy.can('invite', actor(by, hers), place(role, its))).toBe(may);
  });
});

describe('memberships', () => {
  it('are attested and ended by somebody else than the person herself', () => {
    const own = { ...place('county_admin', '22'), userId: 'me' };
    expect(peoplePolicy.can('attest', actor('county_admin', '22'), own)).toBe(false);
    expect(peoplePolicy.can('end', actor('county_admin', '22'), own)).toBe(false);
    expect(peoplePolicy.can('end', actor('county_admin', '22'), { ...own, userId: 'you' })).toBe(true);
  });

  it('have an account that only who looks after the whole of it opens or closes, and an emergency account is sealed by a command alone', () => {
    const hers = { ...place('coordinator', '22'), userId: 'you' };
    const may = (by: Role, its: Place) =>
      (['open', 'close', 'end'] as const).filter((verb) => peoplePolicy.can(verb, actor(by, '22'), its));
    expect(may('county_admin', hers)).toEqual(['end']);
    expect(may('county_admin', { ...hers, whole: true })).toEqual(['open', 'close', 'end']);
    expect(may('system_admin', hers)).toEqual(['open', 'close', 'end']);
    expect(may('system_admin', { ...hers, sealed: true })).toEqual(['close']);
  });

  it('fit the kind of organisation', () => {
    expect(rolesIn('municipality')).toEqual(['coordinator']);
    expect(rolesIn('civil_society')).toEqual(['partner']);
    expect(rolesIn('county_board')).toContain('county_admin');
  });
});
