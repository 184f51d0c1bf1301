/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** A text cut where a word in it begins with one of the words looked for, or with its first letters as its other forms do. */
export function marked(text: string, q: string): Piece[] {
  const words = q
    .toLocaleLowerCase('sv-SE')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
  if (words.length === 0) return [{ text, hit: false }];
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map((piece) => ({ text: piece, hit: words.some((word) => begins(piece.toLocaleLowerCase('sv-SE'), word)) }));
}

/** `jämställdheten` answers to `jämställdhet` and the other way round: a word of six letters and more may lose two at its end. */
const begins = (piece: string, word: string) =>
  piece.startsWith(word) || (word.length >= 6 && piece.startsWith(word.slice(0, -2)));
