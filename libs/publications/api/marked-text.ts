import type { MarkedText, PublicationHit } from '@samverkan/publications/contract';

/** What PostgreSQL puts around words that were found. In no text: it is taken out of them before. */
const [starts, ends] = ['\u0002', '\u0003'];

/** A text with marks in it as pieces, so that nothing in it need ever be read as anything but text. */
export function markedText(text: string): MarkedText {
  return text
    .replace(/\s+/g, ' ')
    .split(starts)
    .flatMap((part, at) => {
      if (at === 0) return [{ text: part, found: false }];
      const [found = '', ...rest] = part.split(ends);
      return [
        { text: found, found: true },
        { text: rest.join(''), found: false },
      ];
    })
    .filter(({ text: piece }) => piece !== '');
}

export const markedHit = ({ text, ...hit }: Omit<PublicationHit, 'marked'> & { text: string }): PublicationHit => ({
  ...hit,
  marked: markedText(text),
});
