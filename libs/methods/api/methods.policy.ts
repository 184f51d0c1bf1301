import type { MethodStatus } from '@samverkan/methods/contract';
import { type Actor, type Role, policy } from '@samverkan/shared/api';

/** What the rules need to know of a method. */
export interface MethodFacts {
  status: MethodStatus;
  visibility: number;
  /** The county board that keeps it. */
  organizationId: string;
  countyCodes: readonly string[];
}

/** Roles that keep the register: a county board's. */
export const keepers = ['county_staff', 'county_admin'] as const;

/** Roles that say what their own party does. */
export const users = ['coordinator', 'partner', ...keepers] as const;

const atCountyBoard = ({ role }: Actor) => (keepers as readonly Role[]).includes(role);
const isOwn = (actor: Actor, { organizationId }: MethodFacts) =>
  actor.role !== 'system_admin' && organizationId === actor.organizationId;
const keeps = (actor: Actor, method: MethodFacts) => atCountyBoard(actor) && isOwn(actor, method);
const sameCounty = (actor: Actor, { countyCodes }: MethodFacts) =>
  countyCodes.some((code) => actor.countyCodes.includes(code));

/** How widely it is shown as it stands: a draft is its keeper's alone, whatever it is to be. */
export const shownAt = ({ status, visibility }: Pick<MethodFacts, 'status' | 'visibility'>): number =>
  status === 'draft' ? 0 : visibility;

const reads = (actor: Actor, method: MethodFacts): boolean => {
  const level = shownAt(method);
  if (actor.role === 'system_admin') return false;
  if (level === 3 || isOwn(actor, method)) return true;
  return level === 2 && (actor.role === 'coordinator' || atCountyBoard(actor)) && sameCounty(actor, method);
};

/** The rule book; row-level security is the floor beneath it. */
export const methodsPolicy = policy<
  MethodFacts,
  'edit' | 'changeVisibility' | 'publish' | 'unpublish' | 'retire' | 'discard' | 'use' | 'hideText'
>({
  read: reads,
  edit: keeps,
  changeVisibility: keeps,
  publish: (actor, method) => keeps(actor, method) && method.status === 'draft',
  unpublish: (actor, method) => keeps(actor, method) && method.status !== 'draft',
  retire: (actor, method) => keeps(actor, method) && method.status !== 'draft',
  discard: (actor, method) => keeps(actor, method) && method.status === 'draft',
  // A party says what it does itself, and nobody says it for another.
  use: (actor, method) =>
    (users as readonly Role[]).includes(actor.role) && method.status !== 'draft' && reads(actor, method),
  // What somebody happened to write of a person: whoever reads it sees to it that nobody else does.
  hideText: (actor, method) => (users as readonly Role[]).includes(actor.role) && reads(actor, method),
});
