// A draft is put to others: they read it, answer goal by goal as one organisation, and are told what became of it.
import type { Consultation, ConsultationAnswers } from '@samverkan/consultations/contract';
import type { Strategy } from '@samverkan/strategies/contract';
import {
  type Client,
  type TestApp,
  dayFromNow as dayOf,
  noComment as rest,
  organizationOf,
  aRound as roundOf,
  roundAt as at,
  sendAnswer as send,
  testApp,
  writeAnswer as write,
} from '@samverkan/testing';

let app: TestApp;
let [eva, ida, ulf, samir, maja]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
  ulf = await app.someone('coordinator', 'municipality:2282');
  samir = await app.signIn('samir.lund');
  maja = await app.signIn('maja.ek');
});
afterAll(() => app.close());

const nobody = '01900000-0000-7000-8000-000000000000';
const idOf = (key: string) => organizationOf(app, key);
const dayFromNow = (days: number) => dayOf(app, days);
const aRound = (more?: object, goals?: string[]) => roundOf(app, eva!, more, goals);
const read = async (who: Client | undefined, id: string) => (await who!.get<Consultation>(at(id))).body;
const answers = async (id: string, who = eva) => (await who!.get<ConsultationAnswers>(at(id, '/answers'))).body;
const of = (all: ConsultationAnswers, name: string) =>
  all.invited.find(({ organization }) => organization.name === name);

describe('a draft that is put to others', () => {
  it('is read by those who are asked and by nobody else, as long as the round is open', async () => {
    const { answer, draft, id } = await aRound();
    expect([answer.status, answer.body.allowed]).toEqual([201, { answer: false, manage: true, readAnswers: true }]);
    expect((await eva!.get<Strategy>(`/api/strategies/${draft.id}`)).body.status).toBe('in_consultation');
    const hers = await read(ida, id);
    expect(hers).toMatchObject({
      title: 'Handlingsplan 2027–2030',
      readable: true,
      allowed: { answer: true, manage: false },
    });
    expect(hers.goals.map(({ number, text }) => `${number} ${text}`)).toEqual([
      '1 Upptäcka våld i länet.',
      '2 Förebygga våld i länet.',
      '3 Skydda barn i länet.',
    ]);
    expect((await ida!.get(`/api/strategies/${draft.id}`)).status).toBe(200);
    expect((await ida!.patch(`/api/strategies/${draft.id}`, { vision: 'Min' }, 1)).status).toBe(403);
    expect((await samir!.get(`/api/strategies/${draft.id}`)).status).toBe(404);
    await eva!.post(at(id, '/closing'), {});
    expect((await eva!.get<Strategy>(`/api/strategies/${draft.id}`)).body.status).toBe('draft');
    expect((await ida!.get(`/api/strategies/${draft.id}`)).status).toBe(404);
    expect(await read(ida, id)).toMatchObject({ status: 'closed', readable: false, goals: [] });
  });

  it('answers whoever is not asked exactly as what does not exist', async () => {
    const { id } = await aRound();
    const settle = (text: string) => text.replace(/"requestId":"[^"]*"/, '').replaceAll(id, nobody);
    for (const path of ['', '/answers', '/export?format=csv']) {
      const [hidden, absent] = [await samir!.get(at(id, path)), await samir!.get(at(nobody, path))];
      expect([path, hidden.status, settle(hidden.text)]).toEqual([path, 404, settle(absent.text)]);
    }
    for (const deed of ['/closing', '/reopening', '/answer/sending', '/answer/no-comment'])
      expect([deed, (await samir!.post(at(id, deed), {})).status]).toEqual([deed, 404]);
    expect((await samir!.get('/api/consultations')).text).not.toContain(id);
    expect((await samir!.get('/api/activity')).text).not.toContain(id);
  });

  it('is refused without goals, with a last day that has passed, with itself among the asked, and twice', async () => {
    expect((await aRound({}, [])).answer.body).toMatchObject({ code: 'strategy.has-no-goals' });
    const past = await aRound({ lastDay: '2020-01-01' });
    expect(past.answer.body).toMatchObject({ issues: [{ path: 'lastDay', code: 'field.in-the-past' }] });
    const own = await aRound({ organizationIds: [await idOf('county_board:22')] });
    expect(own.answer.body).toMatchObject({ issues: [{ path: 'organizationIds.0', code: 'field.not-a-choice' }] });
    const { draft } = await aRound();
    const again = await eva!.post('/api/consultations', {
      strategyId: draft.id,
      organizationIds: [await idOf('municipality:2282')],
      lastDay: await dayFromNow(9),
    });
    expect(again.body).toMatchObject({ code: 'consultation.strategy-is-no-draft' });
  });

  it('is not decided while it is out', async () => {
    const { draft } = await aRound();
    const refused = await eva!.post(`/api/strategies/${draft.id}/adoption`, { decidedOn: '2026-11-01' });
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'strategy.is-in-consultation' }]);
  });

  it('is offered to the county’s municipalities, its region and whoever signed before', async () => {
    const { draft } = await aRound();
    const { body } = await eva!.get<{ organizations: { name: string; municipality: boolean; region: boolean }[] }>(
      `/api/consultations/choices?strategy=${draft.id}`,
    );
    expect(body.organizations.filter(({ municipality }) => municipality)).toHaveLength(7);
    expect(body.organizations.filter(({ region }) => region).map(({ name }) => name)).toEqual([
      'Region Västernorrland',
    ]);
    expect(body.organizations.map(({ name }) => name)).not.toContain('Länsstyrelsen Västernorrland');
    expect((await ida!.get(`/api/consultations/choices?strategy=${draft.id}`)).status).toBe(403);
  });
});

