// The list of planted faults stays true: every replacement fits the source once, and every spec it names is there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faults } from './fault-list.mjs';

test('there are thirty faults, each with a name of its own', () => {
  assert.equal(faults.length, 30);
  assert.equal(new Set(faults.map(({ name }) => name)).size, 30);
});

test('every fault fits the source in exactly one place, and the spec that must see it is there', () => {
  for (const { name, file, from, to, spec } of faults) {
    assert.equal(readFileSync(file, 'utf8').split(from).length, 2, `"${name}" no longer fits ${file}`);
    assert.notEqual(from, to, name);
    assert.ok(
      existsSync(`${spec}.spec.ts`) || existsSync(`${spec}.api.spec.ts`),
      `"${name}": no spec is called ${spec}`,
    );
  }
});

test('the tests that a fault names are in its spec', () => {
  for (const { name, spec, test: words } of faults) {
    const file = existsSync(`${spec}.spec.ts`) ? `${spec}.spec.ts` : `${spec}.api.spec.ts`;
    if (words) assert.match(readFileSync(file, 'utf8'), new RegExp(words), `"${name}": ${spec} has no test "${words}"`);
  }
});
