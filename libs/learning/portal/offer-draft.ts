// The form's own shape of a training, and how it becomes what the API takes.
import { type Offer, OfferInput, type OfferKind } from '@samverkan/learning/contract';
import type { GuardConfirmed, Visibility } from '@samverkan/shared/contract';
import * as z from 'zod';

export interface OfferDraft {
  kind: OfferKind;
  subKindId: string;
  title: string;
  description: string;
  subject: string;
  provider: string;
  link: string;
  functionId: string;
  professions: string[];
  /** Those to be asked; who holds it already is not among them. */
  hostIds: string[];
  /** A number as it is typed. */
  reachOf: string;
  reachAbout: boolean;
  reachSource: string;
  visibility: Visibility;
}

export const emptyDraft: OfferDraft = {
  kind: 'training_day',
  subKindId: '',
  title: '',
  description: '',
  subject: '',
  provider: '',
  link: '',
  functionId: '',
  professions: [],
  hostIds: [],
  reachOf: '',
  reachAbout: false,
  reachSource: '',
  visibility: 'members',
};

export const draftOf = (one: Offer): OfferDraft => ({
  kind: one.kind,
  subKindId: one.subKind?.id ?? '',
  title: one.title,
  description: one.description,
  subject: one.subject,
  provider: one.provider,
  link: one.link,
  functionId: one.function?.id ?? '',
  professions: [...one.professions],
  hostIds: [],
  reachOf: one.reachOf === null ? '' : String(one.reachOf),
  reachAbout: one.reachAbout,
  reachSource: one.reachSource,
  visibility: one.visibility,
});

const emptied = new Set(['subKindId', 'functionId']);

const sentValue = (field: string, value: unknown): unknown => {
  if (field === 'reachOf') return value === '' ? null : Number(value);
  return value === '' && emptied.has(field) ? null : value;
};

/** Fields as they are sent: what is empty is nothing. */
export const asSent = (draft: Partial<OfferDraft>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, sentValue(field, value)]));

export const asInput = (draft: OfferDraft, guardConfirmed: GuardConfirmed): unknown => ({
  ...asSent(draft),
  guardConfirmed: [...guardConfirmed],
});

/** The contract's schema, reading the form's shape. */
export const OfferDraftSchema = z.preprocess((draft) => asInput(draft as OfferDraft, []), OfferInput);

/** What is different from before. */
export const differenceOf = (before: OfferDraft, now: OfferDraft): Partial<OfferDraft> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof OfferDraft]),
    ),
  );
