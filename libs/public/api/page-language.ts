import type { Request } from 'express';
import type { PageLanguage } from './words';

/** The language of a page that the API draws: its address says it. */
export const languageOf = ({ path }: Request): PageLanguage => (path.startsWith('/en/') ? 'en' : 'sv');
