import type { Assessment, AssessmentLevel } from '@samverkan/followup/contract';
import type { SheetColumn } from '@samverkan/shared/api';

type Language = 'sv' | 'en';
type Words = Record<Language, string>;

const levels: Record<AssessmentLevel, Words> = {
  on_way: { sv: 'På väg', en: 'On its way' },
  needs_more: { sv: 'Behöver mer', en: 'Needs more' },
  stalled: { sv: 'Står still', en: 'At a standstill' },
  reached: { sv: 'Nått', en: 'Reached' },
};
const corrected: Words = { sv: 'Rättad av en senare', en: 'Corrected by a later one' };

const columns: [heading: Words, width: number, of: (row: Assessment, lang: Language) => string | null][] = [
  [{ sv: 'Mål nr', en: 'Goal no' }, 10, ({ goal }) => goal.number],
  [{ sv: 'Mål', en: 'Goal' }, 50, ({ goal }) => goal.title],
  [{ sv: 'Bedömning', en: 'Assessment' }, 18, ({ level }, lang) => levels[level][lang]],
  [{ sv: 'Dag', en: 'Day' }, 12, ({ assessedOn }) => assessedOn],
  [{ sv: 'Varför', en: 'Why' }, 70, ({ reason }) => reason],
  [{ sv: 'Organisation', en: 'Organisation' }, 34, ({ organization }) => organization.name],
  [{ sv: 'Funktion', en: 'Function' }, 30, ({ functionTitle }) => functionTitle],
  [
    { sv: 'Underlag', en: 'Evidence' },
    60,
    ({ evidence }) => evidence.map(({ title, url }) => (url ? `${title} (${url})` : title)).join('; '),
  ],
  [{ sv: 'Gäller', en: 'Stands' }, 22, ({ correctedById }, lang) => (correctedById ? corrected[lang] : null)],
];

export const assessmentSheetColumns = (lang: Language): SheetColumn<Assessment>[] =>
  columns.map(([heading, width, of]) => ({ heading: heading[lang], width, of: (row) => of(row, lang) }));

export async function* assessmentSheetRows(rows: readonly Assessment[]): AsyncGenerator<Assessment> {
  yield* rows;
  await Promise.resolve();
}
