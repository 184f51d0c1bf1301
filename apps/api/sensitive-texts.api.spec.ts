// "Jag råkade skriva något känsligt": hidden at once, then purged so that the word is nowhere left.
import type { Action, ActionUpdates } from '@samverkan/actions/contract';
import type { SensitiveContent, SensitiveText, SensitiveTexts } from '@samverkan/shared/contract';
import { type Client, type TestApp, everywhere, testApp, until } from '@samverkan/testing';

const canary = 'Kanariegulaväskan';
let app: TestApp;
let [ida, samir, eva, jon]: Client[] = [];
let action: Action;
let updateId: string;

beforeAll(async () => {
  app = await testApp();
  [ida, samir, eva, jon] = await Promise.all(
    ['ida.nordlund', 'samir.lund', 'eva.berglind', 'jon.wik'].map((name) => app.signIn(name)),
  );
});
afterAll(() => app.close());

const planted = async (): Promise<void> => {
  action = (
    await ida!.post<Action>('/api/actions', {
      title: `Rutin efter ${canary}`,
      description: `Det började med ${canary}.\nSedan kom planen.`,
      kind: 'routine',
      status: 'ongoing',
      visibility: 'county',
      responsibleFunction: `Ansvarig för ${canary}`,
      partnerNames: [`Elevhälsa ${canary}`],
    })
  ).body;
  await ida!.patch(`/api/actions/${action.id}`, { description: `Ändrat, men ${canary} står kvar.` }, 1);
  const { body } = await ida!.post<ActionUpdates>(`/api/actions/${action.id}/updates`, {
    happenedOn: '2026-11-01',
    done: `Möte om ${canary}`,
    counts: [{ profession: 'police', count: 9, of: 20, source: `Enligt ${canary}` }],
  });
  updateId = body.items[0]?.id ?? '';
  await ida!.put(`/api/drafts/change:${action.id}`, { content: { title: canary } });
  await ida!.put('/api/drafts/action:new', { content: { title: `Rutin efter ${canary}` } });
  await app.sql(`insert into demo_mail (to_address, subject, text) values ('a@b.example', 'Ny insats', $1)`, [
    `Rutin efter ${canary}`,
  ]);
};

const answers = async (): Promise<string[]> => {
  const texts: string[] = [];
  for (const reader of [ida!, samir!, eva!, jon!])
    for (const path of [
      '/api/actions?size=100',
      `/api/actions?q=${encodeURIComponent(canary)}`,
      '/api/activity?size=50',
      '/api/actions/waiting',
      '/api/actions/suggestion',
      '/api/sensitive-texts',
      `/api/actions/${action.id}`,
      `/api/actions/${action.id}/history`,
      `/api/actions/${action.id}/updates`,
      `/api/drafts/change:${action.id}`,
      '/api/drafts/action:new',
    ])
      texts.push((await reader.get(path)).text);
  return texts;
};

