import { type Actor, type Role, policy } from '@samverkan/shared/api';
import { type Visibility, visibilityAt } from '@samverkan/shared/contract';

/** What the rules need to know of a training. */
export interface OfferFacts {
  /** Who sees it now: of a draft its hosts alone. */
  visibility: number;
  hostIds: readonly string[];
  countyCodes: readonly string[];
}

/** Roles that hold trainings. */
export const holders: readonly Role[] = ['coordinator', 'partner', 'county_staff', 'county_admin'];

const writes = ({ role }: Actor) => holders.includes(role);
const isHost = (actor: Actor, { hostIds }: OfferFacts) =>
  actor.role !== 'system_admin' && hostIds.includes(actor.organizationId);
const atCountyBoard = ({ role }: Actor) => role === 'county_staff' || role === 'county_admin';
const sameCounty = (actor: Actor, { countyCodes }: OfferFacts) =>
  countyCodes.some((code) => actor.countyCodes.includes(code));

const readableAt: Record<Visibility, (actor: Actor, offer: OfferFacts) => boolean> = {
  own: () => false,
  participants: (actor, offer) => atCountyBoard(actor) && sameCounty(actor, offer),
  county: (actor, offer) => (actor.role === 'coordinator' || atCountyBoard(actor)) && sameCounty(actor, offer),
  members: (actor) => actor.role !== 'system_admin',
  public: () => true,
};

/** The rule book; row-level security is the floor beneath it. */
export const offersPolicy = policy<OfferFacts, 'edit' | 'host' | 'leave'>({
  read: (actor, offer) => isHost(actor, offer) || readableAt[visibilityAt(offer.visibility)](actor, offer),
  edit: (actor, offer) => writes(actor) && isHost(actor, offer),
  /** Sees who has registered, and ticks who came. */
  host: (actor, offer) => writes(actor) && isHost(actor, offer),
  /** Never the last one: nothing is nobody's. */
  leave: (actor, offer) => writes(actor) && isHost(actor, offer) && offer.hostIds.length > 1,
});
