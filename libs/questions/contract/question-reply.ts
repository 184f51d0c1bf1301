import { OrganizationRef } from '@samverkan/organizations/contract';
import { Day, GuardConfirmed, Id, line, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { webAddress } from './web-address';

/** What one of those who asked thinks of an answer. */
export const QuestionVerdict = z
  .object({ organization: OrganizationRef, answers: z.boolean(), because: z.string(), on: Day })
  .meta({ id: 'QuestionVerdict' });
export type QuestionVerdict = z.infer<typeof QuestionVerdict>;

export const QuestionReply = z
  .object({
    id: Id,
    /** Who answered. */
    source: OrganizationRef,
    text: z.string(),
    link: z.string(),
    receivedOn: Day,
    /** What the acting organisation has said of it; null where it has not, or is not asked. */
    verdict: QuestionVerdict.nullable(),
    /** What all have said, for the county board. */
    verdicts: z.array(QuestionVerdict),
    /** How many have been told, and of how many, for the county board. */
    told: z.object({ told: z.number().int(), of: z.number().int() }).nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'QuestionReply' });
export type QuestionReply = z.infer<typeof QuestionReply>;

/** An answer as it came. Everybody who asked is told of it. */
export const ReplyInput = z
  .strictObject({
    text: prose(12_000).min(3),
    link: webAddress.default(''),
    receivedOn: Day,
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'ReplyInput' });
export type ReplyInput = z.infer<typeof ReplyInput>;

/** “Besvarar”, or “besvarar inte, därför att”: then the question is open again. */
export const VerdictInput = z
  .strictObject({
    answers: z.boolean(),
    because: line(500, 0).default(''),
    /** The answer that was read. Refused when another has come since. */
    replyId: Id.optional(),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .refine(({ answers, because }) => answers || because.length >= 3, {
    path: ['because'],
    message: 'question.say-why',
  })
  .meta({ id: 'VerdictInput' });
export type VerdictInput = z.infer<typeof VerdictInput>;
