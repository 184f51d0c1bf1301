// Lays an area out in an empty folder and checks it against the shape every area has.
import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { layOut } from './new-area.mjs';
import { misshapes, strangers, trespasses } from './walls.mjs';

let root;
let files;
before(async () => {
  root = mkdtempSync(join(tmpdir(), 'samverkan-area-'));
  await layOut('agreements', root);
  files = globSync('**/*.*', { cwd: root }).sort();
});
after(() => rmSync(root, { recursive: true, force: true }));

const textOf = (file) => readFileSync(join(root, file), 'utf8');

describe('a new area', () => {
  it('has exactly the documented files', () => {
    const area = files.filter((file) => file.startsWith('libs/agreements/')).map((file) => file.slice(16));
    assert.deepEqual(area, [
      'README.md',
      'api/agreement.entity.ts',
      'api/agreement.view.ts',
      'api/agreements.api.spec.ts',
      'api/agreements.controller.ts',
      'api/agreements.module.ts',
      'api/agreements.policy.spec.ts',
      'api/agreements.policy.ts',
      'api/agreements.service.ts',
      'api/index.ts',
      'contract/agreement.ts',
      'contract/index.ts',
      'floor/agreement.ts',
      'floor/index.ts',
      'portal/agreement-form.html',
      'portal/agreement-form.ts',
      'portal/agreement.page.html',
      'portal/agreement.page.ts',
      'portal/agreements-words.ts',
      'portal/agreements.data.ts',
      'portal/agreements.page.html',
      'portal/agreements.page.ts',
      'portal/agreements.routes.ts',
      'portal/en.json',
      'portal/index.ts',
      'portal/sv.json',
    ]);
    assert.ok(files.includes('database/migrations/0001-agreements.ts'));
  });

  it('stands inside its walls from the first minute', () => {
    const code = files.filter((file) => file.endsWith('.ts') && file.startsWith('libs/'));
    assert.deepEqual(
      code.flatMap((file) => [...trespasses(file, textOf(file)), ...misshapes(file, textOf(file))]),
      [],
    );
    assert.deepEqual(strangers(files), []);
  });

  it('leaves no mark of the template, and the same words in both languages', () => {
    for (const file of files) assert.doesNotMatch(textOf(file), /__[A-Za-z]/, file);
    const keys = (language) => Object.keys(JSON.parse(textOf(`libs/agreements/portal/${language}.json`)));
    assert.deepEqual(keys('sv'), keys('en'));
  });

  it('is refused off the map and where one stands', async () => {
    await assert.rejects(layOut('weather', root), /not on the map/);
    await assert.rejects(layOut('agreements', root), /there already/);
  });
});
