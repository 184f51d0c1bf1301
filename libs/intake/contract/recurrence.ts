import { ActionStatus } from '@samverkan/actions/contract';
import { Day, Id } from '@samverkan/shared/contract';
import * as z from 'zod';

/** How often an action is done again. A term is half a year. */
export const rhythms = ['month', 'quarter', 'term', 'year'] as const;
export const Rhythm = z.enum(rhythms).meta({ id: 'Rhythm' });
export type Rhythm = z.infer<typeof Rhythm>;

/** One time that it is done: an action of its own, counted once in its own period. */
export const Occurrence = z
  .object({
    id: Id,
    title: z.string(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    status: ActionStatus,
  })
  .meta({ id: 'Occurrence' });
export type Occurrence = z.infer<typeof Occurrence>;

/** What an action comes after and what comes after it, as far as this reader sees. */
export const Recurrence = z
  .object({
    every: Rhythm.nullable(),
    /** The chain the action stands in, itself among them, oldest first. Empty while it stands alone. */
    occurrences: z.array(Occurrence),
    /** When the next is to begin; null without a rhythm, without days, or when the next is there. */
    nextOn: Day.nullable(),
    /** The next is to be planned now. */
    due: z.boolean(),
    /** This reader may say how often, and do it again. */
    mayChange: z.boolean(),
    /** The next occurrence, where there is one that has not been cancelled. */
    nextId: Id.nullable(),
  })
  .meta({ id: 'Recurrence' });
export type Recurrence = z.infer<typeof Recurrence>;

export const RecurrenceInput = z.strictObject({ every: Rhythm.nullable() }).meta({ id: 'RecurrenceInput' });
export type RecurrenceInput = z.infer<typeof RecurrenceInput>;

/** The acting organisation's actions that come again and whose next is not there, the one that begins first first. */
export const Recurring = z
  .object({
    items: z.array(z.object({ ...Occurrence.shape, every: Rhythm, nextOn: Day.nullable(), due: z.boolean() })),
  })
  .meta({ id: 'Recurring' });
export type Recurring = z.infer<typeof Recurring>;
