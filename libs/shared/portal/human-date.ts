// Dates as people say them, in Swedish time whatever the browser's clock zone is.
const zone = 'Europe/Stockholm';
const dayMs = 86_400_000;

export type DateStyle = 'short' | 'long' | 'exact' | 'clock';

/** "i dag 8.10", "i fredags", "12 mars", "12 mars 2025". A day alone gets no clock. `now` is given in tests. */
export function humanDate(value: string, lang: string, style: DateStyle = 'long', now = new Date()): string {
  const isDay = value.length === 10;
  const at = new Date(isDay ? `${value}T12:00:00Z` : value);
  if (Number.isNaN(at.getTime())) return value;
  if (style === 'clock') return clock(at, lang);
  if (style === 'exact') return exactly(at, isDay, lang);
  const ago = Math.round((dayNumber(now) - dayNumber(at)) / dayMs);
  if (Math.abs(ago) <= 1) {
    const day = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-ago, 'day');
    return isDay || style === 'short' ? day : `${day} ${clock(at, lang)}`;
  }
  if (ago > 1 && ago < 7) return lastWeekday(at, lang);
  return plainly(at, lang, style, yearOf(at) !== yearOf(now));
}

/** "1 mars – 30 april", "1 oktober 2026 – 31 mars 2027", "från 1 mars", "till 30 april": plain dates, and the year of both ends when one needs it. */
export function humanPeriod(
  from: string | null | undefined,
  to: string | null | undefined,
  lang: string,
  style: DateStyle = 'long',
  now = new Date(),
): string {
  const ends = [from, to].map((day) => (day ? new Date(`${day}T12:00:00Z`) : undefined));
  const isOtherYear = ends.some((day) => day && yearOf(day) !== yearOf(now));
  const [first, last] = ends.map((day) => (day ? plainly(day, lang, style, isOtherYear) : ''));
  if (first && last) return `${first} – ${last}`;
  if (first) return `${lang === 'en' ? 'from' : 'från'} ${first}`;
  return last ? `${lang === 'en' ? 'until' : 'till'} ${last}` : '';
}

const plainly = (at: Date, lang: string, style: DateStyle, withYear: boolean): string =>
  part(at, lang, {
    day: 'numeric',
    month: style === 'short' ? 'short' : 'long',
    ...(withYear ? { year: 'numeric' } : {}),
  }).replace(/\.(?=\s|$)/g, '');

function exactly(at: Date, isDay: boolean, lang: string): string {
  const day = part(at, lang, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return isDay ? day : `${day} ${clock(at, lang)}`;
}

function lastWeekday(at: Date, lang: string): string {
  const weekday = part(at, lang, { weekday: 'long' });
  return lang === 'sv' ? `i ${weekday}s` : `last ${weekday}`;
}

const clock = (at: Date, lang: string): string =>
  part(at, 'sv', { hour: 'numeric', minute: '2-digit' })
    .replace(/^0(?=\d)/, '')
    .replace(':', lang === 'sv' ? '.' : ':');

// Making a formatter costs a phone several milliseconds, and a page shows dozens of dates in a handful of shapes.
const formats = new Map<string, Intl.DateTimeFormat>();

function part(at: Date, lang: string, options: Intl.DateTimeFormatOptions): string {
  const locale = lang === 'en' ? 'en-GB' : 'sv-SE';
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formats.set(key, format);
  return format.format(at);
}

const isoDay = (at: Date): string => part(at, 'sv', { year: 'numeric', month: '2-digit', day: '2-digit' });
const dayNumber = (at: Date): number => Date.parse(`${isoDay(at)}T00:00:00Z`);
const yearOf = (at: Date): string => isoDay(at).slice(0, 4);

/** Today in Sweden, `YYYY-MM-DD`. */
export const today = (now = new Date()): string => isoDay(now);
