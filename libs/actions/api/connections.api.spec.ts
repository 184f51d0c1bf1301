// "Be länsstyrelsen koppla ihop er": whoever asks learns nothing by what happens or does not, and the county nothing by sending it on.
import type { Action, Connections, Cooperation, Nudge } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let timra: Client;
let solleftea: Client;
let eva: Client;
let lyktan: Client;
beforeAll(async () => {
  app = await testApp();
  timra = await app.someone('coordinator', 'municipality:2262');
  solleftea = await app.someone('coordinator', 'municipality:2283');
  eva = await app.someone('county_staff', 'county_board:22');
  lyktan = await app.someone('partner', 'demo:lyktan');
  await app.sql(`update action set status = 'cancelled' where visibility <= 1`);
});
afterAll(() => app.close());

const log = async (by: Client, fields: object) => {
  const given = { title: 'Kväll för alla', kind: 'campaign', status: 'planned', visibility: 'county', ...fields };
  const answer = await by.post<Action>('/api/actions', given);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
const secret = (by: Client, fields: object = {}) =>
  log(by, { title: 'Något hemligt', status: 'draft', visibility: 'own', ...fields });
const ask = (by: Client, { id }: { id: string }) => by.post<Action>(`/api/actions/${id}/connection`, {});
const seen = async (by: Client) => (await by.get<Connections>('/api/connections')).body;
const forward = async (action: Action) => {
  const task = (await seen(eva)).items.find((one) => one.action.id === action.id);
  return eva.post(`/api/connections/${task?.id}/forward`, {});
};
const waits = async (by: Client) =>
  (await by.get<{ items: { kind: string }[] }>('/api/activity/waiting')).body.items.map(({ kind }) => kind);

/** An answer without what differs between any two: ids, references, moments, and where the news stands. */
const bare = ({ status, text }: { status: number; text: string }) => [
  status,
  text
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/I-20\d\d-\w{6}/g, 'ref')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
    .replace(/"(cursor|nextBefore)" ?: ?"[^"]*"/g, 'cursor'),
];

describe('a question to the county', () => {
  it('answers whoever asks the same, whether there is somebody or nobody, and whatever that somebody does', async () => {
    const world = async (isThere: boolean) => {
      await app.sql(`delete from event`);
      await app.sql(`update action set alike_on = alike_on - 1 where alike_on is not null`);
      const hidden = await secret(solleftea);
      const own = await log(timra, {});
      if (!isThere) await app.sql(`update action set status = 'cancelled' where id = $1`, [hidden.id]);
      const met: unknown[] = [bare(await ask(timra, own)), bare(await ask(timra, own))];
      const look = async () => {
        for (const path of [
          `actions/${own.id}`,
          `actions/${own.id}/history`,
          `actions/${own.id}/cooperations`,
          'cooperations',
          'connections',
          'activity/waiting',
          'activity?size=20',
        ])
          met.push([path.replace(own.id, ''), bare(await timra.get(`/api/${path}`))]);
      };
      await look();
      const sent = bare(await forward(own));
      await look();
      const { nudges } = await seen(solleftea);
      expect(nudges.filter(({ state }) => state === 'open').length).toBe(isThere ? 1 : 0);
      for (const one of nudges.filter(({ state }) => state === 'open'))
        expect((await solleftea.post<Nudge>(`/api/nudges/${one.id}/decline`, {})).body.state).toBe('declined');
      await look();
      await app.sql(`update action set status = 'cancelled', connection_asked_on = null where id = any ($1)`, [
        [hidden.id, own.id],
      ]);
      return { met, sent };
    };
    const [nobody, somebody] = [await world(false), await world(true)];
    expect(somebody.met).toEqual(nobody.met);
    expect(somebody.sent).toEqual(nobody.sent);
    // It is not by looking nowhere that nothing is seen.
    expect(JSON.stringify(nobody.met)).toContain('connectionAskedOn');
  }, 30_000);

  it('is a task of the county, which sees what it sees anyhow, sends it on once, and lets nobody else do so', async () => {
    const own = await log(timra, { title: 'Nätverk för unga', kind: 'network' });
    await secret(solleftea, { title: 'Eget nätverk', kind: 'network' });
    await secret(lyktan, {
      title: 'Bara för dem som är med',
      kind: 'network',
      visibility: 'participants',
      status: 'planned',
    });
    expect((await ask(solleftea, own)).status).toBe(403);
    expect((await ask(timra, own)).body.connectionAskedOn).not.toBeNull();
    expect((await solleftea.get<Action>(`/api/actions/${own.id}`)).body.connectionAskedOn).toBeNull();
    expect(await waits(eva)).toContain('actions.connection');
    const task = (await seen(eva)).items.find(({ action }) => action.id === own.id);
    expect(task?.seen.map(({ title }) => title)).toEqual(['Bara för dem som är med']);
    for (const other of [timra, solleftea, lyktan])
      expect((await other.post(`/api/connections/${task?.id}/forward`, {})).status).toBe(404);
    expect((await forward(own)).status).toBe(200);
    expect((await forward(own)).body).toMatchObject({ code: 'connection.is-forwarded' });
    expect(await waits(eva)).not.toContain('actions.connection');
    expect((await eva.get('/api/connections')).text).not.toContain('Eget nätverk');
    expect((await seen(eva)).nudges).toEqual([]);
  });

  it('lets whoever it reaches make herself known by a proposal, also one who could not see the action', async () => {
    const own = await log(timra, { title: 'Stöd till anhöriga', kind: 'support' });
    const hers = await secret(lyktan, { title: 'Anhöriggrupp', kind: 'support' });
    await ask(timra, own);
    await forward(own);
    expect((await lyktan.get(`/api/actions/${own.id}`)).status).toBe(404);
    expect(await waits(lyktan)).toContain('actions.nudge');
    const [nudge] = (await seen(lyktan)).nudges;
    expect(nudge).toMatchObject({ action: { title: 'Stöd till anhöriga' }, ownAction: { title: 'Anhöriggrupp' } });
    expect((await solleftea.get(`/api/nudges/${nudge?.id}`)).status).toBe(404);
    expect((await eva.get(`/api/nudges/${nudge?.id}`)).status).toBe(404);
    const made = await lyktan.post<Cooperation>(`/api/nudges/${nudge?.id}/proposal`, {
      message: 'Vi har en grupp.',
      closesOwn: true,
    });
    expect([made.status, made.body.kind]).toEqual([201, 'proposal']);
    await timra.post(`/api/cooperations/${made.body.id}/accept`, {});
    expect((await lyktan.get<Action>(`/api/actions/${own.id}`)).body.owners).toHaveLength(2);
    expect((await lyktan.get<Action>(`/api/actions/${hers.id}`)).body.joinedInto?.id).toBe(own.id);
    expect((await ask(timra, await secret(timra))).body).toMatchObject({ code: 'connection.is-not-shown' });
  });
});
