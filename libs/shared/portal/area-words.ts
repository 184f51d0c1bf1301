import type { Provider } from '@angular/core';
import { type Translation, provideTranslocoScope } from '@jsverse/transloco';

type Words = () => Promise<{ default: Translation }>;

/** An area's words: keys in its JSON read as `<area>.<key>` in its pages. Fetched when the first of them is shown. */
export interface AreaWords {
  scope: string;
  loader: Record<'sv' | 'en', () => Promise<Translation>>;
}

export const areaWords = (area: string, sv: Words, en: Words): AreaWords => ({
  scope: area,
  loader: { sv: () => sv().then((words) => words.default), en: () => en().then((words) => words.default) },
});

/** For a route's or a page's `providers`. */
export const provideWords = (...words: AreaWords[]): Provider[] => provideTranslocoScope(...words);
