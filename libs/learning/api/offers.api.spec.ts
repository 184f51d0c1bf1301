import type { Hostings, Offer, OfferPage, OfferSubKinds } from '@samverkan/learning/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let eva: Client;
let ida: Client;
let jon: Client;
let chief: Client;
let kramfors: string;

beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
  jon = await app.signIn('jon.wik');
  chief = await app.someone('county_admin', 'county_board:22');
  kramfors = await idOf(`select id from organization where key = 'municipality:2282'`);
});
afterAll(() => app.close());

const idOf = async (text: string, values: unknown[] = []) => (await app.sql<{ id: string }>(text, values))[0]?.id ?? '';
const day = async (from: number) =>
  (await app.sql<{ day: string }>('select (today() + $1::int)::text as day', [from]))[0]?.day ?? '';
const enter = async (given: object = {}, by = eva) =>
  (
    await by.post<Offer>('/api/offers', {
      kind: 'training_day',
      title: 'Prov: att fråga om våld',
      visibility: 'members',
      ...given,
    })
  ).body;
const step = (id: string, verb: string, by = eva) => by.post<Offer>(`/api/offers/${id}/${verb}`, {});
const listed = async (client: Client, query = '') =>
  (await client.get<OfferPage>(`/api/offers?size=100${query}`)).body.items.map(({ id }) => id);

