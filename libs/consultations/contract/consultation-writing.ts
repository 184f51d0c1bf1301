// What is sent to put a draft to others, to answer, and to say what became of each comment.
import { Day, GuardConfirmed, Id, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { ResponseOutcome } from './consultation';

const guardConfirmed = GuardConfirmed.default([]);

export const ConsultationInput = z
  .strictObject({
    strategyId: Id,
    organizationIds: z.array(Id).min(1).max(400),
    lastDay: Day,
    message: prose(2000).default(''),
    showsAnswers: z.boolean().default(false),
    guardConfirmed,
  })
  .meta({ id: 'ConsultationInput' });
export type ConsultationInput = z.infer<typeof ConsultationInput>;

/** Only the fields sent are changed; `If-Match` says which version they were read from. */
export const ConsultationChange = z
  .strictObject({ lastDay: Day, message: prose(2000), showsAnswers: z.boolean() })
  .partial()
  .extend({ guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'ConsultationChange' });
export type ConsultationChange = z.infer<typeof ConsultationChange>;

export const ConsultationParties = z
  .strictObject({ organizationIds: z.array(Id).min(1).max(400) })
  .meta({ id: 'ConsultationParties' });
export type ConsultationParties = z.infer<typeof ConsultationParties>;

/** Which text of an answer is meant: a goal's, or the one on the whole. */
export const AnswerField = z.union([Id, z.literal('whole')]).meta({ id: 'AnswerField' });
export type AnswerField = z.infer<typeof AnswerField>;

/** One text of the answer. `version` is the one it was read at: 0 when nothing stood there. */
export const AnswerFieldInput = z
  .strictObject({
    text: prose(6000),
    none: z.boolean().default(false),
    version: z.int().min(0),
    guardConfirmed,
  })
  .meta({ id: 'AnswerFieldInput' });
export type AnswerFieldInput = z.infer<typeof AnswerFieldInput>;

/** "Ingen synpunkt" on all goals that have no text, in one act; with goals, it is taken back from those. */
export const NoCommentInput = z.strictObject({ undo: z.array(Id).max(500).default([]) }).meta({ id: 'NoCommentInput' });
export type NoCommentInput = z.infer<typeof NoCommentInput>;

/** What becomes of a comment. `version` is that of the answer to it that was read, 0 for the first. */
export const CommentResponseInput = z
  .strictObject({ outcome: ResponseOutcome, reason: prose(2000).min(1), version: z.int().min(0), guardConfirmed })
  .meta({ id: 'CommentResponseInput' });
export type CommentResponseInput = z.infer<typeof CommentResponseInput>;

/** A deed that needs no words. */
export const ConsultationDeed = z.strictObject({}).meta({ id: 'ConsultationDeed' });
