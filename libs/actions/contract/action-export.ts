import * as z from 'zod';
import { ActionQuery } from './action-query';

export const actionFileFormats = ['xlsx', 'csv', 'json'] as const;
export const ActionFileFormat = z.enum(actionFileFormats).meta({ id: 'ActionFileFormat' });
export type ActionFileFormat = z.infer<typeof ActionFileFormat>;

/** The list as a file: the same filters and order, every row. */
export const ActionExportQuery = ActionQuery.omit({ page: true, size: true })
  .extend({
    format: ActionFileFormat,
    /** The language of headings and codes in a sheet. In json codes stand as they are. */
    lang: z.enum(['sv', 'en']).default('sv'),
  })
  .meta({ id: 'ActionExportQuery' });
export type ActionExportQuery = z.infer<typeof ActionExportQuery>;
