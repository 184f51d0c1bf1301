import { Injectable } from '@nestjs/common';
import { Ledger, Mail } from '@samverkan/shared/api';
import type { AccountFacts } from './accounts';
import { Administrators } from './administrators';
import { Letters } from './letters';
import { SignInPool } from './sign-in.pool';

const minutes = 60;

/**
 * The two emergency accounts, for when nobody else can get in. Their passwords lie in envelopes; opening one wants a reason, tells everyone
 * who administers, lasts an hour, and closes the account until it is sealed anew by a command on the server.
 */
@Injectable()
export class BreakGlass {
  constructor(
    private readonly signIn: SignInPool,
    private readonly mail: Mail,
    private readonly letters: Letters,
    private readonly ledger: Ledger,
    private readonly administrators: Administrators,
  ) {}

  /** Notes the use and tells the administrators, in one transaction. Gives when the session ends (milliseconds since 1970). */
  async open(account: AccountFacts, reason: string): Promise<number> {
    const ends = new Date(Date.now() + minutes * 60_000);
    const until = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: 'Europe/Stockholm' }).format(ends);
    await this.signIn.transaction({ userId: account.id }, async (sql) => {
      const [use] = await sql(
        'insert into break_glass_use (user_id, reason, ends_at) values ($1, $2, $3) returning id',
        [account.id, reason, ends],
      );
      // Good once: the envelope is open, so the password is known.
      await sql('delete from credential where user_id = $1', [account.id]);
      await this.ledger.auditedBy(sql, account.id, 'break-glass.opened', 'identity', String(use?.['id']));
      if (!this.mail.isAvailable) return;
      for (const email of await this.administrators.addresses(sql))
        await this.mail.send(this.letters.emergency(email, account.name, reason, until), sql);
    });
    return ends.getTime();
  }
}
