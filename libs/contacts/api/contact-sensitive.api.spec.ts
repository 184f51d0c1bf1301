// Something sensitive stands on a function, or in what a reader says of it: what is particular to contacts. That nothing is left in any
// channel or table is tried for every area in apps/api/floor/sensitive.api.spec.ts.
import type { ContactFunction, ContactReports } from '@samverkan/contacts/contract';
import type { SensitiveContent, SensitiveText, SensitiveTexts } from '@samverkan/shared/contract';
import { type Client, type TestApp, everywhere, testApp } from '@samverkan/testing';

let app: TestApp;
let maja: Client;
let samir: Client;
let colleague: Client;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  [maja, samir] = await Promise.all([app.signIn('maja.ek'), app.signIn('samir.lund')]);
  const [own] = await app.sql<{ key: string }>(
    `select o.key from organization o join membership m on m.organization_id = o.id join app_user u on u.id = m.user_id where u.email like 'samir.lund%'`,
  );
  colleague = await app.someone('coordinator', own?.key ?? '');
  admin = await app.someone('county_admin', 'county_board:22');
});
afterAll(() => app.close());

const aFunction = async (fields: object = {}) =>
  (await maja.post<ContactFunction>('/api/contacts', { title: 'Mottagning', visibility: 'members', ...fields })).body;
const hide = (client: Client, objectId: string, kind = 'function') =>
  client.post<SensitiveText>('/api/sensitive-texts', { area: 'contacts', kind, objectId });
const purge = (client: Client, id: string, texts: object) => client.post(`/api/sensitive-texts/${id}/purge`, { texts });
const fieldsOf = async (client: Client, id: string) => {
  const { body } = await client.get<SensitiveContent>(`/api/sensitive-texts/${id}`);
  return Object.fromEntries(body.fields.map(({ name, text }) => [name, text]));
};
const listed = async (client: Client) =>
  (await client.get<SensitiveTexts>('/api/sensitive-texts')).body.items.map(({ id }) => id);

