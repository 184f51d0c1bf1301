import type { County } from '@samverkan/geography/contract';
import type { PublicationSummary } from '@samverkan/publications/contract';
import { Ingress } from './county-texts';
import type { PageText } from './page-texts.service';
import { addresses, slugOf } from './addresses';
import { PublicationLine, Section } from './pieces';
import { type PageLanguage, wordsIn } from './words';

export interface PublicationsProps {
  language: PageLanguage;
  county: County;
  ingress: PageText;
  /** What was looked for. */
  q: string;
  publications: PublicationSummary[];
  /** Which hundred of them, and of how many. */
  page: number;
  pages: number;
}

/** All that a county has published, the newest first, and a search that reads their text. */
export function PublicationsPage({ language, county, ingress, q, publications, page, pages }: PublicationsProps) {
  const words = wordsIn(language);
  const to = addresses(language);
  return (
    <>
      <div class="in-w hero">
        <div>
          <h1>{words('publications.heading', { county: language === 'en' ? county.nameEn : county.name })}</h1>
          <Ingress text={ingress} language={language} />
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
        {pages > 1 && <Pages {...{ language, q, page, pages }} base={to.publications(slugOf(county.shortName))} />}
        <p>
          <a href={to.county(slugOf(county.shortName))}>{words('publications.back')}</a>
        </p>
      </Section>
    </>
  );
}

interface PagesProps {
  language: PageLanguage;
  q: string;
  page: number;
  pages: number;
  base: string;
}

/** The ways to the rest of a long list: links, which need no script. */
function Pages({ language, q, page, pages, base }: PagesProps) {
  const words = wordsIn(language);
  const at = (number: number) => {
    const values = new URLSearchParams({ ...(q ? { q } : {}), ...(number > 1 ? { sida: String(number) } : {}) });
    return values.size > 0 ? `${base}?${values}` : base;
  };
  return (
    <nav aria-label={words('publications.pages')}>
      <p>
        {page > 1 && (
          <a href={at(page - 1)} rel="prev">
            {words('publications.pages.before')}
          </a>
        )}{' '}
        {words('publications.pages.here', { page, pages })}{' '}
        {page < pages && (
          <a href={at(page + 1)} rel="next">
            {words('publications.pages.after')}
          </a>
        )}
      </p>
    </nav>
  );
}
