import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['action_comment', 'action_filter', 'action_task', 'action_template', 'attachment', 'contact_group'];

/** Whoever takes something away is noted on it while it lies in the trash, and forgotten when it is put back. */
export class WhatIsTakenAwaySaysByWhom1763900000075 implements MigrationInterface {
  name = 'WhatIsTakenAwaySaysByWhom1763900000075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function note_removal() returns trigger language plpgsql as $$
      begin
        new.removed_by := case when new.removed_at is null then null when old.removed_at is null then ctx_user() else old.removed_by end;
        return new;
      end $$;
    `);
    for (const table of tables)
      await runner.query(`
        alter table ${table} add column removed_by uuid;
        create trigger note_removal before update of removed_at on ${table} for each row execute function note_removal();
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables)
      await runner.query(`drop trigger note_removal on ${table}; alter table ${table} drop column removed_by;`);
    await runner.query('drop function note_removal();');
  }
}
