// What is asked, of what, and how long it takes. What the reader may see is counted as it is; across counties small numbers are hidden.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { CountyCode, Day, SheetFormat } from '@samverkan/shared/contract';
import * as z from 'zod';
import { QuestionSubject } from './question-words';

const count = z.number().int();
/** Null where it would tell of few, or could be reckoned from what is shown. */
const cell = count.nullable();

const counts = {
  asked: count,
  open: count,
  answered: count,
  unanswered: count,
  /** From the day it was asked to the day it was answered; null where none has been. */
  medianDays: z.number().nullable(),
};

export const QuestionStatistics = z
  .object({
    from: Day,
    to: Day,
    /** Of the questions that the reader may see: every number opens them. */
    seen: z.object({ ...counts, subjects: z.array(z.object({ subject: QuestionSubject, ...counts })) }),
    /** Whom what the reader may see has been sent to. */
    recipients: z.array(
      z.object({
        recipient: OrganizationRef,
        sent: count,
        answered: count,
        notOurs: count,
        overdue: count,
        medianDays: z.number().nullable(),
      }),
    ),
    /** All counties, a row for each, by subject: of the whole year that the period ends in. Of days that one chooses, what is hidden could be reckoned. */
    counties: z.object({
      year: count,
      subjects: z.array(QuestionSubject),
      rows: z.array(z.object({ countyCode: CountyCode, cells: z.array(cell), total: cell })),
      totals: z.array(cell),
      total: cell,
    }),
  })
  .meta({ id: 'QuestionStatistics' });
export type QuestionStatistics = z.infer<typeof QuestionStatistics>;

const days = { from: Day.optional(), to: Day.optional() };
/** Asked from and to these days; the year that is going when none are said. */
export const QuestionStatisticsQuery = z.strictObject(days).meta({ id: 'QuestionStatisticsQuery' });
export type QuestionStatisticsQuery = z.infer<typeof QuestionStatisticsQuery>;

export const QuestionStatisticsExportQuery = z
  .strictObject({ ...days, format: SheetFormat.default('xlsx'), lang: z.enum(['sv', 'en']).default('sv') })
  .meta({ id: 'QuestionStatisticsExportQuery' });
export type QuestionStatisticsExportQuery = z.infer<typeof QuestionStatisticsExportQuery>;
