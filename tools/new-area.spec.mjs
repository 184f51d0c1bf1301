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
  await layOut('support-requests', root);
  files = globSync('**/*.*', { cwd: root }).sort();
});
after(() => rmSync(root, { recursive: true, force: true }));

const textOf = (file) => readFileSync(join(root, file), 'utf8');

describe('a new area', () => {
  it('has exactly the documented files', () => {
    const area = files.filter((file) => file.startsWith('libs/support-requests/')).map((file) => file.slice(22));
    assert.deepEqual(area, [
      'README.md',
      'api/index.ts',
      'api/support-request.entity.ts',
      'api/support-request.view.ts',
      'api/support-requests.api.spec.ts',
      'api/support-requests.controller.ts',
      'api/support-requests.module.ts',
      'api/support-requests.policy.spec.ts',
      'api/support-requests.policy.ts',
      'api/support-requests.service.ts',
      'contract/index.ts',
      'contract/support-request.ts',
      'floor/index.ts',
      'floor/support-request.ts',
      'portal/en.json',
      'portal/index.ts',
      'portal/support-request-form.html',
      'portal/support-request-form.ts',
      'portal/support-request.page.html',
      'portal/support-request.page.ts',
      'portal/support-requests-words.ts',
      'portal/support-requests.data.ts',
      'portal/support-requests.page.html',
      'portal/support-requests.page.ts',
      'portal/support-requests.routes.ts',
      'portal/sv.json',
    ]);
    assert.ok(files.includes('database/migrations/0001-support-requests.ts'));
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
    const keys = (language) => Object.keys(JSON.parse(textOf(`libs/support-requests/portal/${language}.json`)));
    assert.deepEqual(keys('sv'), keys('en'));
  });

  it('is refused off the map and where one stands', async () => {
    await assert.rejects(layOut('weather', root), /not on the map/);
    await assert.rejects(layOut('support-requests', root), /there already/);
  });
});
