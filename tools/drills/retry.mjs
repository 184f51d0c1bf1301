// A POST sent again and again with the same Idempotency-Key, over connections that break in the middle of the answer: exactly one effect each.
import { randomUUID } from 'node:crypto';
import { anApi } from './parts/api.mjs';
import { openGround } from './parts/ground.mjs';
import { ask, peopleOf, withToken } from './parts/people.mjs';
import { rehearse } from './parts/rehearsal.mjs';
import { halfApplied } from './parts/traces.mjs';
import { aWire } from './parts/wire.mjs';
import { ownWord } from './parts/words.mjs';

const copies = 20;
const atOnce = 24;

await rehearse('retry', async ({ times, after, check, figure }) => {
  const posts = times(10_000, 400);
  const deeds = Math.ceil(posts / copies);
  const ground = await openGround({ after });
  const api = await anApi(ground, { after });
  await api.start();
  const places = [
    { role: 'coordinator', key: 'municipality:2282' },
    { role: 'coordinator', key: 'municipality:2281' },
  ];
  const people = await Promise.all((await peopleOf(ground, 6, places)).map((person) => withToken(person, api.url)));
  // Every connection breaks in the middle of some answer, a third of them in the first.
  const wire = await aWire({
    port: api.port,
    breaks: () => Math.floor(Math.random() * (Math.random() < 0.3 ? 2500 : 40_000)),
  });
  after(async () => wire.close());
  const url = `http://127.0.0.1:${wire.port}`;

  const results = Array.from({ length: deeds }, () => ({ bodies: new Set(), replayed: 0, broken: 0, refused: [] }));
  const targets = [];
  for (const person of people) {
    const body = {
      title: `Mål för uppdateringar ${ownWord()}`,
      kind: 'other',
      status: 'planned',
      visibility: 'county',
    };
    targets.push(
      (await ask(person, api.url, 'POST', '/api/actions', body, { 'idempotency-key': randomUUID() })).body.id,
    );
  }
  const deed = (n) => {
    const person = n % people.length;
    return n % 2 === 0
      ? {
          person,
          path: '/api/actions',
          body: { title: `Övning ${n}`, kind: 'other', status: 'planned', visibility: 'county' },
        }
      : {
          person,
          path: `/api/actions/${targets[person]}/updates`,
          body: { happenedOn: '2026-01-15', done: `Övning ${n}` },
        };
  };
  const sendings = results.flatMap((_, n) => Array.from({ length: copies }, () => n));
  // Copies of one deed lie near each other, so that some meet while the first is still under way.
  sendings.sort((a, b) => Math.floor(a / 8) - Math.floor(b / 8) || Math.random() - 0.5);
  const keys = results.map(() => randomUUID());
  const send = async (n, to) => {
    const { person, path, body } = deed(n);
    try {
      const answer = await ask(people[person], to, 'POST', path, body, { 'idempotency-key': keys[n] });
      if (answer.status === 201) {
        results[n].bodies.add(
          path === '/api/actions' ? answer.body.id : answer.body.items.find(({ done }) => done === `Övning ${n}`)?.id,
        );
        if (answer.headers.get('idempotency-replayed')) results[n].replayed += 1;
      } else results[n].refused.push(`${answer.status} ${answer.body?.code}`);
    } catch {
      results[n].broken += 1;
    }
  };
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < sendings.length) await send(sendings[next++], url);
    }),
  );
  // Once more over a whole wire: what nobody was told of is told now.
  for (let n = 0; n < deeds; n++) await send(n, api.url);

  const sum = (field) => results.reduce((total, result) => total + result[field], 0);
  const rows = await ground.sql(
    `select (select count(*) from action where title like 'Övning %')::int as actions, (select count(*) from action_update where done like 'Övning %')::int as updates`,
  );
  const effects = rows[0].actions + rows[0].updates;
  const halves = await halfApplied(ground);
  const refused = results.flatMap((result) => result.refused);
  figure(
    `${sendings.length + deeds} POSTs of ${deeds} deeds, ${sum('broken')} broken connections, ${sum('replayed')} answered again`,
  );
  figure(`${effects} effects, ${halves.length} half-applied`);
  check(`${deeds} deeds had ${effects} effects`, effects === deeds);
  check(
    'a deed was answered in two ways',
    results.every(({ bodies }) => bodies.size === 1),
  );
  check(`half-applied: ${halves.join('; ')}`, halves.length === 0);
  check(`refused: ${[...new Set(refused)].slice(0, 5).join(', ')}`, refused.length === 0);
  check('no connection broke, so nothing was shown', sum('broken') > 0);
});
