import type { County } from '@samverkan/geography/contract';
import type { OpenTraining } from '@samverkan/shared/api';
import { Ingress } from './county-texts';
import type { PageText } from './page-texts.service';
import { addresses, slugOf } from './addresses';
import { dayOf } from './days';
import { type PublicDay, daysOf } from './public-days';
import { Section, StrategyLink } from './pieces';
import { TrainingLine, sessionDays } from './trainings';
import { type PageLanguage, wordsIn } from './words';
import type { StrategyRef } from '@samverkan/strategies/contract';

export interface CalendarProps {
  language: PageLanguage;
  county?: County;
  ingress: PageText;
  trainings: OpenTraining[];
  strategies: StrategyRef[];
}

/** What anybody may come to, day by day, with the days on which a strategy begins or ends; and what one takes when one likes. */
export function CalendarPage({ language, county, ingress, trainings, strategies }: CalendarProps) {
  const words = wordsIn(language);
  const to = addresses(language);
  const slug = county && slugOf(county.shortName);
  const days = daysOf(trainings, strategies);
  return (
    <>
      <div class="in-w hero">
        <div>
          <h1>
            {county
              ? words('calendar.heading', { county: language === 'en' ? county.nameEn : county.name })
              : words('calendar.heading.all')}
          </h1>
          <Ingress text={ingress} language={language} />
          <p>
            <a href={to.calendarFile(slug)} download>
              {words('calendar.file')}
            </a>
          </p>
        </div>
      </div>
      <Section id="dagar" heading={words('calendar.days')}>
        {days.length === 0 && <p>{words('calendar.none')}</p>}
        <ul class="bib">
          {days.map((one) => (
            <li key={one.key}>
              <Line day={one} language={language} />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="utbildningar" heading={words('calendar.trainings')}>
        {trainings.length === 0 && <p>{words('county.trainings.none')}</p>}
        <ul class="bib">
          {trainings.map((one) => (
            <li key={one.id}>
              <TrainingLine training={one} language={language} />
            </li>
          ))}
        </ul>
        {slug && (
          <p>
            <a href={to.county(slug)}>{words('publications.back')}</a>
          </p>
        )}
      </Section>
    </>
  );
}

function Line({ day, language }: { day: PublicDay; language: PageLanguage }) {
  const words = wordsIn(language);
  if (day.what === 'session')
    return (
      <>
        <h3 lang={language === 'en' ? 'sv' : undefined}>{day.training.title}</h3>
        <p class="b">
          {`${sessionDays(day.session, language)}, ${day.session.from}–${day.session.to}`}
          {day.session.place && ` · ${day.session.place}`}
        </p>
      </>
    );
  return (
    <>
      <h3>
        <StrategyLink strategy={day.strategy} language={language} />
      </h3>
      <p class="b">{words(`calendar.${day.what}`, { day: dayOf(day.day, language) })}</p>
    </>
  );
}
