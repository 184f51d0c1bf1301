// What stands before the replicas in production, in small: asks each whether it is ready and shares out the requests among those that are. Never tries again.
// One that says it is not ready, or does not listen, is out at once; one that is only slow to answer stays until it has been so three times in a row.
import { Agent, createServer, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { stateOf } from './api.mjs';

/** `{ url, ready(), close() }` before the addresses in `targets`. */
export async function aBalancer(targets, { everyMs = 200 } = {}) {
  const agent = new Agent({ keepAlive: true });
  const slow = new Map();
  let ready = [];
  let turn = 0;
  let going = true;
  const look = async () => {
    const states = await Promise.all(targets.map((url) => stateOf(url, 1000)));
    targets.forEach((url, n) => slow.set(url, states[n] === 'slow' ? (slow.get(url) ?? 0) + 1 : 0));
    ready = targets.filter(
      (url, n) => states[n] === 'ready' || (states[n] === 'slow' && ready.includes(url) && slow.get(url) < 3),
    );
  };
  const watching = (async () => {
    while (going) {
      await look();
      await sleep(everyMs);
    }
  })();
  const server = createServer((from, to) => {
    const target = ready[turn++ % Math.max(1, ready.length)];
    if (!target) return void to.writeHead(502).end('{"code":"nobody-ready"}');
    const { hostname, port } = new URL(target);
    const onward = request(
      {
        hostname,
        port,
        agent,
        path: from.url,
        method: from.method,
        headers: { ...from.headers, connection: 'keep-alive' },
      },
      (answer) => {
        const { connection: _hop, 'keep-alive': _hop2, ...headers } = answer.headers;
        to.writeHead(answer.statusCode, headers);
        answer.pipe(to);
      },
    );
    onward.on('error', (error) =>
      to.headersSent ? to.destroy() : to.writeHead(502).end(JSON.stringify({ code: error.code ?? error.message })),
    );
    from.pipe(onward);
    return undefined;
  });
  await new Promise((open) => server.listen(0, '127.0.0.1', open));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    ready: () => ready.length,
    async close() {
      going = false;
      await watching;
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
