import type { Actor, Role } from '@samverkan/shared/api';
import { contactPolicy } from './contacts.policy';

type Relation = 'owner' | 'same county' | 'other county';
const relations: Relation[] = ['owner', 'same county', 'other county'];
const roles: Role[] = ['coordinator', 'partner', 'county_staff', 'county_admin', 'national_reader', 'system_admin'];

const actor = (role: Role, relation: Relation): Actor => ({
  userId: 'u',
  name: 'n',
  membershipId: 'm',
  organizationId: relation,
  role,
  countyCodes: [relation === 'other county' ? '23' : '22'],
});
const contact = (visibility: number) => ({
  organizationId: 'owner',
  visibility,
  countyCodes: ['22'],
  retiredOn: null,
});

// The table of 2-domain.md, written by hand: from which level each role reads in each relation. 0 own, 2 county, 3 members, 4 public.
const readsFrom: Record<Role, Record<Relation, number>> = {
  coordinator: { owner: 0, 'same county': 2, 'other county': 3 },
  partner: { owner: 0, 'same county': 3, 'other county': 3 },
  county_staff: { owner: 0, 'same county': 2, 'other county': 3 },
  county_admin: { owner: 0, 'same county': 2, 'other county': 3 },
  national_reader: { owner: 0, 'same county': 3, 'other county': 3 },
  system_admin: { owner: 4, 'same county': 4, 'other county': 4 },
};

describe('who may read a function', () => {
  for (const role of roles)
    for (const relation of relations)
      it(`${role}, ${relation}: from level ${readsFrom[role][relation]}`, () => {
        for (const level of [0, 2, 3, 4])
          expect([level, contactPolicy.can('read', actor(role, relation), contact(level))]).toEqual([
            level,
            level >= readsFrom[role][relation],
          ]);
      });
});

describe('who keeps a function', () => {
  it('is its own organisation: coordinators, partners and county staff alike', () => {
    for (const role of ['coordinator', 'partner', 'county_staff', 'county_admin'] as const) {
      const { invite: _invite, ...deeds } = contactPolicy.allowed(actor(role, 'owner'), contact(0));
      expect(Object.values(deeds)).toEqual(Array(6).fill(true));
    }
  });

  it('is not whoever invites its holder: that is for those who look after the people of its organisation', () => {
    const admin = actor('county_admin', 'same county');
    const invites = (administered: boolean) => contactPolicy.can('invite', admin, { ...contact(2), administered });
    expect([invites(true), invites(false)]).toEqual([true, false]);
  });

  it('is the county board as far as facts go, and never who holds it or who sees it', () => {
    for (const role of ['county_staff', 'county_admin'] as const)
      expect(contactPolicy.allowed(actor(role, 'same county'), contact(2))).toMatchObject({
        edit: true,
        appoint: false,
        changeVisibility: false,
        retire: false,
      });
  });

  it('is nobody else', () => {
    for (const role of roles)
      expect(contactPolicy.allowed(actor(role, 'other county'), contact(4))).toMatchObject({
        edit: false,
        appoint: false,
        changeVisibility: false,
        retire: false,
      });
    expect(contactPolicy.allowed(actor('national_reader', 'owner'), contact(4))).toMatchObject({
      edit: false,
      appoint: false,
    });
  });
});
