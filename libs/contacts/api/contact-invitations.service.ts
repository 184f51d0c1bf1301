import type { ContactInvitationInput, ContactInvitations, ContactWelcome } from '@samverkan/contacts/contract';
import { PeopleService } from '@samverkan/identity/api';
import { Db, Ledger, badInput, conflict, currentActor, moment, notFound } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import { contactById } from './contact-detail.query';
import type { ContactRow } from './contact.view';
import { contactPolicy } from './contacts.policy';
import { HandoverService } from './handover.service';
import { HoldersService } from './holders.service';

/** Inviting whoever holds a function, and what meets her when she comes. That she then holds it is the database's doing, in the moment she accepts. */
@Injectable()
export class ContactInvitationsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly people: PeopleService,
    private readonly holders: HoldersService,
    private readonly handovers: HandoverService,
  ) {}

  async open(id: string): Promise<ContactInvitations> {
    const { content, ...contact } = await this.hers(id);
    const { organizations } = await this.people.choices();
    const waiting = await this.db.query<ContactInvitations['waiting'][number]>(
      `select i.id, i.email, ${moment('i.expires_at')} as "expiresAt"
       from contact_invitation c join invitation i on i.id = c.invitation_id
       where c.function_id = $1 and i.used_at is null and i.withdrawn_at is null and i.expires_at > now() order by i.invited_at desc`,
      [id],
    );
    await this.ledger.contactRead(
      'identity',
      waiting.map((one) => one.id),
    );
    return {
      roles: organizations.find((one) => one.id === content.organization.id)?.roles ?? [],
      mayTakeOver: contactPolicy.can('appoint', currentActor(), contact),
      waiting,
    };
  }

  /** Sends the invitation; the function's title is what she will be called. */
  async invite(id: string, { email, role, takesOver }: ContactInvitationInput): Promise<void> {
    const { content, ...contact } = await this.hers(id);
    if (contact.retiredOn) throw conflict('contact.retired');
    if (takesOver && !contactPolicy.can('appoint', currentActor(), contact))
      throw badInput([{ path: 'takesOver', code: 'field.not-a-choice' }]);
    const invitation = await this.people.invite({
      email,
      role,
      organizationId: content.organization.id,
      title: content.title.slice(0, 100).trim(),
    });
    await this.db.query('insert into contact_invitation (invitation_id, function_id, takes_over) values ($1, $2, $3)', [
      invitation.id,
      id,
      takesOver,
    ]);
    await this.ledger.audited('contact.invited', 'contacts', id);
  }

  /** For somebody who has just come. */
  async welcome(): Promise<ContactWelcome> {
    const actor = currentActor();
    const functions = (await this.holders.heldBy(actor.userId)).map(({ id, title }) => ({ id, title }));
    const { items } = await this.handovers.list();
    const waiting = { own: 0, others: 0 };
    for (const handover of items.filter(({ settledAt }) => settledAt === null))
      waiting[functions.some(({ id }) => id === handover.function.id) ? 'own' : 'others'] += handover.items.filter(
        ({ decision }) => decision === null,
      ).length;
    return { functions, waiting };
  }

  private async hers(id: string): Promise<ContactRow> {
    const actor = currentActor();
    const row = await this.db.one<ContactRow>(contactById, [id, false]);
    if (!row || !contactPolicy.can('read', actor, row)) throw notFound();
    contactPolicy.require('invite', actor, row);
    return row;
  }
}
