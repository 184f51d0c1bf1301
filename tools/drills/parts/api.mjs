// API processes of a drill: started, asked whether they are ready, stopped or killed.
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../system/ports.mjs';
import { launch, stop } from '../../system/processes.mjs';

/** The state `/health/ready` tells; 'silent' when nobody listens, 'slow' when nobody has answered within `patience` ms. */
export async function stateOf(url, patience = 3000) {
  const signal = AbortSignal.timeout(patience);
  try {
    const answer = await fetch(`${url}/health/ready`, { signal });
    return (await answer.json())?.status ?? 'unreadable';
  } catch (error) {
    if (error instanceof SyntaxError) return 'unreadable';
    return signal.aborted ? 'slow' : 'silent';
  }
}

/** Milliseconds until `holds` gives true, asked again and again; undefined when it takes longer than `patience`. */
export async function timeUntil(holds, patience) {
  const from = performance.now();
  while (performance.now() - from < patience) {
    if (await holds()) return performance.now() - from;
    await sleep(15);
  }
  return undefined;
}

/** One API process: `{ url, port, child, output(), start(), kill(), term() }`. It listens on the same port each time it is started. */
export async function anApi(ground, { after, env = {}, port, program = 'dist/apps/api/main.mjs' } = {}) {
  const at = port ?? (await freePort());
  const url = `http://127.0.0.1:${at}`;
  let printed = '';
  const api = {
    url,
    port: at,
    child: undefined,
    output: () => printed,
    // A machine that stands still for half a minute is not what a drill is about; drills that measure the start look at what it gives.
    async start({ until = 'ready', patience = 120_000 } = {}) {
      const child = launch(process.execPath, [program], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          DATABASE_URL: ground.url,
          SAMVERKAN_KEYS: ground.keysPath,
          SAMVERKAN_DEMO: '1',
          LOG_LEVEL: 'error',
          HOST: '127.0.0.1',
          PORT: String(at),
          ...env,
        },
      });
      const keep = (chunk) => (printed = `${printed}${chunk}`.slice(-400_000));
      child.stdout.setEncoding('utf8').on('data', keep);
      child.stderr.setEncoding('utf8').on('data', keep);
      api.child = child;
      if (until === null) return undefined;
      const took = await timeUntil(async () => child.exitCode !== null || (await stateOf(url)) === until, patience);
      if (took === undefined || child.exitCode !== null) throw new Error(`The API was not ${until}:\n${printed}`);
      return took;
    },
    /** kill -9: no goodbye. */
    async kill() {
      api.child.kill('SIGKILL');
      await api.child.ended;
    },
    term: () => stop(api.child, 'SIGTERM', 20_000),
  };
  after?.(() => api.term());
  return api;
}
