// A whole list as a file: rows a second from the API, the floor and the average server in turn, and how much more memory than before the API had at most.
import { readFileSync, writeFileSync } from 'node:fs';
import { say } from '../../system/progress.mjs';
import { median } from './against-floor.mjs';

const rounds = 3;
/** Above this the yardsticks are left alone: one has every entity in memory at once, the other the whole answer, which is longer than any text may be. */
const mostHeldWhole = 100_000;

/** What the kernel of Linux has noted of a process, in MB. */
export const memoryOf = (pid, field) =>
  Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Lets the peak begin anew from what the process has now. */
export const forgetPeak = (pid) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** Read as it comes and let go, as a browser does that saves it: bytes and seconds. Uncompressed, since the yardsticks compress nothing. */
async function take(url, headers = {}) {
  const from = performance.now();
  const answer = await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } });
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
  let bytes = 0;
  for await (const piece of answer.body) bytes += piece.length;
  return { bytes, seconds: (performance.now() - from) / 1000 };
}

/** A row of the table for each way of having the list as JSON. */
export async function downloads({ rows, api, cookie, pid, floor, average }) {
  const ways = {
    ...(rows <= mostHeldWhole
      ? { floor: () => take(`${floor}/export`), average: () => take(`${average}/export`) }
      : {}),
    'API, json': () => take(`${api}/api/actions/export?format=json`, { cookie }),
    'API, csv': () => take(`${api}/api/actions/export?format=csv`, { cookie }),
  };
  const found = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, way] of Object.entries(ways)) {
      const before = memoryOf(pid, 'VmRSS');
      forgetPeak(pid);
      const got = await way();
      found[name].push({ ...got, more: memoryOf(pid, 'VmHWM') - before });
      say(`${rows} as a file, ${name}: ${got.seconds.toFixed(1)} s`);
    }
  return Object.entries(found).map(([name, all]) => ({
    actions: rows,
    way: name,
    MB: (all[0].bytes / 1e6).toFixed(1),
    'seconds (median)': median(all.map(({ seconds }) => seconds)).toFixed(1),
    'API: more MB at most': name.startsWith('API') ? all.map(({ more }) => more.toFixed(0)).join(' · ') : '',
  }));
}
