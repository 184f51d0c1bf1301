// Days and periods as they are written in Swedish: "1–15 mars 2027", "hösten", "vecka 12–14", "från och med maj", "första halvåret 2027".
import { endOfISOWeek, formatISO, lastDayOfMonth, parseISO, setISOWeek, startOfISOWeek } from 'date-fns';
import type { Found, Place } from './found';

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const monthWord = '(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)';
const shortMonth =
  '(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|apr|aug|sept|sep|okt|nov|dec)\\.?';
const year = '(?:\\s+(20\\d\\d))?';
const dash = '\\s*[-–—]\\s*';
const ordinals = ['första', 'andra', 'tredje', 'fjärde'];
const monthOf = (word: string) => months.indexOf(word.slice(0, 3).toLowerCase());

interface Days {
  from: Date;
  to: Date;
}
/** A place in the text that tells a day or a stretch of days; which year is known once its neighbours are. */
interface Mark extends Place {
  year: number | null;
  days: (year: number) => Days;
}

const monthsOf = (year: number, first: number, last = first): Days => ({
  from: new Date(year, first, 1),
  to: lastDayOfMonth(new Date(year, last, 1)),
});
const weeksOf = (year: number, first: number, last: number): Days => {
  const inYear = new Date(year, 0, 4);
  return { from: startOfISOWeek(setISOWeek(inYear, first)), to: endOfISOWeek(setISOWeek(inYear, last)) };
};
const dayOf = (year: number, month: number, day: number) => new Date(year, month, day);

type Groups = readonly (string | undefined)[];
type Reader = readonly [RegExp, (groups: Groups, today: Date) => { year: number | null; days: Mark['days'] } | null];
const yearIn = (word: string | undefined) => (word ? Number(word) : null);

const readers: readonly Reader[] = [
  [
    /(20\d\d)-(\d\d)-(\d\d)/g,
    ([iso = '']) => {
      const day = parseISO(iso);
      return Number.isNaN(day.getTime()) ? null : { year: day.getFullYear(), days: () => ({ from: day, to: day }) };
    },
  ],
  [
    new RegExp(`(\\d{1,2})(?:${dash}(\\d{1,2}))?\\s+${shortMonth}${year}`, 'gi'),
    ([, first, last, month = '', on]) => {
      const [from, to] = [Number(first), Number(last ?? first)];
      const at = monthOf(month);
      if (from < 1 || to < from || to > lastDayOfMonth(new Date(2028, at, 1)).getDate()) return null;
      return { year: yearIn(on), days: (y) => ({ from: dayOf(y, at, from), to: dayOf(y, at, to) }) };
    },
  ],
  [
    new RegExp(`(?<!\\d\\s*)${monthWord}${year}`, 'gi'),
    ([, month = '', on]) => ({
      year: yearIn(on),
      days: (y) => monthsOf(y, monthOf(month)),
    }),
  ],
  [
    new RegExp(
      `(våren|vårterminen|vt|sommaren|hösten|höstterminen|ht|vintern)${year}|i\\s+(vår|sommar|höst|vinter)(?=\\W|$)`,
      'gi',
    ),
    ([, named = '', on, near]) => ({ year: yearIn(on), days: (y) => seasonOf(y, near ?? named) }),
  ],
  [
    new RegExp(`(?:vecka|v\\.)\\s*(\\d{1,2})(?:${dash}(\\d{1,2}))?${year}`, 'gi'),
    ([, first, last, on]) => {
      const [from, to] = [Number(first), Number(last ?? first)];
      return from < 1 || to < from || to > 53 ? null : { year: yearIn(on), days: (y) => weeksOf(y, from, to) };
    },
  ],
  [
    new RegExp(`(?:(första|andra|tredje|fjärde)\\s+kvartalet|kvartal\\s+([1-4])|q([1-4]))${year}`, 'gi'),
    ([, word, number, short, on]) => {
      const at = word ? ordinals.indexOf(word.toLowerCase()) : Number(number ?? short) - 1;
      return { year: yearIn(on), days: (y) => monthsOf(y, at * 3, at * 3 + 2) };
    },
  ],
  [
    new RegExp(`(första|andra)\\s+halvåret${year}`, 'gi'),
    ([, word = '', on]) => {
      const at = ordinals.indexOf(word.toLowerCase()) * 6;
      return { year: yearIn(on), days: (y) => monthsOf(y, at, at + 5) };
    },
  ],
  // A year alone is mostly part of a name: it counts where the sentence says that it is a time.
  [
    new RegExp(`(?<=(?:under|hela|år|åren|perioden|period|från|till|om)\\s+)(20\\d\\d)(?:${dash}(20\\d\\d))?`, 'gi'),
    ([, first, last]) => ({
      year: Number(first),
      days: () => ({ from: new Date(Number(first), 0, 1), to: new Date(Number(last ?? first), 11, 31) }),
    }),
  ],
  [
    /(nästa|i)\s+år(?=\W|$)/gi,
    ([, word = ''], today) => ({
      year: today.getFullYear() + (word.toLowerCase() === 'i' ? 0 : 1),
      days: (y) => monthsOf(y, 0, 11),
    }),
  ],
];

