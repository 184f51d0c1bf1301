// What a real browser does: the journeys, and the walk over every page. Each in a system of its own, started the way a newcomer starts it.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findChromium } from '../chromium.mjs';
import { freePort } from '../system/ports.mjs';
import { launch, stop } from '../system/processes.mjs';
import { node, tool } from './runners.mjs';

/** So many shares of the scenarios a whole `npm test` walks, each in a system of its own: two lanes end together with the walk over the pages. */
export const journeyShares = 3;
/** Scenarios, one after the other; of a whole run one share of them. */
export const journeys = (context, share = 1) =>
  walked('journeys', context.halves ? { ...context, share, shard: `--shard=${share}/${journeyShares}` } : context);
/** Every page by axe, after the journey that fills a consultation. Of halves, each in one language and width, and in the other in `pagesLeft`. */
export const pages = (context) => walked('every-page', context.halves ? half(context, '0') : context);
export const pagesLeft = (context) => walked('every-page', half(context, '1'));

const half = (context, which) => ({ ...context, environment: { ...context.environment, SAMVERKAN_HALF: which } });

async function walked(project, context) {
  if (globSync('apps/e2e/**/*.spec.ts').length === 0)
    return { passed: 0, failed: 1, output: 'apps/e2e holds no journey.' };
  const first = await attempt(project, context, context.patterns);
  return first.stumbled?.length > 0 ? again(first, project, context) : first;
}

/**
 * The files that stumbled are walked once more, in a new system: a machine that stood still for half a minute is told apart from a fault that
 * is there every time. What passes only then is told in the run's own lines, never in silence.
 */
async function again(first, project, context) {
  const titles = first.stumbled.map(({ title }) => title);
  const files = [...new Set(first.stumbled.map(({ file }) => file))];
  // What waited for the one that stumbled was never walked.
  const patterns = first.skipped > 0 ? context.patterns : files;
  const second = await attempt(
    project,
    {
      ...context,
      shard: first.skipped > 0 ? context.shard : undefined,
      environment: { ...context.environment, SAMVERKAN_TRACE: '1' },
    },
    patterns,
  );
  const still = second.stumbled ? second.stumbled.map(({ title }) => title) : titles;
  const told = {
    output: `${first.output}\n--- once more, in a new system:\n${second.output}`,
    firstOutput: first.output,
    remarks: titles.filter((title) => !still.includes(title)).map((title) => `passed at a second try only: ${title}`),
  };
  if (first.skipped > 0) return { ...second, ...told };
  const mended = told.remarks.length;
  return { ...first, ...told, passed: first.passed + mended, failed: first.failed - mended };
}

async function attempt(project, context, patterns) {
  const chromium = await findChromium();
  const port = await freePort();
  const system = startSystem(context, project, port);
  const stopSystem = () => stop(system.child, 'SIGTERM', 30_000);
  context.systems.add(stopSystem);
  try {
    if (!(await system.ready())) return { passed: 0, failed: 1, output: system.output() };
    const environment = {
      ...context.environment,
      CHROMIUM_PATH: chromium,
      BASE_URL: `http://127.0.0.1:${port}`,
      WALK: [project, context.share].filter(Boolean).join('-'),
    };
    return await walk({ ...context, patterns }, project, environment, system);
  } finally {
    await stopSystem();
    context.systems.delete(stopSystem);
  }
}

function startSystem({ folder }, project, port) {
  const data = join(folder, `${project}-${port}`);
  const env = { ...process.env, PORT: String(port), SAMVERKAN_DATA: data, SAMVERKAN_DEMO: '1' };
  delete env.DATABASE_URL;
  const child = launch(process.execPath, ['tools/start.mjs'], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let printed = '';
  const keep = (chunk) => (printed += chunk);
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const ready = async () => {
    for (const until = Date.now() + 180_000; Date.now() < until && child.exitCode === null; await sleep(100)) {
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
      if (answer?.ok) return true;
    }
    return false;
  };
  return { child, ready, output: () => printed };
}

async function walk({ folder, patterns, shard }, project, environment, system) {
  const report = join(folder, `${project}-${new URL(environment.BASE_URL).port}.json`);
  const { code, output } = await node({
    ...tool('@playwright/test/cli.js', [
      'test',
      '-c',
      'apps/e2e/playwright.config.ts',
      `--project=${project}`,
      ...(shard ? [shard] : []),
      '--reporter=list,json',
      ...patterns,
    ]),
    environment: { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, output };
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'));
  const { expected, flaky, unexpected, skipped } = stats;
  // A journey that was skipped has not shown what it should, and a share without any shows nothing.
  const failed = unexpected + flaky + skipped + (shard && expected + unexpected === 0 ? 1 : 0);
  return {
    passed: expected,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped,
    stumbled: suites.flatMap((suite) => stumbledIn(suite)),
    times: suites.map((suite) => [suite.title, timeOf(suite)]),
    output: `${output}\n--- the system said:\n${system.output().slice(-4000)}`,
  };
}

/** Milliseconds that all tests of a file took. */
const timeOf = ({ specs = [], suites = [] }) =>
  [
    ...specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results.map(({ duration }) => duration))),
    ...suites.map(timeOf),
  ].reduce((sum, time) => sum + time, 0);

/** The tests of a file that ended otherwise than they should. */
const stumbledIn = ({ specs = [], suites = [] }) => [
  ...specs
    .filter(({ ok, tests }) => !ok && tests.some(({ status }) => status === 'unexpected'))
    .map(({ file, title }) => ({ file, title })),
  ...suites.flatMap((suite) => stumbledIn(suite)),
];
