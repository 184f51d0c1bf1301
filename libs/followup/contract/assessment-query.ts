import { Day, Id, SheetFormat, line, listOf, pageFields, pageOf } from '@samverkan/shared/contract';
import { GoalRef } from '@samverkan/strategies/contract';
import * as z from 'zod';
import { Assessment, AssessmentLevel } from './assessment';

export const assessmentSorts = ['assessed', 'goal', 'level', 'party'] as const;

const filters = {
  /** Words in the reason, the goal's title or its number. */
  q: line(120, 0).optional(),
  /** Of this strategy's own goals. */
  strategy: Id.optional(),
  level: listOf(AssessmentLevel),
  /** Written by the acting organisation. */
  mine: z.stringbool().optional(),
  /** Drafts of the acting organisation alone; without it also what is signed. */
  drafts: z.stringbool().optional(),
  sort: z.enum(assessmentSorts).default('assessed'),
  order: z.enum(['asc', 'desc']).default('desc'),
};

/** The list's whole state; the portal keeps the same names in its address. What a later one has corrected is not in it. */
export const AssessmentListQuery = z.strictObject({ ...pageFields, ...filters }).meta({ id: 'AssessmentListQuery' });
export type AssessmentListQuery = z.infer<typeof AssessmentListQuery>;

export const AssessmentPage = pageOf(Assessment, 'AssessmentPage');
export type AssessmentPage = z.infer<typeof AssessmentPage>;

/** What is signed, with the list's filters; what a later one has corrected is there too, and marked. At most 5,000 rows. */
export const AssessmentExportQuery = z
  .strictObject({ ...filters, format: SheetFormat.default('xlsx'), lang: z.enum(['sv', 'en']).default('sv') })
  .meta({ id: 'AssessmentExportQuery' });
export type AssessmentExportQuery = z.infer<typeof AssessmentExportQuery>;

/** Goals (not measures) of strategies in force that the acting organisation judges, and that nobody has judged for a year. */
export const GoalsNotAssessed = z
  .object({
    items: z.array(GoalRef.extend({ lastOn: Day.nullable() })),
    /** How many there are; the list holds the first 50. */
    total: z.number().int(),
  })
  .meta({ id: 'GoalsNotAssessed' });
export type GoalsNotAssessed = z.infer<typeof GoalsNotAssessed>;
