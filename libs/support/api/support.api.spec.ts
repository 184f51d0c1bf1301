import type { SupportNeeds, SupportPage, SupportRequest, SupportSuggestions } from '@samverkan/support/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { EffectNews } from './effect-news';

const at = '/api/support';
let app: TestApp;
let [ida, samir, eva, maja, per, national]: Client[] = [];

beforeAll(async () => {
  app = await testApp();
  [ida, samir, eva, maja, per] = await Promise.all(
    ['ida.nordlund', 'samir.lund', 'eva.berglind', 'maja.ek', 'per.ost'].map((who) => app.signIn(who)),
  );
  national = await app.someone('national_reader', 'national:socialstyrelsen');
});
afterAll(() => app.close());

const asked = async (fields: object = {}, client = ida!) => {
  const answer = await client.post<SupportRequest>(at, {
    title: 'Handledning i att ställa frågor om våld',
    subject: 'methods',
    form: 'supervision',
    ...fields,
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
const read = async (id: string, client = ida!) => (await client.get<SupportRequest>(`${at}/${id}`)).body;
const does = async (client: Client, id: string, deed: string, body: object = {}) => {
  const answer = await client.post<SupportRequest>(`${at}/${id}/${deed}`, body);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
};
/** Closed for now, three months and a day ago. */
const closedLongAgo = async (fields: object = {}, client = ida!) => {
  const { id } = await asked(fields, client);
  await does(eva!, id, 'take');
  await does(eva!, id, 'close', { outcome: 'Fyra handledningstillfällen för enheten.' });
  await app.sql(
    `update support_request set closed_on = today() - 93, status_since = today() - 93, effect_due_on = today() - 1 where id = $1`,
    [id],
  );
  return id;
};

describe('a request for support', () => {
  it('is asked for with a need, a subject and a form, and is between whoever asked and the county board', async () => {
    const one = await asked({ staffCount: 12, urgency: 'soon' });
    expect(one).toMatchObject({
      status: 'received',
      holder: { name: 'Länsstyrelsen Västernorrland' },
      own: true,
      municipalityCode: '2282',
      allowed: { edit: true, handle: false, write: true, verbs: ['withdraw'] },
    });
    expect(one.reference).toMatch(/^K-\d{4}-\w{6}$/);
    expect((await read(one.id, eva!)).allowed.verbs).toEqual(['take', 'give', 'decline']);
    for (const stranger of [samir!, maja!, per!, national!])
      expect((await stranger.get(`${at}/${one.id}`)).status).toBe(404);
  });

  it('may be a partner’s too, who sees nobody else’s', async () => {
    const jour = await app.someone('partner', 'demo:lyktan');
    const one = await asked({ title: 'Råd om barns rätt till stöd hos oss' }, jour);
    expect((await read(one.id, eva!)).asker.name).toBe(one.asker.name);
    const list = await jour.get<SupportPage>(`${at}?size=100`);
    expect(new Set(list.body.items.map(({ own }) => own))).toEqual(new Set([true]));
    expect((await jour.get(`${at}/needs`)).status).toBe(403);
  });

  it('is stopped when it tells of a person', async () => {
    const stopped = await ida!.post(at, { title: 'Stöd kring 19811218-9876', subject: 'other', form: 'advice' });
    expect(stopped.body).toMatchObject({ issues: [{ path: 'title', code: 'text.personal-number' }] });
    const { id } = await asked();
    const said = await ida!.post(`${at}/${id}/messages`, { text: 'Hon heter så här: 19811218-9876' });
    expect(said.body).toMatchObject({ issues: [{ path: 'text', code: 'text.personal-number' }] });
  });

  it('is taken, given a day, offered, agreed to and closed for now, each a deed of its own', async () => {
    const { id } = await asked();
    expect((await ida!.post(`${at}/${id}/take`, {})).status).toBe(403);
    expect((await eva!.post(`${at}/${id}/propose`, { proposal: 'Fyra tillfällen' })).status).toBe(409);
    expect(await does(eva!, id, 'take', { dueOn: '2099-03-01' })).toMatchObject({
      status: 'in_progress',
      dueOn: '2099-03-01',
      handler: { name: 'Länsstyrelsen Västernorrland' },
    });
    const given = await eva!.send<SupportRequest>('PUT', `${at}/${id}/handling`, { dueOn: '2020-03-01' }, {});
    expect(given.body).toMatchObject({ dueOn: '2020-03-01', overdue: true });
    await does(eva!, id, 'propose', { proposal: 'Fyra tillfällen med handledare i vår.' });
    const waits = await ida!.get<{ items: { kind: string }[] }>('/api/activity/waiting');
    expect(waits.body.items.map(({ kind }) => kind)).toContain('support.proposed');
    expect((await eva!.post(`${at}/${id}/agree`, {})).status).toBe(403);
    expect((await does(ida!, id, 'agree')).status).toBe('agreed');
    expect((await eva!.post(`${at}/${id}/close`, {})).status).toBe(400);
    const closed = await does(eva!, id, 'close', { outcome: 'Fyra tillfällen är hållna.' });
    expect(closed).toMatchObject({ status: 'closed', outcome: 'Fyra tillfällen är hållna.', holder: null });
    expect((await ida!.post(`${at}/${id}/effect`, { effect: 'yes' })).status).toBe(409);
    const { body } = await ida!.get<{ items: { what: string }[] }>(`${at}/${id}/history`);
    expect(body.items.map(({ what }) => what)).toEqual(['close', 'agree', 'propose', 'dueOn', 'take', 'created']);
  });

  it('is withdrawn, declined or reopened with why, and each side takes back only its own step', async () => {
    const { id } = await asked();
    await does(ida!, id, 'withdraw', { reason: 'Vi har löst det själva.' });
    expect((await eva!.post(`${at}/${id}/undo`, {})).status).toBe(403);
    expect((await does(ida!, id, 'undo')).status).toBe('received');
    expect(await does(eva!, id, 'decline', { reason: 'Det är kommunens eget avtal.' })).toMatchObject({
      status: 'declined',
      reason: 'Det är kommunens eget avtal.',
    });
    expect((await does(eva!, id, 'undo')).status).toBe('received');
    await does(eva!, id, 'take');
    await does(eva!, id, 'close', { outcome: 'Ett samtal.' });
    expect((await does(ida!, id, 'reopen', { reason: 'Det räckte inte.' })).status).toBe('reopened');
  });

  it('has everything as it was when a step is taken back', async () => {
    const { id } = await asked();
    await does(eva!, id, 'take', { dueOn: '2099-01-31' });
    expect((await does(eva!, id, 'undo')).dueOn).toBeNull();
    await does(eva!, id, 'take');
    await does(eva!, id, 'propose', { proposal: 'Fyra tillfällen.' });
    expect(await does(eva!, id, 'undo')).toMatchObject({ status: 'in_progress', proposal: '' });
    await does(eva!, id, 'close', { outcome: 'Ett samtal.' });
    await does(ida!, id, 'reopen', { reason: 'Det räckte inte.' });
    await does(eva!, id, 'take');
    expect(await does(eva!, id, 'undo')).toMatchObject({ status: 'reopened', reason: 'Det räckte inte.' });
  });

  it('is agreed to as it was read: not when the proposal has been changed since', async () => {
    const { id } = await asked();
    await does(eva!, id, 'take');
    await does(eva!, id, 'propose', { proposal: 'Fyra tillfällen.' });
    await does(eva!, id, 'propose', { proposal: 'Ett tillfälle.' });
    const late = await ida!.post<{ code: string }>(`${at}/${id}/agree`, { proposal: 'Fyra tillfällen.' });
    expect([late.status, late.body.code]).toEqual([409, 'support-request.newer-proposal']);
    expect((await ida!.post(`${at}/${id}/agree`, { proposal: 'Ett tillfälle.' })).status).toBe(200);
  });

  it('is talked over by both sides, and nothing that was said is lost', async () => {
    const { id } = await asked();
    await does(ida!, id, 'messages', { text: 'Helst på förmiddagar.' });
    await does(eva!, id, 'messages', { text: 'Då föreslår vi tisdagar.' });
    expect((await read(id)).messages).toMatchObject([
      { own: true, text: 'Helst på förmiddagar.' },
      { own: false, text: 'Då föreslår vi tisdagar.' },
    ]);
    expect((await samir!.post(`${at}/${id}/messages`, { text: 'Hej' })).status).toBe(404);
  });

  it('leads to what each reader may see, and to nothing else', async () => {
    const { id } = await asked();
    const hidden = await eva!.post<{ id: string }>('/api/actions', {
      title: 'Länsstyrelsens egen planering',
      kind: 'other',
      status: 'draft',
      visibility: 'own',
    });
    const open = await eva!.post<{ id: string }>('/api/actions', {
      title: 'Handledarträffar i länet',
      kind: 'other',
      status: 'planned',
      visibility: 'members',
    });
    await does(eva!, id, 'links', { kind: 'actions', id: hidden.body.id });
    await does(eva!, id, 'links', { kind: 'actions', id: open.body.id });
    expect((await read(id, eva!)).links).toHaveLength(2);
    expect((await read(id)).links).toMatchObject([{ title: 'Handledarträffar i länet' }]);
    expect((await ida!.post(`${at}/${id}/links`, { kind: 'actions', id: hidden.body.id })).status).toBe(400);
  });
});

describe('the effect of support', () => {
  it('is asked for by letter once, three months after', async () => {
    const id = await closedLongAgo();
    await app.get(EffectNews).ask();
    expect((await read(id)).effectAskedOn).not.toBeNull();
    await app.get(EffectNews).ask();
    expect(await app.sql('select * from support_effect_ask(40)')).toEqual([]);
    const waits = await ida!.get<{ items: { kind: string }[] }>('/api/activity/waiting');
    expect(waits.body.items.map(({ kind }) => kind)).toContain('support.effect');
  });

  it('closes it for good, opens it again, or is asked for once more', async () => {
    const helped = await closedLongAgo();
    expect((await eva!.post(`${at}/${helped}/effect`, { effect: 'yes' })).status).toBe(403);
    expect(await does(ida!, helped, 'effect', { effect: 'partly', words: 'Fler frågar.' })).toMatchObject({
      status: 'done',
      effect: 'partly',
      effectWords: 'Fler frågar.',
    });
    const not = await closedLongAgo();
    expect(await does(ida!, not, 'effect', { effect: 'no', mayTell: true })).toMatchObject({
      status: 'reopened',
      mayTell: false,
    });
    const early = await closedLongAgo();
    const again = await does(ida!, early, 'effect', { effect: 'too_early' });
    expect(again).toMatchObject({ status: 'closed', effectAskedOn: null });
    expect(again.allowed.verbs).not.toContain('judge');
  });

  it('that nobody has told of is told as such', async () => {
    const id = await closedLongAgo();
    await app.sql('update support_request set effect_asked_on = today() - 31 where id = $1', [id]);
    expect(await read(id, eva!)).toMatchObject({ status: 'closed', effect: null, effectSilent: true });
    const needs = await eva!.get<SupportNeeds>(`${at}/needs`);
    expect(needs.body.seen.silent).toBeGreaterThan(0);
  });
});

describe('suggestions while one writes', () => {
  it('tell of who in the county was helped, where that was agreed to and no longer than it is', async () => {
    const id = await closedLongAgo({ title: 'Utbildning om tvångsäktenskap för skolkuratorer', subject: 'honour' });
    const near = async (client: Client) =>
      (await client.get<SupportSuggestions>(`${at}/suggestions?q=skolkuratorer och tvångsäktenskap`)).body.peers;
    expect(await near(samir!)).toEqual([]);
    await does(ida!, id, 'effect', { effect: 'yes', mayTell: true });
    expect(await near(samir!)).toMatchObject([
      { organization: { name: 'Kramfors kommun' }, outcome: 'Fyra handledningstillfällen för enheten.', effect: 'yes' },
    ]);
    expect(await near(per!)).toEqual([]);
    expect((await samir!.get(`${at}/${id}`)).status).toBe(404);
    await ida!.send('PUT', `${at}/${id}/telling`, { mayTell: false }, {});
    expect(await near(samir!)).toEqual([]);
  });

  it('find what there is already, and never what the reader may not see', async () => {
    const ask = async (client: Client) =>
      (await client.get<SupportSuggestions>(`${at}/suggestions?q=Kurs i motiverande flygtrafik`)).body.items;
    const make = (title: string, visibility: string) =>
      eva!.post('/api/actions', { title, kind: 'other', status: 'planned', visibility });
    await make('Motiverande flygtrafik, egen plan', 'own');
    expect(await ask(ida!)).toEqual([]);
    await make('Motiverande flygtrafik i länet', 'members');
    expect(await ask(ida!)).toMatchObject([{ kind: 'actions', title: 'Motiverande flygtrafik i länet' }]);
  });
});

describe('the analysis of needs', () => {
  it('counts for a municipality nothing of what others ask for, and for the county board all of it', async () => {
    const needs = async (client: Client) => (await client.get<SupportNeeds>(`${at}/needs`)).text;
    const [before, told] = [await needs(samir!), await needs(eva!)];
    await asked({ subject: 'statistics' });
    expect(await needs(samir!)).toBe(before);
    expect(await needs(eva!)).not.toBe(told);
  });

  it('hides cells under five, in the table and in the file', async () => {
    for (let n = 0; n < 2; n += 1) await asked({ subject: 'procurement' }, samir!);
    for (let n = 0; n < 6; n += 1) await asked({ subject: 'procurement' });
    const { body } = await samir!.get<SupportNeeds>(`${at}/needs`);
    const column = body.places.subjects.indexOf('procurement');
    const cell = (code: string) =>
      body.places.rows.find(({ municipalityCode }) => municipalityCode === code)?.cells[column];
    expect(cell('2260')).toBeNull();
    for (const row of body.places.rows)
      for (const one of row.cells) expect(one === null || one === 0 || one >= 5).toBe(true);
    expect(body.seen.subjects.find(({ subject }) => subject === 'procurement')?.asked).toBe(2);
    expect((await samir!.get(`${at}/needs/export?format=csv`)).text).toContain('skyddas');
  });
});
