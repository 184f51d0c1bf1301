// What becomes of those who hold a training while others act: of a form that is open, a hidden question, a host nobody asked, and of whoever has registered.
import type { Hosting, Hostings, Offer, OfferHistory } from '@samverkan/learning/contract';
import { type Client, type TestApp, dayFromNow, organizationOf, testApp } from '@samverkan/testing';

let app: TestApp;
let eva: Client;
let ida: Client;
let per: Client;
let jon: Client;
let kramfors: string;
let jamtland: string;

beforeAll(async () => {
  app = await testApp();
  [eva, ida, per] = [await app.signIn('eva.berglind'), await app.signIn('ida.nordlund'), await app.signIn('per.ost')];
  jon = await app.someone('partner', 'national:polismyndigheten');
  kramfors = await organizationOf(app, 'municipality:2282');
  jamtland = await organizationOf(app, 'county_board:23');
});
afterAll(() => app.close());

const enter = async (given: object = {}, by = eva) => {
  const input = { kind: 'training_day', title: 'Två län frågar om våld', visibility: 'members', ...given };
  const answer = await by.post<Offer>('/api/offers', input);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
const read = (id: string, by = eva) => by.get<Offer>(`/api/offers/${id}`);
const ask = (id: string, organizationId: string, by = eva, more: object = {}) =>
  by.post<Hosting>(`/api/offers/${id}/hostings`, { organizationId, ...more });
const of = async (id: string, by = eva) => (await by.get<Hostings>(`/api/offers/${id}/hostings`)).body.items;
const say = <T = Hosting>(by: Client, { id }: { id: string }, verb: string, body: object = {}) =>
  by.post<T & { code?: string }>(`/api/hostings/${id}/${verb}`, body);
const leave = (id: string, by: Client) => by.post<Hosting & { code?: string }>(`/api/offers/${id}/leave`, {});
const hostsOf = async (id: string) => (await read(id)).body.hosts.map(({ name }) => name);
const history = async (id: string, by = eva) =>
  (await by.get<OfferHistory>(`/api/offers/${id}/history`)).body.items.map(({ what, after }) => [what, after]);
const news = async (by: Client) => {
  const { body } = await by.get<{ items: { kind: string; title: string }[] }>('/api/activity?size=50');
  return body.items.map(({ kind, title }) => `${kind}: ${title}`);
};
const waiting = async (by: Client) => {
  const { body } = await by.get<{ items: { kind: string; count: number; path: string }[] }>('/api/activity/waiting');
  return body.items.find(({ kind }) => kind === 'learning.hosting')?.count ?? 0;
};
/** An open training with a session that somebody has registered for, and the question to Jämtland's board about it. */
async function asked(given: object = {}): Promise<{ id: string; session: string; question: Hosting }> {
  const { id } = await enter({ hostIds: [jamtland], ...given });
  const hours = { day: await dayFromNow(app, 30), from: '09:00', to: '16:00', place: 'Östersund', link: '' };
  const session = (await eva.post<Offer>(`/api/offers/${id}/sessions`, hours)).body.sessions[0]?.id ?? '';
  await eva.post(`/api/offers/${id}/open`, {});
  await ida.post(`/api/offers/${id}/sessions/${session}/registration`, {});
  return { id, session, question: (await of(id))[0] as Hosting };
}

describe('the form of a training', () => {
  it('saves the form whoever joined or left while it was open, and asks nobody who has left since again', async () => {
    const { id, version } = await enter({ hostIds: [jamtland] });
    await say(per, (await of(id))[0] as Hosting, 'accept');
    // Opened before the yes, it names nobody; so does one from before the rule.
    for (const hostIds of [[], [kramfors]]) {
      const saved = await eva.patch<Offer>(`/api/offers/${id}`, { description: 'Om rutiner.', hostIds }, version);
      expect([saved.status, saved.body.description, saved.body.hosts.length]).toEqual([200, 'Om rutiner.', 2]);
    }
    const { version: both } = (await read(id)).body;
    await leave(id, per);
    const evas = await eva.patch<Offer>(`/api/offers/${id}`, { subject: 'Rutiner', hostIds: [jamtland] }, both);
    expect([evas.status, evas.body.subject, evas.body.hosts.length]).toEqual([200, 'Rutiner', 1]);
    const open = async () => (await of(id)).filter(({ state }) => state === 'open').map((one) => one.organization.id);
    expect(await open()).toEqual([kramfors]);
    // Read after she left, it asks her anew.
    await eva.patch(`/api/offers/${id}`, { hostIds: [jamtland] }, evas.body.version);
    expect((await open()).sort()).toEqual([kramfors, jamtland].sort());
  });
});

describe('a party where nobody can answer', () => {
  it('is asked, and those who ask are told that it has no account here that can answer', async () => {
    const { id } = await enter();
    const party = { name: 'Jouren utan konto', kind: 'civil_society', countyCodes: ['22'] };
    const alone = (await eva.post<{ id: string }>('/api/organizations', party)).body.id;
    expect((await ask(id, alone)).body).toMatchObject({ side: 'asking', answerable: false });
    const { body } = await ask(id, jamtland);
    expect(body.answerable).toBe(true);
    // It waits for those who can answer, and not for whoever only reads there.
    const reader = await app.someone('national_reader', 'county_board:23');
    expect((await reader.get<Hosting>(`/api/hostings/${body.id}`)).body).toMatchObject({
      side: 'asked',
      allowed: { answer: false },
    });
    expect([await waiting(reader), (await waiting(per)) > 0]).toEqual([0, true]);
  });
});

describe('a question that is hidden as sensitive', () => {
  it('does not keep anybody from asking anew, and shown again it gives way to the new one', async () => {
    const { id } = await enter();
    const first = (await ask(id, jamtland, eva, { message: 'Om Anna.' })).body;
    const report = { area: 'learning', kind: 'hosting', objectId: first.id };
    const hidden = (await eva.post<{ id: string }>('/api/sensitive-texts', report)).body.id;
    const second = await ask(id, jamtland);
    expect(second.status).toBe(201);
    const chief = await app.someone('county_admin', 'county_board:22');
    expect((await chief.post(`/api/sensitive-texts/${hidden}/restore`, {})).status).toBe(204);
    const states = Object.fromEntries((await of(id)).map((one) => [one.id, one.state]));
    expect([states[first.id], states[second.body.id]]).toEqual(['withdrawn', 'open']);
  });
});

describe('a host that was named without having been asked', () => {
  const named = async () => {
    const { id } = await enter({ title: 'Namngiven förr' });
    await app.sql('update offer set host_ids = host_ids || array[$2, $3]::uuid[] where id = $1', [
      id,
      jamtland,
      kramfors,
    ]);
    return id;
  };
  const takeOut = (id: string, organizationId: string, by = eva) =>
    by.post<Hostings & { code?: string }>(`/api/offers/${id}/take-out`, { organizationId });

  it('stays one, and is taken out by those who hold it, with history and news', async () => {
    const id = await named();
    expect((await read(id, per)).body.allowed).toMatchObject({ host: true, leave: true, takeOut: [kramfors] });
    expect((await read(id)).body.allowed.takeOut).toEqual([jamtland, kramfors]);
    expect((await takeOut(id, kramfors, jon)).status).toBe(404);
    expect((await takeOut(id, jamtland)).status).toBe(200);
    expect(await hostsOf(id)).toEqual(['Länsstyrelsen Västernorrland', 'Kramfors kommun']);
    expect((await read(id, per)).status).toBe(404);
    expect(await history(id)).toContainEqual(['takenOut', 'Länsstyrelsen Jämtland']);
    expect(await news(eva)).toContain('offer.takenOut: Namngiven förr');
    expect((await takeOut(id, jamtland)).body.code).toBe('hosting.holds-no-more');
    // Asked it says yes or no as anybody.
    expect((await ask(id, jamtland)).status).toBe(201);
  });

  it('is never one that has said yes, nor whoever entered it', async () => {
    const { id, question } = await asked();
    await say(per, question, 'accept');
    expect((await read(id)).body.allowed.takeOut).toEqual([]);
    expect((await takeOut(id, jamtland)).body.code).toBe('hosting.has-said-yes');
    const entered = await organizationOf(app, 'county_board:22');
    expect((await takeOut(id, entered, per)).body.code).toBe('hosting.has-said-yes');
    expect((await takeOut(id, jamtland, ida)).status).toBe(403);
  });
});

describe('leaving a training that others have registered for', () => {
  it('leaves nobody locked out: who has registered gives the seat back, and a yes that somebody has built on stands', async () => {
    const maja = await app.someone('coordinator', 'county_board:23');
    const { id, session, question } = await asked({ visibility: 'county' });
    await say(per, question, 'accept');
    const seat = `/api/offers/${id}/sessions/${session}/registration`;
    expect((await maja.post(seat, {})).status).toBeLessThan(300);
    expect((await say(per, question, 'undo')).body.code).toBe('hosting.has-moved-on');
    await leave(id, per);
    expect((await read(id, maja)).status).toBe(404);
    const given = await maja.delete(seat);
    expect([given.status, (await maja.delete(seat)).status]).toEqual([200, 404]);
    const comers = await eva.get(`/api/offers/${id}/sessions/${session}/registrations`);
    expect(comers.body['items']).toHaveLength(1);
  });

  it('is not done where only those who have ended would be left', async () => {
    const { id } = await enter();
    const party = { name: 'Jouren som var', kind: 'civil_society', countyCodes: ['22'] };
    const ended = (await eva.post<{ id: string }>('/api/organizations', party)).body.id;
    await app.sql('update organization set valid_to = today() - 1 where id = $1', [ended]);
    await app.sql('update offer set host_ids = host_ids || $2::uuid where id = $1', [id, ended]);
    expect((await leave(id, eva)).body.code).toBe('hosting.last-host');
  });
});
