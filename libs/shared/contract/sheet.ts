import * as z from 'zod';

/** Files that spreadsheets open. */
export const sheetFormats = ['xlsx', 'csv'] as const;
export const SheetFormat = z.enum(sheetFormats).meta({ id: 'SheetFormat' });
export type SheetFormat = z.infer<typeof SheetFormat>;
