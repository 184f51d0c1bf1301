import { addresses } from './addresses';
import { type PageLanguage, wordsIn } from './words';

/** The same words for what is not there and for what is not public. */
export function MissingPage({ language }: { language: PageLanguage }) {
  const words = wordsIn(language);
  return (
    <div class="in-w hero">
      <div>
        <h1>{words('missing.heading')}</h1>
        <p class="ingress">{words('missing.text')}</p>
        <p>
          <a href={addresses(language).start}>{words('missing.way')}</a>
        </p>
      </div>
    </div>
  );
}
