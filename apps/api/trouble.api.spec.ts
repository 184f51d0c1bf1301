// The database goes away: the API says so, loses nothing it has acknowledged, and recovers by itself.
import { Breaker, type Client, type TestApp, testApp, until } from '@samverkan/testing';

const wire = new Breaker();
let app: TestApp;
let ida: Client;
beforeAll(async () => {
  app = await testApp({ through: (url) => wire.through(url) });
  ida = await app.signIn('ida.nordlund');
});
afterAll(async () => {
  await app.close();
  wire.close();
});

const status = async (path: string) => (await ida.get(path)).status;
const answers = (path: string) => until(async () => (await status(path)) === 200, Boolean, 4000);
/** Her membership ends; whether she is out well before what is known of a session is read anew (five seconds). */
async function isOutAtOnce(): Promise<boolean> {
  const client = await app.someone('coordinator', 'municipality:2280');
  expect((await client.get('/api/session')).status).toBe(200);
  await app.sql(
    `update membership set valid_from = current_date - 2, valid_to = current_date - 1 where title = 'Prov'`,
  );
  for (const end = Date.now() + 2000; Date.now() < end;)
    if ((await client.get('/api/session')).status === 401) return true;
  return false;
}

describe('when the database is gone', () => {
  it('says so in the readiness and in every answer, and serves again by itself', async () => {
    expect(await status('/health/ready')).toBe(200);
    wire.cut();
    expect((await ida.get('/health/ready')).body).toEqual({ status: 'database-unavailable' });
    expect(await status('/health/live')).toBe(200);
    const read = await ida.get('/api/actions');
    expect([read.status, read.body['code'], read.headers.get('retry-after')]).toEqual([
      503,
      'database.unavailable',
      '2',
    ]);
    const write = await ida.post('/api/actions', {
      title: 'Skriven i mörker',
      kind: 'other',
      status: 'planned',
      visibility: 'county',
    });
    expect([write.status, write.body['code']]).toEqual([503, 'database.unavailable']);
    expect(write.text).not.toContain('mörker');
    wire.mend();
    await answers('/health/ready');
    await answers('/api/actions');
    expect(await app.sql(`select 1 from action where title = 'Skriven i mörker'`)).toEqual([]);
  });

  it('hears of news again after the wire is mended', async () => {
    wire.cut();
    await ida.get('/health/ready');
    wire.mend();
    await answers('/api/actions');
    await until(isOutAtOnce, Boolean, 20_000);
  });
});
