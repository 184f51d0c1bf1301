import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a strategy is measured against a national frame. */
export class FramesHaveAMotive1763900000045 implements MigrationInterface {
  name = 'FramesHaveAMotive1763900000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table strategy_frame add column motive text;
      grant update (motive) on strategy_frame to samverkan_app;
      create policy write on strategy_frame for update to samverkan_app using (strategy_is_open(strategy_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy write on strategy_frame;
      revoke update (motive) on strategy_frame from samverkan_app;
      alter table strategy_frame drop column motive;
    `);
  }
}
