// The text guard: the same pure function in the portal, before a text leaves the browser, and in the API, before it is stored.
import { findAddresses, isAboutShelter } from './addresses';
import { findHints } from './hints';
import { normalise } from './normalise';
import { findPersonalNumbers } from './personal-numbers';

/** `stop` is never stored · `ask` needs the writer's reason why it is something else · `hint` only advises. */
export type GuardGrade = 'stop' | 'ask' | 'hint';

/** One place in the text, as half-open character positions in the text as it was given. Never holds the characters themselves. */
export interface GuardFinding {
  grade: GuardGrade;
  /** Also the error code: `text.personal-number`, `text.maybe-personal-number`, `text.shelter-address`, `text.birth-date`, `text.masked-number`, `text.case-narrative`. */
  code: string;
  start: number;
  end: number;
}

export interface GuardSurroundings {
  /** The text belongs to something about sheltered housing, whatever its own words are: a street address stops. */
  shelter?: boolean;
}

/**
 * Finds what must not be written in Samverkan: personal identity numbers and coordination numbers, addresses in text about
 * sheltered housing, and signs that the text tells of one person. Linear in the length of the text.
 */
export function guardText(text: string, surroundings: GuardSurroundings = {}): GuardFinding[] {
  const normal = normalise(text);
  const isShelter = surroundings.shelter ?? isAboutShelter(normal.text);
  const found = [
    ...outsideIds(findPersonalNumbers(normal.text), normal.text),
    ...(isShelter ? findAddresses(normal.text) : []),
    ...findHints(normal.text),
  ];
  return withoutOverlaps(found, normal.text.length).map((finding) => ({
    ...finding,
    start: normal.origin(finding.start),
    end: normal.origin(finding.end),
  }));
}

/** An identity of the house (UUID version 7), alone or in a pasted address. Its digits are time and chance, and fall now and then like a number's. */
const id = /\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/gi;

function outsideIds(found: GuardFinding[], text: string): GuardFinding[] {
  if (found.length === 0) return found;
  const ids = [...text.matchAll(id)].map(({ index, 0: { length } }) => [index, index + length] as const);
  return found.filter(({ start, end }) => !ids.some(([from, to]) => start >= from && end <= to));
}

/** The worst grade in a text, or null when nothing was found. */
export function guardGrade(findings: readonly GuardFinding[]): GuardGrade | null {
  return grades.find((grade) => findings.some((finding) => finding.grade === grade)) ?? null;
}

/** The text with each stopped or asked place taken out, and the sentence left standing. */
export function maskText(text: string, findings: readonly GuardFinding[], mark = '[borttaget]'): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { grade, start, end } of [...findings].sort((a, b) => a.start - b.start)) {
    if (grade === 'hint' || start < at) continue;
    pieces.push(text.slice(at, start), mark);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

const grades: readonly GuardGrade[] = ['stop', 'ask', 'hint'];

/** Where two findings share characters the graver one stands, and of equals the one that covers more. */
function withoutOverlaps(findings: GuardFinding[], length: number): GuardFinding[] {
  const taken = new Uint8Array(length + 1);
  const kept = findings
    .sort((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade) || b.end - b.start - (a.end - a.start))
    .filter(({ start, end, grade }) => {
      const isFree = !taken.subarray(start, end).includes(1);
      if (isFree && grade !== 'hint') taken.fill(1, start, end);
      return isFree;
    });
  return kept.sort((a, b) => a.start - b.start);
}
