// What ships: every package under a licence that lets it, and none with a known high or critical weakness.
import { parseArgs } from 'node:util';
import { isFree, shipped } from '../licences.mjs';
import { run } from '../system/processes.mjs';

const { values } = parseArgs({ options: { small: { type: 'boolean' } }, strict: false });
const faults = [];

const rows = shipped();
const bound = rows.filter(({ licence }) => !isFree(licence));
for (const { name, licence } of bound) faults.push(`${name} is under "${licence}"`);
let told = `${rows.length} packages ship, ${bound.length} under a licence that binds`;

/** The registry's own judgement; undefined where the registry gives none. */
async function weaknesses() {
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { output } = await run(program, [...first, 'audit', '--omit=dev', '--json']);
  try {
    return JSON.parse(output.slice(output.indexOf('{'))).metadata?.vulnerabilities;
  } catch {
    return undefined;
  }
}

// Which weaknesses are known changes by the day, and a change is not to blame for it: only the whole drill asks.
if (!values.small) {
  const known = await weaknesses();
  if (known) {
    told += ` · ${known.high} high and ${known.critical} critical weaknesses known`;
    if (known.high + known.critical > 0) faults.push('npm audit --omit=dev names them');
  } else faults.push('the registry gave no advisories, so known weaknesses were not looked for');
}

console.log(`${faults.length === 0 ? '✓' : '✗'} packages: ${told}`);
for (const fault of faults) console.log(`  ✗ ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);
