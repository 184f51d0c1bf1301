// npm run drill -- import: sheets of 2,000 contacts and of 2,000 actions with 40 planted faults each are told line by line, and without them imported in at most ten seconds, with progress; actions go again all at once. An import that is killed midway leaves nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { anApi } from './parts/api.mjs';
import { openGround } from './parts/ground.mjs';
import { peopleOf, withToken } from './parts/people.mjs';
import { rehearse } from './parts/rehearsal.mjs';

const mostMs = 10_000;

/** A room's own maker of sheets, as it is written. */
async function sampleOf(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    format: 'esm',
    platform: 'node',
    tsconfig: 'tsconfig.base.json',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

await rehearse('import', async ({ small, times, after, check, figure }) => {
  const rows = times(2000, 300);
  const wrong = small ? 10 : 40;
  const ground = await openGround({ after });
  const api = await anApi(ground, { after });
  await api.start();
  const [person] = await peopleOf(ground, 1, [{ role: 'coordinator', key: 'municipality:2282' }]);
  const { cookie, token } = await withToken(person, api.url);
  const ask = async (method, path, body, headers = {}) => {
    const from = performance.now();
    const answer = await fetch(`${api.url}/api/${path}`, {
      method,
      headers: { 'content-type': 'application/octet-stream', cookie, 'x-xsrf-token': token, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, body: await answer.json(), ms: performance.now() - from };
  };

  const contacts = await sampleOf('libs/contacts/api/import-sample.ts');
  const plans = await sampleOf('libs/intake/api/import-sample.ts');
  const { asCsv } = contacts;

  const rehearsed = async (kind, importSample, added) => {
    const at = `${kind}/import`;
    const faulty = importSample(rows, wrong);
    const told = await ask('PUT', `${at}/preview`, asCsv(faulty.rows));
    const found = (told.body.rows ?? []).flatMap(({ line, issues }) =>
      issues.map(({ column, code }) => ({ line, column, code })),
    );
    check(
      `the faults told among ${kind} are not those planted: ${JSON.stringify(found).slice(0, 400)}`,
      JSON.stringify(found) === JSON.stringify(faulty.planted),
    );

    const sheet = asCsv(importSample(rows, 0).rows);
    const key = `drill-import-${kind}`;
    let seen = 0;
    const looking = setInterval(async () => {
      const { body } = await ask('GET', `${at}/progress?key=${key}`);
      if (body.done > 0 && body.done < body.of) seen += 1;
    }, 50);
    const done = await ask('POST', at, sheet, { 'idempotency-key': key });
    clearInterval(looking);
    const went = await ask('GET', `${at}/progress?key=${key}`);
    const again = await ask('PUT', `${at}/preview`, sheet);
    figure(
      `${rows} ${kind}: ${found.length} of ${wrong} planted faults told in ${told.ms.toFixed(0)} ms, imported in ${done.ms.toFixed(0)} ms`,
    );
    check(
      `the import of ${kind} was answered ${done.status} ${JSON.stringify(done.body).slice(0, 200)}`,
      added(done.body) === rows,
    );
    check(`the import of ${kind} took ${done.ms.toFixed(0)} ms`, small || done.ms <= mostMs);
    check(`nobody could see how far that of ${kind} had come`, small || seen > 0);
    check(
      `how that of ${kind} went is not told afterwards`,
      JSON.stringify(went.body.answer) === JSON.stringify(done.body),
    );
    check(`the same sheet of ${kind} would change something once more`, again.body.counts?.same === rows);
    return { sheet, done: done.body };
  };

  await rehearsed('contacts', contacts.importSample, ({ added }) => added);
  const actions = await rehearsed('actions', plans.importSample, ({ added }) => added?.length);
  const back = await ask('POST', 'actions/import/undo', JSON.stringify({ added: actions.done.added }), {
    'content-type': 'application/json',
  });
  figure(`taken back in ${back.ms.toFixed(0)} ms`);
  check(`taking back was answered ${back.status} ${JSON.stringify(back.body).slice(0, 200)}`, back.body.taken === rows);
  check(`taking back took ${back.ms.toFixed(0)} ms`, small || back.ms <= mostMs);

  const key = 'drill-import-killed';
  const killed = ask('POST', 'actions/import', actions.sheet, { 'idempotency-key': key }).catch(() => undefined);
  for (let looked = 0; looked < 400; looked += 1) {
    const { body } = await ask('GET', `actions/import/progress?key=${key}`);
    if (body.done > 0 || body.state === 'done') break;
    await sleep(20);
  }
  await api.kill();
  await killed;
  await api.start();
  const left = await ask('PUT', 'actions/import/preview', actions.sheet);
  const state = (await ask('GET', `actions/import/progress?key=${key}`)).body.state;
  check(
    `an import that was killed left ${JSON.stringify(left.body.counts)} and is told as ${state}`,
    left.body.counts?.new === rows && state === 'none',
  );
});
