// npm run dev: embedded database, the API rebuilt and restarted on every change, and Angular's dev server before it.
import { watchApi } from './build-api.mjs';
import { openDatabase } from './database.mjs';
import { freePort, requirePort } from './system/ports.mjs';
import { launch, onEnd, stop } from './system/processes.mjs';
import { say } from './system/progress.mjs';
import { runSystem } from './system/run-system.mjs';
import { explain, fail } from './system/trouble.mjs';
import { welcome } from './system/welcome.mjs';

let database;
let watcher;
let portal;
let system;
let restarting = Promise.resolve();
let ending = false;

async function end(code = 0) {
  ending = true;
  await watcher?.dispose();
  await stop(portal);
  await restarting;
  await system?.stop();
  await database?.stop();
  process.exit(code);
}
onEnd(() => end());

/** One restart at a time; an API that does not come up is said, and the next change tries again. */
function restart(apiPort) {
  restarting = restarting.then(async () => {
    await system?.stop();
    system = undefined;
    if (ending) return;
    system = await runSystem({ database, port: apiPort }).catch((error) => void say(explain(error)));
    if (system) say('the API is up');
  });
}

try {
  const port = await requirePort(process.env.PORT ?? '3000');
  const apiPort = await freePort(port + 1);
  database = await openDatabase();
  watcher = await watchApi(() => restart(apiPort));
  const serve = [
    'node_modules/nx/dist/bin/nx.js',
    'run',
    'portal:serve',
    '--port',
    String(port),
    '--proxyConfig',
    'tools/dev-proxy.mjs',
  ];
  portal = launch(process.execPath, serve, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, API_PORT: String(apiPort), NX_DAEMON: 'false' },
  });
  await welcome(port);
  await portal.ended;
  if (!ending) await end(1);
} catch (error) {
  fail(error);
  await end(1);
}
