// What `npm test` consists of, longest first so that two lanes end together; those that go alone come after the others, and what a browser walks last.
// What is marked `share` is a part of the step before it, which does it all when asked for by name. What is marked `slow` is `npm run check`: the
// drills, and what a whole `npm test` leaves of what grows with each area (`halves`).
import { existsSync } from 'node:fs';
import { buildStale } from '../build.mjs';
import { checked, jest, nodeTests, tool } from './runners.mjs';
import { drills } from './drills.mjs';
import { journeyShares, journeys, pages, pagesLeft } from './journeys.mjs';

/** By TypeScript's native compiler: the same verdicts for a third of the time. What builds the portal is still the one that Angular calls. */
const typecheck = (project) => tool('typescript-native/bin/tsc', ['--noEmit', '--singleThreaded', '-p', project]);

const api = (context, environment) =>
  jest('api', context, { NODE_OPTIONS: '--experimental-vm-modules --no-warnings', ...environment });
/** What is tried of every area, thing and reader at once. */
const floors = ['floor/channels', 'floor/sensitive', 'floor/matrix'];

export const steps = [
  {
    name: 'build',
    run: async () => {
      await buildStale();
      return { passed: 1, failed: 0, output: '' };
    },
  },
  {
    name: 'lint',
    run: () =>
      checked(tool('eslint/bin/eslint.js', ['.', '--max-warnings=0', '--cache', '--cache-location', '.nx/eslint'])),
  },
  {
    name: 'api',
    database: true,
    run: (context) => api(context, context.halves ? { SAMVERKAN_PARTS: '0' } : {}),
  },
  { name: 'portal', run: (context) => jest('portal', context) },
  {
    name: 'types',
    run: () =>
      checked(
        typecheck('apps/api/tsconfig.json'),
        typecheck('apps/portal/tsconfig.spec.json'),
        typecheck('apps/e2e/tsconfig.json'),
      ),
  },
  { name: 'format', run: () => checked(tool('prettier/bin/prettier.cjs', ['--check', '.', '--log-level=warn'])) },
  { name: 'architecture', run: () => nodeTests('{tools,docker}/**/*.spec.mjs') },
  {
    name: 'generated',
    database: true,
    alone: true,
    run: ({ environment }) =>
      existsSync('tools/generated.mjs')
        ? checked({ args: ['tools/generated.mjs', '--check'], environment })
        : {
            passed: 0,
            failed: 1,
            output: 'tools/generated.mjs is missing: nothing proves docs/openapi.json and database/schema.sql.',
          },
  },
  { name: 'drills', database: true, alone: true, slow: true, run: drills },
  {
    name: 'floors-left',
    database: true,
    alone: true,
    slow: true,
    run: async (context) => {
      const lost = floors.filter((one) => !existsSync(`apps/api/${one}.api.spec.ts`));
      if (lost.length > 0)
        return {
          passed: 0,
          failed: 1,
          output: `There is no longer ${lost.join(', ')}: most of what they try is tried nowhere.`,
        };
      return api({ ...context, patterns: floors }, { SAMVERKAN_PARTS: '12' });
    },
  },
  // A browser waits more than it works: two walks fit side by side.
  { name: 'journeys', last: true, run: (context) => journeys(context) },
  { name: 'pages', last: true, run: pages },
  ...Array.from({ length: journeyShares - 1 }, (_, at) => at + 2).map((share) => ({
    name: `journeys-${share}`,
    last: true,
    share: true,
    run: (context) => journeys(context, share),
  })),
  { name: 'pages-left', last: true, slow: true, run: pagesLeft },
];
