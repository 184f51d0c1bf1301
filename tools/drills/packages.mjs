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

/** What npm says as JSON; undefined where the registry has no answer. */
async function asked(...words) {
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { output } = await run(program, [...first, ...words, '--omit=dev', '--json']);
  try {
    return JSON.parse(output.slice(output.indexOf('{')));
  } catch {
    return undefined;
  }
}

/** A mended weakness comes as a newer version: those that ship and are older than what their own ranges allow. */
async function behind() {
  const known = new Set(rows.map(({ name, version }) => `${name} ${version}`));
  const found = Object.entries((await asked('outdated', '--all')) ?? {}).flatMap(([name, places]) =>
    [places].flat().map(({ current, wanted }) => ({ name, current, wanted })),
  );
  const older = found.filter(
    ({ name, current, wanted }) =>
      known.has(`${name} ${current}`) && wanted.localeCompare(current, 'en', { numeric: true }) > 0,
  );
  return [...new Set(older.map(({ name, current, wanted }) => `${name} ${current} (${wanted})`))];
}

// Which weaknesses are known changes by the day, and a change is not to blame for it: only the whole drill asks.
if (!values.small) {
  const known = (await asked('audit'))?.metadata?.vulnerabilities;
  if (known) {
    told += ` · ${known.high} high and ${known.critical} critical weaknesses known`;
    if (known.high + known.critical > 0) faults.push('npm audit --omit=dev names them');
  } else faults.push('the registry gave no advisories, so known weaknesses were not looked for');
  const older = await behind();
  told += ` · ${older.length} older than their own ranges allow${older.map((one) => `, ${one}`).join('')}`;
}

console.log(`${faults.length === 0 ? '✓' : '✗'} packages: ${told}`);
for (const fault of faults) console.log(`  ✗ ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);
