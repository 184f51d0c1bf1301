import { type Vocabularies, type VocabularyName, termOf } from '@samverkan/vocabularies/contract';

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
    if (codes) today[name] = [...new Set(codes.map((code) => lastOf(lists, name, code)))].join(',');
  }
  return today;
}

/** Where a merge, or one after another, has led. */
function lastOf(lists: Pick<Vocabularies, 'items'>, name: VocabularyName, code: string): string {
  let last = code;
  for (const seen = new Set<string>(); !seen.has(last);) {
    seen.add(last);
    const term = termOf(lists, name, last);
    if (term?.state === 'merged' && term.successor) last = term.successor;
  }
  return last;
}
