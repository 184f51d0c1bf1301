import type { Actor, Role } from '@samverkan/shared/api';
import { type Visibility, visibilityLevel } from '@samverkan/shared/contract';
import { commentPolicy, talkPolicy } from './comments.policy';

const actor = (role: Role, organizationId: string, userId = 'u'): Actor => ({
  userId,
  name: 'n',
  membershipId: 'm',
  organizationId,
  role,
  countyCodes: ['22'],
});
const action = (visibility: Visibility) => ({
  visibility: visibilityLevel(visibility),
  ownerIds: ['owner'],
  partnerIds: ['partner'],
  countyCodes: ['22'],
});

describe('who reads and writes about an action', () => {
  it.each<[Role, string, Visibility, boolean, boolean]>([
    ['coordinator', 'owner', 'own', true, true],
    ['coordinator', 'other', 'own', false, false],
    ['partner', 'partner', 'participants', true, true],
    ['partner', 'other', 'county', false, false],
    ['coordinator', 'other', 'county', true, true],
    ['county_staff', 'other', 'participants', true, true],
    ['partner', 'other', 'members', true, true],
    ['national_reader', 'other', 'members', true, false],
    ['national_reader', 'other', 'county', false, false],
    ['system_admin', 'other', 'public', false, false],
  ])('%s of %s, shown to %s: reads %s, writes %s', (role, organization, visibility, read, write) => {
    expect(talkPolicy.allowed(actor(role, organization), action(visibility))).toEqual({ read, write });
  });
});

describe('who may do what with a comment', () => {
  const comment = { ...action('county'), organizationId: 'other', userId: 'u' };
  it.each<[string, Actor, boolean, boolean]>([
    ['whoever wrote it', actor('coordinator', 'other'), true, true],
    ['her colleague', actor('coordinator', 'other', 'colleague'), false, true],
    ['the owner of the action', actor('coordinator', 'owner', 'x'), false, false],
    ['herself, acting for another', actor('coordinator', 'owner'), false, false],
    ['somebody who only reads', actor('national_reader', 'other'), false, false],
  ])('%s', (_, who, edit, takeBack) => {
    expect(commentPolicy.allowed(who, comment)).toMatchObject({ edit, takeBack });
  });
});
