// What every drill shares: its options, its ground, its figures, and that nothing is left behind whatever happens.
import { parseArgs } from 'node:util';
import { buildStale } from '../../build.mjs';
import { onEnd, stopRest } from '../../system/processes.mjs';
import { explain } from '../../system/trouble.mjs';

/**
 * Runs a drill. `--small` is the version `npm test` runs, `--times N` overrides how often the accident happens.
 * `work` gets `{ small, times(full, few), after(clean), check(text, holds), figure(text) }` and fails the drill by a check that does not hold.
 */
export async function rehearse(name, work) {
  const { values } = parseArgs({ options: { small: { type: 'boolean' }, times: { type: 'string' } }, strict: false });
  const cleanings = [];
  const broken = [];
  const cleanUp = async () => {
    for (const clean of cleanings.splice(0).reverse()) await clean().catch((error) => broken.push(explain(error)));
    await stopRest();
  };
  onEnd(async () => {
    await cleanUp();
    process.exit(130);
  });
  const from = performance.now();
  const figures = [];
  try {
    await buildStale(['api']);
    await work({
      small: values.small === true,
      times: (full, few) => (values.times ? Number(values.times) : values.small ? few : full),
      after: (clean) => cleanings.push(clean),
      figure: (text) => figures.push(text),
      check: (text, holds) => {
        if (!holds) broken.push(text);
      },
    });
  } catch (error) {
    broken.push(explain(error));
  } finally {
    await cleanUp();
  }
  const verdict = broken.length === 0 ? '✓' : '✗';
  console.log(`${verdict} ${name}: ${figures.join(' · ')} (${((performance.now() - from) / 1000).toFixed(0)} s)`);
  for (const fault of broken) console.log(`  ✗ ${fault}`);
  process.exit(broken.length === 0 ? 0 : 1);
}

/** The middle and the worst of some milliseconds. */
export const percentile = (list, share) =>
  list.length === 0 ? 0 : list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
