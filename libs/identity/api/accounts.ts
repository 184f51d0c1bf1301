import { Injectable } from '@nestjs/common';
import type { SqlRunner } from '@samverkan/shared/api';
import { SignInPool } from './sign-in.pool';

/** What decides how somebody signs in. */
export interface AccountFacts {
  id: string;
  email: string;
  name: string;
  demo: boolean;
  sealed: boolean;
  hasPassword: boolean;
  totp: boolean;
  passkeys: number;
  recoveryCodesLeft: number;
  authorities: number;
  /** Names of the organisations she acts for: words her password must not be made of. */
  organizations: string[];
}

/** Facts about accounts that only the sign-in role may read. */
@Injectable()
export class Accounts {
  constructor(private readonly signIn: SignInPool) {}

  /** Undefined when there is no such account, or it is disabled. */
  async of(userId: string): Promise<AccountFacts | undefined> {
    const [row] = await this.signIn.query(
      `select u.id, u.email, u.name, u.demo, u.sealed,
         exists (select 1 from credential c where c.user_id = u.id) as "hasPassword",
         exists (select 1 from totp t where t.user_id = u.id and t.confirmed_at is not null) as totp,
         (select count(*)::int from passkey p where p.user_id = u.id) as passkeys,
         (select count(*)::int from recovery_code r where r.user_id = u.id and r.used_at is null) as "recoveryCodesLeft",
         (select count(*)::int from oidc_identity i where i.user_id = u.id) as authorities,
         array(select distinct o.name from membership m join organization o on o.id = m.organization_id where m.user_id = u.id) as organizations
       from app_user u where u.id = $1 and u.disabled_at is null`,
      [userId],
    );
    return row as AccountFacts | undefined;
  }

  /** Ends the person's sessions, here and on every replica, but the one given, together with what they end for. */
  async endSessions(sql: SqlRunner, userId: string, but = ''): Promise<number> {
    const ended = await sql(
      `delete from session where (sess ->> 'userId' = $1 or sess -> 'pending' ->> 'userId' = $1) and sid <> $2 returning sid`,
      [userId, but],
    );
    return ended.length;
  }
}

/** The words a person's password must not be made of. */
export const ownWords = (account: { email: string; name: string; organizations?: readonly string[] }): string[] => [
  account.email,
  account.name,
  ...(account.organizations ?? []),
];
