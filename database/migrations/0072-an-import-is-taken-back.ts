import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has just logged, and nobody has touched, she may take back whole: an import of the wrong file leaves nothing. */
export class AnImportIsTakenBack1763900000072 implements MigrationInterface {
  name = 'AnImportIsTakenBack1763900000072';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function actions_take_back(asked jsonb) returns setof uuid language plpgsql volatile security definer set search_path from current as $$
      declare
        gone record;
      begin
        if ctx_org() is null or ctx_user() is null or ctx_role() not in ('coordinator', 'partner', 'county_staff', 'county_admin') then
          raise exception 'Not for this reader.' using errcode = '42501';
        end if;
        for gone in select a.* from action a join jsonb_to_recordset(asked) x (id uuid, version int) on x.id = a.id and x.version = a.version
            where a.owner_ids = array[ctx_org()] and a.hidden_at is null and a.created_at > now() - interval '1 day'
              and not exists (select from change_log l where l.area = 'actions' and l.object_id = a.id and l.user_id is distinct from ctx_user())
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
      revoke execute on function actions_take_back(jsonb) from public;
      grant execute on function actions_take_back(jsonb) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function actions_take_back(jsonb)');
  }
}
