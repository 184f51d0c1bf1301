import type { ContactRefusal, ContactRefusalInput } from '@samverkan/contacts/contract';
import { Db, Ledger, Refusal, Sealer } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';
import * as z from 'zod';
import { mailboxHash } from './declining.query';
import { refusalPurpose } from './sending-letters';

const Code = z.strictObject({ mailbox: z.string(), organizationId: z.uuid() });

/** No thanks, from whoever has a mailbox that a message came to: the code in the letter says which, and nobody signs in. */
@Injectable()
export class RefusalsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly sealer: Sealer,
  ) {}

  async read(token: string): Promise<ContactRefusal> {
    const { mailbox, organizationId } = await this.open(token);
    const row = await this.db.one<ContactRefusal>(
      `select name as sender, sender_refused as "senderRefused", all_refused as "everybodyRefused" from contact_refusal_of($1, $2)`,
      [mailboxHash(mailbox), organizationId],
    );
    if (!row) throw new Refusal(404, 'refusal.code-not-good');
    return row;
  }

  async decide({ token, to, refused }: ContactRefusalInput): Promise<ContactRefusal> {
    const { mailbox, organizationId } = await this.open(token);
    const sender = to === 'sender' ? organizationId : null;
    // Nobody need be signed in, so no transaction may be running yet.
    await this.db.transaction(async () => {
      await this.db.query('select contact_refuse($1, $2, $3)', [mailboxHash(mailbox), sender, refused]);
      await this.ledger.audited(refused ? 'contacts.message-refused' : 'contacts.message-welcomed', 'contacts', sender);
    });
    return this.read(token);
  }

  private async open(token: string): Promise<z.infer<typeof Code>> {
    try {
      return Code.parse(await this.sealer.open(token, refusalPurpose));
    } catch {
      throw new Refusal(404, 'refusal.code-not-good');
    }
  }
}
