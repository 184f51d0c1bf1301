import type { MigrationInterface, QueryRunner } from 'typeorm';

const writers = `'coordinator', 'partner', 'county_staff', 'county_admin'`;

/** What the authorisation matrix and the trial of row-level security alone found too wide. */
export class Floor1763900000007 implements MigrationInterface {
  name = 'Floor1763900000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who keeps the system has no part in an organisation's content, also not its own organisation's.
      alter policy strategy_read on strategy using (status in ('adopted', 'superseded', 'repealed')
        or owner_organization_id = (select ctx_org()) and (select ctx_role()) <> 'system_admin');
      -- Who only reads writes no update and takes none back, whatever organisation she belongs to.
      alter policy write on action_update with check (organization_id = (select ctx_org()) and user_id = (select ctx_user())
        and (select ctx_role()) in (${writers}) and exists (select 1 from action a where a.id = action_id));
      alter policy take_back on action_update using (organization_id = (select ctx_org()) and (select ctx_role()) in (${writers}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy write on action_update with check (
        organization_id = (select ctx_org()) and user_id = (select ctx_user()) and exists (select 1 from action a where a.id = action_id));
      alter policy take_back on action_update using (organization_id = (select ctx_org()));
      alter policy strategy_read on strategy
        using (status in ('adopted', 'superseded', 'repealed') or owner_organization_id = (select ctx_org()));
    `);
  }
}
