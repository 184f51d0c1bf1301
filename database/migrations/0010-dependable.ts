import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What readiness asks of the database, news of what somebody may no longer see, and since when a paused action stood as it did. */
export class Dependable1763900000010 implements MigrationInterface {
  name = 'Dependable1763900000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether the schema has come as far as the asking version needs; a newer one is for its own version to judge.
      create function schema_has(migrations text[]) returns boolean language sql stable security definer set search_path from current as $$
        select not exists (select 1 from unnest(migrations) wanted where not exists (select 1 from migration m where m.name = wanted))
      $$;
      -- Writes about a megabyte to the data disk and takes it away: more than the working memory holds, so a full disk answers with an error.
      create function disk_has_room() returns boolean language plpgsql volatile security definer set search_path from current set work_mem = '64kB' as $$
      begin
        perform count(*) from (
          with spilled as materialized (select repeat(md5(n::text), 32) as filler from generate_series(1, 1000) n)
          select a.filler from spilled a) x;
        return true;
      end $$;
      revoke execute on function schema_has(text[]), disk_has_room() from public;
      grant execute on function schema_has(text[]), disk_has_room() to samverkan_app;
    `);

    await runner.query(`
      -- Who could see the object until now, when an event tells that some no longer may.
      alter table event add column former_level smallint, add column former_owners uuid[], add column former_partners uuid[],
        add column former_counties text[];
      drop policy event_of_action on event;
      create policy event_of_action on event for select to samverkan_app using (
        former_level is null and area = 'actions'
        and exists (select 1 from action a where a.id = object_id and could_read(level, a.owner_ids, a.partner_ids, a.county_codes)));
      -- Heard by those who could see it and no longer can: the id they already had, and nothing else.
      create policy action_is_gone on event for select to samverkan_app using (
        former_level is not null and area = 'actions' and could_read(former_level, former_owners, former_partners, former_counties)
        and not exists (select 1 from action a where a.id = object_id));

      -- An action that is resumed has been planned or under way since the day it was before the pause.
      alter table action add column paused_from_since date;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy action_is_gone on event;
      delete from event where former_level is not null;
      drop policy event_of_action on event;
      create policy event_of_action on event for select to samverkan_app using (
        area = 'actions' and exists (select 1 from action a where a.id = object_id and could_read(level, a.owner_ids, a.partner_ids, a.county_codes)));
      alter table event drop column former_level, drop column former_owners, drop column former_partners, drop column former_counties;
      alter table action drop column paused_from_since;
      drop function schema_has(text[]), disk_has_room();
    `);
  }
}
