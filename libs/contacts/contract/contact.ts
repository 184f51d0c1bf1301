import { OrganizationRef } from '@samverkan/organizations/contract';
import {
  CountyCode,
  Day,
  GuardConfirmed,
  Id,
  Moment,
  MunicipalityCode,
  Visibility,
  line,
  prose,
} from '@samverkan/shared/contract';
import * as z from 'zod';
import { ContactHolder, HolderInput } from './holder';
import { ContactSubject } from './subject';

/** Who may see a function. It has no participants: that level does not apply. */
export const contactVisibilities = ['own', 'county', 'members', 'public'] as const;
export const ContactVisibility = z.enum(contactVisibilities).meta({ id: 'ContactVisibility' });
export type ContactVisibility = z.infer<typeof ContactVisibility>;

/** A function (post) as it stands in a list: what to ask it about, how to reach it, and whether it can be trusted. */
export const ContactSummary = z
  .object({
    id: Id,
    title: z.string(),
    organization: OrganizationRef,
    subjects: z.array(ContactSubject),
    /** Municipalities it serves; none means all of its counties, or the whole country where it has no county. */
    municipalityCodes: z.array(MunicipalityCode),
    countyCodes: z.array(CountyCode),
    mailbox: z.string().nullable(),
    phone: z.string().nullable(),
    visibility: Visibility,
    /** Whoever holds it now, when she is named to everybody who sees the function. */
    holderName: z.string().nullable(),
    /** Nobody holds it since that day; null while somebody does. */
    vacantSince: Day.nullable(),
    /** The latest day somebody said that all of it is right. */
    verifiedOn: Day.nullable(),
    /** Past the day it should have been confirmed again. */
    overdue: z.boolean(),
    retiredOn: Day.nullable(),
    demo: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'ContactSummary' });
export type ContactSummary = z.infer<typeof ContactSummary>;

/** What this reader may do with the function now. */
export const ContactAllowed = z
  .object({
    edit: z.boolean(),
    /** Say who holds it. */
    appoint: z.boolean(),
    changeVisibility: z.boolean(),
    retire: z.boolean(),
    restore: z.boolean(),
    /** Invite whoever holds it into its organisation. */
    invite: z.boolean(),
  })
  .meta({ id: 'ContactAllowed' });
export type ContactAllowed = z.infer<typeof ContactAllowed>;

export const ContactFunction = ContactSummary.extend({
  note: z.string(),
  /** The day it is to be confirmed again. */
  nextVerificationOn: Day,
  /** Everybody who has held it, the present ones first. */
  holders: z.array(ContactHolder),
  createdAt: Moment,
  allowed: ContactAllowed,
}).meta({ id: 'ContactFunction' });
export type ContactFunction = z.infer<typeof ContactFunction>;

const phone = line(40).regex(/^\+?[\d][\d ()\-–/]{3,38}$/, 'field.wrong-form');

/** The forms that ways to reach a function have. */
export const contactWays = { mailbox: z.email().max(254), phone };

const content = {
  /** The post, never a person: "Kvinnofridssamordnare". */
  title: line(120, 2),
  subjects: z.array(ContactSubject).max(15).default([]),
  municipalityCodes: z.array(MunicipalityCode).max(290).default([]),
  /** The function's own address, which outlives the person. */
  mailbox: z.email().max(254).nullable().default(null),
  phone: phone.nullable().default(null),
  note: prose(1000).default(''),
};

/** A new function of the acting organisation. */
export const ContactInput = z
  .strictObject({
    ...content,
    visibility: ContactVisibility,
    /** Who holds it from the start; without one it stands as vacant. */
    holder: HolderInput.nullable().default(null),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'ContactInput' });
export type ContactInput = z.infer<typeof ContactInput>;

/** Only the fields sent are changed; `If-Match` says which version they were read from. */
export const ContactChange = z
  .strictObject({
    title: content.title.optional(),
    subjects: z.array(ContactSubject).max(15).optional(),
    municipalityCodes: z.array(MunicipalityCode).max(290).optional(),
    mailbox: z.email().max(254).nullable().optional(),
    phone: phone.nullable().optional(),
    note: prose(1000).optional(),
    guardConfirmed: GuardConfirmed.optional(),
  })
  .meta({ id: 'ContactChange' });
export type ContactChange = z.infer<typeof ContactChange>;

export const ContactVisibilityInput = z
  .strictObject({ visibility: ContactVisibility })
  .meta({ id: 'ContactVisibilityInput' });
export type ContactVisibilityInput = z.infer<typeof ContactVisibilityInput>;

/** A deed that needs no more words than its name. */
export const ContactDeed = z.strictObject({}).meta({ id: 'ContactDeed' });

/** Who would see the function at each level. */
export const ContactAudience = z
  .object({
    levels: z.array(
      z.object({
        visibility: ContactVisibility,
        /** Organisations with signed-in readers that would see it; null when it is everyone. Capped at 60. */
        organizations: z.array(OrganizationRef).nullable(),
        organizationCount: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'ContactAudience' });
export type ContactAudience = z.infer<typeof ContactAudience>;

/** One change in the life of the function, newest first. Names stand in no history. */
export const ContactHistoryEntry = z
  .object({
    id: Id,
    at: Moment,
    /** `created`, `retired`, `restored`, `visibility`, `holder`, `verified`, or the changed field's name. */
    what: z.string(),
    before: z.unknown().nullable(),
    after: z.unknown().nullable(),
    organization: OrganizationRef.nullable(),
    /** Only for readers of the same organisation. */
    by: z.string().nullable(),
  })
  .meta({ id: 'ContactHistoryEntry' });
export type ContactHistoryEntry = z.infer<typeof ContactHistoryEntry>;
export const ContactHistory = z.object({ items: z.array(ContactHistoryEntry) }).meta({ id: 'ContactHistory' });
export type ContactHistory = z.infer<typeof ContactHistory>;