function seasonOf(year: number, word: string): Days {
  const season = word.toLowerCase();
  if (season.startsWith('v') && !season.startsWith('vin')) return monthsOf(year, 0, 5);
  if (season.startsWith('s')) return monthsOf(year, 5, 7);
  if (season.startsWith('h')) return monthsOf(year, 7, 11);
  return { from: new Date(year, 11, 1), to: lastDayOfMonth(new Date(year + 1, 1, 1)) };
}

function marksOf(text: string, today: Date): Mark[] {
  const all = readers
    .flatMap(([pattern, read]) =>
      [...text.matchAll(pattern)].flatMap((hit) => {
        const isPart =
          /[\p{L}\p{N}]/u.test(text[hit.index - 1] ?? ' ') ||
          /[\p{L}\p{N}]/u.test(text[hit.index + hit[0].length] ?? ' ');
        const mark = isPart ? null : read(hit, today);
        return mark ? [{ ...mark, start: hit.index, end: hit.index + hit[0].length }] : [];
      }),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Mark[] = [];
  for (const mark of all) if (!kept.some((other) => mark.start < other.end && other.start < mark.end)) kept.push(mark);
  return kept.sort((a, b) => a.start - b.start);
}

const joins = /^\s*(?:[-–—]|till(?: och med)?|t\.?\s?o\.?\s?m\.?|fram till(?: och med)?)\s*(?:den\s+)?$/i;
const begins = /(?:från(?: och med)?|fr\.?\s?o\.?\s?m\.?|start|startar|börjar)\s*(?:i|den|under)?\s*$/i;
const closes = /(?:till(?: och med)?|t\.?\s?o\.?\s?m\.?|senast|slutar|klar\w*)\s*(?:i|den|under)?\s*$/i;

/** The next time it comes, when the year is not said: what is over is not planned. */
function inYear(mark: Mark, today: Date): Days {
  if (mark.year !== null) return mark.days(mark.year);
  const now = mark.days(today.getFullYear());
  return now.to < today ? mark.days(today.getFullYear() + 1) : now;
}

const iso = (day: Date | null) => (day ? formatISO(day, { representation: 'date' }) : '');
const found = (from: Date | null, to: Date | null, { start, end }: Place): Found => ({
  field: 'period',
  values: [iso(from), iso(to)],
  start,
  end,
});

/** The period a text tells of, and null where it tells of none. `today` decides the year that is not said. */
export function readPeriod(text: string, today: Date): Found | null {
  const marks = marksOf(text, today);
  const half: { from: Date | null; to: Date | null; place: Place | null } = { from: null, to: null, place: null };
  for (const [at, mark] of marks.entries()) {
    const next = marks[at + 1];
    if (next && joins.test(text.slice(mark.end, next.start))) {
      const to = inYear(next, today).to;
      const said = mark.days(mark.year ?? to.getFullYear()).from;
      const from = mark.year === null && said > to ? mark.days(to.getFullYear() - 1).from : said;
      if (from <= to) return found(from, to, { start: mark.start, end: next.end });
    }
    const before = text.slice(Math.max(0, mark.start - 24), mark.start);
    const days = inYear(mark, today);
    if (begins.test(before)) half.from ??= days.from;
    else if (closes.test(before)) half.to ??= days.to;
    else if (half.place) continue;
    else return found(days.from, days.to, mark);
    half.place ??= mark;
  }
  const { from, to, place } = half;
  return place && (!from || !to || from <= to) ? found(from, to, place) : null;
}
