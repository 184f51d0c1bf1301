// The days that bind: reports, last days and ends, from every area that has any.
import { Day, Id, listOf } from '@samverkan/shared/contract';
import * as z from 'zod';

const words = z.object({ sv: z.string(), en: z.string() });

export const CalendarDay = z
  .object({
    area: z.string(),
    id: Id,
    /** `assignments.final`, `strategies.ends` … */
    kind: z.string(),
    words,
    title: z.string(),
    day: Day,
    /** Where in the portal it stands. */
    path: z.string(),
    /** It binds the acting organisation. */
    mine: z.boolean(),
    done: z.boolean(),
    /** It binds the acting organisation, has passed, and something is left to do. */
    overdue: z.boolean(),
  })
  .meta({ id: 'CalendarDay' });
export type CalendarDay = z.infer<typeof CalendarDay>;

const filters = {
  /** Only what binds the acting organisation. */
  mine: z.stringbool().optional(),
  area: listOf(z.string().regex(/^[a-z-]{1,40}$/)),
};

/** From and to are both included; without them twelve months from the first of this month. */
export const CalendarQuery = z
  .strictObject({ ...filters, from: Day.optional(), to: Day.optional() })
  .meta({ id: 'CalendarQuery' });
export type CalendarQuery = z.infer<typeof CalendarQuery>;

export const Calendar = z
  .object({
    from: Day,
    to: Day,
    /** In the order of their days; at most 1,000. */
    items: z.array(CalendarDay),
    /** What is overdue from before `from`, oldest first; at most 100. */
    overdue: z.array(CalendarDay),
    /** Areas that have days, to choose among. */
    areas: z.array(z.string()),
  })
  .meta({ id: 'Calendar' });
export type Calendar = z.infer<typeof Calendar>;

/** The days as a calendar file (iCalendar): from a year back to two years ahead. */
export const CalendarFileQuery = z
  .strictObject({ ...filters, lang: z.enum(['sv', 'en']).default('sv') })
  .meta({ id: 'CalendarFileQuery' });
export type CalendarFileQuery = z.infer<typeof CalendarFileQuery>;
