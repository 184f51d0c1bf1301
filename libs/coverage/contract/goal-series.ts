import { Day } from '@samverkan/shared/contract';
import { GoalRef } from '@samverkan/strategies/contract';
import * as z from 'zod';

/** The last day of a month, or today in the current one: what was under way then, and what had been completed by then. */
export const SeriesMonth = z
  .object({
    /** "2026-11". */
    month: z.string().regex(/^\d{4}-\d{2}$/),
    underWay: z.number().int(),
    completed: z.number().int(),
  })
  .meta({ id: 'SeriesMonth' });
export type SeriesMonth = z.infer<typeof SeriesMonth>;

/**
 * How the work towards a goal has gone, through every strategy it has stood in: the actions of the goals it comes from and became are
 * counted with its own, each once. Months from the first that began, at most ten years back; empty when nothing has begun.
 */
export const GoalSeries = z
  .object({
    months: z.array(SeriesMonth),
    /** Where a strategy began to apply, oldest first: the line runs through, with a mark. */
    marks: z.array(z.object({ on: Day, title: z.string(), titleEn: z.string().nullable() })),
    /** The goals it runs through. */
    goals: z.array(GoalRef),
  })
  .meta({ id: 'GoalSeries' });
export type GoalSeries = z.infer<typeof GoalSeries>;
