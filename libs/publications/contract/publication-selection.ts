import { CountyCode, Id } from '@samverkan/shared/contract';
import * as z from 'zod';
import { PublicationSummary } from './publication';

/** What a county shows first of what has been published, in its own order. */
export const PublicationSelection = z
  .object({
    countyCode: CountyCode,
    /** Those the reader may see. */
    items: z.array(PublicationSummary),
    mayChange: z.boolean(),
  })
  .meta({ id: 'PublicationSelection' });
export type PublicationSelection = z.infer<typeof PublicationSelection>;

/** The selection as it is to be: all of it, in order. */
export const PublicationSelectionInput = z
  .strictObject({
    publicationIds: z
      .array(Id)
      .max(30)
      .refine((ids) => new Set(ids).size === ids.length, 'field.not-a-choice'),
  })
  .meta({ id: 'PublicationSelectionInput' });
export type PublicationSelectionInput = z.infer<typeof PublicationSelectionInput>;
