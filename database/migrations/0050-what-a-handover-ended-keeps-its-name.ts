import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An assessment that somebody has thrown away in a handover is still told there by its goal: else nobody could take that back. */
export class WhatAHandoverEndedKeepsItsName1763900000050 implements MigrationInterface {
  name = 'WhatAHandoverEndedKeepsItsName1763900000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function assessments_discarded() returns table (id uuid, title text) language sql stable security definer set search_path from current as $$
        select a.id, g.number || '. ' || g.title from assessment a join goal g on g.id = a.goal_id
        where a.discarded_at is not null and a.hidden_at is null and a.organization_id = ctx_org()
          and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')
      $$;
      revoke execute on function assessments_discarded() from public;
      grant execute on function assessments_discarded() to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function assessments_discarded()');
  }
}
