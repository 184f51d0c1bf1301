// Fifty editors at the same few actions: no edit is lost, different fields merge, and the same field shows both.
import { anApi } from './parts/api.mjs';
import { openGround } from './parts/ground.mjs';
import { ask, peopleOf, withToken } from './parts/people.mjs';
import { percentile, rehearse } from './parts/rehearsal.mjs';
import { halfApplied } from './parts/traces.mjs';

const fields = ['description', 'responsibleFunction', 'title'];
const numberIn = (text) => Number(/(\d+)$/.exec(text ?? '')?.[1] ?? 0);

await rehearse('editors', async ({ small, times, after, check, figure }) => {
  const editors = small ? 12 : 50;
  const edits = times(200, 12);
  const objects = small ? 2 : 10;
  const ground = await openGround({ after });
  const api = await anApi(ground, { after });
  await api.start();
  const places = [
    { role: 'coordinator', key: 'municipality:2282' },
    { role: 'county_staff', key: 'county_board:22' },
  ];
  const people = await Promise.all(
    (await peopleOf(ground, editors, places)).map((person) => withToken(person, api.url)),
  );
  const actions = [];
  for (let n = 0; n < objects; n++) {
    const body = {
      title: `Räknare ${n} 0`,
      kind: 'other',
      status: 'planned',
      visibility: 'county',
      municipalityCodes: ['2282'],
    };
    actions.push((await ask(people[0], api.url, 'POST', '/api/actions', body)).body.id);
  }

  // An edit is a count of one more than what she read, in words of her own: an edit overwritten unseen would be missing from the sum.
  const done = new Map();
  const waits = [];
  const faults = [];
  let clashes = 0;
  const edit = async (person, n) => {
    const id = actions[n % objects];
    const field = fields[Math.floor(n / objects) % fields.length];
    const { body: read } = await ask(person, api.url, 'GET', `/api/actions/${id}`);
    let [version, base] = [read.version, read[field]];
    for (;;) {
      const mine = `Skrivet av ${n}, räknare ${numberIn(base) + 1}`;
      const from = performance.now();
      const { status, body } = await ask(
        person,
        api.url,
        'PATCH',
        `/api/actions/${id}`,
        { [field]: mine },
        { 'if-match': `"${version}"` },
      );
      waits.push(performance.now() - from);
      if (status === 200) break;
      if (status !== 409 || body.code !== 'stale-version') return void faults.push(`${status} ${body.code}`);
      clashes += 1;
      const shown = Object.keys(body.current?.fields ?? {});
      if (shown.join() !== field || body.current.fields[field] === base)
        faults.push(`a clash in ${field} showed ${shown.join() || 'nothing'}`);
      // She is shown both and writes them together.
      [version, base] = [body.current.version, body.current.fields[field]];
    }
    done.set(`${id} ${field}`, (done.get(`${id} ${field}`) ?? 0) + 1);
    return undefined;
  };
  await Promise.all(
    people.map(async (person, who) => {
      for (let n = 0; n < edits; n++) await edit(person, who * 1000 + n);
    }),
  );

  const lost = [];
  for (const [key, count] of done) {
    const [id, field] = key.split(' ');
    const [row] = await ground.sql(
      'select title, description, responsible_function as "responsibleFunction" from action where id = $1',
      [id],
    );
    const history = await ground.sql(
      'select count(distinct after)::int as n from change_log where object_id = $1 and field = $2',
      [id, field],
    );
    if (numberIn(row[field]) !== count || history[0].n !== count)
      lost.push(`${key}: ${count} edits, it says ${row[field]}, history has ${history[0].n}`);
  }
  const acknowledged = [...done.values()].reduce((total, count) => total + count, 0);
  const halves = await halfApplied(ground);
  figure(
    `${editors} editors × ${edits} edits of ${objects} actions: ${acknowledged} acknowledged, ${lost.length} lost, ${halves.length} half-applied`,
  );
  figure(
    `${clashes} clashes in the same field, each shown both; median ${percentile(waits, 0.5).toFixed(0)} ms, p95 ${percentile(waits, 0.95).toFixed(0)} ms`,
  );
  check(`lost: ${lost.slice(0, 3).join('; ')}`, lost.length === 0 && acknowledged === editors * edits);
  check(`wrong answers: ${[...new Set(faults)].slice(0, 5).join(', ')}`, faults.length === 0);
  check(`half-applied: ${halves.join('; ')}`, halves.length === 0);
  check('nobody met anybody, so nothing was shown', clashes > 0);
});
