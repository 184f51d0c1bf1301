import en from './en.json';
import sv from './sv.json';

export type PageLanguage = 'sv' | 'en';
export type WordKey = keyof typeof sv;
/** The words of one language; `{name}` in them is filled in. */
export type Words = (key: WordKey, values?: Record<string, string | number>) => string;

const books: Record<PageLanguage, Record<WordKey, string>> = { sv, en };

export const wordsIn =
  (language: PageLanguage): Words =>
  (key, values = {}) =>
    books[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
