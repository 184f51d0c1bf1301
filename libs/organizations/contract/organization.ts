import {
  CountyCode,
  Day,
  Id,
  Moment,
  MunicipalityCode,
  line,
  listOf,
  pageFields,
  pageOf,
} from '@samverkan/shared/contract';
import * as z from 'zod';

export const organizationKinds = [
  'county_board',
  'municipality',
  'region',
  'national_authority',
  'federation',
  'civil_society',
  'university',
  'other',
] as const;

export const OrganizationKind = z.enum(organizationKinds).meta({ id: 'OrganizationKind' });
export type OrganizationKind = z.infer<typeof OrganizationKind>;

export const nameUsages = ['name', 'registered', 'also'] as const;

/** A name with the time it was in use; `null` is "not known" before and "still" after. */
export const OrganizationName = z
  .object({
    name: z.string(),
    /** `name`: what it is or was called · `registered`: as in the company register · `also`: what people say. */
    usage: z.enum(nameUsages),
    validFrom: Day.nullable(),
    validTo: Day.nullable(),
    /** Whether the period has been checked against a source. */
    verification: z.enum(['verified', 'unverified']),
  })
  .meta({ id: 'OrganizationName' });
export type OrganizationName = z.infer<typeof OrganizationName>;

/** The shortest way to show a party: who it is and where its page lies. */
export const OrganizationRef = z
  .object({ id: Id, name: z.string(), kind: OrganizationKind })
  .meta({ id: 'OrganizationRef' });
export type OrganizationRef = z.infer<typeof OrganizationRef>;

export const OrganizationSummary = z
  .object({
    id: Id,
    name: z.string(),
    nameEn: z.string().nullable(),
    kind: OrganizationKind,
    abbreviation: z.string().nullable(),
    /** Home county, where the organisation has one. */
    countyCode: CountyCode.nullable(),
    municipalityCode: MunicipalityCode.nullable(),
    /** The name that made it match the search, when that is not its present name ("Landstinget Västernorrland"). */
    matchedName: z.string().nullable(),
    /** Its last day, when it has ended or will. */
    validTo: Day.nullable(),
  })
  .meta({ id: 'OrganizationSummary' });
export type OrganizationSummary = z.infer<typeof OrganizationSummary>;

/** What the reader may do with a party. */
export const OrganizationAllowed = z
  .object({
    edit: z.boolean(),
    /** Its kind may be changed: not for those of the reference list. */
    editKind: z.boolean(),
    /** Where it works may be changed: for county boards, regions and municipalities that is the law's. */
    editPlaces: z.boolean(),
    /** It may be made one with another party. */
    merge: z.boolean(),
    /** Those merged into it may be taken apart again, while nothing has changed. */
    unmerge: z.boolean(),
    report: z.boolean(),
  })
  .meta({ id: 'OrganizationAllowed' });
export type OrganizationAllowed = z.infer<typeof OrganizationAllowed>;

export const Organization = OrganizationSummary.omit({ matchedName: true })
  .extend({
    /** Swedish organisation number "NNNNNN-NNNN". Never a sole trader's: that is a personal number. */
    organizationNumber: z.string().nullable(),
    website: z.url().nullable(),
    description: z.string().nullable(),
    descriptionEn: z.string().nullable(),
    names: z.array(OrganizationName),
    countyCodes: z.array(CountyCode),
    municipalityCodes: z.array(MunicipalityCode),
    parent: OrganizationRef.nullable(),
    successor: OrganizationRef.nullable(),
    /** Those it took over from. */
    predecessors: z.array(OrganizationRef),
    /** Those that turned out to be this party, registered twice. */
    mergedFrom: z.array(OrganizationRef),
    /** It was the same party as this one, registered twice: read that instead. */
    mergedInto: OrganizationRef.nullable(),
    validFrom: Day.nullable(),
    /** The day each fact was last checked against a source; what is not named has not been checked. */
    checked: z.record(z.string(), Day),
    /** Somebody has hidden its description until it is cleaned. */
    textHidden: z.boolean(),
    /** The day it is shown as of; null is today. */
    asOf: Day.nullable(),
    /** Made up for the demo county. */
    demo: z.boolean(),
    version: z.number().int(),
    allowed: OrganizationAllowed,
  })
  .meta({ id: 'Organization' });
