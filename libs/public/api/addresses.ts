import type { PublicPiece } from '@samverkan/public/contract';
import type { PageLanguage } from './words';

/** Västernorrland → `vasternorrland`: a county's name as it stands in an address. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');

const root = (language: PageLanguage) => (language === 'en' ? '/en/offentligt' : '/offentligt');

/** Pages of text that stand by themselves. */
export type PublicPage = Extract<PublicPiece, 'about' | 'accessibility' | 'privacy'>;
export const publicPages = ['about', 'accessibility', 'privacy'] as const;
export const isPublicPage = (piece: PublicPiece): piece is PublicPage =>
  (publicPages as readonly PublicPiece[]).includes(piece);
const pageWords: Record<PublicPage, string> = {
  about: 'om',
  accessibility: 'tillganglighet',
  privacy: 'personuppgifter',
};

/** The page of text that an address ends with. */
export const pageNamed = (word: string): PublicPage | undefined => publicPages.find((one) => pageWords[one] === word);

const placeOf = (language: PageLanguage, slug?: string) => (slug ? `${root(language)}/lan/${slug}` : root(language));

/** The public addresses, in one language each. */
export const addresses = (language: PageLanguage) => ({
  start: root(language),
  county: (slug: string) => `${root(language)}/lan/${slug}`,
  /** A page that every public page leads to; of a county, or of the whole country. */
  text: (piece: PublicPage, slug?: string) => `${placeOf(language, slug)}/${pageWords[piece]}`,
  /** The form for what cannot be used on a county's pages. */
  report: (slug: string) => `${placeOf(language, slug)}/${pageWords.accessibility}/brist`,
  /** The form by which those who work there ask the county board for support. */
  inquiry: (slug: string) => `${language === 'en' ? '/en' : ''}/kompetensstod/${slug}`,
  calendar: (slug?: string) => `${placeOf(language, slug)}/kalender`,
  calendarFile: (slug?: string) => `${placeOf(language, slug)}/kalender.ics`,
  data: `${root(language)}/oppna-data`,
  publications: (slug: string) => `${root(language)}/lan/${slug}/publikationer`,
  publication: (id: string) => `${root(language)}/publikationer/${id}`,
  file: (id: string) => `${root(language)}/publikationer/filer/${id}`,
  strategy: (id: string) => `${root(language)}/strategier/${id}`,
  goal: (strategyId: string, goalId: string) => `${root(language)}/strategier/${strategyId}#mal-${goalId}`,
});

/** The same page in the other language. */
export const inOtherLanguage = (path: string): string =>
  path.startsWith('/en/') ? path.slice('/en'.length) : `/en${path}`;
