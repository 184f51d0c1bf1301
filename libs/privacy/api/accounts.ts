import { Injectable } from '@nestjs/common';
import { Db, forbidden, notFound } from '@samverkan/shared/api';

/** The account behind a membership, for whoever looks after the whole of it. */
@Injectable()
export class Accounts {
  constructor(private readonly db: Db) {}

  /** The person's id. 404 for a membership the actor does not look after, 403 where somebody else has a part in the account. */
  async held(membershipId: string): Promise<string> {
    const row = await this.db.one<{ userId: string; held: boolean }>(
      `select m.user_id as "userId", holds_account(m.user_id) as held from membership m join app_user u on u.id = m.user_id
       where m.id = $1 and administers(m.organization_id) and not u.sealed`,
      [membershipId],
    );
    if (!row) throw notFound();
    if (!row.held) throw forbidden();
    return row.userId;
  }
}
