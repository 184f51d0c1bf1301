import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day's letter remembers what it has told of what waits, so that it does not leave every day with the same. */
export class WhatWaitsIsToldOnce1763900000091 implements MigrationInterface {
  name = 'WhatWaitsIsToldOnce1763900000091';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table digest_told (
        user_id uuid not null default ctx_user() references app_user (id) on delete cascade,
        organization_id uuid not null default ctx_org() references organization (id) on delete cascade,
        waits jsonb not null default '{}',
        told_on date,
        primary key (user_id, organization_id)
      );
      comment on column digest_told.waits is 'How many of each kind waited when the letter was last thought of.';
      comment on column digest_told.told_on is 'The day a letter last told of what waits.';
      create index digest_told_organization on digest_told (organization_id);
      select secure_table('digest_told');
      grant insert, update on digest_told to samverkan_app;
      create policy own on digest_told for all to samverkan_app
        using (user_id = (select ctx_user()) and organization_id = (select ctx_org()))
        with check (user_id = (select ctx_user()) and organization_id = (select ctx_org()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table digest_told');
  }
}
