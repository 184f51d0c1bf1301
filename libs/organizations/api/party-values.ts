import type { OrganizationChange, OrganizationNameInput } from '@samverkan/organizations/contract';
import type { OrganizationEntity } from './organization.entity';

/** Everything of a party that can be changed, by the contract's names. */
export interface PartyValues extends Pick<
  OrganizationEntity,
  | 'kind'
  | 'nameEn'
  | 'abbreviation'
  | 'organizationNumber'
  | 'website'
  | 'description'
  | 'descriptionEn'
  | 'parentId'
  | 'validFrom'
  | 'validTo'
  | 'successorId'
  | 'checked'
> {
  names: OrganizationNameInput[];
  countyCodes: string[];
  municipalityCodes: string[];
}

export const plainFields = [
  'kind',
  'nameEn',
  'abbreviation',
  'organizationNumber',
  'website',
  'description',
  'descriptionEn',
  'parentId',
  'validFrom',
  'validTo',
  'successorId',
  'checked',
] as const;

const fields: readonly (keyof PartyValues)[] = [...plainFields, 'names', 'countyCodes', 'municipalityCodes'];
export const isPartyField = (name: string): name is keyof PartyValues => (fields as readonly string[]).includes(name);

/** Facts whose former values are kept, when a change has a day, by the column they are kept under. */
export const pastColumns: Partial<Record<keyof PartyValues, string>> = {
  kind: 'kind',
  nameEn: 'name_en',
  abbreviation: 'abbreviation',
  organizationNumber: 'organization_number',
  website: 'website',
  description: 'description',
  descriptionEn: 'description_en',
  parentId: 'parent_id',
  countyCodes: 'county_codes',
  municipalityCodes: 'municipality_codes',
};

/** Codes in order and once, names as they are written: what is the same reads the same. */
export function sentValues(change: OrganizationChange): Partial<PartyValues> {
  const { from: _from, guardConfirmed: _confirmed, ...sent } = change;
  const sorted = (codes: readonly string[]) => [...new Set(codes)].sort();
  return {
    ...sent,
    ...(sent.countyCodes ? { countyCodes: sorted(sent.countyCodes) } : {}),
    ...(sent.municipalityCodes ? { municipalityCodes: sorted(sent.municipalityCodes) } : {}),
    ...(sent.names ? { names: inOrder(sent.names) } : {}),
  };
}

/** The name of the time first, then older ones, then what people say: the order in which they are read out. */
export const inOrder = (names: readonly OrganizationNameInput[]): OrganizationNameInput[] =>
  [...names].sort(
    (a, b) =>
      a.usage.localeCompare(b.usage) ||
      (b.validTo ?? '9999').localeCompare(a.validTo ?? '9999') ||
      a.name.localeCompare(b.name, 'sv'),
  );

/** The name that holds on a day; undefined when none does. */
export const nameOn = (names: readonly OrganizationNameInput[], day: string): string | undefined =>
  names.find(
    ({ usage, validFrom, validTo }) => usage === 'name' && (validFrom ?? '') <= day && (validTo ?? '9999') >= day,
  )?.name;

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
