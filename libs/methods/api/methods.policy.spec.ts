import type { Actor } from '@samverkan/shared/api';
import { type MethodFacts, methodsPolicy } from './methods.policy';

const board = '01900000-0000-7000-8000-000000000001';
const actor = (role: Actor['role'], organizationId = board, countyCodes = ['22']) =>
  ({ role, organizationId, countyCodes }) as unknown as Actor;
const facts = (more: Partial<MethodFacts> = {}): MethodFacts => ({
  status: 'published',
  visibility: 3,
  organizationId: board,
  countyCodes: ['22'],
  ...more,
});

describe('who may do what with a method', () => {
  it('lets the county board that keeps it change it, and no other party', () => {
    expect(methodsPolicy.can('edit', actor('county_staff'), facts())).toBe(true);
    expect(methodsPolicy.can('edit', actor('county_admin'), facts())).toBe(true);
    for (const other of [actor('county_staff', 'elsewhere', ['23']), actor('coordinator', 'k'), actor('partner', 'p')])
      expect(methodsPolicy.can('edit', other, facts())).toBe(false);
  });

  it('keeps a draft with its board, whatever it is to be', () => {
    const draft = facts({ status: 'draft' });
    expect(methodsPolicy.can('read', actor('county_staff'), draft)).toBe(true);
    for (const other of [actor('coordinator', 'k'), actor('county_staff', 'elsewhere'), actor('system_admin')])
      expect(methodsPolicy.can('read', other, draft)).toBe(false);
    expect(methodsPolicy.can('use', actor('county_staff'), draft)).toBe(false);
  });

  it('lets every party that reads it say that it uses it, also one that is retired, and no reader do more than read', () => {
    for (const user of [actor('coordinator', 'k'), actor('partner', 'p'), actor('county_staff', 'elsewhere')])
      expect(methodsPolicy.can('use', user, facts({ status: 'retired' }))).toBe(true);
    expect(methodsPolicy.can('use', actor('national_reader', 'n', []), facts())).toBe(false);
    expect(methodsPolicy.can('use', actor('partner', 'p'), facts({ visibility: 2 }))).toBe(false);
  });

  it('takes away drafts alone: what has been published is retired', () => {
    expect(methodsPolicy.can('discard', actor('county_staff'), facts({ status: 'draft' }))).toBe(true);
    expect(methodsPolicy.can('discard', actor('county_staff'), facts())).toBe(false);
    expect(methodsPolicy.can('retire', actor('county_staff'), facts())).toBe(true);
  });
});
