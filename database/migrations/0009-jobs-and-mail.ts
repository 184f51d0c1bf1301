import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has been done by a job, so that it is done once, and where the demo's mail ends up. The queue's own tables are pg-boss's. */
export class JobsAndMail1763900000009 implements MigrationInterface {
  name = 'JobsAndMail1763900000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Ids of jobs whose effect stands: written in the same transaction as the effect.
      create table job_effect (job_id uuid primary key, at timestamptz not null default clock_timestamp());
      create index job_effect_age on job_effect (at);
      select secure_table('job_effect');
      grant insert, delete on job_effect to samverkan_app;
      create policy work on job_effect for all to samverkan_app using (true) with check (true);

      -- Demo mode only, where no letter leaves: whoever tries the demo may read them all.
      create table demo_mail (
        id uuid primary key default new_id(), at timestamptz not null default clock_timestamp(),
        to_address text not null, subject text not null, text text not null, link text
      );
      create index demo_mail_age on demo_mail (at desc);
      select secure_table('demo_mail');
      grant insert on demo_mail to samverkan_app;
      create policy demo on demo_mail for all to samverkan_app using (true) with check (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job_effect, demo_mail');
  }
}
