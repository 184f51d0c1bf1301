// How many have completed a web course, period by period, from the sheet that its platform gives.
import {
  Day,
  Id,
  type SheetHeading,
  type SheetWords,
  headingsReader,
  sheetPreview,
  sheetQuery,
  sheetRow,
} from '@samverkan/shared/contract';
import * as z from 'zod';

/** Columns that a file may bring in, in the order of the template. */
export const completionColumns = ['period', 'municipality', 'profession', 'count'] as const;
export type CompletionColumn = (typeof completionColumns)[number];

/** Rows that one file may have. */
export const mostCompletions = 5000;

export const completionHeadings: Record<CompletionColumn, SheetHeading> = {
  period: {
    sv: 'Period',
    en: 'Period',
    also: ['månad', 'kvartal', 'år', 'datum', 'tid', 'month', 'quarter', 'year', 'date'],
  },
  municipality: {
    sv: 'Kommun',
    en: 'Municipality',
    also: ['kommunkod', 'kommunnamn', 'ort', 'arbetsplatsens kommun', 'municipality code'],
  },
  profession: {
    sv: 'Yrkesgrupp',
    en: 'Profession',
    also: ['yrke', 'yrkeskategori', 'roll', 'befattning', 'profession group', 'role'],
  },
  count: {
    sv: 'Antal genomförda',
    en: 'Completions',
    also: [
      'antal',
      'genomförda',
      'genomförande',
      'slutförda',
      'antal slutförda',
      'fullföljda',
      'antal deltagare',
      'deltagare',
      'completed',
      'count',
      'number',
    ],
  },
};

/** What each heading of a file stands for, or null. */
export const recognisedCompletionColumns = headingsReader(completionColumns, completionHeadings);

/** What can be wrong with a row, in words. */
export const completionWords: SheetWords = {
  'import.period-missing': { sv: 'Perioden saknas.', en: 'The period is missing.' },
  'import.not-a-period': {
    sv: 'Skriv perioden som 2026, 2026-03, 2026 kv 1 eller 2026-01-01–2026-03-31.',
    en: 'Write the period as 2026, 2026-03, 2026 Q1 or 2026-01-01–2026-03-31.',
  },
  'import.period-to-come': { sv: 'Perioden har inte börjat.', en: 'The period has not begun.' },
  'import.period-overlaps': {
    sv: 'Perioden överlappar en annan, så att samma genomförande kan räknas två gånger.',
    en: 'The period overlaps another, so that the same completion may be counted twice.',
  },
  'import.count-missing': { sv: 'Antalet saknas.', en: 'The number is missing.' },
  'import.not-a-count': {
    sv: 'Skriv antalet som ett heltal utan punkt och komma, 0 eller mer.',
    en: 'Write the number as a whole number without point or comma, 0 or more.',
  },
  'import.unknown-municipality': { sv: 'Kommunen finns inte.', en: 'There is no such municipality.' },
  'import.several-municipalities': {
    sv: 'En rad gäller en kommun. Dela upp den.',
    en: 'A row is about one municipality. Split it.',
  },
  'import.whole-county': {
    sv: 'Raden räknar samman flera kommuner, och de skulle räknas två gånger. Ta bort den, eller dela upp den på kommuner.',
    en: 'The row sums up several municipalities, and they would be counted twice. Take it away, or split it by municipality.',
  },
  'import.unknown-word': {
    sv: 'Yrkesgruppen finns inte i listan. Sidan visar de som finns.',
    en: 'The profession is not in the list. The page shows those there are.',
  },
  'import.twice-in-file': {
    sv: 'Samma period, kommun och yrkesgrupp finns på rad {line}.',
    en: 'The same period, municipality and profession stand on line {line}.',
  },
  'import.counted-otherwise': {
    sv: 'Perioden är redan importerad med ett annat antal. Ta tillbaka den importen först.',
    en: 'The period has been imported with another number. Take that import back first.',
  },
};

export const CompletionQuery = sheetQuery(completionColumns).meta({ id: 'CompletionQuery' });
export type CompletionQuery = z.infer<typeof CompletionQuery>;

/** What will become of one row. What has been counted already is left as it is. */
export const CompletionRow = sheetRow(completionColumns).meta({ id: 'CompletionRow' });
export type CompletionRow = z.infer<typeof CompletionRow>;

export const CompletionPreview = sheetPreview(completionColumns, CompletionRow).meta({ id: 'CompletionPreview' });
export type CompletionPreview = z.infer<typeof CompletionPreview>;

/** The import that was made; null where every row was counted already, or was nobody. */
export const CompletionsImported = z
  .object({ importId: Id.nullable(), added: z.number().int(), same: z.number().int() })
  .meta({ id: 'CompletionsImported' });
export type CompletionsImported = z.infer<typeof CompletionsImported>;

/** A sheet that is part of what was reached: when it came and which time it is about, never how many it says. */
export const CompletionImport = z
  .object({ id: Id, importedOn: Day, startsOn: Day, endsOn: Day })
  .meta({ id: 'CompletionImport' });
export type CompletionImport = z.infer<typeof CompletionImport>;
