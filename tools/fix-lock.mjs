// Run after every change of package-lock.json: npm ci refuses a lock that lacks an optional package of another platform,
// and where the registry does not serve it, npm leaves it out. This adds an entry with the right os and cpu, which npm
// skips by platform and never fetches. It also removes the registry's address, so that any registry can serve the lock.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = ['darwin', 'win32', 'linux', 'freebsd', 'android', 'openharmony', 'openbsd', 'netbsd', 'sunos', 'aix'];
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'];
const aliases = { windows: 'win32' };

/** What a platform package is for, read from its name; undefined when the name does not tell. */
export function platformOf(name) {
  const words = name
    .replace(/^@[^/]+\//, '')
    .split('-')
    .map((word) => aliases[word] ?? word);
  const os = words.find((word) => systems.includes(word));
  const cpu =
    words.find((word) => processors.includes(word)) ??
    words.map((word) => (word.startsWith('arm') ? 'arm' : undefined)).find(Boolean);
  return cpu && (os || cpu === 'wasm32') ? { ...(os ? { os: [os] } : {}), cpu: [cpu] } : undefined;
}

/** Whether a package that lies at `where` finds `name`, as Node looks for it: in its own folder, then in each above. */
export function resolves(packages, where, name) {
  for (let folder = where; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

/** Completes a lock in place and gives the names that were added. */
export function complete(lock, here = { os: process.platform, cpu: process.arch }) {
  const packages = lock.packages;
  const added = [];
  for (const [where, entry] of Object.entries({ ...packages })) {
    delete entry.resolved;
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolves(packages, where, name)) continue;
      const platform = platformOf(name);
      if (!platform)
        throw new Error(`The name of ${name}, wanted by ${where}, does not tell its platform: add it by hand.`);
      if (platform.os?.includes(here.os) && platform.cpu.includes(here.cpu) && !/musl/.test(name)) {
        throw new Error(`${name} is for this platform and is missing: the registry should serve it.`);
      }
      const version = range.replace(/^[^\d]*/, '');
      packages[`node_modules/${name}`] = { version, ...platform, optional: true, ...(entry.dev ? { dev: true } : {}) };
      added.push(name);
    }
  }
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return added;
}

if (import.meta.main) {
  const file = process.argv[2] ?? 'package-lock.json';
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = complete(lock);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length > 0 ? `Added ${added.length}: ${added.join(', ')}` : 'The lock was complete.');
}
