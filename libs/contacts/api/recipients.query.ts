import type { ContactRecipient, ContactRecipients, ContactRecipientsQuery } from '@samverkan/contacts/contract';
import { mostRecipients } from '@samverkan/contacts/contract';
import { Injectable } from '@nestjs/common';
import { ContactRowsQuery } from './contact-rows.query';
import { DecliningQuery } from './declining.query';
import { GroupsService } from './groups.service';

type Wanted = Awaited<ReturnType<GroupsService['meant']>>;

/** Whom a choice of functions, or a group, would reach: what the list gives to whoever asks, with mailboxes and without names. */
@Injectable()
export class RecipientsQuery {
  constructor(
    private readonly contacts: ContactRowsQuery,
    private readonly groups: GroupsService,
    private readonly declining: DecliningQuery,
  ) {}

  /** By organisation, then title. Every function given is noted as read. */
  async of({ group, ...choice }: ContactRecipientsQuery): Promise<ContactRecipients> {
    return this.wanted(group ? await this.groups.meant(group) : choice);
  }

  /** Those of some functions that the reader sees. */
  among(functionIds: readonly string[]): Promise<ContactRecipients> {
    return this.wanted({ scope: 'all', only: [...new Set(functionIds)] });
  }

  private async wanted(wanted: Wanted): Promise<ContactRecipients> {
    const items: Omit<ContactRecipient, 'declines'>[] = [];
    let capped = false;
    for await (const row of this.contacts.rows({ ...wanted, sort: 'organization', order: 'asc' })) {
      capped = items.length === mostRecipients;
      if (capped) break;
      const { id, title, organization, mailbox, vacantSince } = row;
      items.push({ id, title, organization, mailbox, vacant: vacantSince !== null });
    }
    const declines = await this.declining.among(items.flatMap(({ mailbox }) => mailbox ?? []));
    return {
      items: items.map((item) => ({ ...item, declines: item.mailbox !== null && declines(item.mailbox) })),
      capped,
      gone: capped ? 0 : (wanted.only?.length ?? items.length) - items.length,
    };
  }
}
