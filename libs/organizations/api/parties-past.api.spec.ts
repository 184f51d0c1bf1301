import type {
  Organization,
  OrganizationHistory,
  OrganizationInput,
  OrganizationPage,
} from '@samverkan/organizations/contract';
import { type Answer, type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [ida, eva]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [ida, eva] = await Promise.all(['ida.nordlund', 'eva.berglind'].map((name) => app.signIn(name)));
});
afterAll(() => app.close());

let made = 0;
const aParty = async (input: Partial<OrganizationInput> = {}, by = eva!): Promise<Organization> => {
  const answer = await by.post<Organization>('/api/organizations', {
    name: `Föreningen Trygga rum ${(made += 1)}`,
    kind: 'civil_society',
    countyCodes: ['22'],
    ...input,
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
};
const read = async (id: string, query = '') => (await eva!.get<Organization>(`/api/organizations/${id}${query}`)).body;
const change = (party: Organization, fields: object, by = eva!): Promise<Answer<Organization>> =>
  by.patch<Organization>(`/api/organizations/${party.id}`, fields, party.version);
const refusal = ({ status, body }: Answer<object>) => {
  const { code, issues } = body as { code?: string; issues?: object[] };
  return issues ? [status, issues] : [status, code];
};

describe('what a party was', () => {
  const names = [
    { name: 'Trygga Norr', usage: 'name', validFrom: '2024-07-01', validTo: null },
    { name: 'Norra jouren', usage: 'name', validFrom: '2011-01-01', validTo: '2024-06-30' },
    { name: 'TN', usage: 'also', validFrom: null, validTo: null },
  ];

  it('is read as of a day: its name, kind, parent, places and words of the time', async () => {
    const parent = await aParty({ name: 'Riksföreningen' });
    const party = await aParty({ name: 'Norra jouren', description: 'Den gamla texten.', municipalityCodes: ['2282'] });
    const renamed = (await change(party, { names })).body;
    expect(renamed).toMatchObject({ name: 'Trygga Norr', version: 2 });
    const fields = {
      kind: 'federation',
      parentId: parent.id,
      description: 'Den nya texten.',
      municipalityCodes: ['2281', '2282'],
    };
    await change(renamed, { ...fields, from: '2025-01-01' });
    expect(await read(party.id, '?asOf=2020-05-05')).toMatchObject({
      name: 'Norra jouren',
      kind: 'civil_society',
      parent: null,
      description: 'Den gamla texten.',
      municipalityCodes: ['2282'],
      asOf: '2020-05-05',
      allowed: { edit: false },
    });
    expect(await read(party.id, '?asOf=2025-01-01')).toMatchObject({
      name: 'Trygga Norr',
      kind: 'federation',
      parent: { id: parent.id },
      municipalityCodes: ['2281', '2282'],
    });
    const then = async (query: string) =>
      (await eva!.get<OrganizationPage>(`/api/organizations?${query}`)).body.items.map(({ name }) => name);
    expect(await then('q=trygga%20norr&asOf=2020-05-05')).toEqual(['Norra jouren']);
    expect(await then('municipality=2281&kind=federation&asOf=2020-05-05')).not.toContain('Norra jouren');
    expect(await then('municipality=2281&kind=federation')).toContain('Trygga Norr');
  });

  it('is not changed by a correction, which says that it never was otherwise', async () => {
    const party = await aParty({ description: 'Med stavfell.' });
    await change(party, { description: 'Utan stavfel.' });
    expect((await read(party.id, '?asOf=2020-01-01')).description).toBe('Utan stavfel.');
  });

  it('gives way to a later change from an earlier day', async () => {
    const party = await aParty({ website: 'https://ett.example' });
    const second = (await change(party, { website: 'https://tva.example', from: '2025-06-01' })).body;
    await change(second, { website: 'https://tre.example', from: '2025-03-01' });
    const on = async (day: string) => (await read(party.id, `?asOf=${day}`)).website;
    expect([await on('2025-02-28'), await on('2025-03-01'), await on('2025-07-01')]).toEqual([
      'https://ett.example',
      'https://tre.example',
      'https://tre.example',
    ]);
  });

  it('has one name at a time, one today, and none from a day to come but among its names', async () => {
    const party = await aParty();
    const tried = async (...list: object[]) => refusal(await change(party, { names: list }));
    expect(await tried({ ...names[0], validFrom: '2011-05-01' }, names[1]!)).toEqual([
      400,
      [{ path: 'names', code: 'organization.names-overlap' }],
    ]);
    expect(await tried(names[1]!)).toEqual([400, [{ path: 'names', code: 'organization.no-present-name' }]]);
    const coming = [
      { name: party.name, usage: 'name', validFrom: null, validTo: '2099-12-31' },
      { name: 'Framtiden', usage: 'name', validFrom: '2100-01-01', validTo: null },
    ];
    expect((await change(party, { names: coming })).body.name).toBe(party.name);
    await app.sql(
      `update organization_name set valid_to = today() - 1 where organization_id = $1 and valid_to is not null`,
      [party.id],
    );
    await app.sql(`update organization_name set valid_from = today() where name = 'Framtiden'`);
    await app.sql('select organization_names_begin()');
    expect((await read(party.id)).name).toBe('Framtiden');
    expect(
      refusal(await change(await read(party.id), { website: null, from: '2099-01-01', abbreviation: 'F' })),
    ).toEqual([400, [{ path: 'from', code: 'organization.not-a-day-to-come' }]]);
  });
});

describe('the history of a party', () => {
  it('tells what was changed by which function of which organisation, and the name to her own alone', async () => {
    const party = await aParty({ abbreviation: 'A' });
    await change(party, { abbreviation: 'B' });
    const history = async (by: Client) =>
      (await by.get<OrganizationHistory>(`/api/organizations/${party.id}/history`)).body.items;
    const [entry, created] = await history(ida!);
    expect(created?.what).toBe('created');
    expect(entry).toMatchObject({
      what: 'abbreviation',
      before: 'A',
      after: 'B',
      organization: { name: 'Länsstyrelsen Västernorrland' },
      function: expect.stringMatching(/\w/),
      by: null,
    });
    expect((await history(eva!))[0]?.by).toBe('Eva Berglind');
  });

  it('can be taken one step back while nobody has changed anything after, past and all', async () => {
    const party = await aParty({ description: 'Först.' });
    const { body } = await change(party, { description: 'Sedan.', abbreviation: 'S', from: '2026-01-01' });
    const undo = (version: number, by = eva!) =>
      by.send<Organization>('POST', `/api/organizations/${party.id}/undo`, {}, { 'if-match': `"${version}"` });
    expect((await undo(1)).status).toBe(409);
    expect((await undo(body.version)).body).toMatchObject({ description: 'Först.', abbreviation: null, version: 3 });
    expect(await app.sql('select 1 from organization_past where organization_id = $1', [party.id])).toEqual([]);
    expect((await undo(3)).body).toMatchObject({ description: 'Sedan.' });
  });

  it('notes what has been checked against a source, until it is changed', async () => {
    const party = await aParty({ website: 'https://a.example', abbreviation: 'AB' });
    const { body } = await eva!.post<Organization>(`/api/organizations/${party.id}/checks`, {
      facts: ['website', 'abbreviation'],
      checked: true,
    });
    expect(Object.keys(body.checked).sort()).toEqual(['abbreviation', 'website']);
    expect(Object.keys((await change(body, { website: 'https://b.example' })).body.checked)).toEqual(['abbreviation']);
  });
});

describe('something sensitive in the words of a party', () => {
  it('is hidden at once by any reader, and purged from its past and its history', async () => {
    const canary = 'Kanariegulaväskan';
    const party = await aParty({ description: `Om ${canary}.` });
    await change(party, { description: `Mer om ${canary}.`, from: '2026-01-01' });
    const report = { area: 'organizations', kind: 'organization', objectId: party.id };
    const { body } = await ida!.post<{ id: string; mayPurge: boolean }>('/api/sensitive-texts', report);
    const seen = async () =>
      (
        await Promise.all(
          ['', '?asOf=2020-01-01', '/history'].map((more) => eva!.get(`/api/organizations/${party.id}${more}`)),
        )
      ).map(({ text }) => text.includes(canary));
    expect([await seen(), (await read(party.id)).textHidden]).toEqual([[false, false, false], true]);
    const chief = await app.someone('county_admin', 'county_board:22');
    expect((await chief.get(`/api/sensitive-texts/${body.id}`)).text).toContain(canary);
    const cleaned = await chief.post(`/api/sensitive-texts/${body.id}/purge`, {
      texts: { description: 'Om en händelse.' },
    });
    expect([cleaned.status, (await read(party.id)).description, await seen()]).toEqual([
      204,
      'Om en händelse.',
      [false, false, false],
    ]);
    expect(await app.sql(`select 1 from organization_past where value::text like '%${canary}%'`)).toEqual([]);
  });
});
