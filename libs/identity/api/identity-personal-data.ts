// What identity holds on a person: account, memberships, invitations, sessions, second factors by kind. Never a secret.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OpenWork, PersonalData, RetentionRules, both, moment } from '@samverkan/shared/api';
import type { PersonalSection } from '@samverkan/shared/contract';
import { SignInPool } from './sign-in.pool';

type Column = PersonalSection['columns'][number];
type Kind = Column['kind'];

const column = (sv: string, en: string, kind: Kind = 'text'): Column => ({ words: both(sv, en), kind });

interface Part extends Omit<PersonalSection, 'rows'> {
  /** Rows as arrays, for $1. */
  sql: string;
}

const parts: readonly Part[] = [
  {
    key: 'identity.account',
    title: both('Konto', 'Account'),
    columns: [
      column('Namn', 'Name'),
      column('E-post', 'E-mail'),
      column('Skapat', 'Made', 'moment'),
      column('Senast inloggad', 'Last signed in', 'day'),
      column('Stängt', 'Closed', 'moment'),
    ],
    sql: `select json_build_array(name, email, ${moment('created_at')}, seen_on, ${moment('disabled_at')}) as row from app_user where id = $1`,
  },
  {
    key: 'identity.memberships',
    title: both('Uppdrag', 'Memberships'),
    columns: [
      column('Organisation', 'Organisation'),
      column('Funktion', 'Function'),
      column('Roll', 'Role'),
      column('Från', 'From', 'day'),
      column('Till', 'To', 'day'),
      column('Bekräftat', 'Attested', 'day'),
    ],
    sql: `select json_build_array(o.name, m.title, m.role, m.valid_from, m.valid_to, m.attested_on) as row
      from membership m join organization o on o.id = m.organization_id where m.user_id = $1 order by m.valid_from`,
  },
  {
    key: 'identity.invitations',
    title: both('Inbjudningar till dig', 'Invitations to you'),
    columns: [
      column('Organisation', 'Organisation'),
      column('Funktion', 'Function'),
      column('Skickad', 'Sent', 'moment'),
      column('Använd', 'Used', 'moment'),
    ],
    sql: `select json_build_array(o.name, i.title, ${moment('i.invited_at')}, ${moment('i.used_at')}) as row from invitation i join organization o on o.id = i.organization_id
      where i.used_by = $1 or lower(i.email) = (select lower(u.email) from app_user u where u.id = $1) order by i.invited_at`,
  },
  {
    key: 'identity.factors',
    title: both('Hur du loggar in', 'How you sign in'),
    columns: [
      column('Sätt', 'Way'),
      column('Namn', 'Name'),
      column('Tillagt', 'Added', 'moment'),
      column('Senast använt', 'Last used', 'moment'),
    ],
    sql: `select json_build_array(kind, name, ${moment('added')}, ${moment('used')}) as row from (
        select 'Lösenord' as kind, null as name, changed_at as added, null::timestamptz as used from credential where user_id = $1
        union all select 'App', null, confirmed_at, null from totp where user_id = $1 and confirmed_at is not null
        union all select 'Passnyckel', name, created_at, used_at from passkey where user_id = $1
        union all select 'Myndighetens inloggning', issuer, created_at, null from oidc_identity where user_id = $1
        union all select 'Återställningskoder kvar', count(*)::text, null, null from recovery_code where user_id = $1 and used_at is null having count(*) > 0) ways`,
  },
  {
    key: 'identity.sessions',
    title: both('Där du är inloggad', 'Where you are signed in'),
    columns: [column('Enhet', 'Device'), column('Går ut', 'Ends', 'moment')],
    sql: `select json_build_array(coalesce(sess ->> 'device', ''), ${moment(`(expire at time zone current_setting('timezone'))`)}) as row
      from session where sess ->> 'userId' = $1::text and expire > now() order by expire desc`,
  },
];

@Injectable()
export class IdentityPersonalData implements OnModuleInit {
  constructor(
    private readonly signIn: SignInPool,
    private readonly port: PersonalData,
    private readonly rules: RetentionRules,
  ) {}

  onModuleInit(): void {
    this.port.register('identity', {
      held: (userId) => this.held(userId),
      openWork: (userId) => this.openWork(userId),
    });
    const rule = (key: string, keeps: string) => ({
      key,
      area: 'identity',
      keeps,
      due: `select * from retention_${key}_due($1)`,
      take: `select * from retention_${key}_take($1, $2)`,
    });
    this.rules.register(rule('sessions', 'P0D'));
    this.rules.register(rule('invitations', 'P90D'));
    this.rules.register({
      ...rule('accounts', 'P30D'),
      spares: (ids) => this.withOpenWork(ids),
      after: async (taken) => {
        for (const id of taken) for (const source of this.port.all) await source.erase?.(id, true);
      },
    });
  }

  private async withOpenWork(ids: readonly string[]): Promise<string[]> {
    const held: string[] = [];
    for (const id of ids)
      for (const source of this.port.all) if (((await source.openWork?.(id)) ?? []).length > 0) held.push(id);
    return held;
  }

  private held(userId: string): Promise<PersonalSection[]> {
    return Promise.all(
      parts.map(async ({ sql, ...part }) => {
        const rows = (await this.signIn.query(sql, [userId])) as { row: PersonalSection['rows'][number] }[];
        return { ...part, rows: rows.map(({ row }) => row) };
      }),
    );
  }

  /** A county must not be left without anybody who administers it. */
  private async openWork(userId: string): Promise<OpenWork[]> {
    const rows = await this.signIn.query(
      `select o.name from membership m join organization o on o.id = m.organization_id
       where m.user_id = $1 and m.role = 'county_admin' and (m.valid_to is null or m.valid_to >= today())
         and not exists (select 1 from membership x join app_user u on u.id = x.user_id where x.organization_id = m.organization_id and x.role = 'county_admin'
           and x.user_id <> m.user_id and u.disabled_at is null and x.valid_from <= today() and (x.valid_to is null or x.valid_to >= today()))`,
      [userId],
    );
    return rows.map(({ name }) => ({ kind: 'identity.last-administrator', reference: String(name) }));
  }
}
