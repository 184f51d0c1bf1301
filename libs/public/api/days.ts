// Days and periods as a page of an authority writes them.
import type { PageLanguage } from './words';

const formats = {
  sv: new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** "21 mars 2022". */
export const dayOf = (day: string, language: PageLanguage): string =>
  formats[language].format(new Date(`${day}T12:00:00Z`));

const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** Which day it is in Sweden, now or at a moment. */
export const today = (at = new Date()): string => swedish.format(at);

/** "2022–2026" when it is whole years, else with its days; `openEnded` where no last day is known. */
export function periodOf(
  startsOn: string | null,
  endsOn: string | null,
  language: PageLanguage,
  openEnded: string,
): string {
  const whole = (!startsOn || startsOn.endsWith('-01-01')) && (!endsOn || endsOn.endsWith('-12-31'));
  const written = (day: string) => (whole ? day.slice(0, 4) : dayOf(day, language));
  if (!startsOn) return endsOn ? `–${written(endsOn)}` : openEnded;
  if (!endsOn) return `${written(startsOn)}–`;
  if (written(startsOn) === written(endsOn)) return written(startsOn);
  // The year once, where both days lie in it.
  const year = ` ${startsOn.slice(0, 4)}`;
  const from =
    !whole && endsOn.startsWith(startsOn.slice(0, 4)) ? written(startsOn).replace(year, '') : written(startsOn);
  return `${from}–${written(endsOn)}`;
}

/** "2022–2026", whatever days it began and ended on: what a tab has room for. */
export function yearsOf(startsOn: string | null, endsOn: string | null): string {
  const [from, to] = [startsOn?.slice(0, 4) ?? '', endsOn?.slice(0, 4) ?? ''];
  return from === to ? from : `${from}–${to}`;
}
