import type { OrganizationKind } from '@samverkan/organizations/contract';
import type { SheetColumn } from '@samverkan/shared/api';

/** A party as a row of a file. */
export interface PartySheetRow {
  name: string;
  nameEn: string | null;
  kind: OrganizationKind;
  abbreviation: string | null;
  organizationNumber: string | null;
  counties: string | null;
  municipalities: string | null;
  parent: string | null;
  website: string | null;
  description: string | null;
  validFrom: string | null;
  validTo: string | null;
}

const kinds: Record<OrganizationKind, { sv: string; en: string }> = {
  county_board: { sv: 'Länsstyrelse', en: 'County administrative board' },
  municipality: { sv: 'Kommun', en: 'Municipality' },
  region: { sv: 'Region', en: 'Region' },
  national_authority: { sv: 'Nationell aktör', en: 'National body' },
  federation: { sv: 'Förbund', en: 'Federation' },
  civil_society: { sv: 'Civilsamhälle', en: 'Civil society' },
  university: { sv: 'Lärosäte', en: 'University' },
  other: { sv: 'Annan', en: 'Other' },
};

/** Headings are read back by the import of sheets: they name the columns there. */
const headings = {
  sv: [
    'Namn',
    'Engelskt namn',
    'Typ',
    'Förkortning',
    'Organisationsnummer',
    'Län',
    'Kommuner',
    'Del av',
    'Webbplats',
    'Beskrivning',
    'Finns sedan',
    'Sista dag',
  ],
  en: [
    'Name',
    'English name',
    'Kind',
    'Abbreviation',
    'Organisation number',
    'Counties',
    'Municipalities',
    'Part of',
    'Website',
    'Description',
    'Exists since',
    'Last day',
  ],
} as const;

const fields: readonly [keyof PartySheetRow, width: number][] = [
  ['name', 36],
  ['nameEn', 30],
  ['kind', 18],
  ['abbreviation', 14],
  ['organizationNumber', 20],
  ['counties', 26],
  ['municipalities', 40],
  ['parent', 30],
  ['website', 34],
  ['description', 60],
  ['validFrom', 14],
  ['validTo', 14],
];

export const partyColumns = (lang: 'sv' | 'en'): SheetColumn<PartySheetRow>[] =>
  fields.map(([field, width], at) => ({
    heading: headings[lang][at] ?? field,
    width,
    of: (row) => (field === 'kind' ? kinds[row.kind][lang] : row[field]),
  }));
