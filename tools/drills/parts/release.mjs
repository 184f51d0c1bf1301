// The system as a release left it: a backup of the demo county with people's own work in it, and the commit whose API it was.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../../system/processes.mjs';
import { ask, peopleOf, withToken } from './people.mjs';
import { startWriters } from './writers.mjs';

const folder = 'database/releases';

/** `{ name, folder, commit }[]`, oldest first. */
export const releases = () =>
  globSync(`${folder}/*/release.json`)
    .sort()
    .map((file) => ({ folder: dirname(file), ...JSON.parse(readFileSync(file, 'utf8')) }));

const places = [
  { role: 'coordinator', key: 'municipality:2282' },
  { role: 'coordinator', key: 'municipality:2281' },
  { role: 'county_staff', key: 'county_board:22' },
];

/** People who begin to write; `stop()` as of the writers. Each has a form half filled in as well. */
export async function busyPeople(ground, url) {
  const people = await Promise.all((await peopleOf(ground, 3, places)).map((person) => withToken(person, url)));
  for (const person of people)
    await ask(person, url, 'PUT', '/api/drafts/action', { content: { title: 'Påbörjad insats' } });
  await sayNotRight(people[0], url);
  await askByLetter(people[2], url);
  const goals = (
    await ground.sql(
      `select g.id from goal g join strategy s on s.id = g.strategy_id where s.status = 'adopted' order by g.key limit 2`,
    )
  ).map((row) => row.id);
  return startWriters(people, () => url, goals, { pauseMs: 20 });
}

/** Somebody says that a function of the directory is not right, where the version has a directory. */
async function sayNotRight(person, url) {
  const { body } = await ask(person, url, 'GET', '/api/contacts?scope=all');
  const [contact] = body?.items ?? [];
  if (contact) await ask(person, url, 'POST', `/api/contacts/${contact.id}/reports`, { what: ['phone'] });
}

/** A county board asks a function of its own by letter whether what stands there is true, where the version does so. */
async function askByLetter(person, url) {
  const { body } = await ask(person, url, 'GET', '/api/contacts?scope=county&size=100');
  for (const { id, mailbox } of body?.items ?? [])
    // Only its own are its to ask.
    if (mailbox && (await ask(person, url, 'POST', `/api/contacts/${id}/letters`, {})).status < 300) return;
}

export const workedFor = async (writers, ms) => {
  await sleep(ms);
  await writers.stop();
};

/** Builds the API of a commit into `target`; undefined when this clone does not have the commit. */
export async function buildCommit(commit, target) {
  const { code } = await run('sh', [
    '-c',
    `git archive ${commit} apps libs database tools tsconfig.base.json package.json | tar -x -C "${target}" && ln -s "$PWD/node_modules" "${target}/node_modules"`,
  ]);
  if (code !== 0) return undefined;
  const built = await run(process.execPath, ['tools/build-api.mjs'], { cwd: target });
  if (built.code !== 0) throw new Error(`The API of ${commit} could not be built:\n${built.output}`);
  await fetchFormer(target);
  return join(target, 'dist/apps/api');
}

/** Packages that the release stood on and this version no longer does, laid beside its programs. */
async function fetchFormer(target) {
  const { dependencies } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  const former = Object.entries(dependencies).filter(([name]) => !existsSync(join('node_modules', name)));
  if (former.length === 0) return;
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const wanted = former.map(([name, version]) => `${name}@${version}`);
  const flags = ['--prefix', join(target, 'dist'), '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code, output } = await run(program, [...first, 'install', ...flags, ...wanted]);
  if (code !== 0) throw new Error(`${wanted.join(', ')} of the release could not be fetched:\n${output}`);
}
