import { ContactFunction, ContactOverview, ContactPage } from '@samverkan/contacts/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
let samir: Client;
let eva: Client;
beforeAll(async () => {
  app = await testApp();
  [ida, samir, eva] = await Promise.all([
    app.signIn('ida.nordlund'),
    app.signIn('samir.lund'),
    app.signIn('eva.berglind'),
  ]);
});
afterAll(() => app.close());

const titles = async (client: Client, query: string) => {
  const answer = await client.get(`/api/contacts?${query}`);
  return ContactPage.parse(answer.body).items.map((item) => `${item.title}, ${item.organization.name}`);
};
const add = async (client: Client, fields: object = {}) => {
  const answer = await client.post<ContactFunction>('/api/contacts', {
    title: 'Mottagning',
    visibility: 'county',
    municipalityCodes: ['2282'],
    ...fields,
  });
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([201, expect.anything()]);
  return ContactFunction.parse(answer.body);
};
const read = async (client: Client, id: string) =>
  ContactFunction.parse((await client.get(`/api/contacts/${id}`)).body);

describe('whom to call', () => {
  it('finds the one who meets perpetrators in Örnsköldsvik first', async () => {
    expect((await titles(ida, 'q=våldsutövare Örnsköldsvik'))[0]).toBe(
      'Samtalsmottagning för våldsutövare, Örnsköldsviks kommun',
    );
  });

  it.each([
    ['heder', 'Samordnare mot hedersrelaterat våld, Sundsvalls kommun'],
    ['jour', 'Jourmottagning Lyktan, Kvinnojouren Lyktan'],
    ['landstinget', 'Samordnare våld i nära relation, hälso- och sjukvården, Region Västernorrland'],
    ['trafficking', 'Regionkoordinator prostitution och människohandel, Länsstyrelsen Västernorrland'],
    ['samordnaren kramfors', 'Kvinnofridssamordnare, Kramfors kommun'],
    ['Vem ringer jag i Ånge om kvinnofrid?', 'Kvinnofridssamordnare, Ånge kommun'],
    ['våldsutövre örnskölsvik', 'Samtalsmottagning för våldsutövare, Örnsköldsviks kommun'],
    ['harnosand', 'Kvinnofridssamordnare, Härnösands kommun'],
    ['Jon Wik', 'Brottsofferombud, Polisregion Nord'],
  ])('finds by the words people use: %s', async (words, expected) => {
    expect(await titles(eva, `q=${encodeURIComponent(words)}`)).toContain(expected);
  });

  it('takes signs as signs, and finds nothing where there is nothing', async () => {
    expect(await titles(ida, `q=${encodeURIComponent("%_'; drop table contact_function; --")}`)).toEqual([]);
    expect(await titles(ida, 'q=xyzzy')).toEqual([]);
  });

  it('puts å ä ö last, and sorts by party and by the day it was confirmed', async () => {
    const places = (await titles(ida, 'q=kvinnofridssamordnare&sort=organization')).map(
      (words) => words.split(', ')[1],
    );
    expect(places.slice(-2)).toEqual(['Ånge kommun', 'Örnsköldsviks kommun']);
    const { items } = ContactPage.parse((await ida.get('/api/contacts?sort=verified&order=asc&size=100')).body);
    const days = items.flatMap(({ verifiedOn }) => verifiedOn ?? []);
    expect(days).toEqual([...days].sort());
    expect(items.at(-1)?.verifiedOn).toBeNull();
  });

  it('keeps to the own county until the whole country is asked for', async () => {
    const jamtland = await app.someone('coordinator', 'municipality:2380');
    const { id } = await add(jamtland, {
      title: 'Östersunds egen',
      visibility: 'members',
      municipalityCodes: ['2380'],
    });
    const ids = async (query: string) =>
      ContactPage.parse((await ida.get(`/api/contacts?q=egen&${query}`)).body).items.map((item) => item.id);
    expect(await ids('')).not.toContain(id);
    expect(await ids('scope=all')).toContain(id);
    expect(await ids('municipality=2380')).toContain(id);
  });

  it('pages through all of them, each once', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map(async (page) => ContactPage.parse((await ida.get(`/api/contacts?size=10&page=${page}`)).body)),
    );
    const ids = pages.flatMap((page) => page.items.map((item) => item.id));
    expect(ids).toHaveLength(pages[0]?.total ?? 0);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the figures', () => {
  it('are each the length of the list it opens, for every reader', async () => {
    for (const client of [ida, eva, await app.signIn('jon.wik'), await app.signIn('per.ost')]) {
      const figures = ContactOverview.parse((await client.get('/api/contacts/overview?county=22')).body);
      const total = async (query: string) => ContactPage.parse((await client.get(`/api/contacts?${query}`)).body).total;
      expect([figures.total, figures.vacant, figures.overdue]).toEqual([
        await total(''),
        await total('vacant=true'),
        await total('overdue=true'),
      ]);
      for (const { code, count } of figures.municipalities)
        expect([code, count]).toEqual([code, await total(`municipality=${code}`)]);
      for (const cell of figures.cells)
        expect([cell.subject, cell.municipalityCode, cell.count]).toEqual([
          cell.subject,
          cell.municipalityCode,
          await total(`subject=${cell.subject}&municipality=${cell.municipalityCode}`),
        ]);
    }
  }, 60_000);

  it('tell an own function from another’s, the county’s and a vacant one', async () => {
    const { cells } = ContactOverview.parse((await eva.get('/api/contacts/overview?county=22')).body);
    const cell = (subject: string, code: string) =>
      cells.find((one) => one.subject === subject && one.municipalityCode === code);
    expect(cell('perpetrators', '2284')).toMatchObject({ coverage: 'own' });
    expect(cell('honour', '2262')).toMatchObject({ coverage: 'vacant', count: 1 });
    expect(cell('honour', '2283')).toMatchObject({ coverage: 'other', via: 'Sundsvalls kommun' });
    expect(cell('prostitution_trafficking', '2260')).toMatchObject({ coverage: 'county' });
    expect(cell('elderly', '2260')).toBeUndefined();
  });
});

