// npm run bench:data -- county|country [actions]: a database of the size that is measured, to look at and to try things on. It lies beside the demo's and is
// started with `SAMVERKAN_DATA=<folder> npm start`; asked for again with a larger number it grows.
import { join, relative } from 'node:path';
import pg from 'pg';
import { fillContacts } from './bench/parts/contacts.mjs';
import { fillActions, fillUpdates } from './bench/parts/data.mjs';
import { buildStale } from './build.mjs';
import { openDatabase } from './database.mjs';
import { dataFolder } from './system/keys.mjs';
import { freePort } from './system/ports.mjs';
import { onEnd, stopRest } from './system/processes.mjs';
import { say } from './system/progress.mjs';
import { runSystem } from './system/run-system.mjs';
import { fail, Trouble } from './system/trouble.mjs';

/** The sizes of docs/quality.md: a county's log after some years, and the country's. */
const sizes = {
  county: { county: '22', actions: 5_000, contacts: 1_000 },
  country: { county: null, actions: 100_000, contacts: 20_000 },
};
const lines = 5;

const [name = 'country', number] = process.argv.slice(2);
let database;
let system;

async function end(code) {
  await system?.stop();
  await database?.stop();
  await stopRest();
  process.exit(code);
}
onEnd(() => end(1));

try {
  const size = sizes[name];
  if (!size) throw new Trouble(`There is ${Object.keys(sizes).join(' and ')}, no ${name}.`);
  const actions = Number(number ?? size.actions);
  if (!Number.isInteger(actions) || actions < 1) throw new Trouble(`${number} is no number of actions.`);
  const folder = join(dataFolder(), `bench-${name}`);
  await buildStale();
  database = await openDatabase({ folder });
  // Whoever starts the system migrates and seeds the database.
  system = await runSystem({ database, port: await freePort(), stdio: 'ignore', extra: { PORTAL_DIR: '' } });
  await system.stop();
  system = undefined;
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await fillActions(owner, actions, say, size.county);
  await fillUpdates(owner, lines, actions, say);
  await fillContacts(owner, size.contacts, say);
  const { rows } = await owner.query(
    `SELECT (SELECT count(*) FROM action)::int AS actions, (SELECT count(*) FROM action_update)::int AS lines, (SELECT count(*) FROM contact_function)::int AS contacts`,
  );
  await owner.end();
  console.log(
    `\n${rows[0].actions} actions, ${rows[0].lines} lines and ${rows[0].contacts} functions. Look at them with:\n\n  SAMVERKAN_DATA=${relative('.', folder)} npm start\n`,
  );
  await end(0);
} catch (error) {
  fail(error);
  await end(1);
}
