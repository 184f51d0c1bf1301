import { CountyCode, Day, Id, line, listOf, pageFields, pageOf } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { OfferKind, OfferStatus, OfferSummary } from './offer';

export const offerSorts = ['next', 'title', 'status', 'changed'] as const;
export const offerFileFormats = ['xlsx', 'csv', 'json'] as const;

const filters = {
  /** Words in the title, the subject, the description, the provider or a place. */
  q: line(120, 0).optional(),
  kind: listOf(OfferKind),
  status: listOf(OfferStatus),
  county: listOf(CountyCode),
  profession: listOf(TermCode),
  /** Held by any of these. */
  host: listOf(Id),
  /** Held by the acting organisation. */
  mine: z.stringbool().optional(),
  /** Some session from this day on. */
  from: Day.optional(),
  /** Some session until this day. */
  to: Day.optional(),
  sort: z.enum(offerSorts).default('next'),
  order: z.enum(['asc', 'desc']).default('asc'),
};

/** The list's whole state; the portal keeps the same names in its address. */
export const OfferQuery = z.strictObject({ ...pageFields, ...filters }).meta({ id: 'OfferQuery' });
export type OfferQuery = z.infer<typeof OfferQuery>;

export const OfferPage = pageOf(OfferSummary, 'OfferPage').extend({
  /** How many of what the reader sees, with the other filters, are of each kind. */
  kinds: z.array(z.object({ kind: OfferKind, count: z.number().int() })),
});
export type OfferPage = z.infer<typeof OfferPage>;

export const OfferExportQuery = z
  .strictObject({
    ...filters,
    format: z.enum(offerFileFormats).default('xlsx'),
    lang: z.enum(['sv', 'en']).default('sv'),
  })
  .meta({ id: 'OfferExportQuery' });
export type OfferExportQuery = z.infer<typeof OfferExportQuery>;
