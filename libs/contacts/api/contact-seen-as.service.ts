import type { ContactFunction } from '@samverkan/contacts/contract';
import { Injectable } from '@nestjs/common';
import { Db, SeenAs, currentActor, notFound } from '@samverkan/shared/api';
import { contactById } from './contact-detail.query';
import type { ContactRow } from './contact.view';
import { contactPolicy } from './contacts.policy';
import { ContactsService } from './contacts.service';

/** A function as another party's user gets it, for those who decide on who sees it. */
@Injectable()
export class ContactSeenAsService {
  constructor(
    private readonly db: Db,
    private readonly seenAs: SeenAs,
    private readonly contacts: ContactsService,
  ) {}

  async open(id: string, organizationId: string): Promise<ContactFunction> {
    await this.decided(id);
    return this.as(id, organizationId, () => this.contacts.open(id));
  }

  /** JSON text: the `items` of `ContactHistory`. */
  async history(id: string, organizationId: string): Promise<string> {
    await this.decided(id);
    return this.as(id, organizationId, () => this.contacts.history(id));
  }

  private as<T>(objectId: string, organizationId: string, read: () => Promise<T>): Promise<T> {
    return this.seenAs.read({ area: 'contacts', objectId, organizationId }, read);
  }

  private async decided(id: string): Promise<void> {
    const row = await this.db.one<ContactRow>(contactById, [id, false]);
    if (!row) throw notFound();
    contactPolicy.require('changeVisibility', currentActor(), row);
  }
}
