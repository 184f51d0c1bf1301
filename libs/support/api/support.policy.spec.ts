import type { Actor, Role } from '@samverkan/shared/api';
import { supportPolicy } from './support.policy';

const actor = (role: Role, organizationId: string, countyCodes: string[]): Actor => ({
  userId: 'user',
  name: 'Någon',
  membershipId: 'membership',
  organizationId,
  role,
  countyCodes,
});

/** Asked for by a municipality of Västernorrland. */
const request = { organizationId: 'k', countyCodes: ['22'] };
const nothing = { read: false, ask: false, handle: false, change: false };

describe('who may do what with a request for support', () => {
  it.each<[string, Actor, object]>([
    [
      'a coordinator of whoever asked',
      actor('coordinator', 'k', ['22']),
      { read: true, ask: true, handle: false, change: true },
    ],
    ['a partner that asked', actor('partner', 'k', ['22']), { read: true, ask: true, handle: false, change: true }],
    [
      'staff of the county board',
      actor('county_staff', 'y', ['22']),
      { read: true, ask: false, handle: true, change: true },
    ],
    ['another municipality of the county', actor('coordinator', 'q', ['22']), nothing],
    ['a partner of the county', actor('partner', 'p', ['22']), nothing],
    ['staff of another board', actor('county_staff', 'z', ['23']), nothing],
    ['a national reader', actor('national_reader', 'n', []), nothing],
    ['who keeps the system', actor('system_admin', 'k', ['22']), nothing],
  ])('lets %s do what is theirs, and no more', (_who, who, may) => {
    const verbs = ['read', 'ask', 'handle', 'change'] as const;
    expect(Object.fromEntries(verbs.map((verb) => [verb, supportPolicy.can(verb, who, request)]))).toEqual(may);
  });
});
