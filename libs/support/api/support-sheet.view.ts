import { subjectWords } from '@samverkan/questions/contract';
import type { SheetColumn } from '@samverkan/shared/api';
import {
  type SupportSummary,
  effectWords,
  formWords,
  supportStatusWords,
  urgencyWords,
} from '@samverkan/support/contract';
import { type Vocabularies, wordOf } from '@samverkan/vocabularies/contract';

type Language = 'sv' | 'en';
type Value = string | number | null;

type Column = [
  heading: Record<Language, string>,
  width: number,
  of: (row: SupportSummary, lang: Language, lists: Vocabularies) => Value,
];
const columns: Column[] = [
  [{ sv: 'Beteckning', en: 'Reference' }, 16, (row) => row.reference],
  [{ sv: 'Behov', en: 'Need' }, 80, (row) => row.title],
  [{ sv: 'Ämne', en: 'Subject' }, 30, (row, lang) => subjectWords[row.subject][lang]],
  [
    { sv: 'Yrkesgrupper', en: 'Professions' },
    40,
    ({ professions }, lang, lists) => professions.map((code) => wordOf(lists, 'profession', code, lang)).join(', '),
  ],
  [{ sv: 'Antal', en: 'Number' }, 8, (row) => row.staffCount],
  [{ sv: 'Form', en: 'Form' }, 18, (row, lang) => formWords[row.form][lang]],
  [{ sv: 'När', en: 'When' }, 20, (row, lang) => urgencyWords[row.urgency][lang]],
  [{ sv: 'Status', en: 'Status' }, 24, (row, lang) => supportStatusWords[row.status][lang]],
  [{ sv: 'Sedan', en: 'Since' }, 12, (row) => row.statusSince],
  [{ sv: 'Finns hos', en: 'With' }, 40, (row) => row.holder?.name ?? null],
  [{ sv: 'Klart senast', en: 'To be finished by' }, 14, (row) => row.dueOn],
  [{ sv: 'Part', en: 'Party' }, 40, (row) => row.asker.name],
  [{ sv: 'Kommun', en: 'Municipality' }, 10, (row) => row.municipalityCode],
  [{ sv: 'Inkommet', en: 'Asked' }, 12, (row) => row.askedOn],
  [{ sv: 'Effekt', en: 'Effect' }, 20, (row, lang) => effectOf(row, lang)],
];

const effectOf = ({ effect, effectSilent }: SupportSummary, lang: Language): string | null =>
  effect ? effectWords[effect][lang] : effectSilent ? { sv: 'Inget svar', en: 'No answer' }[lang] : null;

export const supportSheetColumns = (lang: Language, lists: Vocabularies): SheetColumn<SupportSummary>[] =>
  columns.map(([heading, width, of]) => ({ heading: heading[lang], width, of: (row) => of(row, lang, lists) }));

/** A list that is whole at every length, row by row. */
export async function* supportJson(rows: AsyncGenerator<object>): AsyncGenerator<string> {
  let before = '[';
  for await (const row of rows) {
    yield `${before}\n${JSON.stringify(row)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
