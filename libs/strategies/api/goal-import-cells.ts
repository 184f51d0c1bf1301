// What the words of a cell mean in a sheet of goals: pure, so that every rule can be tried without a database.
import { fold, partsOf } from '@samverkan/shared/api';
import type { GoalKind } from '@samverkan/strategies/contract';

/** A cell's code when it cannot be read. */
export class CellFault {
  constructor(readonly code: string) {}
}

export interface FrameOfGoals {
  id: string;
  /** Its short name, as files that go out have it. */
  name: string;
  /** What it may be called, folded. */
  names: readonly string[];
  goals: readonly { id: string; number: string; title: string }[];
}

const dotted = String.raw`\d{1,3}(?:\.\d{1,3})*`;
const numberAlone = new RegExp(`^(?:(?:mål|delmål|åtgärd|goal|measure)\\s+)?(${dotted})\\.?$`, 'iu');
const numberFirst = new RegExp(
  `^(?:(?:mål|delmål|åtgärd|goal|measure)\\s+(${dotted})[.:)]?|(${dotted})[.)]|(\\d{1,3}(?:\\.\\d{1,3})+))\\s+(?=\\S)`,
  'iu',
);

/** "2.1", "Mål 2", "2." as "2.1", "2", "2"; null when it is no number. */
export const numberIn = (text: string): string | null => numberAlone.exec(text)?.[1] ?? null;

/** A heading that begins with its number ("1. Förebygga", "Mål 2: Skydda") as its number and its words. */
export function numbered(text: string): { number: string | null; words: string } {
  const found = numberFirst.exec(text);
  if (!found) return { number: null, words: text };
  return { number: found[1] ?? found[2] ?? found[3] ?? null, words: text.slice(found[0].length).trim() };
}

export function kindIn(text: string): GoalKind | CellFault {
  if (/^(mål|delmål|huvudmål|inriktningsmål|goal|objective|m)$/.test(fold(text))) return 'goal';
  if (/^(åtgärd|aktivitet|insats|measure|activity|å)$/.test(fold(text))) return 'measure';
  return new CellFault('import.not-a-kind');
}

export function levelIn(text: string): number | CellFault {
  const level = /^(?:nivå|level)?\s*([1-9])$/i.exec(text.trim())?.[1];
  return level ? Number(level) : new CellFault('import.not-a-level');
}

/** One on each line of the cell, or parted by semicolons; a mark that leads a line is no part of it. */
export const listIn = (text: string): string[] => [
  ...new Set(partsOf(text, /[;\n\r]+/).map((part) => part.replace(/^[-–•*]\s+/, ''))),
];

/**
 * National goals by frame and number ("Nationella strategin 2017–2026: 1, 3; Jämställdhetsmålen: 6"), or by their wording. Numbers alone
 * are of the frame named before them, else of the one the draft implements.
 */
export function servesIn(
  text: string,
  frames: readonly FrameOfGoals[],
  implemented: readonly string[],
): string[] | CellFault {
  const own = frames.filter(({ id }) => implemented.includes(id));
  let frame = own.length === 1 ? own[0] : frames.length === 1 ? frames[0] : undefined;
  const ids: string[] = [];
  for (const part of partsOf(text, /[;\n\r]+/)) {
    const { name, numbers } = framed(part);
    if (name) {
      const called = calledSo(frames, name);
      if (called.length > 1) return new CellFault('import.which-frame');
      if (called.length === 0 && numbers) return new CellFault('import.unknown-frame-goal');
      if (called[0] && numbers) frame = called[0];
    }
    if (!numbers) {
      const worded = frames.flatMap(({ goals }) => goals.filter(({ title }) => fold(title) === fold(part)));
      if (worded.length !== 1) return new CellFault('import.unknown-frame-goal');
      ids.push(...worded.map(({ id }) => id));
      continue;
    }
    if (!frame) return new CellFault('import.which-frame');
    for (const number of numbers) {
      const goal = frame.goals.find((one) => one.number === number);
      if (!goal) return new CellFault('import.unknown-frame-goal');
      ids.push(goal.id);
    }
  }
  return [...new Set(ids)];
}

function framed(part: string): { name: string; numbers: string[] | null } {
  const found = /^(?:(.*?)\s*(?::|\bmål\b|\bgoals?\b):?\s*)?(\d[\d.]*(?:\s*(?:,|och|and)\s*\d[\d.]*)*)$/iu.exec(part);
  if (!found) return { name: part, numbers: null };
  return { name: found[1] ?? '', numbers: partsOf(found[2] ?? '', /,|och|and/).map((one) => one.replace(/\.$/, '')) };
}

function calledSo(frames: readonly FrameOfGoals[], name: string): FrameOfGoals[] {
  const wanted = fold(name);
  const exact = frames.filter(({ names }) => names.includes(wanted));
  if (exact.length > 0 || wanted.length < 4) return exact;
  return frames.filter(({ names }) => names.some((one) => one.includes(wanted)));
}
