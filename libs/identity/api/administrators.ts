import { Injectable } from '@nestjs/common';
import type { SqlRunner } from '@samverkan/shared/api';
import { SignInPool } from './sign-in.pool';

/** Everybody who administers a county or the system today, for what all of them must hear of. */
@Injectable()
export class Administrators {
  constructor(private readonly signIn: SignInPool) {}

  /** Their addresses, each once. Emergency accounts take no mail. */
  async addresses(sql: SqlRunner = this.signIn.query): Promise<string[]> {
    const rows = await sql(
      `select distinct u.email from app_user u join membership m on m.user_id = u.id
       where m.role in ('county_admin', 'system_admin') and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())
         and u.disabled_at is null and not u.sealed`,
    );
    return rows.map(({ email }) => String(email));
  }
}