describe('an answer', () => {
  it('is written by several of the same organisation, sent as one, and unseen until then', async () => {
    const { id, goals } = await aRound();
    expect((await write(ida, id, goals[0]!, 'Skriv vem som frågar.')).status).toBe(200);
    expect((await write(ulf, id, 'whole', 'Bra helhet.')).status).toBe(200);
    expect((await read(ulf, id)).answer?.drafts.map(({ text }) => text).sort()).toEqual([
      'Bra helhet.',
      'Skriv vem som frågar.',
    ]);
    expect(of(await answers(id), 'Kramfors kommun')).toMatchObject({ state: 'begun', comments: [] });
    expect((await maja!.get(at(id))).text).not.toContain('Skriv vem');
    const early = await send(ida, id);
    expect([early.status, early.body]).toMatchObject([
      409,
      { code: 'consultation.goals-lack-answer', current: { goals: [{ number: '2' }, { number: '3' }] } },
    ]);
    await rest(ida, id);
    const sent = await send(ida, id);
    expect(sent.body.answer).toMatchObject({ sentBy: 'Ida Nordlund', late: false, unsent: false });
    const came = of(await answers(id), 'Kramfors kommun');
    expect([came?.state, came?.comments.map(({ text, none }) => text || none)]).toEqual([
      'sent',
      ['Skriv vem som frågar.', true, true, 'Bra helhet.'],
    ]);
    expect(of(await answers(id), 'Kvinnojouren Lyktan')?.state).toBe('waiting');
  });

  it('shows both texts when two have written the same field', async () => {
    const { id, goals } = await aRound();
    await write(ida, id, goals[0]!, 'Idas text');
    const clash = await write(ulf, id, goals[0]!, 'Ulfs text');
    expect([clash.status, clash.body.current]).toMatchObject([409, { text: 'Idas text', version: 1 }]);
    expect((await write(ulf, id, goals[0]!, 'Bådas text', 1)).body.version).toBe(2);
  });

  it('“ingen synpunkt” on the rest leaves what is written, and is taken back', async () => {
    const { id, goals } = await aRound();
    await write(ida, id, goals[1]!, 'En synpunkt');
    const { body } = await rest(ida, id);
    expect(
      body.answer?.drafts
        .filter(({ none }) => none)
        .map(({ goalId }) => goalId)
        .sort(),
    ).toEqual([goals[0], goals[2]].sort());
    const back = await ida!.post<Consultation>(at(id, '/answer/no-comment'), { undo: [goals[0], goals[2]] });
    expect(back.body.answer?.drafts.filter(({ none }) => none)).toEqual([]);
  });

  it('may be changed until the last day; then late ones are taken, marked, and what was sent stands', async () => {
    const { id, goals } = await aRound();
    await rest(ida, id);
    await send(ida, id);
    const none = (await read(ida, id)).answer?.drafts.find(({ goalId }) => goalId === goals[0]);
    await write(ida, id, goals[0]!, 'Vi ändrade oss.', none?.version);
    expect((await read(ida, id)).answer?.unsent).toBe(true);
    expect(of(await answers(id), 'Kramfors kommun')?.comments[0]).toMatchObject({ text: '', none: true });
    await send(ida, id);
    expect(of(await answers(id), 'Kramfors kommun')?.comments[0]).toMatchObject({
      text: 'Vi ändrade oss.',
      none: false,
    });
    await app.sql('update consultation set last_day = samverkan.today() - 1 where id = $1', [id]);
    expect((await send(ida, id)).status).toBe(403);
    await rest(maja, id);
    expect((await send(maja, id)).body.answer).toMatchObject({ late: true });
  });

  it('keeps the wording it was written about when the goal is corrected meanwhile', async () => {
    const { id, goals } = await aRound();
    await write(ida, id, goals[0]!, 'Ordet våld är för brett.');
    await rest(ida, id);
    await send(ida, id);
    expect((await eva!.patch(`/api/goals/${goals[0]}`, { title: 'Upptäcka våld i nära relation' }, 1)).status).toBe(
      200,
    );
    expect(of(await answers(id), 'Kramfors kommun')?.comments[0]?.goal).toMatchObject({
      title: 'Upptäcka våld',
      version: 1,
    });
    const hers = await read(ida, id);
    expect(hers.goals[0]?.title).toBe('Upptäcka våld i nära relation');
    expect(hers.answer?.drafts.find(({ goalId }) => goalId === goals[0])?.about?.title).toBe('Upptäcka våld');
  });

  it('stops a personal number before it is kept', async () => {
    const { id, goals } = await aRound();
    const stopped = await write(ida, id, goals[0]!, 'Fråga 19121212-1212.');
    expect([stopped.status, stopped.text.includes('1212')]).toEqual([400, false]);
  });
});

