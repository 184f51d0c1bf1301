import { type Visibility, visibilityAt } from '@samverkan/shared/contract';
import { type Actor, type Role, policy } from '@samverkan/shared/api';

/** What the rules need to know of an action. */
export interface ActionFacts {
  visibility: number;
  ownerIds: readonly string[];
  partnerIds: readonly string[];
  countyCodes: readonly string[];
}

/** Roles that log and follow work. */
export const writers: readonly Role[] = ['coordinator', 'partner', 'county_staff', 'county_admin'];

const atCountyBoard = (actor: Actor) => actor.role === 'county_staff' || actor.role === 'county_admin';
const owns = (actor: Actor, action: ActionFacts) =>
  actor.role !== 'system_admin' && action.ownerIds.includes(actor.organizationId);
const takesPart = (actor: Actor, action: ActionFacts) =>
  actor.role !== 'system_admin' && action.partnerIds.includes(actor.organizationId);
const sameCounty = (actor: Actor, action: ActionFacts) =>
  action.countyCodes.some((code) => actor.countyCodes.includes(code));

const readableAt: Record<Visibility, (actor: Actor, action: ActionFacts) => boolean> = {
  own: () => false,
  participants: (actor, action) => takesPart(actor, action) || (atCountyBoard(actor) && sameCounty(actor, action)),
  county: (actor, action) =>
    takesPart(actor, action) || ((actor.role === 'coordinator' || atCountyBoard(actor)) && sameCounty(actor, action)),
  members: (actor) => actor.role !== 'system_admin',
  public: () => true,
};

/** The rule book; row-level security is the floor beneath it. */
export const actionPolicy = policy<
  ActionFacts,
  'edit' | 'writeUpdate' | 'changeVisibility' | 'moveStatus' | 'takeBack' | 'invite' | 'propose' | 'leave'
>({
  read: (actor, action) => owns(actor, action) || readableAt[visibilityAt(action.visibility)](actor, action),
  edit: (actor, action) =>
    writers.includes(actor.role) &&
    (owns(actor, action) || (atCountyBoard(actor) && sameCounty(actor, action) && action.visibility >= 2)),
  writeUpdate: (actor, action) =>
    writers.includes(actor.role) &&
    (owns(actor, action) ||
      takesPart(actor, action) ||
      (atCountyBoard(actor) && sameCounty(actor, action) && action.visibility >= 2)),
  changeVisibility: (actor, action) => writers.includes(actor.role) && owns(actor, action),
  moveStatus: (actor, action) => writers.includes(actor.role) && owns(actor, action),
  takeBack: (actor, action) => writers.includes(actor.role) && owns(actor, action),
  // Who is asked in sees it from then on: the owners' to decide, as visibility is.
  invite: (actor, action) => writers.includes(actor.role) && owns(actor, action),
  propose: (actor) => writers.includes(actor.role),
  leave: (actor, action) => writers.includes(actor.role) && (owns(actor, action) || takesPart(actor, action)),
});
