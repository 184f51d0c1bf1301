import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each person wants to be told of by mail, and how far she has been told. */
export class Notices1763900000020 implements MigrationInterface {
  name = 'Notices1763900000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice_choice (
        user_id uuid primary key default ctx_user() references app_user (id) on delete cascade,
        -- The hour in Swedish time when the day's letter leaves; null for no letter. Who has no row has the default.
        digest_hour smallint check (digest_hour between 0 and 23),
        -- Kinds of news she has said no to.
        off text[] not null default '{}',
        changed_at timestamptz not null default clock_timestamp()
      );
      create table digest_mark (
        user_id uuid not null default ctx_user() references app_user (id) on delete cascade,
        organization_id uuid not null default ctx_org() references organization (id) on delete cascade,
        -- The day she was last told for this organisation, and until when.
        sent_on date not null, told_until timestamptz not null,
        primary key (user_id, organization_id)
      );
      select secure_table('notice_choice'), secure_table('digest_mark');
      grant insert, update on notice_choice, digest_mark to samverkan_app;
      create policy own on notice_choice for all to samverkan_app using (user_id = (select ctx_user())) with check (user_id = (select ctx_user()));
      create policy own on digest_mark for all to samverkan_app
        using (user_id = (select ctx_user()) and organization_id = (select ctx_org()))
        with check (user_id = (select ctx_user()) and organization_id = (select ctx_org()));

      -- Whose letter is due at an hour: ids only. An account that is closed or sealed in an envelope gets none.
      create function digests_due(hour integer) returns setof uuid language sql stable security definer set search_path from current as $$
        select u.id from app_user u left join notice_choice c on c.user_id = u.id
        where u.disabled_at is null and not u.sealed
          and (case when c.user_id is null then 7 else c.digest_hour end) = hour
          and exists (select 1 from membership m where m.user_id = u.id and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())
            and not exists (select 1 from digest_mark d where d.user_id = u.id and d.organization_id = m.organization_id and d.sent_on >= today()))
      $$;
      revoke execute on function digests_due(integer) from public;
      grant execute on function digests_due(integer) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function digests_due(integer); drop table digest_mark, notice_choice;`);
  }
}
