// Disguises taken off: entities and percent-encoding, full-width and foreign digits, zero-width characters, odd dashes and spaces.
const invisible = /[\p{Cf}\p{Mn}\p{Me}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/u;
const dash = /[\p{Pd}\u2043\u2212\u2500\u2501\u23af\u2796\u30fc\uff70\u02d7\u06d4]/u;
const plus = /[\uff0b\ufe62\u2795\u207a\u208a]/;
const space = /\s/;
const entity = /&(?:amp;){0,3}(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;
const percent = /(?:%(?:25){0,3}[0-9a-fA-F]{2}){1,4}/y;

const named: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  hyphen: '-',
  dash: '-',
  minus: '-',
  ndash: '-',
  mdash: '-',
  plus: '+',
  period: '.',
  colon: ':',
  sol: '/',
  lowbar: '_',
  quot: '"',
  amp: '&',
};

/** The normal form and the way back: `origin(i)` is the place in the given text where the normal form's place `i` came from. */
export interface Normalised {
  text: string;
  origin(position: number): number;
}

/** NFKC character by character, so that positions can be led back to the text the writer sees. Line breaks stay line breaks. */
export function normalise(given: string): Normalised {
  const pieces: string[] = [];
  const origins: number[] = [];
  let at = 0;
  while (at < given.length) {
    const { plain, length } = readAt(given, at);
    for (let i = 0; i < plain.length; i++) origins.push(at);
    pieces.push(plain);
    at += length;
  }
  origins.push(at);
  return { text: pieces.join(''), origin: (position) => origins[position] ?? at };
}

/** What stands at a place, undisguised, and how many characters of the given text it takes up. */
function readAt(given: string, at: number): { plain: string; length: number } {
  const code = given.charCodeAt(at);
  if (code === 0x26 || code === 0x25)
    return decoded(given, at, code === 0x26) ?? { plain: given.charAt(at), length: 1 };
  if (code < 0x80) return { plain: code === 0x09 ? ' ' : given.charAt(at), length: 1 };
  const character = String.fromCodePoint(given.codePointAt(at) ?? code);
  return { plain: plainly(character), length: character.length };
}

function decoded(given: string, at: number, isEntity: boolean): { plain: string; length: number } | undefined {
  const pattern = isEntity ? entity : percent;
  pattern.lastIndex = at;
  const match = pattern.exec(given);
  if (!match) return undefined;
  const [whole, decimalCode, hexCode, name] = match;
  if (!isEntity) return percentDecoded(whole);
  const character = name === undefined ? byCode(decimalCode ?? '', hexCode ?? '') : named[name];
  return character === undefined ? undefined : { plain: [...character].map(plainly).join(''), length: whole.length };
}

const byCode = (decimalCode: string, hexCode: string): string | undefined => {
  const code = hexCode ? parseInt(hexCode, 16) : Number(decimalCode);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
};

/** One character of percent-encoded UTF-8: one to four bytes. */
function percentDecoded(run: string): { plain: string; length: number } | undefined {
  const bytes = [...run.matchAll(/%(?:25){0,3}([0-9a-fA-F]{2})/g)];
  for (let count = 1; count <= bytes.length; count++) {
    try {
      const text = decodeURIComponent(
        bytes
          .slice(0, count)
          .map((byte) => `%${byte[1] ?? ''}`)
          .join(''),
      );
      const length = bytes.slice(0, count).reduce((sum, byte) => sum + byte[0].length, 0);
      return { plain: [...text].map(plainly).join(''), length };
    } catch {
      // Not yet a whole character.
    }
  }
  return undefined;
}

function plainly(character: string): string {
  if (invisible.test(character)) return '';
  if (dash.test(character)) return '-';
  if (plus.test(character)) return '+';
  if (character === '\u2028' || character === '\u2029') return '\n';
  if (space.test(character)) return character === '\n' || character === '\r' ? character : ' ';
  const folded = character.normalize('NFKC');
  // A letter with its accent apart would be two characters; what does not get shorter or plainer stays whole.
  return [...folded].map(decimal).join('');
}

/** Digits of other scripts (Arabic, Devanagari …) as 0–9: Unicode lays each set out as ten in a row. */
function decimal(character: string): string {
  if (!/^\p{Nd}$/u.test(character) || /^[0-9]$/.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}
