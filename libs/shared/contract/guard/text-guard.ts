// The text guard: the same pure function in the portal, before a text leaves the browser, and in the API, before it is stored.
import { findAddresses } from './addresses';
import { findHints } from './hints';
import { findPersonalNumbers } from './personal-numbers';
import { normalise } from './normalise';

/** `stop` is never stored · `ask` needs the writer's "no, it is not" · `hint` only advises. */
export type GuardGrade = 'stop' | 'ask' | 'hint';

/** One place in the text, as half-open character positions in the text as it was given. Never holds the characters themselves. */
export interface GuardFinding {
  grade: GuardGrade;
  /** Also the error code: `text.personal-number`, `text.maybe-personal-number`, `text.shelter-address`, `text.birth-date`, `text.masked-number`, `text.case-narrative`. */
  code: string;
  start: number;
  end: number;
}

/**
 * Finds what must not be written in Samverkan: personal identity numbers and coordination numbers, addresses in text about
 * sheltered housing, and signs that the text tells of one person. Linear in the length of the text.
 */
export function guardText(text: string): GuardFinding[] {
  const normal = normalise(text);
  const found = [...findPersonalNumbers(normal.text), ...findAddresses(normal.text), ...findHints(normal.text)];
  return withoutOverlaps(found).map((finding) => ({
    ...finding,
    start: normal.origin(finding.start),
    end: normal.origin(finding.end),
  }));
}

/** The worst grade in a text, or null when nothing was found. */
export function guardGrade(findings: readonly GuardFinding[]): GuardGrade | null {
  return grades.find((grade) => findings.some((finding) => finding.grade === grade)) ?? null;
}

/** The text with each stopped or asked place taken out, and the sentence left standing. */
export function maskText(text: string, findings: readonly GuardFinding[], mark = '[borttaget]'): string {
  return [...findings]
    .filter((finding) => finding.grade !== 'hint')
    .sort((a, b) => b.start - a.start)
    .reduce((rest, finding) => rest.slice(0, finding.start) + mark + rest.slice(finding.end), text);
}

const grades: readonly GuardGrade[] = ['stop', 'ask', 'hint'];

/** Where two findings share characters the graver one stands. */
function withoutOverlaps(findings: GuardFinding[]): GuardFinding[] {
  const kept: GuardFinding[] = [];
  for (const finding of findings.sort(
    (a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade) || a.start - b.start,
  )) {
    if (!kept.some((other) => finding.start < other.end && other.start < finding.end)) kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}
