import type { Action } from '@samverkan/actions/contract';
import type { Presence } from '@samverkan/shared/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [ida, colleague, eva, samir]: Client[] = [];
let id = '';
beforeAll(async () => {
  app = await testApp();
  [ida, eva, samir] = await Promise.all(['ida.nordlund', 'eva.berglind', 'samir.lund'].map((who) => app.signIn(who)));
  colleague = await app.someone('coordinator', 'municipality:2282');
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.sql('delete from presence');
  const input = { title: 'Gemensam rutin', kind: 'routine', status: 'planned', visibility: 'county' };
  ({
    body: { id },
  } = await ida!.post<Action>('/api/actions', input));
});

const at = () => `/api/actions/${id}/presence`;
const here = async (who: Client, field: string | null = null) => (await who.put<Presence>(at(), { field })).body.others;

describe('who writes in the same action', () => {
  it('is told by name to a colleague, and by organisation alone to others', async () => {
    expect(await here(ida!, 'title')).toEqual([]);
    expect(await here(eva!)).toEqual([
      { organization: { id: expect.any(String), name: 'Kramfors kommun' }, name: null, field: 'title' },
    ]);
    expect((await here(colleague!)).map(({ organization, name }) => [organization.name, name])).toEqual([
      ['Kramfors kommun', 'Ida Nordlund'],
      ['Länsstyrelsen Västernorrland', null],
    ]);
  });

  it('is not told any more when the form is closed, nor ten seconds after the last word of it', async () => {
    await here(ida!, 'title');
    await ida!.delete(at());
    expect(await here(eva!)).toEqual([]);
    await here(ida!, 'title');
    await app.sql(`update presence set until = until - interval '10 seconds'`);
    expect(await here(colleague!)).toEqual([]);
    // It is forgotten, not only left out.
    expect(await app.sql('select 1 from presence')).toHaveLength(1);
  });

  it('is told of the form one has opened last', async () => {
    await here(ida!, 'title');
    const other = await ida!.post<Action>('/api/actions', {
      title: 'En annan',
      kind: 'routine',
      status: 'planned',
      visibility: 'county',
    });
    await ida!.put(`/api/actions/${other.body.id}/presence`, { field: null });
    expect(await here(eva!)).toEqual([]);
  });

  it('is for those who may change it: others are refused, and of what they do not see they learn nothing', async () => {
    expect((await samir!.put(at(), { field: null })).status).toBe(403);
    await ida!.put(`/api/actions/${id}/visibility`, { visibility: 'own' });
    expect((await eva!.put(at(), { field: null })).status).toBe(404);
    expect((await eva!.delete(at())).status).toBe(404);
  });

  it('takes the name of a field and nothing else', async () => {
    for (const field of ['två ord', 'x'.repeat(41), '19900101-1234', 7, undefined])
      expect((await ida!.put(at(), { field })).status).toBe(400);
  });
});