export type Organization = z.infer<typeof Organization>;

/** `match` puts the best answers to `q` first: its abbreviation, then names that begin with it. Equally good ones of the reader's own county come before the rest. */
export const organizationSorts = ['match', 'name', 'kind', 'county'] as const;

export const OrganizationQuery = z
  .strictObject({
    ...pageFields,
    /** Searches every name the organisation has had, and its abbreviation. */
    q: line(120, 0).optional(),
    kind: listOf(OrganizationKind),
    county: listOf(CountyCode),
    municipality: listOf(MunicipalityCode),
    /** As it was on this day: who there was, what they were called and where they worked. */
    asOf: Day.optional(),
    sort: z.enum(organizationSorts).default('match'),
    order: z.enum(['asc', 'desc']).default('asc'),
  })
  .meta({ id: 'OrganizationQuery' });
export type OrganizationQuery = z.infer<typeof OrganizationQuery>;

export const OrganizationPage = pageOf(OrganizationSummary, 'OrganizationPage');
export type OrganizationPage = z.infer<typeof OrganizationPage>;

/** How many parties serve each municipality of a county: as many as the list shows when it is filtered by that municipality. */
export const OrganizationPlaces = z
  .object({
    countyCode: CountyCode,
    municipalities: z.array(z.object({ code: MunicipalityCode, count: z.number().int() })),
  })
  .meta({ id: 'OrganizationPlaces' });
export type OrganizationPlaces = z.infer<typeof OrganizationPlaces>;

export const OrganizationPlacesQuery = z.strictObject({ county: CountyCode }).meta({ id: 'OrganizationPlacesQuery' });
export type OrganizationPlacesQuery = z.infer<typeof OrganizationPlacesQuery>;

/** One party, as it is or as it was on a day. */
export const OrganizationAsOf = z.strictObject({ asOf: Day.optional() }).meta({ id: 'OrganizationAsOf' });
export type OrganizationAsOf = z.infer<typeof OrganizationAsOf>;

/** What the reader may register: no kinds where she may not. */
export const RegistrationChoices = z
  .object({
    kinds: z.array(OrganizationKind),
    /** Counties she may register for; empty means national bodies. */
    countyCodes: z.array(CountyCode),
  })
  .meta({ id: 'RegistrationChoices' });
export type RegistrationChoices = z.infer<typeof RegistrationChoices>;

/** Parties that may be the same as the one being registered, the likest first, at most five. */
export const Duplicates = z
  .object({
    items: z.array(
      OrganizationRef.extend({
        countyCode: CountyCode.nullable(),
        /** The name it was likest by, present or former. */
        matchedName: z.string().nullable(),
        sameNumber: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Duplicates' });
export type Duplicates = z.infer<typeof Duplicates>;

/** One change: which fact, by which organisation in which function, and what it was and became. */
export const OrganizationHistoryEntry = z
  .object({
    id: Id,
    at: Moment,
    /** A field of `Organization`, or `created`, `undone`, `checked`, `textRemoved`, `merged`, `unmerged`. */
    what: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    organization: OrganizationRef.nullable(),
    /** The writer's function in her organisation ("Utvecklingsledare"). */
    function: z.string().nullable(),
    /** Her name, for her own organisation alone. */
    by: z.string().nullable(),
  })
  .meta({ id: 'OrganizationHistoryEntry' });
export type OrganizationHistoryEntry = z.infer<typeof OrganizationHistoryEntry>;

/** Newest first, at most 500. */
export const OrganizationHistory = z
  .object({ items: z.array(OrganizationHistoryEntry) })
  .meta({ id: 'OrganizationHistory' });
export type OrganizationHistory = z.infer<typeof OrganizationHistory>;
