import type { Offer, OfferSession, Registrations } from '@samverkan/learning/contract';
import { type Client, type TestApp, testApp, until, untilCarried } from '@samverkan/testing';
import { RegistrationMail } from './registration-mail';

let app: TestApp;
let eva: Client;
let ida: Client;

beforeAll(async () => {
  app = await testApp({ environment: { SAMVERKAN_JOBS: '1' } });
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
});
afterAll(() => app.close());

const day = async (from: number) =>
  (await app.sql<{ day: string }>('select (today() + $1::int)::text as day', [from]))[0]?.day ?? '';

/** An open training with one session, held by the county board. */
async function opened(given: object = {}, from = 30): Promise<{ offer: Offer; session: OfferSession; at: string }> {
  const made = await eva.post<Offer>('/api/offers', {
    kind: 'training_day',
    title: 'Att lyssna',
    visibility: 'members',
  });
  const hours = { day: await day(from), from: '09:00', to: '16:00', place: 'Härnösand', ...given };
  await eva.post(`/api/offers/${made.body.id}/sessions`, hours);
  const offer = (await eva.post<Offer>(`/api/offers/${made.body.id}/open`, {})).body;
  const session = offer.sessions[0] as OfferSession;
  return { offer, session, at: `/api/offers/${offer.id}/sessions/${session.id}` };
}
const account = async (name: string) => {
  const [found] = await app.sql<{ id: string; email: string }>('select id, email from app_user where email like $1', [
    `${name}@%`,
  ]);
  if (!found) throw new Error(`There is no account of ${name}.`);
  return found;
};
const shared = async (at: string) => new URL((await eva.post<{ url: string }>(`${at}/link`, {})).body.url).pathname;
const form = (path: string, fields: Record<string, string>) =>
  fetch(app.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
const guest = (email: string) => ({ name: 'En deltagare', email, organization: 'Skolan', municipalityCode: '' });
const listed = async (at: string) => (await eva.get<Registrations>(`${at}/registrations`)).body;
const step = (offer: Offer, verb: string) => eva.post<Offer>(`/api/offers/${offer.id}/${verb}`, {});
const lettersTo = async (to: string, like: string) =>
  app.sql<{ text: string; link: string }>(
    'select text, link from demo_mail where to_address = $1 and text like $2 order by id',
    [to, `%${like}%`],
  );
const letter = (to: string, like: string, many = 1) => until(async () => (await lettersTo(to, like))[many - 1]);

describe('an invitation', () => {
  it('names who invites, is used once though many use it at a time, and is taken back', async () => {
    const { at } = await opened();
    const emails = ['en@inbjuden.example', 'tva@inbjuden.example'];
    await eva.post<Registrations>(`${at}/invitations`, { emails });
    const first = await letter('en@inbjuden.example', 'bjuder in dig');
    expect(first.text).toMatch(/^.*Västernorrland.* bjuder in dig\. Utbildningen hålls av /m);
    const path = new URL(first.link).pathname;
    const tries = await Promise.all(
      [...Array(6).keys()].map((n) => form(path, guest(`samtidig${n}@inbjuden.example`))),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await listed(at)).items).toHaveLength(1);

    const other = new URL((await letter('tva@inbjuden.example', 'bjuder in dig')).link).pathname;
    const { invitations } = await listed(at);
    const id = invitations.find(({ email }) => email === 'tva@inbjuden.example')?.id;
    const used = invitations.find((one) => one.used)?.id;
    expect((await ida.delete(`${at}/invitations/${id}`)).status).toBe(403);
    expect((await eva.delete(`${at}/invitations/${used}`)).status).toBe(404);
    expect((await eva.delete<Registrations>(`${at}/invitations/${id}`)).body.invitations).toHaveLength(1);
    expect((await fetch(app.url + other)).status).toBe(404);
    expect(await app.sql(`select 1 from offer_invitation where email = 'tva@inbjuden.example'`)).toEqual([]);
    await eva.post<Registrations>(`${at}/invitations`, { emails: ['tva@inbjuden.example'] });
    const anew = await letter('tva@inbjuden.example', 'bjuder in dig', 2);
    expect((await fetch(app.url + new URL(anew.link).pathname)).status).toBe(200);
  });

  it('is good when the session is moved, and counted for the organisation that sends it', async () => {
    const { at, session } = await opened({}, 1);
    await eva.post<Registrations>(`${at}/invitations`, { emails: ['flyttad@inbjuden.example'] });
    const path = new URL((await letter('flyttad@inbjuden.example', 'bjuder in dig')).link).pathname;
    await app.sql('update offer_session set day = today() - 1 where id = $1', [session.id]);
    expect((await fetch(app.url + path)).status).toBe(410);
    await app.sql('update offer_session set day = today() + 9 where id = $1', [session.id]);
    expect((await fetch(app.url + path)).status).toBe(200);
    const crowd = (from: number, to: number) =>
      [...Array(to - from).keys()].map((n) => `person${from + n}@inbjuden.example`);
    const other = await opened();
    expect((await eva.post(`${at}/invitations`, { emails: crowd(0, 200) })).status).toBe(200);
    expect((await eva.post(`${other.at}/invitations`, { emails: crowd(0, 200) })).status).toBe(200);
    expect((await eva.post(`${other.at}/invitations`, { emails: crowd(200, 400) })).body['code']).toBe(
      'offer.too-many-invitations',
    );
  });
});

