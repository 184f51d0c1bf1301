// npm run release -- <name> [<commit>]: keeps the demo county as the API of a commit (default HEAD) leaves it, in database/releases/<name>.
// `npm run drill -- migrate` tries every later migration on it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeBackup } from './backup/take.mjs';
import { anApi } from './drills/parts/api.mjs';
import { migrate, openGround, temporaryFolder } from './drills/parts/ground.mjs';
import { ask, peopleOf, withToken } from './drills/parts/people.mjs';
import { buildCommit, busyPeople, workedFor } from './drills/parts/release.mjs';
import { run } from './system/processes.mjs';
import { fail, Trouble } from './system/trouble.mjs';

const cleanings = [];
const after = (clean) => cleanings.push(clean);

/** Somebody hides a line she has written: what a later migration does to what lies hidden is tried too. */
async function hideLine(ground, url) {
  const [person] = await peopleOf(ground, 1, [{ role: 'coordinator', key: 'municipality:2282' }]);
  const keeper = await withToken(person, url);
  const action = { title: 'Övning med en dold rad', kind: 'network', status: 'planned', visibility: 'county' };
  const { body } = await ask(keeper, url, 'POST', '/api/actions', action);
  const line = { happenedOn: '2026-01-15', done: 'Övning' };
  await ask(keeper, url, 'POST', `/api/actions/${body?.id}/updates`, line);
  const lines = await ask(keeper, url, 'GET', `/api/actions/${body?.id}/updates`);
  const hidden = { area: 'actions', kind: 'update', objectId: lines.body?.items?.[0]?.id };
  const answer = await ask(keeper, url, 'POST', '/api/sensitive-texts', hidden);
  if (answer.status >= 300) throw new Trouble(`The release could not hide a line: ${JSON.stringify(answer.body)}`);
}

async function record(name, commit) {
  const outer = temporaryFolder();
  after(() => rmSync(outer, { recursive: true, force: true }));
  const programs = await buildCommit(commit, outer);
  if (!programs) throw new Trouble(`This clone does not have the commit ${commit}.`);
  const ground = await openGround({ after, own: true, migrated: false });
  await migrate(ground.url, ground.keysPath, {}, join(programs, 'migrate.mjs'));
  const api = await anApi(ground, { after, program: join(programs, 'main.mjs') });
  await api.start();
  await workedFor(await busyPeople(ground, api.url), 500);
  await hideLine(ground, api.url);
  await api.term();
  const folder = join('database/releases', name);
  const { tables } = await takeBackup({ url: ground.url, keys: ground.keys, folder });
  const { output } = await run('git', ['rev-parse', commit]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'release.json'), `${JSON.stringify({ name, commit: output.trim() }, null, 2)}\n`);
  const empty = tables.filter((table) => table.rows === 0).map((table) => table.name);
  console.log(`${folder}: ${tables.length} tables${empty.length > 0 ? `, without rows: ${empty.join(', ')}` : ''}.`);
}

try {
  const [name, commit = 'HEAD'] = process.argv.slice(2);
  if (!name) throw new Trouble('Its name? npm run release -- 0.2.0');
  await record(name, commit);
} catch (error) {
  fail(error);
} finally {
  for (const clean of cleanings.reverse()) await clean();
}
