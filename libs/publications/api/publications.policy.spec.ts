import type { Actor } from '@samverkan/shared/api';
import { type PublicationFacts, publicationsPolicy } from './publications.policy';

const own = '01900000-0000-7000-8000-000000000001';
const other = '01900000-0000-7000-8000-000000000002';
const actor = (role: Actor['role'], organizationId = own, countyCodes = ['22']) =>
  ({ role, organizationId, countyCodes }) as unknown as Actor;
const facts = (more: Partial<PublicationFacts> = {}): PublicationFacts => ({
  status: 'published',
  visibility: 2,
  ownerIds: [own, other],
  countyCodes: ['22', '23'],
  ...more,
});

describe('who may do what with a publication', () => {
  it('lets each of several owners change it, and nobody else', () => {
    for (const board of [own, other])
      expect(publicationsPolicy.can('edit', actor('county_staff', board), facts())).toBe(true);
    expect(publicationsPolicy.can('edit', actor('county_staff', 'elsewhere'), facts())).toBe(false);
    expect(publicationsPolicy.can('edit', actor('coordinator'), facts())).toBe(false);
  });

  it('keeps a draft with its owners, whatever it is to be', () => {
    const draft = facts({ status: 'draft', visibility: 4 });
    expect(publicationsPolicy.can('read', actor('county_staff'), draft)).toBe(true);
    expect(publicationsPolicy.can('read', actor('county_staff', 'elsewhere'), draft)).toBe(false);
    expect(publicationsPolicy.can('read', actor('system_admin'), draft)).toBe(false);
  });

  it('shows what is for the county to its coordinators and boards, and not to its partners', () => {
    expect(publicationsPolicy.can('read', actor('coordinator', 'elsewhere'), facts())).toBe(true);
    expect(publicationsPolicy.can('read', actor('partner', 'elsewhere'), facts())).toBe(false);
    expect(publicationsPolicy.can('read', actor('coordinator', 'elsewhere', ['01']), facts())).toBe(false);
  });

  it('takes away drafts alone: what has been published is withdrawn', () => {
    const staff = actor('county_staff');
    expect(publicationsPolicy.can('discard', staff, facts({ status: 'draft' }))).toBe(true);
    expect(publicationsPolicy.can('discard', staff, facts())).toBe(false);
    expect(publicationsPolicy.can('withdraw', staff, facts())).toBe(true);
    expect(publicationsPolicy.can('publish', staff, facts())).toBe(false);
    expect(publicationsPolicy.can('publish', staff, facts({ status: 'withdrawn' }))).toBe(true);
  });
});
