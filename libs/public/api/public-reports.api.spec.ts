// What cannot be used on a public page is told of by anybody, in a form without a script or a cookie, and answered by the county board.
import type { PublicReport, PublicReports } from '@samverkan/public/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [eva, ida, per]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [eva, ida, per] = await Promise.all(['eva.berglind', 'ida.nordlund', 'per.ost'].map((who) => app.signIn(who)));
});
afterAll(() => app.close());

const door = '/offentligt/lan/vasternorrland/tillganglighet/brist';
const tell = async (fields: Record<string, string>, path = door) => {
  const body = new URLSearchParams({ place: '', problem: '', replyTo: '', ...fields });
  const answer = await fetch(app.url + path, { method: 'POST', body, redirect: 'manual' });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
const told = async (client = eva!) => (await client.get<PublicReports>('/api/public-reports/22')).body.items;

it('is led to from the statement of each county, also where the county has written its own', async () => {
  const page = await (await fetch(`${app.url}/offentligt/lan/vasternorrland/tillganglighet`)).text();
  expect(page).toContain(`href="${door}"`);
  const form = await fetch(app.url + door);
  expect([form.status, form.headers.get('set-cookie'), form.headers.get('cache-control')]).toEqual([
    200,
    null,
    'no-store',
  ]);
  expect((await fetch(`${app.url}/offentligt/lan/finns-inte/tillganglighet/brist`)).status).toBe(404);
});

it('is kept for the county board that answers for the page, with the address that the answer is to go to', async () => {
  const answer = await tell({ place: 'Strategin', problem: 'Tabellen läses inte upp.', replyTo: 'las@example.org' });
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([201, null]);
  expect((await told())[0]).toMatchObject({
    place: 'Strategin',
    problem: 'Tabellen läses inte upp.',
    replyTo: 'las@example.org',
    language: 'sv',
    answeredAt: null,
  });
  expect((await ida!.get('/api/public-reports/22')).status).toBe(403);
  expect(await told(per!)).toEqual([]);
});

it('waits on the board’s start page until it is marked as answered, and the address is gone then', async () => {
  const waits = async () =>
    (await eva!.get<{ items: { kind: string }[] }>('/api/activity/waiting')).body.items.some(
      ({ kind }) => kind === 'public.reports',
    );
  expect(await waits()).toBe(true);
  const [one] = await told();
  expect((await per!.post(`/api/public-reports/${one?.id}/answer`)).status).toBe(404);
  const answer = await eva!.post<PublicReport>(`/api/public-reports/${one?.id}/answer`);
  expect([answer.status, answer.body.replyTo, answer.body.answeredBy !== null]).toEqual([201, null, true]);
  expect(await app.sql('select reply_to from public_report where id = $1', [one?.id])).toEqual([{ reply_to: null }]);
  expect(await waits()).toBe(false);
});

it('says what must be put right, with what was written still there, and keeps no identity number', async () => {
  const empty = await tell({ place: 'Startsidan', replyTo: 'inte en adress' });
  expect(empty.status).toBe(400);
  for (const part of ['problem-error', 'replyTo-error', 'value="Startsidan"']) expect(empty.text).toContain(part);
  const before = (await told()).length;
  const number = await tell({ problem: 'Filen om 19121212-1212 går inte att läsa.' });
  expect([number.status, number.text.includes('problem-error')]).toEqual([400, true]);
  expect((await told()).length).toBe(before);
});

it('goes sixty days after the answer, and a year after it came when nobody answered', async () => {
  await tell({ problem: 'Bilden saknar beskrivning.' });
  const due = async (days: number) =>
    (
      await app.sql<{ n: number }>(
        `select count(*)::int as n from retention_public_reports_due(now() + make_interval(days => $1))`,
        [days],
      )
    )[0]?.n;
  expect([await due(59), await due(61), await due(364), await due(366)]).toEqual([0, 1, 1, 2]);
});

it('is taken from one network sixty times an hour and no more; what must be put right does not count', async () => {
  const write = () => tell({ problem: 'Prov' }, `/en${door}`);
  await tell({ problem: '' });
  const statuses: number[] = [];
  for (let n = 0; n < 64; n++) statuses.push((await write()).status);
  // Two have been kept from here before.
  expect(statuses.filter((status) => status === 201)).toHaveLength(58);
  expect(statuses.slice(58)).toEqual([429, 429, 429, 429, 429, 429]);
  expect((await write()).headers.get('retry-after')).toBe('3600');
});

it('takes a long text with line breaks, in any script', async () => {
  const other = await testApp();
  const answer = await fetch(`${other.url}${door}`, {
    method: 'POST',
    body: new URLSearchParams({ place: '', replyTo: '', problem: `${'ا'.repeat(990)}\r\n${'ا'.repeat(1000)}` }),
  });
  expect(answer.status).toBe(201);
  await other.close();
});
