import type { County } from '@samverkan/geography/contract';
import type { PublicationSummary } from '@samverkan/publications/contract';
import { addresses, slugOf } from './addresses';
import { PublicationLine, Section } from './pieces';
import { type PageLanguage, wordsIn } from './words';

export interface PublicationsProps {
  language: PageLanguage;
  county: County;
  /** What was looked for. */
  q: string;
  publications: PublicationSummary[];
}

/** All that a county has published, the newest first, and a search that reads their text. */
export function PublicationsPage({ language, county, q, publications }: PublicationsProps) {
  const words = wordsIn(language);
  const to = addresses(language);
  return (
    <>
      <div class="in-w hero">
        <div>
          <h1>{words('publications.heading', { county: language === 'en' ? county.nameEn : county.name })}</h1>
          <p class="ingress">{words('publications.ingress')}</p>
          <form class="find" method="get" action={to.publications(slugOf(county.shortName))}>
            <label for="sok">{words('publications.search')}</label>
            <div class="find-row">
              <input id="sok" name="q" type="search" maxLength={120} />
              <button class="btn" type="submit">
                {words('publications.search.do')}
              </button>
            </div>
          </form>
        </div>
      </div>
      <Section id="alla" heading={q ? words('publications.found') : words('publications.all')}>
        {publications.length === 0 && <p>{q ? words('publications.found.none') : words('publications.none')}</p>}
        <ul class="bib">
          {publications.map((one) => (
            <li key={one.id}>
              <PublicationLine publication={one} language={language} />
            </li>
          ))}
        </ul>
        <p>
          <a href={to.county(slugOf(county.shortName))}>{words('publications.back')}</a>
        </p>
      </Section>
    </>
  );
}
