import * as z from 'zod';

const Both = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) });

/** A mail as it is written: the same in Swedish and English, since we seldom know which the reader wants. */
export const Letter = z.strictObject({
  to: z.email(),
  /** Neutral: it is read on lock screens and by others. Never a name, an organisation's secret or what the matter is. */
  subject: Both,
  /** Paragraphs, in order. */
  body: z.strictObject({ sv: z.array(z.string()).min(1), en: z.array(z.string()).min(1) }),
  /** Where to go; stands after the paragraphs. Anything secret is in the fragment, which no server is sent. */
  link: z.strictObject({ url: z.url(), words: Both }).optional(),
  /** Lesser ways, last: where to say no to letters of the kind. */
  more: z.array(z.strictObject({ url: z.url(), words: Both })).optional(),
  /** Where an answer goes. Without it the letter says that it cannot be replied to. */
  replyTo: z.email().optional(),
  /** What is told of how it went, and by which name its area listens (`Mail.listen`). */
  message: z.strictObject({ area: z.string(), id: z.uuid() }).optional(),
});
export type Letter = z.infer<typeof Letter>;
