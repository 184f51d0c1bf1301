import { type TestApp, hearLog, testApp } from '@samverkan/testing';
import { LifeCycle } from './life-cycle';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const night = () => app.get(LifeCycle).run();

/** A person with a real account, as she was some days ago: when she last signed in, and when somebody last vouched for her. */
async function person({ seen = 0, attested = 0 }: { seen?: number; attested?: number }) {
  const client = await app.someone('coordinator', 'municipality:2280');
  const { user } = (await client.get<{ user: { id: string; email: string } }>('/api/session')).body;
  await app.sql('update app_user set demo = false, seen_on = today() - $2::int where id = $1', [user.id, seen]);
  await app.sql(
    'update membership set attested_on = today() - $2::int, valid_from = today() - 1000 where user_id = $1',
    [user.id, attested],
  );
  return { ...user, client };
}
const account = async (id: string) =>
  (
    await app.sql<{ reason: string | null }>(
      'select disabled_reason as reason from app_user where id = $1 and disabled_at is not null',
      [id],
    )
  )[0]?.reason;
const membershipStands = async (id: string) =>
  (await app.sql('select 1 from membership where user_id = $1 and (valid_to is null or valid_to >= today())', [id]))
    .length === 1;
const letters = async (email: string) => {
  const read = () => app.sql<{ text: string }>('select text from demo_mail where to_address = $1', [email]);
  for (const until = Date.now() + 8000; (await read()).length === 0 && Date.now() < until;)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return (await read()).map(({ text }) => text);
};
const signedOut = async ({ client }: { client: { get(path: string): Promise<{ status: number }> } }) => {
  for (const until = Date.now() + 5000; Date.now() < until;)
    if ((await client.get('/api/session')).status === 401) return true;
  return false;
};

describe('an account that nobody uses', () => {
  it('is warned by mail two weeks before, once, and closed after ninety days', async () => {
    const early = await person({ seen: 75 });
    const due = await person({ seen: 76 });
    await night();
    await night();
    expect(await letters(due.email)).toEqual([expect.stringContaining('inte loggat in på länge')]);
    expect(await app.sql('select 1 from demo_mail where to_address = $1', [early.email])).toEqual([]);
    await app.sql('update app_user set seen_on = today() - 90, warned_on = today() - 14 where id = $1', [due.id]);
    await night();
    expect(await account(due.id)).toBeUndefined();
    await app.sql('update app_user set seen_on = today() - 91, warned_on = today() - 15 where id = $1', [due.id]);
    await night();
    expect(await account(due.id)).toBe('idle');
    expect(await signedOut(due)).toBe(true);
    expect(await app.sql('select verb from audit where object_id = $1', [due.id])).toEqual([{ verb: 'account.idle' }]);
  }, 30_000);

  it('is not closed before she has had two weeks after the warning, however long she has been away', async () => {
    const away = await person({ seen: 400 });
    await night();
    expect((await letters(away.email)).join()).toContain('stängs efter');
    await night();
    expect(await account(away.id)).toBeUndefined();
    await app.sql('update app_user set warned_on = today() - 15 where id = $1', [away.id]);
    await night();
    expect(await account(away.id)).toBe('idle');
  }, 30_000);

  it('is kept by signing in', async () => {
    const back = await person({ seen: 80 });
    await night();
    const client = await app.stranger();
    await app.sql('update app_user set demo = true where id = $1', [back.id]);
    await client.post('/api/session', { email: back.email, password: 'Samverkan-demo-2026' });
    expect(
      await app.sql('select seen_on = today() as today, warned_on from app_user where id = $1', [back.id]),
    ).toEqual([{ today: true, warned_on: null }]);
  }, 30_000);
});

