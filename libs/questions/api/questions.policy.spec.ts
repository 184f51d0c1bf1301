import type { Actor, Role } from '@samverkan/shared/api';
import { questionsPolicy } from './questions.policy';

const actor = (role: Role, organizationId: string, countyCodes: string[]): Actor => ({
  userId: 'user',
  name: 'Någon',
  membershipId: 'membership',
  organizationId,
  role,
  countyCodes,
});

/** Asked by a municipality of Västernorrland and joined by a party of Jämtland. */
const question = (visibility: number) => ({ organizationId: 'k', joinedIds: ['j'], countyCodes: ['22'], visibility });

const readers: [who: string, actor: Actor, from: number | null][] = [
  ['a coordinator of who asked', actor('coordinator', 'k', ['22']), 1],
  ['a partner that has joined', actor('partner', 'j', ['23']), 1],
  ['staff of the county board', actor('county_staff', 'y', ['22']), 1],
  ['a coordinator of the county', actor('coordinator', 'q', ['22']), 2],
  ['a partner of the county', actor('partner', 'p', ['22']), null],
  ['staff of another board', actor('county_staff', 'z', ['23']), null],
  ['a national reader', actor('national_reader', 'n', []), null],
  ['who keeps the system', actor('system_admin', 'k', ['22']), null],
];

describe('who may do what with a question', () => {
  it.each(readers)('shows it to %s from the level %3$s on', (_who, reader, from) => {
    const seen = [1, 2].filter((level) => questionsPolicy.can('read', reader, question(level)));
    expect(seen[0] ?? null).toBe(from);
  });

  it.each<[string, Actor, object]>([
    ['who asked', actor('coordinator', 'k', ['22']), { ask: true, handle: false, change: true, join: true }],
    ['who has joined', actor('partner', 'j', ['23']), { ask: false, handle: false, change: false, join: true }],
    ['the county board', actor('county_admin', 'y', ['22']), { ask: false, handle: true, change: true, join: true }],
    [
      'a coordinator of the county',
      actor('coordinator', 'q', ['22']),
      { ask: false, handle: false, change: false, join: true },
    ],
  ])('lets %s do what is theirs', (_who, who, may) => {
    expect(questionsPolicy.allowed(who, question(2))).toMatchObject(may);
  });
});
