// Lighthouse on the signed-in start page, in its mobile profile (throttled network, CPU slowed four times whatever the machine)
// and its desktop profile: performance, accessibility, LCP, blocking time, layout shift, bytes.
// `npm run bench -- start-page`.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { buildStale } from '../build.mjs';
import { findChromium } from '../chromium.mjs';
import { openDatabase } from '../database.mjs';
import { freePort } from '../system/ports.mjs';
import { runSystem } from '../system/run-system.mjs';
import { signIn } from './parts/sign-in.mjs';

// Blocking time swings by half between visits on a machine of two cores: the median of five is what is told.
const rounds = 5;
const cookiesOf = (header, url) =>
  header
    .split('; ')
    .map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url }));

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** How long this machine's browser takes to begin an empty document, unslowed and before any script of the page: the browser's own share. */
const emptyDocument = (events) =>
  Math.round(
    Math.max(
      0,
      ...events.filter(({ name }) => name === 'DocumentLoader::CommitNavigation').map(({ dur }) => dur ?? 0),
    ) / 1000,
  );

/** One visit with a new profile: nothing in its cache but the session's cookie. */
async function measure(name, config, { site, cookie, executablePath }) {
  const debugging = await freePort();
  const browser = await chromium.launchPersistentContext(join(folder, name), {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', `--remote-debugging-port=${debugging}`],
  });
  try {
    await browser.addCookies(cookiesOf(cookie, site));
    const flags = {
      port: debugging,
      output: 'json',
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
      disableStorageReset: true,
    };
    const { lhr, artifacts } = await lighthouse(`${site}/`, flags, config);
    const { categories, audits, finalDisplayedUrl, environment } = lhr;
    if (!finalDisplayedUrl.endsWith('/'))
      throw new Error(`Lighthouse ended at ${finalDisplayedUrl}, not on the start page.`);
    const broken = Object.values(audits).find((audit) => audit.scoreDisplayMode === 'error');
    if (broken) throw new Error(`Lighthouse could not measure ${broken.id}: ${broken.errorMessage}`);
    return {
      performance: Math.round(categories.performance.score * 100),
      accessibility: Math.round(categories.accessibility.score * 100),
      'best practices': Math.round(categories['best-practices'].score * 100),
      'LCP s': Number((audits['largest-contentful-paint'].numericValue / 1000).toFixed(2)),
      'TBT ms': Math.round(audits['total-blocking-time'].numericValue),
      CLS: Number(audits['cumulative-layout-shift'].numericValue.toFixed(3)),
      'kB in all': Math.round(audits['total-byte-weight'].numericValue / 1000),
      "machine's index": Math.round(environment.benchmarkIndex),
      'empty document ms': emptyDocument(artifacts.Trace.traceEvents),
    };
  } finally {
    await browser.close();
  }
}

await buildStale();
const folder = mkdtempSync(join(tmpdir(), 'samverkan-bench-'));
chmodSync(folder, 0o755);
const database = await openDatabase({ folder, external: '', throwaway: true });
let system;
try {
  const port = await freePort();
  system = await runSystem({ database, port, stdio: 'ignore', extra: { LOG_LEVEL: 'silent' } });
  const site = `http://127.0.0.1:${port}`;
  const cookie = await signIn(site, 'ida.nordlund@demo.example');
  const executablePath = await findChromium();
  for (const [profile, config] of Object.entries({ mobile: undefined, desktop: desktopConfig })) {
    const results = [];
    for (let round = 0; round < rounds; round++)
      results.push(await measure(`${profile}-${round}`, config, { site, cookie, executablePath }));
    console.log(`\n${profile}`);
    console.table(results);
    const middle = Object.fromEntries(
      Object.keys(results[0]).map((key) => [key, median(results.map((row) => row[key]))]),
    );
    console.log('Median:', JSON.stringify(middle));
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await system?.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
