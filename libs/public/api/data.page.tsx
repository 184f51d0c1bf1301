import { addresses } from './addresses';
import type { OpenDataIndex } from '@samverkan/public/contract';
import { Section } from './pieces';
import { type PageLanguage, wordsIn } from './words';

interface DataProps {
  language: PageLanguage;
  index: OpenDataIndex;
}

/** What there is as data, for whoever builds something of it. */
export function DataPage({ language, index }: DataProps) {
  const words = wordsIn(language);
  const row = (address: string, text: string, type: string) => (
    <li key={address}>
      <a href={address} type={type}>
        {text}
      </a>
      <span class="b">{type}</span>
    </li>
  );
  return (
    <>
      <div class="in-w hero">
        <div>
          <h1>{words('data.heading')}</h1>
          <p class="ingress">{words('data.ingress')}</p>
          <p>
            {words('data.licence')}{' '}
            <a href="https://creativecommons.org/publicdomain/zero/1.0/" target="_blank" rel="noopener noreferrer">
              {`CC0 1.0 (${words('link.new-window')})`}
            </a>
          </p>
        </div>
      </div>
      <Section id="alla" heading={words('data.all')}>
        <ul class="plain lines">
          {row(index.publications, words('publications.title'), 'application/json')}
          {row(index.strategies, words('data.strategies'), 'application/json')}
          {row(index.catalogue, words('data.catalogue'), 'application/rdf+xml')}
          {row(index.feeds.publications, words('data.feed.publications'), 'application/atom+xml')}
          {row(index.feeds.trainings, words('data.feed.trainings'), 'application/atom+xml')}
        </ul>
        <p>{words('data.paged')}</p>
      </Section>
      <Section id="lan" heading={words('nav.counties')}>
        <ul class="counties">
          {index.counties.map(({ code, name, publications, strategies }) => (
            <li key={code}>
              <span lang={language === 'en' ? 'sv' : undefined}>{name}</span>
              <span class="b">
                <a href={publications} aria-label={`${words('publications.title')}, ${name}, JSON`}>
                  {words('publications.title')}
                </a>
                {' · '}
                <a href={strategies} aria-label={`${words('data.strategies')}, ${name}, JSON`}>
                  {words('data.strategies')}
                </a>
              </span>
            </li>
          ))}
        </ul>
        <p>
          <a href={addresses(language).start}>{words('missing.way')}</a>
        </p>
      </Section>
    </>
  );
}
