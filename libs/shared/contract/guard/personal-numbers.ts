import Personnummer from 'personnummer';
import { type Cluster, clustersOf, nothing } from './digits';
import type { GuardFinding, GuardGrade } from './text-guard';

// A word that says the number is about a person makes ten bare digits certain.
const context =
  /(person|samordnings|identitets|id|social\s?security|identity)[\s-]?(nummer|nr|number|no|beteckning)?\.?\s*(:|=|är|is)?\s*["'(]?$|\b(pnr|p-nr|persnr|pers\.?\s?nr|personnr|samnr|ssn)\.?\s*(:|=|är)?\s*["'(]?$/i;

/** Personal identity numbers and coordination numbers with a valid date and check digit (Skatteverket, SKV 704 and 707). */
export const findPersonalNumbers = (text: string, today = new Date()): GuardFinding[] =>
  clustersOf(text).flatMap((cluster) => findIn(cluster, text, today));

function findIn(cluster: Cluster, text: string, today: Date): GuardFinding[] {
  const findings: GuardFinding[] = [];
  for (let first = 0; first + 10 <= cluster.places.length; first++) {
    for (const length of [12, 10] as const) {
      const found = gradeAt(cluster, first, length, text, today);
      if (!found) continue;
      const start = cluster.places[first] ?? 0;
      findings.push({
        grade: found,
        code: found === 'stop' ? 'text.personal-number' : 'text.maybe-personal-number',
        start,
        end: (cluster.places[first + length - 1] ?? start) + 1,
      });
    }
  }
  return findings;
}

function gradeAt(cluster: Cluster, first: number, length: 10 | 12, text: string, today: Date): GuardGrade | null {
  if (first + length > cluster.digits.length) return null;
  const digits = cluster.digits.slice(first, first + length);
  if (!couldBeBorn(digits, today)) return null;
  const shape = shapeOf(cluster, first, length);
  const place = cluster.places[first] ?? 0;
  const grade = shape && gradeOf(shape, digits, () => context.test(text.slice(Math.max(0, place - 40), place)));
  return grade && Personnummer.valid(digits) ? grade : null;
}

/** Cheap and first: century, month and day that a birth can have (a coordination number's day is 60 more), not in the future. */
function couldBeBorn(digits: string, today: Date): boolean {
  const short = digits.slice(-10);
  const [month, day] = [Number(short.slice(2, 4)), Number(short.slice(4, 6))];
  if (month < 1 || month > 12 || day < 1 || day > 91 || (day > 31 && day < 61)) return false;
  if (digits.length === 10) return true;
  if (!/^(18|19|20)/.test(digits)) return false;
  const born = Date.UTC(Number(digits.slice(0, 4)), month - 1, day > 60 ? day - 60 : day);
  return born < today.getTime() + 86_400_000;
}

interface Shape {
  /** How the date is written: in one piece, year month day apart, with one break somewhere, in any groups, or digit by digit. */
  date: 'compact' | 'dated' | 'broken' | 'loose' | 'spread';
  /** Between the date and the last four. */
  middle: string;
  /** The last four stand as the date does: together, or digit by digit. */
  isTailWhole: boolean;
  /** What lies between it and the digits around it; `nothing` where there are none, empty where they touch. */
  before: string;
  after: string;
  /** The two digits that touch it on the left, and how many touch it on the right (at most nine are counted). */
  century: string;
  touching: number;
}

function shapeOf(cluster: Cluster, first: number, length: number): Shape | null {
  const gaps = cluster.gaps.slice(first + 1, first + length);
  const split = length - 5;
  const tail = gaps.slice(split + 1);
  const date = writtenAs(gaps.slice(0, split), length);
  const [before, after] = [cluster.gaps[first] ?? nothing, cluster.gaps[first + length] ?? nothing];
  const isTailWhole = date === 'spread' ? tail.every((gap) => gap !== '') : tail.every((gap) => gap === '');
  const isTailBroken = date === 'compact' && after === nothing && tail.every((gap) => /^\s*$/.test(gap));
  if (!date || (!isTailWhole && !isTailBroken)) return null;
  let touching = 0;
  while (touching < 9 && cluster.gaps[first + length + touching] === '') touching++;
  const isPreceded = before === '' && cluster.gaps[first - 1] !== undefined && cluster.gaps[first - 1] === '';
  const century = isPreceded && cluster.gaps[first - 2] !== '' ? cluster.digits.slice(first - 2, first) : '';
  return { date, middle: gaps[split] ?? '', isTailWhole, before, after, century, touching };
}

function writtenAs(inner: readonly string[], length: number): Shape['date'] | null {
  const open = inner.flatMap((gap, place) => (gap === '' ? [] : [place]));
  if (open.length === 0) return 'compact';
  const year = length === 12 ? 3 : 1;
  const marks = new Set(open.map((place) => (inner[place] ?? '').trim()));
  if (open.length === 2 && open[0] === year && open[1] === year + 2 && marks.size === 1) return 'dated';
  if (open.length === inner.length && marks.size === 1) return 'spread';
  if (!open.every((place) => /^\s+$/.test(inner[place] ?? ''))) return null;
  return open.length === 1 ? 'broken' : 'loose';
}

/** Separator form, twelve digits or a word of context stop; ten bare digits ask; what other numbers look like passes. */
function gradeOf(shape: Shape, digits: string, isCalledSo: () => boolean): GuardGrade | null {
  const lastFour = digits.slice(-4);
  const isMarked = /^\s*[-+]\s*$/.test(shape.middle);
  const isSolid = shape.date === 'compact' && shape.middle === '' && shape.isTailWhole;
  if (shape.before === '' || shape.after === '') return gradeInside(shape, isMarked, isSolid && digits.length === 12);
  // The beginning of a second date: 2024-03-12 – 2024-06-30.
  if (!isSolid && isYear(lastFour) && shape.after !== nothing) return null;
  if (isMarked) return gradeMarked(shape, lastFour);
  if (isSolid && digits.length === 12) return 'stop';
  if (shape.isTailWhole && isCalledSo()) return 'stop';
  return digits.length === 12 ? gradeOfTwelve(shape, lastFour) : gradeOfTen(shape, isSolid);
}

function gradeMarked(shape: Shape, lastFour: string): GuardGrade {
  const isApart = /\s/.test(shape.middle);
  // A diarienummer ends with its year (801-850312-2019), and so does a period (1985-03-12 – 2019).
  if (isYear(lastFour) && (/[-./:]/.test(shape.before) || (isApart && shape.date === 'dated'))) return 'ask';
  // The end of a day and a span of clocks: 2024-03-12 1015–1200.
  if (shape.before !== nothing && (shape.date === 'broken' || shape.date === 'dated')) return 'ask';
  // A sum or a span of amounts: 110 203 – 1450.
  return shape.date === 'loose' || (isApart && shape.date === 'broken') ? 'ask' : 'stop';
}

/** Twelve digits in groups: certain when written as a date and four, a question when it could be a day and a clock or a row of a table. */
function gradeOfTwelve(shape: Shape, lastFour: string): GuardGrade {
  if (shape.date === 'spread') return 'stop';
  if (!shape.isTailWhole || shape.date === 'loose' || isBesideNumbers(shape)) return 'ask';
  if (shape.date === 'broken') return shape.middle === '' ? 'stop' : 'ask';
  return shape.middle !== '' && isClock(lastFour) ? 'ask' : 'stop';
}

/** Telephone numbers are grouped in other ways than six and four; bare ones look like this every eleventh time. */
function gradeOfTen(shape: Shape, isSolid: boolean): GuardGrade | null {
  if (isSolid) return 'ask';
  if (!shape.isTailWhole || shape.date === 'loose' || shape.date === 'broken' || isBesideNumbers(shape)) return null;
  return 'ask';
}

/** Part of a longer row of digits: twelve certain ones are asked about; a period (850312-851231) and other long numbers pass. */
function gradeInside(shape: Shape, isMarked: boolean, isTwelve: boolean): GuardGrade | null {
  if (isTwelve) return 'ask';
  if (!isMarked || shape.century === '20' || shape.century === '21') return null;
  return shape.touching === 2 || shape.touching === 4 ? null : 'ask';
}

const isClock = (four: string): boolean => Number(four.slice(0, 2)) < 24 && Number(four.slice(2)) < 60;
const isYear = (four: string): boolean => /^(19\d\d|20[0-4]\d)$/.test(four);
const isBesideNumbers = (shape: Shape): boolean => shape.before !== nothing || shape.after !== nothing;
