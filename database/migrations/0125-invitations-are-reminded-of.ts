import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has asked another party into an action, and heard nothing for a week, can remind it; when it last did so stands on the question. */
export class InvitationsAreRemindedOf1763900000125 implements MigrationInterface {
  name = 'InvitationsAreRemindedOf1763900000125';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table action_cooperation add column reminded_at timestamptz; grant update (reminded_at) on action_cooperation to samverkan_app;',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table action_cooperation drop column reminded_at');
  }
}
