// Nobody holds a training without having said yes: who is asked answers for itself, and until then sees only what it needs to answer.
import type { Hosting, Hostings, Offer, OfferHistory, OfferPage } from '@samverkan/learning/contract';
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

describe('asking another party to hold a training', () => {
  it('is what naming it does: it is no host, sees nobody who comes, changes nothing and is named nowhere', async () => {
    const { id, session, question } = await asked({ title: 'Fibblans dag', visibility: 'public' });
    expect(question).toMatchObject({ state: 'open', organization: { id: jamtland }, allowed: { withdraw: true } });
    const seen = (await read(id, per)).body;
    expect(seen.hosts.map(({ name }) => name)).toEqual(['Länsstyrelsen Västernorrland']);
    expect(seen).toMatchObject({
      countyCodes: ['22'],
      allowed: { edit: false, host: false, ask: false, leave: false },
    });
    expect(seen.sessions[0]?.counts).toBeNull();
    const at = `/api/offers/${id}/sessions/${session}`;
    expect((await per.get(`${at}/registrations`)).status).toBe(403);
    expect((await per.patch(`/api/offers/${id}`, { title: 'Vår dag' }, seen.version)).status).toBe(403);
    const mine = (await per.get<OfferPage>('/api/offers?mine=true&q=Fibblans')).body;
    const jamtlands = (await jon.get<OfferPage>(`/api/offers?host=${jamtland}&q=Fibblans`)).body;
    const hers = (await eva.get<OfferPage>('/api/offers?mine=true&q=Fibblans')).body;
    expect([mine.total, jamtlands.total, hers.total]).toEqual([0, 0, 1]);
    const page = await (await fetch(`${app.url}/oppna-data/utbildningar.atom`)).text();
    expect(page).toContain('Fibblans dag');
    expect(page).not.toContain('Länsstyrelsen Jämtland');
    const file = (await eva.get('/api/offers/export?format=csv&q=Fibblans')).text;
    expect(file).toContain('Fibblans dag');
    expect(file).not.toContain('Jämtland');
  });

  it('shows her the draft as far as she needs to answer, where she waits for things, and nobody else anything', async () => {
    const before = await waiting(per);
    const { id } = await enter({ title: 'Blåklintens utkast', description: 'Om rutiner.', hostIds: [jamtland] });
    const hours = { day: await dayFromNow(app, 30), from: '09:00', to: '16:00', place: 'Ånge', link: 'https://x.se' };
    await eva.post(`/api/offers/${id}/sessions`, hours);
    const [question] = await of(id);
    expect(await waiting(per)).toBe(before + 1);
    expect(await news(per)).toContain('hosting.invited: Blåklintens utkast');
    const met = await per.get<Hosting>(`/api/hostings/${question?.id}`);
    expect(met.body).toMatchObject({
      from: { name: 'Länsstyrelsen Västernorrland' },
      offer: {
        title: 'Blåklintens utkast',
        description: 'Om rutiner.',
        sessions: [{ place: 'Ånge' }],
        readable: false,
      },
      allowed: { answer: true, withdraw: false, remind: false },
    });
    expect(met.text).not.toContain('https://x.se');
    for (const rest of ['', '/history', '/hostings', '/reach'])
      expect([rest, (await per.get(`/api/offers/${id}${rest}`)).status]).toEqual([rest, 404]);
    for (const other of [ida, jon]) {
      expect((await other.get(`/api/hostings/${question?.id}`)).status).toBe(404);
      expect((await other.get('/api/hostings')).text).not.toContain(question?.id);
      expect((await other.get('/api/activity?size=50')).text).not.toContain('Blåklintens');
    }
    // After a no she is left with her own answer, and that she was asked is the hosts' to know.
    await say(per, question as Hosting, 'decline', { answer: 'Inte i vår.' });
    const after = await per.get<Hosting>(`/api/hostings/${question?.id}`);
    expect(after.body).toMatchObject({ state: 'declined', offer: null, answer: 'Inte i vår.' });
    expect(after.text + (await per.get('/api/activity?size=50')).text).not.toContain('Blåklintens');
    await eva.post(`/api/offers/${id}/open`, {});
    expect(await history(id)).toContainEqual(['invited', 'Länsstyrelsen Jämtland']);
    expect(await history(id)).toContainEqual(['declined', 'Länsstyrelsen Jämtland']);
    expect((await history(id, per)).map(([what]) => what)).not.toContain('invited');
  });

  it('makes her a host when she says yes: both see who comes, and it is one training of two counties', async () => {
    const { id, session, question } = await asked();
    const yes = await say(per, question, 'accept', { answer: 'Gärna!' });
    expect([yes.status, yes.body]).toMatchObject([
      200,
      { state: 'accepted', answer: 'Gärna!', allowed: { undo: true } },
    ]);
    expect(await hostsOf(id)).toEqual(['Länsstyrelsen Västernorrland', 'Länsstyrelsen Jämtland']);
    expect((await read(id, per)).body).toMatchObject({
      countyCodes: ['22', '23'],
      allowed: { edit: true, host: true, ask: true, leave: true },
    });
    for (const host of [eva, per]) {
      const comers = await host.get<{ items: { name: string }[] }>(
        `/api/offers/${id}/sessions/${session}/registrations`,
      );
      expect(comers.body.items.map(({ name }) => name)).toEqual(['Ida Nordlund']);
    }
    expect(await news(eva)).toContain('hosting.accepted: Två län frågar om våld');
    expect(await history(id, jon)).toContainEqual(['joined', 'Länsstyrelsen Jämtland']);
    const verbs = await app.sql<{ verb: string }>('select verb from audit where object_id = $1 order by at', [
      question.id,
    ]);
    expect(verbs.map(({ verb }) => verb)).toEqual(['hosting.invited', 'hosting.accepted']);

    // Taken back while nothing is built on it, and not when something is.
    expect((await say<Hostings>(per, question, 'undo')).body.items[0]).toMatchObject({ state: 'open' });
    expect((await read(id, per)).body).toMatchObject({ countyCodes: ['22'], allowed: { host: false } });
    await say(per, question, 'accept');
    const { version } = (await read(id)).body;
    await eva.patch(`/api/offers/${id}`, { subject: 'Rutiner' }, version);
    expect((await say(per, question, 'undo')).body.code).toBe('hosting.has-moved-on');
  });

  it('can be taken back by those who asked and asked again, never twice at once, and never of who holds it', async () => {
    const { id } = await enter();
    const { body: first } = await ask(id, jamtland, eva, { message: 'Ska vi hålla den ihop?' });
    expect((await ask(id, jamtland)).body).toMatchObject({ code: 'cooperation.is-open-already' });
    expect((await say(per, first, 'withdraw')).status).toBe(403);
    expect((await say(eva, first, 'accept')).status).toBe(403);
    expect((await say(eva, first, 'withdraw')).body.state).toBe('withdrawn');
    expect((await say(per, first, 'accept')).body.code).toBe('cooperation.is-answered');
    expect((await say<Hostings>(eva, first, 'undo')).body.items[0]?.state).toBe('open');
    await say(eva, first, 'withdraw');
    const again = (await ask(id, jamtland)).body;
    await say(per, again, 'accept');
    expect((await ask(id, jamtland)).body).toMatchObject({ code: 'hosting.holds-already' });
    expect((await ask(id, kramfors, ida)).status).toBe(404);
    const unknown = await ask(id, '01900000-0000-7000-8000-000000000000');
    expect(unknown.body).toMatchObject({ issues: [{ path: 'organizationId', code: 'field.not-a-choice' }] });
    // A text that names somebody is stopped here as everywhere.
    expect((await ask(id, kramfors, eva, { message: 'Ring 18900101-9802' })).status).toBe(400);
  });

  it('asks only who is new when the form is saved, and takes nobody out', async () => {
    const { id, version } = await enter({ hostIds: [jamtland] });
    await say(per, (await of(id))[0] as Hosting, 'accept');
    const saved = await eva.patch<Offer>(`/api/offers/${id}`, { hostIds: [jamtland, kramfors] }, version);
    expect([saved.status, saved.body.hosts.length]).toEqual([200, 2]);
    await eva.patch(`/api/offers/${id}`, { hostIds: [jamtland, kramfors] }, version);
    expect((await of(id)).filter(({ state }) => state === 'open').map(({ organization }) => organization.id)).toEqual([
      kramfors,
    ]);
    const without = await eva.patch<Offer>(`/api/offers/${id}`, { hostIds: [] }, version);
    expect([without.status, without.body.hosts.length]).toEqual([200, 2]);
  });

  it('is over when the training is, and when the former release has named her as host', async () => {
    const { id, question } = await asked();
    await eva.post(`/api/offers/${id}/cancel`, {});
    expect((await per.get<Hosting>(`/api/hostings/${question.id}`)).body).toMatchObject({ state: 'withdrawn' });
    expect((await ask(id, kramfors)).body).toMatchObject({ code: 'hosting.is-over' });
    expect((await say(eva, question, 'undo')).body.code).toBe('hosting.is-over');
    const named = await asked();
    await app.sql('update offer set host_ids = host_ids || $2::uuid where id = $1', [named.id, jamtland]);
    expect((await per.get<Hosting>(`/api/hostings/${named.question.id}`)).body.state).toBe('withdrawn');
    expect((await read(named.id, per)).body.allowed.host).toBe(true);
    expect((await say(eva, named.question, 'undo')).body.code).toBe('hosting.holds-already');
  });
});

