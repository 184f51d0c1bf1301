import type { Erasure, Extract } from '@samverkan/privacy/contract';
import { AuditSeals } from '@samverkan/shared/api';
import { type Client, type TestApp, interrupted, testApp } from '@samverkan/testing';

let app: TestApp;
let lena: Client;
beforeAll(async () => {
  app = await testApp();
  lena = await app.signIn('lena.hall');
});
afterAll(() => app.close());

/** A colleague in Kramfors with a name of her own, her membership and what she has left behind. */
async function colleague(name: string) {
  const client = await app.someone('coordinator', 'municipality:2282');
  const { body } = await client.get<{ user: { id: string; email: string }; acting: { id: string } }>('/api/session');
  await app.sql('update app_user set name = $2 where id = $1', [body.user.id, name]);
  await app.sql(`update membership set title = 'Kvinnofridssamordnare' where id = $1`, [body.acting.id]);
  const action = await client.post<{ id: string }>('/api/actions', {
    title: 'Kurs om hot',
    kind: 'training',
    status: 'planned',
    visibility: 'county',
  });
  await client.post(`/api/actions/${action.body.id}/updates`, { happenedOn: '2026-11-01', done: 'Kursen är bokad' });
  await client.put('/api/drafts/action:new', { content: { title: 'Påbörjad' } });
  return {
    client,
    userId: body.user.id,
    email: body.user.email,
    membershipId: body.acting.id,
    actionId: action.body.id,
  };
}

const section = (extract: Extract, key: string) => extract.sections.find((one) => one.key === key)?.rows ?? [];

describe('a register extract', () => {
  it('gives a person everything that is held on her', async () => {
    const mia = await colleague('Mia Quist');
    await lena.get('/api/people?q=Mia Quist');
    const { body } = await mia.client.get<Extract>('/api/extract');
    expect(body.person).toMatchObject({ name: 'Mia Quist', email: mia.email });
    expect(section(body, 'identity.account')[0]?.slice(0, 2)).toEqual(['Mia Quist', mia.email]);
    expect(section(body, 'identity.memberships')[0]?.slice(0, 3)).toEqual([
      'Kramfors kommun',
      'Kvinnofridssamordnare',
      'coordinator',
    ]);
    expect(section(body, 'identity.factors').map(([kind]) => kind)).toEqual(['Lösenord']);
    expect(section(body, 'identity.sessions')).toHaveLength(1);
    expect(section(body, 'common.drafts')[0]?.slice(0, 2)).toEqual(['action:new', 'Kramfors kommun']);
    expect(section(body, 'common.signed')[0]?.slice(0, 4)).toEqual(['actions', mia.actionId, 'Kramfors kommun', 1]);
    expect(section(body, 'common.deeds').map(([verb]) => verb)).toEqual([
      'action.logged',
      'action.updated',
      'session.began',
    ]);
    expect(section(body, 'common.reads')).toEqual([
      ['Länsstyrelsen Västernorrland', 1, expect.any(String), expect.any(String)],
    ]);
  });

  it('is taken out by whoever looks after the whole account, which is noted, and by nobody else', async () => {
    const mia = await colleague('Moa Quist');
    const { body, status } = await lena.get<Extract>(`/api/memberships/${mia.membershipId}/extract`);
    expect([status, body.person.name]).toEqual([200, 'Moa Quist']);
    expect(
      (await app.sql(`select verb from audit where object_id = $1 order by id`, [mia.userId])).map(
        (row) => row['verb'],
      ),
    ).toEqual(expect.arrayContaining(['contact.read', 'extract.read']));
    // With a post in another county she is not Lena's alone.
    await app.sql(
      `insert into membership (user_id, organization_id, role, title) select $1, id, 'coordinator', 'Samordnare' from organization where key = 'municipality:2380'`,
      [mia.userId],
    );
    expect((await lena.get(`/api/memberships/${mia.membershipId}/extract`)).status).toBe(403);
    const per = await app.someone('county_admin', 'county_board:23');
    expect((await per.get(`/api/memberships/${mia.membershipId}/extract`)).status).toBe(404);
  });

  it('wants a fresh proof of who one is', async () => {
    const mia = await colleague('Mio Quist');
    await app.sql(
      `update session set sess = jsonb_set(sess::jsonb, '{provedAt}', '1')::json where sess ->> 'userId' = $1`,
      [mia.userId],
    );
    await new Promise((resolve) => setTimeout(resolve, 5200));
    expect((await mia.client.get('/api/extract')).body).toMatchObject({ code: 'session.prove-again' });
    expect((await mia.client.post('/api/account/proof', { secret: 'Samverkan-demo-2026' })).status).toBe(204);
    expect((await mia.client.get('/api/extract')).status).toBe(200);
  }, 15_000);
});

