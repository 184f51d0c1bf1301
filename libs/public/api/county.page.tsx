import type { County } from '@samverkan/geography/contract';
import type { PublicationSummary } from '@samverkan/publications/contract';
import type { OpenLandscape, OpenStrategy } from '@samverkan/strategies/api';
import { addresses, slugOf } from './addresses';
import { dayOf } from './days';
import { Both, Chain, PublicationLine, Section, StrategyLine, StrategyLink } from './pieces';
import { stateOf } from './states';
import { type PageLanguage, wordsIn } from './words';

export interface CountyProps {
  language: PageLanguage;
  county: County;
  chains: OpenLandscape['chains'];
  /** What is in force today, with its goals. */
  current: OpenStrategy[];
  /** Publications that the county shows first. */
  selected: PublicationSummary[];
}

/** What has been decided in one county: now, to come, and before. */
export function CountyPage({ language, county, chains, current, selected }: CountyProps) {
  const words = wordsIn(language);
  const refs = chains.flatMap(({ links }) =>
    links.flatMap((link) => (link.type === 'strategy' ? [link.strategy] : [])),
  );
  const coming = refs.filter((strategy) => stateOf(strategy) === 'coming');
  const latest = refs
    .flatMap(({ endsOn }) => endsOn ?? [])
    .sort()
    .at(-1);
  return (
    <>
      <div class="in-w hero">
        <div>
          <h1>{words('county.heading', { county: language === 'en' ? county.nameEn : county.name })}</h1>
          <p class="ingress">{words('county.ingress')}</p>
        </div>
      </div>
      <Section id="nu" heading={words('county.now')}>
        {current.length === 0 && (
          <p>
            {refs.length === 0 ? words('county.now.none.empty') : words('county.now.none')}{' '}
            {latest && words('county.now.none.ended', { day: dayOf(latest, language) })}
          </p>
        )}
        {current.map((strategy) => (
          <article key={strategy.id} class="now">
            <h3>
              <StrategyLink strategy={strategy} language={language} />
            </h3>
            <StrategyLine strategy={strategy} language={language} />
            <ol class="aims">
              {strategy.goals
                .filter(({ parentId }) => parentId === null)
                .map((goal) => (
                  <li key={goal.id}>
                    <span class="no">{goal.number}</span>
                    <a href={addresses(language).goal(strategy.id, goal.id)}>
                      <Both sv={goal.title} en={goal.titleEn} language={language} />
                    </a>
                  </li>
                ))}
            </ol>
          </article>
        ))}
      </Section>
      {coming.length > 0 && (
        <Section id="kommer" heading={words('county.coming')}>
          <ul class="bib">
            {coming.map((strategy) => (
              <li key={strategy.id}>
                <h3>
                  <StrategyLink strategy={strategy} language={language} />
                </h3>
                <StrategyLine strategy={strategy} language={language} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="publikationer" heading={words('county.publications')}>
        {selected.length > 0 && (
          <ul class="bib">
            {selected.map((one) => (
              <li key={one.id}>
                <PublicationLine publication={one} language={language} />
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href={addresses(language).publications(slugOf(county.shortName))}>{words('county.publications.all')}</a>
        </p>
      </Section>
      {chains.length > 0 && (
        <Section id="fore" heading={words('strategy.chain')}>
          {chains.map(({ key, links }) => (
            <Chain key={key} links={links} language={language} />
          ))}
        </Section>
      )}
    </>
  );
}
