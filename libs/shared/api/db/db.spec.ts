import type { DataSource } from 'typeorm';
import { databaseRefusal } from '../http/database-trouble';
import { Db } from './db';

it('gives up a connection that has died in silence, and leaves it for a new one: whoever reads is told that the database is away', async () => {
  jest.useFakeTimers();
  const left: unknown[] = [];
  const client = { query: () => undefined, release: (fault: unknown) => left.push(fault) };
  const master = { connect: () => Promise.resolve(client) };
  const db = new Db({ driver: { master } } as unknown as DataSource);
  const answer = db.query('select 1').catch((error: unknown) => error);
  await jest.advanceTimersByTimeAsync(21_000);
  jest.useRealTimers();
  const fault = await answer;
  expect(left).toEqual([fault]);
  expect(databaseRefusal(fault)).toMatchObject({ status: 503, code: 'database.unavailable' });
});
