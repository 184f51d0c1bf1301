// How mentions stand in a text: `@[1]` where it is kept, `@Title, Organisation` where it is written.
import type { Comment, CommentMention, MentionedFunction } from '@samverkan/comments/contract';

/** A function picked while writing. `reads` is unknown for one that was mentioned before. */
export interface Picked {
  id: string;
  label: string;
  reads?: boolean;
}

/** A piece of the text, or a mention in it; null is a function the reader does not see. */
export type Piece = { text: string } | { mention: MentionedFunction | null };

export const labelOf = ({ title, organization }: MentionedFunction): string => `${title}, ${organization.name}`;

export function piecesOf(text: string, mentions: readonly CommentMention[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(/@\[(\d{1,2})\]/g)) {
    const mention = mentions.find(({ position }) => position === Number(found[1]));
    if (!mention) continue;
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) });
    pieces.push({ mention: mention.function });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** What is being mentioned where the caret stands: from the last @ that begins a word. */
export function mentionAt(text: string, caret: number): { from: number; words: string } | null {
  const found = /(?:^|[\s(])@([^@\n[\]]{0,60})$/u.exec(text.slice(0, caret));
  return found ? { from: caret - (found[1] ?? '').length - 1, words: found[1] ?? '' } : null;
}

/** Those of the picked that still stand in the text. */
export const stillThere = (text: string, picked: readonly Picked[]): Picked[] =>
  picked.filter(({ label }) => text.includes(`@${label}`));

/** As it is sent: the picked in the order they stand, the longest name first so that none takes a part of another's. */
export function asSent(text: string, picked: readonly Picked[]): { text: string; functionIds: string[] } {
  const there = [...stillThere(text, picked)].sort((a, b) => b.label.length - a.label.length);
  const sent = there.reduce((so, { label }, at) => so.replaceAll(`@${label}`, `@[${at + 1}]`), text);
  return { text: sent.trim(), functionIds: there.map(({ id }) => id) };
}

/** As it is written: what a comment said, with names for its mentions. */
export function asWritten({ text, mentions }: Comment): { text: string; picked: Picked[] } {
  const picked = mentions.flatMap((one) =>
    one.function ? [{ id: one.function.id, label: labelOf(one.function) }] : [],
  );
  const written = piecesOf(text, mentions)
    .map((piece) => ('text' in piece ? piece.text : `@${piece.mention ? labelOf(piece.mention) : '…'}`))
    .join('');
  return { text: written, picked };
}
