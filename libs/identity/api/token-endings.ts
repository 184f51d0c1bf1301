import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, Mail, type SqlRunner, type Wait, Waits, jobKind, log, requireAll } from '@samverkan/shared/api';
import * as z from 'zod';
import { tokenNoticeDays } from './api-tokens.query';
import { Letters } from './letters';
import { SignInPool } from './sign-in.pool';

/** What the organisation's own people meet on their start page. */
const endingWait: Wait = {
  kind: 'identity.tokens',
  count: `select count(*)::int from api_token where organization_id = $1 and revoked_at is null and last_day between today() and today() + ${tokenNoticeDays}`,
  path: '/systemnycklar',
  words: (n) =>
    n === 1
      ? { sv: 'En systemnyckel slutar snart att gälla.', en: 'A system key will soon stop working.' }
      : { sv: `${n} systemnycklar slutar snart att gälla.`, en: `${n} system keys will soon stop working.` },
};

/** The token `t` of the organisation `o` ends soon, and its people have not been told. */
const isEnding = `o.id = t.organization_id and t.revoked_at is null and t.warned_on is null and t.last_day between today() and today() + ${tokenNoticeDays}
  and o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today())`;

/** Every night: who made a token that is about to end is told, once; where she is no longer there, those who administer its organisation's county. */
@Injectable()
export class TokenEndings implements OnModuleInit {
  constructor(
    private readonly signIn: SignInPool,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly letters: Letters,
    private readonly waits: Waits,
  ) {}

  onModuleInit(): void {
    this.waits.register(endingWait);
    this.jobs.schedule(jobKind({ name: 'identity.token-endings', data: z.object({}) }), '15 4 * * *', async () => {
      await this.run();
    });
  }

  /** Running it again does nothing more. Gives how many letters were written; throws at the end where a token could not be told of. */
  async run(): Promise<number> {
    let letters = 0;
    const gone = await this.signIn.each(
      `select t.id from api_token t, organization o where ${isEnding} order by t.id`,
      async (sql, id) => {
        const written = await this.tell(sql, id);
        letters += written;
        return written > 0;
      },
    );
    if (letters > 0) log.info({ letters }, 'tokens that end soon were told of');
    requireAll(gone);
    return letters;
  }

  private async tell(sql: SqlRunner, id: string): Promise<number> {
    const [due] = await sql(
      `update api_token t set warned_on = today() from organization o where t.id = $1 and ${isEnding}
       returning t.name, t.made_by as "madeBy", t.organization_id as "organizationId", o.name as organization, t.last_day::text as "lastDay"`,
      [id],
    );
    if (!due) return 0;
    const organizationId = String(due['organizationId']);
    const token = {
      name: String(due['name']),
      organization: String(due['organization']),
      lastDay: String(due['lastDay']),
    };
    const recipients = await this.recipients(sql, String(due['madeBy']), organizationId);
    if (this.mail.isAvailable)
      for (const to of recipients) await this.mail.send(this.letters.tokenEnding(to, token, organizationId), sql);
    return recipients.length;
  }

  private async recipients(sql: SqlRunner, madeBy: string, organizationId: string): Promise<string[]> {
    const rows = await sql(
      `with here as (select u.id, u.email from app_user u join membership m on m.user_id = u.id
           where u.disabled_at is null and not u.sealed and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())
             and (m.role = 'system_admin' and u.id = $1 or m.role = 'county_admin' and exists (select from organization_county mine
               join organization_county its on its.county_code = mine.county_code
               where mine.organization_id = m.organization_id and its.organization_id = $2)))
       select distinct email from here where id = $1 or not exists (select from here h where h.id = $1)`,
      [madeBy, organizationId],
    );
    return rows.map(({ email }) => String(email));
  }
}
