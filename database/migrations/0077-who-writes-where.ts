import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a form open on what, for the ten seconds that she said so. It is kept out of the write-ahead log: nothing of it is worth having after a fall. */
export class WhoWritesWhere1763900000077 implements MigrationInterface {
  name = 'WhoWritesWhere1763900000077';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table presence (
        user_id uuid not null default ctx_user(),
        organization_id uuid not null default ctx_org(),
        kind text not null check (kind in ('action', 'contact', 'organization')),
        object_id uuid not null,
        field text,
        until timestamptz not null default clock_timestamp() + interval '10 seconds',
        primary key (user_id, organization_id)
      );
      create index presence_object on presence (object_id);
      create index presence_until on presence (until);
      select secure_table('presence');
      grant insert, update, delete on presence to samverkan_app;
      -- Whoever sees the thing sees that somebody writes in it; each table's own rules decide.
      create policy seen on presence for select to samverkan_app using (
        user_id = (select ctx_user()) and organization_id = (select ctx_org()) or (select ctx_user()) is not null and case kind
          when 'action' then exists (select from action a where a.id = object_id)
          when 'contact' then exists (select from contact_function f where f.id = object_id)
          else exists (select from organization o where o.id = object_id) end);
      create policy write_own on presence for insert to samverkan_app with check (user_id = (select ctx_user()) and organization_id = (select ctx_org()));
      create policy change_own on presence for update to samverkan_app
        using (user_id = (select ctx_user()) and organization_id = (select ctx_org()))
        with check (user_id = (select ctx_user()) and organization_id = (select ctx_org()));
      create policy close_own on presence for delete to samverkan_app using (user_id = (select ctx_user()) and organization_id = (select ctx_org()));
      -- What is over is forgotten, whosever it was.
      create function presence_forget() returns void language sql volatile security definer set search_path from current as $$
        delete from presence where until < clock_timestamp()
      $$;
      revoke execute on function presence_forget() from public;
      grant execute on function presence_forget() to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function presence_forget(); drop table presence;');
  }
}
