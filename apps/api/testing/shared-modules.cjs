// Jest gives each spec file a registry of modules of its own, and so loaded every package and every room of the house anew for each of them,
// and ran all of it cold: more than half of the tests' time. Neither keeps anything between files that a test may see, so both are loaded
// once for each worker, by Node's own loader; only the spec itself is Jest's.
const { readFileSync } = require('node:fs');
const { createRequire, isBuiltin, registerHooks } = require('node:module');
const { join, resolve } = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { transformSync } = require('@swc/core');
const { default: Runtime } = require('jest-runtime');
const { swcOptions, swcPageOptions } = require('../../../tools/swc-options.mjs');

// Tests speak through their results, not through the log.
process.env['LOG_LEVEL'] ??= 'silent';

const root = resolve(__dirname, '../../..');
const isSpec = (path) => /\.spec\.tsx?$/.test(path);
const isHouse = (path) => /\.tsx?$/.test(path) && path.startsWith(root) && !path.includes('/node_modules/');

/** Where a room's address leads: `@samverkan/actions/api` to the room's door. */
const room = (name) => {
  if (name === '@samverkan/testing') return join(root, 'apps/api/testing/index.ts');
  const [, area, which] = /^@samverkan\/([^/]+)\/(contract|api|floor)$/.exec(name) ?? [];
  return area && join(root, 'libs', area, which, 'index.ts');
};

registerHooks({
  resolve(name, context, next) {
    const door = room(name);
    return door ? { url: pathToFileURL(door).href, format: 'commonjs', shortCircuit: true } : next(name, context);
  },
  load(url, context, next) {
    const path = url.startsWith('file:') ? fileURLToPath(url) : '';
    if (!isHouse(path)) return next(url, context);
    const { code } = transformSync(readFileSync(path, 'utf8'), {
      ...(path.endsWith('x') ? swcPageOptions : swcOptions),
      filename: path,
      sourceMaps: 'inline',
      module: { type: 'commonjs' },
    });
    return { format: 'commonjs', source: code, shortCircuit: true };
  },
});
require.extensions['.tsx'] = require.extensions['.ts'] ??= require.extensions['.js'];
process.setSourceMapsEnabled(true);

/** A name that is looked up among the packages: no path, nothing of Node's own, nothing of Jest. */
const isPackage = (name) => /^(?!node:|@?jest)[@\w]/.test(name) && !isBuiltin(name);

module.exports = class extends Runtime {
  requireModuleOrMock(from, name) {
    const load = createRequire(from);
    if (isPackage(name)) return load(name);
    if (!name.startsWith('.') || !isHouse(from)) return super.requireModuleOrMock(from, name);
    return load(name);
  }
};
