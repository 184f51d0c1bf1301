import { type Actor, type Role, policy } from '@samverkan/shared/api';
import { type Visibility, visibilityAt } from '@samverkan/shared/contract';

/** What the rules need to know of an assignment. */
export interface AssignmentFacts {
  visibility: number;
  organizationId: string;
  boardIds: readonly string[];
  countyCodes: readonly string[];
}

/** Roles that keep what the government has asked. */
export const keepers = ['county_staff', 'county_admin'] as const;

const atCountyBoard = ({ role }: Actor) => (keepers as readonly Role[]).includes(role);
const keeps = (actor: Actor, { organizationId }: AssignmentFacts) =>
  actor.role !== 'system_admin' && organizationId === actor.organizationId;
const isGiven = (actor: Actor, { boardIds }: AssignmentFacts) =>
  actor.role !== 'system_admin' && boardIds.includes(actor.organizationId);
const sameCounty = (actor: Actor, { countyCodes }: AssignmentFacts) =>
  countyCodes.some((code) => actor.countyCodes.includes(code));

const readableAt: Record<Visibility, (actor: Actor, assignment: AssignmentFacts) => boolean> = {
  own: () => false,
  participants: (actor, assignment) =>
    isGiven(actor, assignment) || (atCountyBoard(actor) && sameCounty(actor, assignment)),
  county: (actor, assignment) =>
    isGiven(actor, assignment) ||
    ((actor.role === 'coordinator' || atCountyBoard(actor)) && sameCounty(actor, assignment)),
  members: (actor) => actor.role !== 'system_admin',
  public: () => true,
};

/** The rule book; row-level security is the floor beneath it. */
export const assignmentsPolicy = policy<AssignmentFacts, 'edit' | 'changeVisibility' | 'answer'>({
  read: (actor, assignment) =>
    keeps(actor, assignment) || readableAt[visibilityAt(assignment.visibility)](actor, assignment),
  edit: (actor, assignment) => atCountyBoard(actor) && keeps(actor, assignment),
  changeVisibility: (actor, assignment) => atCountyBoard(actor) && keeps(actor, assignment),
  /** Ties goals and actions to it, and says that its own board has reported. */
  answer: (actor, assignment) => atCountyBoard(actor) && (keeps(actor, assignment) || isGiven(actor, assignment)),
});
