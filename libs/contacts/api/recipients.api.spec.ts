import { type ContactPage, type ContactRecipients, mailboxesOf } from '@samverkan/contacts/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [ida, samir]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [ida, samir] = [await app.signIn('ida.nordlund'), await app.signIn('samir.lund')];
});
afterAll(() => app.close());

const recipients = async (client: Client, query: string) =>
  (await client.get<ContactRecipients>(`/api/contacts/recipients?${query}`)).body;
const add = (fields: object) =>
  ida!.post('/api/contacts', { title: 'Funktion', visibility: 'county', subjects: ['honour'], ...fields });

describe('whom a message would reach', () => {
  it('is exactly what the list gives for the same choice, to whoever asks', async () => {
    await add({ title: 'Utan brevlåda' });
    await add({ title: 'Bara vi', visibility: 'own', mailbox: 'vi@kramfors.example' });
    for (const client of [ida!, samir!])
      for (const query of [
        'subject=honour',
        'kind=municipality&municipality=2282',
        'scope=all',
        'q=jour',
        'mine=true',
      ]) {
        const list = (await client.get<ContactPage>(`/api/contacts?${query}&size=100&sort=organization`)).body.items;
        expect(list.length).toBeGreaterThan(0);
        expect((await recipients(client, query)).items).toEqual(
          list.map(({ id, title, organization, mailbox, vacantSince }) => ({
            id,
            title,
            organization,
            mailbox,
            vacant: vacantSince !== null,
            declines: false,
          })),
        );
      }
    expect(JSON.stringify(await recipients(samir!, 'subject=honour'))).not.toContain('vi@kramfors.example');
  });

  it('tells of functions without a mailbox and of vacant ones, and never who holds any of them', async () => {
    await add({ title: 'Besatt', mailbox: 'besatt@kramfors.example', holder: { naming: 'named', name: 'Öppen Ek' } });
    await add({
      title: 'Dold',
      mailbox: 'dold@kramfors.example',
      holder: { naming: 'function_only', name: 'Inne Alm' },
    });
    const answer = await recipients(ida!, 'subject=honour');
    const told = new Map(answer.items.map(({ title, mailbox, vacant }) => [title, [mailbox, vacant]]));
    expect(told.get('Utan brevlåda')).toEqual([null, true]);
    expect(told.get('Besatt')).toEqual(['besatt@kramfors.example', false]);
    expect(told.get('Dold')).toEqual(['dold@kramfors.example', false]);
    expect(JSON.stringify(answer)).not.toMatch(/Öppen Ek|Inne Alm/);
  });

  it('is each mailbox once, however many functions share it and however it is spelt', async () => {
    await add({ title: 'Första', mailbox: 'delad@kramfors.example' });
    await add({ title: 'Andra', mailbox: 'Delad@Kramfors.example' });
    const mailboxes = mailboxesOf((await recipients(ida!, 'subject=honour')).items);
    expect(mailboxes.filter((mailbox) => /^delad@/i.test(mailbox))).toHaveLength(1);
  });

  it('is noted as read, everybody of it', async () => {
    const { items } = await recipients(samir!, 'subject=perpetrators');
    const [row] = await app.sql<{ n: number }>(
      `select cardinality(object_ids) as n from audit where verb = 'contacts.listed' order by id desc limit 1`,
    );
    expect(row?.n).toBe(items.length);
  });
});
