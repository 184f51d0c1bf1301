// DCAT-AP-SE 3 as RDF/XML, which is what Sveriges dataportal fetches: a catalogue, its publisher, and two datasets for the country and for each county.
import type { County } from '@samverkan/geography/contract';
import { addresses, slugOf } from './addresses';
import { dataAddresses, licence } from './data-addresses';
import { document, element, said } from './xml';

/** Who gives out a county's data, and whom to write to where anybody may. */
export interface DataPublisher {
  county: County;
  name: string;
  website: string | null;
  contact: { title: string; mailbox: string } | null;
}

export interface Catalogue {
  origin: string;
  publishers: readonly DataPublisher[];
  /** When a publication was last changed. */
  changedAt: string | null;
}

interface Dataset {
  id: string;
  publisher: string;
  contact: string | null;
  title: { sv: string; en: string };
  description: { sv: string; en: string };
  landing: string;
  keywords: { sv: string; en: string };
  distributions: { id: string; title: string; address: string; format: string }[];
}

const namespaces = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:dcat': 'http://www.w3.org/ns/dcat#',
  'xmlns:foaf': 'http://xmlns.com/foaf/0.1/',
  'xmlns:vcard': 'http://www.w3.org/2006/vcard/ns#',
};
const languages = 'http://publications.europa.eu/resource/authority/language/';
const day = 'http://www.w3.org/2001/XMLSchema#date';

const to = (name: string, address: string) => element(name, { 'rdf:resource': address });
const literal = (name: string, text: string, lang?: 'sv' | 'en') =>
  element(name, lang ? { 'xml:lang': lang } : null, said(text));
const both = (name: string, { sv, en }: { sv: string; en: string }) => [
  literal(name, sv, 'sv'),
  literal(name, en, 'en'),
];
const about = (name: string, address: string, ...inside: Parameters<typeof element>[2][]) =>
  element(name, { 'rdf:about': address }, ...inside);

const together = (origin: string) => `${dataAddresses(origin).index}#lansstyrelserna`;
const agent = (origin: string, { county }: DataPublisher) =>
  `${dataAddresses(origin).index}#lansstyrelse-${county.code}`;
const contact = (origin: string, { county }: DataPublisher) => `${dataAddresses(origin).index}#kontakt-${county.code}`;

export function catalogue(given: Catalogue): string {
  const { origin, changedAt, publishers } = given;
  const here = dataAddresses(origin);
  const datasets = datasetsOf(given);
  return document(
    element(
      'rdf:RDF',
      namespaces,
      about(
        'dcat:Catalog',
        here.index,
        both('dcterms:title', {
          sv: 'Länens arbete mot mäns våld mot kvinnor',
          en: 'The work of the Swedish counties against men’s violence against women',
        }),
        both('dcterms:description', {
          sv: 'Länsstyrelsernas publikationer och länens beslutade strategier med mål, som data.',
          en: 'Publications of the county administrative boards and the decided strategies of the counties with their goals, as data.',
        }),
        to('dcterms:publisher', together(origin)),
        to('dcterms:license', licence),
        to('foaf:homepage', origin + addresses('sv').data),
        to('dcterms:language', `${languages}SWE`),
        to('dcterms:language', `${languages}ENG`),
        to('dcat:themeTaxonomy', 'http://publications.europa.eu/resource/authority/data-theme'),
        changedAt ? element('dcterms:modified', { 'rdf:datatype': day }, changedAt.slice(0, 10)) : null,
        datasets.map(({ id }) => to('dcat:dataset', id)),
      ),
      about(
        'foaf:Agent',
        together(origin),
        literal('foaf:name', 'Länsstyrelserna'),
        to('foaf:homepage', origin + addresses('sv').start),
      ),
      publishers.map((one) =>
        about(
          'foaf:Agent',
          agent(origin, one),
          literal('foaf:name', one.name),
          one.website ? to('foaf:homepage', one.website) : null,
        ),
      ),
      publishers.map(
        (one) =>
          one.contact &&
          about(
            'vcard:Organization',
            contact(origin, one),
            literal('vcard:fn', `${one.contact.title}, ${one.name}`),
            to('vcard:hasEmail', `mailto:${one.contact.mailbox}`),
          ),
      ),
      datasets.map(dataset),
      datasets.flatMap(({ distributions }) => distributions.map(distribution)),
    ),
  );
}

const dataset = (one: Dataset) =>
  about(
    'dcat:Dataset',
    one.id,
    both('dcterms:title', one.title),
    both('dcterms:description', one.description),
    to('dcterms:publisher', one.publisher),
    one.contact ? to('dcat:contactPoint', one.contact) : null,
    to('dcat:landingPage', one.landing),
    both('dcat:keyword', one.keywords),
    to('dcat:theme', 'http://publications.europa.eu/resource/authority/data-theme/SOCI'),
    to('dcterms:accessRights', 'http://publications.europa.eu/resource/authority/access-right/PUBLIC'),
    one.distributions.map(({ id }) => to('dcat:distribution', id)),
  );

const distribution = ({ id, title, address, format }: Dataset['distributions'][number]) =>
  about(
    'dcat:Distribution',
    id,
    literal('dcterms:title', title, 'sv'),
    to('dcat:accessURL', address),
    to('dcat:downloadURL', address),
    literal('dcterms:format', format),
    to('dcterms:license', licence),
  );

function datasetsOf({ origin, publishers }: Catalogue): Dataset[] {
  const here = dataAddresses(origin);
  const places = [
    {
      key: 'alla',
      sv: 'alla län',
      en: 'all counties',
      landing: origin + addresses('sv').start,
      lan: undefined,
      publisher: together(origin),
      contact: null,
    },
    ...publishers.map((one) => ({
      key: slugOf(one.county.shortName),
      sv: one.county.name,
      en: one.county.nameEn,
      landing: origin + addresses('sv').county(slugOf(one.county.shortName)),
      lan: one.county.code,
      publisher: agent(origin, one),
      contact: one.contact && contact(origin, one),
    })),
  ];
  return places.flatMap(({ key, sv, en, landing, lan, ...by }): Dataset[] => [
    {
      ...by,
      id: `${here.index}#publikationer-${key}`,
      title: { sv: `Publikationer, ${sv}`, en: `Publications, ${en}` },
      description: {
        sv: 'Titel, serie, nummer, år, sammanfattning, filer och länkar för det som länsstyrelserna har gett ut.',
        en: 'Title, series, number, year, summary, files and links of what the county administrative boards have published.',
      },
      landing,
      keywords: { sv: 'publikationer', en: 'publications' },
      distributions: [
        {
          id: `${here.index}#publikationer-${key}-json`,
          title: 'JSON',
          address: here.publications({ lan }),
          format: 'application/json',
        },
        {
          id: `${here.index}#publikationer-${key}-atom`,
          title: 'Atom',
          address: here.publicationFeed({ lan }),
          format: 'application/atom+xml',
        },
      ],
    },
    {
      ...by,
      id: `${here.index}#strategier-${key}`,
      title: { sv: `Strategier och mål, ${sv}`, en: `Strategies and goals, ${en}` },
      description: {
        sv: 'Beslutade strategier och handlingsplaner mot mäns våld mot kvinnor, med period, mål och undertecknare.',
        en: 'Decided strategies and action plans against men’s violence against women, with period, goals and signatories.',
      },
      landing,
      keywords: { sv: 'strategier', en: 'strategies' },
      distributions: [
        {
          id: `${here.index}#strategier-${key}-json`,
          title: 'JSON',
          address: here.strategies({ lan }),
          format: 'application/json',
        },
      ],
    },
  ]);
}
