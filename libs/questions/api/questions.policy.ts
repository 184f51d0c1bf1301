import { type Actor, type Role, policy } from '@samverkan/shared/api';

/** What the rules need to know of a question. */
export interface QuestionFacts {
  organizationId: string;
  joinedIds: readonly string[];
  countyCodes: readonly string[];
  /** 1: those who ask and the county board; 2: coordinators of the county too. */
  visibility: number;
}

/** Roles that ask. */
export const askers: readonly Role[] = ['coordinator', 'partner', 'county_staff', 'county_admin'];
/** Roles that handle what the county asks. */
export const handlers: readonly Role[] = ['county_staff', 'county_admin'];

const sameCounty = (actor: Actor, { countyCodes }: Pick<QuestionFacts, 'countyCodes'>) =>
  countyCodes.some((code) => actor.countyCodes.includes(code));
const isParty = ({ organizationId: own }: Actor, { organizationId, joinedIds }: QuestionFacts) =>
  organizationId === own || joinedIds.includes(own);
const handles = (actor: Actor, question: Pick<QuestionFacts, 'countyCodes'>) =>
  handlers.includes(actor.role) && sameCounty(actor, question);

/** The rule book; row-level security is the floor beneath it. */
export const questionsPolicy = policy<QuestionFacts, 'ask' | 'handle' | 'change' | 'join'>({
  read: (actor, question) =>
    actor.role !== 'system_admin' &&
    (isParty(actor, question) ||
      handles(actor, question) ||
      (question.visibility >= 2 && actor.role === 'coordinator' && sameCounty(actor, question))),
  /** It is the actor's own. */
  ask: (actor, { organizationId }) => askers.includes(actor.role) && organizationId === actor.organizationId,
  handle: handles,
  change: (actor, question) =>
    (askers.includes(actor.role) && question.organizationId === actor.organizationId) || handles(actor, question),
  /** Joins for the own organisation; for others the county board does. */
  join: ({ role }) => askers.includes(role),
});

/** What a county board keeps: a bundle, or a question with its answer. */
export interface KeptFacts {
  organizationId: string;
}
export const keeps = (actor: Actor, { organizationId }: KeptFacts): boolean =>
  handlers.includes(actor.role) && organizationId === actor.organizationId;