describe('what becomes of the comments', () => {
  it('is said by whoever asked and read by whoever commented; a comment written anew waits for an answer again', async () => {
    const { id, goals } = await aRound();
    await write(ida, id, goals[0]!, 'Lägg till skolan.');
    await rest(ida, id);
    await send(ida, id);
    const comment = of(await answers(id), 'Kramfors kommun')?.comments[0];
    const respond = (who: Client | undefined, body: object) =>
      who!.put<ConsultationAnswers>(at(id, `/comments/${comment?.id}/response`), body);
    expect((await respond(ida, { outcome: 'not', reason: 'Nej', version: 0 })).status).toBe(403);
    expect((await respond(eva, { outcome: 'partly', reason: '', version: 0 })).status).toBe(400);
    const { body } = await respond(eva, { outcome: 'partly', reason: 'Skolan står i mål 3.', version: 0 });
    expect(body.unanswered).toBe(0);
    expect((await respond(eva, { outcome: 'not', reason: 'Ångrat', version: 0 })).status).toBe(409);
    expect((await read(ida, id)).answer?.comments[0]?.response).toMatchObject({
      outcome: 'partly',
      reason: 'Skolan står i mål 3.',
    });
    await write(ida, id, goals[0]!, 'Lägg till skolan och fritiden.', 1);
    await send(ida, id);
    expect(await answers(id)).toMatchObject({ unanswered: 1 });
  });

  it('is shown to the others who were asked only when the round is closed, and only if that was chosen', async () => {
    const { id, goals } = await aRound();
    await write(ida, id, goals[0]!, 'En synpunkt från Kramfors.');
    await rest(ida, id);
    await send(ida, id);
    expect((await maja!.get(at(id, '/answers'))).status).toBe(403);
    await eva!.post(at(id, '/closing'), {});
    expect((await maja!.get(at(id, '/answers'))).status).toBe(403);
    const { body } = await eva!.get<Consultation>(at(id));
    expect((await eva!.patch(at(id), { showsAnswers: true }, body.version)).status).toBe(200);
    const shown = await answers(id, maja);
    expect(shown.invited.map(({ organization }) => organization.name)).toContain('Kramfors kommun');
    expect(shown.allowed).toEqual({ manage: false, respond: false, reopen: false });
    expect((await read(ida, id)).answer?.comments[0]?.text).toBe('En synpunkt från Kramfors.');
  });

  it('goes out as a file with who has not answered', async () => {
    const { id, goals } = await aRound();
    await write(ida, id, goals[0]!, '=SUMMA(1;2)');
    await rest(ida, id);
    await send(ida, id);
    const { text } = await eva!.get(at(id, '/export?format=csv'));
    expect(text).toContain('Kramfors kommun;Har svarat');
    expect(text).toContain("'=SUMMA");
    expect(text).toContain('Kvinnojouren Lyktan;Inte börjat');
  });

  it('a round closed by mistake is opened again', async () => {
    const { id, draft } = await aRound();
    await eva!.post(at(id, '/closing'), {});
    expect((await send(ida, id)).status).toBe(403);
    expect((await eva!.post(at(id, '/reopening'), {})).status).toBe(200);
    expect((await eva!.get<Strategy>(`/api/strategies/${draft.id}`)).body.status).toBe('in_consultation');
    expect((await rest(ida, id)).status).toBe(200);
  });
});
