import { OrganizationRef } from '@samverkan/organizations/contract';
import { Id } from '@samverkan/shared/contract';
import * as z from 'zod';
import { ContactQuery } from './contact-query';

/** More mailboxes than this nobody copies at a time. */
export const mostRecipients = 2000;

/** Which functions somebody means: the list's own filters, by the same names. */
export const ContactChoice = ContactQuery.pick({
  q: true,
  scope: true,
  subject: true,
  municipality: true,
  kind: true,
  organization: true,
  mine: true,
  vacant: true,
  overdue: true,
}).meta({ id: 'ContactChoice' });
export type ContactChoice = z.infer<typeof ContactChoice>;

/** A choice, or everybody in one of the organisation's groups. */
export const ContactRecipientsQuery = ContactChoice.extend({ group: Id.optional() }).meta({
  id: 'ContactRecipientsQuery',
});
export type ContactRecipientsQuery = z.infer<typeof ContactRecipientsQuery>;

/** A function as somebody to write to: its mailbox, and never who holds it. */
export const ContactRecipient = z
  .object({
    id: Id,
    title: z.string(),
    organization: OrganizationRef,
    /** Null where the function has none: it cannot be reached by mail. */
    mailbox: z.string().nullable(),
    /** Nobody holds it, so nobody may be reading its mailbox. */
    vacant: z.boolean(),
    /** Its mailbox says no thanks to messages: the acting organisation's, or everybody's. */
    declines: z.boolean(),
  })
  .meta({ id: 'ContactRecipient' });
export type ContactRecipient = z.infer<typeof ContactRecipient>;

/** Everybody a choice means, those who cannot be reached included. */
export const ContactRecipients = z
  .object({
    items: z.array(ContactRecipient),
    /** There are more than are given. */
    capped: z.boolean(),
    /** Functions picked by hand that are no longer there for this reader, or not in use. */
    gone: z.number().int(),
  })
  .meta({ id: 'ContactRecipients' });
export type ContactRecipients = z.infer<typeof ContactRecipients>;

/** Each mailbox once, however many functions share it and however it is spelt, in the order they stand. */
export function mailboxesOf(recipients: readonly { mailbox: string | null }[]): string[] {
  const once = new Map<string, string>();
  for (const { mailbox } of recipients)
    if (mailbox && !once.has(mailbox.toLowerCase())) once.set(mailbox.toLowerCase(), mailbox);
  return [...once.values()];
}
