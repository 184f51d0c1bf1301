import { OrganizationKind } from '@samverkan/organizations/contract';
import { CountyCode, Id, MunicipalityCode, line, listOf, pageFields, pageOf } from '@samverkan/shared/contract';
import * as z from 'zod';
import { ContactSummary } from './contact';
import { ContactSubject } from './subject';

/** `match` puts the best answers to `q` first; without words it is the same as `title`. */
export const contactSorts = ['match', 'title', 'organization', 'verified'] as const;

/** The list's whole state; the portal keeps the same names in its address. Lists are "any of". */
export const ContactQuery = z
  .strictObject({
    ...pageFields,
    /** Words of the function, its organisation (also former names), its subjects, places and named holder. Inflected, misspelt or other words for the same are found too. */
    q: line(120, 0).optional(),
    /** `county`: functions that serve the acting organisation's counties, and those that serve the whole country · `all`: everywhere. */
    scope: z.enum(['county', 'all']).default('county'),
    subject: listOf(ContactSubject),
    /** Functions that serve any of these, those for the whole county included. */
    municipality: listOf(MunicipalityCode),
    /** Kinds of organisation. */
    kind: listOf(OrganizationKind),
    organization: listOf(Id),
    /** Of the acting organisation. */
    mine: z.stringbool().optional(),
    vacant: z.stringbool().optional(),
    /** Past the day they should have been confirmed again. */
    overdue: z.stringbool().optional(),
    /** Those that are no longer in use, instead of those that are. */
    retired: z.stringbool().optional(),
    sort: z.enum(contactSorts).default('match'),
    order: z.enum(['asc', 'desc']).default('asc'),
  })
  .meta({ id: 'ContactQuery' });
export type ContactQuery = z.infer<typeof ContactQuery>;

export const ContactPage = pageOf(ContactSummary, 'ContactPage');
export type ContactPage = z.infer<typeof ContactPage>;

/** How a subject is looked after in a municipality: by a function of its own, one for the whole county, another's, or one that is vacant. */
export const coverages = ['own', 'county', 'other', 'vacant'] as const;

/** Functions in figures: all, vacant and overdue ones of the reader’s own counties; places and subjects of the county asked for. Each number is the length of the list it opens. */
export const ContactOverview = z
  .object({
    countyCode: CountyCode,
    total: z.number().int(),
    vacant: z.number().int(),
    overdue: z.number().int(),
    /** Functions that serve each municipality. */
    municipalities: z.array(z.object({ code: MunicipalityCode, count: z.number().int() })),
    /** Subject × municipality; a pair without a cell has no function. */
    cells: z.array(
      z.object({
        subject: ContactSubject,
        municipalityCode: MunicipalityCode,
        count: z.number().int(),
        coverage: z.enum(coverages),
        /** The other organisation, where there is only one. */
        via: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ContactOverview' });
export type ContactOverview = z.infer<typeof ContactOverview>;

export const ContactOverviewQuery = z.strictObject({ county: CountyCode }).meta({ id: 'ContactOverviewQuery' });
export type ContactOverviewQuery = z.infer<typeof ContactOverviewQuery>;