describe('something sensitive that was written by mistake', () => {
  let hidden: SensitiveText;

  it('is hidden at once from lists, search, feed, history and its own address, for the writer too', async () => {
    await planted();
    const seen = async () =>
      (await samir!.get<{ total: number }>(`/api/actions?q=${encodeURIComponent(canary)}`)).body.total;
    expect(await seen()).toBe(1);
    const answer = await ida!.post<SensitiveText>('/api/sensitive-texts', {
      area: 'actions',
      kind: 'action',
      objectId: action.id,
    });
    hidden = answer.body;
    expect([answer.status, hidden.reference, hidden.mayPurge]).toEqual([201, action.reference, true]);
    expect(await seen()).toBe(0);
    for (const reader of [ida!, samir!, eva!]) {
      expect((await reader.get(`/api/actions/${action.id}`)).status).toBe(404);
      expect((await reader.get<{ total: number }>(`/api/actions?q=${encodeURIComponent(canary)}`)).body.total).toBe(0);
      expect((await reader.get('/api/activity?size=50')).text).not.toContain(action.id);
    }
  });

  it('is listed by its reference alone, and only for those who may clean it', async () => {
    const { text, body } = await ida!.get<SensitiveTexts>('/api/sensitive-texts');
    expect(body.items.map((item) => item.id)).toEqual([hidden.id]);
    expect(text).not.toContain(canary);
    expect((await samir!.get<SensitiveTexts>('/api/sensitive-texts')).body.items).toEqual([]);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['POST', '/purge', { texts: {} }],
      ['POST', '/restore', {}],
    ] as const)
      expect((await samir!.send(method, `/api/sensitive-texts/${hidden.id}${path}`, body, {})).status).toBe(404);
  });

  it('gives its words to whoever cleans it, and to nobody without a trace', async () => {
    const { body } = await ida!.get<SensitiveContent>(`/api/sensitive-texts/${hidden.id}`);
    expect(body.fields.find((field) => field.name === 'title')?.text).toBe(`Rutin efter ${canary}`);
    expect(await app.sql(`select verb from audit where object_id = $1 order by id desc limit 2`, [action.id])).toEqual([
      { verb: 'text.hidden-read' },
      { verb: 'text.hidden' },
    ]);
  });

  it('is in no table and in no answer once the clean words are written', async () => {
    expect(
      (await ida!.post('/api/sensitive-texts', { area: 'actions', kind: 'update', objectId: updateId })).status,
    ).toBe(404);
    const clean = {
      title: 'Rutin efter en händelse',
      description: 'Ändrat.',
      responsibleFunction: 'Ansvarig för rutinen',
      partnerNames: 'Elevhälsa',
    };
    const done = await ida!.post(`/api/sensitive-texts/${hidden.id}/purge`, { texts: clean });
    expect([done.status, done.text]).toEqual([204, '']);
    expect((await samir!.get<Action>(`/api/actions/${action.id}`)).body).toMatchObject({
      title: clean.title,
      partners: [{ name: 'Elevhälsa' }],
    });
    const update = await ida!.post<SensitiveText>('/api/sensitive-texts', {
      area: 'actions',
      kind: 'update',
      objectId: updateId,
    });
    expect((await samir!.get<ActionUpdates>(`/api/actions/${action.id}/updates`)).body.items).toEqual([]);
    await ida!.post(`/api/sensitive-texts/${update.body.id}/purge`, {
      texts: { done: 'Möte om rutinen', sources: '' },
    });
    expect((await samir!.get<ActionUpdates>(`/api/actions/${action.id}/updates`)).body.items).toMatchObject([
      { done: 'Möte om rutinen', counts: [{ profession: 'police', count: 9, of: 20, source: '' }] },
    ]);

    expect(await everywhere(app, canary)).toEqual([]);
    for (const text of await answers()) expect(text).not.toContain(canary);
    expect(await app.sql(`select verb, outcome from audit where verb like 'text.%' order by id`)).toEqual(
      ['text.hidden', 'text.hidden-read', 'text.purged', 'text.hidden', 'text.purged'].map((verb) => ({
        verb,
        outcome: 'done',
      })),
    );
  });

  it('says in the history that words were removed, and not which', async () => {
    const { body } = await ida!.get<{ items: { what: string; before: unknown; after: unknown }[] }>(
      `/api/actions/${action.id}/history`,
    );
    expect(body.items.map((item) => item.what)).toContain('textRemoved');
    expect(body.items.find((item) => item.what === 'description')).toMatchObject({
      before: '[borttaget]',
      after: '[borttaget]',
    });
  });

  it('can be hidden by a reader who may not clean it, and shown again by the owner when it was nothing', async () => {
    const { body } = await samir!.post<SensitiveText>('/api/sensitive-texts', {
      area: 'actions',
      kind: 'action',
      objectId: action.id,
    });
    expect(body.mayPurge).toBe(false);
    expect((await samir!.get(`/api/sensitive-texts/${body.id}`)).status).toBe(403);
    expect((await ida!.post(`/api/sensitive-texts/${body.id}/restore`, {})).status).toBe(204);
    expect((await samir!.get(`/api/actions/${action.id}`)).status).toBe(200);
    expect((await ida!.post(`/api/sensitive-texts/${body.id}/restore`, {})).status).toBe(404);
  });

  it('is taken care of once, whoever else does the same at the same moment', async () => {
    const { body } = await ida!.post<SensitiveText>('/api/sensitive-texts', {
      area: 'actions',
      kind: 'action',
      objectId: action.id,
    });
    await app.sql('begin');
    await app.sql('select 1 from action where id = $1 for update', [action.id]);
    const both = Promise.all([1, 2].map(() => ida!.post(`/api/sensitive-texts/${body.id}/restore`, {})));
    // Which locks are waited for is told to the owner too; what others wait for, as pg_stat_activity has it, is not.
    const waiting = `select count(distinct pid)::int as n from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted`;
    const bothWait = async () => (await app.sql<{ n: number }>(waiting))[0]?.n === 2;
    await until(bothWait, Boolean, 10_000).finally(() => app.sql('commit'));
    const answers = (await both).map(({ status, body: said }) => [status, said?.['code']]).sort();
    expect(answers).toEqual([
      [204, undefined],
      [409, 'sensitive.already-ended'],
    ]);
  });

  it('cannot be used to touch what one may not read, nor to write a personal number in its place', async () => {
    const { body } = await eva!.post<Action>('/api/actions', {
      title: 'Eget utkast',
      kind: 'other',
      status: 'draft',
      visibility: 'own',
    });
    expect(
      (await jon!.post('/api/sensitive-texts', { area: 'actions', kind: 'action', objectId: body.id })).status,
    ).toBe(404);
    const hiddenAgain = await ida!.post<SensitiveText>('/api/sensitive-texts', {
      area: 'actions',
      kind: 'action',
      objectId: action.id,
    });
    const refused = await ida!.post(`/api/sensitive-texts/${hiddenAgain.body.id}/purge`, {
      texts: { title: 'Om 18900101-9802' },
    });
    expect(refused.body['issues']).toEqual([{ path: 'texts.title', code: 'text.personal-number' }]);
  });
});
