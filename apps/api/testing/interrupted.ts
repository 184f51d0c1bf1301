import type { TestApp } from './test-app';
import { until } from './until';

const waits = 'select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))';

/** Does the deed while somebody else's statement is under way, which is done for good once the deed has come to it and waits. */
export async function interrupted<T>(
  app: TestApp,
  text: string,
  values: unknown[],
  deed: () => Promise<T>,
): Promise<T> {
  await app.sql('begin');
  await app.sql(text, values);
  const answer = deed();
  // How it went is told below; until then nobody listens.
  answer.catch(() => undefined);
  try {
    await until(async () => (await app.sql(waits)).length > 0);
  } catch (error) {
    await app.sql('rollback');
    await answer;
    throw error;
  }
  await app.sql('commit');
  return answer;
}
