import type {
  BegunPublication,
  Hostings,
  Offer,
  OfferPublications,
  PublicationOffers,
  Uptake,
} from '@samverkan/learning/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let eva: Client;
let ida: Client;
let neighbour: Client;

beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
  neighbour = await app.someone('county_staff', 'county_board:23');
});
afterAll(() => app.close());

const opened = async (given: object = {}) => {
  const { body } = await eva.post<Offer>('/api/offers', {
    kind: 'campaign',
    title: 'Prov: kampanj med affisch',
    link: 'https://exempel.se/kampanj',
    description: 'Om kampanjen.',
    visibility: 'members',
    ...given,
  });
  const steps = { steps: [{ title: 'Affisch', link: 'https://exempel.se/affisch' }] };
  const kept = await eva.send<Uptake>('PUT', `/api/offers/${body.id}/steps`, steps, { 'if-match': '"1"' });
  await eva.post(`/api/offers/${body.id}/open`, {});
  return { at: `/api/offers/${body.id}/publications`, id: body.id, step: kept.body.steps[0]?.id ?? '' };
};
const begin = (at: string, stepId: string | null = null, by = eva) => by.post<BegunPublication>(at, { stepId });
const seen = async (at: string, by = eva) => (await by.get<OfferPublications>(at)).body;
const from = async (id: string, by = eva) => await by.get<PublicationOffers>(`/api/publications/${id}/offers`);

describe('the material of a training', () => {
  it('becomes a draft of a publication with what is known of it, and each leads to the other', async () => {
    const { at, id, step } = await opened();
    expect((await seen(at)).materials).toEqual([
      { stepId: null, title: 'Prov: kampanj med affisch', link: 'https://exempel.se/kampanj' },
      { stepId: step, title: 'Affisch', link: 'https://exempel.se/affisch' },
    ]);
    const whole = (await begin(at)).body;
    expect(whole).toMatchObject({
      status: 'draft',
      title: 'Prov: kampanj med affisch',
      summary: 'Om kampanjen.',
      authors: 'Länsstyrelsen Västernorrland',
      owners: [{ name: 'Länsstyrelsen Västernorrland' }],
      links: [{ address: 'https://exempel.se/kampanj' }],
    });
    const poster = (await begin(at, step)).body;
    expect(poster).toMatchObject({ title: 'Affisch', summary: '', links: [{ address: 'https://exempel.se/affisch' }] });
    expect(await seen(at)).toMatchObject({
      items: [
        { id: poster.id, status: 'draft', stepId: step },
        { id: whole.id, status: 'draft', stepId: null },
      ],
      materials: [],
    });
    expect((await from(poster.id)).body.items).toEqual([{ id, title: 'Prov: kampanj med affisch', kind: 'campaign' }]);
  });

  it('is meant for no more than the training is', async () => {
    for (const [visibility, meant] of [
      ['county', 'county'],
      ['participants', 'own'],
      ['members', 'members'],
    ]) {
      const { at } = await opened({ visibility });
      expect((await begin(at)).body).toMatchObject({ visibility: meant, summaryCut: false });
    }
  });

  it('is summed up in whole sentences, and it is said when some of them had no room', async () => {
    const sentence = 'Kampanjen vänder sig till alla som möter våld i sitt arbete. ';
    const { at } = await opened({ description: sentence.repeat(90).trim() });
    const { body } = await begin(at);
    expect(body.summaryCut).toBe(true);
    expect(body.summary).toBe(sentence.repeat(Math.floor(4001 / sentence.length)).trim());
  });

  it('is not taken back by an undo when somebody has written in it since', async () => {
    const { at } = await opened();
    const { id, version } = (await begin(at)).body;
    await eva.patch(`/api/publications/${id}`, { authors: 'Eva Berglind' }, version);
    const undone = () => eva.send('DELETE', `/api/publications/${id}`, undefined, { 'if-match': `"${version}"` });
    expect(await undone()).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    expect((await seen(at)).items).toMatchObject([{ id }]);
  });

  it('stands twice, plainly, where one draft is put back after another was begun', async () => {
    const { at } = await opened();
    const first = (await begin(at)).body.id;
    await eva.delete(`/api/publications/${first}`);
    const second = (await begin(at)).body.id;
    expect((await eva.post(`/api/publications/${first}/restoration`, {})).status).toBe(200);
    expect((await seen(at)).items.map(({ id, status }) => [id, status])).toEqual([
      [second, 'draft'],
      [first, 'draft'],
    ]);
  });

  it('stays where it comes from when the piece is taken out of the material, and the training itself can still be published', async () => {
    const { at, id, step } = await opened();
    const poster = (await begin(at, step)).body.id;
    const { version } = (await eva.get<Offer>(`/api/offers/${id}`)).body;
    await eva.send('PUT', `/api/offers/${id}/steps`, { steps: [] }, { 'if-match': `"${version}"` });
    expect(await seen(at)).toMatchObject({ items: [{ id: poster, stepId: null }], materials: [{ stepId: null }] });
    expect((await begin(at)).status).toBe(201);
  });

  it('is begun once, and again when the draft has been discarded', async () => {
    const { at } = await opened();
    const { id } = (await begin(at)).body;
    expect(await begin(at)).toMatchObject({ status: 409, body: { code: 'offer.is-publication' } });
    expect((await eva.delete(`/api/publications/${id}`)).status).toBe(204);
    expect(await seen(at)).toMatchObject({ items: [], materials: [{ stepId: null }, {}] });
    expect((await begin(at)).status).toBe(201);
  });

  it('tells nobody of the draft before it is published, not in the training’s history either', async () => {
    const { at, id } = await opened();
    const before = (await ida.get(`/api/offers/${id}/history`)).text;
    const draft = (await begin(at)).body.id;
    expect(await seen(at, ida)).toEqual({ items: [], materials: [] });
    expect((await from(draft, ida)).status).toBe(404);
    expect((await ida.get(`/api/offers/${id}/history`)).text).toBe(before);
    await eva.post(`/api/publications/${draft}/publication`, {});
    expect((await seen(at, ida)).items).toMatchObject([{ id: draft, status: 'published' }]);
  });

  it('leads to a training only those who see the training', async () => {
    const { at, id } = await opened({ visibility: 'county' });
    const published = (await begin(at)).body.id;
    await eva.post(`/api/publications/${published}/publication`, {});
    await eva.send('PUT', `/api/publications/${published}/visibility`, { visibility: 'members' }, {});
    expect((await from(published, ida)).body.items).toMatchObject([{ id }]);
    expect((await from(published, neighbour)).body.items).toEqual([]);
    expect((await neighbour.get(at)).status).toBe(404);
  });

  it('is published by a county board that holds it, and nobody else', async () => {
    const [kramfors] = await app.sql<{ id: string }>(`select id from organization where key = 'municipality:2282'`);
    const { at, id } = await opened({ hostIds: [kramfors?.id] });
    const { items } = (await eva.get<Hostings>(`/api/offers/${id}/hostings`)).body;
    await ida.post(`/api/hostings/${items[0]?.id}/accept`, {});
    expect(await seen(at, ida)).toEqual({ items: [], materials: [] });
    expect((await begin(at, null, ida)).status).toBe(403);
    expect((await begin(at, null, neighbour)).status).toBe(403);
    expect(await begin(at, '01900000-0000-7000-8000-000000000000')).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'stepId', code: 'field.not-a-choice' }] },
    });
  });
});
