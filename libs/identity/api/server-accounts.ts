// What is done with accounts by whoever has the server, and by nobody else: the first administrator, and the emergency accounts.
import type { SqlRunner } from '@samverkan/shared/api';
import { randomInt } from 'node:crypto';
import { newToken, tokenHash } from './one-time-token';
import { hashPassword } from './passwords';

/** A command that cannot be done; the message says why, for whoever sits at the server. */
export class AccountTrouble extends Error {}

/** No letters that are taken for each other when they are read from paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Six groups of four: 118 random bits that can be read from an envelope. */
const newPassword = (): string =>
  Array.from({ length: 6 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  );

const numbers = [1, 2] as const;
export type EmergencyNumber = (typeof numbers)[number];

export interface SealedAccount {
  email: string;
  /** Shown this one time: it goes into the envelope. */
  password: string;
}

const addressOf = (number: EmergencyNumber, host: string) => `nodkonto-${number}@${host}`;

async function countyBoard(sql: SqlRunner, key: string): Promise<string> {
  const [row] = await sql(`select id from organization where key = $1 and kind = 'county_board'`, [key]);
  if (row) return String(row['id']);
  const known = await sql(`select key, name from organization where kind = 'county_board' order by key`);
  throw new AccountTrouble(
    `"${key}" is no county board. There are:\n${known.map((one) => `  ${String(one['key'])}  ${String(one['name'])}`).join('\n')}`,
  );
}

const audit = (sql: SqlRunner, verb: string, id: unknown) =>
  sql('select audit_write($1, $2, $3, $4, $5)', [verb, 'identity', id, 'done', 'server-command']);

/**
 * The invitation that the first system administrator comes in by, good for seven days and once. Gives its code. Refused while the
 * installation has a system administrator who can sign in: she invites the next one.
 */
export async function inviteFirstAdministrator(
  sql: SqlRunner,
  email: string,
  organizationKey: string,
): Promise<string> {
  if (!/^[^@\s]+@[^@\s]+$/.test(email) || email.length > 254)
    throw new AccountTrouble(`"${email}" is no e-mail address.`);
  const there = await sql(
    `select 1 from membership m join app_user u on u.id = m.user_id where m.role = 'system_admin' and not u.demo and not u.sealed
       and u.disabled_at is null and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) limit 1`,
  );
  if (there.length > 0)
    throw new AccountTrouble(
      'There is a system administrator already: she invites the next one, under Personer in the portal.',
    );
  const organizationId = await countyBoard(sql, organizationKey);
  const token = newToken();
  // A code that was printed before and never used is worth nothing from now on.
  await sql(
    `update invitation set withdrawn_at = clock_timestamp() where role = 'system_admin' and invited_by is null and used_at is null and withdrawn_at is null`,
  );
  const [row] = await sql(
    `insert into invitation (token_hash, email, organization_id, role, title) values ($1, $2, $3, 'system_admin', 'Systemadministratör') returning id`,
    [tokenHash(token), email, organizationId],
  );
  await audit(sql, 'invitation.first-administrator', row?.['id']);
  return token;
}

/** Makes the two emergency accounts in a county board. Refused when they are there. `host` ends their addresses, which take no mail. */
export async function makeEmergencyAccounts(
  sql: SqlRunner,
  organizationKey: string,
  host: string,
): Promise<SealedAccount[]> {
  const organizationId = await countyBoard(sql, organizationKey);
  const there = await sql('select email from app_user where sealed order by email');
  if (there.length > 0)
    throw new AccountTrouble(
      `The emergency accounts are there already (${there.map((row) => String(row['email'])).join(', ')}): seal one anew with "reseal".`,
    );
  const made: SealedAccount[] = [];
  for (const number of numbers) {
    const account = { email: addressOf(number, host), password: newPassword() };
    const [user] = await sql('insert into app_user (email, name, sealed) values ($1, $2, true) returning id', [
      account.email,
      `Nödkonto ${number}`,
    ]);
    await sql('insert into credential (user_id, password_hash) values ($1, $2)', [
      user?.['id'],
      await hashPassword(account.password),
    ]);
    await sql(
      `insert into membership (user_id, organization_id, role, title, attested_on) values ($1, $2, 'system_admin', 'Nödkonto', today())`,
      [user?.['id'], organizationId],
    );
    await audit(sql, 'break-glass.made', user?.['id']);
    made.push(account);
  }
  return made;
}

/** A new envelope: the old password and every session of the account are worth nothing from now on. */
export async function resealEmergencyAccount(sql: SqlRunner, number: EmergencyNumber): Promise<SealedAccount> {
  const { id, email } = await emergencyAccount(sql, number);
  const password = newPassword();
  await endSessions(sql, id);
  await sql(
    `insert into credential (user_id, password_hash) values ($1, $2)
     on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = clock_timestamp()`,
    [id, await hashPassword(password)],
  );
  await sql('update app_user set disabled_at = null, disabled_reason = null where id = $1', [id]);
  await audit(sql, 'break-glass.sealed', id);
  return { email, password };
}

/** Ends an emergency at once: nobody is signed in with the account, and its envelope opens nothing. */
export async function closeEmergencyAccount(sql: SqlRunner, number: EmergencyNumber): Promise<void> {
  const { id } = await emergencyAccount(sql, number);
  await sql(
    `update app_user set disabled_at = coalesce(disabled_at, clock_timestamp()), disabled_reason = 'by-hand' where id = $1`,
    [id],
  );
  await sql('delete from credential where user_id = $1', [id]);
  await endSessions(sql, id);
  await audit(sql, 'break-glass.closed', id);
}

async function emergencyAccount(sql: SqlRunner, number: EmergencyNumber): Promise<{ id: string; email: string }> {
  const [row] = await sql('select id, email from app_user where sealed and name = $1', [`Nödkonto ${number}`]);
  if (!row) throw new AccountTrouble('There are no emergency accounts yet: make them with "make".');
  return { id: String(row['id']), email: String(row['email']) };
}

const endSessions = (sql: SqlRunner, userId: string) =>
  sql(`delete from session where sess ->> 'userId' = $1 or sess -> 'pending' ->> 'userId' = $1`, [userId]);
