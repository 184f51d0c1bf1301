// What every import of a sheet has: the columns as the reader says they are, and what would become of each row.
import * as z from 'zod';
import { sheetOutcomes } from './sheet-row';

/**
 * What each column of the file stands for, in their order; an empty place is left out. Without it the headings are recognised. The file
 * itself is the body, and is kept nowhere: it is sent again with each step.
 */
export const sheetQuery = <C extends string>(columns: readonly C[]) =>
  z.strictObject({
    columns: z
      .preprocess(
        (value) => (typeof value === 'string' ? value.split(',').map((name) => name || null) : value),
        z
          .array(z.enum(columns).nullable())
          .max(60)
          .refine((list) => new Set(list.filter(Boolean)).size === list.filter(Boolean).length, 'import.column-twice'),
      )
      .optional(),
    lang: z.enum(['sv', 'en']).default('sv'),
  });

/** What will become of one row. */
export const sheetRow = <C extends string>(columns: readonly C[]) =>
  z.object({
    /** As the spreadsheet numbers it; the headings stand on line 1. */
    line: z.number().int(),
    outcome: z.enum(sheetOutcomes),
    /** Empty where the cell holds what must not be shown. */
    title: z.string(),
    /** What it would change. */
    fields: z.array(z.enum(columns)),
    issues: z.array(
      z.object({ column: z.enum(columns).nullable(), code: z.string(), line: z.number().int().optional() }),
    ),
  });

/** What an import would do. Nothing has been written. */
export const sheetPreview = <C extends string, R extends z.ZodType>(columns: readonly C[], row: R) =>
  z.object({
    headings: z.array(z.string()),
    columns: z.array(z.enum(columns).nullable()),
    rows: z.array(row),
    counts: z.object({
      new: z.number().int(),
      changed: z.number().int(),
      same: z.number().int(),
      wrong: z.number().int(),
    }),
  });

/** How an import goes; `key` is its Idempotency-Key. */
export const SheetProgressQuery = z
  .strictObject({ key: z.string().regex(/^[\w-]{8,80}$/) })
  .meta({ id: 'SheetProgressQuery' });
export type SheetProgressQuery = z.infer<typeof SheetProgressQuery>;

/** `none` is one that has not begun, or that came to nothing: then nothing of it was written. `of` is 0 while nobody can say how many rows there are. */
export const sheetProgress = <D extends z.ZodType>(done: D) =>
  z.object({
    state: z.enum(['none', 'running', 'done']),
    done: z.number().int(),
    of: z.number().int(),
    /** What it came to, to the one whose it is, for two days; null too where something sensitive has been taken out of it. */
    answer: done.nullable(),
  });