describe('something sensitive on a function', () => {
  it('is hidden by any reader who writes, quoted without its title, and cleaned by those who keep it', async () => {
    const { id } = await aFunction({ title: 'Kanariemottagningen' });
    const { status, body } = await hide(samir, id);
    expect([status, body.mayPurge, body.reference]).toEqual([
      201,
      false,
      expect.stringMatching(new RegExp(`, F-${id.slice(-6).toUpperCase()}$`)),
    ]);
    for (const reader of [samir, maja, admin]) expect((await reader.get(`/api/contacts/${id}`)).status).toBe(404);
    expect((await hide(maja, id)).status).toBe(404);
    expect([await listed(samir), await listed(maja)].map((ids) => ids.includes(body.id))).toEqual([true, true]);
    expect((await purge(samir, body.id, { title: 'Mottagning' })).status).toBe(403);
    expect((await purge(maja, body.id, { title: 'Mottagningen' })).status).toBe(204);
    expect((await samir.get<ContactFunction>(`/api/contacts/${id}`)).body.title).toBe('Mottagningen');
    const { body: history } = await maja.get<{ items: { what: string }[] }>(`/api/contacts/${id}/history`);
    expect(history.items.map(({ what }) => what)).toContain('textRemoved');
  });

  it('takes away a name that should not stand, and writes no other in its place', async () => {
    const { id } = await aFunction({ holder: { naming: 'named', name: 'Kanarina Ek' } });
    await maja.post(`/api/contacts/${id}/holders`, { naming: 'named', name: 'Bodil Lund', deputy: true });
    const { body } = await hide(maja, id);
    expect((await fieldsOf(maja, body.id))['holderNames']).toBe('Bodil Lund\nKanarina Ek');
    const other = await purge(maja, body.id, { holderNames: 'Bodil Lund\nNågon Annan' });
    expect([other.status, other.body['issues']]).toEqual([
      400,
      [{ path: 'texts.holderNames', code: 'holder.name-only-removed' }],
    ]);
    expect((await purge(maja, body.id, { holderNames: 'Bodil Lund' })).status).toBe(204);
    const { body: shown } = await samir.get<ContactFunction>(`/api/contacts/${id}`);
    expect(shown.holders.map(({ name, deputy }) => [name, deputy])).toEqual(
      expect.arrayContaining([
        [null, false],
        ['Bodil Lund', true],
      ]),
    );
    expect(await everywhere(app, 'Kanarina')).toEqual([]);
  });

  it('never gives out a name kept inside to whoever cleans it from outside', async () => {
    const { id } = await aFunction({ holder: { naming: 'function_only', name: 'Ingalill Inombords' } });
    const { body } = await hide(samir, id);
    expect((await admin.get(`/api/sensitive-texts/${body.id}`)).text).not.toContain('Ingalill');
    expect((await admin.post(`/api/sensitive-texts/${body.id}/restore`, {})).status).toBe(204);
    expect((await maja.get(`/api/contacts/${id}`)).text).toContain('Ingalill');
  });

  it('takes no address and no number that is none', async () => {
    const { id } = await aFunction({ mailbox: 'mottagning@example.org', phone: '0611-123 45' });
    const { body } = await hide(maja, id);
    const refused = await purge(maja, body.id, { mailbox: 'ingen adress', phone: 'ring Anna' });
    expect(refused.body['issues']).toEqual([
      { path: 'texts.mailbox', code: 'field.wrong-form' },
      { path: 'texts.phone', code: 'field.wrong-form' },
    ]);
    expect((await purge(maja, body.id, { mailbox: '', phone: '' })).status).toBe(204);
    expect((await maja.get<ContactFunction>(`/api/contacts/${id}`)).body).toMatchObject({ mailbox: null, phone: null });
  });

  it('is not told to the county’s administrators when only its own organisation sees it', async () => {
    const { id } = await aFunction({ visibility: 'own' });
    const { body } = await hide(maja, id);
    expect((await listed(admin)).includes(body.id)).toBe(false);
    expect((await admin.get(`/api/sensitive-texts/${body.id}`)).status).toBe(404);
    expect((await maja.post(`/api/sensitive-texts/${body.id}/restore`, {})).status).toBe(204);
  });

  it('goes from the actions that the function answers for, and from a person’s own extract', async () => {
    const { body: session } = await maja.get<{ user: { id: string } }>('/api/session');
    const { id } = await aFunction({
      title: 'Kanariesamordnare',
      holder: { naming: 'named', userId: session.user.id },
    });
    const { body: action } = await maja.post<{ id: string; responsibleFunction: string | null }>('/api/actions', {
      title: 'Insats med ansvarig',
      kind: 'other',
      status: 'planned',
      visibility: 'members',
      responsibleFunctionId: id,
    });
    expect(action.responsibleFunction).toBe('Kanariesamordnare');
    const { body } = await hide(samir, id);
    const responsible = async () =>
      (await samir.get<{ responsibleFunction: string | null }>(`/api/actions/${action.id}`)).body.responsibleFunction;
    expect(await responsible()).toBeNull();
    const told = `select set_config('samverkan.user', $1, true), contact_personal_data($1::uuid)::text as told`;
    expect((await app.sql<{ told: string }>(told, [session.user.id]))[0]?.told).not.toContain('Kanarie');
    expect((await purge(maja, body.id, { title: 'Samordnare' })).status).toBe(204);
    expect([await responsible(), await everywhere(app, 'Kanariesamordnare')]).toEqual(['Samordnare', []]);
  });
});

describe('something sensitive in what a reader says is wrong', () => {
  it('is hidden from those who keep the function, and cleaned by them or by the reader’s organisation', async () => {
    const { id } = await aFunction();
    const said = await samir.post<ContactReports>(`/api/contacts/${id}/reports`, {
      what: ['other'],
      text: 'Om Kanariefallet.',
    });
    const reportId = said.body.items[0]?.id ?? '';
    const { body } = await hide(samir, reportId, 'report');
    expect(body.mayPurge).toBe(true);
    for (const reader of [samir, maja])
      expect((await reader.get<ContactReports>(`/api/contacts/${id}/reports`)).body.items).toEqual([]);
    expect(await fieldsOf(colleague, body.id)).toEqual({ text: 'Om Kanariefallet.' });
    expect((await purge(colleague, body.id, { text: 'Om något annat.' })).status).toBe(204);
    expect((await maja.get<ContactReports>(`/api/contacts/${id}/reports`)).body.items).toMatchObject([
      { text: 'Om något annat.' },
    ]);
    expect(await everywhere(app, 'Kanariefallet')).toEqual([]);
  });
});
