import type { Actor, Role } from '@samverkan/shared/api';
import { type Visibility, visibilities, visibilityLevel } from '@samverkan/shared/contract';
import { actionPolicy } from './actions.policy';

type Relation = 'owner' | 'partner' | 'same county' | 'other county';
const relations: Relation[] = ['owner', 'partner', 'same county', 'other county'];
const roles: Role[] = ['coordinator', 'partner', 'county_staff', 'county_admin', 'national_reader', 'system_admin'];

const actor = (role: Role, relation: Relation): Actor => ({
  userId: 'u',
  name: 'n',
  membershipId: 'm',
  organizationId: relation,
  role,
  countyCodes: [relation === 'other county' ? '23' : '22'],
});
const action = (visibility: Visibility) => ({
  visibility: visibilityLevel(visibility),
  ownerIds: ['owner'],
  partnerIds: ['partner'],
  countyCodes: ['22'],
});

// The table of 2-domain.md, written by hand: for each role and relation the narrowest visibility she still reads.
const readsFrom: Record<Role, Record<Relation, Visibility | 'never'>> = {
  coordinator: { owner: 'own', partner: 'participants', 'same county': 'county', 'other county': 'members' },
  partner: { owner: 'own', partner: 'participants', 'same county': 'members', 'other county': 'members' },
  county_staff: { owner: 'own', partner: 'participants', 'same county': 'participants', 'other county': 'members' },
  county_admin: { owner: 'own', partner: 'participants', 'same county': 'participants', 'other county': 'members' },
  national_reader: { owner: 'own', partner: 'participants', 'same county': 'members', 'other county': 'members' },
  system_admin: { owner: 'public', partner: 'public', 'same county': 'public', 'other county': 'public' },
};

describe('who may read an action', () => {
  for (const role of roles)
    for (const relation of relations)
      it(`${role}, ${relation}: from ${readsFrom[role][relation]} and wider`, () => {
        const narrowest = readsFrom[role][relation];
        for (const visibility of visibilities) {
          const expected = narrowest !== 'never' && visibilityLevel(visibility) >= visibilityLevel(narrowest);
          expect([visibility, actionPolicy.can('read', actor(role, relation), action(visibility))]).toEqual([
            visibility,
            expected,
          ]);
        }
      });
});

describe('who may change an action', () => {
  it('lets its owners edit, move and show it', () => {
    for (const role of ['coordinator', 'partner', 'county_staff'] as const)
      expect(actionPolicy.allowed(actor(role, 'owner'), action('own'))).toEqual({
        read: true,
        edit: true,
        writeUpdate: true,
        changeVisibility: true,
        moveStatus: true,
        takeBack: true,
        invite: true,
        propose: true,
        leave: true,
      });
  });

  it('lets county staff edit and write on what the county sees, but neither move it nor show it to others', () => {
    expect(actionPolicy.allowed(actor('county_staff', 'same county'), action('county'))).toEqual({
      read: true,
      edit: true,
      writeUpdate: true,
      changeVisibility: false,
      moveStatus: false,
      takeBack: false,
      invite: false,
      propose: true,
      leave: false,
    });
    expect(actionPolicy.can('edit', actor('county_staff', 'same county'), action('participants'))).toBe(false);
    expect(actionPolicy.can('edit', actor('county_staff', 'other county'), action('public'))).toBe(false);
  });

  it('lets a partner write what it did, and no more', () => {
    expect(actionPolicy.allowed(actor('partner', 'partner'), action('participants'))).toMatchObject({
      writeUpdate: true,
      edit: false,
      moveStatus: false,
      invite: false,
      leave: true,
    });
  });

  it('lets readers from outside the county change nothing, and whoever writes ask to join', () => {
    for (const role of roles)
      expect(actionPolicy.allowed(actor(role, 'other county'), action('public'))).toMatchObject({
        edit: false,
        writeUpdate: false,
        changeVisibility: false,
        moveStatus: false,
        takeBack: false,
        invite: false,
        leave: false,
        propose: role !== 'national_reader' && role !== 'system_admin',
      });
  });
});
