import { type Client, type TestApp, until, interrupted, testApp } from '@samverkan/testing';
import { generate } from 'otplib';

let app: TestApp;
let admin: Client;
let kramfors: string;
beforeAll(async () => {
  app = await testApp();
  admin = await app.someone('county_admin', 'county_board:22');
  kramfors = await idOf('municipality:2282');
});
afterAll(() => app.close());

const idOf = async (key: string) =>
  (await app.sql<{ id: string }>('select id from organization where key = $1', [key]))[0]?.id ?? '';
const good = 'sju sjösjuka sjömän på skeppet';
const invite = (email: string, changes: object = {}, by = admin) =>
  by.post<{ id: string; state: string; code: string }>('/api/invitations', {
    email,
    organizationId: kramfors,
    role: 'coordinator',
    title: 'Samordnare',
    ...changes,
  });
/** The code of the latest letter to the address, as it arrived. */
const codeTo = async (email: string, not = '') => {
  for (const until = Date.now() + 15_000; Date.now() < until;) {
    const [mail] = await app.sql<{ link: string }>(
      'select link from demo_mail where to_address = $1 and link like $2 order by at desc limit 1',
      [email, '%/inbjudan#%'],
    );
    const code = mail?.link.split('#')[1];
    if (code && code !== not) return code;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No letter came.');
};
const enrol = async (client: Client) => {
  const offer = await client.post<{ secret: string }>('/api/account/totp-offer');
  return client.send<{ recoveryCodes: string[]; session: { acting: { organization: { name: string } } } }>(
    'PUT',
    '/api/account/totp',
    { code: await generate({ secret: offer.body.secret }) },
    {},
  );
};

describe('an invitation', () => {
  it('leads from the letter to a first page: name, password, second factor, signed in for the right organisation', async () => {
    expect((await invite('ny@kramfors.example')).body).toMatchObject({ state: 'waiting' });
    const token = await codeTo('ny@kramfors.example');
    const guest = await app.stranger();
    const read = await guest.post('/api/invited', { token });
    expect(read.body).toEqual({
      email: 'ny@kramfors.example',
      organization: 'Kramfors kommun',
      role: 'coordinator',
      title: 'Samordnare',
      hasAccount: false,
    });
    const accepted = await guest.post('/api/invited/acceptance', { token, name: 'Nora Ny', password: good });
    expect([accepted.status, accepted.body]).toEqual([200, { next: 'enrolment', methods: [] }]);
    // Nothing can be done before the second factor is there.
    expect((await guest.get('/api/actions')).status).toBe(401);
    const enrolled = await enrol(guest);
    expect(enrolled.body.recoveryCodes).toHaveLength(10);
    expect(enrolled.body.session.acting.organization.name).toBe('Kramfors kommun');
    expect((await guest.get('/api/actions')).status).toBe(200);
    const list = await admin.get<{ items: { email: string; state: string }[] }>('/api/invitations');
    expect(list.body.items.find(({ email }) => email === 'ny@kramfors.example')?.state).toBe('used');
  }, 30_000);

  it('is used up by accepting alone, and once, also by two at the same time', async () => {
    await invite('en.gang@kramfors.example');
    const token = await codeTo('en.gang@kramfors.example');
    // A program that opens links in mail fetches the page, as it likes.
    await fetch(`${app.url}/inbjudan`);
    const guests = await Promise.all([app.stranger(), app.stranger()]);
    for (const guest of guests) expect((await guest.post('/api/invited', { token })).status).toBe(200);
    const answers = await Promise.all(
      guests.map((guest) => guest.post('/api/invited/acceptance', { token, name: 'Enok Ett', password: good })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await guests[0]?.post('/api/invited', { token }))?.body).toMatchObject({ code: 'invitation.not-good' });
  }, 30_000);

  it('that is accepted as it is withdrawn or sent again is neither, and nothing is noted', async () => {
    for (const [deed, verb] of [
      [(id: string) => admin.delete(`/api/invitations/${id}`), 'invitation.withdrawn'],
      [(id: string) => admin.post(`/api/invitations/${id}/letters`), 'invitation.sent-again'],
    ] as const) {
      const { id } = (await invite(`${verb}@kramfors.example`)).body;
      const used = 'update invitation set used_at = clock_timestamp() where id = $1';
      const late = await interrupted(app, used, [id], () => deed(id));
      expect([late.status, late.body]).toMatchObject([409, { code: 'invitation.is-over' }]);
      expect(await app.sql('select 1 from audit where verb = $1 and object_id = $2', [verb, id])).toEqual([]);
    }
  });

  it('is withdrawn once, also for two who withdraw it', async () => {
    const { id } = (await invite('tva.ganger@kramfors.example')).body;
    for (let i = 0; i < 2; i++) expect((await admin.delete(`/api/invitations/${id}`)).status).toBe(204);
    expect(
      await app.sql(`select 1 from audit where verb = 'invitation.withdrawn' and object_id = $1`, [id]),
    ).toHaveLength(1);
  });

  it('is kept as a hash, and gives one answer to a code that is wrong, old, withdrawn or replaced', async () => {
    const { body } = await invite('sen@kramfors.example');
    const first = await codeTo('sen@kramfors.example');
    expect(JSON.stringify(await app.sql('select * from invitation'))).not.toContain(first);
    expect((await admin.post(`/api/invitations/${body.id}/letters`)).status).toBe(200);
    const second = await codeTo('sen@kramfors.example', first);
    const guest = await app.stranger();
    const ask = async (token: string) => {
      const { status, body: answer } = await guest.post('/api/invited', { token });
      return [status, answer['code']];
    };
    expect(await ask(first)).toEqual([409, 'invitation.not-good']);
    expect((await ask(second))[0]).toBe(200);
    await app.sql(`update invitation set expires_at = now() - interval '1 second' where id = $1`, [body.id]);
    expect(await ask(second)).toEqual([409, 'invitation.not-good']);
    await app.sql(`update invitation set expires_at = now() + interval '1 day' where id = $1`, [body.id]);
    expect((await admin.delete(`/api/invitations/${body.id}`)).status).toBe(204);
    expect(await ask(second)).toEqual([409, 'invitation.not-good']);
    expect(await ask('x'.repeat(43))).toEqual([409, 'invitation.not-good']);
  }, 30_000);

  it('reaches no further than the one who invites', async () => {
    const ostersund = await idOf('municipality:2380');
    const refused: [object, string][] = [
      [{ organizationId: ostersund }, 'invitation.not-yours'],
      [{ role: 'county_admin' }, 'invitation.role-not-fitting'],
      [{ organizationId: await idOf('county_board:22'), role: 'system_admin' }, 'invitation.role-not-fitting'],
      [{ organizationId: await idOf('national:socialstyrelsen'), role: 'national_reader' }, 'invitation.not-yours'],
    ];
    for (const [changes, code] of refused) {
      const { status, body } = await invite('langt@bort.example', changes);
      expect([status, (body as unknown as { issues: { code: string }[] }).issues[0]?.code]).toEqual([400, code]);
    }
    for (const name of ['ida.nordlund', 'eva.berglind', 'maja.ek'])
      expect((await invite('x@y.example', {}, await app.signIn(name))).status).toBe(403);
    const system = await app.someone('system_admin', 'county_board:22');
    expect((await invite('lasare@myndighet.example', refused[3]?.[0], system)).status).toBe(200);
    // What the system administrator sent is not the county's to see.
    const list = await admin.get('/api/invitations');
    expect(list.text).not.toContain('lasare@myndighet.example');
  });

  it('adds a membership to the account of somebody signed in, and asks others with an account to sign in first', async () => {
    await invite('eva.berglind@demo.example', { title: 'Samordnare på halvtid' });
    const token = await codeTo('eva.berglind@demo.example');
    const guest = await app.stranger();
    expect((await guest.post('/api/invited', { token })).body).toMatchObject({ hasAccount: true });
    const stolen = await guest.post('/api/invited/acceptance', { token, name: 'Någon', password: good });
    expect(stolen.body).toMatchObject({ code: 'invitation.sign-in-first' });
    const eva = await app.signIn('eva.berglind');
    const { body } = await eva.post<{ memberships: { organization: { name: string } }[] }>('/api/invited/acceptance', {
      token,
    });
    expect(body.memberships.map(({ organization }) => organization.name)).toContain('Kramfors kommun');
  }, 30_000);

  it('wants a password that is long and not common, made of what anybody would guess', async () => {
    await invite('losen@kramfors.example');
    const token = await codeTo('losen@kramfors.example');
    const guest = await app.stranger();
    const tried = async (password: string) =>
      (
        await guest.post<{ issues?: { code: string }[] }>('/api/invited/acceptance', {
          token,
          name: 'Lo Sen',
          password,
        })
      ).body.issues?.[0]?.code;
    expect(await tried('kort')).toBe('field.too-short');
    expect(await tried('losenord1234')).toBe('password.too-common');
    expect(await tried('kramfors2026')).toBe('password.too-common');
    expect(await tried('password1234')).toBe('password.too-common');
    expect(await tried('samverkan2026')).toBe('password.too-common');
    expect(await tried('åäö🌲 '.repeat(20))).toBeUndefined();
  }, 30_000);
});

describe('people', () => {
  it('are listed to those who look after them, with what may be done', async () => {
    const { body } = await admin.get<{ items: { name: string; allowed: object; secondFactor: boolean }[] }>(
      '/api/people?q=nordlund',
    );
    expect(body.items).toMatchObject([
      { name: 'Ida Nordlund', secondFactor: false, allowed: { end: true, attest: true, open: false, close: true } },
    ]);
    expect((await admin.get<{ items: unknown[] }>('/api/people?q=per%20%C3%B6st')).body.items).toEqual([]);
    const system = await app.someone('system_admin', 'county_board:23');
    expect((await system.get<{ items: unknown[] }>('/api/people?q=per%20%C3%B6st')).body.items).toHaveLength(1);
    expect((await (await app.signIn('eva.berglind')).get('/api/people')).status).toBe(403);
  });

  it('lose their sessions within five seconds of the end of a membership', async () => {
    const leaving = await app.someone('coordinator', 'municipality:2280');
    const email = (await leaving.get<{ user: { email: string } }>('/api/session')).body.user.email;
    const { body } = await admin.get<{ items: { membershipId: string }[] }>(`/api/people?q=${email}`);
    const id = body.items[0]?.membershipId;
    const system = await app.someone('county_admin', 'county_board:23');
    expect((await system.post(`/api/memberships/${id}/end`, { lastDay: '2026-01-01' })).status).toBe(404);
    expect((await admin.post(`/api/memberships/${id}/attestation`)).status).toBe(204);
    expect((await admin.post(`/api/memberships/${id}/end`, { lastDay: '2026-01-01' })).status).toBe(204);
    const until = Date.now() + 5000;
    let status = 200;
    while (status === 200 && Date.now() < until) status = (await leaving.get('/api/session')).status;
    expect(status).toBe(401);
    const audit = await app.sql<{ verb: string }>('select verb from audit where object_id = $1 order by id', [id]);
    expect(audit.map(({ verb }) => verb)).toEqual(['request.denied', 'membership.attested', 'membership.ended']);
  });

  it('have their account closed and opened by those who look after all of it, and by nobody else', async () => {
    const person = await app.someone('coordinator', 'municipality:2280');
    const { user } = (await person.get<{ user: { id: string; email: string } }>('/api/session')).body;
    const row = async (by: Client) =>
      (
        await by.get<{ items: { membershipId: string; allowed: object; disabled: string | null }[] }>(
          `/api/people?q=${user.email}`,
        )
      ).body.items[0];
    const id = (await row(admin))?.membershipId;
    await app.sql(
      `insert into membership (user_id, organization_id, role, title) select $1, id, 'coordinator', 'Prov' from organization where key = 'municipality:2380'`,
      [user.id],
    );
    expect(await row(admin)).toMatchObject({ allowed: { end: true, open: false, close: false } });
    expect((await admin.post(`/api/memberships/${id}/account-closing`)).status).toBe(403);
    const system = await app.someone('system_admin', 'county_board:23');
    expect((await system.post(`/api/memberships/${id}/account-closing`)).status).toBe(204);
    const again = await system.post(`/api/memberships/${id}/account-closing`);
    expect([
      again.status,
      await app.sql(`select 1 from audit where verb = 'account.closed' and object_id = $1`, [user.id]),
    ]).toEqual([409, [expect.anything()]]);
    expect((await admin.post(`/api/memberships/${id}/account-opening`)).status).toBe(403);
    await app.sql(
      `update membership set valid_to = today() - 1, valid_from = today() - 2 where user_id = $1 and organization_id = $2`,
      [user.id, await idOf('municipality:2380')],
    );
    expect(await row(admin)).toMatchObject({ disabled: 'by-hand', allowed: { open: true, close: false } });
    expect((await admin.post(`/api/memberships/${id}/account-opening`)).status).toBe(204);
    expect(await row(admin)).toMatchObject({ disabled: null, allowed: { open: false, close: true } });
  });

  it('cannot be changed by one who has not proved who she is for ten minutes', async () => {
    const stale = await app.someone('county_admin', 'county_board:22');
    await app.sql(`update session set sess = jsonb_set(sess::jsonb, '{provedAt}', to_jsonb(0))::json where sid = $1`, [
      /^s:([^.]+)/.exec(stale.cookie('samverkan') ?? '')?.[1],
    ]);
    await until(
      () => stale.post('/api/account/totp-offer'),
      ({ body }) => body['code'] === 'session.prove-again',
    );
    expect((await invite('gammal@kramfors.example', {}, stale)).body).toMatchObject({ code: 'session.prove-again' });
    expect((await stale.post('/api/account/proof', { secret: 'fel' })).body).toMatchObject({
      code: 'session.wrong-proof',
    });
    expect((await stale.post('/api/account/proof', { secret: 'Samverkan-demo-2026' })).status).toBe(204);
    expect((await invite('gammal@kramfors.example', {}, stale)).status).toBe(200);
  }, 20_000);
});
