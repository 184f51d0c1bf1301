import type { Bundle, Faq, FaqPage, Question, QuestionPage, SimilarQuestions } from '@samverkan/questions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

const at = '/api/questions';
let app: TestApp;
let [ida, samir, eva, maja, per, national]: Client[] = [];
let authority = '';
let other = '';

beforeAll(async () => {
  app = await testApp();
  [ida, samir, eva, maja, per] = await Promise.all(
    ['ida.nordlund', 'samir.lund', 'eva.berglind', 'maja.ek', 'per.ost'].map((who) => app.signIn(who)),
  );
  national = await app.someone('national_reader', 'national:socialstyrelsen');
  const id = async (key: string) =>
    (await app.sql<{ id: string }>('select id from organization where key = $1', [key]))[0]?.id ?? '';
  authority = await id('national:socialstyrelsen');
  other = await id('national:polismyndigheten');
});
afterAll(() => app.close());

const asked = async (fields: object = {}, client = ida!) => {
  const answer = await client.post<Question>(at, {
    title: 'Vem betalar skyddat boende när två kommuner är inblandade?',
    subject: 'responsibility',
    ...fields,
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
const read = async (id: string, client = ida!) => (await client.get<Question>(`${at}/${id}`)).body;
const reply = { text: 'Den kommun där hon är bosatt.', receivedOn: '2026-11-20' };
const settled = async (until: () => Promise<boolean>) => {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    if (await until()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come.');
};

describe('a question', () => {
  it('is asked with one line and a subject, and lies with the county board', async () => {
    const one = await asked();
    expect(one).toMatchObject({
      status: 'received',
      holder: { name: 'Länsstyrelsen Västernorrland' },
      own: 'asker',
      visibility: 'participants',
      allowed: { edit: true, handle: false, verbs: ['end'] },
    });
    expect(one.reference).toMatch(/^F-\d{4}-\w{6}$/);
    expect((await eva!.get(`${at}/${one.id}`)).status).toBe(200);
    for (const stranger of [samir!, maja!, per!, national!])
      expect((await stranger.get(`${at}/${one.id}`)).status).toBe(404);
  });

  it('is stopped when it tells of a person', async () => {
    const answer = await ida!.post(at, { title: 'Vad gäller för 19811218-9876?', subject: 'other' });
    expect(answer.body).toMatchObject({ issues: [{ path: 'title', code: 'text.personal-number' }] });
  });

  it('is taken down at a visit for a municipality of the county, which then owns it', async () => {
    const [ange] = await app.sql<{ id: string }>(`select id from organization where key = 'municipality:2260'`);
    const one = await asked({ forOrganizationId: ange?.id, askedOn: '2026-11-02' }, eva!);
    expect(one).toMatchObject({ captured: true, askedOn: '2026-11-02', asker: { name: 'Ånge kommun' } });
    expect(await read(one.id, samir!)).toMatchObject({ own: 'asker', captured: true });
    const [far] = await app.sql<{ id: string }>(`select id from organization where key = 'municipality:2380'`);
    expect((await eva!.post(at, { title: 'En fråga till', subject: 'other', forOrganizationId: far?.id })).status).toBe(
      400,
    );
    expect(
      (await ida!.post(at, { title: 'En fråga till', subject: 'other', forOrganizationId: ange?.id })).status,
    ).toBe(403);
  });

  it('is joined instead of asked again, and tells of others only where all see each other', async () => {
    const one = await asked({ title: 'Får socialtjänsten lämna uppgifter till skolan?', visibility: 'county' });
    const near = await samir!.get<SimilarQuestions>(`${at}/similar?q=uppgift till skolor från socialtjänst`);
    expect(near.body.items.map(({ id }) => id)).toContain(one.id);
    const joined = await samir!.post<Question>(`${at}/${one.id}/joins`, {});
    expect(joined.body).toMatchObject({ own: 'joined', joinCount: 1 });
    expect(await read(one.id)).toMatchObject({ joinCount: 1, joins: [{ organization: { name: 'Ånge kommun' } }] });
    await ida!.send('PUT', `${at}/${one.id}/visibility`, { visibility: 'participants' }, {});
    expect(await read(one.id)).toMatchObject({ joinCount: 0, joins: [] });
    expect((await read(one.id, eva!)).joinCount).toBe(1);
    expect((await samir!.send('DELETE', `${at}/${one.id}/joins`, undefined, {})).status).toBe(204);
    expect((await samir!.get(`${at}/${one.id}`)).status).toBe(404);
  });

  it('has no likeness that tells of what the reader may not see', async () => {
    const ask = async () =>
      Promise.all(
        ['/similar?q=umgänge vid kontaktförbud', '?q=kontaktförbud', '/statistics', '/export?format=csv', '/lines'].map(
          async (rest) => (await samir!.get(`${at}${rest}`)).text,
        ),
      ).then((texts) => texts.join('\n'));
    const before = await ask();
    const one = await asked({ title: 'Hur ordnas umgänge vid kontaktförbud?' });
    expect(await ask()).toBe(before);
    await ida!.send('PUT', `${at}/${one.id}/visibility`, { visibility: 'county' }, {});
    expect(await ask()).toContain(one.id);
  });

  it('moves by deeds of its own, each with its undo, and ends honestly', async () => {
    const { id } = await asked();
    expect((await ida!.post(`${at}/${id}/take`, {})).status).toBe(403);
    const taken = await eva!.post<Question>(`${at}/${id}/take`, {});
    expect(taken.body).toMatchObject({ status: 'in_progress', handler: { name: 'Länsstyrelsen Västernorrland' } });
    expect((await eva!.post(`${at}/${id}/take`, {})).status).toBe(409);
    expect((await eva!.post<Question>(`${at}/${id}/undo`, {})).body.status).toBe('received');
    expect((await eva!.post(`${at}/${id}/reject`, {})).status).toBe(400);
    const rejected = await eva!.post<Question>(`${at}/${id}/reject`, { reason: 'Frågan är kommunens egen.' });
    expect(rejected.body).toMatchObject({ status: 'rejected', reason: 'Frågan är kommunens egen.', holder: null });
    expect((await ida!.post(`${at}/${id}/undo`, {})).status).toBe(403);
    await eva!.post(`${at}/${id}/undo`, {});
    const ended = await ida!.post<Question>(`${at}/${id}/end`, { reason: 'Vi löste det själva.' });
    expect(ended.body.status).toBe('no_longer_relevant');
    const { body } = await ida!.get<{ items: { what: string }[] }>(`${at}/${id}/history`);
    expect(body.items.map(({ what }) => what)).toEqual(['end', 'undo', 'reject', 'undo', 'take', 'created']);
  });

  it('keeps what two write at once, and says which field both changed', async () => {
    const { id, version } = await asked();
    await ida!.patch(`${at}/${id}`, { title: 'En annan fråga om boende' }, version);
    expect((await eva!.patch<Question>(`${at}/${id}`, { subject: 'housing' }, version)).status).toBe(200);
    const clash = await eva!.patch(`${at}/${id}`, { title: 'En tredje' }, version);
    expect(clash.body).toMatchObject({
      code: 'stale-version',
      current: { fields: { title: 'En annan fråga om boende' } },
    });
  });

  it('answered by the county board is judged by who asked: enough, or open again', async () => {
    const { id } = await asked({ visibility: 'county' });
    await samir!.post(`${at}/${id}/joins`, {});
    const answered = await eva!.post<Question>(`${at}/${id}/answer`, reply);
    expect(answered.body).toMatchObject({ status: 'answered', replies: [{ text: reply.text, told: { of: 2 } }] });
    await settled(async () => (await read(id, eva!)).replies[0]?.told?.told === 2);
    const waits = await ida!.get<{ items: { kind: string }[] }>('/api/activity/waiting');
    expect(waits.body.items.map(({ kind }) => kind)).toContain('questions.judge');
    expect((await samir!.post(`${at}/${id}/verdict`, { answers: false })).status).toBe(400);
    const open = await samir!.post<Question>(`${at}/${id}/verdict`, {
      answers: false,
      because: 'Gäller det även region?',
    });
    expect(open.body.status).toBe('reopened');
    expect((await read(id, eva!)).replies[0]?.verdicts).toMatchObject([
      { answers: false, because: 'Gäller det även region?' },
    ]);
    expect((await read(id)).replies[0]?.verdicts).toEqual([]);
    expect((await ida!.post<Question>(`${at}/${id}/verdict`, { answers: true })).body.status).toBe('reopened');
    await eva!.post(`${at}/${id}/answer`, { ...reply, text: 'Ja, även region.' });
    expect((await ida!.post<Question>(`${at}/${id}/verdict`, { answers: true })).body.status).toBe('accepted');
  });
});

describe('questions that go on together', () => {
  const sending = { diarienummer: '804-1234-2026', sentOn: '2026-10-01', expectedOn: '2026-11-01' };
  const bundled = async (more: object = {}) => {
    const questions = [
      await asked(),
      await asked({ title: 'Vem betalar resan till skyddat boende?', visibility: 'county' }),
    ];
    const made = await eva!.post<Bundle>('/api/question-bundles', {
      title: 'Kostnadsansvar',
      wording: 'Hur fördelas kostnaden?\n\nOch vem betalar resan?',
      questionIds: questions.map(({ id }) => id),
      ...more,
    });
    if (made.status !== 201) throw new Error(made.text);
    return { bundle: made.body, questions };
  };
  const path = ({ id }: Bundle, rest = '') => `/api/question-bundles/${id}${rest}`;

  it('have a joint wording with the originals beside, and are sent by one deed with a number and a day', async () => {
    const { bundle, questions } = await bundled();
    expect(bundle).toMatchObject({
      status: 'draft',
      questionCount: 2,
      questions: [{ title: questions[0]?.title }, {}],
    });
    expect((await national!.get(path(bundle))).status).toBe(404);
    expect((await ida!.get(path(bundle))).status).toBe(404);
    const sent = await eva!.post<Bundle>(path(bundle, '/send'), { ...sending, recipientId: authority });
    expect(sent.body).toMatchObject({ status: 'sent', overdue: true, current: { diarienummer: '804-1234-2026' } });
    expect(await read(questions[0]!.id)).toMatchObject({
      status: 'sent_national',
      holder: { name: 'Socialstyrelsen' },
      sent: { diarienummer: '804-1234-2026', overdue: true, opens: false },
    });
    const waits = await eva!.get<{ items: { kind: string }[] }>('/api/activity/waiting');
    expect(waits.body.items.map(({ kind }) => kind)).toContain('questions.overdue');
  });

  it('are read by whom they are sent to, without who asked', async () => {
    const { bundle, questions } = await bundled();
    await eva!.post(path(bundle, '/send'), { ...sending, recipientId: authority });
    const seen = await national!.get<Bundle>(path(bundle));
    expect(seen.body).toMatchObject({
      wording: bundle.wording,
      questions: [],
      questionCount: 2,
      allowed: { reply: true, edit: false },
    });
    expect(seen.text).not.toContain('Kramfors');
    expect((await national!.get(`${at}/${questions[0]!.id}`)).status).toBe(404);
    const answered = await national!.post<Bundle>(path(bundle, '/replies'), reply);
    expect(answered.body).toMatchObject({ status: 'answered', replies: [{ source: { name: 'Socialstyrelsen' } }] });
    expect(await read(questions[0]!.id)).toMatchObject({ status: 'answered', toJudge: true });
    expect((await national!.post(path(bundle, '/replies'), reply)).status).toBe(409);
  });

  it('go to another when the first says that it is not theirs, and the clock keeps its history', async () => {
    const { bundle, questions } = await bundled();
    await eva!.post(path(bundle, '/send'), { ...sending, recipientId: authority });
    const next = {
      recipientId: other,
      diarienummer: '',
      notOursOn: '2026-10-20',
      sentOn: '2026-10-21',
      expectedOn: '2099-01-01',
    };
    expect((await eva!.post(path(bundle, '/readdress'), { ...next, recipientId: authority })).status).toBe(400);
    const moved = await eva!.post<Bundle>(path(bundle, '/readdress'), next);
    expect(moved.body).toMatchObject({
      status: 'sent',
      sentOn: '2026-10-01',
      overdue: false,
      addresses: [
        { outcome: 'not_ours', days: 19, endedOn: '2026-10-20' },
        { outcome: null, recipient: { name: 'Polismyndigheten' } },
      ],
    });
    expect((await read(questions[0]!.id)).holder?.name).toBe('Polismyndigheten');
    expect((await national!.post(path(bundle, '/replies'), reply)).status).toBe(403);
    const ended = await eva!.post<Bundle>(path(bundle, '/end'), { reason: 'Ingen myndighet svarar.' });
    expect(ended.body.status).toBe('ended');
    expect((await read(questions[0]!.id)).status).toBe('unanswered');
  });

  it('leave as a letter, a document and a pdf with the same words', async () => {
    const { bundle } = await bundled();
    await eva!.post(path(bundle, '/send'), { ...sending, recipientId: authority });
    for (const [format, head] of [
      ['docx', 'PK'],
      ['pdf', '%PDF'],
    ] as const) {
      const { status, text } = await eva!.get(path(bundle, `/letter?format=${format}`));
      expect([status, text.startsWith(head)]).toEqual([200, true]);
    }
  });
});

describe('questions and answers', () => {
  it('are a draft until the board has checked them, then shown to whom the deed names, and searched', async () => {
    const made = await eva!.post<Faq>('/api/faq', {
      title: 'Vem betalar skyddat boende?',
      answer: 'Bosättningskommunen.',
      subject: 'responsibility',
    });
    expect((await ida!.get(`/api/faq/${made.body.id}`)).status).toBe(404);
    expect((await eva!.post(`/api/faq/${made.body.id}/publish`, { visibility: 'members' })).status).toBe(400);
    const shown = await eva!.post<Faq>(`/api/faq/${made.body.id}/publish`, { checked: true, visibility: 'members' });
    expect(shown.body).toMatchObject({ status: 'published', visibility: 'members', allowed: { edit: true } });
    for (const reader of [ida!, maja!, per!, national!]) {
      const { body } = await reader.get<FaqPage>('/api/faq?q=betalar skyddade boenden');
      expect(body.items.map(({ id }) => id)).toContain(made.body.id);
    }
    await eva!.post(`/api/faq/${made.body.id}/withdraw`, {});
    expect((await ida!.get(`/api/faq/${made.body.id}`)).status).toBe(404);
  });
});

it('counts what the reader sees as it is, and hides small numbers across counties', async () => {
  const list = await eva!.get<QuestionPage>(`${at}?size=1`);
  const { body, status } = await eva!.get<{ seen: { asked: number }; counties: { rows: { total: number | null }[] } }>(
    `${at}/statistics?from=2020-01-01&to=2099-01-01`,
  );
  expect([status, body.seen.asked]).toEqual([200, list.body.total]);
  expect(body.counties.rows.every(({ total }) => total === null || total === 0 || total >= 5)).toBe(true);
  expect((await maja!.get(`${at}/statistics`)).status).toBe(403);
});

it('opens from each number the questions it counts, and shows counties by whole years only: of days one chooses the hidden could be reckoned', async () => {
  interface Numbers {
    from: string;
    to: string;
    seen: { subjects: { subject: string; asked: number }[] };
    counties: { year: number };
  }
  const year = await eva!.get<Numbers>(`${at}/statistics`);
  const { from, to, seen, counties } = year.body;
  for (const { subject, asked } of seen.subjects) {
    const list = await eva!.get<QuestionPage>(`${at}?size=1&subject=${subject}&askedFrom=${from}&askedTo=${to}`);
    expect([subject, list.body.total]).toEqual([subject, asked]);
  }
  const day = await eva!.get<Numbers>(`${at}/statistics?from=${to}&to=${to}`);
  expect([day.body.counties, counties.year]).toEqual([counties, Number(to.slice(0, 4))]);
});
