import type { Offer, Uptake } from '@samverkan/learning/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let eva: Client;
let ida: Client;
let jon: Client;

beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
  jon = await app.signIn('jon.wik');
});
afterAll(() => app.close());

const keep = (by: Client, id: string, version: number, body: object) =>
  by.send<Uptake>('PUT', `/api/offers/${id}/steps`, body, { 'if-match': `"${version}"` });
const opened = async (kind: string, steps: string[]) => {
  const { id } = (await eva.post<Offer>('/api/offers', { kind, title: 'Prov: ta upp', visibility: 'members' })).body;
  const kept = await keep(eva, id, 1, { steps: steps.map((title) => ({ title })) });
  await eva.post(`/api/offers/${id}/open`, {});
  return { at: `/api/offers/${id}`, steps: kept.body.steps };
};

describe('what municipalities take up', () => {
  it('is joined with one press for one’s own municipality, and by the county board for any of its county', async () => {
    const { at } = await opened('campaign', ['Affisch']);
    const join = (by: Client, municipalityCode: string, done = true) =>
      by.put<Uptake>(`${at}/uptake`, { municipalityCode, done });
    expect((await join(ida, '2282')).body).toMatchObject({
      rows: [{ municipalityCode: '2282', done: [] }],
      mine: ['2282'],
    });
    expect((await join(ida, '2282')).body.rows).toHaveLength(1);
    expect((await join(ida, '2283')).status).toBe(403);
    expect((await join(jon, '2283')).status).toBe(403);
    expect((await join(eva, '2283')).body.rows).toHaveLength(2);
    expect((await join(eva, '0180')).status).toBe(403);
    expect((await join(ida, '2282', false)).body.rows).toMatchObject([{ municipalityCode: '2283' }]);
    expect((await jon.get<Uptake>(`${at}/uptake`)).body).toMatchObject({
      rows: [{ municipalityCode: '2283' }],
      mine: [],
    });
  });

  it('shows how far each has come, and keeps what is done of steps that stay', async () => {
    const { at, steps } = await opened('web_support', ['Läs', 'Skriv', 'Besluta']);
    const done = (stepId: string | undefined) =>
      ida.put<Uptake>(`${at}/uptake`, { municipalityCode: '2282', stepId, done: true });
    await done(steps[0]?.id);
    expect((await done(steps[1]?.id)).body.rows).toMatchObject([{ done: [steps[0]?.id, steps[1]?.id] }]);
    const fewer = { steps: [{ id: steps[1]?.id, title: 'Skriv om' }, { title: 'Följ upp' }] };
    const id = at.slice('/api/offers/'.length);
    const { version } = (await eva.get<Offer>(at)).body;
    const { body } = await keep(eva, id, version, fewer);
    expect(body.steps.map(({ title }) => title)).toEqual(['Skriv om', 'Följ upp']);
    expect(body.rows).toMatchObject([{ done: [steps[1]?.id] }]);
    // Read before others wrote them, they are not written over; the answer says which version stands.
    expect((await keep(eva, id, version, { steps: [] })).body).toMatchObject({
      code: 'stale-version',
      current: { version: version + 1 },
    });
    expect((await keep(ida, id, version + 1, { steps: [] })).status).toBe(403);
    expect((await done(steps[0]?.id)).status).toBe(400);
  });

  it('is not written back with steps that were read before something sensitive was taken out of them', async () => {
    const { at, steps } = await opened('web_support', ['Ring Solveig']);
    const { id, version } = (await eva.get<Offer>(at)).body;
    const hidden = { area: 'learning', kind: 'offer', objectId: id };
    const { body } = await eva.post<{ id: string }>('/api/sensitive-texts', hidden);
    const texts = { title: 'Prov: ta upp', steps: 'Ring' };
    expect((await eva.post(`/api/sensitive-texts/${body.id}/purge`, { texts })).status).toBe(204);
    const again = { steps: [{ id: steps[0]?.id, title: 'Ring Solveig' }] };
    expect((await keep(eva, id, version, again)).body).toMatchObject({ code: 'stale-version' });
  });
});
