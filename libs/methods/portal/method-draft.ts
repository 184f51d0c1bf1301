// The form's own shape of a method, and how it becomes what the API takes.
import { type EvidenceState, type Method, MethodInput, type MethodVisibility } from '@samverkan/methods/contract';
import type { GuardConfirmed } from '@samverkan/shared/contract';
import * as z from 'zod';
import type { OfferRef } from './offer-choice';

export interface MethodDraft {
  name: string;
  purpose: string;
  notFor: string;
  targetGroups: string[];
  forms: string[];
  phases: string[];
  professions: string[];
  evidenceState: EvidenceState;
  evidence: string;
  evidenceSource: string;
  evidenceLink: string;
  evidenceOn: string;
  trainingRequired: boolean;
  training: string;
  /** A number as it is typed. */
  validMonths: string;
  functionId: string;
  reviewOn: string;
  offers: OfferRef[];
  visibility: MethodVisibility;
}

export const emptyDraft: MethodDraft = {
  name: '',
  purpose: '',
  notFor: '',
  targetGroups: [],
  forms: [],
  phases: [],
  professions: [],
  evidenceState: 'not_assessed',
  evidence: '',
  evidenceSource: '',
  evidenceLink: '',
  evidenceOn: '',
  trainingRequired: false,
  training: '',
  validMonths: '',
  functionId: '',
  reviewOn: '',
  offers: [],
  visibility: 'members',
};

export const draftOf = (one: Method): MethodDraft => ({
  name: one.name,
  purpose: one.purpose,
  notFor: one.notFor,
  targetGroups: [...one.targetGroups],
  forms: [...one.forms],
  phases: [...one.phases],
  professions: [...one.professions],
  evidenceState: one.evidenceState,
  evidence: one.evidence,
  evidenceSource: one.evidenceSource,
  evidenceLink: one.evidenceLink,
  evidenceOn: one.evidenceOn ?? '',
  trainingRequired: one.trainingRequired,
  training: one.training,
  validMonths: one.validMonths === null ? '' : String(one.validMonths),
  functionId: one.function?.id ?? '',
  reviewOn: one.reviewOn ?? '',
  offers: one.offers.map(({ id, title }) => ({ id, title })),
  visibility: one.visibility as MethodVisibility,
});

const emptied = new Set(['functionId', 'reviewOn', 'evidenceOn']);

const sentAs = (field: string, value: unknown): [string, unknown] => {
  if (field === 'offers') return ['offerIds', (value as OfferRef[]).map(({ id }) => id)];
  const empty = typeof value === 'string' && value.trim() === '';
  if (field === 'validMonths') return [field, empty ? null : Number(value)];
  return [field, empty && emptied.has(field) ? null : value];
};

/** Fields as they are sent: what is empty is nothing. */
export const asSent = (draft: Partial<MethodDraft>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(draft).map(([field, value]) => sentAs(field, value)));

export const asInput = (draft: MethodDraft, guardConfirmed: GuardConfirmed): unknown => ({
  ...asSent(draft),
  guardConfirmed: [...guardConfirmed],
});

/** The contract's schema, reading the form's shape. */
export const MethodDraftSchema = z.preprocess((draft) => asInput(draft as MethodDraft, []), MethodInput);

/** What is different from before. */
export const differenceOf = (before: MethodDraft, now: MethodDraft): Partial<MethodDraft> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof MethodDraft]),
    ),
  );
