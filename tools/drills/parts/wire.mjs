// A wire that can be cut, held or made unreliable: a small TCP proxy between two programs.
import { connect, createServer } from 'node:net';

/** `{ port, cut(), hold(), mend(), close() }`. `breaks()` is asked for each new connection how many bytes of the answer it lets through (Infinity: all). */
export async function aWire({ host = '127.0.0.1', port, breaks = () => Infinity }) {
  const pairs = new Set();
  let state = 'open';
  const server = createServer({ allowHalfOpen: true }, (near) => {
    if (state === 'cut') return void near.destroy();
    const far = connect({ host, port, allowHalfOpen: true });
    const pair = { near, far };
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    pairs.add(pair);
    let left = breaks();
    near
      .on('error', end)
      .on('close', end)
      .on('end', () => far.end());
    far
      .on('error', end)
      .on('close', end)
      .on('end', () => near.end());
    near.on('data', (chunk) => state === 'open' && far.write(chunk));
    far.on('data', (chunk) => {
      if (state !== 'open') return;
      left -= chunk.length;
      // Broken in the middle of the answer: the work is done, and the one who asked cannot know.
      if (left < 0) end();
      else near.write(chunk);
    });
    return undefined;
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: server.address().port,
    /** Every connection is gone and new ones are refused. */
    cut() {
      state = 'cut';
      for (const { near, far } of pairs) [near, far].forEach((socket) => socket.destroy());
    },
    /** Connections stand and new ones are taken, but nothing comes through: a firewall that has forgotten them. */
    hold: () => (state = 'held'),
    mend() {
      const held = state === 'held';
      state = 'open';
      if (held) for (const { near, far } of pairs) [near, far].forEach((socket) => socket.destroy());
    },
    close() {
      for (const { near, far } of pairs) [near, far].forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
