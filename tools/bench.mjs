// npm run bench [-- <name>]: the measurements of tools/bench/, all of them or the one that is named.
import { namesIn, runNamed } from './system/dispatch.mjs';
import { fail } from './system/trouble.mjs';

const [name, ...args] = process.argv.slice(2);
const folder = 'tools/bench';
try {
  if (name || namesIn(folder).length === 0) await runNamed(folder, name ?? '(all)', args);
  else for (const each of namesIn(folder)) await runNamed(folder, each, args);
} catch (error) {
  fail(error);
}
