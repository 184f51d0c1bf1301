import * as z from 'zod';
import { Id, Moment } from './primitives';

/** The mail of demo mode, as it would have arrived. It is sent to nobody. */
export const DemoOutbox = z
  .object({
    letters: z.array(
      z.object({
        id: Id,
        to: z.string(),
        subject: z.string(),
        text: z.string(),
        /** Where the letter's link leads, when it has one. */
        link: z.string().nullable(),
        sentAt: Moment,
      }),
    ),
  })
  .meta({ id: 'DemoOutbox' });
export type DemoOutbox = z.infer<typeof DemoOutbox>;
