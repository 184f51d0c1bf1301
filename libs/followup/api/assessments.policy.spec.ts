import type { Actor, Role } from '@samverkan/shared/api';
import { assessmentsPolicy } from './assessments.policy';

const actor = (role: Role, organizationId: string): Actor => ({
  userId: 'user',
  name: 'Någon',
  membershipId: 'membership',
  organizationId,
  role,
  countyCodes: ['22'],
});
const draft = { organizationId: 'y', signed: false, corrected: false };
const signed = { ...draft, signed: true };
const nothing = { read: false, edit: false, correct: false };

describe('who may do what with an assessment', () => {
  it.each<[string, Actor, object, object]>([
    ['a colleague, with a draft', actor('county_staff', 'y'), draft, { read: true, edit: true, correct: false }],
    ['a colleague, with a signed one', actor('county_staff', 'y'), signed, { read: true, edit: false, correct: true }],
    [
      'a colleague, with one that has been corrected',
      actor('county_staff', 'y'),
      { ...signed, corrected: true },
      { read: true, edit: false, correct: false },
    ],
    ['another party, with a draft', actor('coordinator', 'k'), draft, nothing],
    [
      'another party, with a signed one',
      actor('coordinator', 'k'),
      signed,
      { read: true, edit: false, correct: false },
    ],
    ['who keeps the system there, with a draft', actor('system_admin', 'y'), draft, nothing],
  ])('tells %s', (_who, who, assessment, may) => {
    expect(assessmentsPolicy.allowed(who, assessment as typeof draft)).toEqual(may);
  });
});
