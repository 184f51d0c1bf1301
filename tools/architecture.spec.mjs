// Proves the walls of the house on what is on disk, and that each proof bites when a trespass is planted.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { areas, reach } from './architecture.mjs';
import { circles, fileGraph, misshapes, strangers, trespasses } from './walls.mjs';

const source = globSync('{apps,libs}/**/*.{ts,tsx}');
const sized = [
  ...source,
  ...globSync('{apps,libs}/**/*.{html,scss}'),
  ...globSync('{tools,database}/**/*.{mjs,cjs,ts,sql}'),
];
const texts = Object.fromEntries(source.map((file) => [file, readFileSync(file, 'utf8')]));

describe('the house as it stands', () => {
  it('has every area on the map, each room with a door, each area with a README', () => {
    assert.deepEqual(strangers(globSync('libs/*/**/*.*')), []);
  });

  it('leans one way only', () => {
    assert.deepEqual(circles(areas), []);
    for (const below of Object.values(areas).flat()) assert.ok(below in areas, `${below} is not on the map`);
  });

  it('keeps every import inside its walls', () => {
    assert.deepEqual(
      Object.entries(texts).flatMap(([file, text]) => trespasses(file, text)),
      [],
    );
  });

  it('has no files that import each other in a circle', () => {
    assert.deepEqual(circles(fileGraph(texts)), []);
  });

  it('keeps files short, doors named and classes one to a file', () => {
    const generated = /^database\/schema\.sql$/;
    const found = sized
      .filter((file) => !generated.test(file))
      .flatMap((file) => misshapes(file, readFileSync(file, 'utf8')));
    assert.deepEqual(found, []);
  });
});

describe('a planted trespass is named', () => {
  const planted = {
    'an area that leans upwards': [
      'libs/geography/api/x.ts',
      `import { Action } from '@samverkan/actions/api';`,
      /geography does not lean on actions/,
    ],
    'shared that knows an area': [
      'libs/shared/api/x.ts',
      `import { County } from '@samverkan/geography/contract';`,
      /shared does not lean on geography/,
    ],
    'a page that reaches into the server': [
      'libs/actions/portal/x.ts',
      `import { ActionsService } from '@samverkan/actions/api';`,
      /a portal may not use a api/,
    ],
    'a contract that knows the server': [
      'libs/actions/contract/x.ts',
      `export { db } from '@samverkan/shared/api';`,
      /a contract may not use a api/,
    ],
    'an import past the door': [
      'libs/actions/api/x.ts',
      `import { x } from '@samverkan/shared/api/db';`,
      /only the door/,
    ],
    'a relative path out of the room': [
      'libs/actions/api/x.ts',
      `import { Action } from '../contract/action';`,
      /outside the room/,
    ],
    'a room that imports its own door': [
      'libs/actions/api/x.ts',
      `import { x } from '@samverkan/actions/api';`,
      /relative/,
    ],
    'an import over several lines': [
      'libs/geography/api/x.ts',
      `import {\n  A,\n  B,\n} from '@samverkan/actions/api';`,
      /does not lean/,
    ],
    'a lazy import': [
      'libs/geography/portal/x.ts',
      `const x = () => import('@samverkan/actions/portal');`,
      /does not lean/,
    ],
    'a policy that calls a service': [
      'libs/actions/api/actions.policy.ts',
      `import { S } from './actions.service';`,
      /downwards/,
    ],
    'a database in a contract': ['libs/actions/contract/x.ts', `import { Column } from 'typeorm';`, /does not belong/],
    'a page that opens files': [
      'libs/actions/portal/x.ts',
      `import { readFileSync } from 'node:fs';`,
      /does not belong/,
    ],
    'a journey that reaches into the server': [
      'apps/e2e/x.spec.ts',
      `import { x } from '@samverkan/actions/api';`,
      /may not use a api/,
    ],
  };
  for (const [what, [file, text, sentence]] of Object.entries(planted)) {
    it(what, () => assert.match(trespasses(file, text).join(), sentence));
  }

  it('and an honest import is not', () => {
    const text = `import { Module } from '@nestjs/common';\nimport { db } from '@samverkan/shared/api';\nimport { A } from '@samverkan/actions/contract';\nimport { p } from './actions.policy';`;
    assert.deepEqual(trespasses('libs/actions/api/actions.service.ts', text), []);
    assert.ok(reach('actions').has('geography'), 'leaning carries on downwards');
  });

  it('an area off the map, a folder that is no room, a room without a door', () => {
    assert.match(strangers(['libs/weather/api/index.ts']).join(), /weather is not on the map/);
    assert.match(strangers(['libs/actions/helpers/x.ts']).join(), /is no room/);
    assert.match(strangers(['libs/actions/api/x.ts']).join(), /has no door/);
  });

  it('a circle of areas and a circle of files', () => {
    assert.match(circles({ a: ['b'], b: ['c'], c: ['a'] }).join(), /a → b → c → a/);
    const circle = { 'libs/a/api/x.ts': `import { y } from './y';`, 'libs/a/api/y.ts': `import { x } from './x';` };
    assert.equal(circles(fileGraph(circle)).length, 1);
    const harmless = { ...circle, 'libs/a/api/y.ts': `import type { x } from './x';` };
    assert.deepEqual(circles(fileGraph(harmless)), []);
  });

  it('a long file, a barrel, an export of everything and two classes in one file', () => {
    assert.match(misshapes('libs/a/api/x.ts', 'x\n'.repeat(301)).join(), /300/);
    assert.match(misshapes('libs/a/api/y/index.ts', '').join(), /no door/);
    assert.match(misshapes('libs/a/api/x.ts', `export * from './y';`).join(), /name what goes out/);
    assert.match(misshapes('libs/a/api/x.ts', 'export class A {}\nexport class B {}\n').join(), /one class/);
  });
});
