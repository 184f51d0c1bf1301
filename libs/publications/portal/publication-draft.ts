// The form's own shape of a publication, and how it becomes what the API takes.
import {
  type Publication,
  PublicationInput,
  type PublicationLanguage,
  type PublicationRef,
  type PublicationType,
  type PublicationVisibility,
} from '@samverkan/publications/contract';
import type { GuardConfirmed } from '@samverkan/shared/contract';
import * as z from 'zod';

export interface LinkDraft {
  title: string;
  address: string;
}

export interface PublicationDraft {
  title: string;
  type: PublicationType;
  series: string;
  number: string;
  dnr: string;
  isbn: string;
  issn: string;
  year: string;
  pages: string;
  language: PublicationLanguage;
  authors: string;
  summary: string;
  summaryEn: string;
  functionId: string;
  strategyId: string;
  ownerIds: string[];
  supersedes: PublicationRef[];
  reviewOn: string;
  links: LinkDraft[];
  visibility: PublicationVisibility;
}

export const emptyDraft: PublicationDraft = {
  title: '',
  type: 'report',
  series: '',
  number: '',
  dnr: '',
  isbn: '',
  issn: '',
  year: '',
  pages: '',
  language: 'sv',
  authors: '',
  summary: '',
  summaryEn: '',
  functionId: '',
  strategyId: '',
  ownerIds: [],
  supersedes: [],
  reviewOn: '',
  links: [],
  visibility: 'members',
};

export const draftOf = (one: Publication): PublicationDraft => ({
  title: one.title,
  type: one.type,
  series: one.series,
  number: one.number ?? '',
  dnr: one.dnr ?? '',
  isbn: one.isbn ?? '',
  issn: one.issn ?? '',
  year: one.year === null ? '' : String(one.year),
  pages: one.pages === null ? '' : String(one.pages),
  language: one.language,
  authors: one.authors,
  summary: one.summary,
  summaryEn: one.summaryEn,
  functionId: one.function?.id ?? '',
  strategyId: one.strategy?.id ?? '',
  ownerIds: one.owners.map(({ id }) => id),
  supersedes: one.supersedes,
  reviewOn: one.reviewOn ?? '',
  links: one.links.map(({ title, address }) => ({ title, address })),
  visibility: one.visibility as PublicationVisibility,
});

const emptied = new Set(['number', 'dnr', 'isbn', 'issn', 'functionId', 'strategyId', 'reviewOn']);
const counted = new Set(['year', 'pages']);

const sentAs = (field: string, value: unknown): [string, unknown][] => {
  if (field === 'supersedes') return [['supersedesIds', (value as PublicationRef[]).map(({ id }) => id)]];
  if (field === 'links') return [[field, (value as LinkDraft[]).filter(({ title, address }) => title || address)]];
  const empty = typeof value === 'string' && value.trim() === '';
  if (counted.has(field)) return [[field, empty ? null : Number(value)]];
  return [[field, empty && emptied.has(field) ? null : value]];
};

/** Fields as they are sent: what is empty is nothing. */
export const asSent = (draft: Partial<PublicationDraft>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(draft).flatMap(([field, value]) => sentAs(field, value)));

export const asInput = (draft: PublicationDraft, guardConfirmed: GuardConfirmed): unknown => ({
  ...asSent(draft),
  guardConfirmed: [...guardConfirmed],
});

/** The contract's schema, reading the form's shape. */
export const PublicationDraftSchema = z.preprocess((draft) => asInput(draft as PublicationDraft, []), PublicationInput);

/** What is different from before. */
export const differenceOf = (before: PublicationDraft, now: PublicationDraft): Partial<PublicationDraft> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof PublicationDraft]),
    ),
  );
