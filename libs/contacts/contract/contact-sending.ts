import { OrganizationRef } from '@samverkan/organizations/contract';
import { GuardConfirmed, Id, Moment, line, pageFields, pageOf, prose } from '@samverkan/shared/contract';
import * as z from 'zod';
import { mostRecipients } from './contact-recipients';

/** Letters of one message. */
export const mostLetters = 500;
/** Messages that one person sends in a day. */
export const mostSendingsADay = 10;

const message = {
  /** The functions it is for; each is read again under the sender's rights. */
  functionIds: z.array(Id).min(1).max(mostRecipients),
  /** The acting organisation's own function whose mailbox gets the answers. Others can see it, and it has a mailbox. */
  replyTo: Id,
  subject: line(120, 3),
  text: prose(8000).min(1),
  guardConfirmed: GuardConfirmed.default([]),
};

/** A message as it is written: whom it would reach and how it would arrive. */
export const ContactSendingPreviewInput = z.strictObject(message).meta({ id: 'ContactSendingPreviewInput' });
export type ContactSendingPreviewInput = z.infer<typeof ContactSendingPreviewInput>;

/** Sends it. 409 `sending.recipients-changed` where it would reach another number of mailboxes than was confirmed: nothing is sent. */
export const ContactSendingInput = z
  .strictObject({ ...message, recipients: z.number().int().min(1).max(mostRecipients) })
  .meta({ id: 'ContactSendingInput' });
export type ContactSendingInput = z.infer<typeof ContactSendingInput>;

/** Sends it once more to those it did not reach; their number is confirmed in the same way. */
export const ContactSendingAgainInput = z
  .strictObject({ recipients: z.number().int().min(1).max(mostRecipients) })
  .meta({ id: 'ContactSendingAgainInput' });
export type ContactSendingAgainInput = z.infer<typeof ContactSendingAgainInput>;

/** The letter as the first of them gets it. The codes in its links are left out. */
export const ContactSendingPreview = z
  .object({
    /** Mailboxes it reaches. */
    recipients: z.number().int(),
    /** Mailboxes left out because they say no thanks. */
    declined: z.number().int(),
    from: z.string(),
    to: z.string(),
    replyTo: z.string(),
    subject: z.string(),
    text: z.string(),
  })
  .meta({ id: 'ContactSendingPreview' });
export type ContactSendingPreview = z.infer<typeof ContactSendingPreview>;

const summary = {
  id: Id,
  sentAt: Moment,
  /** Who sent it; null where the account is gone. */
  sentBy: z.string().nullable(),
  /** Null once its words have served their time (a year). */
  subject: z.string().nullable(),
  recipients: z.number().int(),
  /** On the way, taken by the mail server, and not. */
  waiting: z.number().int(),
  sent: z.number().int(),
  failed: z.number().int(),
  declined: z.number().int(),
};

export const ContactSendingSummary = z.object(summary).meta({ id: 'ContactSendingSummary' });
export type ContactSendingSummary = z.infer<typeof ContactSendingSummary>;

export const ContactSendingQuery = z.strictObject(pageFields).meta({ id: 'ContactSendingQuery' });
export type ContactSendingQuery = z.infer<typeof ContactSendingQuery>;

export const ContactSendingPage = pageOf(ContactSendingSummary, 'ContactSendingPage');
export type ContactSendingPage = z.infer<typeof ContactSendingPage>;

/** What became of the letter to one mailbox, with the functions that share it as far as the reader sees them. */
export const ContactSendingOutcome = z
  .object({
    mailbox: z.string().nullable(),
    state: z.enum(['waiting', 'sent', 'failed']),
    /** `refused`: the mail server will not take it · `expired`: it could not be reached in a day · `hidden`: it was stopped when the message was hidden. */
    reason: z.enum(['refused', 'expired', 'hidden']).nullable(),
    functions: z.array(z.object({ id: Id, title: z.string(), organization: OrganizationRef })),
  })
  .meta({ id: 'ContactSendingOutcome' });
export type ContactSendingOutcome = z.infer<typeof ContactSendingOutcome>;

/** A message that was sent: what it said, and how it went. */
export const ContactSending = z
  .object({
    ...summary,
    text: z.string().nullable(),
    replyTo: z.string().nullable(),
    /** The sending of which this is another try, and the one that is another try of this. */
    againOf: Id.nullable(),
    againIn: Id.nullable(),
    /** Those that failed first. */
    outcomes: z.array(ContactSendingOutcome),
  })
  .meta({ id: 'ContactSending' });
export type ContactSending = z.infer<typeof ContactSending>;
