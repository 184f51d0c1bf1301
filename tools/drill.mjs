// npm run drill -- <name>: a rehearsal of something going wrong, from tools/drills/.
import { runNamed } from './system/dispatch.mjs';
import { fail } from './system/trouble.mjs';

const [name, ...args] = process.argv.slice(2);
await runNamed('tools/drills', name ?? '(none named)', args).catch(fail);
