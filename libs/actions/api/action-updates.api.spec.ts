import type { Action, ActionUpdateWritten, ActionUpdates } from '@samverkan/actions/contract';
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
      { profession: 'police', count: 3 },
      { profession: 'social_workers', count: 14 },
    ]);
    const hers = (await eva.get<ActionUpdates>(`/api/actions/${action.id}/updates`)).body.items[0];
    expect(hers).toMatchObject({
      counts: [
        { profession: 'police', count: null },
        { profession: 'social_workers', count: 14 },
      ],
      writtenBy: null,
      organization: { name: 'Kramfors kommun' },
    });
    expect((await ida.get<Action>(`/api/actions/${action.id}`)).body.lastUpdateOn).toBe('2026-11-20');
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

  it('can be taken back within the day', async () => {
    const action = await logged();
    const { body } = await ida.post<ActionUpdates>(`/api/actions/${action.id}/updates`, {
      happenedOn: '2026-11-20',
      done: 'Fel insats',
    });
    expect(
      (await ida.delete<ActionUpdates>(`/api/actions/${action.id}/updates/${body.items[0]?.id}`)).body.items,
    ).toEqual([]);
    expect((await ida.get<Action>(`/api/actions/${action.id}`)).body.lastUpdateOn).toBeNull();
  });
});
