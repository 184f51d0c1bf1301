// Thirty planted faults in the source (a guard removed, a query widened, a policy dropped …) are each caught by the spec that is meant to, run alone.
// `--only 3,7` tries some; `--resume` goes on where the last run was broken off.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  chmodSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../database.mjs';
import { onEnd, run, stopRest } from '../system/processes.mjs';
import { faults } from './parts/fault-list.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' }, resume: { type: 'boolean' } } });
const lanes = 2;
const notes = '.nx/faults.json';
mkdirSync('.nx', { recursive: true });
const only = values.only?.split(',').map(Number);
const known = values.resume && existsSync(notes) ? JSON.parse(readFileSync(notes, 'utf8')) : {};
const chosen = faults
  .map((fault, at) => ({ ...fault, number: at + 1 }))
  .filter(({ number, name }) => (only ? only.includes(number) : known[name] !== true));

const folder = mkdtempSync(join(tmpdir(), 'samverkan-faults-'));
chmodSync(folder, 0o755);
let database;
const cleanUp = async () => {
  await stopRest();
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
};
onEnd(async () => {
  await cleanUp();
  process.exit(130);
});

/** A copy of the source that can be broken without harm; packages are shared. */
function copyOfSource(lane) {
  const copy = join(folder, `lane-${lane}`);
  mkdirSync(copy);
  for (const part of ['apps', 'libs', 'database', 'tools', 'package.json', 'tsconfig.base.json'])
    cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** How many tests failed and how many passed; undefined when a spec could not be read at all. */
async function specs(copy, patterns, test) {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const { output } = await run(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      ...['--config', 'apps/api/jest.config.mjs', '--runInBand', '--forceExit', '--json', `--outputFile=${report}`],
      ...(test ? ['--testNamePattern', test] : []),
      ...patterns,
    ],
    {
      cwd: copy,
      env: {
        ...process.env,
        NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
        TEST_DATABASE_URL: database.url,
        SAMVERKAN_KEYS: database.keysPath,
      },
    },
  );
  if (!existsSync(report)) return { passed: 0, failed: 0, broken: 1, output };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests, broken: numRuntimeErrorTestSuites, output };
}

const from = performance.now();
const results = [];
try {
  database = await openDatabase({ folder: join(folder, 'database'), external: '', throwaway: true });
  const copies = Array.from({ length: lanes }, (_, lane) => copyOfSource(lane));
  // What is to see the faults must see nothing where there is none.
  const all = [...new Set(chosen.map(({ spec }) => spec))];
  const sound = await Promise.all(
    copies.map((copy, lane) =>
      specs(
        copy,
        all.filter((_, at) => at % lanes === lane),
      ),
    ),
  );
  if (sound.some(({ failed, broken }) => failed + broken > 0))
    throw new Error(
      `The specs fail without any fault:\n${sound
        .map(({ output }) => output)
        .join('\n')
        .slice(-4000)}`,
    );
  console.log(`without any fault ${sound.reduce((sum, { passed }) => sum + passed, 0)} tests pass`);

  const queue = [...chosen];
  const work = async (copy) => {
    for (let fault = queue.shift(); fault; fault = queue.shift()) {
      const path = join(copy, fault.file);
      const whole = readFileSync(path, 'utf8');
      if (whole.split(fault.from).length !== 2) throw new Error(`"${fault.name}" does not fit ${fault.file}`);
      writeFileSync(
        path,
        whole.replace(fault.from, () => fault.to),
      );
      const began = performance.now();
      const { passed, failed, output } = await specs(copy, [fault.spec], fault.test);
      writeFileSync(path, whole);
      // A test that judged and said no: not a source that no longer runs for another reason.
      const caught = failed > 0 && output.includes(fault.says ?? 'expect(received)');
      results.push({ ...fault, caught });
      known[fault.name] = caught;
      writeFileSync(notes, JSON.stringify(known));
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      console.log(
        `${caught ? '✓' : '✗'} ${String(fault.number).padStart(2)} ${fault.name} (${fault.spec}: ${failed} failed, ${passed} passed, ${seconds} s)`,
      );
      if (!caught) console.log(output.split('\n').slice(-25).join('\n'));
    }
  };
  await Promise.all(copies.map(work));
} finally {
  await cleanUp();
}
const before = faults.filter(({ name }) => known[name] === true && !chosen.some((fault) => fault.name === name)).length;
const caught = results.filter((result) => result.caught).length + (values.resume ? before : 0);
const wanted = only ? only.length : faults.length;
console.log(`faults: ${caught} of ${wanted} caught (${((performance.now() - from) / 1000).toFixed(0)} s)`);
process.exit(caught === wanted ? 0 : 1);
