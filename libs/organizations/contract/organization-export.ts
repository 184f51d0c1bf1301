import { SheetFormat } from '@samverkan/shared/contract';
import * as z from 'zod';
import { OrganizationQuery } from './organization';

/** The list as a file: the same filters and order, all pages. */
export const OrganizationExportQuery = OrganizationQuery.omit({ page: true, size: true })
  .extend({
    format: SheetFormat,
    /** The language of the headings and kinds. */
    lang: z.enum(['sv', 'en']).default('sv'),
  })
  .meta({ id: 'OrganizationExportQuery' });
export type OrganizationExportQuery = z.infer<typeof OrganizationExportQuery>;
