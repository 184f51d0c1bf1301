import type { TestApp } from './test-app';
import { until } from './until';

const waiting = `select 1 from samverkan_jobs.job where state in ('created', 'retry', 'active') and start_after <= now() limit 1`;

/** Waits until no work lies in the queue: every letter that was to be written has been. */
export const untilCarried = (app: TestApp): Promise<boolean> =>
  until(async () => (await app.sql(waiting)).length === 0, Boolean, 20_000);
