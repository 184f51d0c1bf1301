// npm run drill -- import: a sheet of 2,000 contacts with 40 planted faults is told line by line, and without them imported in at most ten seconds, with progress.
import { build } from 'esbuild';
import { anApi } from './parts/api.mjs';
import { openGround } from './parts/ground.mjs';
import { peopleOf, withToken } from './parts/people.mjs';
import { rehearse } from './parts/rehearsal.mjs';

const mostMs = 10_000;

async function sample() {
  const { outputFiles } = await build({
    entryPoints: ['libs/contacts/api/import-sample.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

await rehearse('import', async ({ small, times, after, check, figure }) => {
  const rows = times(2000, 300);
  const wrong = small ? 10 : 40;
  const { asCsv, importSample } = await sample();
  const ground = await openGround({ after });
  const api = await anApi(ground, { after });
  await api.start();
  const [person] = await peopleOf(ground, 1, [{ role: 'coordinator', key: 'municipality:2282' }]);
  const { cookie, token } = await withToken(person, api.url);
  const ask = async (method, path, body, headers = {}) => {
    const from = performance.now();
    const answer = await fetch(`${api.url}/api/contacts/import${path}`, {
      method,
      headers: { 'content-type': 'application/octet-stream', cookie, 'x-xsrf-token': token, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, body: await answer.json(), ms: performance.now() - from };
  };

  const faulty = importSample(rows, wrong);
  const told = await ask('PUT', '/preview', asCsv(faulty.rows));
  const found = (told.body.rows ?? []).flatMap(({ line, issues }) =>
    issues.map(({ column, code }) => ({ line, column, code })),
  );
  check(
    `the faults told are not those planted: ${JSON.stringify(found).slice(0, 400)}`,
    JSON.stringify(found) === JSON.stringify(faulty.planted),
  );

  const key = 'drill-import-once';
  let seen = 0;
  const looking = setInterval(async () => {
    const { body } = await ask('GET', `/progress?key=${key}`);
    if (body.done > 0 && body.done < body.of) seen += 1;
  }, 50);
  const done = await ask('POST', '', asCsv(importSample(rows, 0).rows), { 'idempotency-key': key });
  clearInterval(looking);
  const again = await ask('PUT', '/preview', asCsv(importSample(rows, 0).rows));
  figure(
    `${rows} rows: ${found.length} of ${wrong} planted faults told in ${told.ms.toFixed(0)} ms, imported in ${done.ms.toFixed(0)} ms`,
  );
  check(`the import was answered ${done.status} ${JSON.stringify(done.body).slice(0, 200)}`, done.body.added === rows);
  check(`the import took ${done.ms.toFixed(0)} ms`, small || done.ms <= mostMs);
  check('nobody could see how far it had come', small || seen > 0);
  check('the same sheet would change something once more', again.body.counts?.same === rows);
});
