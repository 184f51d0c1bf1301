// How many a training reached, by profession and municipality: never who.
import { Id, MunicipalityCode, SheetFormat } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';
import { CompletionImport } from './completions';

/** Who came, ticked by those who held it; null takes a tick back. */
export const Attendance = z
  .strictObject({ came: z.array(z.strictObject({ id: Id, attended: z.boolean().nullable() })).max(2000) })
  .meta({ id: 'Attendance' });
export type Attendance = z.infer<typeof Attendance>;

/** So many of a profession from a municipality; null where that is not known. */
export const ReachEntry = z
  .strictObject({
    profession: TermCode.nullable(),
    municipalityCode: MunicipalityCode.nullable(),
    count: z.number().int().min(1).max(100_000),
  })
  .meta({ id: 'ReachEntry' });
export type ReachEntry = z.infer<typeof ReachEntry>;

/** All that are counted by hand for a session: those who came besides the ones that had registered. */
export const ReachInput = z
  .strictObject({
    entries: z
      .array(ReachEntry)
      .max(500)
      .refine(
        (entries) =>
          new Set(entries.map(({ profession, municipalityCode }) => `${profession} ${municipalityCode}`)).size ===
          entries.length,
        'offer.same-line-twice',
      ),
  })
  .meta({ id: 'ReachInput' });
export type ReachInput = z.infer<typeof ReachInput>;

/** A number that would tell of few people is null, and so are those it could be reckoned from. */
const cell = z.number().int().nullable();

export const Reach = z
  .object({
    professions: z.array(TermCode.nullable()),
    rows: z.array(z.object({ municipalityCode: MunicipalityCode.nullable(), cells: z.array(cell), total: cell })),
    totals: z.array(cell),
    total: cell,
    /** How many it was meant to reach, whether that is an estimate, and where the number comes from. */
    of: z.number().int().nullable(),
    about: z.boolean(),
    source: z.string(),
    /** The sheets of completions that are part of it, the latest period first; for those who hold it, empty for others. */
    imports: z.array(CompletionImport),
  })
  .meta({ id: 'Reach' });
export type Reach = z.infer<typeof Reach>;

export const ReachExportQuery = z
  .strictObject({ format: SheetFormat.default('xlsx'), lang: z.enum(['sv', 'en']).default('sv') })
  .meta({ id: 'ReachExportQuery' });
export type ReachExportQuery = z.infer<typeof ReachExportQuery>;
