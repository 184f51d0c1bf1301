import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
beforeAll(async () => {
  app = await testApp();
  ida = await app.signIn('ida.nordlund');
});
afterAll(() => app.close());

const anAction = (fields: object = {}) => ({
  title: 'FREDA-utbildning',
  kind: 'training',
  status: 'planned',
  visibility: 'county',
  ...fields,
});

describe('bad input', () => {
  it('names the field and the fault, and never repeats what was written', async () => {
    const answer = await ida.post('/api/actions', {
      ...anAction(),
      title: 'x',
      endsOn: 'i morgon',
      hemligt: 1,
      kind: 'Övrigt!',
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body['issues']).toEqual(
      expect.arrayContaining([
        { path: 'title', code: 'field.too-short' },
        { path: 'endsOn', code: 'field.wrong-form' },
        { path: 'kind', code: 'field.wrong-form' },
        { path: 'hemligt', code: 'field.unknown' },
      ]),
    );
    expect(answer.text).not.toContain('i morgon');
  });

  it('stops a personal number in any text, and says only where', async () => {
    const answer = await ida.post(
      '/api/actions',
      anAction({ description: 'Ärendet 18900101-9802 i höstas', partnerNames: ['x 18900101-9802'] }),
    );
    expect(answer.body['issues']).toEqual(
      expect.arrayContaining([
        { path: 'description', code: 'text.personal-number' },
        { path: 'partnerNames.0', code: 'text.personal-number' },
      ]),
    );
    expect(answer.text).not.toContain('9802');
    expect((await ida.get('/api/actions?q=18900101-9802')).status).toBe(400);
  });

  it('lets ten bare digits pass once the writer has said they are no personal number', async () => {
    const text = { description: 'Växel 9001019802' };
    expect((await ida.post('/api/actions', anAction(text))).body['issues']).toEqual([
      { path: 'description', code: 'text.maybe-personal-number' },
    ]);
    expect(
      (
        await ida.post(
          '/api/actions',
          anAction({ ...text, guardConfirmed: [{ path: 'description', reason: 'phone' }] }),
        )
      ).status,
    ).toBe(201);
  });

  it('refuses malformed JSON, unknown filters, an end before its start, and an id that is none', async () => {
    const broken = await ida.send('POST', '/api/actions', '{"title":', {});
    expect([broken.status, broken.body['code']]).toEqual([400, 'input.malformed']);
    expect((await ida.get('/api/actions?sort=secret')).body['issues']).toEqual([
      { path: 'sort', code: 'field.not-a-choice' },
    ]);
    expect((await ida.get('/api/actions?hidden=1')).body['issues']).toEqual([
      { path: 'hidden', code: 'field.unknown' },
    ]);
    expect(
      (await ida.post('/api/actions', anAction({ startsOn: '2027-02-01', endsOn: '2027-01-01' }))).body['issues'],
    ).toEqual([{ path: 'endsOn', code: 'action.ends-before-it-starts' }]);
    expect((await ida.get('/api/actions/abc')).status).toBe(400);
    expect((await ida.get('/api/actions/01900000-0000-7000-8000-000000000000')).body['code']).toBe('not-found');
  });

  it('refuses days nobody means, JSON too deep to read, and bodies that are no JSON', async () => {
    expect((await ida.get('/api/actions?from=0000-01-01')).status).toBe(400);
    expect((await ida.post('/api/actions', anAction({ startsOn: '9999-12-31' }))).body['issues']).toEqual([
      { path: 'startsOn', code: 'field.out-of-range' },
    ]);
    const deep = await ida.send('PUT', '/api/drafts/x', `{"content":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`, {});
    expect([deep.status, deep.body['code']]).toEqual([400, 'input.too-deep']);
    const brackets = await ida.send(
      'PUT',
      '/api/drafts/x',
      JSON.stringify({ content: { a: `${'['.repeat(500)}\\"{` } }),
      {},
    );
    expect(brackets.status).toBe(200);
    const form = await ida.send('POST', '/api/actions', 'title=x', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([form.status, form.body['code']]).toEqual([415, 'input.wrong-type']);
    expect((await ida.get('/api/activity?before=1-99999999999999999999')).status).toBe(400);
    expect((await ida.post('/api/actions', anAction({ title: 'ab\ud800c' }))).status).toBe(400);
  });

  it('counts a goal named twice once', async () => {
    const [goal] = await app.sql<{ id: string }>(`select id from goal where key = 'nat-1'`);
    const { body } = await ida.post<{ goals: unknown[] }>('/api/actions', anAction({ goalIds: [goal?.id, goal?.id] }));
    expect(body.goals).toHaveLength(1);
  });
});
