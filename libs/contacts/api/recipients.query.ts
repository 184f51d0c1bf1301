import type { ContactChoice, ContactRecipient, ContactRecipients } from '@samverkan/contacts/contract';
import { mostRecipients } from '@samverkan/contacts/contract';
import { Injectable } from '@nestjs/common';
import { ContactRowsQuery } from './contact-rows.query';

/** Whom a choice of functions would reach: what the list gives to whoever asks, with mailboxes and without names. */
@Injectable()
export class RecipientsQuery {
  constructor(private readonly contacts: ContactRowsQuery) {}

  /** By organisation, then title. Every function given is noted as read. */
  async of(choice: ContactChoice): Promise<ContactRecipients> {
    const items: ContactRecipient[] = [];
    for await (const row of this.contacts.rows({ ...choice, sort: 'organization', order: 'asc' })) {
      if (items.length === mostRecipients) return { items, capped: true };
      const { id, title, organization, mailbox, vacantSince } = row;
      items.push({ id, title, organization, mailbox, vacant: vacantSince !== null });
    }
    return { items, capped: false };
  }
}
