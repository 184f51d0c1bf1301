// A session that has ended stays ended, whoever was in the middle of something with it.
import type { Account, Session } from '@samverkan/identity/contract';
import { type Client, type TestApp, interrupted, testApp } from '@samverkan/testing';

const password = 'Samverkan-demo-2026';
let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

const idOf = (client: Client) => client.cookie('samverkan')?.slice(2).split('.')[0] ?? '';
const rows = (id: string) => app.sql('select 1 from session where sid = $1', [id]);
const sessionsOf = (userId: string) => app.sql(`select 1 from session where sess ->> 'userId' = $1`, [userId]);

describe('a session that ends while a request is under way', () => {
  it('is not written back by it', async () => {
    const client = await app.someone('coordinator', 'municipality:2283');
    const id = idOf(client);
    await client.get<Account>('/api/account');
    const proof = await interrupted(app, 'delete from session where sid = $1', [id], () =>
      client.post('/api/account/proof', { secret: password }),
    );
    // What she proved is kept nowhere, and she is not told that it was.
    expect(proof.status).toBe(401);
    expect(await rows(id)).toEqual([]);
    expect((await client.get('/api/session')).status).toBe(401);
  });

  it('does not go on under another id when she acts for another organisation', async () => {
    const client = await app.someone('coordinator', 'municipality:2283');
    const { acting, user } = (await client.get<Session>('/api/session')).body;
    const answer = await interrupted(app, 'delete from session where sid = $1', [idOf(client)], () =>
      client.post('/api/session/acting', { membershipId: acting.id }),
    );
    expect(answer.status).toBe(401);
    expect(await sessionsOf(user.id)).toEqual([]);
  });
});
