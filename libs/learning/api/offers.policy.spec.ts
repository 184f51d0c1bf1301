import type { Actor, Role } from '@samverkan/shared/api';
import { visibilities, visibilityLevel } from '@samverkan/shared/contract';
import { offersPolicy } from './offers.policy';

const actor = (role: Role, organizationId: string, countyCodes: string[]): Actor => ({
  userId: 'user',
  name: 'Någon',
  membershipId: 'membership',
  organizationId,
  role,
  countyCodes,
});

/** Held by Västernorrland's board together with a municipality of Jämtland. */
const offer = (level: number) => ({ visibility: level, hostIds: ['y', 'k'], countyCodes: ['22', '23'] });

const readers: [who: string, actor: Actor, from: string | null][] = [
  ['staff of a board that holds it', actor('county_staff', 'y', ['22']), 'own'],
  ['a coordinator of a municipality that holds it', actor('coordinator', 'k', ['23']), 'own'],
  ['staff of a board of one of its counties', actor('county_staff', 'z', ['23']), 'participants'],
  ['a coordinator of one of its counties', actor('coordinator', 'q', ['22']), 'county'],
  ['staff of a board of another county', actor('county_staff', 'a', ['01']), 'members'],
  ['a partner of the county', actor('partner', 'j', ['22']), 'members'],
  ['a national reader', actor('national_reader', 'n', []), 'members'],
  ['who keeps the system', actor('system_admin', 's', []), 'public'],
];

describe('who may do what with a training', () => {
  it.each(readers)('shows it to %s from the level %3$s on', (_who, reader, from) => {
    const seen = visibilities.filter((name) => offersPolicy.can('read', reader, offer(visibilityLevel(name))));
    expect(seen[0] ?? null).toBe(from);
    expect(seen).toEqual(from ? visibilities.slice(visibilities.indexOf(seen[0] ?? 'own')) : []);
  });

  it.each<[string, Actor, boolean]>([
    ['staff of a board that holds it', actor('county_staff', 'y', ['22']), true],
    ['a coordinator of a municipality that holds it', actor('coordinator', 'k', ['23']), true],
    ['staff of a board of one of its counties', actor('county_staff', 'z', ['23']), false],
    ['a coordinator of the county', actor('coordinator', 'q', ['22']), false],
    ['a national reader', actor('national_reader', 'n', []), false],
  ])('lets %s change it and see who has registered, or not', (_who, who, may) => {
    expect(offersPolicy.allowed(who, offer(3))).toMatchObject({ edit: may, host: may, leave: may });
  });

  it('lets nobody leave what she holds alone', () => {
    const alone = { ...offer(3), hostIds: ['y'] };
    expect(offersPolicy.allowed(actor('county_staff', 'y', ['22']), alone)).toMatchObject({ host: true, leave: false });
  });
});
