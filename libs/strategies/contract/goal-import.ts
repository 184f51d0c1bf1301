import { Id, type SheetWords, sheetPreview, sheetQuery, sheetRow } from '@samverkan/shared/contract';
import * as z from 'zod';
import { goalColumns } from './goal-columns';

export const GoalImportQuery = sheetQuery(goalColumns).meta({ id: 'GoalImportQuery' });
export type GoalImportQuery = z.infer<typeof GoalImportQuery>;

export const GoalImportRow = sheetRow(goalColumns)
  .extend({
    /** The number it gets from its place; empty while the row is wrong. */
    number: z.string(),
    /** What it was called, where its wording changes. */
    before: z.string().nullable(),
    /** The goal of the draft it is about, when there is one already. */
    goalId: Id.nullable(),
  })
  .meta({ id: 'GoalImportRow' });
export type GoalImportRow = z.infer<typeof GoalImportRow>;

/** What an import would do to a draft. Nothing has been written. */
export const GoalImportPreview = sheetPreview(goalColumns, GoalImportRow).meta({ id: 'GoalImportPreview' });
export type GoalImportPreview = z.infer<typeof GoalImportPreview>;

/** How many goals and measures came and changed. `undo` takes it back as long as nothing of it has been touched; null when nothing was written. */
export const GoalImportDone = z
  .object({
    added: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    undo: z.number().int().nullable(),
  })
  .meta({ id: 'GoalImportDone' });
export type GoalImportDone = z.infer<typeof GoalImportDone>;

export const GoalImportUndo = z.strictObject({ version: z.int().min(1) }).meta({ id: 'GoalImportUndo' });
export type GoalImportUndo = z.infer<typeof GoalImportUndo>;

/** What can be wrong with a row of goals, in words. */
export const goalImportWords: SheetWords = {
  'import.goal-missing': {
    sv: 'Raden har varken mål eller åtgärd.',
    en: 'The row has neither a goal nor a measure.',
  },
  'import.unknown-parent': {
    sv: 'Det finns inget mål med det numret eller namnet, varken i filen eller i utkastet.',
    en: 'There is no goal with that number or name, neither in the file nor in the draft.',
  },
  'import.under-itself': { sv: 'Målet kan inte stå under sig självt.', en: 'A goal cannot stand under itself.' },
  'import.not-a-level': {
    sv: 'Skriv nivån som 1, 2 eller 3. Raden över får vara högst ett steg längre ut.',
    en: 'Write the level as 1, 2 or 3. The row above may be at most one step further out.',
  },
  'import.not-a-kind': { sv: 'Skriv mål eller åtgärd.', en: 'Write goal or measure.' },
  'import.unknown-party': {
    sv: 'Parten finns inte. Skriv namnet som det står under Parter.',
    en: 'There is no such party. Write its name as it stands under Parties.',
  },
  'import.several-parties': {
    sv: 'Flera parter heter så. Skriv hela namnet.',
    en: 'Several parties have that name. Write the whole name.',
  },
  'import.unknown-frame-goal': {
    sv: 'Det nationella målet finns inte. Skriv till exempel Nationella strategin 2017–2026: 1, 3.',
    en: 'There is no such national goal. Write for example Nationella strategin 2017–2026: 1, 3.',
  },
  'import.which-frame': {
    sv: 'Säg vilken nationell ram numret gäller, till exempel Nationella strategin 2017–2026: 1.',
    en: 'Say which national frame the number is of, for example Nationella strategin 2017–2026: 1.',
  },
  'import.motive-without-goal': {
    sv: 'Det står varför, men inte vilket nationellt mål det gäller.',
    en: 'It says why, but not which national goal it is about.',
  },
  'import.twice-in-file': { sv: 'Samma mål finns på rad {line}.', en: 'The same goal stands on line {line}.' },
  'import.matches-several': {
    sv: 'Utkastet har flera mål som heter så. Skriv numret också.',
    en: 'The draft has several goals with that name. Write the number too.',
  },
};
