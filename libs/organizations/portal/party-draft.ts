// The form's own shape of a party: what the fields hold, and how it becomes what the API takes.
import {
  type Organization,
  OrganizationChange,
  OrganizationInput,
  type OrganizationNameInput,
  type RegistrableKind,
  readOrganizationNumber,
} from '@samverkan/organizations/contract';
import { keepable } from '@samverkan/shared/contract';
import * as z from 'zod';

export interface PartyDraft {
  name: string;
  kind: RegistrableKind | '';
  nameEn: string;
  abbreviation: string;
  organizationNumber: string;
  website: string;
  description: string;
  descriptionEn: string;
  countyCodes: string[];
  municipalityCodes: string[];
  parentId: string;
  validFrom: string;
}

/** A party that stands has its names with periods, and may end. */
export interface PartyChangeDraft extends Omit<PartyDraft, 'name' | 'kind'> {
  kind: string;
  names: OrganizationNameInput[];
  validTo: string;
  successorId: string;
  /** The day from which what is written holds; empty is a correction. */
  from: string;
}

export const emptyDraft: PartyDraft = {
  name: '',
  kind: 'civil_society',
  nameEn: '',
  abbreviation: '',
  organizationNumber: '',
  website: '',
  description: '',
  descriptionEn: '',
  countyCodes: [],
  municipalityCodes: [],
  parentId: '',
  validFrom: '',
};

export const changeDraft = (party: Organization): PartyChangeDraft => ({
  kind: party.kind,
  names: party.names,
  nameEn: party.nameEn ?? '',
  abbreviation: party.abbreviation ?? '',
  organizationNumber: party.organizationNumber ?? '',
  website: party.website ?? '',
  description: party.description ?? '',
  descriptionEn: party.descriptionEn ?? '',
  countyCodes: party.countyCodes,
  municipalityCodes: party.municipalityCodes,
  parentId: party.parent?.id ?? '',
  validFrom: party.validFrom ?? '',
  validTo: party.validTo ?? '',
  successorId: party.successor?.id ?? '',
  from: '',
});

/** Empty is "not known", and an address may be written as people say it ("www.lyktan.se"). */
export const asSent = (draft: Partial<PartyDraft> | Partial<PartyChangeDraft>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(draft).map(([name, value]: [string, unknown]) => {
      if (typeof value !== 'string' || name === 'name' || name === 'kind') return [name, value];
      const text = value.trim();
      if (name === 'website' && text && !/^[a-z]+:/i.test(text)) return [name, `https://${text}`];
      return [name, text || null];
    }),
  );

export const PartyDraftSchema = z.preprocess((draft) => asSent(draft as PartyDraft), OrganizationInput);
/** Those of the nation's list have kinds that nobody registers: they are not sent, and not judged. */
export const PartyChangeSchema = z.preprocess((draft) => {
  const { kind: _kind, ...rest } = asSent(draft as PartyChangeDraft);
  return rest;
}, OrganizationChange);

/** The fields that differ from what the party says. */
export function difference(draft: PartyChangeDraft, party: Organization): Partial<PartyChangeDraft> {
  const before = changeDraft(party);
  return Object.fromEntries(
    Object.entries(draft).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof PartyChangeDraft]),
    ),
  );
}

/** What is kept as a draft. A number is kept once it is an organisation's: until then it may be somebody's own. */
export const keptParty = (draft: Partial<PartyDraft> | Partial<PartyChangeDraft>): Record<string, unknown> => {
  const { organizationNumber = '', ...rest } = draft;
  return keepable('number' in readOrganizationNumber(organizationNumber) ? draft : rest);
};
