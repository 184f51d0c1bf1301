import type { TestApp } from './test-app';

/** Does the deed while somebody else's statement is under way, which is done for good once the deed has come to it and waits. */
export async function interrupted<T>(
  app: TestApp,
  text: string,
  values: unknown[],
  deed: () => Promise<T>,
): Promise<T> {
  const waits = 'select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))';
  await app.sql('begin');
  await app.sql(text, values);
  const answer = deed();
  for (const end = Date.now() + 5000; (await app.sql(waits)).length === 0;) {
    if (Date.now() > end) {
      await app.sql('rollback');
      throw new Error('The deed met nothing that it had to wait for.');
    }
    await new Promise((next) => setTimeout(next, 20));
  }
  await app.sql('commit');
  return answer;
}
