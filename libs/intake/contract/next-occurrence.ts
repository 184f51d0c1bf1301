import { addMonths, formatISO, isLastDayOfMonth, lastDayOfMonth, parseISO } from 'date-fns';
import type { Rhythm } from './recurrence';

const months: Record<Rhythm, number> = { month: 1, quarter: 3, term: 6, year: 12 };

/** The day so many rhythms later. The last day of a month stays the last: a period that fills its months goes on filling them. */
function later(day: string, every: Rhythm, times: number): string {
  const from = parseISO(day);
  const to = addMonths(from, months[every] * times);
  return formatISO(isLastDayOfMonth(from) ? lastDayOfMonth(to) : to, { representation: 'date' });
}

export interface Times {
  title: string;
  startsOn: string | null;
  endsOn: string | null;
}

/**
 * The next time of what has been done: its days moved on until they are not over, and the years of its title with them
 * ("En vecka fri från våld 2026" → 2027). Without days nothing is moved.
 */
export function nextOccurrence({ title, startsOn, endsOn }: Times, every: Rhythm, today: string): Times {
  const last = endsOn ?? startsOn;
  if (!last) return { title, startsOn, endsOn };
  let times = 1;
  while (later(last, every, times) < today) times += 1;
  const moved = (day: string | null) => (day ? later(day, every, times) : null);
  const [next, end] = [moved(startsOn), moved(endsOn)];
  const years = new Map(
    [
      [startsOn, next],
      [endsOn, end],
    ].flatMap(([from, to]) => (from && to ? [[from.slice(0, 4), to.slice(0, 4)] as const] : [])),
  );
  return {
    title: title.replaceAll(/(?<!\d)20\d\d(?!\d)/g, (year) => years.get(year) ?? year),
    startsOn: next,
    endsOn: end,
  };
}
