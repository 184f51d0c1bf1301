import { OrganizationRef } from '@samverkan/organizations/contract';
import { GuardConfirmed, Id, Moment, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { ContactSummary } from './contact';

/** What a reader says is wrong with a function. */
export const contactFaults = ['mailbox', 'phone', 'holder', 'places', 'gone', 'other'] as const;
export const ContactFault = z.enum(contactFaults).meta({ id: 'ContactFault' });
export type ContactFault = z.infer<typeof ContactFault>;

export const ContactReportInput = z
  .strictObject({
    what: z.array(ContactFault).min(1).max(6),
    /** May be empty: what is wrong is often enough. */
    text: prose(500).default(''),
    guardConfirmed: GuardConfirmed.default([]),
  })
  .meta({ id: 'ContactReportInput' });
export type ContactReportInput = z.infer<typeof ContactReportInput>;

/** "Stämmer inte", as those who keep the function meet it. */
export const ContactReport = z
  .object({ id: Id, at: Moment, organization: OrganizationRef, what: z.array(ContactFault), text: z.string() })
  .meta({ id: 'ContactReport' });
export type ContactReport = z.infer<typeof ContactReport>;

/** Those not dealt with; empty for whoever neither keeps the function nor has reported anything. */
export const ContactReports = z.object({ items: z.array(ContactReport) }).meta({ id: 'ContactReports' });
export type ContactReports = z.infer<typeof ContactReports>;

/** The code of a letter that asks whether all is right. */
export const ContactCode = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) }).meta({ id: 'ContactCode' });
export type ContactCode = z.infer<typeof ContactCode>;

/** What the letter is about, for whoever has its code. Never who holds it. */
export const ContactAsked = ContactSummary.omit({ holderName: true, vacantSince: true, version: true }).meta({
  id: 'ContactAsked',
});
export type ContactAsked = z.infer<typeof ContactAsked>;
