import type { Actor, Role } from '@samverkan/shared/api';
import { type ConsultationSubject, consultationsPolicy } from './consultations.policy';

const actor = (role: Role, organizationId: string): Actor => ({
  userId: 'user',
  name: 'name',
  membershipId: 'membership',
  organizationId,
  role,
  countyCodes: ['22'],
});
const round = (more: Partial<ConsultationSubject> = {}): ConsultationSubject => ({
  strategy: {
    kind: 'action_plan',
    status: 'in_consultation',
    owner: { id: 'county board' },
    keptBy: null,
    replaced: false,
    adoptedHere: false,
    consulted: false,
    countyCodes: ['22'],
  },
  invited: false,
  sent: false,
  closed: false,
  inTime: true,
  showsAnswers: false,
  ...more,
});
const verbs = (who: Actor, more: Partial<ConsultationSubject> = {}) =>
  Object.entries(consultationsPolicy.allowed(who, round(more)))
    .filter(([, may]) => may)
    .map(([verb]) => verb);

describe('a round', () => {
  it('is managed by whoever keeps the draft, and not by a coordinator of the same house', () => {
    expect(verbs(actor('county_staff', 'county board'))).toEqual(['read', 'manage', 'readAnswers']);
    expect(verbs(actor('coordinator', 'county board'))).toEqual([]);
  });

  it.each<[Role, string[]]>([
    ['coordinator', ['read', 'answer']],
    ['partner', ['read', 'answer']],
    ['county_staff', ['read', 'answer']],
    ['county_admin', ['read', 'answer']],
    ['national_reader', []],
    ['system_admin', []],
  ])('is read and answered by the %s of a party that is asked: %s', (role, may) => {
    expect(verbs(actor(role, 'another party'), { invited: true })).toEqual(may);
  });

  it('is nobody else’s', () => {
    expect(verbs(actor('coordinator', 'another party'))).toEqual([]);
  });

  it('takes late answers, but none that was sent is changed after the last day', () => {
    const who = actor('coordinator', 'another party');
    expect(verbs(who, { invited: true, inTime: false })).toContain('answer');
    expect(verbs(who, { invited: true, sent: true })).toContain('answer');
    expect(verbs(who, { invited: true, sent: true, inTime: false })).not.toContain('answer');
  });

  it('shows the others’ answers when it is closed and only where that was chosen', () => {
    const who = actor('coordinator', 'another party');
    expect(verbs(who, { invited: true, closed: true })).toEqual(['read']);
    expect(verbs(who, { invited: true, closed: true, showsAnswers: true })).toEqual(['read', 'readAnswers']);
    expect(verbs(who, { invited: true, showsAnswers: true })).not.toContain('readAnswers');
  });
});
