import type { Action } from '@samverkan/actions/contract';
import type { Recurrence, Recurring } from '@samverkan/intake/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [ida, samir, eva]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [ida, samir, eva] = await Promise.all(['ida.nordlund', 'samir.lund', 'eva.berglind'].map((who) => app.signIn(who)));
});
afterAll(() => app.close());

const input = (title: string, more: object = {}) => ({
  title,
  kind: 'training',
  status: 'planned',
  visibility: 'county',
  startsOn: '2025-03-01',
  endsOn: '2025-03-31',
  ...more,
});
const log = async (title: string, more: object = {}) =>
  (await ida!.post<Action>('/api/actions', input(title, more))).body;
const of = async (id: string, client = ida!) => (await client.get<Recurrence>(`/api/actions/${id}/recurrence`)).body;
const every = (id: string, rhythm: string | null, client = ida!) =>
  client.put<Recurrence>(`/api/actions/${id}/recurrence`, { every: rhythm });
const again = (id: string, title: string, more: object = {}, client = ida!) =>
  client.post<Action>(
    `/api/actions/${id}/again`,
    input(title, { startsOn: '2026-03-01', endsOn: '2026-03-31', ...more }),
  );
const due = async (client = ida!) =>
  (await client.get<Recurring>('/api/recurring-actions')).body.items.filter((one) => one.due).map(({ title }) => title);

describe('an action that is done again', () => {
  it('stands in one chain on both, oldest first, and takes its rhythm along', async () => {
    const first = await log('Kurs 2025');
    await every(first.id, 'year');
    const second = (await again(first.id, 'Kurs 2026')).body;
    const third = (await again(second.id, 'Kurs 2027', { startsOn: '2027-03-01', endsOn: '2027-03-31' })).body;
    for (const { id } of [first, second, third]) {
      const chain = await of(id);
      expect(chain.every).toBe('year');
      expect(chain.occurrences.map(({ title }) => title)).toEqual(['Kurs 2025', 'Kurs 2026', 'Kurs 2027']);
    }
    expect(await of(third.id)).toMatchObject({ nextOn: '2028-03-01', nextId: null });
    expect(await of(first.id)).toMatchObject({ nextOn: null, nextId: second.id });
  });

  it('is counted once in each period: the next is an action of its own, and the former is as it was', async () => {
    const first = await log('Räknas 2025', { startsOn: '2025-04-01', endsOn: '2025-04-30' });
    const before = (await ida!.get<Action>(`/api/actions/${first.id}`)).body;
    await again(first.id, 'Räknas 2026', { startsOn: '2026-04-01', endsOn: '2026-04-30' });
    expect((await ida!.get<Action>(`/api/actions/${first.id}`)).body).toEqual(before);
    const within = async (year: number) =>
      (await ida!.get<{ total: number }>(`/api/actions?q=R%C3%A4knas&from=${year}-01-01&to=${year}-12-31`)).body.total;
    expect([await within(2025), await within(2026), await within(2027)]).toEqual([1, 1, 0]);
  });

  it('is done again once, however many press at the same time; a cancelled next makes room for another', async () => {
    const first = await log('En gång');
    const answers = await Promise.all([again(first.id, 'En gång till'), again(first.id, 'En gång till')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'intake.done-again-already' });
    const next = answers.find(({ status }) => status === 201)?.body;
    await ida!.post(`/api/actions/${next?.id}/cancel`, { reason: 'Blev inte av' });
    expect((await again(first.id, 'Ändå en gång till')).status).toBe(201);
  });

  it('is refused as any action is, and then nothing is tied', async () => {
    const first = await log('Går inte');
    expect((await again(first.id, 'Om 19811218-9876')).body).toMatchObject({
      issues: [{ path: 'title', code: 'text.personal-number' }],
    });
    expect(await of(first.id)).toMatchObject({ nextId: null, occurrences: [] });
  });

  it('is its owners’ to say: others who see it may not, and who does not see it is told that it is not there', async () => {
    const seen = await log('Syns i länet');
    expect((await every(seen.id, 'year', samir)).status).toBe(403);
    expect((await again(seen.id, 'Kapad', {}, eva)).status).toBe(403);
    const own = await log('Bara vår', { visibility: 'own' });
    expect((await every(own.id, 'year', samir)).status).toBe(404);
    expect((await again(own.id, 'Kapad', {}, samir)).status).toBe(404);
  });

  it('shows of its chain only what the reader may see', async () => {
    const first = await log('Öppen kurs');
    await again(first.id, 'Hemlig kurs', { visibility: 'own' });
    expect((await of(first.id)).occurrences).toHaveLength(2);
    expect(await of(first.id, samir)).toMatchObject({ occurrences: [], nextId: null, mayChange: false });
  });
});

describe('a reminder of what comes again', () => {
  it('is among the first five hundred however much else comes again', async () => {
    const one = await log('Mall för många', { startsOn: '2025-06-01', endsOn: '2025-06-01' });
    const columns = (
      await app.sql<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = 'action'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname not in ('id', 'reference', 'title', 'starts_on', 'ends_on')`,
      )
    )
      .map(({ name }) => name)
      .join(', ');
    await app.sql(
      `with made as (insert into action (title, starts_on, ends_on, ${columns})
         select 'Många ' || n, today() - case when n > 600 then 400 else 10 end, today(), ${columns} from action, generate_series(1, 601) n where id = $1 order by n returning id, title)
       insert into action_recurrence (action_id, every) select id, 'year' from made`,
      [one.id],
    );
    expect(await due()).toContain('Många 601');
    await app.sql(`delete from action_recurrence r using action a where a.id = r.action_id and a.title like 'Många %'`);
  });

  it('comes when the next is soon to begin, and goes when it is there, or when it comes no more', async () => {
    const [soon, later] = await app.sql<{ day: string }>(
      `select (today() - interval '11 months')::date::text as day union all select (today() - interval '3 months')::date::text`,
    );
    const near = await log('Snart igen', { startsOn: soon?.day, endsOn: soon?.day });
    const far = await log('Längre fram', { startsOn: later?.day, endsOn: later?.day });
    await every(near.id, 'year');
    await every(far.id, 'year');
    expect(await due()).toContain('Snart igen');
    expect(await due()).not.toContain('Längre fram');
    expect(await due(samir)).toEqual([]);
    const waits = async () =>
      (await ida!.get<{ items: { kind: string; count: number }[] }>('/api/activity/waiting')).body.items?.find(
        ({ kind }) => kind === 'intake.again',
      )?.count ?? 0;
    const before = await waits();
    await every(near.id, null);
    expect(await due()).not.toContain('Snart igen');
    expect(await waits()).toBe(before - 1);
    await every(near.id, 'year');
    await again(near.id, 'Nu igen');
    expect(await due()).not.toContain('Snart igen');
  });
});
