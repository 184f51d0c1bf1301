import { Organization, OrganizationPage, OrganizationPlaces } from '@samverkan/organizations/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
beforeAll(async () => {
  app = await testApp();
  ida = await app.signIn('ida.nordlund');
});
afterAll(() => app.close());

const list = async (query: Record<string, string>) =>
  OrganizationPage.parse((await ida.get(`/api/organizations?${new URLSearchParams(query)}`)).body);
const names = async (query: Record<string, string>) => (await list(query)).items.map((item) => item.name);
const idOf = async (key: string) =>
  (await app.sql<{ id: string }>('select id from organization where key = $1', [key]))[0]?.id ?? '';
const read = async (key: string) => Organization.parse((await ida.get(`/api/organizations/${await idOf(key)}`)).body);

describe('the parties of the country', () => {
  it('are 21 county boards, 21 regions, 290 municipalities and 40 national bodies', async () => {
    const count = async (kind: string) =>
      (await app.sql(`select 1 from organization where kind = $1 and not demo`, [kind])).length;
    expect([await count('county_board'), await count('region'), await count('municipality')]).toEqual([21, 21, 290]);
    expect(await app.sql(`select 1 from organization where key like 'national:%'`)).toHaveLength(40);
  });

  it('bear no organisation number that nobody has checked', async () => {
    expect((await read('region:22')).organizationNumber).toBeNull();
    expect((await read('county_board:22')).organizationNumber).toBe('202100-2445');
  });
});

describe('searching for a party', () => {
  it('finds the region by the name it had as landsting, and says why', async () => {
    const { items } = await list({ q: 'landstinget västernorrland' });
    expect(items).toMatchObject([{ name: 'Region Västernorrland', matchedName: 'Landstinget Västernorrland' }]);
  });

  it('finds the county board by its name in the register', async () => {
    expect(await names({ q: 'länsstyrelsen i västernorrlands län' })).toEqual(['Länsstyrelsen Västernorrland']);
  });

  it('finds by a part of a word, in any order, and without the dots', async () => {
    expect(await names({ q: 'kommun kramf' })).toEqual(['Kramfors kommun']);
    expect(await names({ q: 'ornskoldsvik' })).toEqual(['Örnsköldsviks kommun']);
  });

  it('puts the abbreviation and the beginning of the name first', async () => {
    expect((await names({ q: 'skr' }))[0]).toBe('Sveriges Kommuner och Regioner');
    expect((await names({ q: 'polis' }))[0]).toMatch(/^Polis/);
  });

  it("puts the own county's parties before equally good ones", async () => {
    expect((await names({ q: 'region' })).slice(0, 2)).toEqual(['Region Västernorrland', 'Region Blekinge']);
    expect((await list({})).items[0]?.countyCode).toBe('22');
  });

  it('takes signs as signs, and finds nothing where there is nothing', async () => {
    expect(await list({ q: '%' })).toMatchObject({ items: [], total: 0 });
    expect(await list({ q: `'; drop table organization; --` })).toMatchObject({ total: 0 });
  });

  it('says no present name needs explaining', async () => {
    expect((await list({ q: 'polismyndigheten' })).items[0]).toMatchObject({
      name: 'Polismyndigheten',
      matchedName: null,
    });
  });
});

describe('narrowing the list', () => {
  it('shows the municipalities of a county, å ä ö last', async () => {
    expect(await names({ kind: 'municipality', county: '22' })).toEqual([
      'Härnösands kommun',
      'Kramfors kommun',
      'Sollefteå kommun',
      'Sundsvalls kommun',
      'Timrå kommun',
      'Ånge kommun',
      'Örnsköldsviks kommun',
    ]);
    expect((await names({ kind: 'municipality', county: '22', sort: 'name', order: 'desc' }))[0]).toBe(
      'Örnsköldsviks kommun',
    );
  });

  it('pages through all of them, each once', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => list({ size: '100', page: String(page), sort: 'county' })),
    );
    const ids = pages.flatMap((page) => page.items.map((item) => item.id));
    expect(new Set(ids).size).toBe(pages[0]?.total);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('counts for the map just what the list behind the number shows', async () => {
    const places = OrganizationPlaces.parse((await ida.get('/api/organizations/places?county=22')).body);
    expect(places.municipalities).toHaveLength(7);
    for (const { code, count } of places.municipalities)
      expect([code, (await list({ municipality: code })).total]).toEqual([code, count]);
  });

  it.each([
    ['an unknown field', 'farg=gron', 'farg'],
    ['an unknown kind', 'kind=bank', 'kind.0'],
    ['a sort that is not offered', 'sort=search', 'sort'],
    ['a page before the first', 'page=0', 'page'],
    ['a county that is no code', 'county=Gotland', 'county.0'],
  ])('refuses %s, and says where', async (_, query, path) => {
    const answer = await ida.get<{ code: string; issues: { path: string }[] }>(`/api/organizations?${query}`);
    expect([answer.status, answer.body.code, answer.body.issues[0]?.path]).toEqual([400, 'input.invalid', path]);
  });
});

describe('a party', () => {
  it('has its names through time, and the places it serves', async () => {
    const region = await read('region:22');
    expect(region.countyCodes).toEqual(['22']);
    expect(region.names).toEqual([
      {
        name: 'Region Västernorrland',
        usage: 'name',
        validFrom: '2019-01-01',
        validTo: null,
        verification: 'unverified',
      },
      {
        name: 'Landstinget Västernorrland',
        usage: 'name',
        validFrom: null,
        validTo: '2018-12-31',
        verification: 'unverified',
      },
    ]);
  });

  it('is found under a new name and the old one when it changes', async () => {
    const id = await idOf('municipality:2283');
    await app.sql('update organization set name = $2 where id = $1', [id, 'Ådalens kommun']);
    expect(await list({ q: 'Ådalens' })).toMatchObject({ items: [{ id }] });
    expect((await list({ q: 'Sollefteå kommun' })).items).toMatchObject([
      { id, name: 'Ådalens kommun', matchedName: 'Sollefteå kommun' },
    ]);
  });

  it('shows whose national assignment it is', async () => {
    expect(await read('national:lst-stockholm')).toMatchObject({
      parent: { name: 'Länsstyrelsen Stockholm', kind: 'county_board' },
    });
    expect(await read('national:nch')).toMatchObject({
      parent: { name: 'Länsstyrelsen Östergötland', kind: 'county_board' },
    });
  });

  it('is not found when it does not exist, and refuses an id that is none', async () => {
    expect((await ida.get('/api/organizations/01900000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await ida.get('/api/organizations/kramfors')).status).toBe(400);
    expect((await (await app.stranger()).get(`/api/organizations/${await idOf('region:22')}`)).status).toBe(401);
  });
});
