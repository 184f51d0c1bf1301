import type { Offer, OfferSession, Registrations } from '@samverkan/learning/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { EvaluationService } from './evaluation.service';
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
    title: 'Att fråga om våld',
    visibility: 'members',
  });
  const hours = { day: await day(from), from: '09:00', to: '16:00', place: 'Härnösand', ...given };
  await eva.post(`/api/offers/${made.body.id}/sessions`, hours);
  const offer = (await eva.post<Offer>(`/api/offers/${made.body.id}/open`, {})).body;
  const session = offer.sessions[0] as OfferSession;
  return { offer, session, at: `/api/offers/${offer.id}/sessions/${session.id}` };
}
const shared = async (at: string) => new URL((await eva.post<{ url: string }>(`${at}/link`, {})).body.url).pathname;
const form = (path: string, fields: Record<string, string>) =>
  fetch(app.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
const guest = (n: number, municipalityCode = '') => ({
  name: `Deltagare ${n}`,
  email: `deltagare${n}@kommun.example`,
  organization: 'Socialtjänsten',
  municipalityCode,
  profession: 'social_workers',
});
const listed = async (at: string) => (await eva.get<Registrations>(`${at}/registrations`)).body;
const states = async (at: string) =>
  (await listed(at)).items.map(({ email, state }) => `${email.split('@')[0]} ${state}`);
const letter = async (to: string, like: string) => {
  for (let tries = 0; tries < 60; tries++) {
    const [mail] = await app.sql<{ text: string; link: string }>(
      'select text, link from demo_mail where to_address = $1 and text like $2 order by id desc limit 1',
      [to, `%${like}%`],
    );
    if (mail) return mail;
    await sleep(200);
  }
  throw new Error(`No letter to ${to} says ${like}.`);
};

describe('registration without an account', () => {
  it('goes by an invitation that works once, and by a page without a script that only a sent form changes', async () => {
    const { at } = await opened();
    const invited = await eva.post<Registrations>(`${at}/invitations`, { emails: ['Inbjuden@kommun.example'] });
    expect(invited.body.invitations).toMatchObject([{ email: 'inbjuden@kommun.example', used: false }]);
    const { pathname } = new URL((await letter('inbjuden@kommun.example', 'bjuder in dig')).link);
    for (let opening = 0; opening < 2; opening++) {
      const page = await fetch(app.url + pathname);
      expect(page.status).toBe(200);
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(await page.text()).toContain('inbjuden@kommun.example');
    }
    expect((await listed(at)).items).toEqual([]);
    expect((await form(pathname, { ...guest(1), name: 'Gäller 18900101-9802' })).status).toBe(400);
    expect((await form(pathname, { ...guest(1), municipalityCode: '0180' })).status).toBe(400);
    expect((await form(pathname, { ...guest(1), email: 'inbjuden@kommun.example' })).status).toBe(200);
    expect((await listed(at)).items).toMatchObject([
      { name: 'Deltagare 1', state: 'registered', profession: 'social_workers' },
    ]);
    expect((await form(pathname, guest(2))).status).toBe(404);
    expect((await fetch(app.url + '/anmalan/finns-inte')).status).toBe(404);
    expect((await letter('inbjuden@kommun.example', 'Du har en plats')).link).toContain('/anmalan/min/');
  });

  it('takes no form from another site', async () => {
    const { at } = await opened();
    const path = await shared(at);
    const foreign = await fetch(app.url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'cross-site',
        origin: 'https://elak.example',
      },
      body: new URLSearchParams(guest(1)).toString(),
    });
    expect(foreign.status).toBe(403);
    expect((await listed(at)).items).toEqual([]);
  });

  it('gives seats in the order of arrival within a municipality’s own, and a freed seat to the first who has room', async () => {
    const { at } = await opened({ seats: 3, quotas: [{ municipalityCode: '2282', seats: 1 }] });
    const path = await shared(at);
    // Two seats for all, one of Kramfors’ own.
    for (const [n, municipality] of [
      [1, ''],
      [2, '2283'],
      [3, '2283'],
      [4, '2282'],
      [5, '2282'],
      [6, ''],
    ] as const)
      expect((await form(path, guest(n, municipality))).status).toBe(200);
    expect(await states(at)).toEqual([
      'deltagare1 registered',
      'deltagare2 registered',
      'deltagare4 registered',
      'deltagare3 waiting',
      'deltagare5 waiting',
      'deltagare6 waiting',
    ]);
    // Kramfors’ seat goes to Kramfors’ own, though somebody else has waited longer.
    const own = new URL((await letter('deltagare4@kommun.example', 'Du har en plats')).link).pathname;
    expect(await (await fetch(app.url + own)).text()).toContain('Du har en plats');
    expect((await form(`${own}/avboka`, {})).status).toBe(200);
    expect(await states(at)).toEqual([
      'deltagare1 registered',
      'deltagare2 registered',
      'deltagare5 registered',
      'deltagare3 waiting',
      'deltagare6 waiting',
    ]);
    expect((await letter('deltagare5@kommun.example', 'En plats blev ledig')).link).toContain('/anmalan/min/');
    expect((await fetch(app.url + own)).status).toBe(404);
    // More seats reach those who have waited longest.
    const [session] = (await eva.get<Offer>(at.slice(0, at.indexOf('/sessions')))).body.sessions;
    const more = {
      day: session?.day,
      from: '09:00',
      to: '16:00',
      place: 'Härnösand',
      seats: 4,
      quotas: session?.quotas,
    };
    expect((await eva.send('PUT', at, more, { 'if-match': `"${session?.version}"` })).status).toBe(200);
    expect(await states(at)).toContain('deltagare3 registered');
    expect(await states(at)).toContain('deltagare6 waiting');
  });

  it('seats no more than there are when many come at once, and each once', async () => {
    const { at } = await opened({ seats: 5 });
    const path = await shared(at);
    await Promise.all([...Array(12).keys(), ...Array(12).keys()].map((n) => form(path, guest(n))));
    const { items } = await listed(at);
    expect(items).toHaveLength(12);
    expect(items.filter(({ state }) => state === 'registered')).toHaveLength(5);
  });

  it('has no end of seats where none is set', async () => {
    const { session, at } = await opened();
    expect(session).toMatchObject({ seats: null, free: null, opens: true });
    expect((await ida.post<Offer>(`${at}/registration`, {})).body.sessions).toMatchObject([
      { own: 'registered', free: null },
    ]);
  });

  it('says the same to whoever was there already, and ends with the link that was shared', async () => {
    const { at } = await opened();
    const path = await shared(at);
    const [first, second] = [await (await form(path, guest(1))).text(), await (await form(path, guest(1))).text()];
    expect(first).toBe(second);
    await eva.delete(`${at}/link`);
    expect((await fetch(app.url + path)).status).toBe(404);
  });
});

