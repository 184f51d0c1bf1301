// What support is asked for, where, and what it leads to. What the reader may see is counted as it is; by municipality small numbers are hidden.
import { QuestionSubject } from '@samverkan/questions/contract';
import { Day, MunicipalityCode, SheetFormat } from '@samverkan/shared/contract';
import * as z from 'zod';

const count = z.number().int();
/** Null where it would tell of few, or could be reckoned from what is shown. */
const cell = count.nullable();
const counts = {
  asked: count,
  open: count,
  closed: count,
  /** What it led to, as whoever asked said: largely, partly, not. */
  yes: count,
  partly: count,
  no: count,
  /** The question has been asked, and nobody has answered for a month. */
  silent: count,
};

export const SupportNeeds = z
  .object({
    from: Day,
    to: Day,
    /** Of the requests that the reader may see: every number opens them. */
    seen: z.object({ ...counts, subjects: z.array(z.object({ subject: QuestionSubject, ...counts })) }),
    /** The reader's counties, a row for each municipality and one for what is of none, by subject. */
    places: z.object({
      subjects: z.array(QuestionSubject),
      rows: z.array(z.object({ municipalityCode: MunicipalityCode.nullable(), cells: z.array(cell), total: cell })),
      totals: z.array(cell),
      total: cell,
    }),
  })
  .meta({ id: 'SupportNeeds' });
export type SupportNeeds = z.infer<typeof SupportNeeds>;

const days = { from: Day.optional(), to: Day.optional() };
/** Asked from and to these days; the year that is going when none are said. */
export const SupportNeedsQuery = z.strictObject(days).meta({ id: 'SupportNeedsQuery' });
export type SupportNeedsQuery = z.infer<typeof SupportNeedsQuery>;
export const SupportNeedsExportQuery = z
  .strictObject({ ...days, format: SheetFormat.default('xlsx'), lang: z.enum(['sv', 'en']).default('sv') })
  .meta({ id: 'SupportNeedsExportQuery' });
export type SupportNeedsExportQuery = z.infer<typeof SupportNeedsExportQuery>;
