import type {
  Duplicates,
  Organization,
  OrganizationInput,
  OrganizationPage,
  RegistrationChoices,
} from '@samverkan/organizations/contract';
import { type Answer, type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [ida, eva, jon, lyktan]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [ida, eva, jon] = await Promise.all(['ida.nordlund', 'eva.berglind', 'jon.wik'].map((name) => app.signIn(name)));
  lyktan = await app.someone('partner', 'demo:lyktan');
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
const idOf = async (key: string) =>
  (await app.sql<{ id: string }>('select id from organization where key = $1', [key]))[0]?.id ?? '';
const refusal = ({ status, body }: Answer<object>) => {
  const { code, issues } = body as { code?: string; issues?: object[] };
  return issues ? [status, issues] : [status, code];
};

describe('registering a party', () => {
  it('is for the county and its coordinators; the choices say so', async () => {
    const choices = async (by: Client) =>
      (await by.get<RegistrationChoices>('/api/organizations/registration')).body.countyCodes;
    expect([await choices(eva!), await choices(ida!), await choices(lyktan!)]).toEqual([['22'], ['22'], []]);
    expect(refusal(await lyktan!.post('/api/organizations', { name: 'Ny', kind: 'other' }))).toEqual([
      403,
      'rights.not-permitted',
    ]);
  });

  it('is found at once, by its name and its abbreviation, and kept by whoever registered it', async () => {
    const party = await aParty({ name: 'Norrskenets stödlinje', abbreviation: 'NSL' }, ida!);
    expect(party).toMatchObject({ version: 1, names: [{ name: 'Norrskenets stödlinje' }], countyCodes: ['22'] });
    const found = (await jon!.get<OrganizationPage>('/api/organizations?q=nsl')).body;
    expect(found.items.map(({ id }) => id)).toEqual([party.id]);
    expect((await change(party, { website: 'https://norrsken.example' }, ida!)).body.website).toBe(
      'https://norrsken.example',
    );
  });

  it('passes to the county at its first change', async () => {
    const party = await aParty({}, ida!);
    const { body } = await change(party, { abbreviation: 'FTR' });
    expect(refusal(await change(body, { abbreviation: 'X' }, ida!))).toEqual([403, 'rights.not-permitted']);
  });

  it("needs a county, and not somebody else's", async () => {
    const tried = (countyCodes: string[]) =>
      eva!.post('/api/organizations', { name: 'Nätverket', kind: 'other', countyCodes });
    expect(refusal(await tried([]))).toEqual([400, [{ path: 'countyCodes', code: 'organization.needs-county' }]]);
    expect(refusal(await tried(['22', '01']))).toEqual([
      400,
      [{ path: 'countyCodes', code: 'organization.county-not-yours' }],
    ]);
  });

  it("refuses a sole trader's number with the reason, and keeps, repeats and logs nothing of it", async () => {
    const answer = await eva!.post('/api/organizations', {
      name: 'Handledning i norr',
      kind: 'other',
      countyCodes: ['22'],
      organizationNumber: '900101-9802',
    });
    expect(refusal(answer)).toEqual([400, [{ path: 'organizationNumber', code: 'organization.number-is-personal' }]]);
    expect(answer.text).not.toContain('9802');
    expect(await app.sql(`select 1 from organization where name = 'Handledning i norr'`)).toEqual([]);
  });

  it('has no street address in the words of a shelter, whichever of its texts says that it is one', async () => {
    const tried = await eva!.post('/api/organizations', {
      name: 'Kvinnojouren Gryning',
      kind: 'civil_society',
      countyCodes: ['22'],
      description: 'Du hittar oss på Björkvägen 12.',
    });
    expect(refusal(tried)).toEqual([400, [{ path: 'description', code: 'text.shelter-address' }]]);
    const party = await aParty({ name: 'Kvinnojouren Gryning' });
    expect(refusal(await change(party, { descriptionEn: 'Storgatan 3 B' }))).toEqual([
      400,
      [{ path: 'descriptionEn', code: 'text.shelter-address' }],
    ]);
  });

  it('can be taken back while nobody has changed it, and not when something hangs on it', async () => {
    const party = await aParty({}, ida!);
    const gone = await ida!.send('DELETE', `/api/organizations/${party.id}`, undefined, { 'if-match': '"1"' });
    expect([gone.status, (await ida!.get(`/api/organizations/${party.id}`)).status]).toEqual([204, 404]);
    const used = await aParty({}, ida!);
    await ida!.post('/api/actions', {
      title: 'Ihop',
      kind: 'other',
      status: 'planned',
      visibility: 'county',
      partnerIds: [used.id],
    });
    const refused = await ida!.send('DELETE', `/api/organizations/${used.id}`, undefined, { 'if-match': '"1"' });
    expect([refused.status, (await read(used.id)).id]).toEqual([409, used.id]);
  });
});

describe('the hint that a party is there already', () => {
  const alike = async (name: string, more = '') =>
    (await eva!.get<Duplicates>(`/api/organizations/duplicates?name=${encodeURIComponent(name)}${more}`)).body.items;

  it('knows it by a former name, by a name spelt otherwise and by its number, the likest first', async () => {
    expect((await alike('Landstinget i Västernorrland'))[0]).toMatchObject({
      name: 'Region Västernorrland',
      matchedName: 'Landstinget Västernorrland',
    });
    expect((await alike('Kramfors kommunn'))[0]?.name).toBe('Kramfors kommun');
    expect((await alike('Något helt annat', '&organizationNumber=202100-2445'))[0]).toMatchObject({
      name: 'Länsstyrelsen Västernorrland',
      sameNumber: true,
    });
  });

  it('is silent about what is only a word alike', async () => {
    expect(await alike('Qvintessens')).toEqual([]);
    expect((await alike('Sundsvalls kommun')).map(({ name }) => name)).toEqual(['Sundsvalls kommun']);
  });
});

describe('keeping a party', () => {
  it('is for its own people and its county, and for nobody else', async () => {
    const sundsvall = await idOf('municipality:2281');
    const party = await read(sundsvall);
    expect(refusal(await change(party, { website: 'https://x.example' }, ida!))).toEqual([403, 'rights.not-permitted']);
    expect((await change(party, { website: 'https://sundsvall.example' })).status).toBe(200);
    const own = (await lyktan!.get<Organization>(`/api/organizations/${await idOf('demo:lyktan')}`)).body;
    expect(own.allowed).toMatchObject({ edit: true, editKind: true, editPlaces: true });
    expect((await change(own, { description: 'Stöd till unga.' }, lyktan!)).body.description).toBe('Stöd till unga.');
  });

  it("leaves the nation's list as it is: kind and places of a municipality are the law's", async () => {
    const party = await read(await idOf('municipality:2284'));
    expect(refusal(await change(party, { kind: 'other' }))).toEqual([403, 'organization.kind-stays']);
    expect(refusal(await change(party, { countyCodes: ['22', '23'] }))).toEqual([403, 'organization.places-stay']);
    await expect(app.sql(`update organization set kind = 'other' where key = 'municipality:2284'`)).rejects.toThrow(
      'identity',
    );
  });

  it('lets two people change different facts at once, and shows both texts when it is the same one', async () => {
    const party = await aParty();
    expect((await change(party, { abbreviation: 'TR' })).status).toBe(200);
    expect((await change(party, { website: 'https://tr.example' })).body).toMatchObject({
      abbreviation: 'TR',
      website: 'https://tr.example',
    });
    const late = await change(party, { abbreviation: 'FTR' });
    expect([late.status, late.body]).toMatchObject([
      409,
      { code: 'stale-version', current: { fields: { abbreviation: 'TR' } } },
    ]);
  });

  it('cannot stand under itself, nor be followed by what it follows', async () => {
    const [above, below] = [await aParty(), await aParty()];
    await change(below, { parentId: above.id });
    expect(refusal(await change(above, { parentId: below.id }))).toEqual([
      400,
      [{ path: 'parentId', code: 'organization.is-below' }],
    ]);
    await change(await read(below.id), { successorId: above.id, validTo: '2026-06-30' });
    expect(refusal(await change(above, { successorId: below.id, validTo: '2026-07-31' }))).toEqual([
      400,
      [{ path: 'successorId', code: 'organization.is-before' }],
    ]);
    expect(await read(above.id)).toMatchObject({ predecessors: [{ id: below.id }] });
    expect(refusal(await change(await aParty(), { successorId: above.id }))).toEqual([
      400,
      [{ path: 'validTo', code: 'organization.successor-needs-last-day' }],
    ]);
  });
});
