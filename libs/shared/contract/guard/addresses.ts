import type { GuardFinding } from './text-guard';

const shelter =
  /skydda(?:t|de?)\s{1,3}(?:boende|adress)|skyddsboende|jourboende|jourlägenhet|skyddslägenhet|kvinnohus|kvinno(?:jour|fridsjour)(?:en)?s?\s{1,3}(?:hus|lägenhet|boende|adress)|akutboende|skyddad\s{1,3}vistelse|sheltered\s{1,3}(?:housing|accommodation)|women['’]?s\s{1,3}(?:shelter|refuge)|\bshelter\b|\brefuge\b/i;

// "Storgatan 12", "Norra vägen 3 B", "Björkstigen 7-9": a street name and a house number. Bounded, so that no text makes it slow.
const street =
  /(?<!\p{L})\p{L}{0,40}(?:gatan|gata|vägen|stigen|gränden|gränd|torget|allén|allé|esplanaden|kajen|boulevarden|street|avenue)(?:\s{1,3}|\s{0,2}nr\.?\s{0,2})\d{1,3}(?!\d)(?:\s?[-–]\s?\d{1,3}(?!\d))?(?:\s?[A-Ha-h](?![\p{L}\p{N}]))?/giu;
// Endings that are words of the work too (handlingsplan 2022, väg 90, leden 3) count only in a name: "Skolbacken 4", "Ringvägs plan 2".
const named =
  /(?<!\p{L})\p{Lu}\p{Ll}{2,40}(?:väg|stig|torg|backen|platsen|leden|stråket|liden|slingan|svängen|ringen|promenaden|road|lane)\s{1,3}\d{1,3}(?!\d)(?:\s?[A-Ha-h](?![\p{L}\p{N}]))?/gu;
// "872 30 Kramfors": a postal code with its town.
const postal = /(?<![\d\-\u2013])(?:SE?[-\s])?[1-9]\d{2}\s\d{2}\s{1,3}\p{Lu}\p{Ll}{2,30}/gu;
// "Kramfors Näsland 3:12": a property.
const property = /(?<!\p{L})\p{Lu}\p{Ll}{2,30}\s\p{Lu}\p{Ll}{2,30}\s\d{1,3}:\d{1,4}(?!\d)/gu;

/** The text is about sheltered housing, in Swedish or English. */
export const isAboutShelter = (text: string): boolean => shelter.test(text);

/** A street address, a postal address or a property: where a shelter lies is never written in Samverkan. */
export const findAddresses = (text: string): GuardFinding[] =>
  [street, named, postal, property].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      grade: 'stop' as const,
      code: 'text.shelter-address',
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
