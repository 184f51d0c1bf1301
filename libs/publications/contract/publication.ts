// What a county board has published: its bibliographic facts, its files and links, and what it replaces.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { CountyCode, Day, Id, Moment, StoredFile, Visibility } from '@samverkan/shared/contract';
import * as z from 'zod';

export const publicationTypes = ['strategy', 'report', 'guide', 'leaflet', 'other'] as const;
export const PublicationType = z.enum(publicationTypes).meta({ id: 'PublicationType' });
export type PublicationType = z.infer<typeof PublicationType>;

export const publicationStatuses = ['draft', 'published', 'withdrawn'] as const;
export const PublicationStatus = z.enum(publicationStatuses).meta({ id: 'PublicationStatus' });
export type PublicationStatus = z.infer<typeof PublicationStatus>;

/** Languages publications come in, ISO 639-1; `other` is any other. */
export const publicationLanguages = ['sv', 'en', 'fi', 'se', 'ar', 'fa', 'so', 'uk', 'other'] as const;
export const PublicationLanguage = z.enum(publicationLanguages).meta({ id: 'PublicationLanguage' });
export type PublicationLanguage = z.infer<typeof PublicationLanguage>;

/** Whether a file can be read with aids, as whoever added it has found; `unknown` until somebody has looked. */
export const accessibilities = ['accessible', 'not_accessible', 'unknown'] as const;
export const FileAccessibility = z.enum(accessibilities).meta({ id: 'FileAccessibility' });
export type FileAccessibility = z.infer<typeof FileAccessibility>;

/** One text in which some words were looked for: pieces in order, those found marked. */
export const MarkedText = z.array(z.object({ text: z.string(), found: z.boolean() })).meta({ id: 'MarkedText' });
export type MarkedText = z.infer<typeof MarkedText>;

export const PublicationRef = z
  .object({ id: Id, title: z.string(), year: z.number().int().nullable(), number: z.string().nullable() })
  .meta({ id: 'PublicationRef' });
export type PublicationRef = z.infer<typeof PublicationRef>;

/** What stands in the way of replacing a publication: another that does so, and who keeps it. */
export const PublicationReplacing = PublicationRef.extend({ organization: OrganizationRef }).meta({
  id: 'PublicationReplacing',
});
export type PublicationReplacing = z.infer<typeof PublicationReplacing>;

/** Where in a publication the words of a search stand. */
export const PublicationHit = z
  .object({
    fileId: Id,
    fileTitle: z.string(),
    /** From one; of a document without pages always one. */
    page: z.number().int(),
    /** How many pages hold the words, as far as was counted. */
    pages: z.number().int(),
    marked: MarkedText,
  })
  .meta({ id: 'PublicationHit' });
export type PublicationHit = z.infer<typeof PublicationHit>;

export const PublicationSummary = z
  .object({
    id: Id,
    title: z.string(),
    type: PublicationType,
    series: z.string(),
    /** Löpnummer as printed ("2017:18"). */
    number: z.string().nullable(),
    year: z.number().int().nullable(),
    language: PublicationLanguage,
    summary: z.string(),
    summaryEn: z.string(),
    status: PublicationStatus,
    visibility: Visibility,
    /** Who keeps it here, and whose series its number belongs to. */
    organization: OrganizationRef,
    /** Everybody who owns it, the keeper among them; it is one publication however many they are. */
    owners: z.array(OrganizationRef),
    countyCodes: z.array(CountyCode),
    fileCount: z.number().int(),
    /** What has come in its place, as far as the reader may see it. */
    supersededBy: z.array(PublicationRef),
    /** The day it should have been looked over has passed. */
    stale: z.boolean(),
    /** A page whose text holds what was searched for; null else. */
    hit: PublicationHit.nullable(),
    changedAt: Moment,
    demo: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'PublicationSummary' });
export type PublicationSummary = z.infer<typeof PublicationSummary>;

export const PublicationFile = z
  .object({
    id: Id,
    /** The file's name with its ending. */
    title: z.string(),
    language: PublicationLanguage,
    accessibility: FileAccessibility,
    /** Null where the file was taken away because it named somebody. */
    file: StoredFile.extend({
      /** SHA-256 of its bytes, in hexadecimal digits. */
      sha256: z.string(),
      /** No text could be read in it, as in scanned pages: it is not found by its words. */
      unread: z.boolean(),
    }).nullable(),
    createdAt: Moment,
    version: z.number().int(),
  })
  .meta({ id: 'PublicationFile' });
export type PublicationFile = z.infer<typeof PublicationFile>;

/** A page elsewhere where the text or more about it is. */
export const PublicationLink = z
  .object({
    id: Id,
    title: z.string(),
    address: z.string(),
    /** The day from which it has not answered; for the owners alone, null for others and where it answers. */
    failingSince: Day.nullable(),
  })
  .meta({ id: 'PublicationLink' });
export type PublicationLink = z.infer<typeof PublicationLink>;

export const Publication = PublicationSummary.omit({ hit: true })
  .extend({
    dnr: z.string().nullable(),
    isbn: z.string().nullable(),
    issn: z.string().nullable(),
    pages: z.number().int().nullable(),
    /** Organisations and functions that have written it. */
    authors: z.string(),
    /** The function to ask; null where there is none, or not for this reader. */
    function: z.object({ id: Id, title: z.string() }).nullable(),
    strategy: z.object({ id: Id, title: z.string(), shortTitle: z.string() }).nullable(),
    supersedes: z.array(PublicationRef),
    files: z.array(PublicationFile),
    links: z.array(PublicationLink),
    publishedOn: Day.nullable(),
    reviewedOn: Day.nullable(),
    /** When it is to be looked over next. */
    reviewOn: Day.nullable(),
    /** Why it was withdrawn. */
    withdrawnMotive: z.string().nullable(),
    /** Who has named the reader's board an owner, and when, until it has seen to that; null else. */
    named: z.object({ by: OrganizationRef, on: Day }).nullable(),
    allowed: z.object({
      edit: z.boolean(),
      changeVisibility: z.boolean(),
      publish: z.boolean(),
      withdraw: z.boolean(),
      discard: z.boolean(),
      leave: z.boolean(),
      hideText: z.boolean(),
    }),
  })
  .meta({ id: 'Publication' });
export type Publication = z.infer<typeof Publication>;

export const PublicationHistoryEntry = z
  .object({
    id: Id,
    at: Moment,
    /** A verb, or the field that was changed. */
    what: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    organization: OrganizationRef.nullable(),
  })
  .meta({ id: 'PublicationHistoryEntry' });
export type PublicationHistoryEntry = z.infer<typeof PublicationHistoryEntry>;
export const PublicationHistory = z
  .object({ items: z.array(PublicationHistoryEntry) })
  .meta({ id: 'PublicationHistory' });
export type PublicationHistory = z.infer<typeof PublicationHistory>;