describe('trainings over HTTP', () => {
  it('keeps a draft with its hosts until it is opened, whatever it is meant for', async () => {
    const { id, status } = await enter({ title: 'Kvitsippans konferens', kind: 'conference' });
    expect(status).toBe('draft');
    expect((await ida.get(`/api/offers/${id}`)).status).toBe(404);
    expect((await ida.get('/api/offers?q=Kvitsippans')).body).toMatchObject({ total: 0, kinds: [] });
    expect((await step(id, 'open')).body).toMatchObject({
      status: 'open',
      allowed: { verbs: ['close', 'hold', 'cancel', 'undo'] },
    });
    expect((await ida.get<Offer>(`/api/offers/${id}`)).body).toMatchObject({
      allowed: { edit: false, host: false, verbs: [] },
    });
    expect((await step(id, 'undo')).body).toMatchObject({ status: 'draft' });
    expect((await ida.get(`/api/offers/${id}`)).status).toBe(404);
    expect((await step(id, 'cancel')).body).toMatchObject({ status: 'cancelled' });
    expect((await ida.get(`/api/offers/${id}`)).status).toBe(404);
  });

  it('is held by several, each of whom may change it, and counted once', async () => {
    const { id, hosts } = await enter({ title: 'Tillsammansdagen', hostIds: [kramfors] });
    expect(hosts).toHaveLength(1);
    const { items } = (await eva.get<Hostings>(`/api/offers/${id}/hostings`)).body;
    await ida.post(`/api/hostings/${items[0]?.id}/accept`, {});
    expect((await ida.patch<Offer>(`/api/offers/${id}`, { subject: 'Att fråga' }, 2)).body).toMatchObject({
      hosts: [{ kind: 'county_board' }, { id: kramfors }],
      subject: 'Att fråga',
    });
    await step(id, 'open', ida);
    expect((await jon.get<OfferPage>('/api/offers?q=Tillsammansdagen')).body.total).toBe(1);
  });

  it('is found by kind, county, profession, host, place and period, and each kind is counted', async () => {
    const { id } = await enter({ title: 'Sökdagen', professions: ['police'] });
    const on = await day(40);
    const session = { day: on, from: '09:00', to: '16:00', place: 'Folkets hus Storfinnforsen', seats: 30 };
    expect((await eva.post<Offer>(`/api/offers/${id}/sessions`, session)).status).toBe(201);
    await step(id, 'open');
    for (const query of [
      'kind=training_day',
      'county=22',
      'profession=police',
      'q=Storfinnforsen',
      `from=${on}&to=${on}`,
    ])
      expect([query, (await listed(jon, `&${query}`)).includes(id)]).toEqual([query, true]);
    for (const query of ['kind=campaign', 'county=01', 'q=Lillfinnforsen', `from=${await day(41)}&to=${await day(42)}`])
      expect([query, (await listed(jon, `&${query}`)).includes(id)]).toEqual([query, false]);
    const { body } = await jon.get<OfferPage>('/api/offers?q=Storfinnforsen&kind=campaign');
    expect(body).toMatchObject({ total: 0, kinds: [{ kind: 'training_day', count: 1 }] });
    const file = await jon.get('/api/offers/export?format=csv&q=Storfinnforsen');
    expect(file.text).toContain('Sökdagen');
    expect((await jon.get<unknown[]>('/api/offers/export?format=json&q=Storfinnforsen')).body).toHaveLength(1);
  });

  it('stands in the calendar and as a file for a calendar program, in Swedish hours', async () => {
    const { id } = await enter({ title: 'Kalenderdagen' });
    const on = await day(20);
    const made = await eva.post<Offer>(`/api/offers/${id}/sessions`, {
      day: on,
      from: '09:00',
      to: '12:00',
      registerBy: await day(10),
    });
    await step(id, 'open');
    const { body } = await jon.get<{ items: { title: string; kind: string }[] }>('/api/calendar?area=learning');
    expect(
      body.items
        .filter(({ title }) => title === 'Kalenderdagen')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['learning.register_by', 'learning.training_day']);
    const file = await jon.get(`/api/offers/${id}/sessions/${made.body.sessions[0]?.id}/calendar`);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(file.text).toContain('SUMMARY:Kalenderdagen');
  });

  it('changes a session only as it was read, and refuses one that cannot be', async () => {
    const { id } = await enter();
    const session = { day: await day(20), from: '09:00', to: '12:00', seats: 10 };
    const bad = await eva.post(`/api/offers/${id}/sessions`, { ...session, from: '13:00' });
    expect(bad.body).toMatchObject({ issues: [{ path: 'to', code: 'offer.ends-before-it-starts' }] });
    const many = await eva.post(`/api/offers/${id}/sessions`, {
      ...session,
      quotas: [{ municipalityCode: '2282', seats: 11 }],
    });
    expect(many.body).toMatchObject({ issues: [{ path: 'quotas', code: 'offer.more-quotas-than-seats' }] });
    const made = (await eva.post<Offer>(`/api/offers/${id}/sessions`, session)).body.sessions[0];
    const at = `/api/offers/${id}/sessions/${made?.id}`;
    const more = { ...session, seats: 12, quotas: [{ municipalityCode: '2282', seats: 4 }] };
    const changed = await eva.send<Offer>('PUT', at, more, { 'if-match': '"1"' });
    expect(changed.body.sessions).toMatchObject([{ seats: 12, quotas: [{ seats: 4 }], version: 2 }]);
    expect((await eva.send('PUT', at, more, { 'if-match': '"1"' })).status).toBe(409);
    expect((await eva.delete<Offer>(at)).body.sessions).toEqual([]);
  });

  it('takes sub-kinds that a county’s administrator has made, and keeps what has one that is closed', async () => {
    const made = await chief.post<OfferSubKinds>('/api/offer-kinds', {
      kind: 'training_day',
      name: 'Grundkurs',
      countyCode: '22',
    });
    expect(made.status).toBe(201);
    const subKindId = made.body.items.find(({ name }) => name === 'Grundkurs')?.id;
    expect(
      (await chief.post('/api/offer-kinds', { kind: 'training_day', name: 'grundkurs', countyCode: '22' })).body[
        'code'
      ],
    ).toBe('offer.same-sub-kind');
    expect(
      (await chief.post('/api/offer-kinds', { kind: 'training_day', name: 'Grund', countyCode: '01' })).status,
    ).toBe(403);
    const { id, subKind } = await enter({ subKindId });
    expect(subKind).toMatchObject({ name: 'Grundkurs' });
    expect(
      (await eva.post('/api/offers', { kind: 'campaign', title: 'Fel slag', visibility: 'own', subKindId })).status,
    ).toBe(400);
    await chief.patch(`/api/offer-kinds/${subKindId}`, { closed: true, name: 'Grundkurs 1' }, 1);
    expect((await eva.get<Offer>(`/api/offers/${id}`)).body.subKind).toMatchObject({ name: 'Grundkurs 1' });
    expect((await eva.patch<Offer>(`/api/offers/${id}`, { title: 'Ett nytt namn' }, 1)).status).toBe(200);
    expect(
      (await eva.post('/api/offers', { kind: 'training_day', title: 'Ny', visibility: 'own', subKindId })).status,
    ).toBe(400);
  });

  it('is not entered by those who only read, nor with a personal number', async () => {
    const reader = await app.someone('national_reader', 'national:jamstalldhetsmyndigheten').catch(() => null);
    if (reader)
      expect((await reader.post('/api/offers', { kind: 'campaign', title: 'Nej', visibility: 'own' })).status).toBe(
        403,
      );
    const guarded = await eva.post('/api/offers', {
      kind: 'campaign',
      title: 'Gäller 18900101-9802',
      visibility: 'own',
    });
    expect(guarded.status).toBe(400);
  });

  it('tells whoever changes a session that a colleague has changed since how it stands, and overwrites nothing', async () => {
    const { id } = await enter();
    const hours = { day: '2027-03-01', from: '09:00', to: '16:00', place: 'Folkets hus', link: '', seats: 30 };
    const [made] = (await eva.post<Offer>(`/api/offers/${id}/sessions`, hours)).body.sessions;
    const change = (what: object) =>
      eva.send(
        'PUT',
        `/api/offers/${id}/sessions/${made?.id}`,
        { ...hours, ...what },
        { 'if-match': `"${made?.version}"` },
      );
    expect((await change({ place: 'Biblioteket' })).status).toBe(200);
    expect(await change({ seats: 40 })).toMatchObject({
      status: 409,
      body: {
        code: 'stale-version',
        current: { fields: { place: 'Biblioteket', seats: 30, quotas: [], registerBy: null } },
      },
    });
    expect((await eva.get<Offer>(`/api/offers/${id}`)).body.sessions[0]).toMatchObject({
      place: 'Biblioteket',
      seats: 30,
    });
  });

  it('tells what has happened to it, and keeps two who change different fields', async () => {
    const { id } = await enter();
    const change = (what: object) => eva.patch<Offer>(`/api/offers/${id}`, what, 1);
    expect((await change({ subject: 'Ett' })).status).toBe(200);
    expect((await change({ provider: 'Två' })).body).toMatchObject({ subject: 'Ett', provider: 'Två' });
    expect((await change({ subject: 'Annat' })).body).toMatchObject({
      code: 'stale-version',
      current: { fields: { subject: 'Ett' } },
    });
    const { body } = await eva.get<{ items: { what: string }[] }>(`/api/offers/${id}/history`);
    expect(body.items.map(({ what }) => what)).toEqual(['provider', 'subject', 'created']);
  });
});
