// The words of codes in files that leave Samverkan and come back: read by the import as they are written by the export.
import { type ContactSubject, contactSubjects } from '@samverkan/contacts/contract';
import { type Visibility, visibilities } from '@samverkan/shared/contract';

export type Language = 'sv' | 'en';

export const subjectWords: Record<ContactSubject, Record<Language, string>> = {
  exposed_adults: { sv: 'Våldsutsatta vuxna', en: 'Adults exposed to violence' },
  exposed_children: { sv: 'Barn som upplevt våld', en: 'Children exposed to violence' },
  perpetrators: { sv: 'Våldsutövare', en: 'Perpetrators' },
  honour: { sv: 'Hedersrelaterat våld och förtryck', en: 'Honour-related violence and oppression' },
  prostitution_trafficking: { sv: 'Prostitution och människohandel', en: 'Prostitution and human trafficking' },
  sexual_violence: { sv: 'Sexuellt våld', en: 'Sexual violence' },
  sheltered_housing: { sv: 'Skyddat boende', en: 'Sheltered housing' },
  counselling: { sv: 'Stöd och rådgivning', en: 'Support and counselling' },
  elderly: { sv: 'Äldre', en: 'Older people' },
  disability: { sv: 'Funktionsnedsättning', en: 'Disability' },
  lgbtqi: { sv: 'Hbtqi', en: 'LGBTQI' },
  health_care: { sv: 'Hälso- och sjukvård', en: 'Health care' },
  justice: { sv: 'Polis och rättsväsende', en: 'Police and justice' },
  prevention: { sv: 'Våldsförebyggande arbete', en: 'Violence prevention' },
  coordination: { sv: 'Samordning', en: 'Coordination' },
};

export const visibilityWords: Record<Visibility, Record<Language, string>> = {
  own: { sv: 'Bara vi', en: 'Only us' },
  participants: { sv: 'Deltagare', en: 'Participants' },
  county: { sv: 'Länet', en: 'The county' },
  members: { sv: 'Alla anslutna', en: 'All members' },
  public: { sv: 'Alla', en: 'Everyone' },
};

/** Each code by every word it is written with. */
export const subjectsByWord = new Map(
  contactSubjects.flatMap((code) =>
    [code, subjectWords[code].sv, subjectWords[code].en].map((words): [string, ContactSubject] => [
      words.toLocaleLowerCase('sv-SE'),
      code,
    ]),
  ),
);
export const visibilitiesByWord = new Map(
  visibilities.flatMap((code) =>
    [code, visibilityWords[code].sv, visibilityWords[code].en].map((words): [string, Visibility] => [
      words.toLocaleLowerCase('sv-SE'),
      code,
    ]),
  ),
);
