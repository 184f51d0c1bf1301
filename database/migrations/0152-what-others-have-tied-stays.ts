import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What has just been logged is taken back as long as nobody has built anything on it. What goes with an action when it is deleted (a method that somebody
 * has tied to it, a rhythm that was set, that it has been done again) is something built, as a line or a task is.
 */
export class WhatOthersHaveTiedStays1763900000152 implements MigrationInterface {
  name = 'WhatOthersHaveTiedStays1763900000152';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(takeBack(untied));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(takeBack(''));
  }
}

/** A rhythm that came with it when it was logged as the next time of another is nothing that has been done since. */
const untied = `
              and not exists (select from method_action m where m.action_id = a.id)
              and not exists (select from action_recurrence r where r.former_id = a.id or r.action_id = a.id and r.former_id is null and r.every is not null)`;

const takeBack = (also: string): string => `
      create or replace function actions_take_back(asked jsonb) returns setof uuid language plpgsql volatile security definer set search_path from current as $$
      declare
        gone record;
      begin
        if ctx_org() is null or ctx_user() is null or ctx_role() not in ('coordinator', 'partner', 'county_staff', 'county_admin') then
          raise exception 'Not for this reader.' using errcode = '42501';
        end if;
        for gone in select a.* from action a join jsonb_to_recordset(asked) x (id uuid, version int) on x.id = a.id and x.version = a.version
            where a.owner_ids = array[ctx_org()] and a.hidden_at is null and a.created_at > now() - interval '1 day'
              and not exists (select from change_log l where l.area = 'actions' and l.object_id = a.id and l.user_id is distinct from ctx_user())${also}
            order by a.id for update of a loop
          begin
            delete from action a where a.id = gone.id;
          exception when foreign_key_violation then
            -- Something has been built on it.
            continue;
          end;
          delete from change_log l where l.area = 'actions' and l.object_id = gone.id;
          insert into event (area, object_id, level, kind, goal_ids, former_level, former_owners, former_partners, former_counties)
            values ('actions', gone.id, gone.visibility, 'action.gone', gone.goal_ids, gone.visibility, gone.owner_ids, gone.partner_ids, gone.county_codes);
          return next gone.id;
        end loop;
      end $$;
`;
