import { sheetFormats } from '@samverkan/shared/contract';
import * as z from 'zod';
import { ContactQuery } from './contact-query';

/** What a list of functions can go out as: files for spreadsheets, and cards for address books (vCard 4.0). */
export const contactFileFormats = [...sheetFormats, 'vcf'] as const;
export const ContactFileFormat = z.enum(contactFileFormats).meta({ id: 'ContactFileFormat' });
export type ContactFileFormat = z.infer<typeof ContactFileFormat>;

/** The list as a file: the same filters and order, all pages. */
export const ContactExportQuery = ContactQuery.omit({ page: true, size: true })
  .extend({
    format: ContactFileFormat,
    /** The language of headings, subjects and levels. */
    lang: z.enum(['sv', 'en']).default('sv'),
  })
  .meta({ id: 'ContactExportQuery' });
export type ContactExportQuery = z.infer<typeof ContactExportQuery>;
