// What somebody without an account asks of the county board on a public page: sent when its mail address has been confirmed, and taken in as a request or answered by mail.
import { OrganizationRef } from '@samverkan/organizations/contract';
import { QuestionSubject } from '@samverkan/questions/contract';
import { CountyCode, Day, Id, Moment, MunicipalityCode, line, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { SupportForm, SupportUrgency } from './support-words';

/** The public form. `party`: a municipality of the county, or its region. */
export const SupportInquiryInput = z.strictObject({
  party: z.union([MunicipalityCode, z.literal('region')]),
  /** Unit and function in one's own words, as “enhetschef, socialtjänsten”. */
  workplace: line(200, 2),
  title: line(300, 5),
  text: prose(4000),
  form: SupportForm,
  urgency: SupportUrgency,
  replyTo: z.email().max(200),
});
export type SupportInquiryInput = z.infer<typeof SupportInquiryInput>;

/** An inquiry whose address has been confirmed, as the county board has it. */
export const SupportInquiry = z
  .object({
    id: Id,
    countyCode: CountyCode,
    /** Whom it says it is from; that it is so has not been proved. */
    party: OrganizationRef.nullable(),
    workplace: z.string(),
    title: z.string(),
    text: z.string(),
    form: SupportForm,
    urgency: SupportUrgency,
    /** Where it is answered: of those that wait, and of one that its request is asked for. */
    replyTo: z.string().nullable(),
    language: z.enum(['sv', 'en']),
    confirmedAt: Moment,
    settledAt: Moment.nullable(),
    /** The function that settled it, never a name. */
    settledBy: z.string().nullable(),
    /** The request it was taken in as, and what people quote; null while it waits and where it was answered with a no. */
    requestId: Id.nullable(),
    reference: z.string().nullable(),
    /** Why it was not taken in, as the answer said; empty where it was thrown away. */
    reason: z.string(),
  })
  .meta({ id: 'SupportInquiry' });
export type SupportInquiry = z.infer<typeof SupportInquiry>;

/** Those that wait first, then the latest settled; at most two hundred. */
export const SupportInquiries = z.object({ items: z.array(SupportInquiry) }).meta({ id: 'SupportInquiries' });
export type SupportInquiries = z.infer<typeof SupportInquiries>;

/** Takes it in as a request of the party, in hand of one of the board's functions. */
export const InquiryTaking = z
  .strictObject({
    organizationId: Id,
    subject: QuestionSubject,
    functionId: Id.nullable().default(null),
    dueOn: Day.nullable().default(null),
  })
  .meta({ id: 'InquiryTaking' });
export type InquiryTaking = z.infer<typeof InquiryTaking>;
