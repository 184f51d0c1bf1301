import {
  CountyCode,
  Id,
  SheetFormat,
  line,
  listOf,
  pageFields,
  pageOf,
  sheetFormats,
} from '@samverkan/shared/contract';
import * as z from 'zod';
import { PublicationStatus, PublicationSummary, PublicationType } from './publication';

export const publicationSorts = ['match', 'title', 'year', 'changed'] as const;

const Year = z.string().regex(/^(?:19|20)\d\d$/);

export const publicationFilters = {
  /** Words in the title, series, numbers, authors, summaries, or the text of its files. */
  q: line(120, 0).optional(),
  type: listOf(PublicationType),
  year: listOf(Year),
  county: listOf(CountyCode),
  series: listOf(line(120)),
  status: listOf(PublicationStatus),
  /** In the selection of any of these counties. */
  selected: listOf(CountyCode),
  /** Owned by the acting organisation. */
  mine: z.stringbool().optional(),
  /** Neither withdrawn nor replaced. */
  current: z.stringbool().optional(),
  /** The day it should have been looked over has passed. */
  stale: z.stringbool().optional(),
  /** A link of it does not answer; among one's own. */
  dead: z.stringbool().optional(),
  /** Somebody has asked for it in another format and has not been answered; among one's own. */
  asked: z.stringbool().optional(),
  /** Another has named the acting organisation an owner of it, which has not been seen to. */
  named: z.stringbool().optional(),
  /** Those that belong to this strategy. */
  strategy: Id.optional(),
};

const order = {
  /** `match` is the best first while there are words, else the newest. The pages of files are weighed for those that are told best, then newest: a hundred, or as many as have 2,000 pages together, and twenty-five at least. The rest follow by what is told of them and their year. */
  sort: z.enum(publicationSorts).default('match'),
  order: z.enum(['asc', 'desc']).default('desc'),
};

/** The list's whole state; the portal keeps the same names in its address. */
export const PublicationQuery = z
  .strictObject({ ...pageFields, ...publicationFilters, ...order })
  .meta({ id: 'PublicationQuery' });
export type PublicationQuery = z.infer<typeof PublicationQuery>;

export const PublicationPage = pageOf(PublicationSummary, 'PublicationPage');
export type PublicationPage = z.infer<typeof PublicationPage>;

export const publicationFormats = [...sheetFormats, 'json'] as const;
export const PublicationExportQuery = z
  .strictObject({
    ...publicationFilters,
    ...order,
    format: z.enum([...SheetFormat.options, 'json']).default('xlsx'),
    lang: z.enum(['sv', 'en']).default('sv'),
  })
  .meta({ id: 'PublicationExportQuery' });
export type PublicationExportQuery = z.infer<typeof PublicationExportQuery>;

const counted = z.array(z.object({ value: z.string(), count: z.number().int() }));

/** What there is to choose among, with how many the reader sees of each. */
export const PublicationFacets = z
  .object({ types: counted, years: counted, series: counted, counties: counted })
  .meta({ id: 'PublicationFacets' });
export type PublicationFacets = z.infer<typeof PublicationFacets>;
