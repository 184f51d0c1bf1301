import { type ContactColumn, contactColumns, contactHeadings, importWords } from '@samverkan/contacts/contract';
import type { SheetColumn } from '@samverkan/shared/api';
import { type SheetRow, sheetIssueWords } from '@samverkan/shared/contract';
import { type Language, subjectWords, visibilityWords } from './contact-words';

/** What is wrong in a sheet of functions, in words. */
export const faultWords = (lang: Language) => ({
  heading: (column: string): string => contactHeadings[column as ContactColumn][lang],
  issue: (issue: SheetRow['issues'][number]): string => sheetIssueWords(importWords, issue, lang),
});

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
