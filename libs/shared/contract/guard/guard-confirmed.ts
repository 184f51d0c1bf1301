import * as z from 'zod';

/** Why ten digits that could be a personal number are something else. Kept in the audit as this code; the digits never are. */
export const guardReasons = ['phone', 'case-number', 'organisation-number', 'account', 'other-number'] as const;
export const GuardReason = z.enum(guardReasons).meta({ id: 'GuardReason' });
export type GuardReason = z.infer<typeof GuardReason>;

/** Fields where the guard asked and the writer said what it is instead: the field's path and the reason. At most 20. */
export const GuardConfirmed = z
  .array(z.strictObject({ path: z.string().regex(/^[\w.]{1,60}$/), reason: GuardReason }))
  .max(20)
  .meta({ id: 'GuardConfirmed' });
export type GuardConfirmed = z.infer<typeof GuardConfirmed>;

/** The answer for one field, ready to be spread into `guardConfirmed`; nothing when the writer has not been asked. */
export const confirmation = (path: string, reason: GuardReason | null): GuardConfirmed =>
  reason === null ? [] : [{ path, reason }];