describe('those who come', () => {
  it('are seen by those who hold it and by nobody else, and come with one press when signed in', async () => {
    const { offer, at } = await opened({ seats: 1 });
    const mine = await ida.post<Offer>(`${at}/registration`, {});
    expect(mine.body.sessions).toMatchObject([{ own: 'registered', free: 0, counts: null }]);
    expect((await ida.get(`${at}/registrations`)).status).toBe(403);
    expect((await ida.post(`${at}/invitations`, { emails: ['a@b.example'] })).status).toBe(403);
    expect((await listed(at)).items).toMatchObject([{ municipalityCode: '2282', state: 'registered' }]);
    const chief = await app.someone('county_admin', 'county_board:23');
    expect((await chief.get(`${at}/registrations`)).status).toBe(403);
    expect((await chief.get(`/api/offers/${offer.id}`)).text).not.toContain('Nordlund');
    expect((await ida.delete<Offer>(`${at}/registration`)).body.sessions).toMatchObject([{ own: null, free: 1 }]);
    expect((await listed(at)).items).toEqual([]);
  });

  it('are reminded a week before and the day before, once each, and told when it is cancelled', async () => {
    const { offer, at } = await opened({}, 7);
    await form(await shared(at), guest(70));
    await app.sql(
      `update offer_registration set seated_at = now() - interval '2 days' where email = 'deltagare70@kommun.example'`,
    );
    const news = app.get(RegistrationMail);
    expect(await news.remind()).toBe(1);
    expect(await news.remind()).toBe(0);
    await letter('deltagare70@kommun.example', 'Om en vecka');
    await app.sql('update offer_session set day = today() + 1 where offer_id = $1', [offer.id]);
    expect(await news.remind()).toBe(1);
    await letter('deltagare70@kommun.example', 'I morgon');
    await eva.post(`/api/offers/${offer.id}/cancel`, {});
    await letter('deltagare70@kommun.example', 'inställd');
  });

  it('are erased sixty days after, and what was counted stands', async () => {
    const { offer, at, session } = await opened();
    const path = await shared(at);
    for (let n = 80; n < 88; n++) await form(path, guest(n, '2282'));
    const { items } = await listed(at);
    const came = items.map(({ id }, n) => ({ id, attended: n < 7 }));
    expect((await eva.put(`${at}/attendance`, { came })).body['code']).toBe('offer.not-held-yet');
    await app.sql('update offer_session set day = today() - 59 where id = $1', [session.id]);
    expect(
      (await eva.put<Registrations>(`${at}/attendance`, { came })).body.items.filter(({ attended }) => attended),
    ).toHaveLength(7);
    const due = () => app.sql<{ id: string }>('select id from retention_registrations_due(now())');
    expect(await due()).toEqual([]);
    await app.sql('update offer_session set day = today() - 61 where id = $1', [session.id]);
    const gone = (await due()).map(({ id }) => id);
    expect(gone).toHaveLength(8);
    await app.sql('select id from retention_registrations_take(now(), $1)', [gone]);
    expect((await listed(at)).items).toEqual([]);
    await eva.put(`${at}/attendance`, { came: [] });
    const reach = await ida.get(`/api/offers/${offer.id}/reach`);
    expect(reach.body).toMatchObject({
      professions: ['social_workers'],
      rows: [{ municipalityCode: '2282', cells: [7], total: 7 }],
      total: 7,
    });
  });

  it('are counted with what they are counted of, and small numbers are hidden in table and file alike', async () => {
    const { offer, at } = await opened();
    const entries = [
      { profession: 'police', municipalityCode: '2282', count: 3 },
      { profession: 'police', municipalityCode: '2283', count: 20 },
      { profession: 'social_workers', municipalityCode: '2282', count: 10 },
      { profession: 'social_workers', municipalityCode: '2283', count: 30 },
    ];
    expect((await eva.put(`${at}/reach`, { entries })).status).toBe(200);
    const change = { reachOf: 400, reachAbout: true, reachSource: 'Kommunernas egna uppgifter' };
    const { version } = (await eva.get<Offer>(`/api/offers/${offer.id}`)).body;
    await eva.patch(`/api/offers/${offer.id}`, change, version);
    for (const reader of [eva, ida]) {
      const { body } = await reader.get<{ rows: { cells: (number | null)[] }[] }>(`/api/offers/${offer.id}/reach`);
      expect(body).toMatchObject({ total: 63, of: 400, about: true, source: 'Kommunernas egna uppgifter' });
      expect(body.rows.flatMap(({ cells }) => cells)).toEqual([null, null, null, null]);
    }
    const file = (await ida.get(`/api/offers/${offer.id}/reach/export?format=csv`)).text;
    expect(file).toContain('skyddas');
    expect(file).not.toMatch(/;3;|;20;/);
    expect((await eva.get<{ entries: object[] }>(`${at}/reach`)).body.entries).toHaveLength(4);
    expect((await ida.get(`${at}/reach`)).status).toBe(403);
    expect((await ida.put(`${at}/reach`, { entries: [] })).status).toBe(403);
  });

  it('show a certificate to whoever came, and to nobody else', async () => {
    const { at, session } = await opened();
    await form(await shared(at), guest(90));
    const own = new URL((await letter('deltagare90@kommun.example', 'Du har en plats')).link).pathname;
    expect((await fetch(`${app.url}${own}/intyg`)).status).toBe(404);
    await app.sql('update offer_session set day = today() where id = $1', [session.id]);
    const [one] = (await listed(at)).items;
    await eva.put(`${at}/attendance`, { came: [{ id: one?.id, attended: true }] });
    const page = await fetch(`${app.url}${own}/intyg`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Deltagare 90');
  });

  it('say what they thought, once each and by nobody’s name, and few are told of as few', async () => {
    const { offer, at, session } = await opened();
    const path = await shared(at);
    for (let n = 100; n < 106; n++) await form(path, guest(n));
    await app.sql('update offer_session set day = today() - 1 where id = $1', [session.id]);
    const came = (await listed(at)).items.map(({ id }) => ({ id, attended: true }));
    await eva.put(`${at}/attendance`, { came });
    const evaluation = app.get(EvaluationService);
    expect(await evaluation.ask()).toBe(6);
    expect(await evaluation.ask()).toBe(0);
    for (let n = 100; n < 105; n++) {
      const { pathname } = new URL((await letter(`deltagare${n}@kommun.example`, 'Vad tyckte du')).link);
      expect((await form(pathname, { useful: '5', level: '4' })).status).toBe(400);
      expect((await eva.get(`/api/offers/${offer.id}/evaluation`)).body).toEqual({ answers: null, means: null });
      expect((await form(pathname, { useful: '5', level: '4', practical: '3', act: '2' })).status).toBe(200);
      expect((await form(pathname, { useful: '1', level: '1', practical: '1', act: '1' })).status).toBe(404);
    }
    const five = { answers: 5, means: [5, 4, 3, 2] };
    expect((await eva.get(`/api/offers/${offer.id}/evaluation`)).body).toEqual(five);
    const sixth = new URL((await letter('deltagare105@kommun.example', 'Vad tyckte du')).link).pathname;
    expect((await form(sixth, { useful: '1', level: '1', practical: '1', act: '1' })).status).toBe(200);
    expect((await eva.get(`/api/offers/${offer.id}/evaluation`)).body).toEqual(five);
    expect((await ida.get(`/api/offers/${offer.id}/evaluation`)).status).toBe(403);
  });
});
