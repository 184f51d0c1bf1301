// Several people at one action: nothing of anybody's is lost, and what is taken away is taken away at once.
import type { Action } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp, until } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
let eva: Client;
beforeAll(async () => {
  app = await testApp();
  ida = await app.signIn('ida.nordlund');
  eva = await app.signIn('eva.berglind');
});
afterAll(() => app.close());

const anAction = async (more: object = {}) =>
  (
    await ida.post<Action>('/api/actions', {
      title: 'Samtalsgrupp',
      kind: 'support',
      status: 'ongoing',
      visibility: 'county',
      municipalityCodes: ['2282'],
      ...more,
    })
  ).body;

describe('two editors', () => {
  it('at the same moment, in different fields, are both saved', async () => {
    const { id } = await anAction();
    const answers = await Promise.all([
      ida.patch(`/api/actions/${id}`, { title: 'Idas titel' }, 1),
      eva.patch(`/api/actions/${id}`, { description: 'Evas text' }, 1),
      eva.patch(`/api/actions/${id}`, { targetGroups: ['perpetrators'] }, 1),
      ida.post(`/api/actions/${id}/pause`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { body } = await ida.get<Action>(`/api/actions/${id}`);
    expect(body).toMatchObject({
      title: 'Idas titel',
      description: 'Evas text',
      targetGroups: ['perpetrators'],
      status: 'paused',
      version: 5,
    });
  });

  it('in the same field: the later is shown what the earlier wrote, and both stand in the history when she has chosen', async () => {
    const { id } = await anAction();
    await ida.patch(`/api/actions/${id}`, { description: 'Idas text' }, 1);
    const clash = await eva.patch(`/api/actions/${id}`, { description: 'Evas text' }, 1);
    expect([clash.status, clash.body['code'], clash.body['current']]).toEqual([
      409,
      'stale-version',
      { version: 2, fields: { description: 'Idas text' } },
    ]);
    expect((await eva.patch(`/api/actions/${id}`, { description: 'Evas text' }, 2)).status).toBe(200);
    const { body } = await ida.get<{ items: { what: string; after: unknown }[] }>(`/api/actions/${id}/history`);
    expect(body.items.filter(({ what }) => what === 'description').map(({ after }) => after)).toEqual([
      'Evas text',
      'Idas text',
    ]);
  });

  it('who wrote the same thing agree, also when it is the same person whose answer was lost', async () => {
    const { id } = await anAction();
    await ida.patch(`/api/actions/${id}`, { description: 'Samma text' }, 1);
    const again = await ida.patch<Action>(`/api/actions/${id}`, { description: 'Samma text' }, 1);
    expect([again.status, again.body.version]).toEqual([200, 2]);
  });
});

describe('an action that is paused and resumed', () => {
  it('has been under way since the day it was before the pause', async () => {
    const { id } = await anAction();
    await app.sql(`update action set status_since = '2026-02-03' where id = $1`, [id]);
    await ida.post(`/api/actions/${id}/pause`);
    expect((await ida.get<Action>(`/api/actions/${id}`)).body.statusSince).not.toBe('2026-02-03');
    expect((await ida.post<Action>(`/api/actions/${id}/resume`)).body).toMatchObject({
      status: 'ongoing',
      statusSince: '2026-02-03',
    });
  });
});

describe('an action that others may no longer see', () => {
  /** Kinds of the events about the action that the reader can hear, as her stream asks: all that came before one that everybody hears. */
  const heardBy = async (reader: Client, id: string) => {
    const abort = new AbortController();
    const response = await fetch(`${app.url}/api/activity/stream`, {
      headers: { cookie: reader.cookieHeader, 'last-event-id': '0-0' },
      signal: abort.signal,
    });
    let heard = '';
    const reading = (async () => {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
        heard += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    const last = await anAction({ visibility: 'members' });
    await until(() => heard.includes(last.id)).finally(() => abort.abort());
    await reading;
    return [...heard.matchAll(/data: (\{.*\})\n/g)]
      .map(([, json]) => JSON.parse(json ?? '') as { objectId?: string; kind?: string })
      .filter(({ objectId }) => objectId === id)
      .map(({ kind }) => kind);
  };

  it('is gone from their open screens at once, and nobody else hears of it', async () => {
    const [samir, per] = [await app.signIn('samir.lund'), await app.signIn('per.ost')];
    const { id } = await anAction();
    expect(await heardBy(samir, id)).toEqual(['action.created']);
    await ida.put(`/api/actions/${id}/visibility`, { visibility: 'own' });
    expect(await heardBy(samir, id)).toEqual(['action.gone']);
    expect(await heardBy(per, id)).toEqual([]);
    expect(await heardBy(ida, id)).not.toContain('action.gone');
    expect((await samir.get<{ items: { objectId: string }[] }>('/api/activity')).body.items).not.toContainEqual(
      expect.objectContaining({ objectId: id }),
    );
  });

  it('is told to a partner who is left out, and not to those who still see it', async () => {
    const maja = await app.signIn('maja.ek');
    const [lyktan] = await app.sql<{ id: string }>(
      `select m.organization_id as id from membership m join app_user u on u.id = m.user_id where u.email like 'maja.ek@%'`,
    );
    const { id } = await anAction({ visibility: 'participants', partnerIds: [lyktan?.id] });
    expect(await heardBy(maja, id)).toEqual(['action.created']);
    await ida.patch(`/api/actions/${id}`, { partnerIds: [] }, 1);
    expect(await heardBy(maja, id)).toEqual(['action.gone']);
    expect(await heardBy(eva, id)).toEqual(['action.created', 'action.changed']);
  });
});
