// npm start: database, build, migrations and seeds, then the API with the portal on one port, until Ctrl-C.
import { buildStale } from './build.mjs';
import { openDatabase } from './database.mjs';
import { runSystem } from './system/run-system.mjs';
import { requirePort } from './system/ports.mjs';
import { fail } from './system/trouble.mjs';
import { onEnd, stopRest } from './system/processes.mjs';
import { say } from './system/progress.mjs';
import { welcome } from './system/welcome.mjs';

let database;
let system;
let ending;

/** The API first, so that it may finish what it was asked; then the database. */
async function end(code = 0) {
  ending = true;
  await system?.stop();
  await database?.stop();
  await stopRest();
  process.exit(code);
}

onEnd((signal) => {
  say(`${signal}: stopping`);
  return end();
});

try {
  const port = await requirePort(process.env.PORT ?? '3000');
  say('starting the database');
  [database] = await Promise.all([openDatabase(), buildStale()]);
  if (!ending) system = await runSystem({ database, port });
  if (!ending) await welcome(port);
  const crash = await Promise.race([system?.crashed, database.server?.ended.then(() => 'The database')]);
  if (!ending) {
    fail(`${crash} stopped by itself; everything else is stopped too.`);
    await end(1);
  }
} catch (error) {
  if (!ending) {
    fail(error);
    await end(1);
  }
}
