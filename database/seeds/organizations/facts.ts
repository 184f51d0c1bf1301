// Reads the reference files and turns each body into one row, leaving out what nobody has checked.
import * as z from 'zod';
import counties from '../reference/counties.json';
import municipalities from '../reference/municipalities.json';
import national from '../reference/national.json';
import regionNames from '../reference/region-names.json';

export interface OrganizationFact {
  key: string;
  kind: string;
  name: string;
  nameEn: string | null;
  abbreviation: string | null;
  organizationNumber: string | null;
  website: string | null;
  description: string | null;
  descriptionEn: string | null;
  countyCode: string | null;
  municipalityCode: string | null;
  parentKey: string | null;
}

export interface NameFact {
  key: string;
  name: string;
  usage: 'name' | 'registered' | 'also';
  validFrom: string | null;
  validTo: string | null;
  verification: 'verified' | 'unverified';
}

const Level = z.string().nullish();
const CountyFact = z.object({
  code: z.string(),
  countyBoard: z.object({
    name: z.string(),
    registeredName: z.string(),
    nameEn: z.string(),
    orgNumber: z.string(),
    orgNumberVerification: Level,
    website: z.string(),
    websiteVerification: Level,
  }),
  region: z.object({ name: z.string(), website: z.string(), websiteVerification: Level }),
});
const MunicipalityFact = z.object({
  code: z.string(),
  name: z.string(),
  officialName: z.string(),
  countyCode: z.string(),
  website: z.string(),
  websiteVerification: Level,
  orgNumber: z.string().nullable(),
  orgNumberVerification: Level,
});
const NationalFact = z.object({
  id: z.string(),
  nameSv: z.string(),
  registeredName: z.string().nullable(),
  nameEn: z.string(),
  abbreviation: z.string().nullable(),
  type: z.enum(['agency', 'knowledge_centre', 'university', 'county_board', 'association', 'national_coordination']),
  orgNumber: z.string().nullable(),
  orgNumberVerification: Level,
  website: z.string().nullable(),
  hostId: z.string().nullable(),
  roleSv: z.string(),
  roleEn: z.string(),
});
const FormerName = z.object({ countyCode: z.string(), name: z.string(), validTo: z.iso.date() });

const boards = z.array(CountyFact).parse(counties);
const towns = z.array(MunicipalityFact).parse(municipalities);
const bodies = z.array(NationalFact).parse(national);
const formerNames = z.array(FormerName).parse(regionNames.formerNames);

const seen = (value: string | null, level: string | null | undefined) =>
  value !== null && level === 'verified_source' ? value : null;
const notFromMemory = (value: string, level: string | null | undefined) => (level === 'from_memory' ? null : value);
const plain = { nameEn: null, abbreviation: null, organizationNumber: null, website: null, description: null };
const nowhere = { descriptionEn: null, countyCode: null, municipalityCode: null, parentKey: null };
const always = { validFrom: null, validTo: null, verification: 'verified' as const };

const nationalKinds = {
  agency: 'national_authority',
  county_board: 'national_authority',
  national_coordination: 'national_authority',
  knowledge_centre: 'national_authority',
  university: 'university',
  association: 'federation',
} as const;

export function organizationFacts(): OrganizationFact[] {
  return [...boards.flatMap(countyBodies), ...towns.map(municipality), ...bodies.map(nationalBody)];
}

export function nameFacts(): NameFact[] {
  return [
    ...boards.map(({ code, countyBoard }) => registered(`county_board:${code}`, countyBoard.registeredName)),
    ...boards.flatMap(({ code, region }) => regionPeriods(code, region.name)),
    ...towns.map(({ code, name }): NameFact => ({ ...always, key: `municipality:${code}`, name, usage: 'also' })),
    ...bodies.flatMap((body) =>
      body.registeredName && body.registeredName !== body.nameSv && body.type !== 'county_board'
        ? [registered(`national:${body.id}`, body.registeredName)]
        : [],
    ),
  ];
}

function countyBodies({ code, countyBoard, region }: z.infer<typeof CountyFact>): OrganizationFact[] {
  return [
    {
      ...plain,
      ...nowhere,
      key: `county_board:${code}`,
      kind: 'county_board',
      name: countyBoard.name,
      nameEn: countyBoard.nameEn,
      organizationNumber: seen(countyBoard.orgNumber, countyBoard.orgNumberVerification),
      website: notFromMemory(countyBoard.website, countyBoard.websiteVerification),
      countyCode: code,
    },
    {
      ...plain,
      ...nowhere,
      key: `region:${code}`,
      kind: 'region',
      name: region.name,
      website: notFromMemory(region.website, region.websiteVerification),
      countyCode: code,
    },
  ];
}

function municipality(town: z.infer<typeof MunicipalityFact>): OrganizationFact {
  return {
    ...plain,
    ...nowhere,
    key: `municipality:${town.code}`,
    kind: 'municipality',
    name: town.officialName,
    organizationNumber: seen(town.orgNumber, town.orgNumberVerification),
    website: notFromMemory(town.website, town.websiteVerification),
    countyCode: town.countyCode,
    municipalityCode: town.code,
  };
}

// Two county boards also stand among the national bodies, for an assignment that reaches the whole country. They are shown
// as that assignment, under the county board that has it, so that no county seems to have two county boards.
function nationalBody(body: z.infer<typeof NationalFact>): OrganizationFact {
  const assignment = body.type === 'county_board';
  return {
    ...nowhere,
    key: `national:${body.id}`,
    kind: hosted(body)?.type === 'university' ? 'university' : nationalKinds[body.type],
    name: assignment ? `${body.nameSv}, nationellt uppdrag` : body.nameSv,
    nameEn: assignment ? `${body.nameEn}, national assignment` : body.nameEn,
    abbreviation: body.abbreviation,
    organizationNumber: assignment ? null : seen(body.orgNumber, body.orgNumberVerification),
    website: body.website,
    description: body.roleSv,
    descriptionEn: body.roleEn,
    parentKey: assignment ? countyBoardKey(body.nameSv) : body.hostId && parentKey(body.hostId),
  };
}

const hosted = (body: z.infer<typeof NationalFact>) => bodies.find((host) => host.id === body.hostId);

function parentKey(hostId: string): string {
  const host = bodies.find((body) => body.id === hostId);
  return host?.type === 'county_board' ? countyBoardKey(host.nameSv) : `national:${hostId}`;
}

function countyBoardKey(name: string): string {
  const county = boards.find((fact) => fact.countyBoard.name === name);
  if (!county) throw new Error(`No county board is called ${name}`);
  return `county_board:${county.code}`;
}

const registered = (key: string, name: string): NameFact => ({ ...always, key, name, usage: 'registered' });

function regionPeriods(countyCode: string, present: string): NameFact[] {
  const former = formerNames.find((name) => name.countyCode === countyCode);
  if (!former) return [];
  const key = `region:${countyCode}`;
  const since = new Date(Date.parse(former.validTo) + 86_400_000).toISOString().slice(0, 10);
  return [
    { key, name: former.name, usage: 'name', validFrom: null, validTo: former.validTo, verification: 'unverified' },
    { key, name: present, usage: 'name', validFrom: since, validTo: null, verification: 'unverified' },
  ];
}
