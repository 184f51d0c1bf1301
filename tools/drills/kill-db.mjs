// kill -9 of PostgreSQL while people write: nothing acknowledged is lost, and the API serves again by itself within two seconds.
import { setTimeout as sleep } from 'node:timers/promises';
import { startCluster } from '../system/cluster.mjs';
import { anApi, stateOf, timeUntil } from './parts/api.mjs';
import { openGround } from './parts/ground.mjs';
import { peopleOf, withToken } from './parts/people.mjs';
import { percentile, rehearse } from './parts/rehearsal.mjs';
import { halfApplied, lostOf } from './parts/traces.mjs';
import { startWriters } from './parts/writers.mjs';

const soon = 2000;

await rehearse('kill-db', async ({ times, after, check, figure }) => {
  const kills = times(20, 1);
  const ground = await openGround({ after, own: true });
  let server = ground.server;
  after(() => server.ended && new Promise((end) => (server.kill('SIGINT'), server.ended.then(end))));
  const api = await anApi(ground, { after });
  await api.start();
  const { pid } = api.child;
  const places = [
    { role: 'coordinator', key: 'municipality:2282' },
    { role: 'coordinator', key: 'municipality:2281' },
  ];
  const people = await Promise.all((await peopleOf(ground, 8, places)).map((person) => withToken(person, api.url)));
  const writers = startWriters(people, () => api.url, []);
  const noticed = [];
  const back = [];
  for (let n = 0; n < kills; n++) {
    await sleep(300 + Math.random() * 700);
    // The whole group at once: a postmaster that lives would tidy up after its children.
    process.kill(-server.pid, 'SIGKILL');
    await server.ended;
    noticed.push((await timeUntil(async () => (await stateOf(api.url)) === 'database-unavailable', 3000)) ?? Infinity);
    server = (await startCluster({ folder: ground.folder, password: ground.keys.dbPasswords.superuser })).process;
    const before = writers.count();
    const ready = await timeUntil(async () => (await stateOf(api.url)) === 'ready' && writers.count() > before, 10_000);
    back.push(ready ?? Infinity);
  }
  await sleep(300);
  await writers.stop();
  const lost = await lostOf(ground, writers.acknowledged);
  const halves = await halfApplied(ground);
  figure(`${kills} kills, ${writers.count()} acknowledged writes, ${writers.turnedAway()} answers "come back later"`);
  figure(`${lost.length} lost, ${halves.length} half-applied`);
  figure(`readiness says so after ${percentile(noticed, 1).toFixed(0)} ms (worst)`);
  figure(
    `serves again ${percentile(back, 0.5).toFixed(0)} ms (median), ${percentile(back, 1).toFixed(0)} ms (worst) after the database`,
  );
  check(`lost: ${lost.slice(0, 5).join(', ')}`, lost.length === 0);
  check(`half-applied: ${halves.join('; ')}`, halves.length === 0);
  check(`refused: ${[...new Set(writers.refused)].slice(0, 5).join(', ')}`, writers.refused.length === 0);
  check('readiness did not say within 3 s that the database was gone', percentile(noticed, 1) <= 3000);
  check(`it took more than ${soon} ms to serve again`, percentile(back, 1) <= soon);
  check('the API process did not live through it', api.child.exitCode === null && api.child.pid === pid);
});
