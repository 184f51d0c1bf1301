import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, Ledger, Mail, type SqlRunner, jobKind, log } from '@samverkan/shared/api';
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

  /** Warns and ends what is due. Running it again does nothing more. Gives how many of each. */
  run(): Promise<{ warned: number; ended: number; closed: number }> {
    return this.signIn.transaction({}, async (sql) => {
      const result = {
        warned: (await this.warnUnattested(sql)) + (await this.warnIdle(sql)),
        ended: await this.endUnattested(sql),
        closed: await this.closeIdle(sql),
      };
      // An opened envelope is worth nothing more: People says so until the account is sealed anew.
      await sql(`update app_user u set disabled_at = clock_timestamp(), disabled_reason = 'used'
        where sealed and disabled_at is null and not exists (select 1 from credential c where c.user_id = u.id)
          and exists (select 1 from break_glass_use b where b.user_id = u.id) and not exists (select 1 from break_glass_use b where b.user_id = u.id and b.ends_at > now())`);
      await sql('delete from password_reset where expires_at < now()');
      log.info(result, 'accounts were looked through');
      return result;
    });
  }

  private async warnUnattested(sql: SqlRunner): Promise<number> {
    const due = await sql(
      `update membership m set warned_on = today() from app_user u
       where u.id = m.user_id and not u.demo and not u.sealed and u.disabled_at is null and m.warned_on is null
         and (m.valid_to is null or m.valid_to >= today()) and ${attestBy} <= today() + ${attestWarningDays}
       returning u.email, greatest(${attestBy}, today() + ${notice})::text as day`,
    );
    return this.write(sql, due, 'attest');
  }

  private async warnIdle(sql: SqlRunner): Promise<number> {
    const due = await sql(
      `update app_user u set warned_on = today()
       where not demo and not sealed and disabled_at is null and warned_on is null and seen_on <= today() - ${idleDays - idleWarningDays}
       returning email, greatest(seen_on + ${idleDays}, today() + ${notice})::text as day`,
    );
    return this.write(sql, due, 'idle');
  }

  private async endUnattested(sql: SqlRunner): Promise<number> {
    const ended = await sql(
      `update membership m set valid_to = today() - 1 from app_user u
       where u.id = m.user_id and not u.demo and not u.sealed and (m.valid_to is null or m.valid_to >= today()) and ${attestBy} < today() and m.warned_on < today() - ${notice}
       returning m.id`,
    );
    for (const { id } of ended) await this.ledger.auditedBy(sql, null, 'membership.expired', 'identity', String(id));
    return ended.length;
  }

  private async closeIdle(sql: SqlRunner): Promise<number> {
    const closed = await sql(
      `update app_user set disabled_at = clock_timestamp(), disabled_reason = 'idle'
       where not demo and not sealed and disabled_at is null and seen_on < today() - ${idleDays} and warned_on < today() - ${notice} returning id`,
    );
    for (const { id } of closed) await this.ledger.auditedBy(sql, null, 'account.idle', 'identity', String(id));
    return closed.length;
  }

  private async write(sql: SqlRunner, due: Record<string, unknown>[], what: 'idle' | 'attest'): Promise<number> {
    if (!this.mail.isAvailable) return due.length;
    for (const { email, day } of due) await this.mail.send(this.letters.ending(String(email), what, String(day)), sql);
    return due.length;
  }
}
