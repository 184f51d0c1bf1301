import { type Actor, policy } from '@samverkan/shared/api';

/** What the rules need to know of an assessment. */
export interface AssessmentFacts {
  organizationId: string;
  signed: boolean;
  /** Another has taken its place. */
  corrected: boolean;
}

/** Roles that judge for their organisation. */
export const assessors = ['coordinator', 'partner', 'county_staff', 'county_admin'] as const;

const writesFor = (actor: Actor, { organizationId }: AssessmentFacts) =>
  organizationId === actor.organizationId && assessors.some((role) => role === actor.role);

/** What is signed is read by whoever reads the goal, and changed by nobody; a draft is its own organisation's. Row-level security holds the same line. */
export const assessmentsPolicy = policy<AssessmentFacts, 'edit' | 'correct'>({
  read: (actor, assessment) => assessment.signed || writesFor(actor, assessment),
  edit: (actor, assessment) => !assessment.signed && writesFor(actor, assessment),
  correct: (actor, assessment) => assessment.signed && !assessment.corrected && writesFor(actor, assessment),
});
