// Pieces that several public pages are made of.
import { type FullText, typeWords } from '@samverkan/publications/api';
import type { PublicationSummary } from '@samverkan/publications/contract';
import type { ChainLink, StrategyRef } from '@samverkan/strategies/contract';
import type { ComponentChildren } from 'preact';
import { addresses } from './addresses';
import { periodOf } from './days';
import { stateOf, stateWords } from './states';
import { type PageLanguage, wordsIn } from './words';

/** A text that exists in Swedish, and perhaps in English: marked as Swedish where a page in English has to do with it. */
export function Both({ sv, en, language }: { sv: string; en: string | null; language: PageLanguage }) {
  if (language === 'sv') return <>{sv}</>;
  return en ? <>{en}</> : <span lang="sv">{sv}</span>;
}

/** A section of the page with its heading in the margin. */
export function Section({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }) {
  return (
    <section class="in-w ed" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <div>{children}</div>
    </section>
  );
}

export function StrategyLink({ strategy, language }: { strategy: StrategyRef; language: PageLanguage }) {
  return (
    <a href={addresses(language).strategy(strategy.id)}>
      <Both sv={strategy.title} en={strategy.titleEn} language={language} />
    </a>
  );
}

/** Kind, period and state in one line. */
export function StrategyLine({ strategy, language }: { strategy: StrategyRef; language: PageLanguage }) {
  const words = wordsIn(language);
  const past = !['in_force', 'coming'].includes(stateOf(strategy));
  return (
    <p class="b">
      {words(`kind.${strategy.kind}`)} · {periodOf(strategy.startsOn, strategy.endsOn, language, words('open-ended'))} ·{' '}
      <span class={past ? 'tag warm' : 'tag'}>{stateWords(strategy, words, language)}</span>
    </p>
  );
}

/** Strategies that follow one another, latest first, with the time when nothing applied told as plainly as the rest. */
export function Chain({ links, here, language }: { links: ChainLink[]; here?: string; language: PageLanguage }) {
  const words = wordsIn(language);
  return (
    <ul class="bib">
      {links.toReversed().map((link) =>
        link.type === 'gap' ? (
          <li key={link.startsOn} class="gap">
            <p>
              {words('county.gap', { period: periodOf(link.startsOn, link.endsOn, language, words('open-ended')) })}
            </p>
          </li>
        ) : (
          <li key={link.strategy.id} aria-current={link.strategy.id === here ? 'true' : undefined}>
            <h3>
              {link.strategy.id === here ? (
                <Both sv={link.strategy.title} en={link.strategy.titleEn} language={language} />
              ) : (
                <StrategyLink strategy={link.strategy} language={language} />
              )}
            </h3>
            <StrategyLine strategy={link.strategy} language={language} />
          </li>
        ),
      )}
    </ul>
  );
}

/** A publication in a list: its title, what it is, and what it is about; with a search the page where the words stand. */
export function PublicationLine({
  publication,
  language,
  fullText,
}: {
  publication: PublicationSummary;
  language: PageLanguage;
  /** Where its text is read, for a list that leads straight there. */
  fullText?: FullText | undefined;
}) {
  const words = wordsIn(language);
  const { type, year, series, number, supersededBy, summary, summaryEn, hit } = publication;
  const about = language === 'en' && summaryEn ? summaryEn : summary;
  return (
    <>
      <h3>
        <a href={addresses(language).publication(publication.id)} lang={language === 'en' ? 'sv' : undefined}>
          {publication.title}
        </a>
      </h3>
      <p class="b">
        {[typeWords[type][language], year, [series, number].filter(Boolean).join(' ')].filter(Boolean).join(' · ')}{' '}
        {supersededBy.length > 0 && <span class="tag warm">{words('publication.replaced')}</span>}
      </p>
      {hit ? (
        <p lang={language === 'en' ? 'sv' : undefined}>
          {words('publication.hit', { page: hit.page })}{' '}
          {hit.marked.map((piece, at) => (piece.found ? <mark key={at}>{piece.text}</mark> : piece.text))}
        </p>
      ) : (
        about && <p lang={language === 'en' && !summaryEn ? 'sv' : undefined}>{about}</p>
      )}
      {fullText && <FullTextLink publication={publication} fullText={fullText} language={language} />}
    </>
  );
}

/** The text itself, elsewhere or as a file here. Its name says which publication to whoever hears the links alone. */
function FullTextLink({
  publication,
  fullText: { link, fileId },
  language,
}: {
  publication: PublicationSummary;
  fullText: FullText;
  language: PageLanguage;
}) {
  const words = wordsIn(language);
  const address = link ?? (fileId && addresses(language).file(fileId));
  if (!address) return null;
  return (
    <p>
      <a href={address} target="_blank" rel="noopener noreferrer">
        {words('publication.full-text')}
        <span class="vh">
          {' '}
          <span lang={language === 'en' ? 'sv' : undefined}>{publication.title}</span>
        </span>{' '}
        {`(${words('link.new-window')})`}
      </a>
    </p>
  );
}
