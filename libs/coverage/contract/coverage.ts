import { OrganizationRef } from '@samverkan/organizations/contract';
import { Id, MunicipalityCode, SheetFormat } from '@samverkan/shared/contract';
import { StrategyRef } from '@samverkan/strategies/contract';
import * as z from 'zod';

/** Goals against the goals of a national frame, or against the municipalities. */
export const coverageViews = ['frame', 'municipality'] as const;

/** The statuses that are counted unless all are asked for: what is still to be done or being done. */
export const openStatuses = ['planned', 'ongoing', 'paused'] as const;

/** The column of the actions that name no municipality. */
export const elsewhere = '-';

/** The matrix' whole state; the portal keeps the same names in its address. */
export const CoverageQuery = z
  .strictObject({
    by: z.enum(coverageViews).default('frame'),
    /** The national frame; without it the first that the strategy implements. */
    frame: Id.optional(),
    /** `open` counts what is planned, ongoing or paused; `all` also what is completed, cancelled or a draft. */
    show: z.enum(['open', 'all']).default('open'),
  })
  .meta({ id: 'CoverageQuery' });
export type CoverageQuery = z.infer<typeof CoverageQuery>;

/** The table as a file. */
export const CoverageExportQuery = CoverageQuery.extend({
  format: SheetFormat.default('xlsx'),
  lang: z.enum(['sv', 'en']).default('sv'),
}).meta({ id: 'CoverageExportQuery' });
export type CoverageExportQuery = z.infer<typeof CoverageExportQuery>;

/** A goal of the frame or a municipality; `-` is no municipality. */
export const CoverageColumn = z
  .object({
    key: z.string(),
    /** As printed, of a goal. */
    number: z.string().nullable(),
    title: z.string(),
    titleEn: z.string().nullable(),
    /** Actions of the whole strategy in the column, each counted once. */
    total: z.number().int(),
  })
  .meta({ id: 'CoverageColumn' });
export type CoverageColumn = z.infer<typeof CoverageColumn>;

/** A goal of the strategy. Every number counts the actions tied to it or to a goal under it, each once. */
export const CoverageRow = z
  .object({
    goalId: Id,
    number: z.string(),
    title: z.string(),
    titleEn: z.string().nullable(),
    parentId: Id.nullable(),
    /** The wording is ours because the signed text has not been read in. */
    placeholder: z.boolean(),
    /** The goal and those under it: what the list behind the numbers is asked for. */
    goalIds: z.array(Id),
    total: z.number().int(),
    /** One number for each column, in their order. */
    cells: z.array(z.number().int()),
    /** Signatories with a commitment that stands, to it or to a goal under it. */
    committed: z.number().int(),
  })
  .meta({ id: 'CoverageRow' });
export type CoverageRow = z.infer<typeof CoverageRow>;

/** What is done towards a strategy's goals, as this reader sees it. Every number is the length of the list it opens. */
export const Coverage = z
  .object({
    countedAt: z.iso.datetime({ offset: true }),
    strategy: StrategyRef,
    /** The frames the same goals can be held against. */
    frames: z.array(StrategyRef.extend({ goalCount: z.number().int() })),
    /** The one that is shown; null by municipality, or where there is none. */
    frame: Id.nullable(),
    columns: z.array(CoverageColumn),
    rows: z.array(CoverageRow),
    /** Actions of the whole strategy, each counted once. */
    total: z.number().int(),
    /** Parties that stand behind the strategy, as far as their names are known; null where none is, or the reader sees no commitments. */
    signatories: z.number().int().nullable(),
    /** Those of them with a commitment to any of its goals. */
    committed: z.number().int(),
  })
  .meta({ id: 'Coverage' });
export type Coverage = z.infer<typeof Coverage>;

/** Where something is missing: what is open in each municipality towards the strategy's goals, and what nobody holds there. */
export const CoverageGaps = z
  .object({
    /** Goals that nothing open is tied to, and that no other goal lies under. */
    goalIds: z.array(Id),
    /** For each goal, which signatories have a commitment to it or to a goal under it, and which have not. Empty where no signatory is known. */
    commitments: z.array(z.object({ goalId: Id, has: z.array(OrganizationRef), lacks: z.array(OrganizationRef) })),
    municipalities: z.array(
      z.object({
        code: MunicipalityCode,
        name: z.string(),
        /** Open actions towards any of the strategy's goals. */
        open: z.number().int(),
        /** Functions that serve it and have no holder. */
        vacant: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'CoverageGaps' });
export type CoverageGaps = z.infer<typeof CoverageGaps>;
