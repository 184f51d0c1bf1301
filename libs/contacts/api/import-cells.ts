// What the words of a cell mean: pure, so that every rule can be tried without a database.
import type { ContactSubject } from '@samverkan/contacts/contract';
import { CellFault, type SheetCell, fold, partsOf, textOf } from '@samverkan/shared/api';
import { subjectsByWord, visibilitiesByWord } from './contact-words';

/** Subjects by name, code or another word for it, as the search knows them (`synonyms`: the words of each). */
export function subjectsIn(
  text: string,
  synonyms: ReadonlyMap<ContactSubject, ReadonlySet<string>>,
): ContactSubject[] | CellFault {
  const found = partsOf(text, /[;,\n]/).map((word): ContactSubject | null => {
    const exact = subjectsByWord.get(fold(word));
    if (exact) return exact;
    const parts = fold(word)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part.length > 2);
    const meant = [...synonyms].filter(([, words]) => parts.length > 0 && parts.every((part) => words.has(part)));
    return meant.length === 1 ? (meant[0]?.[0] ?? null) : null;
  });
  return found.includes(null) ? new CellFault('import.unknown-subject') : [...new Set(found as ContactSubject[])];
}

export function yesOrNo(text: string): boolean | CellFault {
  if (['', 'nej', 'no', 'n', '0', 'false', 'falskt'].includes(fold(text))) return false;
  if (['ja', 'yes', 'j', 'y', 'x', '1', 'true', 'sant'].includes(fold(text))) return true;
  return new CellFault('import.not-yes-or-no');
}

export function visibilityIn(text: string): 'own' | 'county' | 'members' | 'public' | CellFault {
  const level = visibilitiesByWord.get(fold(text));
  return level === undefined || level === 'participants' ? new CellFault('import.unknown-visibility') : level;
}

/** A spreadsheet that takes a telephone number for a number drops its first nought. */
export const phoneIn = (cell: SheetCell | undefined): string =>
  typeof cell === 'number' ? (/^46\d{7,10}$/.test(String(cell)) ? `+${cell}` : `0${cell}`) : textOf(cell);

export const mailboxIn = (text: string): string => text.replace(/^mailto:/i, '').toLowerCase();
