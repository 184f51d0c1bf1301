import type { OpenContact } from '@samverkan/contacts/api';
import type { County } from '@samverkan/geography/contract';
import type { FullText } from '@samverkan/publications/api';
import type { PublicationSummary } from '@samverkan/publications/contract';
import type { OpenProgress, OpenTraining } from '@samverkan/shared/api';
import type { OpenLandscape, OpenStrategy } from '@samverkan/strategies/api';
import { addresses, slugOf } from './addresses';
import { Current } from './county-strategies';
import { Functions, Ingress, OwnText, Support } from './county-texts';
import type { PageTexts } from './page-texts.service';
import { Chain, PublicationLine, Section, StrategyLine, StrategyLink } from './pieces';
import { stateOf } from './states';
import { TrainingLine } from './trainings';
import { type PageLanguage, wordsIn } from './words';

export interface CountyProps {
  language: PageLanguage;
  county: County;
  texts: PageTexts;
  contacts: OpenContact[];
  chains: OpenLandscape['chains'];
  /** What is in force today, with its goals. */
  current: OpenStrategy[];
  progress: Map<string, OpenProgress>;
  /** Publications that the county shows first, and where their texts are read. */
  selected: PublicationSummary[];
  fullTexts: Map<string, FullText>;
  trainings: OpenTraining[];
}

const mostTrainings = 5;

/** A county's page: what its board does and for whom, what has been decided and how far it has come, what there is to read and to learn, and where to turn. */
export function CountyPage(props: CountyProps) {
  const { language, county, texts, contacts, chains, current, progress, selected, fullTexts, trainings } = props;
  const words = wordsIn(language);
  const to = addresses(language);
  const slug = slugOf(county.shortName);
  const refs = chains.flatMap(({ links }) =>
    links.flatMap((link) => (link.type === 'strategy' ? [link.strategy] : [])),
  );
  const coming = refs.filter((strategy) => stateOf(strategy) === 'coming');
  return (
    <>
      <div class="in-w hero">
        <div>
          <h1>{words('county.heading', { county: language === 'en' ? county.nameEn : county.name })}</h1>
          <Ingress text={texts.ingress} language={language} />
        </div>
      </div>
      <OwnText id="gor" heading={words('county.work')} text={texts.work} language={language} />
      <OwnText id="vem" heading={words('county.audience')} text={texts.audience} language={language} />
      <Functions contacts={contacts} language={language} />
      <Current current={current} refs={refs} progress={progress} language={language} />
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
                <PublicationLine publication={one} language={language} fullText={fullTexts.get(one.id)} />
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href={to.publications(slug)}>{words('county.publications.all')}</a>
        </p>
      </Section>
      <Section id="utbildningar" heading={words('county.trainings')}>
        {trainings.length === 0 && <p>{words('county.trainings.none')}</p>}
        <ul class="bib">
          {trainings.slice(0, mostTrainings).map((one) => (
            <li key={one.id}>
              <TrainingLine training={one} language={language} />
            </li>
          ))}
        </ul>
        <p>
          <a href={to.calendar(slug)}>{words('county.trainings.all')}</a>
        </p>
      </Section>
      <Support text={texts.support} language={language} county={slug} />
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
