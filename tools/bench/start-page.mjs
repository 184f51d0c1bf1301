// Lighthouse on the signed-in start page, throttled as its mobile profile: performance, accessibility, LCP, layout shift, bytes.
// `npm run bench -- start-page`.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { buildStale } from '../build.mjs';
import { findChromium } from '../chromium.mjs';
import { openDatabase } from '../database.mjs';
import { freePort } from '../system/ports.mjs';
import { runSystem } from '../system/run-system.mjs';
import { signIn } from './parts/sign-in.mjs';

const rounds = 3;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

await buildStale();
const folder = mkdtempSync(join(tmpdir(), 'samverkan-bench-'));
chmodSync(folder, 0o755);
const database = await openDatabase({ folder, external: '', throwaway: true });
let system;
let chrome;
try {
  const port = await freePort();
  system = await runSystem({ database, port, stdio: 'ignore', extra: { LOG_LEVEL: 'silent' } });
  const site = `http://127.0.0.1:${port}`;
  const cookie = await signIn(site, 'ida.nordlund@demo.example');
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  chrome = await launch({ chromePath: await findChromium(), chromeFlags: flags });
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const run = await lighthouse(`${site}/`, {
      port: chrome.port,
      output: 'json',
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
      extraHeaders: { Cookie: cookie },
    });
    const { categories, audits, finalDisplayedUrl } = run.lhr;
    if (!finalDisplayedUrl.endsWith('/'))
      throw new Error(`Lighthouse ended at ${finalDisplayedUrl}, not on the start page.`);
    results.push({
      performance: Math.round(categories.performance.score * 100),
      accessibility: Math.round(categories.accessibility.score * 100),
      'best practices': Math.round(categories['best-practices'].score * 100),
      'LCP s': Number((audits['largest-contentful-paint'].numericValue / 1000).toFixed(2)),
      'TBT ms': Math.round(audits['total-blocking-time'].numericValue),
      CLS: Number(audits['cumulative-layout-shift'].numericValue.toFixed(3)),
      'kB in all': Math.round(audits['total-byte-weight'].numericValue / 1000),
    });
  }
  console.table(results);
  const middle = Object.fromEntries(
    Object.keys(results[0]).map((key) => [key, median(results.map((row) => row[key]))]),
  );
  console.log('Median:', JSON.stringify(middle));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  chrome?.kill();
  await system?.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
