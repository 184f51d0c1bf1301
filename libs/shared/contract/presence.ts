import * as z from 'zod';
import { Id } from './primitives';

/** Where she is in a form that is open: the field's name, or null between fields. */
export const PresenceInput = z
  .strictObject({
    field: z
      .string()
      .regex(/^[A-Za-z]{1,40}$/)
      .nullable(),
  })
  .meta({ id: 'PresenceInput' });
export type PresenceInput = z.infer<typeof PresenceInput>;

/**
 * Others who have a form open on the same thing and have said so in the last ten seconds. The name is a colleague's of the reader's own
 * organisation; of others only the organisation is told.
 */
export const Presence = z
  .object({
    others: z.array(
      z.object({
        organization: z.object({ id: Id, name: z.string() }),
        name: z.string().nullable(),
        field: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Presence' });
export type Presence = z.infer<typeof Presence>;
