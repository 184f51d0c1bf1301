import { type Vocabularies, type VocabularyName, codeToday } from '@samverkan/vocabularies/contract';

/** What of a kept choice is said in words of the lists. */
const named = ['targetGroup', 'form', 'phase', 'kind'] as const satisfies readonly VocabularyName[];

export const hasTerms = (choice: Readonly<Record<string, string>>): boolean => named.some((name) => name in choice);

/** The choice with each merged word as what it was merged into, once; what is no longer in use stays as it was kept. Pure. */
export function choiceToday(
  lists: Pick<Vocabularies, 'items'>,
  choice: Readonly<Record<string, string>>,
): Record<string, string> {
  const today = { ...choice };
  for (const name of named) {
    const codes = choice[name]?.split(',');
    if (codes) today[name] = [...new Set(codes.map((code) => codeToday(lists, name, code) ?? code))].join(',');
  }
  return today;
}