describe('a membership that nobody vouches for', () => {
  it('is warned about a month before, and ends twelve months after it was last attested', async () => {
    const due = await person({ attested: 340 });
    const fresh = await person({ attested: 300 });
    await night();
    expect(await letters(due.email)).toEqual([expect.stringContaining('bekräftar')]);
    expect(await membershipStands(due.id)).toBe(true);
    await app.sql('update membership set attested_on = today() - 367, warned_on = today() - 30 where user_id = $1', [
      due.id,
    ]);
    await night();
    expect([await membershipStands(due.id), await membershipStands(fresh.id)]).toEqual([false, true]);
    expect(await signedOut(due)).toBe(true);
    // The account stands: an administrator can attest, or invite anew.
    expect(await account(due.id)).toBeUndefined();
  }, 30_000);

  it('does not end without a warning, however old it is', async () => {
    const old = await person({ attested: 900 });
    await night();
    await night();
    expect(await membershipStands(old.id)).toBe(true);
    expect(await letters(old.email)).toEqual([expect.stringContaining('bekräftar')]);
    await app.sql('update membership set warned_on = today() - 15 where user_id = $1', [old.id]);
    await night();
    expect(await membershipStands(old.id)).toBe(false);
  }, 30_000);

  it('stands when an administrator has attested it', async () => {
    const due = await person({ attested: 350 });
    await night();
    const admin = await app.someone('county_admin', 'county_board:22');
    const { body } = await admin.get<{ items: { membershipId: string }[] }>(`/api/people?q=${due.email}&state=attest`);
    expect((await admin.post(`/api/memberships/${body.items[0]?.membershipId}/attestation`)).status).toBe(204);
    expect((await admin.get<{ items: object[] }>(`/api/people?q=${due.email}&state=attest`)).body.items).toEqual([]);
    await night();
    expect(await membershipStands(due.id)).toBe(true);
  }, 30_000);
});

it('stops nobody’s night when one account cannot be dealt with, and names that by its id alone', async () => {
  const [bad, good] = [await person({ seen: 80 }), await person({ seen: 80 })];
  const [old, older] = [await person({ attested: 345 }), await person({ attested: 345 })];
  await app.sql(
    `create function refuses() returns trigger language plpgsql as 'begin if new.user_id::text = any (tg_argv) then raise exception ''No.''; end if; return new; end'`,
  );
  await app.sql(
    `create function refuses_account() returns trigger language plpgsql as 'begin if new.id::text = any (tg_argv) then raise exception ''No.''; end if; return new; end'`,
  );
  await app.sql(
    `create trigger refuses before update on membership for each row execute function refuses('${old.id}')`,
  );
  await app.sql(
    `create trigger refuses before update on app_user for each row execute function refuses_account('${bad.id}')`,
  );
  const lines: string[] = [];
  const quiet = hearLog(lines);
  try {
    // Thrown when the rest has been done: the job is tried again.
    await expect(night()).rejects.toThrow('2 of what was due');
  } finally {
    quiet();
    await app.sql('drop function refuses() cascade; drop function refuses_account() cascade');
  }
  expect(await letters(good.email)).toEqual([expect.stringContaining('inte loggat in på länge')]);
  expect(await letters(older.email)).toHaveLength(1);
  const told = lines.filter((line) => line.includes('was not done')).join();
  expect([told.includes(bad.id), told.includes('@')]).toEqual([true, false]);
  await night();
  expect([(await letters(bad.email)).length, (await letters(old.email)).length]).toEqual([1, 1]);
}, 30_000);

it('leaves the demo county and the emergency accounts alone', async () => {
  await app.sql(`update app_user set seen_on = today() - 500 where demo`);
  await app.sql(`update membership set attested_on = today() - 500, valid_from = today() - 900`);
  await app.sql(
    `insert into app_user (email, name, sealed, seen_on) values ('n@samverkan.invalid', 'Nödkonto 1', true, today() - 500)`,
  );
  await night();
  await night();
  expect(await app.sql('select 1 from app_user where (demo or sealed) and disabled_at is not null')).toEqual([]);
});
