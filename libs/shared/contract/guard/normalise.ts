// Disguises taken off: full-width digits, zero-width characters, odd dashes and spaces.
const invisible = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/;
const dash = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d\u2500\u30fc]/;
const space = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/;

/** The normal form and the way back: `origin(i)` is the place in the given text where the normal form's place `i` came from. */
export interface Normalised {
  text: string;
  origin(position: number): number;
}

/** NFKC character by character, so that positions can be led back to the text the writer sees. */
export function normalise(given: string): Normalised {
  let text = '';
  const origins: number[] = [];
  let at = 0;
  for (const character of given) {
    if (!invisible.test(character)) {
      const plain = dash.test(character) ? '-' : space.test(character) ? ' ' : decimal(character.normalize('NFKC'));
      for (let i = 0; i < plain.length; i++) origins.push(at);
      text += plain;
    }
    at += character.length;
  }
  origins.push(at);
  return { text, origin: (position) => origins[position] ?? at };
}

/** Digits of other scripts (Arabic, Devanagari …) as 0–9: Unicode lays each set out as ten in a row. */
function decimal(character: string): string {
  if (!/^\p{Nd}$/u.test(character) || /^[0-9]$/.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}
