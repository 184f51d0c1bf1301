// npm run drill [-- <name>]: a rehearsal of something going wrong, from tools/drills/. Without a name it lists them and what each proves.
import { readFileSync } from 'node:fs';
import { namesIn, runNamed } from './system/dispatch.mjs';
import { fail } from './system/trouble.mjs';

const folder = 'tools/drills';
const [name, ...args] = process.argv.slice(2);

/** A drill says in its first line what it proves. */
const proves = (drill) =>
  readFileSync(`${folder}/${drill}.mjs`, 'utf8')
    .split('\n')[0]
    ?.replace(/^\/\/ */, '') ?? '';

if (name) await runNamed(folder, name, args).catch(fail);
else {
  console.log(
    'npm run drill -- <name> [--small] [--times N]; each prints its figure and ends with an error when it falls short.\n',
  );
  for (const drill of namesIn(folder)) console.log(`  ${drill.padEnd(12)} ${proves(drill)}`);
}
