// Builds what is stale. A content hash of everything that goes in decides, so that an unchanged second start costs
// milliseconds; only when it differs is Nx asked, which may still find the result in its cache.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { precompress } from './precompress.mjs';
import { linkStartPage } from './start-links.mjs';
import { during } from './system/progress.mjs';
import { run } from './system/processes.mjs';
import { Trouble } from './system/trouble.mjs';

const toolchain = ['package-lock.json', 'tsconfig.base.json', 'nx.json'];

const parts = {
  api: {
    result: 'dist/apps/api/main.mjs',
    inputs: ['apps/api/**/*', 'libs/*/{api,contract}/**/*', 'database/**/*.ts', 'tools/{build-api,swc-options}.mjs'],
  },
  portal: {
    result: 'dist/apps/portal/browser/index.html',
    inputs: ['apps/portal/**/*', 'libs/*/{portal,contract}/**/*', 'tools/start-links.mjs'],
  },
};

/** Builds the named parts; resolves when their results lie in dist/. */
export async function buildStale(names = Object.keys(parts)) {
  const stale = names
    .map((name) => ({ name, ...parts[name] }))
    .filter(({ name }) => existsSync(`apps/${name}/main.ts`));
  const todo = stale.map((part) => ({ ...part, hash: hashOf(part.inputs) })).filter((part) => !isFresh(part));
  if (todo.length === 0) return [];
  const built = todo.map(({ name }) => name);
  await during(`building ${built.join(' and ')}`, () => nx(built));
  if (built.includes('portal')) {
    linkStartPage('dist/apps/portal');
    precompress('dist/apps/portal/browser');
  }
  mkdirSync('dist/stamps', { recursive: true });
  for (const { name, hash } of todo) writeFileSync(stampOf(name), hash);
  return built;
}

async function nx(names) {
  const args = [
    'node_modules/nx/dist/bin/nx.js',
    'run-many',
    '-t',
    'build',
    '-p',
    names.join(','),
    '--parallel=2',
    '--output-style=stream',
  ];
  const { code, output } = await run(process.execPath, args, {
    env: { ...process.env, NX_DAEMON: 'false', NG_CLI_ANALYTICS: 'false', NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (code !== 0) throw new Trouble(`The build failed:\n${output}`);
}

const stampOf = (name) => `dist/stamps/${name}`;

const isFresh = ({ name, result, hash }) =>
  existsSync(result) && existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === hash;

function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const file of globSync([...toolchain, ...inputs], { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.ts$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  try {
    const built = await buildStale();
    console.log(built.length > 0 ? `Built: ${built.join(', ')}.` : 'Nothing to build: everything is as last time.');
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error);
    process.exitCode = 1;
  }
}
