import { CountyCode, Day, Id, Moment, wholeNumber } from '@samverkan/shared/contract';
import * as z from 'zod';

/** Which county (`lan`, its code; none is all of them) and which hundred (`sida`). */
export const OpenDataQuery = z
  .strictObject({ lan: CountyCode.optional(), sida: wholeNumber(1, 1000, 1) })
  .meta({ id: 'OpenDataQuery' });
export type OpenDataQuery = z.infer<typeof OpenDataQuery>;

export const OpenDataFeedQuery = z.strictObject({ lan: CountyCode.optional() }).meta({ id: 'OpenDataFeedQuery' });
export type OpenDataFeedQuery = z.infer<typeof OpenDataFeedQuery>;

/** A publication as data: what it is, who gives it out and where its text is. */
export const OpenDataPublication = z
  .object({
    id: Id,
    /** Its page. */
    address: z.url(),
    title: z.string(),
    type: z.string(),
    series: z.string(),
    number: z.string().nullable(),
    dnr: z.string().nullable(),
    isbn: z.string().nullable(),
    issn: z.string().nullable(),
    year: z.number().int().nullable(),
    pages: z.number().int().nullable(),
    language: z.string(),
    authors: z.string(),
    summary: z.string(),
    summaryEn: z.string(),
    publishers: z.array(z.string()),
    countyCodes: z.array(CountyCode),
    supersededBy: z.array(Id),
    files: z.array(
      z.object({
        title: z.string(),
        address: z.url(),
        type: z.string(),
        bytes: z.number().int(),
        language: z.string(),
        accessibility: z.string(),
        sha256: z.string(),
      }),
    ),
    links: z.array(z.object({ title: z.string(), address: z.string() })),
    changedAt: Moment,
  })
  .meta({ id: 'OpenDataPublication' });
export type OpenDataPublication = z.infer<typeof OpenDataPublication>;

/** A decided strategy as data, with its goals. */
export const OpenDataStrategy = z
  .object({
    id: Id,
    address: z.url(),
    kind: z.string(),
    title: z.string(),
    titleEn: z.string().nullable(),
    vision: z.string().nullable(),
    /** `adopted`, `superseded` or `repealed`; one whose period has passed is `expired` besides. */
    status: z.string(),
    expired: z.boolean(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    decidedOn: Day.nullable(),
    dnr: z.string().nullable(),
    owner: z.string().nullable(),
    countyCodes: z.array(CountyCode),
    goals: z.array(
      z.object({
        id: Id,
        parentId: Id.nullable(),
        number: z.string(),
        kind: z.string(),
        title: z.string(),
        titleEn: z.string().nullable(),
        text: z.string().nullable(),
        /** The wording is not that of the signed text. */
        placeholder: z.boolean(),
        serves: z.array(Id),
      }),
    ),
    /** Organisations, under the names they had then. */
    signatories: z.array(z.object({ name: z.string(), withdrawnOn: Day.nullable() })),
    sources: z.array(z.string()),
    verification: z.string(),
  })
  .meta({ id: 'OpenDataStrategy' });
export type OpenDataStrategy = z.infer<typeof OpenDataStrategy>;

const page = <T extends z.ZodType>(item: T) =>
  z.object({
    licence: z.url(),
    items: z.array(item),
    page: z.number().int(),
    /** The address of the next hundred; null at the end. */
    next: z.url().nullable(),
  });
export const OpenDataPublications = page(OpenDataPublication).meta({ id: 'OpenDataPublications' });
export type OpenDataPublications = z.infer<typeof OpenDataPublications>;
export const OpenDataStrategies = page(OpenDataStrategy).meta({ id: 'OpenDataStrategies' });
export type OpenDataStrategies = z.infer<typeof OpenDataStrategies>;

/** What there is, and where. */
export const OpenDataIndex = z
  .object({
    title: z.string(),
    licence: z.url(),
    publications: z.url(),
    strategies: z.url(),
    catalogue: z.url(),
    feeds: z.object({ publications: z.url(), trainings: z.url() }),
    counties: z.array(
      z.object({ code: CountyCode, name: z.string(), page: z.url(), publications: z.url(), strategies: z.url() }),
    ),
  })
  .meta({ id: 'OpenDataIndex' });
export type OpenDataIndex = z.infer<typeof OpenDataIndex>;
