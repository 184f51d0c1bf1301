import {
  type Client,
  type RealPerson,
  type TestApp,
  codeOf,
  interrupted,
  realPerson,
  testApp,
} from '@samverkan/testing';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const begin = async ({ email, password }: RealPerson, client?: Client) => {
  const at = client ?? (await app.stranger());
  await at.get('/api/session/options');
  const answer = await at.post<{ next: string; methods: string[] }>('/api/session', { email, password });
  return { client: at, answer };
};

describe('a real account', () => {
  it('is signed in to in two steps, and is nobody in between', async () => {
    const person = await realPerson(app);
    const { client, answer } = await begin(person);
    expect(answer.body).toEqual({ next: 'second-factor', methods: ['totp', 'recovery-code'] });
    const between = client.cookie('samverkan');
    for (const path of ['/api/session', '/api/actions', '/api/account'])
      expect([path, (await client.get(path)).status]).toEqual([path, 401]);
    // What is for a first sign-in does not let her replace the factor she has.
    expect((await client.post('/api/account/totp-offer')).status).toBe(401);
    expect((await client.post('/api/account/passkey-offer')).status).toBe(401);
    const done = await client.post('/api/session/second-factor', { code: await codeOf(person.secret) });
    expect(done.body).toMatchObject({ user: { email: person.email } });
    expect(client.cookie('samverkan')).not.toBe(between);
    expect((await client.get('/api/actions')).status).toBe(200);
  });

  it('takes each code once, also when it comes twice at the same time', async () => {
    const person = await realPerson(app);
    const code = await codeOf(person.secret);
    const two = await Promise.all([begin(person), begin(person)]);
    const answers = await Promise.all(two.map(({ client }) => client.post('/api/session/second-factor', { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const again = await begin(person);
    expect((await again.client.post('/api/session/second-factor', { code })).body).toMatchObject({
      code: 'session.wrong-code',
    });
  });

  it('can be opened with a recovery code, once, and its person is told', async () => {
    const person = await realPerson(app);
    const code = person.recoveryCodes[3]?.toUpperCase().replaceAll('-', ' ') ?? '';
    const first = await begin(person);
    expect((await first.client.post('/api/session/second-factor', { code })).status).toBe(200);
    const second = await begin(person);
    expect((await second.client.post('/api/session/second-factor', { code })).status).toBe(401);
    const stored =
      JSON.stringify(await app.sql('select sealed from totp')) +
      JSON.stringify(await app.sql('select code_hash from recovery_code'));
    expect(stored).not.toContain(person.secret);
    expect(stored).not.toContain(person.recoveryCodes[0]);
    const told = async () =>
      app.sql(`select 1 from demo_mail where to_address = $1 and text like '%återställningskoder%'`, [person.email]);
    for (const until = Date.now() + 10_000; (await told()).length === 0 && Date.now() < until;)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await told()).toHaveLength(1);
  }, 20_000);

  it('lets nobody guess the second step, either', async () => {
    const person = await realPerson(app);
    const { client } = await begin(person);
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++)
      statuses.push((await client.post('/api/session/second-factor', { code: '000000' })).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
  });

  it('keeps one factor: the last is not taken away', async () => {
    const { client } = await realPerson(app);
    expect((await client.delete('/api/account/totp')).body).toMatchObject({ code: 'account.last-factor' });
  });

  it('keeps one also when the other is taken away at the same moment', async () => {
    const person = await realPerson(app);
    const [{ id = '' } = {}] = await app.sql<{ id: string }>('select id from app_user where email = $1', [
      person.email,
    ]);
    await app.sql(
      `insert into passkey (id, user_id, public_key, counter, name) values ($1::text, $1::uuid, '', 0, 'Telefonen')`,
      [id],
    );
    const late = await interrupted(
      app,
      'with held as (select id from app_user where id = $1 for update) delete from passkey p using held where p.user_id = held.id',
      [id],
      () => person.client.delete('/api/account/totp'),
    );
    expect([late.status, late.body]).toMatchObject([409, { code: 'account.last-factor' }]);
    expect(await app.sql('select 1 from totp where user_id = $1', [id])).toHaveLength(1);
  });

  it('has nothing noted and no letter sent where there was no app to take away, or no session to end', async () => {
    const client = await app.someone('coordinator', 'municipality:2283');
    const { user } = (await client.get<{ user: { id: string } }>('/api/session')).body;
    expect((await client.delete('/api/account/totp')).status).toBe(404);
    const other = { sid: 'annan', sess: { cookie: {}, userId: user.id } };
    await app.sql(`insert into session (sid, sess, expire) values ($1, $2, now() + interval '1 hour')`, [
      other.sid,
      other.sess,
    ]);
    const { sessions } = (await client.get<{ sessions: { id: string; current: boolean }[] }>('/api/account')).body;
    const name = sessions.find(({ current }) => !current)?.id ?? '';
    const late = await interrupted(app, 'delete from session where sid = $1', [other.sid], () =>
      client.delete(`/api/account/sessions/${name}`),
    );
    expect(late.status).toBe(404);
    expect(
      await app.sql(
        `select 1 from audit where object_id = $1 and verb in ('account.factor-removed', 'session.ended-elsewhere')`,
        [user.id],
      ),
    ).toEqual([]);
  });

  it('shows where it is signed in, without a place, and signs out there', async () => {
    const person = await realPerson(app);
    const other = (await begin(person)).client;
    await other.post('/api/session/second-factor', { code: await codeOf(person.secret) });
    const read = async () =>
      (await person.client.get<{ sessions: { id: string; device: string; current: boolean }[] }>('/api/account')).body;
    expect((await read()).sessions.map(({ current }) => current)).toEqual([true, false]);
    expect(JSON.stringify(await read())).not.toMatch(/127\.0\.0\.1/);
    expect((await person.client.delete('/api/account/sessions')).status).toBe(204);
    for (const until = Date.now() + 5000; Date.now() < until;)
      if ((await other.get('/api/session')).status === 401) break;
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await person.client.get('/api/session')).status).toBe(200);
  });

  it('changes its password with the old one, and is signed out elsewhere', async () => {
    const person = await realPerson(app);
    const password = 'fyra gröna elefanter cyklar';
    const wrong = await person.client.put('/api/account/password', { current: 'fel', password });
    expect([wrong.status, wrong.body]).toMatchObject([
      400,
      { issues: [{ path: 'current', code: 'session.wrong-password' }] },
    ]);
    expect((await person.client.put('/api/account/password', { current: person.password, password })).status).toBe(204);
    expect((await begin({ ...person, password: person.password })).answer.status).toBe(401);
    // The same word typed on another keyboard: å as a letter and a ring.
    expect((await begin({ ...person, password: password.normalize('NFD') })).answer.status).toBe(200);
  });
});

/** What is done while no session can be ended. */
const withoutEndings = async <T>(deed: () => Promise<T>): Promise<T> => {
  await app.sql(
    `create function stays() returns trigger language plpgsql as 'begin raise exception ''It stays.''; end'`,
  );
  await app.sql('create trigger stays before delete on session for each row execute function stays()');
  try {
    return await deed();
  } finally {
    await app.sql('drop function stays() cascade');
  }
};

describe('a password', () => {
  const another = 'tre blå cyklar mot strömmen';

  it('is not changed where the other sessions cannot be ended with it', async () => {
    const person = await realPerson(app);
    await begin(person);
    const { status } = await withoutEndings(() =>
      person.client.put('/api/account/password', { current: person.password, password: another }),
    );
    expect(status).toBe(500);
    expect((await begin(person)).answer.status).toBe(200);
  });

  it('is not replaced where the sessions cannot be ended with it, and the letter stays good', async () => {
    const person = await realPerson(app);
    const { newToken, tokenHash } = await import('./one-time-token');
    const token = newToken();
    await app.sql(
      `insert into password_reset (token_hash, user_id, expires_at) select $1, id, now() + interval '30 minutes' from app_user where email = $2`,
      [tokenHash(token), person.email],
    );
    const replace = async () =>
      (await (await app.stranger()).post('/api/password-resets/use', { token, password: another })).status;
    expect(await withoutEndings(replace)).toBe(500);
    expect((await begin(person)).answer.status).toBe(200);
    expect(await replace()).toBe(204);
  });
});

describe('a forgotten password', () => {
  const ask = (client: Client, email: string) => client.post('/api/password-resets', { email });
  const linkTo = async (email: string) => {
    for (const until = Date.now() + 15_000; Date.now() < until;) {
      const [mail] = await app.sql<{ link: string }>(
        `select link from demo_mail where to_address = $1 and link like '%/nytt-losenord#%' order by at desc limit 1`,
        [email],
      );
      if (mail) return mail.link.split('#')[1] ?? '';
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return '';
  };

  it('is answered the same whether the address has an account, in words and in work', async () => {
    const client = await app.stranger();
    const known = await ask(client, 'per.ost@demo.example');
    const unknown = await ask(client, 'ingen.alls@demo.example');
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    const sent = await app.sql<{ n: number }>(
      `select count(*)::int as n from samverkan_jobs.job where name = 'identity.reset-asked'`,
    );
    expect(sent).toEqual([{ n: 2 }]);
  });

  it('is replaced through the letter, once; every session ends, and the second factor is still asked for', async () => {
    const person = await realPerson(app);
    const client = await app.stranger();
    await ask(client, person.email);
    const token = await linkTo(person.email);
    expect(JSON.stringify(await app.sql('select * from password_reset'))).not.toContain(token);
    const password = 'en hemlig trädgård i norr';
    expect((await client.post('/api/password-resets/use', { token, password: 'password1234' })).status).toBe(400);
    expect((await client.post('/api/password-resets/use', { token, password })).status).toBe(204);
    expect((await client.post('/api/password-resets/use', { token, password })).body).toMatchObject({
      code: 'reset.not-good',
    });
    for (const until = Date.now() + 5000; Date.now() < until;)
      if ((await person.client.get('/api/session')).status === 401) break;
    expect((await person.client.get('/api/session')).status).toBe(401);
    expect((await begin({ ...person, password })).answer.body).toMatchObject({ next: 'second-factor' });
  }, 30_000);

  it('cannot be replaced after half an hour', async () => {
    const client = await app.stranger();
    await ask(client, 'jon.wik@demo.example');
    const token = await linkTo('jon.wik@demo.example');
    await app.sql(`update password_reset set expires_at = now() - interval '1 second'`);
    const late = await client.post('/api/password-resets/use', { token, password: 'en hemlig trädgård i norr' });
    expect([late.status, late.body]).toMatchObject([409, { code: 'reset.not-good' }]);
  }, 30_000);
});

describe('guessing', () => {
  it('from elsewhere does not lock a coordinator out of the browser she uses', async () => {
    const person = await realPerson(app);
    const thief = await app.stranger();
    const statuses = new Set<number>();
    for (let i = 0; i < 11; i++)
      statuses.add((await thief.post('/api/session', { email: person.email, password: `fel ${i}` })).status);
    expect([...statuses]).toEqual([401, 429]);
    await person.client.delete('/api/session');
    const home = await begin(person, person.client);
    expect(home.answer.body).toMatchObject({ next: 'second-factor' });
    // A browser it was never signed in with waits, whoever sits there.
    expect((await begin(person)).answer.status).toBe(429);
    // Somebody else's browser is not hers.
    const other = await realPerson(app);
    await other.client.delete('/api/session');
    expect((await begin(person, other.client)).answer.status).toBe(429);
  }, 30_000);
});
