// Slow clients, huge and deep bodies, texts made to trap the readers of text: whoever works honestly meanwhile waits less than a second.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { anApi } from './parts/api.mjs';
import { openGround } from './parts/ground.mjs';
import { ask, peopleOf, withToken } from './parts/people.mjs';
import { percentile, rehearse } from './parts/rehearsal.mjs';
import { ownWord } from './parts/words.mjs';

/** In a whole test run others use the same cores, and a tight limit would judge them. */
const patienceOf = (small) => (small ? 4000 : 1000);

/** Sockets that are opened again as soon as they are closed, each doing `behave(socket)`, until `stop()`. */
function crowd(count, port, behave) {
  const open = new Set();
  let going = true;
  let turns = 0;
  const one = () => {
    if (!going) return;
    turns += 1;
    const socket = connect(port, '127.0.0.1', () => behave(socket));
    open.add(socket);
    socket
      .on('error', () => undefined)
      .on('close', () => {
        open.delete(socket);
        setTimeout(one, 20);
      });
  };
  for (let n = 0; n < count; n++) one();
  return async () => {
    going = false;
    open.forEach((socket) => socket.destroy());
    return turns;
  };
}

/** Requests one after the other, each as fast as the last was answered, in `lanes` at once. A fault is what must not be: a 5xx other than "busy". */
function flood(lanes, send, faults) {
  let going = true;
  let turns = 0;
  const lane = async () => {
    for (; going; turns++) {
      const status = await send().catch(() => 0);
      if (status >= 500 && status !== 503) faults.push(status);
      if (status === 0) await sleep(20);
    }
  };
  const lanesDone = Promise.all(Array.from({ length: lanes }, lane));
  return async () => {
    going = false;
    await lanesDone;
    return turns;
  };
}

const drip = (socket, text, everyMs = 200) => {
  let at = 0;
  const timer = setInterval(() => socket.write(text[at++ % text.length]), everyMs);
  socket.on('close', () => clearInterval(timer));
};

/** Texts that make a careless pattern try every way of reading them. */
const traps = [
  '1'.repeat(4000),
  '19'.repeat(2000),
  `${'8001'.repeat(999)}-`,
  `${'0 '.repeat(1999)}x`,
  `${'a@'.repeat(1900)}`,
  `${'gatan '.repeat(660)}12`,
  `${'​1'.repeat(1990)}`,
  `${'&#49;'.repeat(790)}`,
  `${'%31'.repeat(1300)}`,
  `${'Anna Andersson '.repeat(260)}`,
  '2'
    .repeat(3990)
    .replace(/(.{8})/g, '$1-')
    .slice(0, 4000),
];

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
  const greedy = people.slice(4);
  let turn = 0;
  const oneOf = (list) => list[turn++ % list.length];
  const faults = [];
  const headersOf = (person) =>
    `Host: x\r\nCookie: ${person.cookie}\r\nX-XSRF-TOKEN: ${person.token}\r\nContent-Type: application/json\r\n`;
  const send = async (person, path, body, headers = {}) => {
    const answer = await fetch(api.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        cookie: person.cookie,
        'x-xsrf-token': person.token,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...headers,
      },
      body,
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  const action = (fields) =>
    JSON.stringify({
      title: 'Övning',
      kind: 'other',
      status: 'planned',
      visibility: 'county',
      goalIds: [],
      municipalityCodes: ['2282'],
      ...fields,
    });

  const kinds = {
    'nobody else': () => async () => 0,
    'slow headers': () =>
      crowd(size, api.port, (socket) => {
        socket.write('GET /api/actions HTTP/1.1\r\nHost: x\r\n');
        drip(socket, 'X-Slow: slow\r\n');
      }),
    'slow bodies': () =>
      crowd(size, api.port, (socket) => {
        const person = oneOf(greedy);
        socket.write(
          `POST /api/actions HTTP/1.1\r\n${headersOf(person)}Idempotency-Key: ${randomUUID()}\r\nContent-Length: 900000\r\n\r\n{"title":"`,
        );
        drip(socket, 'långsam ');
      }),
    'slow readers': () =>
      crowd(size, api.port, (socket) => {
        const person = oneOf(greedy);
        socket.pause();
        for (let n = 0; n < 20; n++)
          socket.write(`GET /api/organizations?pageSize=100 HTTP/1.1\r\n${headersOf(person)}\r\n`);
      }),
    'bodies of 10 MB': () => {
      const body = Buffer.from(action({ description: 'x'.repeat(10_000_000) }));
      return flood(8, () => send(oneOf(greedy), '/api/actions', body), faults);
    },
    'a small body that unpacks to 100 MB': () => {
      const bomb = gzipSync(action({ description: 'x'.repeat(100_000_000) }));
      return flood(8, () => send(oneOf(greedy), '/api/actions', bomb, { 'content-encoding': 'gzip' }), faults);
    },
    'JSON 100,000 levels deep': () => {
      const deep = Buffer.from(`{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
      return flood(8, () => send(oneOf(greedy), '/api/actions', deep), faults);
    },
    'texts that trap': () =>
      flood(
        8,
        () => send(oneOf(greedy), '/api/actions', action({ title: 'Övning', description: oneOf(traps) })),
        faults,
      ),
    'searches that trap': () =>
      flood(8, () => send(oneOf(greedy), `/api/actions?q=${encodeURIComponent(oneOf(traps).slice(0, 200))}`), faults),
    'addresses of 15 kB': () => flood(8, () => send(oneOf(greedy), `/api/actions?q=${'q'.repeat(15_000)}`), faults),
  };

  for (let n = 0; n < 40; n++) await ask(honest[0], api.url, 'GET', '/api/actions/overview');
  const table = [];
  for (const [kind, begin] of Object.entries(kinds)) {
    const stop = begin();
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
    const turns = await stop();
    const p95 = percentile(waits, 0.95);
    table.push({ kind, requests: waits.length, turns, p95, worst: percentile(waits, 1) });
    check(`${kind}: honest people's p95 is ${p95.toFixed(0)} ms`, p95 < patience);
  }
  check(`answers that must not be: ${[...new Set(faults)].join(', ')}`, faults.length === 0);
  check('the API process did not live through it', api.child.exitCode === null);
  for (const { kind, turns, p95, worst } of table)
    figure(`${kind}${turns ? ` (${turns})` : ''}: p95 ${p95.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`);
});
