import type { Publication, PublicationFacets, PublicationPage } from '@samverkan/publications/contract';
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
const entered = async (more: object = {}, client = eva!): Promise<Publication> => {
  const { status, body, text } = await client.post<Publication>('/api/publications', {
    title: 'Samverkan kring våld i nära relationer',
    type: 'report',
    visibility: 'members',
    ...more,
  });
  expect([status, status === 201 ? '' : text]).toEqual([201, '']);
  return body;
};
const published = async (more: object = {}): Promise<Publication> => {
  const { id } = await entered(more);
  return (await eva!.post<Publication>(`/api/publications/${id}/publication`, {})).body;
};
const read = async (client: Client, id: string) => client.get<Publication>(`/api/publications/${id}`);
const boardOf = async (county: string) =>
  (await app.sql<{ id: string }>('select id from organization where key = $1', [`county_board:${county}`]))[0]?.id ??
  '';

describe('a publication', () => {
  it('is its owners’ while it is a draft, and shown as widely as it says once it is published', async () => {
    const { id, status, allowed } = await entered();
    expect([status, allowed.publish, allowed.discard]).toEqual(['draft', true, true]);
    expect((await read(colleague, id)).status).toBe(200);
    for (const other of [per!, ida!, jon!]) expect((await read(other, id)).status).toBe(404);
    await eva!.post(`/api/publications/${id}/publication`, {});
    for (const other of [per!, ida!, jon!]) expect((await read(other, id)).body.allowed.edit).toBe(false);
    expect((await ida!.post(`/api/publications/${id}/publication`, {})).status).toBe(403);
    const narrowed = await eva!.put<Publication>(`/api/publications/${id}/visibility`, { visibility: 'county' });
    expect(narrowed.body.visibility).toBe('county');
    expect([(await read(ida!, id)).status, (await read(per!, id)).status]).toEqual([200, 404]);
  });

  it('is one however many county boards own it, and each of them keeps it', async () => {
    const jamtland = await boardOf('23');
    const { id } = await published({ title: 'Kartläggning i fyra län', ownerIds: [jamtland], visibility: 'own' });
    const { body } = await read(per!, id);
    expect([body.owners.length, body.countyCodes, body.allowed.edit]).toEqual([2, ['22', '23'], true]);
    const changed = await per!.patch<Publication>(`/api/publications/${id}`, { pages: 40 }, body.version);
    expect([changed.status, changed.body.pages]).toEqual([200, 40]);
    const list = await per!.get<PublicationPage>('/api/publications?q=kartläggning+fyra');
    expect(list.body.items.filter((one) => one.id === id)).toHaveLength(1);
  });

  it('has a number of its own in its publisher’s year, and numbers that agree with themselves', async () => {
    await entered({ title: 'Den första', number: '2021:04', year: 2021 });
    const taken = await eva!.post<Refused>('/api/publications', {
      title: 'Den andra',
      type: 'report',
      number: '2021:04',
      year: 2021,
    });
    expect([taken.status, taken.body.issues]).toEqual([400, [{ path: 'number', code: 'publication.number-taken' }]]);
    await entered({ title: 'Ett annat år', number: '2021:04', year: 2022 });
    await entered({ title: 'Någon annans serie', number: '2021:04', year: 2021 }, per!);
    for (const [wrong, code] of [
      [{ issn: '1403-6240' }, 'publication.issn-unsound'],
      [{ isbn: '978-3-16-148410-1' }, 'publication.isbn-unsound'],
    ] as const) {
      const answer = await eva!.post<Refused>('/api/publications', { title: 'Fel nummer', type: 'report', ...wrong });
      expect([answer.status, answer.body.issues?.[0]?.code]).toEqual([400, code]);
    }
    expect((await entered({ title: 'Rätt nummer', issn: '1403-624X', isbn: '978-3-16-148410-0' })).issn).toBe(
      '1403-624X',
    );
  });

  it('says what it replaced and what has come in its place, in a chain that never closes on itself', async () => {
    const old = await published({ title: 'Den gamla', year: 2014 });
    const next = await published({ title: 'Den nya', year: 2018, supersedesIds: [old.id] });
    expect((await read(ida!, old.id)).body.supersededBy.map(({ id }) => id)).toEqual([next.id]);
    expect((await read(ida!, next.id)).body.supersedes.map(({ id }) => id)).toEqual([old.id]);
    const loop = await eva!.patch<Refused>(
      `/api/publications/${old.id}`,
      { supersedesIds: [next.id] },
      (await read(eva!, old.id)).body.version,
    );
    expect([loop.status, loop.body.issues?.[0]?.code]).toEqual([400, 'publication.supersedes-itself']);
    const current = await ida!.get<PublicationPage>('/api/publications?current=true&q=den+gamla');
    expect(current.body.items.some(({ id }) => id === old.id)).toBe(false);
    expect((await eva!.post<Refused>(`/api/publications/${old.id}/publication/undo`, {})).body.code).toBe(
      'publication.is-superseded',
    );
  });

  it('is replaced by one: whoever comes second is told by what and whose it is, and loses nothing', async () => {
    const old = await published({ title: 'Den som ersätts' });
    const first = await entered({ title: 'Först', supersedesIds: [old.id] });
    const second = await entered({ title: 'Sedan', series: 'Serie' });
    const refused = await colleague.patch<Refused & { current: { id: string; organization: { name: string } } }>(
      `/api/publications/${second.id}`,
      { supersedesIds: [old.id], series: 'En annan' },
      second.version,
    );
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'publication.already-superseded',
        issues: [{ path: 'supersedesIds.0', code: 'publication.already-superseded' }],
        current: { id: first.id, title: 'Först', organization: { name: 'Länsstyrelsen Västernorrland' } },
      },
    });
    expect((await read(eva!, second.id)).body).toMatchObject({ series: 'Serie', version: second.version });
    // When the other has been taken away, or withdrawn, nothing stands in the way.
    expect((await eva!.delete(`/api/publications/${first.id}`)).status).toBe(204);
    const change = { supersedesIds: [old.id] };
    expect((await eva!.patch(`/api/publications/${second.id}`, change, second.version)).status).toBe(200);
  });

  it('is replaced by the first that is published, of two drafts of boards that do not see each other’s', async () => {
    const old = await published({ title: 'Den gemensamma', ownerIds: [await boardOf('23')] });
    const ours = await entered({ title: 'Vår nya', supersedesIds: [old.id] });
    const theirs = await per!.post<Publication>('/api/publications', {
      title: 'Deras nya',
      type: 'report',
      supersedesIds: [old.id],
      visibility: 'members',
    });
    // A draft that she does not see is not told of by a refusal.
    expect(theirs.status).toBe(201);
    expect((await eva!.post(`/api/publications/${ours.id}/publication`, {})).status).toBe(200);
    const late = await per!.post<Refused>(`/api/publications/${theirs.body.id}/publication`, {});
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'publication.already-superseded', current: { id: ours.id } },
    });
    expect((await read(per!, theirs.body.id)).body.status).toBe('draft');
  });

  it('is not another board’s to replace', async () => {
    const theirs = await published({ title: 'Vår rapport', visibility: 'public' });
    const taken = await per!.post<Refused>('/api/publications', {
      title: 'Ersätter er',
      type: 'report',
      supersedesIds: [theirs.id],
    });
    expect([taken.status, taken.body.issues?.[0]]).toEqual([
      400,
      expect.objectContaining({ path: 'supersedesIds.0', code: 'field.not-a-choice' }),
    ]);
    expect((await read(ida!, theirs.id)).body.supersededBy).toEqual([]);
  });

  it('merges what two editors wrote in different fields, and gives both texts where it was the same', async () => {
    const { id, version } = await entered();
    expect((await eva!.patch(`/api/publications/${id}`, { series: 'Rapport' }, version)).status).toBe(200);
    expect((await colleague.patch(`/api/publications/${id}`, { pages: 12 }, version)).status).toBe(200);
    const clash = await colleague.patch<Refused>(`/api/publications/${id}`, { series: 'Skriftserie' }, version);
    expect([clash.status, clash.body.code]).toEqual([409, 'stale-version']);
    const history = await eva!.get<{ items: { what: string }[] }>(`/api/publications/${id}/history`);
    expect(history.body.items.map(({ what }) => what)).toEqual(['pages', 'series', 'created']);
  });

  it('is withdrawn with why, and stays readable; a draft is taken away and put back', async () => {
    const { id } = await published();
    const gone = await eva!.post<Publication>(`/api/publications/${id}/withdrawal`, { motive: 'Siffrorna var fel.' });
    expect([gone.body.status, gone.body.withdrawnMotive]).toEqual(['withdrawn', 'Siffrorna var fel.']);
    expect((await read(ida!, id)).body.withdrawnMotive).toBe('Siffrorna var fel.');
    const draft = await entered();
    expect((await eva!.delete(`/api/publications/${draft.id}`)).status).toBe(204);
    expect((await read(eva!, draft.id)).status).toBe(404);
    expect((await ida!.post(`/api/publications/${draft.id}/restoration`, {})).status).toBe(403);
    expect((await eva!.post<Publication>(`/api/publications/${draft.id}/restoration`, {})).body.id).toBe(draft.id);
  });

  it('waits on its owners’ start page when it should have been looked over', async () => {
    const { id } = await published({ reviewOn: '2020-01-01' });
    expect((await read(eva!, id)).body.stale).toBe(true);
    const waits = await eva!.get<{ items: { kind: string }[] }>('/api/activity/waiting');
    expect(waits.body.items.map(({ kind }) => kind)).toContain('publications.review');
    const past = await eva!.post<Refused>(`/api/publications/${id}/review`, { reviewOn: '2020-01-02' });
    expect(past.body.issues?.[0]?.code).toBe('field.in-the-past');
    expect(
      (await eva!.post<Publication>(`/api/publications/${id}/review`, { reviewOn: '2099-01-01' })).body.stale,
    ).toBe(false);
  });

  it('is counted by type, year, series and county as the reader sees it, and goes out as a file', async () => {
    await entered({ title: 'Dold serie', series: 'Hemlig serie' });
    const facets = await ida!.get<PublicationFacets>('/api/publications/facets');
    expect(facets.body.series.some(({ value }) => value === 'Hemlig serie')).toBe(false);
    const own = await eva!.get<PublicationFacets>('/api/publications/facets');
    expect(own.body.series.find(({ value }) => value === 'Hemlig serie')?.count).toBe(1);
    for (const format of ['csv', 'json', 'xlsx'])
      expect((await ida!.get(`/api/publications/export?format=${format}`)).status).toBe(200);
    expect((await ida!.get('/api/publications/export?format=csv&q=dold')).text).not.toContain('Hemlig');
  });
});
