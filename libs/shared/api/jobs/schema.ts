// The queue's own tables, made and brought up to date by the owner when the database is migrated. See docs/adr/0010.
import pg from 'pg';
import { PgBoss } from 'pg-boss';

/** The schema of the queue, beside the application's own. */
export const jobsSchema = 'samverkan_jobs';

/**
 * `samverkan_jobs` works the queue; `samverkan_app` and `samverkan_signin` may put a job in and know its id, and read nothing of
 * what others put there.
 */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: jobsSchema,
    migrate: true,
    supervise: false,
    schedule: false,
    registerInstance: false,
    max: 2,
  });
  const faults: Error[] = [];
  boss.on('error', (error) => faults.push(error as Error));
  await boss.start();
  await boss.stop({ graceful: false });
  if (faults[0]) throw faults[0];
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      revoke all on schema ${jobsSchema} from public;
      grant usage on schema ${jobsSchema} to samverkan_jobs, samverkan_app, samverkan_signin;
      grant select, insert, update, delete on all tables in schema ${jobsSchema} to samverkan_jobs;
      grant usage on all sequences in schema ${jobsSchema} to samverkan_jobs;
      grant insert on ${jobsSchema}.job, ${jobsSchema}.job_common to samverkan_app, samverkan_signin;
      grant select (id, start_after) on ${jobsSchema}.job, ${jobsSchema}.job_common to samverkan_app, samverkan_signin;
      grant select on ${jobsSchema}.queue to samverkan_app, samverkan_signin;
    `);
  } finally {
    await client.end();
  }
}
