// Who reads what of questions that go on: the wording, what was cut out of it, and each other.
import type { Bundle, Question, QuestionHistory } from '@samverkan/questions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

const at = '/api/questions';
let app: TestApp;
let [ida, samir, eva, national]: Client[] = [];
const organizations = new Map<string, string>();

beforeAll(async () => {
  app = await testApp();
  [ida, samir, eva] = await Promise.all(['ida.nordlund', 'samir.lund', 'eva.berglind'].map((who) => app.signIn(who)));
  national = await app.someone('national_reader', 'national:socialstyrelsen');
  for (const { key, id } of await app.sql<{ key: string; id: string }>('select key, id from organization'))
    organizations.set(key, id);
});
afterAll(() => app.close());

const asked = async (fields: object = {}, client = ida!) =>
  (await client.post<Question>(at, { title: 'Vem betalar resan till boendet?', subject: 'responsibility', ...fields }))
    .body;
const history = (client: Client, path: string) => client.get<QuestionHistory>(`${path}/history`);
const sending = {
  recipientId: '',
  diarienummer: '804-77-2026',
  sentOn: '2026-10-01',
  expectedOn: '2099-01-01',
};

it('what is between one party and her county board is opened to nobody else by the board', async () => {
  const { id } = await asked();
  const refused = await eva!.post<{ code: string }>(`${at}/${id}/joins`, {
    organizationId: organizations.get('municipality:2260'),
  });
  expect([refused.status, refused.body.code]).toEqual([409, 'question.between-two']);
  expect((await samir!.get(`${at}/${id}`)).status).toBe(404);
});

it('what was cut out of a wording before it was sent is read by the board alone, also in its history', async () => {
  const { id } = await asked();
  const made = await eva!.post<Bundle>('/api/question-bundles', {
    title: 'Resor',
    wording: 'Kommunen vid älven undrar vem som betalar.',
    questionIds: [id],
  });
  const path = `/api/question-bundles/${made.body.id}`;
  await eva!.patch(path, { wording: 'Vem betalar?' }, made.body.version);
  await eva!.post(`${path}/send`, { ...sending, recipientId: organizations.get('national:socialstyrelsen') });
  expect((await history(eva!, path)).text).toContain('Kommunen vid älven');
  for (const reader of [national!, ida!]) {
    const seen = await history(reader, path);
    expect([seen.status, seen.text.includes('älven'), seen.body.items.length > 0]).toEqual([200, false, true]);
  }
});

it('a joint wording is read by who asked; who only sees one of its questions reads where it lies', async () => {
  const open = await asked({ title: 'Vem svarar för resan mellan kommuner?', visibility: 'county' });
  const kept = await asked({ title: 'Vem svarar vid flytt till annat län?' });
  const made = await eva!.post<Bundle>('/api/question-bundles', {
    title: 'Resor och flytt',
    wording: 'Vem svarar för resor och flytt?',
    questionIds: [open.id, kept.id],
  });
  const path = `/api/question-bundles/${made.body.id}`;
  await eva!.post(`${path}/send`, { ...sending, recipientId: organizations.get('national:socialstyrelsen') });
  expect((await ida!.get(path)).status).toBe(200);
  expect((await samir!.get(path)).status).toBe(404);
  const seen = await samir!.get<Question>(`${at}/${open.id}`);
  expect(seen.body).toMatchObject({ status: 'sent_national', holder: { name: 'Socialstyrelsen' }, sent: null });
  expect(seen.text).not.toContain('flytt');
});

it('those who asked do not meet each other in the history of what only they see', async () => {
  const { id } = await asked({ title: 'Får skolan veta var barnet bor?', visibility: 'county' });
  await samir!.post(`${at}/${id}/joins`, {});
  await ida!.send('PUT', `${at}/${id}/visibility`, { visibility: 'participants' }, {});
  await eva!.post(`${at}/${id}/answer`, { text: 'Nej, inte utan samtycke.', receivedOn: '2026-11-20' });
  await samir!.post(`${at}/${id}/verdict`, { answers: false, because: 'Gäller det även förskolan?' });
  expect((await history(eva!, `${at}/${id}`)).text).toContain('Ånge kommun');
  const seen = await history(ida!, `${at}/${id}`);
  expect(seen.text).not.toContain('Ånge');
  expect(seen.body.items.map(({ what }) => what)).not.toContain('join');
});

it('yes is said to the answer that was read, and whoever has left is asked nothing more', async () => {
  const { id } = await asked({ title: 'Vem för protokollet?', visibility: 'county' });
  await samir!.post(`${at}/${id}/joins`, {});
  const reply = { text: 'Den som kallar.', receivedOn: '2026-11-20' };
  const first = (await eva!.post<Question>(`${at}/${id}/answer`, reply)).body.replies[0]!.id;
  await samir!.post(`${at}/${id}/verdict`, { answers: false, because: 'Även digitalt?' });
  await eva!.post(`${at}/${id}/answer`, { ...reply, text: 'Ja, även digitalt.' });
  const late = await ida!.post<{ code: string }>(`${at}/${id}/verdict`, { answers: true, replyId: first });
  expect([late.status, late.body.code]).toEqual([409, 'question.newer-answer']);
  expect((await samir!.get<Question>(`${at}/${id}`)).body.toJudge).toBe(true);
  await samir!.send('DELETE', `${at}/${id}/joins`, undefined, {});
  expect((await samir!.get<Question>(`${at}/${id}`)).body.toJudge).toBe(false);
});

it('who asks cannot put her question among what others have sent, nor say what its board has done, by the table alone', async () => {
  const { id } = await asked();
  const [{ bundle }] = (await app.sql<{ bundle: string }>(
    "select id as bundle from question_bundle where status = 'sent' limit 1",
  )) as [{ bundle: string }];
  const me = await app.sql<{ user: string; org: string }>(
    "select u.id as user, m.organization_id as org from app_user u join membership m on m.user_id = u.id where u.email = 'ida.nordlund@demo.example'",
  );
  const pg = await import('pg');
  const client = new pg.default.Client({
    connectionString: app.runtimeUrl('app'),
    options: '-c search_path=samverkan',
  });
  await client.connect();
  const tries = async (set: string) => {
    await client.query('begin');
    await client.query(
      `select set_config('samverkan.user', $1, true), set_config('samverkan.org', $2, true), set_config('samverkan.role', 'coordinator', true), set_config('samverkan.counties', '22', true)`,
      [me[0]?.user, me[0]?.org],
    );
    const said = await client.query(`update question set ${set} where id = $1`, [id]).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
    await client.query('rollback');
    return said;
  };
  expect(await tries(`bundle_id = '${bundle}'`)).toBe('42501');
  expect(await tries(`status = 'accepted'`)).toBe('42501');
  expect(await tries(`title = 'Rättad rubrik'`)).toBe('done');
  await client.end();
});
