import { spawnSync } from 'node:child_process';

/** Runs specs that try a sample in `npm test`, with everything tried. True when all passed. */
export const wholeSpecs = (patterns, environment = {}) =>
  spawnSync(process.execPath, ['tools/test.mjs', '--only', 'api', ...patterns], {
    stdio: 'inherit',
    env: { ...process.env, SAMVERKAN_WHOLE: '1', ...environment },
  }).status === 0;
