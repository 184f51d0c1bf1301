// What the government has asked of the county boards: the words, when it is reported and to whom, and what is done to answer it.
import { ActionStatus } from '@samverkan/actions/contract';
import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, Id, Moment, Visibility } from '@samverkan/shared/contract';
import { GoalRef } from '@samverkan/strategies/contract';
import * as z from 'zod';

export const assignmentStatuses = ['received', 'ongoing', 'reported', 'closed'] as const;
export const AssignmentStatus = z.enum(assignmentStatuses).meta({ id: 'AssignmentStatus' });
export type AssignmentStatus = z.infer<typeof AssignmentStatus>;

/** `undo` takes the latest step back. */
export const assignmentVerbs = ['start', 'report', 'close', 'undo'] as const;
export const AssignmentVerb = z.enum(assignmentVerbs).meta({ id: 'AssignmentVerb' });
export type AssignmentVerb = z.infer<typeof AssignmentVerb>;

export const reportKinds = ['part', 'yearly', 'final', 'other'] as const;
export const ReportKind = z.enum(reportKinds).meta({ id: 'ReportKind' });
export type ReportKind = z.infer<typeof ReportKind>;

/** A day on which each of the boards reports. */
export const AssignmentReport = z
  .object({
    id: Id,
    kind: ReportKind,
    dueOn: Day,
    /** The day the reader's own board reported; null while it has not, or when it is not one of them. */
    reportedOn: Day.nullable(),
    /** How many of the boards have said that they have reported. */
    reported: z.number().int(),
    /** The reader's own board should have reported, and has not said so. */
    overdue: z.boolean(),
  })
  .meta({ id: 'AssignmentReport' });
export type AssignmentReport = z.infer<typeof AssignmentReport>;

export const AssignmentSummary = z
  .object({
    id: Id,
    title: z.string(),
    /** Diarienummer of the government's decision, as it is written there. */
    dnr: z.string().nullable(),
    status: AssignmentStatus,
    visibility: Visibility,
    /** Who keeps it here. */
    organization: OrganizationRef,
    /** Whom it was given to. */
    boards: z.array(OrganizationRef),
    /** It was given to every county board. */
    allBoards: z.boolean(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    /** The next day to report: of the reader's own board what it has not reported yet, of others the next to come. */
    next: AssignmentReport.nullable(),
    /** Goals and actions tied to it, as far as the reader may see them. */
    goalCount: z.number().int(),
    actionCount: z.number().int(),
    changedAt: Moment,
    demo: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'AssignmentSummary' });
export type AssignmentSummary = z.infer<typeof AssignmentSummary>;

/** A goal that answers to it, and which board said so. */
export const AssignmentGoal = z
  .object({
    goal: GoalRef,
    by: OrganizationRef,
    /** It came along when the goal before it was replaced. */
    carried: z.boolean(),
    /** The reader may take it away. */
    removable: z.boolean(),
  })
  .meta({ id: 'AssignmentGoal' });
export type AssignmentGoal = z.infer<typeof AssignmentGoal>;

/** An action that answers to it: tied by itself, or through its goals. */
export const AssignmentAction = z
  .object({
    id: Id,
    title: z.string(),
    status: ActionStatus,
    overdue: z.boolean(),
    owners: z.array(OrganizationRef),
    /** Null where it is here through its goals. */
    by: OrganizationRef.nullable(),
    removable: z.boolean(),
  })
  .meta({ id: 'AssignmentAction' });
export type AssignmentAction = z.infer<typeof AssignmentAction>;

export const Assignment = AssignmentSummary.extend({
  text: z.string(),
  legalBasis: z.string(),
  reportedTo: z.string(),
  decidedOn: Day.nullable(),
  /** The function to ask; null where there is none, or not for this reader. */
  function: z.object({ id: Id, title: z.string() }).nullable(),
  reports: z.array(AssignmentReport),
  goals: z.array(AssignmentGoal),
  /** At most 200, those tied by themselves first. */
  actions: z.array(AssignmentAction),
  statusSince: Day,
  allowed: z.object({
    edit: z.boolean(),
    changeVisibility: z.boolean(),
    /** Ties goals and actions to it, and says that its own board has reported. */
    answer: z.boolean(),
    verbs: z.array(AssignmentVerb),
  }),
}).meta({ id: 'Assignment' });
export type Assignment = z.infer<typeof Assignment>;

export const AssignmentHistoryEntry = z
  .object({
    id: Id,
    at: Moment,
    /** A verb, or the field that was changed. */
    what: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    organization: OrganizationRef.nullable(),
  })
  .meta({ id: 'AssignmentHistoryEntry' });
export type AssignmentHistoryEntry = z.infer<typeof AssignmentHistoryEntry>;
export const AssignmentHistory = z.object({ items: z.array(AssignmentHistoryEntry) }).meta({ id: 'AssignmentHistory' });
export type AssignmentHistory = z.infer<typeof AssignmentHistory>;
