import { statusWords, visibilityWords } from '@samverkan/actions/api';
import { type ImportColumn, actionImportWords, importColumns, importHeadings } from '@samverkan/intake/contract';
import type { SheetColumn } from '@samverkan/shared/api';
import { type SheetRow, sheetIssueWords } from '@samverkan/shared/contract';
import { type Vocabularies, type VocabularyName, codeToday, termsOf, wordOf } from '@samverkan/vocabularies/contract';

type Language = 'sv' | 'en';
type TemplateRow = Partial<Record<ImportColumn, string>>;

/** What is wrong in a sheet of actions, in words. */
export const faultWords = (lang: Language) => ({
  heading: (column: string): string => importHeadings[column as ImportColumn][lang],
  issue: (issue: SheetRow['issues'][number]): string => sheetIssueWords(actionImportWords, issue, lang),
});

export const templateColumns = (lang: Language): SheetColumn<TemplateRow>[] =>
  importColumns.map((column) => ({
    heading: importHeadings[column][lang],
    width: ['title', 'goals', 'description', 'targetGroups'].includes(column) ? 40 : 20,
    of: (row) => row[column] ?? null,
  }));

/** One example, in the words of the lists. */
export async function* templateRows(lang: Language, lists: Vocabularies): AsyncGenerator<TemplateRow> {
  const sv = lang === 'sv';
  const word = (name: VocabularyName, code: string) => wordOf(lists, name, codeToday(lists, name, code) ?? code, lang);
  yield await Promise.resolve({
    title: sv ? 'Exempel: Grundutbildning i våld' : 'Example: Basic training on violence',
    kind: word('kind', 'training'),
    status: statusWords.planned[lang],
    startsOn: '2027-03-01',
    endsOn: '2027-05-31',
    municipalities: sv ? 'Hela länet' : 'The county',
    targetGroups: word('targetGroup', 'professionals'),
    forms: `${word('form', 'intimate_partner')}; ${word('form', 'honour')}`,
    phases: word('phase', 'detect'),
    visibility: visibilityWords.county[lang],
  });
}

interface Word {
  column: string;
  word: string;
}

export const wordColumns = (lang: Language): SheetColumn<Word>[] => [
  { heading: lang === 'sv' ? 'Kolumn' : 'Column', width: 24, of: ({ column }) => column },
  { heading: lang === 'sv' ? 'Ord' : 'Word', width: 44, of: ({ word }) => word },
];

/** Every word that can be chosen, by the column it stands in. */
export async function* wordRows(lang: Language, lists: Vocabularies): AsyncGenerator<Word> {
  const inUse = (name: VocabularyName) => termsOf(lists, name).filter(({ state }) => state === 'in_use');
  const columns: [ImportColumn, readonly Record<Language, string>[]][] = [
    ['kind', inUse('kind')],
    ['status', Object.values(statusWords)],
    ['targetGroups', inUse('targetGroup')],
    ['forms', inUse('form')],
    ['phases', inUse('phase')],
    ['visibility', Object.values(visibilityWords)],
  ];
  for (const [column, words] of columns)
    for (const word of words) yield await Promise.resolve({ column: importHeadings[column][lang], word: word[lang] });
}
