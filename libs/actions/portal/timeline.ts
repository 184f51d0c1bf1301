// Where days lie in a span of two whole years, in hundredths of its width; and actions in the groups they are drawn in.
import type { ActionSummary } from '@samverkan/actions/contract';

export interface Span {
  from: string;
  to: string;
}

/** A stretch of the span: where it begins and how wide it is. `open` where it goes on beyond what is shown, or has no end. */
export interface Stretch {
  start: number;
  width: number;
  open: { before: boolean; after: boolean };
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const least = 1;
const hundredths = (number: number) => Math.round(number * 100) / 100;

export const spanOf = (year: number): Span => ({ from: `${year}-01-01`, to: `${year + 1}-12-31` });

/** The part of the span that a chosen period leaves. */
export const within = ({ from, to }: Span, chosen: Partial<Span>): Span => ({
  from: chosen.from && chosen.from > from ? chosen.from : from,
  to: chosen.to && chosen.to < to ? chosen.to : to,
});

/** The first day of each quarter, with where it lies. */
export const quartersOf = ({ from }: Span): { day: string; at: number }[] =>
  Array.from({ length: 8 }, (_, quarter) => {
    const year = Number(from.slice(0, 4)) + Math.floor(quarter / 4);
    const day = `${year}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`;
    return { day, at: placeOf(day, spanOf(Number(from.slice(0, 4)))) };
  });

/** Where a day lies; outside the span below nought or above a hundred. */
export function placeOf(day: string, { from, to }: Span): number {
  const first = dayNumber(from);
  return ((dayNumber(day) - first) / (dayNumber(to) + 1 - first)) * 100;
}

/** Null where nothing of it lies in the span. Without a first day it begins before, without a last it goes on. */
export function stretchOf(startsOn: string | null, endsOn: string | null, span: Span): Stretch | null {
  if ((startsOn && startsOn > span.to) || (endsOn && endsOn < span.from)) return null;
  const start = startsOn ? Math.max(0, placeOf(startsOn, span)) : 0;
  const end = endsOn
    ? Math.min(100, placeOf(endsOn, span) + 100 / (dayNumber(span.to) + 1 - dayNumber(span.from)))
    : 100;
  return {
    start: hundredths(Math.min(start, 100 - least)),
    width: hundredths(Math.max(least, end - start)),
    open: { before: !startsOn || startsOn < span.from, after: !endsOn || endsOn > span.to },
  };
}

export interface Group {
  key: string;
  title: string;
  sub: string | null;
  items: ActionSummary[];
}

/** An action stands in each of its groups; what has none comes last. */
export function groupsOf(
  actions: readonly ActionSummary[],
  keysOf: (action: ActionSummary) => readonly Omit<Group, 'items'>[],
  none: string,
): Group[] {
  const groups = new Map<string, Group>();
  for (const action of actions) {
    const keys = keysOf(action);
    for (const group of keys.length > 0 ? keys : [{ key: '', title: none, sub: null }]) {
      const at = groups.get(group.key) ?? { ...group, items: [] };
      at.items.push(action);
      groups.set(group.key, at);
    }
  }
  return [...groups.values()].sort(
    (one, other) =>
      Number(one.key === '') - Number(other.key === '') ||
      (one.sub ?? '').localeCompare(other.sub ?? '', 'sv') ||
      one.title.localeCompare(other.title, 'sv', { numeric: true }),
  );
}
