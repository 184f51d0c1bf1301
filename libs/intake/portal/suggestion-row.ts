import type { Found } from '@samverkan/intake/contract';

/** One thing that was read, as it is shown: what it would be, and the words it comes from. */
export interface SuggestionRow {
  key: string;
  field: Found['field'] | 'description';
  values: readonly string[];
  /** What it would be in the form. */
  words: string;
  /** Where it was read; empty for the text as a whole. */
  quote: string;
}

const around = 28;

/** The words and a little of what stands beside them, so that one sees what was meant. */
export function quoteOf(text: string, { start, end }: Pick<Found, 'start' | 'end'>): string {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const before = from === 0 ? '' : text.slice(from, start).replace(/^\S*\s/, '… ') || '… ';
  const first = from === 0 ? text.slice(0, start) : before;
  const last = to === text.length ? text.slice(end) : text.slice(end, to).replace(/\s\S*$/, ' …');
  return `${first}${text.slice(start, end)}${last}`.replaceAll(/\s+/g, ' ').trim();
}
