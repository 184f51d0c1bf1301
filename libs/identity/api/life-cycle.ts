import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Gone, Jobs, Ledger, Mail, type SqlRunner, jobKind, log, requireAll } from '@samverkan/shared/api';
import * as z from 'zod';
import { Letters } from './letters';
import { attestBy } from './people.query';
import { SignInPool } from './sign-in.pool';

/** Days without signing in before an account is closed, and when its person is warned. */
const idleDays = 90;
const idleWarningDays = 14;
/** How long before a membership ends for want of attestation its person is warned, and the shortest time anybody is given after a warning. */
const attestWarningDays = 30;
const notice = 14;

/** Every night: what nobody uses or vouches for any longer ends by itself, after a warning. Demo and emergency accounts are left alone. */
@Injectable()
export class LifeCycle implements OnModuleInit {
  constructor(
    private readonly signIn: SignInPool,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly letters: Letters,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    const nightly = jobKind({ name: 'identity.life-cycle', data: z.object({}) });
    this.jobs.schedule(nightly, '10 4 * * *', async () => {
      await this.run();
    });
  }

  /** Warns and ends what is due. Running it again does nothing more. Gives how many of each; throws at the end where one could not be dealt with. */
  async run(): Promise<{ warned: number; ended: number; closed: number }> {
    const [unattested, idle] = [await this.warnUnattested(), await this.warnIdle()];
    const [ended, closed] = [await this.endUnattested(), await this.closeIdle()];
    const result = { warned: unattested.done + idle.done, ended: ended.done, closed: closed.done };
    await this.signIn.transaction({}, async (sql) => {
      // An opened envelope is worth nothing more: People says so until the account is sealed anew.
      await sql(`update app_user u set disabled_at = clock_timestamp(), disabled_reason = 'used'
        where sealed and disabled_at is null and not exists (select 1 from credential c where c.user_id = u.id)
          and exists (select 1 from break_glass_use b where b.user_id = u.id) and not exists (select 1 from break_glass_use b where b.user_id = u.id and b.ends_at > now())`);
      await sql('delete from password_reset where expires_at < now()');
    });
    log.info(result, 'accounts were looked through');
    requireAll(unattested, idle, ended, closed);
    return result;
  }

  private warnUnattested(): Promise<Gone> {
    const isDue = `not u.demo and not u.sealed and u.disabled_at is null and m.warned_on is null
      and (m.valid_to is null or m.valid_to >= today()) and ${attestBy} <= today() + ${attestWarningDays}`;
    return this.signIn.each(membershipsThat(isDue), async (sql, id) => {
      const [due] = await sql(
        `update membership m set warned_on = today() from app_user u where u.id = m.user_id and m.id = $1 and ${isDue}
         returning u.email, greatest(${attestBy}, today() + ${notice})::text as day`,
        [id],
      );
      return this.write(sql, due, 'attest');
    });
  }

  private warnIdle(): Promise<Gone> {
    const isDue = `not demo and not sealed and disabled_at is null and warned_on is null and seen_on <= today() - ${idleDays - idleWarningDays}`;
    return this.signIn.each(accountsThat(isDue), async (sql, id) => {
      const [due] = await sql(
        `update app_user set warned_on = today() where id = $1 and ${isDue}
         returning email, greatest(seen_on + ${idleDays}, today() + ${notice})::text as day`,
        [id],
      );
      return this.write(sql, due, 'idle');
    });
  }

  private endUnattested(): Promise<Gone> {
    const isDue = `not u.demo and not u.sealed and (m.valid_to is null or m.valid_to >= today()) and ${attestBy} < today() and m.warned_on < today() - ${notice}`;
    return this.signIn.each(membershipsThat(isDue), async (sql, id) => {
      const ended = await sql(
        `update membership m set valid_to = today() - 1 from app_user u where u.id = m.user_id and m.id = $1 and ${isDue} returning m.id`,
        [id],
      );
      if (ended.length > 0) await this.ledger.auditedBy(sql, null, 'membership.expired', 'identity', id);
      return ended.length > 0;
    });
  }

  private closeIdle(): Promise<Gone> {
    const isDue = `not demo and not sealed and disabled_at is null and seen_on < today() - ${idleDays} and warned_on < today() - ${notice}`;
    return this.signIn.each(accountsThat(isDue), async (sql, id) => {
      const closed = await sql(
        `update app_user set disabled_at = clock_timestamp(), disabled_reason = 'idle' where id = $1 and ${isDue} returning id`,
        [id],
      );
      if (closed.length > 0) await this.ledger.auditedBy(sql, null, 'account.idle', 'identity', id);
      return closed.length > 0;
    });
  }

  /** False where there is nobody to write to any longer. */
  private async write(
    sql: SqlRunner,
    due: Record<string, unknown> | undefined,
    what: 'idle' | 'attest',
  ): Promise<boolean> {
    if (due && this.mail.isAvailable)
      await this.mail.send(this.letters.ending(String(due['email']), what, String(due['day'])), sql);
    return due !== undefined;
  }
}

const membershipsThat = (are: string): string =>
  `select m.id from membership m join app_user u on u.id = m.user_id where ${are} order by m.id`;
const accountsThat = (are: string): string => `select id from app_user where ${are} order by id`;
