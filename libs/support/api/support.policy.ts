import { type Actor, type Role, policy } from '@samverkan/shared/api';

/** What the rules need to know of a request for support. */
export interface SupportFacts {
  organizationId: string;
  countyCodes: readonly string[];
}

/** Roles that ask. */
export const askers: readonly Role[] = ['coordinator', 'partner', 'county_staff', 'county_admin'];
/** Roles that work with what the county asks for. */
export const handlers: readonly Role[] = ['county_staff', 'county_admin'];

const asks = (actor: Actor, { organizationId }: SupportFacts) => organizationId === actor.organizationId;
const handles = (actor: Actor, { countyCodes }: SupportFacts) =>
  handlers.includes(actor.role) && countyCodes.some((code) => actor.countyCodes.includes(code));

/** The rule book; row-level security is the floor beneath it. It is between whoever asks and the county board, and nobody else. */
export const supportPolicy = policy<SupportFacts, 'ask' | 'handle' | 'change'>({
  read: (actor, request) => actor.role !== 'system_admin' && (asks(actor, request) || handles(actor, request)),
  /** It is the actor's own. */
  ask: (actor, request) => askers.includes(actor.role) && asks(actor, request),
  handle: handles,
  change: (actor, request) => (askers.includes(actor.role) && asks(actor, request)) || handles(actor, request),
});
