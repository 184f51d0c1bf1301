import { Id, sheetPreview, sheetProgress, sheetQuery, sheetRow } from '@samverkan/shared/contract';
import * as z from 'zod';
import { contactColumns } from './contact-columns';

export const ContactImportQuery = sheetQuery(contactColumns).meta({ id: 'ContactImportQuery' });
export type ContactImportQuery = z.infer<typeof ContactImportQuery>;

/** What will become of one row. */
export const ContactImportRow = sheetRow(contactColumns)
  .extend({
    /** The function it is about, when there is one already. */
    functionId: Id.nullable(),
  })
  .meta({ id: 'ContactImportRow' });
export type ContactImportRow = z.infer<typeof ContactImportRow>;

/** What an import would do. Nothing has been written. */
export const ContactImportPreview = sheetPreview(contactColumns, ContactImportRow).meta({ id: 'ContactImportPreview' });
export type ContactImportPreview = z.infer<typeof ContactImportPreview>;

export const ContactImportDone = z
  .object({ added: z.number().int(), changed: z.number().int(), same: z.number().int() })
  .meta({ id: 'ContactImportDone' });
export type ContactImportDone = z.infer<typeof ContactImportDone>;

/** How an import goes. */
export const ContactImportProgress = sheetProgress(ContactImportDone).meta({ id: 'ContactImportProgress' });
export type ContactImportProgress = z.infer<typeof ContactImportProgress>;
