// npm test: what is checked, in one command that sets itself up and leaves nothing behind; `npm run check` is what takes longer.
// `npm test -- --only api,portal` runs some steps; further words go to the test runner as patterns.
import { appendFileSync, mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { steps } from './checks/steps.mjs';
import { openDatabase } from './database.mjs';
import { onEnd, stopRest } from './system/processes.mjs';
import { say, seconds } from './system/progress.mjs';
import { explain } from './system/trouble.mjs';

/** Where whoever runs several of these adds them up (`.ci/run`); what is started from here does not count itself as one. */
const counts = process.env.SAMVERKAN_COUNTS;
delete process.env.SAMVERKAN_COUNTS;

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const wanted = values.only?.split(',');
const names = steps.filter(({ share }) => !share).map(({ name }) => name);
const unknown = wanted?.filter((name) => !names.includes(name)) ?? [];
if (unknown.length > 0) {
  console.error(`✗ No step is called ${unknown.join(', ')}; there are: ${names.join(', ')}.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'samverkan-test-'));
// The embedded server runs as another user when root tests, and must be able to reach its folder.
chmodSync(folder, 0o755);
let database;
const context = {
  folder,
  patterns: positionals,
  environment: {},
  systems: new Set(),
  halves: !wanted && positionals.length === 0,
};

const cleanUp = async () => {
  await Promise.all([...context.systems].map((stopSystem) => stopSystem()));
  await database?.stop();
  await stopRest();
  rmSync(folder, { recursive: true, force: true });
};
onEnd(async (signal) => {
  say(`${signal}: stopping`);
  await cleanUp();
  process.exit(130);
});

const results = [];
const chosen = steps.filter(({ name, slow, share }) =>
  wanted ? wanted.includes(name) : !slow && (context.halves || !share),
);

async function perform(step) {
  const from = performance.now();
  let result;
  try {
    result = await step.run(context);
  } catch (error) {
    result = { passed: 0, failed: 1, output: explain(error) };
  }
  results.push(result);
  const verdict = result.failed === 0 ? '✓' : '✗';
  say(
    `${verdict} ${step.name.padEnd(13)} ${seconds(from).padStart(6)} s   ${result.passed} passed, ${result.failed} failed`,
  );
  if (result.times?.length > 5) say(`  the longest: ${longest(result.times)}`);
  for (const remark of result.remarks ?? []) say(`  ${remark}`);
  if (result.remarks?.length > 0) console.log(`\nThe first try:\n${result.firstOutput.trim()}\n`);
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n`);
}

/** What a step's time went to, so that what grows is seen when it grows. */
const longest = (times) =>
  times
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 6)
    .map(([name, time]) => `${name.replace(/(\.api)?\.spec\.ts$/, '')} ${Math.round(time / 1000)} s`)
    .join(', ');

/** Two at a time is what two cores carry; what measures time goes alone. */
async function performAll(list, lanes) {
  const queue = [...list];
  const lane = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) await perform(step);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

try {
  if (chosen.some((step) => step.database)) {
    say('starting a database for the tests');
    const external = process.env.TEST_DATABASE_URL ?? '';
    database = await openDatabase({ folder: join(folder, 'database'), external, throwaway: true });
    context.environment.TEST_DATABASE_URL = database.url;
    context.environment.SAMVERKAN_KEYS = database.keysPath;
  }
  await performAll(
    chosen.filter((step) => !step.alone && !step.last),
    2,
  );
  await performAll(
    chosen.filter((step) => step.alone),
    1,
  );
  await performAll(
    chosen.filter((step) => step.last),
    2,
  );
} catch (error) {
  console.error(explain(error));
  results.push({ passed: 0, failed: 1 });
} finally {
  await cleanUp();
}

const sum = (field) => results.reduce((total, result) => total + result[field], 0);
say('done');
if (counts) appendFileSync(counts, `${sum('passed')} ${sum('failed')}\n`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);
