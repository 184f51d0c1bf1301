import type { County } from '@samverkan/geography/contract';
import type { OpenLandscape } from '@samverkan/strategies/api';
import { addresses, slugOf } from './addresses';
import { Section, StrategyLine, StrategyLink } from './pieces';
import { stateOf } from './states';
import { type PageLanguage, wordsIn } from './words';

export interface StartProps {
  language: PageLanguage;
  counties: County[];
  landscape: OpenLandscape;
}

/** Choose a county; what is decided for the whole country stands under it. */
export function StartPage({ language, counties, landscape }: StartProps) {
  const words = wordsIn(language);
  const current = (code: string) =>
    landscape.strategies.find(
      (strategy) => strategy.countyCodes.includes(code) && stateOf(strategy) === 'in_force' && strategy.goalCount > 0,
    ) ?? landscape.strategies.findLast((strategy) => strategy.countyCodes.includes(code));
  return (
    <>
      <div class="in-w hero">
        <div>
          <h1>{words('start.heading')}</h1>
          <p class="ingress">{words('start.ingress')}</p>
        </div>
      </div>
      <Section id="lan" heading={words('start.counties')}>
        <ul class="counties">
          {counties.map((county) => {
            const strategy = current(county.code);
            return (
              <li key={county.code}>
                <a href={addresses(language).county(slugOf(county.shortName))}>
                  {language === 'en' ? county.nameEn : county.name}
                </a>
                <span class="b">{strategy ? strategy.shortTitle : words('start.counties.none')}</span>
              </li>
            );
          })}
        </ul>
      </Section>
      <Section id="nationellt" heading={words('start.national')}>
        <ul class="bib">
          {landscape.frames.map((strategy) => (
            <li key={strategy.id}>
              <h3>
                <StrategyLink strategy={strategy} language={language} />
              </h3>
              <StrategyLine strategy={strategy} language={language} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
