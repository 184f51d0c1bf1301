// Lighthouse on the public pages, in its mobile profile (throttled network, CPU slowed four times whatever the machine): each at least 98 for
// performance and 100 for accessibility and for search engines, and its largest text painted within 1.2 s. `npm run bench -- public-pages`,
// or with the addresses that are meant.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { buildStale } from '../build.mjs';
import { findChromium } from '../chromium.mjs';
import { openDatabase } from '../database.mjs';
import { freePort } from '../system/ports.mjs';
import { runSystem } from '../system/run-system.mjs';

const rounds = 3;
const bounds = { performance: 98, accessibility: 100, seo: 100, 'LCP s': 1.2 };
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** One visit with a new profile: nothing in its cache, and nobody signed in. */
async function measure(name, address, executablePath) {
  const debugging = await freePort();
  const browser = await chromium.launchPersistentContext(join(folder, name), {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', `--remote-debugging-port=${debugging}`],
  });
  try {
    const flags = {
      port: debugging,
      output: 'json',
      onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    };
    const { lhr } = await lighthouse(address, flags);
    const { categories, audits } = lhr;
    const broken = Object.values(audits).find((audit) => audit.scoreDisplayMode === 'error');
    if (broken) throw new Error(`Lighthouse could not measure ${broken.id}: ${broken.errorMessage}`);
    return {
      performance: Math.round(categories.performance.score * 100),
      accessibility: Math.round(categories.accessibility.score * 100),
      'best practices': Math.round(categories['best-practices'].score * 100),
      seo: Math.round(categories.seo.score * 100),
      'LCP s': Number((audits['largest-contentful-paint'].numericValue / 1000).toFixed(2)),
      'TBT ms': Math.round(audits['total-blocking-time'].numericValue),
      CLS: Number(audits['cumulative-layout-shift'].numericValue.toFixed(3)),
      'kB in all': Math.round(audits['total-byte-weight'].numericValue / 1000),
      "machine's index": Math.round(lhr.environment.benchmarkIndex),
      faults: Object.values(audits)
        .filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary')
        .map(({ id }) => id)
        .join(' '),
    };
  } finally {
    await browser.close();
  }
}

/** The first address of a page that leads on to one of its kind. */
const firstOf = (html, pattern) => pattern.exec(html)?.[0] ?? '';

await buildStale();
const folder = mkdtempSync(join(tmpdir(), 'samverkan-bench-'));
chmodSync(folder, 0o755);
const database = await openDatabase({ folder, external: '', throwaway: true });
let system;
try {
  const port = await freePort();
  system = await runSystem({ database, port, stdio: 'ignore', extra: { LOG_LEVEL: 'silent' } });
  const site = `http://127.0.0.1:${port}`;
  const county = await (await fetch(`${site}/offentligt/lan/vasternorrland`)).text();
  const asked = process.argv.slice(2).filter((one) => one.startsWith('/'));
  const every = [
    '/offentligt',
    '/offentligt/lan/vasternorrland',
    '/en/offentligt/lan/vasternorrland',
    '/offentligt/lan/vasternorrland/publikationer',
    '/offentligt/lan/vasternorrland/kalender',
    '/offentligt/lan/vasternorrland/tillganglighet',
    '/offentligt/lan/vasternorrland/om',
    '/offentligt/lan/vasternorrland/personuppgifter',
    '/offentligt/oppna-data',
    firstOf(county, /\/offentligt\/strategier\/[0-9a-f-]{36}/),
    firstOf(county, /\/offentligt\/publikationer\/[0-9a-f-]{36}/),
  ];
  const paths = asked.length > 0 ? asked : every;
  const executablePath = await findChromium();
  const rows = {};
  const short = [];
  for (const [at, path] of paths.entries()) {
    const results = [];
    for (let round = 0; round < rounds; round++)
      results.push(await measure(`${at}-${round}`, `${site}${path}`, executablePath));
    const middle = Object.fromEntries(
      Object.keys(results[0]).map((key) => [
        key,
        key === 'faults' ? results[0].faults : median(results.map((row) => row[key])),
      ]),
    );
    rows[path] = middle;
    if (
      middle.performance < bounds.performance ||
      middle.accessibility < bounds.accessibility ||
      middle.seo < bounds.seo ||
      middle['LCP s'] > bounds['LCP s']
    )
      short.push(path);
  }
  console.log(`Medians of ${rounds} visits:`);
  console.table(rows);
  console.log(short.length === 0 ? 'Within the bounds.' : `Beyond the bounds: ${short.join(', ')}`);
  if (short.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await system?.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
