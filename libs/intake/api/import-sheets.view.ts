import {
  formWords,
  kindWords,
  phaseWords,
  statusWords,
  targetGroupWords,
  visibilityWords,
} from '@samverkan/actions/api';
import { type ImportColumn, actionImportWords, importColumns, importHeadings } from '@samverkan/intake/contract';
import type { SheetColumn } from '@samverkan/shared/api';
import { type SheetRow, sheetIssueWords } from '@samverkan/shared/contract';

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
export async function* templateRows(lang: Language): AsyncGenerator<TemplateRow> {
  const sv = lang === 'sv';
  yield await Promise.resolve({
    title: sv ? 'Exempel: Grundutbildning i våld' : 'Example: Basic training on violence',
    kind: kindWords.training[lang],
    status: statusWords.planned[lang],
    startsOn: '2027-03-01',
    endsOn: '2027-05-31',
    municipalities: sv ? 'Hela länet' : 'The county',
    targetGroups: targetGroupWords.professionals[lang],
    forms: [formWords.intimate_partner[lang], formWords.honour[lang]].join('; '),
    phases: phaseWords.detect[lang],
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

/** Every word of the controlled lists, by the column it stands in. */
export async function* wordRows(lang: Language): AsyncGenerator<Word> {
  const lists = {
    kind: kindWords,
    status: statusWords,
    targetGroups: targetGroupWords,
    forms: formWords,
    phases: phaseWords,
    visibility: visibilityWords,
  };
  for (const [column, words] of Object.entries(lists))
    for (const word of Object.values(words) as Record<Language, string>[])
      yield await Promise.resolve({ column: importHeadings[column as ImportColumn][lang], word: word[lang] });
}