describe('a function', () => {
  it('stands with its holders through time, and as vacant when nobody holds it', async () => {
    const made = await add(ida, { holder: { naming: 'named', name: 'Berit Första', validFrom: '2025-01-01' } });
    expect([made.holderName, made.vacantSince]).toEqual(['Berit Första', null]);
    await ida.post(`/api/contacts/${made.id}/holders`, {
      naming: 'named',
      name: 'Carin Andra',
      validFrom: '2025-06-01',
    });
    const next = await read(samir, made.id);
    expect(next.holders.map(({ name, validFrom, validTo }) => [name, validFrom, validTo])).toEqual([
      ['Carin Andra', '2025-06-01', null],
      ['Berit Första', '2025-01-01', '2025-05-31'],
    ]);
    await ida.post(`/api/contacts/${made.id}/holders/${next.holders[0]?.id}/end`, { lastDay: '2026-08-31' });
    expect(await read(samir, made.id)).toMatchObject({ holderName: null, vacantSince: '2026-09-01' });
    expect(await titles(samir, 'vacant=true&size=100')).toContain('Mottagning, Kramfors kommun');
  });

  it('never has two holders at a time, whoever asks and however', async () => {
    const made = await add(ida, { holder: { naming: 'unnamed' } });
    const again = await ida.post(`/api/contacts/${made.id}/holders`, { naming: 'unnamed' });
    expect([again.status, again.body['code']]).toEqual([409, 'holder.began-the-same-day']);
    const deputies = await Promise.all(
      [1, 2].map(() => ida.post(`/api/contacts/${made.id}/holders`, { naming: 'unnamed', deputy: true })),
    );
    expect(deputies.map(({ status }) => status)).toEqual([201, 201]);
    await expect(
      app.sql(
        'insert into contact_holder (function_id, organization_id) select id, organization_id from contact_function where id = $1',
        [made.id],
      ),
    ).rejects.toThrow('contact_holder_one_at_a_time');
  });

  it('takes a colleague as holder and nobody from elsewhere, and follows her name', async () => {
    const { items } = (await ida.get<{ items: { userId: string; name: string }[] }>('/api/contacts/colleagues')).body;
    const me = items.find(({ name }) => name === 'Ida Nordlund');
    const made = await add(ida, { holder: { naming: 'named', userId: me?.userId } });
    expect(made.holderName).toBe('Ida Nordlund');
    const [other] = await app.sql<{ id: string }>(`select id from app_user where name = 'Maja Ek'`);
    const refused = await ida.post('/api/contacts', {
      title: 'Annan',
      visibility: 'own',
      holder: { naming: 'named', userId: other?.id },
    });
    expect([refused.status, refused.body['issues']]).toEqual([400, [{ path: 'userId', code: 'field.not-a-choice' }]]);
    await app.sql(`update app_user set name = 'Ida Nordlund Ek' where id = $1`, [me?.userId]);
    expect((await read(samir, made.id)).holderName).toBe('Ida Nordlund Ek');
    await app.sql(`update app_user set name = 'Ida Nordlund' where id = $1`, [me?.userId]);
  });

  it('keeps both changes when two change different things, and shows both when they change the same', async () => {
    const made = await add(ida);
    expect((await ida.patch(`/api/contacts/${made.id}`, { phone: '0612-800 00' }, made.version)).status).toBe(200);
    expect((await eva.patch(`/api/contacts/${made.id}`, { note: 'Öppet vardagar.' }, made.version)).status).toBe(200);
    const clash = await ida.patch(`/api/contacts/${made.id}`, { note: 'Stängt.' }, made.version);
    expect([clash.status, clash.body['current']]).toEqual([
      409,
      expect.objectContaining({ fields: { note: 'Öppet vardagar.' } }),
    ]);
    expect(await read(samir, made.id)).toMatchObject({ phone: '0612-800 00', note: 'Öppet vardagar.' });
  });

  it('goes out of use and comes back', async () => {
    const made = await add(ida, { title: 'Tillfällig' });
    expect((await ida.post(`/api/contacts/${made.id}/retire`)).body).toMatchObject({
      allowed: { edit: false, restore: true },
    });
    expect(await titles(ida, 'q=tillfällig')).toEqual([]);
    expect(await titles(ida, 'q=tillfällig&retired=true')).toHaveLength(1);
    expect((await ida.patch(`/api/contacts/${made.id}`, { note: 'x' }, 2)).body['code']).toBe('contact.retired');
    await ida.post(`/api/contacts/${made.id}/restore`);
    expect(await titles(ida, 'q=tillfällig')).toHaveLength(1);
    const history = (await samir.get<{ items: { what: string }[] }>(`/api/contacts/${made.id}/history`)).body.items;
    expect(history.map(({ what }) => what)).toEqual(['restored', 'retired', 'created']);
  });

  it('is told of to those it is shown to, and gone for those it is hidden from', async () => {
    const made = await add(ida);
    expect((await samir.get(`/api/contacts/${made.id}`)).status).toBe(200);
    await ida.put(`/api/contacts/${made.id}/visibility`, { visibility: 'own' });
    expect((await samir.get(`/api/contacts/${made.id}`)).status).toBe(404);
    const news = (await samir.get('/api/activity?size=50')).text;
    expect(news).not.toContain(made.id);
  });
});

