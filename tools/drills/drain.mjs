// SIGTERM of one of two processes under load: no request is dropped, and its live streams are sent to the other with a hint when to come back.
import { setTimeout as sleep } from 'node:timers/promises';
import { anApi, timeUntil } from './parts/api.mjs';
import { aBalancer } from './parts/balancer.mjs';
import { openGround } from './parts/ground.mjs';
import { ask, peopleOf, withToken } from './parts/people.mjs';
import { percentile, rehearse } from './parts/rehearsal.mjs';
import { aReader } from './parts/streams.mjs';
import { halfApplied, lostOf } from './parts/traces.mjs';
import { startWriters } from './parts/writers.mjs';

await rehearse('drain', async ({ times, after, check, figure }) => {
  const stops = times(50, 2);
  const ground = await openGround({ after });
  const env = { DRAIN_NOTICE: '1' };
  const apis = [await anApi(ground, { after, env }), await anApi(ground, { after, env })];
  await Promise.all(apis.map((api) => api.start()));
  const balancer = await aBalancer(apis.map((api) => api.url));
  after(balancer.close);
  const bothReady = async () => {
    if ((await timeUntil(async () => balancer.ready() === 2, 30_000)) === undefined)
      throw new Error('The two were not ready together within 30 s: stopping one now would prove nothing.');
  };
  await bothReady();
  const places = [
    { role: 'coordinator', key: 'municipality:2282' },
    { role: 'coordinator', key: 'municipality:2281' },
  ];
  const people = await Promise.all(
    (await peopleOf(ground, 12, places)).map((person) => withToken(person, balancer.url)),
  );

  const dropped = [];
  let answered = 0;
  let going = true;
  const readers = people.slice(0, 6).map(async (person) => {
    while (going) {
      try {
        const { status, body } = await ask(person, balancer.url, 'GET', '/api/actions?size=5');
        if (status === 200) answered += 1;
        else dropped.push(`GET ${status} ${body?.code}`);
      } catch (error) {
        dropped.push(`GET ${error.cause?.code ?? error.message}`);
      }
    }
  });
  const writers = startWriters(people.slice(6), () => balancer.url, []);
  const listeners = people
    .slice(0, 4)
    .map((person, n) =>
      aReader(person, () => apis.find((api) => api.child.exitCode === null && api !== leaving)?.url ?? apis[n % 2].url),
    );
  after(() => Promise.all(listeners.map((listener) => listener.close())));
  let leaving;
  const took = [];
  const codes = [];
  for (let n = 0; n < stops; n++) {
    const api = apis[n % 2];
    await sleep(150 + Math.random() * 300);
    const from = performance.now();
    leaving = api;
    await api.term();
    took.push(performance.now() - from);
    codes.push(api.child.exitCode);
    await api.start();
    leaving = undefined;
    await bothReady();
  }
  going = false;
  await Promise.all(readers);
  await writers.stop();
  const hints = listeners.flatMap((listener) => listener.retries).filter((ms) => ms !== 1000);
  const lost = await lostOf(ground, writers.acknowledged);
  const halves = await halfApplied(ground);
  const refused = writers.broken() + writers.turnedAway() + writers.refused.length;
  figure(`${stops} × SIGTERM, ${answered + writers.waits.length} requests, ${dropped.length + refused} dropped`);
  figure(`${lost.length} lost, ${halves.length} half-applied, ${hints.length} streams sent on with a hint`);
  figure(`stopped in ${percentile(took, 0.5).toFixed(0)} ms (median), ${percentile(took, 1).toFixed(0)} ms (worst)`);
  check(`dropped: ${[...new Set(dropped)].slice(0, 5).join(', ')}`, dropped.length === 0);
  check(
    `writes dropped: ${writers.broken()} broken, ${writers.turnedAway()} turned away, ${[...new Set(writers.refused)].slice(0, 3).join(', ')}`,
    refused === 0,
  );
  check(`lost: ${lost.slice(0, 5).join(', ')}; half-applied: ${halves.join('; ')}`, lost.length + halves.length === 0);
  check(
    `a process did not end well: ${codes.join(' ')}`,
    codes.every((code) => code === 0),
  );
  check('no stream was sent on with a hint when to come back', hints.length > 0);
});
