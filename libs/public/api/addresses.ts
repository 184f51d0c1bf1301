import type { PageLanguage } from './words';

/** Västernorrland → `vasternorrland`: a county's name as it stands in an address. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');

const root = (language: PageLanguage) => (language === 'en' ? '/en/offentligt' : '/offentligt');

/** The public addresses, in one language each. */
export const addresses = (language: PageLanguage) => ({
  start: root(language),
  county: (slug: string) => `${root(language)}/lan/${slug}`,
  publications: (slug: string) => `${root(language)}/lan/${slug}/publikationer`,
  publication: (id: string) => `${root(language)}/publikationer/${id}`,
  file: (id: string) => `${root(language)}/publikationer/filer/${id}`,
  strategy: (id: string) => `${root(language)}/strategier/${id}`,
  goal: (strategyId: string, goalId: string) => `${root(language)}/strategier/${strategyId}#mal-${goalId}`,
});

/** The same page in the other language. */
export const inOtherLanguage = (path: string): string =>
  path.startsWith('/en/') ? path.slice('/en'.length) : `/en${path}`;
