import {
  type ContactColumn,
  type ContactImportPreview,
  contactColumns,
  contactHeadings,
  importIssueWords,
} from '@samverkan/contacts/contract';
import type { SheetColumn } from '@samverkan/shared/api';
import { type Language, subjectWords, visibilityWords } from './contact-words';

interface ErrorRow {
  line: number;
  column: string;
  words: string;
}

export const errorColumns = (lang: Language): SheetColumn<ErrorRow>[] => [
  { heading: lang === 'sv' ? 'Rad' : 'Line', width: 8, of: (row) => row.line },
  { heading: lang === 'sv' ? 'Kolumn' : 'Column', width: 26, of: (row) => row.column },
  { heading: lang === 'sv' ? 'Vad som är fel' : 'What is wrong', width: 80, of: (row) => row.words },
];

/** Places and words, never what stood in the cell. */
export async function* errorRows(preview: ContactImportPreview, lang: Language): AsyncGenerator<ErrorRow> {
  for (const { line, issues } of preview.rows)
    for (const issue of issues) {
      const at = issue.column ? preview.columns.indexOf(issue.column) : -1;
      const column = preview.headings[at] || (issue.column ? contactHeadings[issue.column][lang] : '');
      yield await Promise.resolve({ line, column, words: importIssueWords(issue, lang) });
    }
}

type TemplateRow = Partial<Record<ContactColumn, string>>;

export const templateColumns = (lang: Language): SheetColumn<TemplateRow>[] =>
  contactColumns.map((column) => ({
    heading: contactHeadings[column][lang],
    width: ['title', 'subjects', 'note'].includes(column) ? 40 : 20,
    of: (row) => row[column] ?? null,
  }));

/** One example; the words of the subjects stand on the page. */
export async function* templateRows(lang: Language): AsyncGenerator<TemplateRow> {
  const sv = lang === 'sv';
  yield await Promise.resolve({
    title: sv ? 'Exempel: Kvinnofridssamordnare' : 'Example: Coordinator',
    subjects: [subjectWords.coordination[lang], subjectWords.exposed_adults[lang]].join('; '),
    mailbox: 'funktion@kommunen.example',
    holder: 'Åsa Exempelsson',
    from: '2026-01-01',
    visibility: visibilityWords.county[lang],
  });
}
