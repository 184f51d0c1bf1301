import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A county's actions are found by an index, as a municipality's are: views that count a county do not read the country. */
export class ActionsAreFoundByCounty1763900000065 implements MigrationInterface {
  name = 'ActionsAreFoundByCounty1763900000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index action_counties on action using gin (county_codes);
      create function action_by_counties(text[]) returns setof uuid language sql stable security definer set search_path from current
        as $$ select id from action where county_codes && $1 $$;
      revoke execute on function action_by_counties(text[]) from public;
      grant execute on function action_by_counties(text[]) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function action_by_counties(text[]); drop index action_counties;');
  }
}
