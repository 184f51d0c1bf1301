// The database goes away: the API says so, loses nothing it has acknowledged, and recovers by itself.
import { Breaker, type Client, type TestApp, testApp } from '@samverkan/testing';

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
const until = async (wanted: number, path: string) => {
  const end = Date.now() + 4000;
  while (Date.now() < end) if ((await status(path)) === wanted) return wanted;
  return status(path);
};

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
    expect(await until(200, '/health/ready')).toBe(200);
    expect(await until(200, '/api/actions')).toBe(200);
    expect(await app.sql(`select 1 from action where title = 'Skriven i mörker'`)).toEqual([]);
  });

  it('hears of news again after the wire is mended', async () => {
    wire.cut();
    await ida.get('/health/ready');
    wire.mend();
    await until(200, '/api/actions');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const client = await app.someone('coordinator', 'municipality:2280');
    await app.sql(
      `update membership set valid_from = current_date - 2, valid_to = current_date - 1 where title = 'Prov'`,
    );
    const end = Date.now() + 5500;
    let last = 200;
    while (last === 200 && Date.now() < end) last = (await client.get('/api/session')).status;
    expect(last).toBe(401);
  });
});
