import type { MigrationInterface, QueryRunner } from 'typeorm';

// Taken away, or somebody's own who no longer acts for the organisation; what is shared with it stays.
const due = `
  select f.id, coalesce(f.removed_at, (select max(m.valid_to)::timestamptz from membership m where m.user_id = f.user_id and m.organization_id = f.organization_id), f.changed_at) as at,
    f.organization_id
  from action_filter f where f.removed_at is not null or f.user_id is not null
    and not exists (select from membership m where m.user_id = f.user_id and m.organization_id = f.organization_id and (m.valid_to is null or m.valid_to >= today()))`;

/** Saved filters that have served their time are announced under Gallring before the night takes them. */
export class FiltersAreLetGoByRule1763900000067 implements MigrationInterface {
  name = 'FiltersAreLetGoByRule1763900000067';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function if exists action_filters_clear();
      create function retention_filters_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
        language sql stable security definer set search_path from current as $$
        select x.id::text, x.at, x.organization_id, null::text from (${due}) x where retention_reader() and x.at < as_of - interval '30 days' order by 2, 1 $$;
      create function retention_filters_take(as_of timestamptz, ids text[]) returns table (id text)
        language plpgsql volatile security definer set search_path from current as $$
      #variable_conflict use_column
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        return query delete from action_filter g using (${due}) x
          where g.id = x.id and g.id::text = any (ids) and x.at < as_of - interval '30 days' returning g.id::text;
      end $$;
      revoke execute on function retention_filters_due(timestamptz), retention_filters_take(timestamptz, text[]) from public;
      grant execute on function retention_filters_due(timestamptz), retention_filters_take(timestamptz, text[]) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function retention_filters_due(timestamptz), retention_filters_take(timestamptz, text[])');
  }
}
