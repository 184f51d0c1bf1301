// Slow clients, huge and deep bodies, texts made to trap the readers of text: whoever works honestly meanwhile waits less than a second.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { anApi } from './parts/api.mjs';
import { action, kindNames, setGoing } from './parts/crowds.mjs';
import { openGround } from './parts/ground.mjs';
import { ask, peopleOf, withToken } from './parts/people.mjs';
import { percentile, rehearse } from './parts/rehearsal.mjs';
import { ownWord } from './parts/words.mjs';

/** In a whole test run others use the same cores, and a tight limit would judge them. */
const patienceOf = (small) => (small ? 4000 : 1000);

await rehearse('slow', async ({ small, times, after, check, figure }) => {
  const patience = patienceOf(small);
  const eachMs = times(8000, 800);
  const size = times(200, 60);
  const ground = await openGround({ after });
  const api = await anApi(ground, { after });
  await api.start();
  const places = [{ role: 'coordinator', key: 'municipality:2282' }];
  const people = await Promise.all((await peopleOf(ground, 12, places)).map((each) => withToken(each, api.url)));
  const honest = people.slice(0, 4);
  const greedy = people.slice(4).map(({ cookie, token }) => ({ cookie, token }));
  const faults = [];
  for (let n = 0; n < 40; n++) await ask(honest[0], api.url, 'GET', '/api/actions/overview');
  const table = [];
  for (const kind of kindNames) {
    const stop = await setGoing(kind, { url: api.url, port: api.port, size, greedy });
    await sleep(300);
    const waits = [];
    const until = performance.now() + eachMs;
    await Promise.all(
      honest.map(async (person) => {
        while (performance.now() < until) {
          for (const [method, path, body] of [
            ['GET', '/api/actions?sort=title'],
            ['POST', '/api/actions', JSON.parse(action({ title: `Ärlig ${ownWord()}` }))],
            ['GET', '/api/actions/overview'],
          ]) {
            const from = performance.now();
            const headers = method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
            const answer = await ask(person, api.url, method, path, body, headers).catch((error) => ({
              status: `broken (${error.cause?.code ?? error.name})`,
            }));
            waits.push(performance.now() - from);
            check(
              `${kind}: an honest ${method} ${path} was answered ${answer.status}`,
              [200, 201].includes(answer.status),
            );
            await sleep(50);
          }
        }
      }),
    );
    const { turns, faults: wrong } = await stop();
    faults.push(...wrong);
    const p95 = percentile(waits, 0.95);
    table.push({ kind, requests: waits.length, turns, p95, worst: percentile(waits, 1) });
    check(`${kind}: honest people's p95 is ${p95.toFixed(0)} ms`, p95 < patience);
  }
  check(`answers that must not be: ${[...new Set(faults)].join(', ')}`, faults.length === 0);
  check('the API process did not live through it', api.child.exitCode === null);
  for (const { kind, turns, p95, worst } of table)
    figure(`${kind}${turns ? ` (${turns})` : ''}: p95 ${p95.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`);
});
