import { OrganizationRef } from '@samverkan/organizations/contract';
import { Id, Moment } from '@samverkan/shared/contract';
import * as z from 'zod';

export const askedFormats = ['tagged_pdf', 'plain_text', 'large_print', 'easy_read', 'audio', 'braille'] as const;
export const AskedFormat = z.enum(askedFormats).meta({ id: 'AskedFormat' });
export type AskedFormat = z.infer<typeof AskedFormat>;

/** Somebody needs a publication in a format that she can read or listen to. Who she is is not kept. */
export const FormatRequest = z
  .object({
    id: Id,
    format: AskedFormat,
    /** Where the answer is to go, if that was given; gone once it has been answered. For the owners alone. */
    replyTo: z.string().nullable(),
    organization: OrganizationRef,
    receivedAt: Moment,
    answeredAt: Moment.nullable(),
    /** The reader may say that it has been answered. */
    answerable: z.boolean(),
  })
  .meta({ id: 'FormatRequest' });
export type FormatRequest = z.infer<typeof FormatRequest>;

/** What has been asked for: all of it for the publication's owners, else what one's own organisation has asked. */
export const FormatRequests = z.object({ items: z.array(FormatRequest) }).meta({ id: 'FormatRequests' });
export type FormatRequests = z.infer<typeof FormatRequests>;

export const FormatRequestInput = z
  .strictObject({ format: AskedFormat, replyTo: z.email().max(200).nullable().default(null) })
  .meta({ id: 'FormatRequestInput' });
export type FormatRequestInput = z.infer<typeof FormatRequestInput>;
