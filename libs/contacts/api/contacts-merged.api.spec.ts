import type { ContactFunction, ContactPage } from '@samverkan/contacts/contract';
import { type Client, type TestApp, until, testApp } from '@samverkan/testing';

interface Party {
  id: string;
}

let app: TestApp;
let [chief, eva, worker]: Client[] = [];
let [double, real]: Party[] = [];
let contact: ContactFunction;
beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  chief = await app.someone('county_admin', 'county_board:22');
  const aParty = async (name: string) =>
    (await eva!.post<Party>('/api/organizations', { name, kind: 'civil_society', countyCodes: ['22'] })).body;
  double = await aParty('Kvinnojouren Fyren');
  real = await aParty('Föreningen Fyren i Härnösand');
  const [{ key } = { key: '' }] = await app.sql<{ key: string }>('select key from organization where id = $1', [
    double.id,
  ]);
  worker = await app.someone('partner', key);
  const made = await worker.post<ContactFunction>('/api/contacts', {
    title: 'Jourtelefonen Fyren',
    visibility: 'members',
    holder: { naming: 'function_only', name: 'Gunnel Gömd' },
  });
  contact = made.body;
}, 60_000);
afterAll(() => app.close());

const read = async (client: Client) => (await client.get<ContactFunction>(`/api/contacts/${contact.id}`)).body;
const found = async (q: string) =>
  (await eva!.get<ContactPage>(`/api/contacts?scope=all&q=${encodeURIComponent(q)}`)).body.items.map(({ id }) => id);
/** Whoever held it for the one acts for the other, and keeps the function there. */
const keptFrom = ({ id }: Party) =>
  until(
    () => read(worker!),
    ({ organization, holders }) => organization?.id === id && holders[0]?.name === 'Gunnel Gömd',
  );

it('is counted before two parties become one, and follows when they do, with whoever holds it', async () => {
  const { body } = await chief!.get<{ moving: unknown[] }>(`/api/organizations/${double!.id}/merges/${real!.id}`);
  expect(body.moving).toContainEqual({ kind: 'contacts.function', count: 1 });
  expect((await chief!.post(`/api/organizations/${double!.id}/merges`, { intoId: real!.id })).status).toBe(200);
  await keptFrom(real!);
  expect(await read(eva!)).toMatchObject({ organization: { id: real!.id }, holderName: null, vacantSince: null });
  expect(await found('Föreningen Fyren')).toContain(contact.id);
});

it('still keeps the name inside, for those who now keep the function', async () => {
  expect((await read(worker!)).holders[0]).toMatchObject({ name: 'Gunnel Gömd', naming: 'function_only' });
  expect(JSON.stringify(await read(eva!))).not.toContain('Gunnel');
  expect(await app.sql('select 1 from contact_inside_name where organization_id = $1', [double!.id])).toEqual([]);
});

it('goes back when the merger is taken back', async () => {
  expect((await chief!.post(`/api/organizations/${double!.id}/merges/undo`)).status).toBeLessThan(300);
  await keptFrom(double!);
  expect(await read(eva!)).toMatchObject({ organization: { id: double!.id } });
  expect((await read(worker!)).holders[0]).toMatchObject({ name: 'Gunnel Gömd' });
});
