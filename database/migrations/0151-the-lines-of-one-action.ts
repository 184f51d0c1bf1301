import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a line may be read is whether its action may. For the lines of one action PostgreSQL found out which of all actions the reader sees, as long as
 * there were fewer than some thirteen hundred: that took longer than all else of it. Now it is given their ids one by one, and looks each up.
 */
export class TheLinesOfOneAction1763900000151 implements MigrationInterface {
  name = 'TheLinesOfOneAction1763900000151';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lines);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function action_line_ids(uuid, integer)');
  }
}

const lines = `
  -- The newest lines of an action, so many. That it says of itself to give one is what makes PostgreSQL ask for one action at a time whether she may read it.
  create function action_line_ids(given uuid, most integer) returns setof uuid language sql stable security definer rows 1
  set search_path from current set plan_cache_mode = force_generic_plan as $$
    select id from action_update where action_id = given and removed_at is null and hidden_at is null
    order by happened_on desc, created_at desc limit most
  $$;
  revoke execute on function action_line_ids(uuid, integer) from public;
  grant execute on function action_line_ids(uuid, integer) to samverkan_app;
`;
