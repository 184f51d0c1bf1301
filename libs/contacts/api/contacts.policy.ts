import { type Actor, type Role, policy } from '@samverkan/shared/api';

/** What the rules need to know of a function. */
export interface ContactFacts {
  organizationId: string;
  visibility: number;
  countyCodes: readonly string[];
  retiredOn: string | null;
  /** The reader looks after the people of its organisation; not asked where nobody is invited. */
  administered?: boolean;
}

/** Roles that keep functions. */
export const keepers: readonly Role[] = ['coordinator', 'partner', 'county_staff', 'county_admin'];

const atCountyBoard = (actor: Actor) => actor.role === 'county_staff' || actor.role === 'county_admin';
const own = (actor: Actor, contact: ContactFacts) => contact.organizationId === actor.organizationId;
const sameCounty = (actor: Actor, contact: ContactFacts) =>
  contact.countyCodes.some((code) => actor.countyCodes.includes(code));
const keeps = (actor: Actor, contact: ContactFacts) => own(actor, contact) && keepers.includes(actor.role);

function reads(actor: Actor, contact: ContactFacts): boolean {
  if (contact.visibility === 4) return true;
  if (actor.role === 'system_admin') return false;
  if (own(actor, contact) || contact.visibility === 3) return true;
  return (
    contact.visibility === 2 && (actor.role === 'coordinator' || atCountyBoard(actor)) && sameCounty(actor, contact)
  );
}

/**
 * The rule book; row-level security is the floor beneath it. The county board keeps its county's directory true, but who holds a function
 * and who sees it is for its own organisation alone.
 */
export const contactPolicy = policy<
  ContactFacts,
  'edit' | 'appoint' | 'changeVisibility' | 'retire' | 'restore' | 'invite'
>({
  read: reads,
  edit: (actor, contact) =>
    keeps(actor, contact) || (atCountyBoard(actor) && sameCounty(actor, contact) && contact.visibility >= 2),
  appoint: keeps,
  changeVisibility: keeps,
  retire: keeps,
  restore: keeps,
  invite: (_actor, contact) => contact.administered === true,
});
