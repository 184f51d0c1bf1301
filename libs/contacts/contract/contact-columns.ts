// The columns of a sheet of functions: what the file that goes out calls them, and what files that come in may call them.
import { type SheetHeading, headingsReader } from '@samverkan/shared/contract';

/** Columns that a file may bring in, in the order of the template. */
export const contactColumns = [
  'organization',
  'title',
  'subjects',
  'municipalities',
  'mailbox',
  'phone',
  'holder',
  'functionOnly',
  'from',
  'to',
  'deputy',
  'visibility',
  'note',
] as const;
export type ContactColumn = (typeof contactColumns)[number];

/** The heading in each language, and other words for it. */
export const contactHeadings: Record<ContactColumn, SheetHeading> = {
  organization: {
    sv: 'Part',
    en: 'Party',
    also: ['organisation', 'organization', 'myndighet', 'verksamhet', 'förvaltning', 'aktör', 'arbetsgivare'],
  },
  title: {
    sv: 'Funktion',
    en: 'Function',
    also: ['titel', 'befattning', 'roll', 'tjänst', 'uppdrag', 'title', 'role', 'position', 'post', 'job title'],
  },
  subjects: {
    sv: 'Ämnen',
    en: 'Subjects',
    also: ['ämne', 'ämnesområde', 'ämnesområden', 'område', 'sakområde', 'subject', 'topic', 'topics', 'area'],
  },
  municipalities: {
    sv: 'Kommuner',
    en: 'Municipalities',
    also: ['kommun', 'kommunkod', 'betjänar', 'betjänade kommuner', 'ort', 'municipality', 'serves', 'places'],
  },
  mailbox: {
    sv: 'E-post',
    en: 'E-mail',
    also: [
      'epost',
      'mejl',
      'mail',
      'email',
      'e-postadress',
      'epostadress',
      'mejladress',
      'mailadress',
      'brevlåda',
      'funktionsbrevlåda',
      'mailbox',
      'email address',
    ],
  },
  phone: {
    sv: 'Telefon',
    en: 'Telephone',
    also: ['tel', 'tfn', 'telefonnummer', 'mobil', 'mobilnummer', 'växel', 'phone', 'phone number', 'mobile'],
  },
  holder: {
    sv: 'Innehavare',
    en: 'Holder',
    also: [
      'namn',
      'person',
      'kontaktperson',
      'kontakt',
      'för- och efternamn',
      'name',
      'full name',
      'contact',
      'contact person',
    ],
  },
  functionOnly: {
    sv: 'Bara funktionen visas',
    en: 'Function only',
    also: ['dolt namn', 'namn dolt', 'visa inte namn', 'endast funktion', 'skyddat namn', 'hide name', 'name hidden'],
  },
  from: {
    sv: 'Från och med',
    en: 'From',
    also: ['från', 'fr.o.m.', 'from', 'startdatum', 'start', 'tillträder', 'sedan', 'since', 'start date'],
  },
  to: {
    sv: 'Till och med',
    en: 'To',
    also: ['till', 't.o.m.', 'tom', 'slutdatum', 'slut', 'slutar', 'until', 'end', 'end date', 'last day'],
  },
  deputy: {
    sv: 'Ersättare',
    en: 'Deputy',
    also: ['vikarie', 'ställföreträdare', 'ersätts av', 'substitute', 'stand-in'],
  },
  visibility: {
    sv: 'Synlighet',
    en: 'Visibility',
    also: ['synlig för', 'visas för', 'vem ser', 'visible to', 'shown to'],
  },
  note: {
    sv: 'Bra att veta',
    en: 'Good to know',
    also: [
      'anteckning',
      'anteckningar',
      'kommentar',
      'notering',
      'övrigt',
      'beskrivning',
      'note',
      'notes',
      'comment',
      'remark',
    ],
  },
};

/** What each heading of a file stands for, or null; each column is given once, to the first that is called so. */
export const recognisedColumns = headingsReader(contactColumns, contactHeadings);
