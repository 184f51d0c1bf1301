// What stands before the replicas in production, in small: asks each whether it is ready and shares out the requests among those that are. Never tries again.
import { Agent, createServer, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { stateOf } from './api.mjs';

/** `{ url, ready(), close() }` before the addresses in `targets`. */
export async function aBalancer(targets, { everyMs = 200 } = {}) {
  const agent = new Agent({ keepAlive: true });
  let ready = [];
  let turn = 0;
  let going = true;
  const look = async () => {
    const states = await Promise.all(targets.map((url) => stateOf(url, 1000)));
    ready = targets.filter((_, n) => states[n] === 'ready');
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
