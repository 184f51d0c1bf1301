// Two processes, 500 live listeners, 1,000 events: everyone hears of everything she may see and of nothing else, also after her connection broke.
import { setTimeout as sleep } from 'node:timers/promises';
import { anApi, timeUntil } from './parts/api.mjs';
import { openGround } from './parts/ground.mjs';
import { ask, peopleOf, withToken } from './parts/people.mjs';
import { percentile, rehearse } from './parts/rehearsal.mjs';
import { aReader } from './parts/streams.mjs';
import { ownWord } from './parts/words.mjs';

// Who hears of what: own (0) the owner; participants (1) the county board too; county (2) its coordinators too; members (3) everyone signed in but the system administrator.
const places = [
  { role: 'coordinator', key: 'municipality:2282' },
  { role: 'coordinator', key: 'municipality:2281' },
  { role: 'county_staff', key: 'county_board:22' },
  { role: 'coordinator', key: 'municipality:2380' },
  { role: 'county_staff', key: 'county_board:23' },
  { role: 'partner', key: 'region:22' },
  { role: 'national_reader', key: 'national:socialstyrelsen' },
  { role: 'system_admin', key: 'county_board:22' },
];
const visibilities = ['own', 'participants', 'county', 'members'];
const ofCounty22 = (place) => places.indexOf(place) <= 2;
const hears = (place, writer, visibility) => {
  if (place.role === 'system_admin') return false;
  if (place === writer || visibility === 'members') return true;
  if (visibility === 'own' || !ofCounty22(place)) return false;
  return visibility === 'participants' ? place.role === 'county_staff' : true;
};

await rehearse('replicas', async ({ small, times, after, check, figure }) => {
  const listeners = small ? 32 : 500;
  const events = times(1000, 60);
  const ground = await openGround({ after });
  const apis = [await anApi(ground, { after }), await anApi(ground, { after })];
  await Promise.all(apis.map((api) => api.start()));
  const people = await peopleOf(ground, listeners, places);
  const heardAt = new Map();
  const readers = people.map((person, n) => {
    let connections = n;
    const reader = aReader(person, () => apis[connections++ % 2].url, {
      onChange: (change, self) => {
        self.objects.set(change.objectId, (self.objects.get(change.objectId) ?? 0) + 1);
        heardAt.set(change.objectId, performance.now());
      },
    });
    reader.objects = new Map();
    return reader;
  });
  after(() => Promise.all(readers.map((reader) => reader.close())));
  const opened = await timeUntil(async () => readers.every((reader) => reader.opened > 0), 60_000);
  check('not every listener could open her stream', opened !== undefined);

  const writers = [];
  for (const n of [0, 1])
    writers.push({
      ...(await withToken((await peopleOf(ground, 1, [places[n]]))[0], apis[n].url)),
      place: places[n],
      url: apis[n].url,
    });
  const told = [];
  const writtenAt = new Map();
  let going = true;
  // A tenth of the listeners lose their connection now and then, and come back to the other process.
  const cutting = (async () => {
    while (going) {
      await sleep(small ? 100 : 40);
      readers[Math.floor(Math.random() * Math.ceil(listeners / 10)) * 10]?.cut();
    }
  })();
  await Promise.all(
    writers.map(async (writer, which) => {
      for (let n = which; n < events; n += writers.length) {
        const visibility = visibilities[Math.floor(n / 2) % visibilities.length];
        const body = { title: `Övning ${ownWord()}`, kind: 'other', status: 'planned', visibility };
        const from = performance.now();
        const answer = await ask(writer, writer.url, 'POST', '/api/actions', body);
        if (answer.status !== 201) throw new Error(`A writer was refused: ${answer.status} ${answer.body?.code}`);
        writtenAt.set(answer.body.id, from);
        told.push({ id: answer.body.id, writer: writer.place, visibility });
      }
    }),
  );
  going = false;
  await cutting;
  const due = people.map((_, n) =>
    told.filter(({ writer, visibility }) => hears(places[n % places.length], writer, visibility)),
  );
  await timeUntil(async () => readers.every((reader, n) => due[n].every(({ id }) => reader.objects.has(id))), 30_000);

  let missed = 0;
  let misdirected = 0;
  let doubled = 0;
  readers.forEach((reader, n) => {
    const allowed = new Set(due[n].map(({ id }) => id));
    missed += due[n].filter(({ id }) => !reader.objects.has(id)).length;
    misdirected += [...reader.objects.keys()].filter((id) => !allowed.has(id)).length;
    doubled += [...reader.objects.values()].filter((times) => times > 1).length;
  });
  const deliveries = due.reduce((total, list) => total + list.length, 0);
  const delays = [...heardAt].map(([id, at]) => at - writtenAt.get(id)).filter(Number.isFinite);
  const breaks = readers.reduce((total, reader) => total + reader.breaks, 0);
  figure(`2 processes, ${listeners} listeners, ${told.length} events, ${deliveries} deliveries due`);
  figure(`${missed} missed, ${misdirected} misdirected, ${doubled} doubled, ${breaks} broken connections caught up`);
  figure(
    `the last listener hears after ${percentile(delays, 0.5).toFixed(0)} ms (median), ${percentile(delays, 0.95).toFixed(0)} ms (p95)`,
  );
  check(`${missed} missed`, missed === 0);
  check(`${misdirected} misdirected`, misdirected === 0);
  check('no connection broke, so no catching up was shown', breaks > 0);
});
