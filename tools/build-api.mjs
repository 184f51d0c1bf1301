// Bundles the API's entry points with esbuild. Each TypeScript file goes through swc first, which emits the decorator
// metadata that Nest's and TypeORM's injection read (esbuild itself does not). npm packages stay outside the bundle.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { transform } from '@swc/core';
import { build, context } from 'esbuild';
import { swcOptions, swcPageOptions } from './swc-options.mjs';

const entries = [
  ...['main.ts', 'migrate.ts', 'openapi.ts', 'accounts.ts'].map((file) => `apps/api/${file}`),
  // What reads uploads are programs of their own.
  'libs/shared/api/sheets/sheet-worker.ts',
  'libs/shared/api/files/file-worker.ts',
];

const decoratorMetadata = {
  name: 'decorator-metadata',
  setup(builder) {
    builder.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const kind = path.endsWith('.tsx') ? swcPageOptions : swcOptions;
      const options = { ...kind, filename: path, sourceMaps: 'inline', module: { type: 'es6' } };
      const { code } = await transform(await readFile(path, 'utf8'), options);
      return { contents: code, loader: 'js' };
    });
  },
};

const options = {
  entryPoints: Object.fromEntries(entries.filter(existsSync).map((file) => [basename(file, '.ts'), file])),
  outdir: 'dist/apps/api',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  packages: 'external',
  keepNames: true,
  sourcemap: true,
  tsconfig: 'apps/api/tsconfig.json',
  plugins: [decoratorMetadata],
  logLevel: 'warning',
};

/** Rebuilds on every change until `dispose` is called; `onBuilt` hears of each build without errors. */
export async function watchApi(onBuilt) {
  const announce = {
    name: 'announce',
    setup: (builder) => builder.onEnd((result) => (result.errors.length === 0 ? onBuilt() : undefined)),
  };
  const watcher = await context({ ...options, plugins: [decoratorMetadata, announce] });
  await watcher.watch();
  return watcher;
}

if (import.meta.main) await build(options);
