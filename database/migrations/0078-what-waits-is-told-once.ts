import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day's letter remembers what it has told of what waits, so that it does not leave every day with the same. */
export class WhatWaitsIsToldOnce1763900000078 implements MigrationInterface {
  name = 'WhatWaitsIsToldOnce1763900000078';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table digest_mark add column waits jsonb not null default '{}', add column waits_told_on date;
      comment on column digest_mark.waits is 'How many of each kind waited when the letter was last thought of.';
      comment on column digest_mark.waits_told_on is 'The day a letter last told of what waits.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table digest_mark drop column waits, drop column waits_told_on');
  }
}
