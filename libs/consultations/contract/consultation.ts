// A round in which a draft strategy is put to others: who is asked, until when, and what each has said of each goal.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, Id, Moment } from '@samverkan/shared/contract';
import { GoalKind } from '@samverkan/strategies/contract';
import * as z from 'zod';

/** `open` while answers are taken in, after the last day too: until whoever keeps the draft closes it. */
export const ConsultationStatus = z.enum(['open', 'closed']).meta({ id: 'ConsultationStatus' });
export type ConsultationStatus = z.infer<typeof ConsultationStatus>;

export const ConsultationRef = z
  .object({
    id: Id,
    /** What the draft was called for short when it went out. */
    title: z.string(),
    strategyId: Id,
    lastDay: Day,
    status: ConsultationStatus,
    /** The last day has passed. */
    overdue: z.boolean(),
    /** Whose draft it is. */
    from: OrganizationRef,
  })
  .meta({ id: 'ConsultationRef' });
export type ConsultationRef = z.infer<typeof ConsultationRef>;

/** A round as one row: one's own answer where one was asked, how many have answered where one asks. */
export const ConsultationSummary = ConsultationRef.extend({
  answer: z
    .object({ done: z.number().int(), goals: z.number().int(), begun: z.boolean(), sentAt: Moment.nullable() })
    .nullable(),
  asked: z.object({ invited: z.number().int(), sent: z.number().int(), unanswered: z.number().int() }).nullable(),
}).meta({ id: 'ConsultationSummary' });
export type ConsultationSummary = z.infer<typeof ConsultationSummary>;

export const ConsultationList = z.object({ items: z.array(ConsultationSummary) }).meta({ id: 'ConsultationList' });
export type ConsultationList = z.infer<typeof ConsultationList>;

/** What a comment is about: a goal as it was worded when the comment was written, or the whole (no goal). */
export const CommentedGoal = z
  .object({ id: Id, number: z.string(), title: z.string(), text: z.string().nullable(), version: z.number().int() })
  .meta({ id: 'CommentedGoal' });
export type CommentedGoal = z.infer<typeof CommentedGoal>;

export const responseOutcomes = ['taken_in', 'partly', 'not'] as const;
export const ResponseOutcome = z.enum(responseOutcomes).meta({ id: 'ResponseOutcome' });
export type ResponseOutcome = z.infer<typeof ResponseOutcome>;

/** What became of a comment, and why. */
export const CommentResponse = z
  .object({
    outcome: ResponseOutcome,
    reason: z.string(),
    at: Moment,
    version: z.number().int(),
    /** The comment has been written anew since. */
    outdated: z.boolean(),
  })
  .meta({ id: 'CommentResponse' });
export type CommentResponse = z.infer<typeof CommentResponse>;

/** What an organisation has sent about a goal, or about the whole. */
export const ConsultationComment = z
  .object({
    id: Id,
    goal: CommentedGoal.nullable(),
    /** Empty with `none`: the organisation has no comment. */
    text: z.string(),
    none: z.boolean(),
    changedAt: Moment,
    response: CommentResponse.nullable(),
  })
  .meta({ id: 'ConsultationComment' });
export type ConsultationComment = z.infer<typeof ConsultationComment>;

/** What is being written about a goal, or about the whole; the organisation's own until it is sent. */
export const ConsultationDraft = z
  .object({
    goalId: Id.nullable(),
    text: z.string(),
    none: z.boolean(),
    version: z.number().int(),
    /** The wording it was written about, when the goal says something else now. */
    about: CommentedGoal.nullable(),
  })
  .meta({ id: 'ConsultationDraft' });
export type ConsultationDraft = z.infer<typeof ConsultationDraft>;

/** An organisation's one answer, which all of its people write together. */
export const ConsultationAnswer = z
  .object({
    organization: OrganizationRef,
    drafts: z.array(ConsultationDraft),
    sentAt: Moment.nullable(),
    /** Who of one's own people sent it. */
    sentBy: z.string().nullable(),
    /** It came after the last day. */
    late: z.boolean(),
    /** Something has been written since it was sent. */
    unsent: z.boolean(),
    comments: z.array(ConsultationComment),
  })
  .meta({ id: 'ConsultationAnswer' });
export type ConsultationAnswer = z.infer<typeof ConsultationAnswer>;

export const ConsultedGoal = z
  .object({
    id: Id,
    number: z.string(),
    title: z.string(),
    text: z.string().nullable(),
    kind: GoalKind,
    depth: z.number().int(),
    responsible: OrganizationRef.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'ConsultedGoal' });
export type ConsultedGoal = z.infer<typeof ConsultedGoal>;

/** A round with the draft's goals while they may be read, and one's own answer. */
export const Consultation = ConsultationRef.extend({
  message: z.string(),
  /** When it is closed, those who were asked see what the others said. */
  showsAnswers: z.boolean(),
  openedAt: Moment,
  closedAt: Moment.nullable(),
  version: z.number().int(),
  /** The draft may be read by this reader now. */
  readable: z.boolean(),
  goals: z.array(ConsultedGoal),
  answer: ConsultationAnswer.nullable(),
  allowed: z.object({ answer: z.boolean(), manage: z.boolean(), readAnswers: z.boolean() }),
}).meta({ id: 'Consultation' });
export type Consultation = z.infer<typeof Consultation>;
