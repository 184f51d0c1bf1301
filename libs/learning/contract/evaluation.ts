// What those who came thought of it. Answered by a link of a letter, by nobody in particular.
import * as z from 'zod';

/** Each is answered from 1 (not at all) to 5 (wholly). */
export const evaluationQuestions = ['useful', 'level', 'practical', 'act'] as const;

export const Evaluation = z
  .object({
    /** Null while fewer than five have answered. */
    answers: z.number().int().nullable(),
    /** The mean of each question, in their order; null while there are few answers. */
    means: z.array(z.number()).nullable(),
  })
  .meta({ id: 'Evaluation' });
export type Evaluation = z.infer<typeof Evaluation>;
