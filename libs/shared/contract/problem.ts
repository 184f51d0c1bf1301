import * as z from 'zod';

/** One thing wrong with the input: where (`goalIds.0`) and what (`text.personal-number`). The text itself is never repeated. */
export const ProblemIssue = z.object({
  path: z.string(),
  code: z.string(),
  /** What it could have been, as codes, where a list decides that. */
  choices: z.array(z.string()).optional(),
});
export type ProblemIssue = z.infer<typeof ProblemIssue>;

/** Every refusal (RFC 9457). `code` is dotted and stable; the portal's words for it stand under `error.<code>`. */
export const Problem = z
  .object({
    type: z.literal('about:blank'),
    status: z.number().int(),
    code: z.string(),
    title: z.string(),
    requestId: z.string().optional(),
    issues: z.array(ProblemIssue).optional(),
    /** On `stale-version`: the fields both sides changed, with what is stored now. */
    current: z.unknown().optional(),
    retryAfterSeconds: z.number().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
