// Months as `YYYY-MM`: which comes next, and its weeks from Monday to Sunday.

const utc = (month: string, day: number, more = 0) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + more, day));

export const monthAfter = (month: string, more: number): string => utc(month, 1, more).toISOString().slice(0, 7);

export const lastDayOf = (month: string): string => utc(month, 0, 1).toISOString().slice(0, 10);

/** Every day of the weeks that the month touches; those of the months beside it are null. */
export function weeksOf(month: string): (string | null)[][] {
  const first = utc(month, 1);
  const before = (first.getUTCDay() + 6) % 7;
  const days = Number(lastDayOf(month).slice(8));
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, at) => {
    const day = at - before + 1;
    return day < 1 || day > days ? null : `${month}-${String(day).padStart(2, '0')}`;
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** "november 2026". */
export const monthName = (month: string, lang: string): string =>
  new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(utc(month, 1));

/** Monday to Sunday, short and long. */
export const weekdays = (lang: string): { short: string; long: string }[] =>
  Array.from({ length: 7 }, (_, at) => {
    const day = new Date(Date.UTC(2024, 0, 1 + at));
    const say = (weekday: 'short' | 'long') => new Intl.DateTimeFormat(lang, { weekday, timeZone: 'UTC' }).format(day);
    return { short: say('short'), long: say('long') };
  });
