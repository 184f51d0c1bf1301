import type { Place } from './found';

const letters = String.raw`[\p{L}\p{N}-]*`;
const words = String.raw`${letters}(?:\s+${letters}){0,3}`;

/** A term as a pattern of whole words: a star alone stands for up to four words, one beside letters for the rest of that word. */
const patternOf = (term: string): string =>
  term
    .split(' ')
    .map((word) =>
      word === '*' ? words : word.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', letters),
    )
    .join(String.raw`\s+`);

const made = new Map<string, RegExp>();

function expression(term: string): RegExp {
  const known = made.get(term);
  if (known) return known;
  // The sign before is looked at, not taken: a hyphen belongs to the word.
  const fresh = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${patternOf(term)})(?![\p{L}\p{N}])`, 'giu');
  made.set(term, fresh);
  return fresh;
}

export interface Hit extends Place {
  code: string;
}

/** Every place where the words of a list stand; where two overlap the longer one is meant, and a code is told where it stands first. */
export function hitsOf(text: string, terms: Readonly<Record<string, readonly string[]>>): Hit[] {
  const all = Object.entries(terms)
    .flatMap(([code, of]) =>
      of.flatMap((term) =>
        [...text.matchAll(expression(term))].map((hit) => ({
          code,
          start: hit.index,
          end: hit.index + hit[0].length,
        })),
      ),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: Hit[] = [];
  for (const hit of all) {
    const isInside = taken.some(
      (other) => hit.start < other.end && other.start < hit.end && other.end - other.start > hit.end - hit.start,
    );
    if (!isInside) taken.push(hit);
  }
  const first = new Map<string, Hit>();
  for (const hit of taken.sort((a, b) => a.start - b.start)) if (!first.has(hit.code)) first.set(hit.code, hit);
  return [...first.values()];
}