describe('what is written in a function', () => {
  it.each([
    ['a personal number', { note: 'Ärendet 18900101-9802' }, 'note', 'text.personal-number'],
    ['where a shelter lies', { title: 'Skyddat boende', note: 'Storgatan 12' }, 'note', 'text.shelter-address'],
    [
      'a personal number for a name',
      { holder: { naming: 'named', name: '18900101-9802' } },
      'holder.name',
      'text.personal-number',
    ],
    ['a mailbox that is none', { mailbox: 'kvinnofrid' }, 'mailbox', 'field.wrong-form'],
    ['a municipality that is none', { municipalityCodes: ['9999'] }, 'municipalityCodes.0', 'field.not-a-choice'],
    ['a level that does not apply', { visibility: 'participants' }, 'visibility', 'field.not-a-choice'],
    ['a named holder without a name', { holder: { naming: 'named' } }, 'holder.name', 'holder.who-is-missing'],
    ['a telephone number in words', { phone: 'ring oss' }, 'phone', 'field.wrong-form'],
  ])('is refused when it is %s, and told where', async (_, fields, path, code) => {
    const answer = await ida.post<{ issues: unknown[] }>('/api/contacts', {
      title: 'Ny',
      visibility: 'own',
      ...fields,
    });
    expect([answer.status, answer.body.issues]).toEqual([400, [{ path, code }]]);
  });
});
