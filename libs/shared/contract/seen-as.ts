import * as z from 'zod';
import { Id } from './primitives';

/** "Se som …": the organisation whose ordinary user's answer is wanted instead of one's own. For whoever decides who sees the object. */
export const SeenAsQuery = z.strictObject({ seenAs: Id.optional() }).meta({ id: 'SeenAsQuery' });
export type SeenAsQuery = z.infer<typeof SeenAsQuery>;
