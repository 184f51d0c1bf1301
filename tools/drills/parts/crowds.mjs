// Those who make it hard for the others: slow clients, huge and deep bodies, traps. They go in a thread of their own, or what is measured
// beside them would be how long the measurer itself was busy with sending.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';

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

/** The body of an action that is right but for what is given. */
export const action = (fields) =>
  JSON.stringify({
    title: 'Övning',
    kind: 'other',
    status: 'planned',
    visibility: 'county',
    goalIds: [],
    municipalityCodes: ['2282'],
    ...fields,
  });

/** How each kind begins; what it gives ends it and tells how many turns were taken. */
function kindsOf({ url, port, size, greedy }, faults) {
  let turn = 0;
  const oneOf = (list) => list[turn++ % list.length];
  const headersOf = (person) =>
    `Host: x\r\nCookie: ${person.cookie}\r\nX-XSRF-TOKEN: ${person.token}\r\nContent-Type: application/json\r\n`;
  const send = async (person, path, body, headers = {}) => {
    const answer = await fetch(url + path, {
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

  return {
    'nobody else': () => async () => 0,
    'slow headers': () =>
      crowd(size, port, (socket) => {
        socket.write('GET /api/actions HTTP/1.1\r\nHost: x\r\n');
        drip(socket, 'X-Slow: slow\r\n');
      }),
    'slow bodies': () =>
      crowd(size, port, (socket) => {
        const person = oneOf(greedy);
        socket.write(
          `POST /api/actions HTTP/1.1\r\n${headersOf(person)}Idempotency-Key: ${randomUUID()}\r\nContent-Length: 900000\r\n\r\n{"title":"`,
        );
        drip(socket, 'långsam ');
      }),
    'slow readers': () =>
      crowd(size, port, (socket) => {
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
}

export const kindNames = Object.keys(kindsOf({ greedy: [] }, []));

/** Sets one kind going in a thread of its own. What it gives ends it: `{turns, faults}`, a fault being a 5xx other than "busy". */
export async function setGoing(kind, ground) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { kind, ground } });
  const said = () => new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  await said();
  return async () => {
    const ended = said();
    worker.postMessage('stop');
    const result = await ended;
    await worker.terminate();
    return result;
  };
}

if (!isMainThread && workerData?.kind) {
  const faults = [];
  const stop = kindsOf(workerData.ground, faults)[workerData.kind]();
  parentPort.postMessage('going');
  parentPort.once('message', async () => parentPort.postMessage({ turns: await stop(), faults }));
}
