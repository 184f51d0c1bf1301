import { dayOf } from './days';
import { Prose } from './prose';
import type { PageText } from './page-texts.service';
import { type PageLanguage, wordsIn } from './words';
import type { PublicPage } from './addresses';

export interface TextProps {
  language: PageLanguage;
  piece: PublicPage;
  text: PageText;
}

/** A page of text that stands by itself: about, accessibility, personal data. */
export function TextPage({ language, piece, text }: TextProps) {
  const words = wordsIn(language);
  return (
    <div class="in-w hero">
      <div>
        <h1>{words(`text.${piece}`)}</h1>
        <div class="prose" lang={text.language === language ? undefined : text.language}>
          <Prose text={text.words} language={text.language} under={1} />
        </div>
        {text.since && <p class="src">{words('text.since', { day: dayOf(text.since.slice(0, 10), language) })}</p>}
      </div>
    </div>
  );
}
