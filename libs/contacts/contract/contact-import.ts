import { Id, sheetPreview, sheetQuery, sheetRow } from '@samverkan/shared/contract';
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

/** How far a running import has come; `key` is its Idempotency-Key. Nothing is known of one that has not begun here. */
export const ContactImportProgressQuery = z
  .strictObject({ key: z.string().regex(/^[\w-]{8,80}$/) })
  .meta({ id: 'ContactImportProgressQuery' });
export type ContactImportProgressQuery = z.infer<typeof ContactImportProgressQuery>;
export const ContactImportProgress = z
  .object({ done: z.number().int(), of: z.number().int() })
  .meta({ id: 'ContactImportProgress' });
export type ContactImportProgress = z.infer<typeof ContactImportProgress>;
