import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, GuardConfirmed, Id, Moment, MunicipalityCode, Visibility, line, prose } from '@samverkan/shared/contract';
import { GoalRef } from '@samverkan/strategies/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { ActionStatus, ActionVerb } from './vocabulary';

/** A partner is one of the parties, or a kind of body named in words ("Elevhälsa") while it has no account of its own. */
export const ActionPartner = z
  .object({ name: z.string(), organization: OrganizationRef.nullable() })
  .meta({ id: 'ActionPartner' });
export type ActionPartner = z.infer<typeof ActionPartner>;

/** One row of the list. */
export const ActionSummary = z
  .object({
    id: Id,
    /** What people quote: "I-2026-K7QX3M". Unique, never reused. */
    reference: z.string(),
    title: z.string(),
    kind: TermCode,
    status: ActionStatus,
    /** Open and past its last day. */
    overdue: z.boolean(),
    visibility: Visibility,
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    owners: z.array(OrganizationRef),
    partners: z.array(ActionPartner),
    municipalityCodes: z.array(MunicipalityCode),
    goals: z.array(GoalRef),
    changedAt: Moment,
    /** Day of the latest update; null while none is written. */
    lastUpdateOn: Day.nullable(),
    demo: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'ActionSummary' });
export type ActionSummary = z.infer<typeof ActionSummary>;

/** What this reader may do now. The portal shows buttons by it and never works rights out again. */
export const ActionAllowed = z
  .object({
    edit: z.boolean(),
    writeUpdate: z.boolean(),
    changeVisibility: z.boolean(),
    /** Ask another party in. */
    invite: z.boolean(),
    /** Ask to join it. */
    propose: z.boolean(),
    /** Leave it: as an owner, only where another stays. */
    leave: z.boolean(),
    /** The status verbs open now. */
    verbs: z.array(ActionVerb),
  })
  .meta({ id: 'ActionAllowed' });
export type ActionAllowed = z.infer<typeof ActionAllowed>;

export const Action = ActionSummary.extend({
  description: z.string(),
  targetGroups: z.array(TermCode),
  forms: z.array(TermCode),
  phases: z.array(TermCode),
  /** The post that answers for it ("Projektledare"). A function, never a person. */
  responsibleFunction: z.string().nullable(),
  /** The function in the directory; null where it is only words, or not for this reader. */
  responsibleFunctionId: Id.nullable(),
  cancelReason: z.string().nullable(),
  /** The joint action it became part of; null where it did not, or not for this reader. */
  joinedInto: z.object({ id: Id, title: z.string() }).nullable(),
  statusSince: Day,
  createdAt: Moment,
  /**
   * For its owners: somebody else in its counties had an unpublished action of the same kind when this one was first shown to others.
   * Asked once and kept: no later change of either is seen in it. False for everybody else.
   */
  alike: z.boolean(),
  /** For its owners: the day they asked the county to connect them. Nothing that becomes of it is ever told here. */
  connectionAskedOn: Day.nullable(),
  allowed: ActionAllowed,
}).meta({ id: 'Action' });
export type Action = z.infer<typeof Action>;

const content = {
  title: line(160, 3),
  /** May be empty: a title is enough to log an action. */
  description: prose(4000).default(''),
  kind: TermCode,
  startsOn: Day.nullable().default(null),
  endsOn: Day.nullable().default(null),
  goalIds: z.array(Id).max(20).default([]),
  municipalityCodes: z.array(MunicipalityCode).max(290).default([]),
  targetGroups: z.array(TermCode).max(40).default([]),
  forms: z.array(TermCode).max(40).default([]),
  phases: z.array(TermCode).max(40).default([]),
  responsibleFunction: line(120, 0).nullable().default(null),
  /** A function of the directory; its title takes the place of the words. */
  responsibleFunctionId: Id.nullable().default(null),
  partnerIds: z.array(Id).max(50).default([]),
  /** Bodies without an account, in words. */
  partnerNames: z.array(line(120)).max(20).default([]),
};

const periodInOrder = (value: { startsOn: string | null; endsOn: string | null }) =>
  value.startsOn === null || value.endsOn === null || value.startsOn <= value.endsOn;
const periodProblem = { path: ['endsOn'], message: 'action.ends-before-it-starts' };

/** A new action. The acting organisation becomes its owner; `ownerIds` may name further owners of the same county. */
export const ActionInput = z
  .strictObject({
    ...content,
    status: z.enum(['draft', 'planned', 'ongoing']),
    /** A draft is seen by its owners at most: `own` or `participants`. */
    visibility: Visibility,
    /** Fields where the guard asked ("is this a personal number?") and the writer said no. */
    guardConfirmed: GuardConfirmed.default([]),
  })
  .refine(periodInOrder, periodProblem)
  .meta({ id: 'ActionInput' });
export type ActionInput = z.infer<typeof ActionInput>;

/** A change of content. Only the fields sent are changed; `If-Match` says which version they were read from. */
export const ActionChange = z
  .strictObject({
    title: content.title.optional(),
    description: prose(4000).optional(),
    kind: TermCode.optional(),
    startsOn: Day.nullable().optional(),
    endsOn: Day.nullable().optional(),
    goalIds: z.array(Id).max(20).optional(),
    municipalityCodes: z.array(MunicipalityCode).max(290).optional(),
    targetGroups: z.array(TermCode).max(40).optional(),
    forms: z.array(TermCode).max(40).optional(),
    phases: z.array(TermCode).max(40).optional(),
    responsibleFunction: line(120, 0).nullable().optional(),
    responsibleFunctionId: Id.nullable().optional(),
    partnerIds: z.array(Id).max(50).optional(),
    partnerNames: z.array(line(120)).max(20).optional(),
    guardConfirmed: GuardConfirmed.optional(),
  })
  .meta({ id: 'ActionChange' });
export type ActionChange = z.infer<typeof ActionChange>;

/** Which verb, and for `cancel` why. */
export const StatusInput = z.strictObject({}).meta({ id: 'StatusInput' });
export const CancelInput = z.strictObject({ reason: line(500, 3) }).meta({ id: 'CancelInput' });
export type CancelInput = z.infer<typeof CancelInput>;

export const VisibilityInput = z.strictObject({ visibility: Visibility }).meta({ id: 'VisibilityInput' });
export type VisibilityInput = z.infer<typeof VisibilityInput>;

/** Who would see the action at each level, so that the choice is made with open eyes. */
export const AudiencePreview = z
  .object({
    levels: z.array(
      z.object({
        visibility: Visibility,
        /** Organisations with signed-in readers that would see it; null when it is everyone. Capped at 60. */
        organizations: z.array(OrganizationRef).nullable(),
        organizationCount: z.number().int(),
        /** A draft may not be shown at this level. */
        refused: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'AudiencePreview' });
export type AudiencePreview = z.infer<typeof AudiencePreview>;

/** Values to begin with: what this organisation chose last time, and what the calendar suggests. Null where there is nothing to suggest. */
export const ActionSuggestion = z
  .object({
    kind: TermCode.nullable(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    goalIds: z.array(Id),
    municipalityCodes: z.array(MunicipalityCode),
    targetGroups: z.array(TermCode),
    forms: z.array(TermCode),
    phases: z.array(TermCode),
    responsibleFunction: z.string().nullable(),
    responsibleFunctionId: Id.nullable(),
    visibility: Visibility,
    /** The action the values come from; null when this is the first. */
    from: z.object({ id: Id, title: z.string() }).nullable(),
  })
  .meta({ id: 'ActionSuggestion' });
export type ActionSuggestion = z.infer<typeof ActionSuggestion>;
