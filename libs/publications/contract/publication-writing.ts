// What is sent to enter a publication, to change it, and to do something with it.
import { Day, GuardConfirmed, Id, Visibility, line, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { isIsbn, isIssn } from './book-numbers';
import { FileAccessibility, PublicationLanguage, PublicationType } from './publication';

/** Whom a publication can be shown to: there are no participants but its owners. */
export const publicationVisibilities = ['own', 'county', 'members', 'public'] as const;
export const PublicationVisibility = Visibility.exclude(['participants']).meta({ id: 'PublicationVisibility' });
export type PublicationVisibility = z.infer<typeof PublicationVisibility>;

const Isbn = line(20).refine(isIsbn, 'publication.isbn-unsound');
const Issn = line(9).refine(isIssn, 'publication.issn-unsound');

export const PublicationLinkInput = z
  .strictObject({ title: line(160, 3), address: z.url({ protocol: /^https?$/ }).max(600) })
  .meta({ id: 'PublicationLinkInput' });
export type PublicationLinkInput = z.infer<typeof PublicationLinkInput>;

const fields = {
  title: line(300, 3),
  type: PublicationType,
  series: line(120, 0),
  number: line(40).nullable(),
  dnr: line(60).nullable(),
  isbn: Isbn.nullable(),
  issn: Issn.nullable(),
  year: z.number().int().min(1900).max(2100).nullable(),
  pages: z.number().int().min(1).max(5000).nullable(),
  language: PublicationLanguage,
  authors: prose(600),
  summary: prose(4000),
  summaryEn: prose(4000),
  functionId: Id.nullable(),
  strategyId: Id.nullable(),
  /** County boards besides the acting one. */
  ownerIds: z.array(Id).max(21),
  /** What it replaces. */
  supersedesIds: z.array(Id).max(10),
  reviewOn: Day.nullable(),
  links: z.array(PublicationLinkInput).max(10),
};

export const PublicationInput = z
  .strictObject({
    ...fields,
    series: fields.series.default(''),
    number: fields.number.default(null),
    dnr: fields.dnr.default(null),
    isbn: fields.isbn.default(null),
    issn: fields.issn.default(null),
    year: fields.year.default(null),
    pages: fields.pages.default(null),
    language: fields.language.default('sv'),
    authors: fields.authors.default(''),
    summary: fields.summary.default(''),
    summaryEn: fields.summaryEn.default(''),
    functionId: fields.functionId.default(null),
    strategyId: fields.strategyId.default(null),
    ownerIds: fields.ownerIds.default([]),
    supersedesIds: fields.supersedesIds.default([]),
    reviewOn: fields.reviewOn.default(null),
    links: fields.links.default([]),
    visibility: PublicationVisibility.default('own'),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'PublicationInput' });
export type PublicationInput = z.infer<typeof PublicationInput>;

/** Only the fields sent are changed; `If-Match` says which version they were read from. */
export const PublicationChange = z
  .strictObject(fields)
  .partial()
  .extend({ guardConfirmed: GuardConfirmed.optional() })
  .meta({ id: 'PublicationChange' });
export type PublicationChange = z.infer<typeof PublicationChange>;

/** A deed that needs no words. */
export const PublicationDeed = z.strictObject({}).meta({ id: 'PublicationDeed' });

export const PublicationShown = z.strictObject({ visibility: PublicationVisibility }).meta({ id: 'PublicationShown' });
export type PublicationShown = z.infer<typeof PublicationShown>;

export const PublicationWithdrawal = z
  .strictObject({ motive: line(300, 3), guardConfirmed: GuardConfirmed.default([]) })
  .meta({ id: 'PublicationWithdrawal' });
export type PublicationWithdrawal = z.infer<typeof PublicationWithdrawal>;

/** It has been looked over and is right; the day to look again. */
export const PublicationReview = z.strictObject({ reviewOn: Day }).meta({ id: 'PublicationReview' });
export type PublicationReview = z.infer<typeof PublicationReview>;

/** What the uploader has been told of a file and adds it all the same. */
export const publicationConcerns = ['author', 'unread', 'numbers'] as const;
export type PublicationConcern = (typeof publicationConcerns)[number];

/** How a file is added: the body is the file as it is. */
export const PublicationFileInput = z
  .strictObject({
    /** With its ending; what kind it is is told by what is in it. */
    name: line(160),
    language: PublicationLanguage.default('sv'),
    accessibility: FileAccessibility.default('unknown'),
    /** Concerns that are accepted, with commas between. */
    accepted: z
      .string()
      .regex(/^(?:(?:author|unread|numbers)(?:,|$))*$/)
      .default(''),
  })
  .meta({ id: 'PublicationFileInput' });
export type PublicationFileInput = z.infer<typeof PublicationFileInput>;

export const PublicationFileChange = z
  .strictObject({ language: PublicationLanguage, accessibility: FileAccessibility })
  .meta({ id: 'PublicationFileChange' });
export type PublicationFileChange = z.infer<typeof PublicationFileChange>;
