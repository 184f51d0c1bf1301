import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One audit row can name everybody whose contact data a request showed, can be searched by object and person, and tells when the chain was last judged. */
export class ReadingIsAudited1763900000014 implements MigrationInterface {
  name = 'ReadingIsAudited1763900000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit add column object_ids uuid[];
      comment on column audit.object_ids is 'Everybody whose contact data one request showed, when they were more than one. The chain covers it.';
      grant select (object_ids) on audit to samverkan_app;
      create index audit_object on audit (object_id, id desc) where object_id is not null;
      create index audit_objects on audit using gin (object_ids) where object_ids is not null;
      create index audit_person on audit (pseudonym, id desc) where pseudonym is not null;

      -- A row that names nobody more has the digest it has always had.
      create or replace function audit_digest(a audit) returns bytea language sql stable parallel safe as $$
        select sha256(coalesce(a.previous, '') || convert_to((jsonb_build_array(a.id, extract(epoch from a.at)::text, coalesce(a.pseudonym, a.user_id::text),
          a.organization_id, a.role, a.verb, a.area, a.object_id, a.outcome, a.reason)
          || case when a.object_ids is null then '[]'::jsonb else jsonb_build_array(to_jsonb(a.object_ids)) end)::text, 'UTF8')) $$;

      drop function audit_write(text, text, uuid, text, text, text);
      create function audit_write(verb text, area text, object_id uuid, outcome text, reason text default null, who text default null, object_ids uuid[] default null)
        returns void language sql volatile security definer set search_path from current as $$
        insert into audit (at, user_id, organization_id, role, verb, area, object_id, object_ids, outcome, reason, pseudonym, hash)
          values (clock_timestamp(), ctx_user(), ctx_org(), ctx_role(), verb, area, object_id, object_ids, outcome, reason, who, '')
      $$;
      revoke execute on function audit_write(text, text, uuid, text, text, text, uuid[]) from public;
      grant execute on function audit_write(text, text, uuid, text, text, text, uuid[]) to samverkan_app, samverkan_signin;

      -- When the whole audit was judged and how it stood: by the clock every night, and whenever a system administrator asks.
      create table audit_check (
        id uuid primary key default new_id(), at timestamptz not null default clock_timestamp(),
        rows bigint not null, faults integer not null, nightly boolean not null
      );
      create index audit_check_at on audit_check (at desc);
      select secure_table('audit_check');
      create policy read on audit_check for select to samverkan_app using ((select ctx_role()) in ('county_admin', 'system_admin'));
      create function audit_checked(faults integer, nightly boolean) returns void language sql volatile security definer set search_path from current as $$
        insert into audit_check (rows, faults, nightly) select coalesce(sum(h.rows), 0), $1, $2 from audit_head h
      $$;
      revoke execute on function audit_checked(integer, boolean) from public;
      grant execute on function audit_checked(integer, boolean) to samverkan_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The audit is not taken back to a weaker one: restore a backup instead.');
  }
}
