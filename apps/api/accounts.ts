// Commands for whoever has the server: `first-admin <e-mail> <county board>` and `break-glass make <county board> | reseal <1|2> | close <1|2>`.
// Reads DATABASE_URL (the owner's) and PUBLIC_URL; what is secret is printed once and kept nowhere.
import 'reflect-metadata';
import {
  AccountTrouble,
  type EmergencyNumber,
  type SealedAccount,
  closeEmergencyAccount,
  inviteFirstAdministrator,
  makeEmergencyAccounts,
  resealEmergencyAccount,
} from '@samverkan/identity/api';
import type { SqlRunner } from '@samverkan/shared/api';
import pg from 'pg';

const usage = `Use:
  first-admin <e-mail> <county board, as county_board:22>
  break-glass make <county board> · break-glass reseal <1|2> · break-glass close <1|2>`;

const home = (process.env['PUBLIC_URL'] ?? `http://localhost:${process.env['PORT'] ?? 3000}`).replace(/\/$/, '');

function numberOf(text: string): EmergencyNumber {
  if (text === '1') return 1;
  if (text === '2') return 2;
  throw new AccountTrouble(usage);
}

const host = new URL(home).hostname;
/** Addresses that take no mail still have the shape of one. */
const mailHost = host.includes('.') && !/^[\d.]+$/.test(host) ? host : 'samverkan.invalid';

const envelope = ({ email, password }: SealedAccount) =>
  `  ${email}\n  ${password}\n  Print it, put it in an envelope of its own, seal it, and note who keeps it. It is not shown again.\n`;

async function run(sql: SqlRunner, [command, first = '', second = '']: string[]): Promise<string> {
  if (command === 'first-admin' && first && second) {
    const token = await inviteFirstAdministrator(sql, first, second);
    return `Give ${first} this link in person. It is good for seven days, and once:\n\n  ${home}/inbjudan#${token}\n`;
  }
  if (command === 'break-glass' && first === 'make' && second)
    return (await makeEmergencyAccounts(sql, second, mailHost)).map(envelope).join('\n');
  if (command === 'break-glass' && first === 'reseal')
    return envelope(await resealEmergencyAccount(sql, numberOf(second)));
  if (command === 'break-glass' && first === 'close') {
    await closeEmergencyAccount(sql, numberOf(second));
    return `Emergency account ${second} is closed. Seal it anew when you know what happened.`;
  }
  throw new AccountTrouble(usage);
}

const client = new pg.Client({ connectionString: process.env['DATABASE_URL'], options: '-c search_path=samverkan' });
try {
  await client.connect();
  await client.query('begin');
  const sql: SqlRunner = async (text, values = []) => (await client.query<Record<string, unknown>>(text, values)).rows;
  const told = await run(sql, process.argv.slice(2));
  await client.query('commit');
  process.stdout.write(`\n${told}\n`);
} catch (error) {
  const said = (error as Error).message;
  const unmigrated = (error as { code?: string }).code === '42P01';
  if (error instanceof AccountTrouble) process.stderr.write(`${said}\n`);
  else if (unmigrated)
    process.stderr.write('The database has no tables yet: start the system once, then give the command.\n');
  else process.stderr.write(`The database says: ${said}\n`);
  process.exitCode = 1;
} finally {
  await client.end();
}
