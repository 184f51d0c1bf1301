import { guardText } from '@samverkan/shared/contract';
import { setImmediate as turn } from 'node:timers/promises';

/** What the text guard finds in a file, and on which page. Never the words. */
export interface FoundInText {
  /** From one. */
  page: number;
  grade: 'stop' | 'ask';
  code: string;
}

/** So much at a time: others are served in between. What lies across a border is found in the overlap. */
const piece = 20_000;
const overlap = 200;
const most = 20;

/** The first twenty places of the text that the guard stops or asks about; a place is a page and a kind. */
export async function findingsIn(pages: readonly string[]): Promise<FoundInText[]> {
  const found = new Map<string, FoundInText>();
  for (const [at, text] of pages.entries())
    for (let from = 0; from < text.length && found.size < most; from += piece) {
      for (const { grade, code } of guardText(text.slice(Math.max(0, from - overlap), from + piece)))
        if (grade !== 'hint') found.set(`${at}/${code}`, { page: at + 1, grade, code });
      await turn();
    }
  return [...found.values()];
}
