import * as z from 'zod';
import { GuardConfirmed } from './guard/guard-confirmed';
import { Id, Moment, prose } from './primitives';

/** "I happened to write something sensitive": which thing of which area. It is hidden from everybody at once. */
export const SensitiveReport = z
  .strictObject({
    /** The area's name: `actions`. */
    area: z.string().regex(/^[a-z-]{1,40}$/),
    /** Which of the area's texts: `action`, `update`. */
    kind: z.string().regex(/^[a-z-]{1,40}$/),
    objectId: Id,
  })
  .meta({ id: 'SensitiveReport' });
export type SensitiveReport = z.infer<typeof SensitiveReport>;

/** A hidden thing, by its reference: never its title. */
export const SensitiveText = z
  .object({
    id: Id,
    area: z.string(),
    kind: z.string(),
    objectId: Id,
    /** What people quote ("I-2026-K7QX3M"). */
    reference: z.string(),
    hiddenAt: Moment,
    hiddenFor: z.object({ id: Id, name: z.string() }),
    /** The reader may see the words, write clean ones and take the old ones away: the owners and the county's administrators. */
    mayPurge: z.boolean(),
  })
  .meta({ id: 'SensitiveText' });
export type SensitiveText = z.infer<typeof SensitiveText>;

/** What is hidden and not yet dealt with, newest first, at most 200. */
export const SensitiveTexts = z.object({ items: z.array(SensitiveText) }).meta({ id: 'SensitiveTexts' });
export type SensitiveTexts = z.infer<typeof SensitiveTexts>;

/** The words as they stand, for whoever is to clean them. */
export const SensitiveContent = SensitiveText.extend({
  fields: z.array(
    z.object({
      /** The field's own name; its words stand in the portal under `pages.sensitive.field.<name>`. */
      name: z.string(),
      text: z.string(),
      /** Characters at most. */
      max: z.number().int(),
      required: z.boolean(),
      lines: z.enum(['one', 'several']),
    }),
  ),
}).meta({ id: 'SensitiveContent' });
export type SensitiveContent = z.infer<typeof SensitiveContent>;

/** The clean words, field by field. What is not sent stays as it is; the history of every field is emptied. */
export const SensitivePurge = z
  .strictObject({
    texts: z.record(z.string().regex(/^[A-Za-z]{1,40}$/), prose(12_000)),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'SensitivePurge' });
export type SensitivePurge = z.infer<typeof SensitivePurge>;
