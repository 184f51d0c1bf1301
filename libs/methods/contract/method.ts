// A way of working with violence: what it is for and not for, who may use it, and what is known of whether it helps, and says who.
import { OfferKind, OfferStatus } from '@samverkan/learning/contract';
import { OrganizationRef } from '@samverkan/organizations/contract';
import { CountyCode, Day, Id, Moment, Visibility } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';

/** What the named source says of whether it helps. Never more than the source: without one it is not assessed. */
export const evidenceStates = [
  'not_assessed',
  'insufficient',
  'experience',
  'some_support',
  'support',
  'no_effect',
] as const;
export const EvidenceState = z.enum(evidenceStates).meta({ id: 'EvidenceState' });
export type EvidenceState = z.infer<typeof EvidenceState>;

/** `retired` from the day it says; until then it is published. */
export const methodStatuses = ['draft', 'published', 'retired'] as const;
export const MethodStatus = z.enum(methodStatuses).meta({ id: 'MethodStatus' });
export type MethodStatus = z.infer<typeof MethodStatus>;

export const MethodRef = z.object({ id: Id, name: z.string() }).meta({ id: 'MethodRef' });
export type MethodRef = z.infer<typeof MethodRef>;

export const MethodSummary = z
  .object({
    id: Id,
    name: z.string(),
    purpose: z.string(),
    /** Whom it is for, which violence and which phase, and who may use it: nothing chosen means no limit. */
    targetGroups: z.array(TermCode),
    forms: z.array(TermCode),
    phases: z.array(TermCode),
    professions: z.array(TermCode),
    evidenceState: EvidenceState,
    /** Who says so; empty where it is not assessed and no source is named. */
    evidenceSource: z.string(),
    trainingRequired: z.boolean(),
    /** For how many months the training counts; null where it does not run out. */
    validMonths: z.number().int().nullable(),
    status: MethodStatus,
    /** The first day it is no longer to be used; may lie ahead. */
    retiresOn: Day.nullable(),
    /** What is used instead, as far as the reader may see it. */
    replacedBy: MethodRef.nullable(),
    visibility: Visibility,
    /** The county board that keeps it. */
    organization: OrganizationRef,
    countyCodes: z.array(CountyCode),
    /** How many parties say that they use it. */
    useCount: z.number().int(),
    /** The acting party is one of them. */
    ours: z.boolean(),
    /** The day it should have been looked over has passed. */
    stale: z.boolean(),
    changedAt: Moment,
    demo: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'MethodSummary' });
export type MethodSummary = z.infer<typeof MethodSummary>;

/** A training that gives the method. */
export const MethodOffer = z
  .object({
    id: Id,
    title: z.string(),
    kind: OfferKind,
    status: OfferStatus,
    /** The first session that has not passed; null where there is none. */
    next: Day.nullable(),
  })
  .meta({ id: 'MethodOffer' });
export type MethodOffer = z.infer<typeof MethodOffer>;

export const Method = MethodSummary.extend({
  /** When it must not be used, and for whom. */
  notFor: z.string(),
  /** What the source says, in one's own words. */
  evidence: z.string(),
  evidenceLink: z.string(),
  /** The day of the source. */
  evidenceOn: Day.nullable(),
  /** Which training is needed, and who gives it. */
  training: z.string(),
  retiredMotive: z.string().nullable(),
  replaces: z.array(MethodRef),
  /** The function to ask; null where there is none, or not for this reader. */
  function: z.object({ id: Id, title: z.string() }).nullable(),
  publishedOn: Day.nullable(),
  reviewedOn: Day.nullable(),
  reviewOn: Day.nullable(),
  offers: z.array(MethodOffer),
  allowed: z.object({
    edit: z.boolean(),
    changeVisibility: z.boolean(),
    publish: z.boolean(),
    unpublish: z.boolean(),
    retire: z.boolean(),
    discard: z.boolean(),
    /** Say for one's own party that it uses it. */
    use: z.boolean(),
    hideText: z.boolean(),
  }),
}).meta({ id: 'Method' });
export type Method = z.infer<typeof Method>;

/** The methods that a training gives. */
export const OfferMethods = z
  .object({ items: z.array(MethodSummary.pick({ id: true, name: true, purpose: true, validMonths: true })) })
  .meta({ id: 'OfferMethods' });
export type OfferMethods = z.infer<typeof OfferMethods>;

export const MethodHistoryEntry = z
  .object({
    id: Id,
    at: Moment,
    /** A verb, or the field that was changed. */
    what: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    organization: OrganizationRef.nullable(),
  })
  .meta({ id: 'MethodHistoryEntry' });
export type MethodHistoryEntry = z.infer<typeof MethodHistoryEntry>;
export const MethodHistory = z.object({ items: z.array(MethodHistoryEntry) }).meta({ id: 'MethodHistory' });
export type MethodHistory = z.infer<typeof MethodHistory>;
