import type { Method, MethodPage } from '@samverkan/methods/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [eva, per, ida, jon]: Client[] = [];
let colleague: Client;
beforeAll(async () => {
  app = await testApp();
  [eva, per, ida, jon] = await Promise.all(
    ['eva.berglind', 'per.ost', 'ida.nordlund', 'jon.wik'].map((who) => app.signIn(who)),
  );
  colleague = await app.someone('county_staff', 'county_board:22');
});
afterAll(() => app.close());

type Refused = { code: string; issues?: { path: string; code: string }[] };
const entered = async (more: object = {}, client = eva!): Promise<Method> => {
  const { status, body, text } = await client.post<Method>('/api/methods', { name: 'Provfrågor', ...more });
  expect([status, status === 201 ? '' : text]).toEqual([201, '']);
  return body;
};
const published = async (more: object = {}): Promise<Method> => {
  const { id } = await entered(more);
  return (await eva!.post<Method>(`/api/methods/${id}/publication`, {})).body;
};
const read = async (client: Client, id: string) => client.get<Method>(`/api/methods/${id}`);
const named = async (client: Client, query: string) =>
  (await client.get<MethodPage>(`/api/methods?size=50&${query}`)).body.items.map(({ name }) => name);

describe('a method', () => {
  it('is its county board’s while it is a draft, and shown as widely as it says once it is published', async () => {
    const { id, status, allowed } = await entered();
    expect([status, allowed.publish, allowed.discard, allowed.use]).toEqual(['draft', true, true, false]);
    expect((await read(colleague, id)).status).toBe(200);
    for (const other of [per!, ida!, jon!]) {
      expect((await read(other, id)).status).toBe(404);
      expect(await named(other, 'q=provfrågor')).toEqual([]);
    }
    await eva!.post(`/api/methods/${id}/publication`, {});
    for (const other of [per!, ida!, jon!])
      expect((await read(other, id)).body.allowed).toMatchObject({ edit: false, use: true });
    const narrowed = await eva!.put<Method>(`/api/methods/${id}/visibility`, { visibility: 'county' });
    expect(narrowed.body.visibility).toBe('county');
    expect([(await read(ida!, id)).status, (await read(per!, id)).status]).toEqual([200, 404]);
  });

  it('is kept by its own county board: another county’s and a municipality’s are refused', async () => {
    const { id, version } = await published({ name: 'Länets egen' });
    for (const other of [per!, ida!, jon!]) {
      expect((await other.patch(`/api/methods/${id}`, { name: 'Kapad' }, version)).status).toBe(403);
      expect((await other.post(`/api/methods/${id}/publication/undo`, {})).status).toBe(403);
    }
    expect((await ida!.post('/api/methods', { name: 'Kommunens egen' })).status).toBe(403);
    expect((await entered({ name: 'Grannlänets egen' }, per!)).organization.name).toContain('Jämtland');
  });

  it('claims nothing of the evidence without saying who says so, and when', async () => {
    const bare = await eva!.post<Refused>('/api/methods', { name: 'Utan källa', evidenceState: 'support' });
    expect([bare.status, bare.body.issues?.[0]]).toEqual([
      400,
      expect.objectContaining({ path: 'evidenceSource', code: 'method.evidence-needs-source' }),
    ]);
    const one = await entered({
      name: 'Med källa',
      evidenceState: 'some_support',
      evidenceSource: 'En myndighet',
      evidenceOn: '2024-03-01',
    });
    const emptied = await eva!.patch<Refused>(`/api/methods/${one.id}`, { evidenceSource: '' }, one.version);
    expect([emptied.status, emptied.body.issues?.[0]?.code]).toEqual([400, 'method.evidence-needs-source']);
    const back = await eva!.patch<Method>(
      `/api/methods/${one.id}`,
      { evidenceSource: '', evidenceState: 'not_assessed' },
      one.version,
    );
    expect([back.status, back.body.evidenceState]).toEqual([200, 'not_assessed']);
  });

  it('never takes a personal number in any of its texts', async () => {
    for (const field of ['name', 'purpose', 'notFor', 'evidence', 'training']) {
      const answer = await eva!.post<Refused>('/api/methods', { name: 'Prov', [field]: 'Gäller 19811218-9876 här' });
      expect([field, answer.status, answer.body.issues?.[0]?.path]).toEqual([field, 400, field]);
    }
  });

  it('is found by its words, by their stems and by whom it is for', async () => {
    const one = await published({
      name: 'Lingonsamtal',
      purpose: 'För barn som har upplevt våld i hemmet.',
      targetGroups: ['exposed_children'],
      professions: ['social_workers'],
      trainingRequired: true,
    });
    expect(await named(ida!, 'q=lingonsamtalen')).toEqual(['Lingonsamtal']);
    expect(await named(ida!, 'q=lingonsamtal&targetGroup=exposed_children')).toEqual(['Lingonsamtal']);
    expect(await named(ida!, 'q=lingonsamtal&targetGroup=perpetrators')).toEqual([]);
    expect(await named(ida!, 'q=lingonsamtal&training=false')).toEqual([]);
    expect(await named(ida!, 'q=lingonsamtal&evidence=support')).toEqual([]);
    const everything = await ida!.get<{ groups: { group: string; items: { id: string }[] }[] }>(
      '/api/search?q=lingonsamtal',
    );
    expect(everything.body.groups.find(({ group }) => group === 'methods')?.items.map(({ id }) => id)).toEqual([
      one.id,
    ]);
    // Without limits it is for everybody, and stands among those for each.
    await published({ name: 'Lingonlotsen' });
    expect(await named(ida!, 'q=lingonlotsen&targetGroup=perpetrators')).toEqual(['Lingonlotsen']);
  });

  it('is retired from a day on, says why, and leads on to what is used instead', async () => {
    const [old, next] = [await published({ name: 'Den gamla metoden' }), await published({ name: 'Den nya metoden' })];
    const retired = await eva!.post<Method>(`/api/methods/${old.id}/retirement`, {
      retiresOn: '2026-01-01',
      motive: 'Vi har enats om en annan.',
      replacedById: next.id,
    });
    expect(retired.body).toMatchObject({
      status: 'retired',
      retiredMotive: 'Vi har enats om en annan.',
      replacedBy: { id: next.id, name: 'Den nya metoden' },
    });
    expect((await read(ida!, next.id)).body.replaces.map(({ id }) => id)).toEqual([old.id]);
    const loop = await eva!.post<Refused>(`/api/methods/${next.id}/retirement`, {
      retiresOn: '2026-01-01',
      motive: 'Tvärtom',
      replacedById: old.id,
    });
    expect([loop.status, loop.body.issues?.[0]?.path]).toEqual([400, 'replacedById']);
    expect((await eva!.post<Refused>(`/api/methods/${next.id}/publication/undo`, {})).body.code).toBe(
      'method.is-built-on',
    );
    expect((await eva!.post<Method>(`/api/methods/${old.id}/retirement/undo`, {})).body.status).toBe('published');
    const ahead = await eva!.post<Method>(`/api/methods/${old.id}/retirement`, {
      retiresOn: '2099-01-01',
      motive: 'Vi byter då.',
    });
    expect([ahead.body.status, ahead.body.retiresOn]).toEqual(['published', '2099-01-01']);
  });

  it('merges what two editors wrote in different fields, and gives both texts where it was the same', async () => {
    const { id, version } = await entered({ name: 'Två skriver' });
    expect((await eva!.patch(`/api/methods/${id}`, { purpose: 'Evas.' }, version)).status).toBe(200);
    expect((await colleague.patch(`/api/methods/${id}`, { notFor: 'Kollegans.' }, version)).status).toBe(200);
    const clash = await colleague.patch<Refused>(`/api/methods/${id}`, { purpose: 'Kollegans.' }, version);
    expect([clash.status, clash.body.code]).toEqual([409, 'stale-version']);
    const history = await eva!.get<{ items: { what: string }[] }>(`/api/methods/${id}/history`);
    expect(history.body.items.map(({ what }) => what)).toEqual(['notFor', 'purpose', 'created']);
  });

  it('waits on its board’s start page when it should have been looked over', async () => {
    const { id } = await published({ name: 'Gammal sanning', reviewOn: '2020-01-01' });
    const waits = await eva!.get<{ items: { kind: string; path: string; count: number }[] }>('/api/activity/waiting');
    const wait = waits.body.items.find(({ kind }) => kind === 'methods.review');
    expect((await named(eva!, wait?.path.split('?')[1] ?? '')).length).toBe(wait?.count);
    expect(
      (await eva!.post<Refused>(`/api/methods/${id}/review`, { reviewOn: '2020-01-02' })).body.issues?.[0]?.code,
    ).toBe('field.in-the-past');
    expect((await eva!.post<Method>(`/api/methods/${id}/review`, { reviewOn: '2099-01-01' })).body.stale).toBe(false);
    const theirs = await ida!.get<{ items: { kind: string }[] }>('/api/activity/waiting');
    expect(theirs.body.items.some(({ kind }) => kind === 'methods.review')).toBe(false);
  });

  it('goes out as a file with the list’s filters, and never with what the reader does not see', async () => {
    await entered({ name: 'Dold metod' });
    for (const format of ['csv', 'xlsx'])
      expect((await ida!.get(`/api/methods/export?format=${format}`)).status).toBe(200);
    expect((await eva!.get('/api/methods/export?format=csv&q=dold')).text).toContain('Dold metod');
    expect((await ida!.get('/api/methods/export?format=csv&q=dold')).text).not.toContain('Dold metod');
  });
});
