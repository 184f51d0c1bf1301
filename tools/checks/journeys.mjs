// What a real browser does: the journeys, and the walk over every page. Each in a system of its own, started the way a newcomer starts it.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findChromium } from '../chromium.mjs';
import { freePort } from '../system/ports.mjs';
import { launch, stop } from '../system/processes.mjs';
import { node, tool } from './runners.mjs';

/** Scenarios, one after the other. */
export const journeys = (context) => walked('journeys', context);
/** Every page by axe, after the journey that fills a consultation. */
export const pages = (context) => walked('every-page', context);

async function walked(project, context) {
  if (globSync('apps/e2e/**/*.spec.ts').length === 0)
    return { passed: 0, failed: 1, output: 'apps/e2e holds no journey.' };
  const chromium = await findChromium();
  const port = await freePort();
  const system = startSystem(context, project, port);
  const stopSystem = () => stop(system.child, 'SIGTERM', 30_000);
  context.systems.add(stopSystem);
  try {
    if (!(await system.ready())) return { passed: 0, failed: 1, output: system.output() };
    const environment = { CHROMIUM_PATH: chromium, BASE_URL: `http://127.0.0.1:${port}`, WALK: project };
    return await walk(context, project, environment, system);
  } finally {
    await stopSystem();
    context.systems.delete(stopSystem);
  }
}

function startSystem({ folder }, project, port) {
  const env = { ...process.env, PORT: String(port), SAMVERKAN_DATA: join(folder, project), SAMVERKAN_DEMO: '1' };
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

async function walk({ folder, patterns }, project, environment, system) {
  const report = join(folder, `${project}.json`);
  const { code, output } = await node({
    ...tool('@playwright/test/cli.js', [
      'test',
      '-c',
      'apps/e2e/playwright.config.ts',
      `--project=${project}`,
      '--reporter=list,json',
      ...patterns,
    ]),
    environment: { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, output };
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'));
  const { expected, flaky, unexpected, skipped } = stats;
  // A journey that passed only at a second try, or was skipped, has not shown what it should.
  const failed = unexpected + flaky + skipped;
  return {
    passed: expected,
    failed: code !== 0 && failed === 0 ? 1 : failed,
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
