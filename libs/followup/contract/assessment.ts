// What an organisation judges of a goal: how it goes, why, and by what that can be seen. Signed by a function, and never changed after.
import { ActionStatus } from '@samverkan/actions/contract';
import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, GuardConfirmed, Id, Moment, line, prose } from '@samverkan/shared/contract';
import { GoalRef } from '@samverkan/strategies/contract';
import * as z from 'zod';

export const assessmentLevels = ['on_way', 'needs_more', 'stalled', 'reached'] as const;
export const AssessmentLevel = z.enum(assessmentLevels).meta({ id: 'AssessmentLevel' });
export type AssessmentLevel = z.infer<typeof AssessmentLevel>;

/** By what it can be seen: an action, as it is called now, or an address with a title. */
export const Evidence = z
  .object({
    title: z.string(),
    /** Null for an action. */
    url: z.string().nullable(),
    action: z.object({ id: Id, status: ActionStatus }).nullable(),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

export const Assessment = z
  .object({
    id: Id,
    goal: GoalRef,
    organization: OrganizationRef,
    /** The function that signs, as it was called then. */
    functionTitle: z.string().nullable(),
    functionId: Id.nullable(),
    level: AssessmentLevel,
    reason: z.string(),
    assessedOn: Day,
    /** Null while it is a draft, which its own organisation alone sees. */
    signedAt: Moment.nullable(),
    evidence: z.array(Evidence),
    /** The one that this corrects; it stands as it was. */
    correctsId: Id.nullable(),
    /** The one that has corrected this. */
    correctedById: Id.nullable(),
    version: z.number().int(),
    allowed: z.object({ edit: z.boolean(), correct: z.boolean() }),
  })
  .meta({ id: 'Assessment' });
export type Assessment = z.infer<typeof Assessment>;

/** Newest first, drafts before all; those of the goals it comes from too, each with its own goal. */
export const Assessments = z.object({ items: z.array(Assessment), mayAssess: z.boolean() }).meta({ id: 'Assessments' });
export type Assessments = z.infer<typeof Assessments>;

export const AssessmentQuery = z.strictObject({ goal: Id }).meta({ id: 'AssessmentQuery' });
export type AssessmentQuery = z.infer<typeof AssessmentQuery>;

/** The latest word on each goal of a strategy. */
export const LatestAssessments = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        goalId: Id,
        level: AssessmentLevel,
        assessedOn: Day,
        organization: OrganizationRef,
        /** Of the goal it comes from: its strategy. Null for one of its own. */
        from: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'LatestAssessments' });
export type LatestAssessments = z.infer<typeof LatestAssessments>;

export const StrategyAssessmentsQuery = z.strictObject({ strategy: Id }).meta({ id: 'StrategyAssessmentsQuery' });
export type StrategyAssessmentsQuery = z.infer<typeof StrategyAssessmentsQuery>;

export const EvidenceInput = z
  .union([
    z.strictObject({ actionId: Id }),
    z.strictObject({ title: line(160), url: z.url({ protocol: /^https$/ }).max(500) }),
  ])
  .meta({ id: 'EvidenceInput' });
export type EvidenceInput = z.infer<typeof EvidenceInput>;

const content = {
  level: AssessmentLevel,
  reason: prose(4000).min(3),
  assessedOn: Day,
  functionId: Id.nullable().default(null),
  evidence: z.array(EvidenceInput).max(20).default([]),
};

/** A draft. With `correctsId` it takes the place of that one when it is signed. */
export const AssessmentInput = z
  .strictObject({
    goalId: Id,
    correctsId: Id.nullable().default(null),
    ...content,
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'AssessmentInput' });
export type AssessmentInput = z.infer<typeof AssessmentInput>;

/** Only the fields sent are changed; `If-Match` says which version they were read from. */
export const AssessmentChange = z
  .strictObject({
    level: AssessmentLevel,
    reason: content.reason,
    assessedOn: Day,
    functionId: Id.nullable(),
    evidence: z.array(EvidenceInput).max(20),
  })
  .partial()
  .extend({ guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'AssessmentChange' });
export type AssessmentChange = z.infer<typeof AssessmentChange>;

/** A deed that needs no words. */
export const AssessmentDeed = z.strictObject({}).meta({ id: 'AssessmentDeed' });
