// "Bjud in innehavaren": an invitation that knows its function. Whoever accepts it holds the function, and nothing tells others her name.
import type { ContactFunction, ContactInvitations, ContactWelcome, HandoverList } from '@samverkan/contacts/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { generate } from 'otplib';

let app: TestApp;
let keeper: Client;
let admin: Client;
let stranger: Client;
beforeAll(async () => {
  app = await testApp();
  keeper = await app.someone('coordinator', 'municipality:2283');
  stranger = await app.someone('coordinator', 'municipality:2282');
  admin = await app.someone('county_admin', 'county_board:22');
});
afterAll(() => app.close());

const aFunction = async (fields: object = {}, by = keeper) =>
  (await by.post<ContactFunction>('/api/contacts', { title: 'Samordnare', visibility: 'members', ...fields })).body;
const read = async (client: Client, id: string) => (await client.get<ContactFunction>(`/api/contacts/${id}`)).body;
const invite = (id: string, email: string, more: object = {}, by = admin) =>
  by.post<ContactInvitations>(`/api/contacts/${id}/invitations`, { email, role: 'coordinator', ...more });
const codeTo = async (email: string) => {
  for (const until = Date.now() + 20_000; Date.now() < until; await new Promise((next) => setTimeout(next, 50))) {
    const [mail] = await app.sql<{ link: string }>(
      `select link from demo_mail where to_address = $1 and link like '%/inbjudan#%' order by at desc limit 1`,
      [email],
    );
    if (mail) return mail.link.split('#')[1];
  }
  throw new Error('No letter came.');
};
/** From the letter to signed in. */
const comes = async (email: string, name: string) => {
  const guest = await app.stranger();
  const token = await codeTo(email);
  await guest.post('/api/invited/acceptance', { token, name, password: 'sju sjösjuka sjömän på skeppet' });
  const offer = await guest.post<{ secret: string }>('/api/account/totp-offer');
  const code = await generate({ secret: offer.body.secret });
  expect((await guest.send('PUT', '/api/account/totp', { code }, {})).status).toBe(200);
  return guest;
};
const current = (contact: ContactFunction) =>
  contact.holders.filter((holder) => holder.current && !holder.deputy).map(({ name, naming }) => [name, naming]);

describe('inviting whoever holds a function', () => {
  it('is for those who look after the people of its organisation', async () => {
    const { id } = await aFunction({ mailbox: 'samordnare@example.org' });
    expect([(await read(keeper, id)).allowed.invite, (await read(admin, id)).allowed.invite]).toEqual([false, true]);
    expect((await invite(id, 'nej@example.org', {}, keeper)).status).toBe(403);
    const { body } = await admin.get<ContactInvitations>(`/api/contacts/${id}/invitations`);
    expect(body).toEqual({ roles: ['coordinator'], mayTakeOver: false, waiting: [] });
    const above = await invite(id, 'nej@example.org', { role: 'county_admin' });
    expect([above.status, above.body]).toMatchObject([400, { issues: [{ path: 'role' }] }]);
    const over = await invite(id, 'nej@example.org', { takesOver: true });
    expect([over.status, over.body]).toMatchObject([400, { issues: [{ path: 'takesOver' }] }]);
  });

  it('fills a vacancy: the guest holds it from the day she comes, and her name stays inside until she opens it', async () => {
    const { id } = await aFunction({ title: 'Vakant post' });
    expect((await invite(id, 'vera@example.org')).body.waiting).toMatchObject([{ email: 'vera@example.org' }]);
    expect((await read(stranger, id)).vacantSince).not.toBeNull();
    const vera = await comes('vera@example.org', 'Vera Vikarie');
    expect(current(await read(vera, id))).toEqual([['Vera Vikarie', 'function_only']]);
    const outside = await read(stranger, id);
    expect([outside.vacantSince, current(outside)]).toEqual([null, [[null, null]]]);
    for (const client of [stranger, admin]) {
      expect((await client.get(`/api/contacts/${id}`)).text).not.toContain('Vera');
      expect((await client.get(`/api/contacts/${id}/history`)).text).not.toContain('Vera');
    }
    const { body } = await vera.get<ContactWelcome>('/api/contacts/welcome');
    expect(body.functions).toEqual([{ id, title: 'Vakant post' }]);
  });

  it('is good for seven days: after that the function is as vacant as it was, and no longer waits for anybody', async () => {
    const { id } = await aFunction({ title: 'Sent svar' });
    await invite(id, 'sen@example.org');
    const token = await codeTo('sen@example.org');
    const guest = await app.stranger();
    const ages = async (time: string) => {
      await app.sql(`update invitation set expires_at = expires_at - $1::interval where email = 'sen@example.org'`, [
        time,
      ]);
      return (await guest.post('/api/invited', { token })).status;
    };
    expect([await ages('6 days 23 hours'), await ages('1 hour')]).toEqual([200, 409]);
    const late = { token, name: 'Sen Svarande', password: 'sju sjösjuka sjömän på skeppet' };
    expect((await guest.post('/api/invited/acceptance', late)).body).toMatchObject({ code: 'invitation.not-good' });
    expect((await read(stranger, id)).vacantSince).not.toBeNull();
    expect((await admin.get<ContactInvitations>(`/api/contacts/${id}/invitations`)).body.waiting).toEqual([]);
  });

  it('gives the holder who stands there without an account hers, and keeps how far her name shows', async () => {
    const { id } = await aFunction({ title: 'Öppen post', holder: { naming: 'named', name: 'Olga Berg' } });
    await invite(id, 'olga@example.org');
    const olga = await comes('olga@example.org', 'Olga Berg');
    const shown = await read(olga, id);
    expect(current(shown)).toEqual([['Olga Berg', 'named']]);
    expect(shown.holders[0]?.userId).not.toBeNull();
  });

  it('ousts nobody who holds it with an account of her own, unless her own organisation says so', async () => {
    const userId = (await keeper.get<{ user: { id: string } }>('/api/session')).body.user.id;
    const { id } = await aFunction({ title: 'Upptagen post', holder: { naming: 'named', userId } });
    await invite(id, 'ny@example.org');
    const guest = await comes('ny@example.org', 'Nils Ny');
    expect((await read(guest, id)).holders.filter((one) => one.current && one.userId === userId)).toHaveLength(1);
  });

  it('lets her own organisation say who follows: the one before leaves a handover, which meets the guest', async () => {
    const { id } = await aFunction(
      { title: 'Handläggare', holder: { naming: 'named', name: 'Förra Handläggaren', validFrom: '2026-01-01' } },
      admin,
    );
    await admin.post('/api/actions', {
      title: 'Öppet arbete',
      kind: 'other',
      status: 'planned',
      visibility: 'county',
      responsibleFunctionId: id,
    });
    await app.sql(`update action set created_at = now() - interval '2 days' where title = 'Öppet arbete'`);
    expect((await invite(id, 'nya@example.org', { role: 'county_staff', takesOver: true })).status).toBe(200);
    const guest = await comes('nya@example.org', 'Nya Handläggaren');
    expect(current(await read(guest, id))).toEqual([['Nya Handläggaren', 'function_only']]);
    const { body: handovers } = await guest.get<HandoverList>('/api/handovers');
    expect(handovers.items.map(({ function: left }) => left.id)).toContain(id);
    expect((await guest.get<ContactWelcome>('/api/contacts/welcome')).body.waiting.own).toBe(1);
  });
});
