// What the lists say, asked in the ways that pages, files and forms ask. Pure.
import type { Term, Vocabularies, VocabularyName } from './vocabulary';

type Lists = Pick<Vocabularies, 'items'>;

export const termsOf = (lists: Lists, name: VocabularyName): readonly Term[] =>
  lists.items.find((list) => list.name === name)?.terms ?? [];

export const termOf = (lists: Lists, name: VocabularyName, code: string): Term | undefined =>
  termsOf(lists, name).find((term) => term.code === code);

/** The term's word; the code itself where the lists do not know it. */
export const wordOf = (lists: Lists, name: VocabularyName, code: string, lang: 'sv' | 'en'): string =>
  termOf(lists, name, code)?.[lang] ?? code;

/** What is chosen today by a code of then: where a merge, or one after another, has led; nothing where it is no longer in use. */
export function codeToday(lists: Lists, name: VocabularyName, code: string): string | null {
  const term = termOf(lists, name, code);
  if (term?.state !== 'merged') return term?.state === 'in_use' ? term.code : null;
  let last = term.successor;
  for (const seen = new Set([code]); last !== null && !seen.has(last);) {
    seen.add(last);
    const next = termOf(lists, name, last);
    if (next?.state !== 'merged') return last;
    last = next.successor;
  }
  return null;
}

/** Codes of then as they are chosen today, each once. */
export const codesToday = (lists: Lists, name: VocabularyName, codes: readonly string[]): string[] => [
  ...new Set(codes.flatMap((code) => codeToday(lists, name, code) ?? [])),
];

/**
 * The words by which each term in use is recognised in a text: its own in both languages, its synonyms, and those of what was merged into it.
 * What is called "other" has none: nobody says that a thing is of another kind.
 */
export function wordsByCode(lists: Lists, name: VocabularyName): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { code, sv, en, synonymsSv, synonymsEn } of termsOf(lists, name)) {
    const today = codeToday(lists, name, code);
    if (today === null || today === 'other' || today.startsWith('other_')) continue;
    const words = [sv.toLocaleLowerCase('sv'), en.toLocaleLowerCase('en'), ...synonymsSv, ...synonymsEn];
    found[today] = [...new Set([...(found[today] ?? []), ...words])];
  }
  return found;
}
