import { Id } from '@samverkan/shared/contract';
import * as z from 'zod';
import { contactColumns } from './contact-columns';

const Column = z.enum(contactColumns);

/**
 * What each column of the file stands for, in their order; an empty place is left out. Without it the headings are recognised. The file
 * itself is the body, and is kept nowhere: it is sent again with each step.
 */
export const ContactImportQuery = z
  .strictObject({
    columns: z
      .preprocess(
        (value) => (typeof value === 'string' ? value.split(',').map((name) => name || null) : value),
        z
          .array(Column.nullable())
          .max(60)
          .refine((list) => new Set(list.filter(Boolean)).size === list.filter(Boolean).length, 'import.column-twice'),
      )
      .optional(),
    lang: z.enum(['sv', 'en']).default('sv'),
  })
  .meta({ id: 'ContactImportQuery' });
export type ContactImportQuery = z.infer<typeof ContactImportQuery>;

export const importOutcomes = ['new', 'changed', 'same', 'wrong'] as const;

/** What will become of one row. */
export const ContactImportRow = z
  .object({
    /** As the spreadsheet numbers it; the headings stand on line 1. */
    line: z.number().int(),
    outcome: z.enum(importOutcomes),
    /** Empty where the cell holds what must not be shown. */
    title: z.string(),
    /** The function it is about, when there is one already. */
    functionId: Id.nullable(),
    /** What it would change. */
    fields: z.array(Column),
    issues: z.array(z.object({ column: Column.nullable(), code: z.string(), line: z.number().int().optional() })),
  })
  .meta({ id: 'ContactImportRow' });
export type ContactImportRow = z.infer<typeof ContactImportRow>;

/** What an import would do. Nothing has been written. */
export const ContactImportPreview = z
  .object({
    headings: z.array(z.string()),
    columns: z.array(Column.nullable()),
    rows: z.array(ContactImportRow),
    counts: z.object({
      new: z.number().int(),
      changed: z.number().int(),
      same: z.number().int(),
      wrong: z.number().int(),
    }),
  })
  .meta({ id: 'ContactImportPreview' });
export type ContactImportPreview = z.infer<typeof ContactImportPreview>;

export const ContactImportDone = z
  .object({ added: z.number().int(), changed: z.number().int(), same: z.number().int() })
  .meta({ id: 'ContactImportDone' });
export type ContactImportDone = z.infer<typeof ContactImportDone>;

/** How far a running import has come; `key` is its Idempotency-Key. Nothing is known of one that has not begun here. */
export const ContactImportProgressQuery = z
  .strictObject({ key: z.string().regex(/^[\w-]{8,80}$/) })
  .meta({ id: 'ContactImportProgressQuery' });
export type ContactImportProgressQuery = z.infer<typeof ContactImportProgressQuery>;
export const ContactImportProgress = z
  .object({ done: z.number().int(), of: z.number().int() })
  .meta({ id: 'ContactImportProgress' });
export type ContactImportProgress = z.infer<typeof ContactImportProgress>;
