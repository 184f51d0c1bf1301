import type { County } from '@samverkan/geography/contract';
import type { PublicPiece } from '@samverkan/public/contract';
import type { CountyBoard } from './county-boards';
import { nationalEn } from './national-texts.en';
import { nationalSv } from './national-texts.sv';
import type { PageLanguage } from './words';

/** What of a text depends on whose page it stands on. */
export interface TextPlace {
  /** Begins a sentence. */
  board: string;
  /** "i länet", "in the county". */
  area: string;
  /** A sentence: how one reaches those who answer for the page. */
  contact: string;
}

const bookOf = { sv: nationalSv, en: nationalEn };

/** The words of a piece that every county has until it writes its own; without a county those of the pages for the whole country. */
export function nationalText(piece: PublicPiece, language: PageLanguage, county?: County, board?: CountyBoard): string {
  return bookOf[language][piece](placeOf(language, county, board));
}

function placeOf(language: PageLanguage, county?: County, board?: CountyBoard): TextPlace {
  const site = board?.website?.startsWith('https://') ? board.website : null;
  if (language === 'sv')
    return {
      board: board?.name ?? 'Länsstyrelsen i varje län',
      area: county ? `i ${county.name}` : 'i länen',
      contact: site
        ? `Vägarna till oss finns på [länsstyrelsens webbplats](${site}).`
        : 'Vänd dig till länsstyrelsen i ditt län.',
    };
  return {
    board: county
      ? `The county administrative board of ${county.shortName}`
      : 'The county administrative board of each county',
    area: county ? `in ${county.nameEn}` : 'in the counties',
    contact: site
      ? `The ways to reach us are on [the county administrative board’s website](${site}).`
      : 'Turn to the county administrative board of your county.',
  };
}
