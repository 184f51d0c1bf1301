import type { Action, ActionUpdateWritten, ActionUpdates } from '@samverkan/actions/contract';
import type { SensitiveContent } from '@samverkan/shared/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
let eva: Client;
beforeAll(async () => {
  app = await testApp();
  [ida, eva] = (await Promise.all(['ida.nordlund', 'eva.berglind'].map((name) => app.signIn(name)))) as [
    Client,
    Client,
  ];
});
afterAll(() => app.close());

let counter = 0;
const logged = async () =>
  (
    await ida.post<Action>('/api/actions', {
      title: `FREDA-utbildning ${++counter}`,
      kind: 'training',
      status: 'planned',
      visibility: 'county',
      municipalityCodes: ['2282'],
    })
  ).body;

const ofNobody = { of: null, about: false, source: '' };

describe('the lines of an action', () => {
  it('shows small counts to the owners and "fewer than five" to others', async () => {
    const action = await logged();
    const input = {
      happenedOn: '2026-11-20',
      done: 'Gemensam dag',
      effect: 'Kortare vägar',
      counts: [
        { profession: 'police', count: 3 },
        { profession: 'social_workers', count: 14 },
      ],
    };
    expect((await ida.post<ActionUpdates>(`/api/actions/${action.id}/updates`, input)).body.items[0]?.counts).toEqual([
      { profession: 'police', count: 3, ...ofNobody },
      { profession: 'social_workers', count: 14, ...ofNobody },
    ]);
    const hers = (await eva.get<ActionUpdates>(`/api/actions/${action.id}/updates`)).body.items[0];
    expect(hers).toMatchObject({
      counts: [
        { profession: 'police', count: null, ...ofNobody },
        { profession: 'social_workers', count: 14, ...ofNobody },
      ],
      writtenBy: null,
      organization: { name: 'Kramfors kommun' },
    });
    expect((await ida.get<Action>(`/api/actions/${action.id}`)).body.lastUpdateOn).toBe('2026-11-20');
  });

  const hr = { of: 40, about: true, source: 'HR-systemet, oktober 2026' };
  const seen = async (counts: object[]) => {
    const at = `/api/actions/${(await logged()).id}/updates`;
    const { status, body } = await ida.post<ActionUpdates & { issues?: object[] }>(at, {
      ...{ happenedOn: '2026-11-20', done: 'Gemensam dag', counts },
    });
    const others = (await eva.get<ActionUpdates>(at)).body.items[0]?.counts;
    return { status, issues: body.issues, own: body.items?.[0]?.counts, others };
  };

  it('say of how many, roughly or not, and where that number comes from', async () => {
    const counts = [
      { profession: 'social_workers', count: 14, ...hr },
      { profession: 'police', count: 6, of: 6, about: false, source: '' },
    ];
    expect(await seen(counts)).toMatchObject({ own: counts, others: counts });
  });

  it('are never more than they are out of, and name no source of nothing', async () => {
    const refused = async (count: object) => (await seen([{ profession: 'police', count: 14, ...count }])).issues;
    expect(await refused({ of: 13 })).toEqual([{ path: 'counts.0.of', code: 'update.more-than-there-are' }]);
    expect(await refused({ source: 'HR' })).toEqual([{ path: 'counts.0.of', code: 'update.of-how-many' }]);
    expect(await refused({ of: 20, source: '811218-9876' })).toEqual([
      { path: 'counts.0.source', code: 'text.personal-number' },
    ]);
  });

  it('tell others nothing that a small count could be reckoned from: of how many stands in no line that hides one, nor where one to four are left', async () => {
    const social = { profession: 'social_workers', count: 14 };
    const police = (count: number) => ({ profession: 'police', count });
    const ofOthers = async (counts: object[]) => (await seen(counts)).others?.map(({ of, source }) => [of, source]);
    const nothing = [null, ''];
    // All who came are seventeen: "< 5" beside "14 of 17" would be three.
    expect(
      await ofOthers([
        { ...social, of: 17 },
        { ...police(3), of: 17 },
      ]),
    ).toEqual([nothing, nothing]);
    // Whether it stands does not tell how few the hidden ones are.
    for (const few of [1, 2, 3, 4])
      expect(
        await ofOthers([
          { ...social, ...hr },
          { ...police(few), ...hr },
        ]),
      ).toEqual([nothing, nothing]);
    for (const [of, shown] of [
      [14, 14],
      [15, null],
      [18, null],
      [19, 19],
    ])
      expect([of, await ofOthers([{ ...social, of, source: 'HR' }])]).toEqual([of, [[shown, shown ? 'HR' : '']]]);
  });

  it('keep their other sources when one is cleaned, each at its own number', async () => {
    const at = `/api/actions/${(await logged()).id}/updates`;
    const counts = [
      { profession: 'police', count: 9, of: 20, source: 'Regionen' },
      { profession: 'managers', count: 8 },
      { profession: 'social_workers', count: 14, of: 40, source: 'Annas lista' },
      { profession: 'prosecutors', count: 7, of: 12, source: 'Kammaren' },
    ];
    const input = { happenedOn: '2026-11-20', done: 'Gemensam dag', counts };
    const { written } = (await ida.post<ActionUpdateWritten>(at, input)).body;
    const cleaned = async (sources: string) => {
      const report = { area: 'actions', kind: 'update', objectId: written };
      const { id } = (await ida.post<{ id: string }>('/api/sensitive-texts', report)).body;
      const { fields } = (await ida.get<SensitiveContent>(`/api/sensitive-texts/${id}`)).body;
      const before = fields.find(({ name }) => name === 'sources')?.text;
      const { status } = await ida.post(`/api/sensitive-texts/${id}/purge`, { texts: { sources } });
      const { items } = (await ida.get<ActionUpdates>(at)).body;
      return [before, status, items[0]?.counts.map(({ of, source }) => [of, source])];
    };
    expect(await cleaned('Regionen\nEn lista\nKammaren')).toEqual([
      'Regionen\nAnnas lista\nKammaren',
      204,
      [
        [20, 'Regionen'],
        [null, ''],
        [40, 'En lista'],
        [12, 'Kammaren'],
      ],
    ]);
    // A line is gone: what still stands word for word stays where it was.
    expect(await cleaned('Regionen\nKammaren')).toEqual([
      'Regionen\nEn lista\nKammaren',
      204,
      [
        [20, 'Regionen'],
        [null, ''],
        [40, ''],
        [12, 'Kammaren'],
      ],
    ]);
  });

  it('are about what has happened: not in the future', async () => {
    const action = await logged();
    const { body } = await ida.post(`/api/actions/${action.id}/updates`, { happenedOn: '2099-01-01', done: 'Prov' });
    expect(body['issues']).toEqual([{ path: 'happenedOn', code: 'update.in-the-future' }]);
  });

  it('come twenty at a time, the newest first, and older ones when more are asked for', async () => {
    const at = `/api/actions/${(await logged()).id}/updates`;
    const write = (n: number) =>
      ida.post<ActionUpdateWritten>(at, { happenedOn: `2026-10-${String(n).padStart(2, '0')}`, done: `Rad ${n}` });
    for (let n = 1; n <= 20; n++) await write(n);
    expect((await ida.get<ActionUpdates>(at)).body).toMatchObject({ older: false });
    const { body } = await write(21);
    expect([body.items.length, body.items[0]?.id, body.older]).toEqual([20, body.written, true]);
    const days = async (query: string) => (await ida.get<ActionUpdates>(at + query)).body.items.map((one) => one.done);
    expect([(await days('')).at(-1), (await days('?lines=21')).at(-1)]).toEqual(['Rad 2', 'Rad 1']);
    expect((await ida.get<ActionUpdates>(`${at}?lines=21`)).body.older).toBe(false);
    expect((await ida.get(`${at}?lines=0`)).body['issues']).toMatchObject([{ path: 'lines' }]);
    expect((await ida.delete<ActionUpdates>(`${at}/${body.written}`)).body).toMatchObject({ older: false });
  });

  it('can be taken back within the day, and put back by her own organisation', async () => {
    const action = await logged();
    const { body } = await ida.post<ActionUpdates>(`/api/actions/${action.id}/updates`, {
      happenedOn: '2026-11-20',
      done: 'Fel insats',
    });
    expect(
      (await ida.delete<ActionUpdates>(`/api/actions/${action.id}/updates/${body.items[0]?.id}`)).body.items,
    ).toEqual([]);
    expect((await ida.get<Action>(`/api/actions/${action.id}`)).body.lastUpdateOn).toBeNull();
    const back = `/api/actions/updates/${body.items[0]?.id}/restoration`;
    expect((await eva.post(back)).status).toBe(403);
    expect((await ida.post<ActionUpdates>(back)).body).toEqual({ items: body.items, older: false });
    expect((await ida.get<Action>(`/api/actions/${action.id}`)).body.lastUpdateOn).toBe('2026-11-20');
    // One that stands is left as it stands.
    expect((await ida.post<ActionUpdates>(back)).body.items).toEqual(body.items);
    const audited = `select verb from audit where object_id = $1 and verb like 'action.update-%' order by id`;
    expect((await app.sql<{ verb: string }>(audited, [action.id])).map(({ verb }) => verb)).toEqual([
      'action.update-taken-back',
      'action.update-put-back',
    ]);
  });

  it('go for good thirty days after they were taken back, and no sooner', async () => {
    const at = `/api/actions/${(await logged()).id}/updates`;
    const { written } = (await ida.post<ActionUpdateWritten>(at, { happenedOn: '2026-11-20', done: 'Fel insats' }))
      .body;
    await ida.delete(`${at}/${written}`);
    const night = 'select id from retention_lines_take(now(), array(select id from retention_lines_due(now())))';
    const lies = (days: number) =>
      app.sql(`update action_update set removed_at = now() - $2 * interval '1 day' where id = $1`, [written, days]);
    await lies(29);
    expect(await app.sql(night)).toEqual([]);
    await lies(31);
    expect(await app.sql(night)).toEqual([{ id: written }]);
    expect((await ida.post(`/api/actions/updates/${written}/restoration`)).status).toBe(404);
  });
});
