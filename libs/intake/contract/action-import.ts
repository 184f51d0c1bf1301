import { Id, sheetPreview, sheetProgress, sheetQuery, sheetRow } from '@samverkan/shared/contract';
import * as z from 'zod';
import { importColumns } from './action-columns';

/** Rows that one file may have. */
export const mostImported = 2000;

export const ActionImportQuery = sheetQuery(importColumns).meta({ id: 'ActionImportQuery' });
export type ActionImportQuery = z.infer<typeof ActionImportQuery>;

/** What will become of one row. What is there already is left as it is. */
export const ActionImportRow = sheetRow(importColumns)
  .extend({
    /** The organisation's action with the same title and period, when there is one. */
    actionId: Id.nullable(),
    /** Another of its actions with nearly the same title in an overlapping period, for a new row. */
    like: z.object({ id: Id, title: z.string() }).nullable(),
  })
  .meta({ id: 'ActionImportRow' });
export type ActionImportRow = z.infer<typeof ActionImportRow>;

export const ActionImportPreview = sheetPreview(importColumns, ActionImportRow).meta({ id: 'ActionImportPreview' });
export type ActionImportPreview = z.infer<typeof ActionImportPreview>;

const added = z.array(z.strictObject({ id: Id, version: z.number().int().min(1) }));

/** What was logged, each at the version it was left in: sent back, it is taken back. */
export const ActionImportDone = z.object({ added, same: z.number().int() }).meta({ id: 'ActionImportDone' });
export type ActionImportDone = z.infer<typeof ActionImportDone>;

/** How an import goes. */
export const ActionImportProgress = sheetProgress(ActionImportDone).meta({ id: 'ActionImportProgress' });
export type ActionImportProgress = z.infer<typeof ActionImportProgress>;

export const ActionImportUndo = z
  .strictObject({ added: added.min(1).max(mostImported) })
  .meta({ id: 'ActionImportUndo' });
export type ActionImportUndo = z.infer<typeof ActionImportUndo>;

/** How many were taken back, and how many stay since somebody has done something with them. */
export const ActionImportUndone = z
  .object({ taken: z.number().int(), left: z.number().int() })
  .meta({ id: 'ActionImportUndone' });
export type ActionImportUndone = z.infer<typeof ActionImportUndone>;
