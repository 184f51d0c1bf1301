import { type Actor, type Role, policy } from '@samverkan/shared/api';
import type { PublicationStatus } from '@samverkan/publications/contract';

/** What the rules need to know of a publication. */
export interface PublicationFacts {
  status: PublicationStatus;
  visibility: number;
  ownerIds: readonly string[];
  countyCodes: readonly string[];
}

/** Roles that publish: a county board's. */
export const keepers = ['county_staff', 'county_admin'] as const;

/** Roles that may hide what should not stand where it stands. */
const hiders: readonly Role[] = ['coordinator', 'partner', ...keepers];

const atCountyBoard = ({ role }: Actor) => (keepers as readonly Role[]).includes(role);
const owns = (actor: Actor, { ownerIds }: PublicationFacts) =>
  actor.role !== 'system_admin' && ownerIds.includes(actor.organizationId);
const keeps = (actor: Actor, publication: PublicationFacts) => atCountyBoard(actor) && owns(actor, publication);
const sameCounty = (actor: Actor, { countyCodes }: PublicationFacts) =>
  countyCodes.some((code) => actor.countyCodes.includes(code));

/** How widely it is shown as it stands: a draft is its owners' alone, whatever it is to be. */
export const shownAt = ({ status, visibility }: Pick<PublicationFacts, 'status' | 'visibility'>): number =>
  status === 'draft' ? 0 : visibility;

const reads = (actor: Actor, publication: PublicationFacts): boolean => {
  const level = shownAt(publication);
  if (level === 4) return true;
  if (actor.role === 'system_admin') return false;
  if (level === 3 || owns(actor, publication)) return true;
  return level === 2 && (actor.role === 'coordinator' || atCountyBoard(actor)) && sameCounty(actor, publication);
};

/** The rule book; row-level security is the floor beneath it. Each of several owners may do what one alone may. */
export const publicationsPolicy = policy<
  PublicationFacts,
  'edit' | 'changeVisibility' | 'publish' | 'withdraw' | 'discard' | 'leave' | 'hideText'
>({
  read: reads,
  edit: keeps,
  changeVisibility: keeps,
  publish: (actor, publication) => keeps(actor, publication) && publication.status !== 'published',
  withdraw: (actor, publication) => keeps(actor, publication) && publication.status === 'published',
  discard: (actor, publication) => keeps(actor, publication) && publication.status === 'draft',
  // Nothing is nobody's: the last one stays.
  leave: (actor, publication) => keeps(actor, publication) && publication.ownerIds.length > 1,
  // What somebody happened to write of a person: whoever reads it sees to it that nobody else does.
  hideText: (actor, publication) => hiders.includes(actor.role) && reads(actor, publication),
});
