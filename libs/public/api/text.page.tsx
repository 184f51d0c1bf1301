import { dayOf, today } from './days';
import { Prose } from './prose';
import type { PageText } from './page-texts.service';
import { type PageLanguage, wordsIn } from './words';
import { type PublicPage, addresses } from './addresses';

export interface TextProps {
  language: PageLanguage;
  piece: PublicPage;
  text: PageText;
  /** The county whose page it is, as in an address; none for the whole country. */
  county?: string | undefined;
}

/** A page of text that stands by itself: about, accessibility, personal data. */
export function TextPage({ language, piece, text, county }: TextProps) {
  const words = wordsIn(language);
  return (
    <div class="in-w hero">
      <div>
        <h1>{words(`text.${piece}`)}</h1>
        <div class="prose" lang={text.language === language ? undefined : text.language}>
          <Prose text={text.words} language={text.language} under={1} />
        </div>
        {piece === 'accessibility' && (
          <p>
            <a class="btn" href={county ? addresses(language).report(county) : addresses(language).start}>
              {words(county ? 'report.open' : 'report.choose')}
            </a>
          </p>
        )}
        {text.since && <p class="src">{words('text.since', { day: dayOf(today(new Date(text.since)), language) })}</p>}
      </div>
    </div>
  );
}
