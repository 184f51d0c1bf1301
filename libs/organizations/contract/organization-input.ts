import { CountyCode, Day, GuardConfirmed, Id, MunicipalityCode, line, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { nameUsages } from './organization';
import { OrganizationNumber } from './organization-number';

/** Kinds that can be registered: county boards, regions and municipalities are the nation's own list. */
export const registrableKinds = ['civil_society', 'national_authority', 'federation', 'university', 'other'] as const;
export const RegistrableKind = z.enum(registrableKinds).meta({ id: 'RegistrableKind' });
export type RegistrableKind = z.infer<typeof RegistrableKind>;

export const OrganizationNameInput = z
  .strictObject({
    name: line(160, 2),
    usage: z.enum(nameUsages),
    validFrom: Day.nullable(),
    validTo: Day.nullable(),
    verification: z.enum(['verified', 'unverified']).default('unverified'),
  })
  .refine(
    ({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo,
    'organization.name-ends-before-it-begins',
  )
  .meta({ id: 'OrganizationNameInput' });
export type OrganizationNameInput = z.infer<typeof OrganizationNameInput>;

/** Names of one party: at most one is its name on a day, and no name stands twice in the same use. */
const Names = z
  .array(OrganizationNameInput)
  .min(1)
  .max(40)
  .refine(
    (names) => new Set(names.map(({ name, usage }) => `${usage} ${name}`)).size === names.length,
    'organization.name-twice',
  )
  .refine((names) => {
    const periods = names
      .filter(({ usage }) => usage === 'name')
      .sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
    const isApart = (one: OrganizationNameInput, next: OrganizationNameInput | undefined) =>
      !next || (one.validTo !== null && next.validFrom !== null && one.validTo < next.validFrom);
    return periods.every((one, at) => isApart(one, periods[at + 1]));
  }, 'organization.names-overlap');

const facts = {
  nameEn: line(160, 2).nullable(),
  abbreviation: line(40).nullable(),
  organizationNumber: OrganizationNumber.nullable(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
  /** What the party does, for everybody to read. */
  description: prose(2000).nullable(),
  descriptionEn: prose(2000).nullable(),
  /** Counties it works in; none means the whole country. */
  countyCodes: z.array(CountyCode).max(21),
  /** Municipalities it works in, when not the whole of its counties. */
  municipalityCodes: z.array(MunicipalityCode).max(290),
  parentId: Id.nullable(),
  validFrom: Day.nullable(),
};

/** A new party. It is registered under its present name; older names are added afterwards. */
export const OrganizationInput = z
  .strictObject({
    name: line(160, 2),
    kind: RegistrableKind,
    nameEn: facts.nameEn.default(null),
    abbreviation: facts.abbreviation.default(null),
    organizationNumber: facts.organizationNumber.default(null),
    website: facts.website.default(null),
    description: facts.description.default(null),
    descriptionEn: facts.descriptionEn.default(null),
    countyCodes: facts.countyCodes.default([]),
    municipalityCodes: facts.municipalityCodes.default([]),
    parentId: facts.parentId.default(null),
    validFrom: facts.validFrom.default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'OrganizationInput' });
export type OrganizationInput = z.infer<typeof OrganizationInput>;

/** The fields to change; what is not sent stays. */
export const OrganizationChange = z
  .strictObject({
    ...facts,
    kind: RegistrableKind,
    names: Names,
    /** Its last day. */
    validTo: Day.nullable(),
    /** Who took over when it ended ("ersätts av"). Needs its last day. */
    successorId: Id.nullable(),
  })
  .partial()
  .extend({
    /** The day from which the new values hold; what was before is kept as what it was. Null, or not sent: a correction. Never a day to come. */
    from: Day.nullable().optional(),
    guardConfirmed: GuardConfirmed.optional(),
  })
  .meta({ id: 'OrganizationChange' });
export type OrganizationChange = z.infer<typeof OrganizationChange>;

/** Facts that are checked against a source, each on its own. */
export const checkableFacts = [
  'kind',
  'nameEn',
  'abbreviation',
  'organizationNumber',
  'website',
  'description',
  'descriptionEn',
  'countyCodes',
  'municipalityCodes',
  'parentId',
  'validFrom',
  'validTo',
  'successorId',
] as const;
export const CheckableFact = z.enum(checkableFacts).meta({ id: 'CheckableFact' });
export type CheckableFact = z.infer<typeof CheckableFact>;

/** "Jag har kontrollerat de här uppgifterna mot en källa" (or takes it back). Names have their own state among the names. */
export const OrganizationCheck = z
  .strictObject({ facts: z.array(CheckableFact).min(1).max(checkableFacts.length), checked: z.boolean() })
  .meta({ id: 'OrganizationCheck' });
export type OrganizationCheck = z.infer<typeof OrganizationCheck>;

/** An empty body: the deed is in the address. */
export const OrganizationUndo = z.strictObject({}).meta({ id: 'OrganizationUndo' });

/** What a new party is to be called, to be compared with those that are there. */
export const DuplicateQuery = z
  .strictObject({ name: line(160, 2), organizationNumber: OrganizationNumber.optional() })
  .meta({ id: 'DuplicateQuery' });
export type DuplicateQuery = z.infer<typeof DuplicateQuery>;
