import {
  type CompletionColumn,
  completionColumns,
  completionHeadings,
  completionWords,
} from '@samverkan/learning/contract';
import type { SheetColumn } from '@samverkan/shared/api';
import { type SheetRow, sheetIssueWords } from '@samverkan/shared/contract';
import { type Vocabularies, termsOf } from '@samverkan/vocabularies/contract';

type Language = 'sv' | 'en';
type TemplateRow = Partial<Record<CompletionColumn, string | number>>;

/** What is wrong in a sheet of completions, in words. */
export const completionFaultWords = (lang: Language) => ({
  heading: (column: string): string => completionHeadings[column as CompletionColumn][lang],
  issue: (issue: SheetRow['issues'][number]): string => sheetIssueWords(completionWords, issue, lang),
});

export const completionTemplate = (lang: Language): SheetColumn<TemplateRow>[] =>
  completionColumns.map((column) => ({
    heading: completionHeadings[column][lang],
    width: column === 'profession' ? 36 : 20,
    of: (row) => row[column] ?? null,
  }));

/** An example for each profession that can be chosen. */
export async function* completionExamples(lang: Language, lists: Vocabularies): AsyncGenerator<TemplateRow> {
  for (const term of termsOf(lists, 'profession').filter(({ state }) => state === 'in_use'))
    yield await Promise.resolve({ period: '2026-10', municipality: 'Kramfors', profession: term[lang], count: 0 });
}
