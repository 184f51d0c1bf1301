import { Moment } from '@samverkan/shared/contract';
import * as z from 'zod';

export const RuleKey = z.string().regex(/^[a-z][a-z.-]{0,59}$/);

/** What tonight's run would take by one rule, as the reader may see it. */
export const RetentionPreview = z.object({
  key: RuleKey,
  area: z.string(),
  /** ISO 8601 duration. */
  keeps: z.string(),
  /** Words of a rule that the portal has none for. */
  words: z.object({ sv: z.string(), en: z.string() }).nullable(),
  due: z.number().int(),
  oldest: Moment.nullable(),
});

/** What would go tonight, and what went the last nights. */
export const Retention = z
  .object({
    /** The moment tonight's run judges by. */
    asOf: Moment,
    rules: z.array(RetentionPreview),
    runs: z.array(
      z.object({
        asOf: Moment,
        startedAt: Moment,
        endedAt: Moment.nullable(),
        counts: z.array(z.object({ rule: z.string(), taken: z.number().int() })),
      }),
    ),
  })
  .meta({ id: 'Retention' });
export type Retention = z.infer<typeof Retention>;

/** The first five hundred of what one rule would take, oldest first. */
export const RetentionDue = z
  .object({
    key: RuleKey,
    asOf: Moment,
    total: z.number().int(),
    items: z.array(
      z.object({
        id: z.string(),
        at: Moment,
        organization: z.string().nullable(),
        reference: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'RetentionDue' });
export type RetentionDue = z.infer<typeof RetentionDue>;
