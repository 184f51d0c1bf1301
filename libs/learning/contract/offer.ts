// Something people can learn from: what it is, whom it is for, who holds it, and when it is held.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { CountyCode, Day, Id, Moment, MunicipalityCode, Visibility } from '@samverkan/shared/contract';
import { TermCode } from '@samverkan/vocabularies/contract';
import * as z from 'zod';

export const offerKinds = ['web_course', 'web_support', 'conference', 'training_day', 'campaign'] as const;
export const OfferKind = z.enum(offerKinds).meta({ id: 'OfferKind' });
export type OfferKind = z.infer<typeof OfferKind>;

export const offerStatuses = ['draft', 'open', 'closed', 'cancelled', 'held'] as const;
export const OfferStatus = z.enum(offerStatuses).meta({ id: 'OfferStatus' });
export type OfferStatus = z.infer<typeof OfferStatus>;

/** `undo` takes the latest step back. */
export const offerVerbs = ['open', 'close', 'cancel', 'hold', 'undo'] as const;
export const OfferVerb = z.enum(offerVerbs).meta({ id: 'OfferVerb' });
export type OfferVerb = z.infer<typeof OfferVerb>;

/** A county's own word under one of the five kinds. */
export const OfferSubKind = z
  .object({
    id: Id,
    kind: OfferKind,
    name: z.string(),
    countyCode: CountyCode,
    /** It is chosen no more; what has it keeps it. */
    closed: z.boolean(),
    /** The reader may rename and close it. */
    keeps: z.boolean(),
  })
  .meta({ id: 'OfferSubKind' });
export type OfferSubKind = z.infer<typeof OfferSubKind>;
export const OfferSubKinds = z.object({ items: z.array(OfferSubKind) }).meta({ id: 'OfferSubKinds' });
export type OfferSubKinds = z.infer<typeof OfferSubKinds>;

/** Hours as they are told in Sweden, `09:30`. */
export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** So many of the seats are kept for a municipality. */
export const OfferQuota = z
  .object({ municipalityCode: MunicipalityCode, seats: z.number().int() })
  .meta({ id: 'OfferQuota' });
export type OfferQuota = z.infer<typeof OfferQuota>;

export const OfferSession = z
  .object({
    id: Id,
    day: Day,
    lastDay: Day.nullable(),
    from: Clock,
    to: Clock,
    place: z.string(),
    /** Where it is held on the web; for those who have a seat and those who hold it. */
    link: z.string(),
    /** Null where there is no end of seats. */
    seats: z.number().int().nullable(),
    quotas: z.array(OfferQuota),
    registerBy: Day.nullable(),
    /** Seats that nobody has; null where there is no end of them. */
    free: z.number().int().nullable(),
    /** How many have a seat and how many wait, for those who hold it. */
    counts: z.object({ registered: z.number().int(), waiting: z.number().int() }).nullable(),
    /** The reader's own registration. */
    own: z.enum(['registered', 'waiting']).nullable(),
    /** The reader has been ticked as having come. */
    attended: z.boolean(),
    /** It can be registered for today. */
    opens: z.boolean(),
    /** Its last hour has passed. */
    past: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'OfferSession' });
export type OfferSession = z.infer<typeof OfferSession>;

export const OfferSummary = z
  .object({
    id: Id,
    kind: OfferKind,
    subKind: z.object({ id: Id, name: z.string() }).nullable(),
    title: z.string(),
    status: OfferStatus,
    /** Who may see it when it is no longer a draft. */
    visibility: Visibility,
    /** Those who hold it together, whoever entered it first. */
    hosts: z.array(OrganizationRef),
    countyCodes: z.array(CountyCode),
    professions: z.array(TermCode),
    /** The next session that has not passed, else the latest. */
    next: z.object({ day: Day, lastDay: Day.nullable(), from: Clock, place: z.string(), past: z.boolean() }).nullable(),
    sessionCount: z.number().int(),
    changedAt: Moment,
    demo: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'OfferSummary' });
export type OfferSummary = z.infer<typeof OfferSummary>;

export const Offer = OfferSummary.extend({
  description: z.string(),
  subject: z.string(),
  /** Who gives it, where that is not one of the hosts. */
  provider: z.string(),
  link: z.string(),
  /** How many it is meant to reach. */
  reachOf: z.number().int().nullable(),
  /** That number is an estimate. */
  reachAbout: z.boolean(),
  /** Where that number comes from, in words. */
  reachSource: z.string(),
  /** The function to ask, which gets the answers to letters; null where there is none, or not for this reader. */
  function: z.object({ id: Id, title: z.string() }).nullable(),
  sessions: z.array(OfferSession),
  statusSince: Day,
  allowed: z.object({
    edit: z.boolean(),
    /** Sees who has registered, and ticks who came. */
    host: z.boolean(),
    /** Asks others to hold it too. */
    ask: z.boolean(),
    /** Leaves it to the others who hold it. */
    leave: z.boolean(),
    /** Hosts that were named without having been asked, whom the reader may take out. */
    takeOut: z.array(Id),
    verbs: z.array(OfferVerb),
  }),
}).meta({ id: 'Offer' });
export type Offer = z.infer<typeof Offer>;

export const OfferHistoryEntry = z
  .object({
    id: Id,
    at: Moment,
    /** A verb, or the field that was changed. */
    what: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    organization: OrganizationRef.nullable(),
  })
  .meta({ id: 'OfferHistoryEntry' });
export type OfferHistoryEntry = z.infer<typeof OfferHistoryEntry>;
export const OfferHistory = z.object({ items: z.array(OfferHistoryEntry) }).meta({ id: 'OfferHistory' });
export type OfferHistory = z.infer<typeof OfferHistory>;
