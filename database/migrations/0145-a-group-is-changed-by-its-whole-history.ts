import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has been changed of a group is known when its history is whole, and the history goes with the group. */
export class AGroupIsChangedByItsWholeHistory1763900000145 implements MigrationInterface {
  name = 'AGroupIsChangedByItsWholeHistory1763900000145';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The fields changed after that version of one's own organisation's group; 'created', all of them, when some version has no row.
      create function contact_group_fields_since(given uuid, seen integer) returns setof text language sql stable security definer set search_path from current as $$
        with one as (select g.id, g.version from contact_group g where g.id = given and g.organization_id = ctx_org()),
          since as (select l.field, l.version from one join change_log l on l.object_id = one.id and l.area = 'contacts' and l.version > seen)
        select field from since
        union select 'created' from one where (select count(distinct s.version) from since s) < one.version - seen
      $$;
      revoke execute on function contact_group_fields_since(uuid, integer) from public;
      grant execute on function contact_group_fields_since(uuid, integer) to samverkan_app;

      create or replace function retention_groups_take(as_of timestamptz, ids text[]) returns table (id text) language plpgsql volatile security definer set search_path from current as $$
      #variable_conflict use_column
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        return query with gone as (delete from contact_group g where g.id::text = any (ids) and g.removed_at < as_of - interval '30 days' returning g.id),
          told as (delete from change_log l using gone where l.area = 'contacts' and l.object_id = gone.id)
          select gone.id::text from gone;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function contact_group_fields_since(uuid, integer);
      create or replace function retention_groups_take(as_of timestamptz, ids text[]) returns table (id text) language plpgsql volatile security definer set search_path from current as $$
      #variable_conflict use_column
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        return query delete from contact_group g where g.id::text = any (ids) and g.removed_at < as_of - interval '30 days' returning g.id::text;
      end $$;
    `);
  }
}
