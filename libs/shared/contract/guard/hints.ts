import type { GuardFinding } from './text-guard';

const birthDate =
  /(?<!\p{L})(?:född|f\.|födelsedatum:?|born)\s+(?:den\s+)?(?:\d{1,2}\s+\p{L}+\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{6,8}|\d{4})(?!\d)/giu;
const masked = /(?<!\d)(?:\d{6}|\d{8})\s?-\s?(?:[Xx*]{4}|\d{0,3}[Xx*]{1,4})/g;
// A first name, an age, and something that happened to that one person.
const narrative =
  /(?<!\p{L})\p{Lu}\p{Ll}+,?\s+\(?\d{1,3}\)?(?:\s?år|\s+years)?[^.!?]{0,120}?(?:slogs?|slagit|misshandla|hotad|hotade|flydde|anmäl|våldtog|våldtagen|knivhögg|placerad|beaten|threatened|fled)\p{L}*/gu;

/** Signs that the text tells of one person: a birth date, a masked number, a name with an age and an event. Advice only. */
export function findHints(text: string): GuardFinding[] {
  return [
    ...all(text, birthDate, 'text.birth-date'),
    ...all(text, masked, 'text.masked-number'),
    ...all(text, narrative, 'text.case-narrative'),
  ];
}

const all = (text: string, pattern: RegExp, code: string): GuardFinding[] =>
  [...text.matchAll(pattern)].map((match) => ({
    grade: 'hint',
    code,
    start: match.index,
    end: match.index + match[0].length,
  }));