describe('a request for erasure', () => {
  it('is made by the person, decided by an administrator, and done at once: the function stays, the person is gone', async () => {
    const mia = await colleague('Mira Quist');
    const asked = await mia.client.post<Erasure>('/api/erasures', { message: 'Jag har slutat.' });
    expect(asked.body).toMatchObject({ state: 'waiting', own: true, allowed: { withdraw: true, decide: false } });
    expect((await mia.client.post('/api/erasures', {})).body).toMatchObject({ code: 'erasure.is-asked' });
    expect(
      (await mia.client.post(`/api/erasures/${asked.body.id}/decision`, { decision: 'erase', ground: 'asked' })).status,
    ).toBe(403);
    const { body } = await lena.get<{ items: Erasure[] }>('/api/erasures');
    expect(body.items[0]).toMatchObject({ id: asked.body.id, message: 'Jag har slutat.', allowed: { decide: true } });

    const done = await lena.post<Erasure>(`/api/erasures/${asked.body.id}/decision`, {
      decision: 'pseudonymise',
      ground: 'asked',
    });
    expect(done.body).toMatchObject({
      state: 'done',
      message: null,
      person: { name: 'Kvinnofridssamordnare, Kramfors kommun' },
    });
    const [account] = await app.sql('select name, email, disabled_reason from app_user where id = $1', [mia.userId]);
    expect(account).toEqual({
      name: 'Kvinnofridssamordnare, Kramfors kommun',
      email: `${mia.userId}@erased.invalid`,
      disabled_reason: 'erased',
    });
    for (const table of [
      'credential',
      'totp',
      'recovery_code',
      'passkey',
      'oidc_identity',
      'password_reset',
      'draft',
      'idempotency',
    ])
      expect([table, await app.sql(`select 1 from ${table} where user_id = $1`, [mia.userId])]).toEqual([table, []]);
    expect((await mia.client.get('/api/session')).status).toBe(401);
    expect(
      (await (await app.stranger()).post('/api/session', { email: mia.email, password: 'Samverkan-demo-2026' })).status,
    ).toBe(401);

    const ida = await app.signIn('ida.nordlund');
    const history = await ida.get(`/api/actions/${mia.actionId}/history`);
    const updates = await ida.get(`/api/actions/${mia.actionId}/updates`);
    expect(history.text + updates.text).not.toContain('Mira Quist');
    expect(updates.text).toContain('Kvinnofridssamordnare, Kramfors kommun');
  });

  it('leaves the person as a pseudonym in the audit, whose chain still holds, and nowhere in the database by name or address', async () => {
    const mia = await colleague('Mona Qvarnlund');
    const { body } = await mia.client.post<Erasure>('/api/erasures', {});
    await lena.post(`/api/erasures/${body.id}/decision`, { decision: 'erase', ground: 'left' });
    const rows = await app.sql(`select user_id, pseudonym from audit where verb = 'action.logged' and object_id = $1`, [
      mia.actionId,
    ]);
    expect(rows).toEqual([{ user_id: null, pseudonym: expect.stringMatching(/^[\w-]{22}$/) }]);
    await app.get(AuditSeals).seal();
    expect(await app.get(AuditSeals).faults()).toEqual([]);
    const tables = await app.sql<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'samverkan'::regnamespace and relkind = 'r' and relname <> 'demo_mail'`,
    );
    for (const { name } of tables)
      expect([
        name,
        await app.sql(`select 1 from ${name} t where t::text ilike '%qvarnlund%' or t::text ilike $1`, [
          `%${mia.email}%`,
        ]),
      ]).toEqual([name, []]);
    // What says who somebody was by what she alone did there is gone as well.
    expect(await app.sql('select title from membership where user_id = $1', [mia.userId])).toEqual([
      { title: 'Tidigare användare' },
    ]);
  });

  it('that was decided as it was taken back is not noted as taken back', async () => {
    const mia = await colleague('Maud Quist');
    const { body } = await mia.client.post<Erasure>('/api/erasures', {});
    const late = await interrupted(
      app,
      'update erasure_request set withdrawn_at = clock_timestamp() where id = $1',
      [body.id],
      () => mia.client.delete(`/api/erasures/${body.id}`),
    );
    expect([late.status, late.body]).toMatchObject([409, { code: 'erasure.is-decided' }]);
    expect(
      await app.sql(`select 1 from audit where verb = 'erasure.withdrawn' and object_id = $1`, [mia.userId]),
    ).toEqual([]);
  });

  it('may be refused with a ground that refuses, and then nothing is touched', async () => {
    const mia = await colleague('Maj Quist');
    const { body } = await mia.client.post<Erasure>('/api/erasures', {});
    const decide = (input: object) => lena.post<Erasure>(`/api/erasures/${body.id}/decision`, input);
    expect((await decide({ decision: 'refuse', ground: 'asked' })).body).toMatchObject({
      issues: [{ path: 'ground' }],
    });
    expect(
      (await decide({ decision: 'refuse', ground: 'public-record', words: 'Handlingarna är allmänna.' })).body,
    ).toMatchObject({ state: 'refused' });
    expect((await decide({ decision: 'erase', ground: 'asked' })).body).toMatchObject({ code: 'erasure.is-decided' });
    expect((await mia.client.get<{ items: Erasure[] }>('/api/erasures')).body.items[0]).toMatchObject({
      ground: 'public-record',
      words: 'Handlingarna är allmänna.',
    });
    expect((await app.sql('select name from app_user where id = $1', [mia.userId]))[0]).toEqual({ name: 'Maj Quist' });
  });

  it('may be taken back while nobody has decided', async () => {
    const mia = await colleague('My Quist');
    const { body } = await mia.client.post<Erasure>('/api/erasures', {});
    expect((await lena.delete(`/api/erasures/${body.id}`)).status).toBe(403);
    expect((await mia.client.delete(`/api/erasures/${body.id}`)).status).toBe(204);
    expect(
      (await lena.post(`/api/erasures/${body.id}/decision`, { decision: 'erase', ground: 'asked' })).body,
    ).toMatchObject({ code: 'erasure.is-decided' });
  });

  it('leaves no county without anybody who administers it', async () => {
    const [tove, { body: session }] = [
      await app.signIn('tove.sand'),
      await lena.get<{ acting: { id: string } }>('/api/session'),
    ];
    const { body } = await tove.post<Erasure>(`/api/memberships/${session.acting.id}/erasure`, {});
    expect(body.openWork).toEqual([{ kind: 'identity.last-administrator', reference: 'Länsstyrelsen Västernorrland' }]);
    expect(
      (await tove.post(`/api/erasures/${body.id}/decision`, { decision: 'erase', ground: 'asked' })).body,
    ).toMatchObject({ code: 'erasure.open-work' });
  });

  it('is not carried out by the runtime role without a decision', async () => {
    const mia = await colleague('Mimmi Quist');
    await expect(app.sql('select account_erase($1, true)', [mia.userId])).rejects.toThrow('Nobody has decided');
  });
});
