import { type Vocabularies, wordsByCode } from '@samverkan/vocabularies/contract';
import type { Found, FoundField, Place } from './found';
import { readPeriod } from './read-period';
import { type Hit, hitsOf } from './term-pattern';

/** Those of the county, in whose words a place is looked for. */
export interface KnownPlace {
  code: string;
  name: string;
}

const longestTitle = 100;
const wholeCounty = [
  'hela länet',
  'länets kommuner',
  'länets alla kommuner',
  'länets samtliga kommuner',
  'alla kommuner i länet',
];

/**
 * What a paragraph seems to say about an action, by plain rules: the words of the controlled lists, the county's municipalities
 * and how days are written in Swedish. Each suggestion says which words it comes from. Nothing is sent anywhere.
 */
export function readParagraph(
  text: string,
  lists: Vocabularies,
  municipalities: readonly KnownPlace[],
  today = new Date(),
): Found[] {
  const title = titleOf(text);
  const kind = bestKind(hitsOf(text, wordsByCode(lists, 'kind')), title);
  const period = readPeriod(text, today);
  return [
    ...(title ? [title] : []),
    ...(kind ? [one('kind', kind)] : []),
    ...(period ? [period] : []),
    ...placesIn(text, municipalities),
    ...hitsOf(text, wordsByCode(lists, 'targetGroup')).map((hit) => one('targetGroups', hit)),
    ...hitsOf(text, wordsByCode(lists, 'form')).map((hit) => one('forms', hit)),
    ...hitsOf(text, wordsByCode(lists, 'phase')).map((hit) => one('phases', hit)),
  ];
}

const one = (field: FoundField, { code, start, end }: Hit): Found => ({ field, values: [code], start, end });

/** The first line where it stands alone, or else the first sentence, as far as a heading goes. */
function titleOf(text: string): Found | null {
  const start = text.search(/\S/);
  if (start < 0) return null;
  const rest = text.slice(start);
  const line = /^[^\n]*/.exec(rest)?.[0] ?? '';
  const isHeading = line.length < rest.trimEnd().length && line.length <= longestTitle;
  const sentence = isHeading ? line : (/^.*?(?=[.!?](?:\s+\p{Lu}|\s*$)|\n|$)/su.exec(rest)?.[0] ?? line);
  const said = sentence.replace(/[\s.:;,!?]+$/u, '');
  const cut = said.length > longestTitle ? shortened(said) : said;
  return cut.length < 3 ? null : { field: 'title', values: [cut], start, end: start + cut.length };
}

/** Ends where a clause does, or at least between two words. */
function shortened(sentence: string): string {
  const head = sentence.slice(0, longestTitle + 1);
  const clause = /^(.{15,}?)(?:[,;:(]|\s[–-]\s|\s(?:för att|som|där|genom att|så att)\s)/su.exec(head)?.[1];
  return (clause ?? head.slice(0, Math.max(head.lastIndexOf(' '), 3))).trimEnd();
}

/** What the heading says goes before what the text mentions; of two at one place the longer word is meant. */
function bestKind(hits: Hit[], title: Place | null): Hit | undefined {
  return hits.filter(({ start }) => start < (title?.end ?? 0))[0] ?? hits[0];
}

function placesIn(text: string, municipalities: readonly KnownPlace[]): Found[] {
  const [whole] = hitsOf(text, { all: wholeCounty });
  if (whole && municipalities.length > 0) {
    return [{ ...one('municipalityCodes', whole), values: municipalities.map(({ code }) => code) }];
  }
  const terms = Object.fromEntries(municipalities.map(({ code, name }) => [code, [name, `${name}s`]]));
  return hitsOf(text, terms).map((hit) => one('municipalityCodes', hit));
}