describe('a registration', () => {
  it('is of one address however it is written, is told by at most three letters in an hour, and keeps no address among the limits', async () => {
    const { at } = await opened();
    const path = await shared(at);
    for (const email of ['Stor@skolan.example', 'stor@skolan.example', 'STOR@skolan.example', 'stOr@skolan.example'])
      expect((await form(path, guest(email))).status).toBe(200);
    await letter('Stor@skolan.example', 'Du har en plats', 3);
    await untilCarried(app);
    expect(await lettersTo('Stor@skolan.example', 'Du har en plats')).toHaveLength(3);
    expect(await app.sql(`select 1 from sign_in_limit where key like '%@%'`)).toEqual([]);
  });

  it('made by a link is hers who then registers by her account', async () => {
    const { at } = await opened();
    const { email } = await account('ida.nordlund');
    await form(await shared(at), guest(email.toUpperCase()));
    expect((await ida.post<Offer>(`${at}/registration`, {})).body.sessions).toMatchObject([{ own: 'registered' }]);
    expect((await listed(at)).items).toHaveLength(1);
  });

  it('is taken away when she did not come, and refused when she did; and what is counted stays', async () => {
    const { at, session } = await opened();
    const path = await shared(at);
    for (const name of ['kom', 'uteblev', 'ocksa']) await form(path, guest(`${name}@skolan.example`));
    await ida.post(`${at}/registration`, {});
    await app.sql('update offer_session set day = today(), last_day = today() + 1 where id = $1', [session.id]);
    const { items } = await listed(at);
    const came = items.map(({ id, email }) => ({ id, attended: !email.startsWith('uteblev') }));
    await eva.put(`${at}/attendance`, { came });
    const idOf = (name: string) => items.find(({ email }) => email.startsWith(name))?.id;
    expect((await eva.delete<Registrations>(`${at}/registrations/${idOf('uteblev')}`)).body.items).toHaveLength(3);
    expect((await eva.delete(`${at}/registrations/${idOf('kom')}`)).body['code']).toBe('offer.has-attended');
    expect((await ida.delete(`${at}/registration`)).body['code']).toBe('offer.has-attended');
    const own = new URL((await letter('kom@skolan.example', 'Du har en plats')).link).pathname;
    expect((await form(`${own}/avboka`, {})).status).toBe(409);
    expect(await (await fetch(app.url + own)).text()).not.toContain('Avboka');
    await app.sql('delete from offer_registration where session_id = $1', [session.id]);
    expect((await eva.delete(at)).body['code']).toBe('offer.session-is-counted');
  });
});

