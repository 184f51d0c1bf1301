import type { GuardFinding } from './text-guard';

const shelter =
  /skydda[td]e?\s+boende|skyddsboende|jourboende|jourlägenhet|kvinnojourens?\s+(hus|lägenhet|boende)|sheltered\s+housing|women'?s\s+shelter|\bshelter\b/i;

// "Storgatan 12", "Norra vägen 3 B", "Björkstigen 7": a street name and a house number.
const street =
  /(?<!\p{L})\p{L}*(?:gatan|gata|vägen|väg|stigen|stig|gränd|gränden|torget|torg|allén|allé|backen|plan|leden|esplanaden|kajen|street|road|avenue)\s+\d{1,4}(?:\s?[A-Ha-h](?!\p{L}))?/giu;

/** A street address in a text about sheltered housing: where a shelter lies is never written in Samverkan. */
export function findAddresses(text: string): GuardFinding[] {
  if (!shelter.test(text)) return [];
  return [...text.matchAll(street)].map((match) => ({
    grade: 'stop',
    code: 'text.shelter-address',
    start: match.index,
    end: match.index + match[0].length,
  }));
}