describe('two answers at once', () => {
  it('are one answer: the other is told that it has been answered', async () => {
    const colleague = await app.someone('county_admin', 'county_board:23');
    for (const verbs of [['accept', 'accept'] as const, ['accept', 'decline'] as const]) {
      const { id, question } = await asked();
      const [one, other] = await Promise.all([say(per, question, verbs[0]), say(colleague, question, verbs[1])]);
      expect([one.status, other.status].sort()).toEqual([200, 409]);
      expect([one.body.code, other.body.code]).toContain('cooperation.is-answered');
      const { state } = (await per.get<Hosting>(`/api/hostings/${question.id}`)).body;
      expect((await hostsOf(id)).length).toBe(state === 'accepted' ? 2 : 1);
    }
  });

  it('do not lock one another when it is cancelled at the same time', async () => {
    for (let n = 0; n < 5; n++) {
      const { id, question } = await asked();
      const both = await Promise.all([say(per, question, 'accept'), eva.post(`/api/offers/${id}/cancel`, {})]);
      for (const { status } of both) expect([200, 409]).toContain(status);
    }
  });
});

describe('leaving a training', () => {
  it('is each host’s own to do, never the last one’s, and can be taken back', async () => {
    const { id, question } = await asked();
    expect((await leave(id, eva)).body.code).toBe('hosting.last-host');
    expect((await leave(id, per)).status).toBe(403);
    await say(per, question, 'accept');
    // Whoever entered it may leave too: the other takes over what it is.
    const left = await leave(id, eva);
    expect(left.body).toMatchObject({ kind: 'leaving', state: 'left', allowed: { undo: true } });
    expect((await read(id, per)).body).toMatchObject({
      hosts: [{ name: 'Länsstyrelsen Jämtland' }],
      countyCodes: ['23'],
      allowed: { leave: false },
    });
    expect((await read(id)).body.allowed).toMatchObject({ edit: false, host: false });
    expect(await history(id, per)).toContainEqual(['left', 'Länsstyrelsen Västernorrland']);
    expect((await say<Hostings>(eva, left.body, 'undo')).body.items).toEqual([]);
    expect(await hostsOf(id)).toEqual(['Länsstyrelsen Västernorrland', 'Länsstyrelsen Jämtland']);
    const [row] = await app.sql<{ entered: boolean }>(
      `select o.key = 'county_board:22' as entered from offer f join organization o on o.id = f.organization_id where f.id = $1`,
      [id],
    );
    expect(row?.entered).toBe(true);
    const both = await Promise.all([leave(id, eva), leave(id, per)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('takes the function of whoever leaves with it', async () => {
    const post = { title: 'Utbildningsfrågor', visibility: 'members' };
    const functionId = (await eva.post<{ id: string }>('/api/contacts', post)).body.id;
    const { id, question } = await asked({ functionId });
    await say(per, question, 'accept');
    const { body } = await leave(id, eva);
    expect((await read(id, per)).body.function).toBeNull();
    await say(eva, body, 'undo');
    expect((await read(id, per)).body.function?.id).toBe(functionId);
  });
});

describe('a party that turns out to be another', () => {
  it('keeps what it was asked; asked twice is asked once, and all is back when they are two again', async () => {
    const chief = await app.someone('county_admin', 'county_board:22');
    const party = async (name: string) =>
      (await eva.post<{ id: string }>('/api/organizations', { name, kind: 'civil_society', countyCodes: ['22'] })).body;
    const [double, real] = [await party('Jouren Blåsippan'), await party('Föreningen Blåsippan')];
    const alone = await enter({ title: 'Frågad en gång', hostIds: [double.id] });
    const twice = await enter({ title: 'Frågad två gånger', hostIds: [double.id, real.id] });
    // The one is asked where the other holds it already.
    const held = await enter({ title: 'Hålls av den andra', hostIds: [double.id] });
    await app.sql('update offer set host_ids = host_ids || $2::uuid where id = $1', [held.id, real.id]);
    await chief.post(`/api/organizations/${double.id}/merges`, { intoId: real.id });
    const open = async (id: string) =>
      (await of(id)).filter(({ state }) => state === 'open').map(({ organization }) => organization.id);
    expect([await open(alone.id), await open(twice.id), await open(held.id)]).toEqual([[real.id], [real.id], []]);
    // Those who asked are told, and what the merge ended is put back with it alone.
    expect(await history(twice.id)).toContainEqual(['withdrawn', 'Jouren Blåsippan']);
    expect(await news(eva)).toContain('hosting.merged: Frågad två gånger');
    const [ended] = (await of(twice.id)).filter(({ state }) => state === 'withdrawn');
    expect(ended?.allowed.undo).toBe(false);
    expect((await say(eva, ended as Hosting, 'undo')).body.code).toBe('hosting.has-moved-on');
    await chief.post(`/api/organizations/${double.id}/merges/undo`);
    expect([await open(alone.id), await open(held.id)]).toEqual([[double.id], [double.id]]);
    expect((await open(twice.id)).sort()).toEqual([double.id, real.id].sort());
  });
});
