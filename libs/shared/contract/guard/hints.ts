import type { GuardFinding } from './text-guard';

/** What in a text makes one person recognisable. */
export type NarrativeSign = 'name' | 'age' | 'person' | 'event' | 'place' | 'time';

const month = '(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)';
const born =
  /(?<!\p{L})(?:född|födda|f\.|födelsedatum:?|födelsedag:?|born)\s{1,3}(?:den\s)?(?:\d{1,2}\s\p{L}{3,9}\s\d{4}|\d{4}-\d{2}-\d{2}|\d{6,8}|\d{4})(?!\d)/giu;
// A birth date alone: eight digits in a row with a year that grown people and children alike are born in.
const alone = /(?<![\d\-/.:_])(?:19\d\d|200\d|201[0-5])(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d\-/.:_])/g;
const masked = /(?<!\d)(?:\d{6}|\d{8})\s?-\s?(?:[Xx*]{4}|\d{0,3}[Xx*]{1,4})/g;

const signs: Record<NarrativeSign, RegExp> = {
  name: /(?<!\p{L})\p{Lu}\p{Ll}{1,20},?\s\(?\d{1,3}\)?(?:\s?år(?!\p{L})|\s?years|\)|,)/u,
  age: /(?<![\d.,-])\d{1,3}(?:\s?år(?:\sgammal|\sold)?(?=[,.;)]|\s(?:och|som|i|från|blev|har)\s)|-årig|-year-old|\s?years\sold)/u,
  person:
    /(?<!\p{L})(?:kvinnan|mannen|flickan|pojken|dottern|sonen|modern|fadern|mamman|pappan|hustrun|sambon|maken|exmannen|ex-mannen|brukaren|klienten|patienten|hennes|hans|the\s(?:woman|man|girl|boy))(?!\p{L})/iu,
  event:
    /(?<!\p{L})(?:slog|slogs|slagit|misshandla|hotad|hotats|hotade|flydde|flytt\still|anmälde|polisanmäl|våldtog|våldtagen|våldtogs|knivh[öu]gg|ströps|strypt|placerades|omhändertogs|bortgift|beaten|assaulted|threatened|fled|raped)\p{L}*/iu,
  place: /(?<!\p{L})(?:i|på|från|vid|in|from)\s\p{Lu}\p{Ll}{2,20}/u,
  time: new RegExp(
    `(?<!\\p{L})(?:i\\s(?:går|förrgår|natt|måndags|tisdags|onsdags|torsdags|fredags|lördags|söndags|${month})|den\\s\\d{1,2}\\s${month}|förra\\s(?:veckan|månaden))(?!\\p{L})`,
    'iu',
  ),
};

const longestSentence = 600;

/** Which signs a text carries, in the order a reader meets them in the advice. Positions are not told. */
export const narrativeSigns = (text: string): NarrativeSign[] =>
  (Object.keys(signs) as NarrativeSign[]).filter((sign) =>
    sentencesOf(text).some(({ start, end }) => signs[sign].test(text.slice(start, end))),
  );

/** Signs that the text tells of one person: a birth date, a masked number, a sentence where something happened to somebody. Advice only. */
export const findHints = (text: string): GuardFinding[] => [
  ...all(text, born, 'text.birth-date'),
  ...all(text, alone, 'text.birth-date'),
  ...all(text, masked, 'text.masked-number'),
  ...sentencesOf(text)
    .filter(({ start, end }) => tellsOfSomebody(text.slice(start, end)))
    .map((sentence): GuardFinding => ({ grade: 'hint', code: 'text.case-narrative', ...sentence })),
];

/** An event, and somebody it happened to: by name and age, by age and place or time, or as "kvinnan" with place or time. */
function tellsOfSomebody(sentence: string): boolean {
  if (!signs.event.test(sentence)) return false;
  if (signs.name.test(sentence)) return true;
  const isSomewhere = signs.place.test(sentence) || signs.time.test(sentence);
  return isSomewhere && (signs.age.test(sentence) || signs.person.test(sentence));
}

/** Sentences, none longer than 600 characters: what is longer is read in pieces. */
function sentencesOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const isEnd = /[.!?\n]/.test(text.charAt(at)) && !/\d/.test(text.charAt(at + 1));
    if (!isEnd && at - start < longestSentence) continue;
    found.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found.filter((sentence) => sentence.end - sentence.start > 8);
}

const all = (text: string, pattern: RegExp, code: string): GuardFinding[] =>
  [...text.matchAll(pattern)].map((match) => ({
    grade: 'hint',
    code,
    start: match.index,
    end: match.index + match[0].length,
  }));
