import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Single-key shortcuts can be turned off by each person (WCAG 2.1.4): whoever dictates, or rests a hand on the keys, sets them off by mistake. */
export class SingleKeysCanBeTurnedOff1763900000128 implements MigrationInterface {
  name = 'SingleKeysCanBeTurnedOff1763900000128';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app_user add column shortcuts boolean not null default true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app_user drop column shortcuts');
  }
}
