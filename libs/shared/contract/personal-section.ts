import * as z from 'zod';

const Both = z.object({ sv: z.string(), en: z.string() });

/** One table of what is held on a person: its columns in words, and rows of plain values. */
export const PersonalSection = z
  .object({
    /** Area and thing: `identity.memberships`. */
    key: z.string(),
    title: Both,
    columns: z.array(z.object({ words: Both, kind: z.enum(['text', 'moment', 'day', 'count']) })),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  })
  .meta({ id: 'PersonalSection' });
export type PersonalSection = z.infer<typeof PersonalSection>;