describe('forms without an account', () => {
  it('are counted by themselves, so that those who register can still sign in', async () => {
    const keys = () => app.sql<{ key: string; points: number }>('select key, points from sign_in_limit');
    const counted = async (kind: string) =>
      (await keys()).filter(({ key }) => key.startsWith(`${kind}:`)).reduce((sum, { points }) => sum + points, 0);
    const { at } = await opened();
    const path = await shared(at);
    const [network, door] = [await counted('network'), await counted('door')];
    await form(path, guest('raknas@skolan.example'));
    const own = new URL((await letter('raknas@skolan.example', 'Du har en plats')).link).pathname;
    expect((await form(`${own}/avboka`, {})).status).toBe(200);
    await form('/anmalan/fragor/finns-inte', { useful: '5', level: '4', practical: '3', act: '2' });
    expect(await counted('door')).toBe(door + 3);
    expect(await counted('network')).toBe(network);
    // A browser tells where such a form comes from.
    expect((await fetch(app.url + path)).headers.get('referrer-policy')).toBe('same-origin');
  });

  it('leave nothing of whose account is erased, though they stand under her address alone', async () => {
    const { id, email } = await account('jon.wik');
    const { at } = await opened();
    await eva.post(`${at}/invitations`, { emails: [email] });
    await form(await shared(at), guest(email.toUpperCase()));
    expect((await listed(at)).items).toHaveLength(1);
    await app.sql('update app_user set erased_at = now() where id = $1', [id]);
    await app.sql('select offer_registrations_erase($1)', [id]);
    expect(await listed(at)).toMatchObject({ items: [], invitations: [] });
  });
});

describe('whoever is registered', () => {
  it('hears that it is cancelled, and that it is held after all; and it is no draft again', async () => {
    const { offer, at } = await opened();
    await form(await shared(at), guest('vantar@skolan.example'));
    expect((await step(offer, 'undo')).body).toMatchObject({ code: 'offer.has-registrations' });
    await step(offer, 'cancel');
    await letter('vantar@skolan.example', 'inställd');
    expect((await step(offer, 'undo')).body.status).toBe('open');
    await letter('vantar@skolan.example', 'blir av ändå');
  });

  it('is told of another day though registration is closed, and reminded anew', async () => {
    const { offer, at, session } = await opened({}, 1);
    await form(await shared(at), guest('flyttas@skolan.example'));
    await app.sql(`update offer_registration set seated_at = now() - interval '2 days' where session_id = $1`, [
      session.id,
    ]);
    await step(offer, 'close');
    const news = app.get(RegistrationMail);
    expect(await news.remind()).toBe(1);
    const moved = { day: await day(7), from: '09:00', to: '16:00', place: 'Härnösand' };
    expect((await eva.send('PUT', at, moved, { 'if-match': '"1"' })).status).toBe(200);
    await letter('flyttas@skolan.example', 'har ändrats');
    expect(await news.remind()).toBe(1);
    await letter('flyttas@skolan.example', 'Om en vecka');
    // A few days before it is neither a week nor tomorrow.
    await app.sql('update offer_session set day = today() + 4 where id = $1', [session.id]);
    await app.sql('update offer_registration set reminded = 0 where session_id = $1', [session.id]);
    expect(await news.remind()).toBe(0);
  });

  it('gets the seat that was given back while it was cancelled', async () => {
    const { offer, at } = await opened({ seats: 1 });
    const path = await shared(at);
    await form(path, guest('forst@skolan.example'));
    await form(path, guest('sedan@skolan.example'));
    const own = new URL((await letter('forst@skolan.example', 'Du har en plats')).link).pathname;
    await step(offer, 'cancel');
    await form(`${own}/avboka`, {});
    expect((await listed(at)).items).toMatchObject([{ state: 'waiting' }]);
    await step(offer, 'undo');
    expect((await listed(at)).items).toMatchObject([{ state: 'registered' }]);
    await letter('sedan@skolan.example', 'En plats blev ledig');
  });
});
