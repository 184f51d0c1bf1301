// Numbers to try the guard with. None belongs to a person.
//
// Source: Skatteverket publishes a set of test numbers (testpersonnummer, dataportal.se dataset 6_67959; 18900101-9802, 18900118-9811 and
// 20170101-2393 are among those that open code quotes from it). The set itself is not copied here and was not fetched; what follows is
// generated in its shape: a real calendar day, a birth number of the series seen there (238, 239, 980–989), and the check digit.
// Coordination numbers have the day plus 60, as 701063-2391 that Skatteverket uses as its example.

const birthNumbers = ['238', '239', '980', '981', '982', '983', '984', '985', '986', '987', '988', '989'];

/** Luhn's digit over nine digits. */
const checkDigit = (nine: string): string => {
  const sum = [...nine].reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
};

/** Twelve digits; `day` counts from 1890-01-01 (0–46,000 reaches 2015), `series` picks the birth number. */
export function testNumber(day: number, series: number, isCoordination = false): string {
  const date = new Date(Date.UTC(1890, 0, 1) + day * 86_400_000).toISOString().slice(0, 10).split('-');
  const [year = '', month = '', dayOfMonth = ''] = date;
  const shown = isCoordination ? String(Number(dayOfMonth) + 60) : dayOfMonth;
  const nine = `${year.slice(2)}${month}${shown}${birthNumbers[series % birthNumbers.length] ?? '238'}`;
  return `${year.slice(0, 2)}${nine}${checkDigit(nine)}`;
}

const other = (digits: string, zero: number): string =>
  [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
const entities = (text: string): string => [...text].map((sign) => `&#${sign.charCodeAt(0)};`).join('');
const percent = (text: string): string =>
  [...text].map((sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');

/** Ways of writing a number that are certain: each must stop. By name, so that a miss says which. */
export const certainForms: Record<string, (twelve: string) => string> = {
  'ten with hyphen': (n) => `${n.slice(2, 8)}-${n.slice(8)}`,
  'ten with plus': (n) => `${n.slice(2, 8)}+${n.slice(8)}`,
  'twelve with hyphen': (n) => `${n.slice(0, 8)}-${n.slice(8)}`,
  'twelve bare': (n) => n,
  'twelve in a longer word': (n) => `ref${n}x`,
  'hyphen in a longer word': (n) => `akt_${n.slice(2, 8)}-${n.slice(8)}b`,
  'date with hyphens': (n) => `${n.slice(0, 4)}-${n.slice(4, 6)}-${n.slice(6, 8)}-${n.slice(8)}`,
  'date with hyphens, then space': (n) => `${n.slice(0, 4)}-${n.slice(4, 6)}-${n.slice(6, 8)} ${n.slice(8)}`,
  'date with dots': (n) => `${n.slice(0, 4)}.${n.slice(4, 6)}.${n.slice(6, 8)}.${n.slice(8)}`,
  'date with slashes': (n) => `${n.slice(0, 4)}/${n.slice(4, 6)}/${n.slice(6, 8)}/${n.slice(8)}`,
  'short date with spaces, hyphen': (n) => `${n.slice(2, 4)} ${n.slice(4, 6)} ${n.slice(6, 8)} - ${n.slice(8)}`,
  'eight and four': (n) => `${n.slice(0, 8)} ${n.slice(8)}`,
  'line break at the hyphen': (n) => `${n.slice(2, 8)}-\n${n.slice(8)}`,
  'line break in the date': (n) => `${n.slice(2, 6)}\n${n.slice(6, 8)}-${n.slice(8)}`,
  'line break in twelve': (n) => `${n.slice(0, 6)}\n${n.slice(6)}`,
  'digit by digit': (n) => [...n].join(' '),
  'digit by digit with hyphen': (n) => `${[...n.slice(2, 8)].join(' ')} - ${[...n.slice(8)].join(' ')}`,
  'spaces around the hyphen': (n) => `${n.slice(2, 8)} - ${n.slice(8)}`,
  'en dash': (n) => `${n.slice(2, 8)}\u2013${n.slice(8)}`,
  'minus sign': (n) => `${n.slice(2, 8)}\u2212${n.slice(8)}`,
  'non-breaking hyphen': (n) => `${n.slice(2, 8)}\u2011${n.slice(8)}`,
  'full-width hyphen': (n) => `${n.slice(2, 8)}\uff0d${n.slice(8)}`,
  'zero-width inside': (n) => `${n.slice(2, 5)}\u200b${n.slice(5, 8)}\u2060-\ufeff${n.slice(8)}`,
  'soft hyphens': (n) => [...n].join('\u00ad'),
  'no-break space': (n) => `${n.slice(0, 8)}\u00a0-\u00a0${n.slice(8)}`,
  'full-width digits': (n) => `${other(n.slice(2, 8), 0xff10)}-${other(n.slice(8), 0xff10)}`,
  'arabic-indic digits': (n) => `${other(n.slice(2, 8), 0x660)}-${other(n.slice(8), 0x660)}`,
  'devanagari digits': (n) => other(n, 0x966),
  'mathematical bold digits': (n) => other(n, 0x1d7ce),
  keycaps: (n) => [...n].map((digit) => `${digit}\ufe0f\u20e3`).join(''),
  entities: (n) => entities(`${n.slice(2, 8)}-${n.slice(8)}`),
  'named entity': (n) => `${n.slice(2, 8)}&ndash;${n.slice(8)}`,
  'percent-encoded': (n) => percent(`${n.slice(2, 8)}-${n.slice(8)}`),
  'percent-encoded dash': (n) => `${n.slice(2, 8)}%E2%80%93${n.slice(8)}`,
  'encoded twice': (n) => `${n.slice(2, 8)}%252D${n.slice(8)}`,
  'word of context': (n) => `personnummer: ${n.slice(2)}`,
  'short word of context': (n) => `pnr ${n.slice(2)}`,
  'in brackets': (n) => `(${n.slice(2, 8)}-${n.slice(8)})`,
};

/** Ways that are a question: ten bare digits are also every eleventh telephone number. */
export const uncertainForms: Record<string, (twelve: string) => string> = {
  'ten bare': (n) => n.slice(2),
  'six and four': (n) => `${n.slice(2, 8)} ${n.slice(8)}`,
  'ten in a longer word': (n) => `ref${n.slice(2)}x`,
  'twelve in a longer number': (n) => `7${n}7`,
};
