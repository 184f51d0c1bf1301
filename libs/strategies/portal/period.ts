/** "2014–2016", "2017", or "1 januari–21 mars 2022" when the period is no whole years and they matter. */
export function yearsOf(startsOn: string | null, endsOn: string | null): string {
  const [from, to] = [startsOn?.slice(0, 4) ?? '', endsOn?.slice(0, 4) ?? ''];
  return from === to ? from : `${from}–${to}`;
}

export function gapOf(startsOn: string, endsOn: string, lang: string): string {
  const whole = startsOn.endsWith('-01-01') && endsOn.endsWith('-12-31');
  return whole ? yearsOf(startsOn, endsOn) : `${dayOf(startsOn, lang)}–${dayOf(endsOn, lang)} ${endsOn.slice(0, 4)}`;
}

const dayOf = (day: string, lang: string): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'sv-SE', { day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(new Date(`${day}T12:00:00Z`))
    .replace(/\./g, '');

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Days left, told only when they are few enough to mean something: within a year. */
export function fewDaysTo(day: string | null, now: string): number | null {
  const days = day ? daysBetween(now, day) : null;
  return days !== null && days <= 365 ? days : null;
}

/** A stretch's share of the thread's width: its length in years, but never too narrow for its words. */
export function widthOf(startsOn: string | null, endsOn: string | null, narrowest: string): string {
  const years = startsOn && endsOn ? daysBetween(startsOn, endsOn) / 365 : 2;
  return `minmax(${narrowest}, ${Math.max(1, years).toFixed(1)}fr)`;
}

/** "31 december 2026", whatever day it is today. */
export const plainDay = (day: string, lang: string): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'sv-SE', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
