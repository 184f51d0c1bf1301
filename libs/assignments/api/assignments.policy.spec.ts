import type { Actor, Role } from '@samverkan/shared/api';
import { visibilities, visibilityLevel } from '@samverkan/shared/contract';
import { assignmentsPolicy } from './assignments.policy';

const actor = (role: Role, organizationId: string, countyCodes: string[]): Actor => ({
  userId: 'user',
  name: 'Någon',
  membershipId: 'membership',
  organizationId,
  role,
  countyCodes,
});

/** Västernorrland's board keeps it; it was given to that board and to Jämtland's. */
const assignment = (level: number) => ({
  visibility: level,
  organizationId: 'y',
  boardIds: ['y', 'z'],
  countyCodes: ['22', '23'],
});

const readers: [who: string, actor: Actor, from: string | null][] = [
  ['staff of the board that keeps it', actor('county_staff', 'y', ['22']), 'own'],
  ['staff of another board it was given to', actor('county_staff', 'z', ['23']), 'participants'],
  ['staff of a board it was not given to', actor('county_staff', 'a', ['01']), 'members'],
  ['a coordinator of the county', actor('coordinator', 'k', ['22']), 'county'],
  ['a coordinator of another county', actor('coordinator', 'q', ['01']), 'members'],
  ['a partner of the county', actor('partner', 'j', ['22']), 'members'],
  ['a national reader', actor('national_reader', 'n', []), 'members'],
  ['who keeps the system', actor('system_admin', 's', []), 'public'],
];

describe('who may do what with an assignment', () => {
  it.each(readers)('shows it to %s from the level %3$s on', (_who, reader, from) => {
    const seen = visibilities.filter((name) =>
      assignmentsPolicy.can('read', reader, assignment(visibilityLevel(name))),
    );
    expect(seen[0] ?? null).toBe(from);
    expect(seen).toEqual(from ? visibilities.slice(visibilities.indexOf(seen[0] ?? 'own')) : []);
  });

  it.each<[string, Actor, { edit: boolean; answer: boolean }]>([
    ['staff of the board that keeps it', actor('county_staff', 'y', ['22']), { edit: true, answer: true }],
    ['staff of another board it was given to', actor('county_staff', 'z', ['23']), { edit: false, answer: true }],
    ['staff of a board it was not given to', actor('county_staff', 'a', ['01']), { edit: false, answer: false }],
    ['a coordinator of the county', actor('coordinator', 'k', ['22']), { edit: false, answer: false }],
    ['a national reader', actor('national_reader', 'n', []), { edit: false, answer: false }],
  ])('tells %s what may be done', (_who, who, may) => {
    expect(assignmentsPolicy.allowed(who, assignment(3))).toMatchObject({ ...may, changeVisibility: may.edit });
  });
});
