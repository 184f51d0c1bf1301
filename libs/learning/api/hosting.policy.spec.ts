import type { Actor, Role } from '@samverkan/shared/api';
import { type HostingFacts, hostingPolicy } from './hosting.policy';

const actor = (role: Role, organizationId: string): Actor => ({
  userId: 'user',
  name: 'Någon',
  membershipId: 'membership',
  organizationId,
  role,
  countyCodes: [],
});

/** Y holds the training and has asked J. */
const facts = (by: Actor, state: HostingFacts['state'] = 'open'): HostingFacts => ({
  kind: state === 'left' ? 'leaving' : 'invitation',
  state,
  organizationId: 'j',
  holds: by.organizationId === 'y' || (state === 'accepted' && by.organizationId === 'j'),
});
const verbs = (by: Actor, state?: HostingFacts['state']) =>
  Object.entries(hostingPolicy.allowed(by, facts(by, state)))
    .filter(([, may]) => may)
    .map(([verb]) => verb)
    .sort();

describe('who may do what with a question to hold a training', () => {
  it.each<[string, Actor, string[]]>([
    ['staff of the board that is asked', actor('county_staff', 'j'), ['answer', 'read', 'undo']],
    ['staff of the board that holds it', actor('county_staff', 'y'), ['read', 'remind', 'withdraw']],
    ['a coordinator of a municipality that is asked', actor('coordinator', 'j'), ['answer', 'read', 'undo']],
    ['a partner that holds it', actor('partner', 'y'), ['read', 'remind', 'withdraw']],
    ['who only reads for the party that is asked', actor('national_reader', 'j'), ['read']],
    ['who keeps the system at the board that is asked', actor('system_admin', 'j'), []],
    ['staff of any other board', actor('county_staff', 'q'), []],
  ])('lets %s do what is hers', (_who, by, may) => {
    expect(verbs(by)).toEqual(may);
  });

  it.each<[HostingFacts['state'], asked: string[], holder: string[]]>([
    ['declined', ['answer', 'read', 'undo'], ['read', 'remind', 'withdraw']],
    ['accepted', ['answer', 'read', 'undo'], ['read', 'remind', 'withdraw']],
    ['withdrawn', ['answer', 'read'], ['read', 'remind', 'undo', 'withdraw']],
    ['left', ['read', 'undo'], ['read']],
  ])('lets the side that did it take it back when it is %s', (state, asked, holder) => {
    expect(verbs(actor('county_staff', 'j'), state)).toEqual(asked);
    expect(verbs(actor('county_staff', 'y'), state)).toEqual(holder);
  });
});
