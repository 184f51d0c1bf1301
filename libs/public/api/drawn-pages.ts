import { Injectable } from '@nestjs/common';
import { type PublicPage, addresses } from './addresses';
import { CalendarPage } from './calendar.page';
import { CountyPage } from './county.page';
import type { Answer } from './page-frame';
import { PageTextsService } from './page-texts.service';
import { PublicPagesService } from './public-pages.service';
import type { ShownTexts } from './public-texts.query';
import { PublicationsPage } from './publications.page';
import { TextPage } from './text.page';
import { type PageLanguage, wordsIn } from './words';

/** Pages of a county and of the whole country, drawn and named: for anybody, and for an editor who looks before it is shown. */
@Injectable()
export class DrawnPages {
  constructor(
    private readonly pages: PublicPagesService,
    private readonly texts: PageTextsService,
  ) {}

  async county(language: PageLanguage, slug: string, instead?: ShownTexts): Promise<Answer | undefined> {
    const found = await this.pages.county(language, slug, instead);
    if (!found) return undefined;
    const title = `${wordsIn(language)('county.title')}, ${found.county.shortName}`;
    return { language, title, path: addresses(language).county(slug), county: slug, body: CountyPage(found) };
  }

  async publications(
    language: PageLanguage,
    slug: string,
    q: string,
    page: number,
    instead?: ShownTexts,
  ): Promise<Answer | undefined> {
    const found = await this.pages.publicationsOf(language, slug, q, page, instead);
    if (!found) return undefined;
    const title = `${wordsIn(language)('publications.title')}, ${found.county.shortName}`;
    const path = addresses(language).publications(slug);
    const part = !q && page > 1 ? `?sida=${page}` : undefined;
    return { language, title, path, part, county: slug, body: PublicationsPage(found), unlisted: q !== '' };
  }

  async calendar(language: PageLanguage, slug?: string, instead?: ShownTexts): Promise<Answer | undefined> {
    const found = await this.pages.calendar(language, slug, instead);
    if (!found) return undefined;
    const title = [wordsIn(language)('calendar.title'), found.county?.shortName].filter(Boolean).join(', ');
    return { language, title, path: addresses(language).calendar(slug), county: slug, body: CalendarPage(found) };
  }

  async text(
    language: PageLanguage,
    piece: PublicPage,
    slug?: string,
    instead?: ShownTexts,
  ): Promise<Answer | undefined> {
    const county = slug === undefined ? undefined : await this.pages.countyOf(slug);
    if (slug !== undefined && !county) return undefined;
    const text = (await this.texts.of(language, county, instead))[piece];
    const title = [wordsIn(language)(`text.${piece}`), county?.shortName].filter(Boolean).join(', ');
    const path = addresses(language).text(piece, slug);
    return { language, title, path, county: slug, body: TextPage({ language, piece, text, county: slug }) };
  }
}
