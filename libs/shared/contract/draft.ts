import * as z from 'zod';
import { Moment } from './primitives';

/** A form somebody has begun; empty and without a time when she has not. Seen by its writer alone, under the organisation she acted for. Gone 30 days after the last change. */
export const Draft = z
  .object({ key: z.string(), content: z.record(z.string(), z.unknown()), updatedAt: Moment.nullable() })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof Draft>;

export const DraftKey = z.string().regex(/^[a-z0-9:-]{1,80}$/);

/** At most 60 fields and 60 kB. */
export const DraftInput = z
  .strictObject({
    content: z
      .record(z.string().max(60), z.unknown())
      .refine((content) => Object.keys(content).length <= 60 && JSON.stringify(content).length <= 60_000),
  })
  .meta({ id: 'DraftInput' });
export type DraftInput = z.infer<typeof DraftInput>;
