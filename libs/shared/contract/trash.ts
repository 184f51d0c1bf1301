import * as z from 'zod';
import { Day, Id, Moment } from './primitives';

/** How many days what was taken away can be put back, before it goes for good. */
export const trashDays = 30;

/** Something that was taken away and can be put back by the reader. */
export const TrashItem = z
  .object({
    id: Id,
    /** Dotted, area first: `tasks.task`. */
    kind: z.string(),
    /** What it was called; of a text its first words. */
    title: z.string(),
    /** What it stood on or among, when that has a name. */
    place: z.string().nullable(),
    /** Where in the portal that is. */
    path: z.string(),
    takenAt: Moment,
    /** Null when the reader may not know who, or it was before that was noted. */
    takenBy: z.string().nullable(),
    /** The day it goes for good. */
    goesOn: Day,
    /** The address that puts it back, by POST with `{}`; it asks the rights again. */
    restore: z.string(),
    /** It can go for good at once, by DELETE at `/api/trash/<kind>/<id>`. */
    mayPurge: z.boolean(),
  })
  .meta({ id: 'TrashItem' });
export type TrashItem = z.infer<typeof TrashItem>;

/** The latest two hundred. */
export const Trash = z.object({ items: z.array(TrashItem) }).meta({ id: 'Trash' });
export type Trash = z.infer<typeof Trash>;
