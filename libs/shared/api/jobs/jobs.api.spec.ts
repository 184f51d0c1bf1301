import { Db } from '../db/db';
import { Jobs } from './jobs';
import { jobKind } from './job-kind';
import { type TestApp, testApp, until } from '@samverkan/testing';
import pg from 'pg';
import * as z from 'zod';

const count = jobKind({ name: 'test.count', data: z.strictObject({ n: z.number() }), retries: 3 });
const done: { n: number; id: string }[] = [];
let fail = 0;
let app: TestApp;
let jobs: Jobs;
let db: Db;

beforeAll(async () => {
  app = await testApp({
    prepare: (nest) => {
      nest.get(Jobs).register(count, async ({ n }, { id }) => {
        await nest.get(Jobs).once(id, async () => void done.push({ n, id }));
        if (fail-- > 0) throw new TypeError('Ida Nordlund is in this sentence');
      });
    },
  });
  [jobs, db] = [app.get(Jobs), app.get(Db)];
});
afterAll(() => app.close());

describe('a job', () => {
  it('is done soon after the transaction it was sent in', async () => {
    const began = Date.now();
    await db.transaction(() => jobs.send(count, { n: 1 }));
    await until(() => done.some(({ n }) => n === 1));
    expect(done).toMatchObject([{ n: 1 }]);
    expect(Date.now() - began).toBeLessThan(4000);
  });

  it('is never there when the transaction is taken back', async () => {
    await expect(
      db.transaction(async () => {
        await jobs.send(count, { n: 2 });
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    await db.transaction(() => jobs.send(count, { n: 3 }));
    await until(() => done.some(({ n }) => n === 3));
    expect(done.map(({ n }) => n)).not.toContain(2);
  });

  it('cannot be sent outside a transaction, nor with other data than its kind has', async () => {
    await expect(jobs.send(count, { n: 4 })).rejects.toThrow('No transaction');
    await expect(db.transaction(() => jobs.send(count, { n: 'fyra' } as never))).rejects.toThrow();
  });

  it('is tried again when it failed, has its effect once, and leaves no words of the fault behind', async () => {
    fail = 1;
    await db.transaction(() => jobs.send(count, { n: 5 }));
    const states = () =>
      app.sql<{ state: string; retry_count: number; output: unknown }>(
        `select state, retry_count, output from samverkan_jobs.job where name = 'test.count' and data->>'n' = '5'`,
      );
    await until(async () => (await states())[0]?.state === 'completed', Boolean, 25_000);
    const [row] = await states();
    expect([row?.state, row?.retry_count]).toEqual(['completed', 1]);
    expect(done.filter(({ n }) => n === 5)).toHaveLength(1);
    expect(await app.sql(`select 1 from samverkan_jobs.job where output::text like '%Nordlund%'`)).toEqual([]);
  }, 40_000);

  it('may be put in the queue by the runtime role, which can read, change and take away none', async () => {
    for (const role of ['app', 'signin'] as const) {
      const client = new pg.Client({ connectionString: app.runtimeUrl(role) });
      await client.connect();
      for (const statement of [
        'select data from samverkan_jobs.job',
        'delete from samverkan_jobs.job',
        `update samverkan_jobs.job set data = '{}'`,
        `insert into samverkan_jobs.queue (name) values ('own')`,
      ])
        await expect(client.query(statement)).rejects.toThrow(/permission denied/);
      await client.end();
    }
  });
});
