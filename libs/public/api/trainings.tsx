import type { OpenSession, OpenTraining } from '@samverkan/shared/api';
import { dayOf } from './days';
import { type PageLanguage, wordsIn } from './words';

export const sessionDays = ({ day, lastDay }: OpenSession, language: PageLanguage): string =>
  lastDay ? `${dayOf(day, language)} – ${dayOf(lastDay, language)}` : dayOf(day, language);

/** A training that anybody may know of: when, where and whom to write to for a seat. */
export function TrainingLine({ training, language }: { training: OpenTraining; language: PageLanguage }) {
  const words = wordsIn(language);
  const swedish = language === 'en' ? 'sv' : undefined;
  return (
    <>
      <h3 lang={swedish}>{training.title}</h3>
      <p class="b">
        {training.kind[language]} · <span lang={swedish}>{training.hosts.join(', ')}</span>
      </p>
      {training.about && <p lang={swedish}>{training.about}</p>}
      {training.sessions.length === 0 ? (
        <p class="b">{words('training.anytime')}</p>
      ) : (
        <ul class="plain lines">
          {training.sessions.map((one) => (
            <li key={one.id}>
              {`${sessionDays(one, language)}, ${one.from}–${one.to}`}
              {one.place && (
                <>
                  , <span lang={swedish}>{one.place}</span>
                </>
              )}
              <span class="b">{seatsOf(one, language)}</span>
            </li>
          ))}
        </ul>
      )}
      {training.link?.startsWith('https://') && (
        <p>
          <a href={training.link} target="_blank" rel="noopener noreferrer">
            {`${words('training.more')} (${words('link.new-window')})`}
          </a>
        </p>
      )}
      {training.ask?.mailbox && (
        <p>
          {words('training.ask')} <a href={`mailto:${training.ask.mailbox}`}>{training.ask.mailbox}</a>
        </p>
      )}
    </>
  );
}

function seatsOf({ free, registerBy }: OpenSession, language: PageLanguage): string {
  const words = wordsIn(language);
  const seats =
    free === null
      ? ''
      : free === 0
        ? words('training.full')
        : words(free === 1 ? 'training.seat' : 'training.seats', { count: free });
  const by = registerBy ? words('training.by', { day: dayOf(registerBy, language) }) : '';
  return [seats, by].filter(Boolean).join(' · ');
}
