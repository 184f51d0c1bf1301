import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Db } from '@samverkan/shared/api';

/** How a mailbox is kept among those that say no thanks: the same however it is spelt. */
export const mailboxHash = (mailbox: string): Buffer =>
  createHash('sha256').update(mailbox.trim().toLowerCase()).digest();

/** Which mailboxes say no thanks to messages from the acting organisation. */
@Injectable()
export class DecliningQuery {
  constructor(private readonly db: Db) {}

  /** A test of one mailbox, good for those that were asked about. */
  async among(mailboxes: readonly string[]): Promise<(mailbox: string) => boolean> {
    const rows = await this.db.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from contact_declining($1) hash`,
      [mailboxes.map(mailboxHash)],
    );
    const declining = new Set(rows.map(({ hash }) => hash));
    return (mailbox) => declining.has(mailboxHash(mailbox).toString('hex'));
  }
}
