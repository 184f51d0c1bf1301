// Journeys run one at a time in the distribution's Chromium: they share one system, and sign each other's people out. The walk over every
// page goes beside them in a system of its own (`tools/checks/journeys.mjs`), where one journey has filled a consultation first.
import { defineConfig } from '@playwright/test';

const everyPage = 'accessible.spec.ts';
const fills = 'p4-answer-a-consultation.spec.ts';

export default defineConfig({
  testDir: '.',
  outputDir: `../../test-results/${process.env['WALK'] ?? 'by-hand'}${process.env['SAMVERKAN_TRACE'] ? '-traced' : ''}`,
  // The walk changes nothing: two go side by side.
  workers: process.env['WALK'] === 'every-page' ? 2 : 1,
  fullyParallel: process.env['WALK'] === 'every-page',
  projects: [
    { name: 'journeys', testIgnore: [everyPage, fills] },
    { name: 'fills', testMatch: fills },
    { name: 'every-page', testMatch: everyPage, dependencies: ['fills'] },
  ],
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://127.0.0.1:3000',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    // What waits for something that never comes says so, instead of using up the whole test's time.
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    // A trace of every page costs a third of a journey's time: SAMVERKAN_TRACE=1 keeps one of each that fails.
    trace: process.env['SAMVERKAN_TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
});
