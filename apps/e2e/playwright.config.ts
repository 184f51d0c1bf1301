// Journeys run one at a time in the distribution's Chromium: they share one system, and their time limits mean something only alone.
// The walk over every page has no such limits and comes afterwards, two browsers at a time.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  projects: [
    { name: 'journeys', testIgnore: 'accessible.spec.ts', workers: 1 },
    { name: 'every-page', testMatch: 'accessible.spec.ts', fullyParallel: true, dependencies: ['journeys'] },
  ],
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://127.0.0.1:3000',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    screenshot: 'only-on-failure',
    // A trace of every page costs a third of a journey's time: SAMVERKAN_TRACE=1 keeps one of each that fails.
    trace: process.env['SAMVERKAN_TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
});
