import type { ContactRecipient, ContactRecipients, ContactRecipientsQuery } from '@samverkan/contacts/contract';
import { mostRecipients } from '@samverkan/contacts/contract';
import { Injectable } from '@nestjs/common';
import { ContactRowsQuery } from './contact-rows.query';
import { GroupsService } from './groups.service';

/** Whom a choice of functions, or a group, would reach: what the list gives to whoever asks, with mailboxes and without names. */
@Injectable()
export class RecipientsQuery {
  constructor(
    private readonly contacts: ContactRowsQuery,
    private readonly groups: GroupsService,
  ) {}

  /** By organisation, then title. Every function given is noted as read. */
  async of({ group, ...choice }: ContactRecipientsQuery): Promise<ContactRecipients> {
    const wanted: Awaited<ReturnType<GroupsService['meant']>> = group ? await this.groups.meant(group) : choice;
    const items: ContactRecipient[] = [];
    for await (const row of this.contacts.rows({ ...wanted, sort: 'organization', order: 'asc' })) {
      if (items.length === mostRecipients) return { items, capped: true, gone: 0 };
      const { id, title, organization, mailbox, vacantSince } = row;
      items.push({ id, title, organization, mailbox, vacant: vacantSince !== null });
    }
    return { items, capped: false, gone: (wanted.only?.length ?? items.length) - items.length };
  }
}
