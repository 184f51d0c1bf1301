import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, Id, Moment, MunicipalityCode, Visibility } from '@samverkan/shared/contract';
import * as z from 'zod';
import { LawArea, QuestionStatus, QuestionSubject } from './question-words';
import { QuestionReply } from './question-reply';

/** Each is a deed of its own: no step comes of something else. `undo` takes the latest step of one's own side back. */
export const questionVerbs = [
  'take',
  'answer',
  'reject',
  'end',
  'unanswered',
  'undo',
  'join',
  'leave',
  'judge',
  'bundle',
] as const;
export const QuestionVerb = z.enum(questionVerbs).meta({ id: 'QuestionVerb' });
export type QuestionVerb = z.infer<typeof QuestionVerb>;

/** A function as others call it: never who holds it. */
export const QuestionFunction = z.object({ id: Id, title: z.string() }).meta({ id: 'QuestionFunction' });

export const QuestionSummary = z
  .object({
    id: Id,
    /** What people quote, `F-2026-K7QX3M`. */
    reference: z.string(),
    /** The question itself. */
    title: z.string(),
    subject: QuestionSubject,
    lawArea: LawArea.nullable(),
    status: QuestionStatus,
    statusSince: Day,
    /** Who has it now; null where it has ended. */
    holder: OrganizationRef.nullable(),
    /** Who asks. */
    asker: OrganizationRef,
    municipalityCode: MunicipalityCode.nullable(),
    askedOn: Day,
    /** Taken down at a visit, by the county board. */
    captured: z.boolean(),
    /** Others with the same question, as far as the reader may see them. */
    joinCount: z.number().int(),
    /** What the acting organisation is to it. */
    own: z.enum(['asker', 'joined']).nullable(),
    /** The acting organisation has been told of an answer and has not said whether it answers. */
    toJudge: z.boolean(),
    visibility: Visibility,
    /** When an answer is expected from the one it has been sent to. */
    expectedOn: Day.nullable(),
    changedAt: Moment,
    demo: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'QuestionSummary' });
export type QuestionSummary = z.infer<typeof QuestionSummary>;

export const QuestionJoin = z
  .object({ organization: OrganizationRef, municipalityCode: MunicipalityCode.nullable(), joinedOn: Day })
  .meta({ id: 'QuestionJoin' });
export type QuestionJoin = z.infer<typeof QuestionJoin>;

export const Question = QuestionSummary.extend({
  /** What makes one ask: never of a person. */
  text: z.string(),
  /** Why it was rejected or ended. */
  reason: z.string(),
  function: QuestionFunction.nullable(),
  /** The county board that has taken it, and which of its functions. */
  handler: OrganizationRef.nullable(),
  handlerFunction: QuestionFunction.nullable(),
  joins: z.array(QuestionJoin),
  /** Where it has been sent. */
  sent: z
    .object({
      bundleId: Id,
      wording: z.string(),
      recipient: OrganizationRef,
      diarienummer: z.string(),
      sentOn: Day,
      expectedOn: Day.nullable(),
      overdue: z.boolean(),
      /** The reader may open the bundle. */
      opens: z.boolean(),
    })
    .nullable(),
  replies: z.array(QuestionReply),
  allowed: z.object({
    edit: z.boolean(),
    show: z.boolean(),
    /** Handles questions of the county. */
    handle: z.boolean(),
    verbs: z.array(QuestionVerb),
  }),
}).meta({ id: 'Question' });
export type Question = z.infer<typeof Question>;

export const QuestionHistory = z
  .object({
    items: z.array(
      z
        .object({
          id: Id,
          at: Moment,
          /** A verb, or the field that was changed. */
          what: z.string(),
          before: z.unknown(),
          after: z.unknown(),
          organization: OrganizationRef.nullable(),
        })
        .meta({ id: 'QuestionHistoryEntry' }),
    ),
  })
  .meta({ id: 'QuestionHistory' });
export type QuestionHistory = z.infer<typeof QuestionHistory>;

/** Questions that are like one that is being written, the likest first, and answers there are already. */
export const SimilarQuestions = z
  .object({
    items: z.array(QuestionSummary),
    answers: z.array(z.object({ id: Id, title: z.string() })),
  })
  .meta({ id: 'SimilarQuestions' });
export type SimilarQuestions = z.infer<typeof SimilarQuestions>;

/** The acting organisation's own questions, each in one line, those that want something first. */
export const QuestionLines = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        title: z.string(),
        words: z.object({ sv: z.string(), en: z.string() }),
        /** An answer waits to be judged. */
        hot: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'QuestionLines' });
export type QuestionLines = z.infer<typeof QuestionLines>;
