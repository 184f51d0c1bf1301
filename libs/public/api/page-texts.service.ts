import { Injectable } from '@nestjs/common';
import type { County } from '@samverkan/geography/contract';
import { type PublicPiece, publicPieces } from '@samverkan/public/contract';
import { CountyBoards } from './county-boards';
import { nationalText } from './national-texts';
import { PublicTextsQuery, type ShownText, type ShownTexts } from './public-texts.query';
import type { PageLanguage } from './words';

/** A text as a page shows it, and the language that its words are in. */
export interface PageText {
  words: string;
  language: PageLanguage;
  /** From when the county's own words stand there; null for the national text. */
  since: string | null;
}
export type PageTexts = Record<PublicPiece, PageText>;

/** The texts of a county's public pages: its own words where it has any, else those of the whole country. */
@Injectable()
export class PageTextsService {
  constructor(
    private readonly query: PublicTextsQuery,
    private readonly boards: CountyBoards,
  ) {}

  /** `instead` stands in for what is shown: an editor's preview. */
  async of(language: PageLanguage, county?: County, instead: ShownTexts = {}): Promise<PageTexts> {
    const [own, board] = county
      ? await Promise.all([this.query.shown(county.code), this.boards.of(county.code)])
      : [{}, undefined];
    const texts: ShownTexts = { ...own, ...instead };
    return Object.fromEntries(
      publicPieces.map((piece) => {
        const text = texts[piece];
        const national = { words: nationalText(piece, language, county, board), language, since: null };
        return [piece, text && (text.sv || text.en) ? chosen(text, language) : national];
      }),
    ) as PageTexts;
  }
}

/** In the page's own language when it has been written in it, else as it is, marked for what it is. */
function chosen({ sv, en, shownFrom }: ShownText, language: PageLanguage): PageText {
  const [own, other] = language === 'sv' ? [sv, en] : [en, sv];
  return own
    ? { words: own, language, since: shownFrom }
    : { words: other, language: language === 'sv' ? 'en' : 'sv', since: shownFrom };
}
