import { type QuestionSummary, lawWords, statusWords, subjectWords } from '@samverkan/questions/contract';
import type { SheetColumn } from '@samverkan/shared/api';

type Language = 'sv' | 'en';

type Column = [
  heading: Record<Language, string>,
  width: number,
  of: (row: QuestionSummary, lang: Language) => string | number | null,
];
const columns: Column[] = [
  [{ sv: 'Beteckning', en: 'Reference' }, 16, (row) => row.reference],
  [{ sv: 'Fråga', en: 'Question' }, 80, (row) => row.title],
  [{ sv: 'Ämne', en: 'Subject' }, 30, (row, lang) => subjectWords[row.subject][lang]],
  [{ sv: 'Lag', en: 'Act' }, 30, (row, lang) => (row.lawArea ? lawWords[row.lawArea][lang] : null)],
  [{ sv: 'Status', en: 'Status' }, 26, (row, lang) => statusWords[row.status][lang]],
  [{ sv: 'Sedan', en: 'Since' }, 12, (row) => row.statusSince],
  [{ sv: 'Finns hos', en: 'With' }, 40, (row) => row.holder?.name ?? null],
  [{ sv: 'Svar väntas', en: 'Answer expected' }, 14, (row) => row.expectedOn],
  [{ sv: 'Ställd av', en: 'Asked by' }, 40, (row) => row.asker.name],
  [{ sv: 'Kommun', en: 'Municipality' }, 10, (row) => row.municipalityCode],
  [{ sv: 'Ställd', en: 'Asked' }, 12, (row) => row.askedOn],
  [{ sv: 'Fler med samma fråga', en: 'Others with the same question' }, 12, (row) => row.joinCount],
];

export const questionSheetColumns = (lang: Language): SheetColumn<QuestionSummary>[] =>
  columns.map(([heading, width, of]) => ({ heading: heading[lang], width, of: (row) => of(row, lang) }));

/** A list that is whole at every length, row by row. */
export async function* questionJson(rows: AsyncGenerator<object>): AsyncGenerator<string> {
  let before = '[';
  for await (const row of rows) {
    yield `${before}\n${JSON.stringify(row)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
