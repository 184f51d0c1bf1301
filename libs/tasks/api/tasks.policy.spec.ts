import type { Actor, Role } from '@samverkan/shared/api';
import { type Visibility, visibilityLevel } from '@samverkan/shared/contract';
import { taskPolicy } from './tasks.policy';

const actor = (role: Role, organizationId: string): Actor => ({
  userId: 'u',
  name: 'n',
  membershipId: 'm',
  organizationId,
  role,
  countyCodes: ['22'],
});
const task = (visibility: Visibility) => ({
  visibility: visibilityLevel(visibility),
  ownerIds: ['owner'],
  partnerIds: ['partner'],
  countyCodes: ['22'],
  organizationId: 'partner',
});

describe('who may do what with a task', () => {
  it.each<[Role, string, Visibility, boolean, boolean, boolean]>([
    ['coordinator', 'owner', 'own', true, true, true],
    ['partner', 'partner', 'participants', true, false, true],
    ['partner', 'partner', 'own', false, false, false],
    ['coordinator', 'other', 'county', true, false, false],
    ['county_staff', 'other', 'county', true, false, false],
    ['national_reader', 'partner', 'members', true, false, false],
    ['system_admin', 'owner', 'public', false, false, false],
  ])('%s of %s, shown to %s: reads %s, sets %s, ends %s', (role, organization, visibility, read, set, end) => {
    expect(taskPolicy.allowed(actor(role, organization), task(visibility))).toEqual({ read, set, end });
  });
});
