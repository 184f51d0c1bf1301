import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every area stands on: ids, the actor's context, row-level security as a habit, history, news, audit, idempotency, drafts, sessions. */
export class Foundation1763900000001 implements MigrationInterface {
  name = 'Foundation1763900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke all on schema samverkan from public;
      grant usage on schema samverkan to samverkan_app, samverkan_signin;

      -- UUID version 7 on every supported server (uuidv7() itself came with PostgreSQL 18).
      create function new_id() returns uuid language sql volatile parallel safe as $$
        select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
          placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
      $$;

      -- The day it is in Sweden, whatever the server's clock is set to.
      create function today() returns date language sql stable parallel safe as $$ select (now() at time zone 'Europe/Stockholm')::date $$;

      -- The actor's context lives for one transaction (set_config with is_local); empty means nobody.
      create function ctx_user() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('samverkan.user', true), '')::uuid $$;
      create function ctx_org() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('samverkan.org', true), '')::uuid $$;
      create function ctx_role() returns text language sql stable parallel safe as $$ select nullif(current_setting('samverkan.role', true), '') $$;
      create function ctx_counties() returns text[] language sql stable parallel safe as $$
        select string_to_array(coalesce(nullif(current_setting('samverkan.counties', true), ''), ''), ',') $$;

      -- Forces row-level security, lets the owner migrate and seed, and lets the runtime role read what the area's policies open.
      create function secure_table(target regclass) returns void language plpgsql set search_path from current as $$
      begin
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('create policy owner_all on %s for all to %I using (true) with check (true)', target, current_user);
        execute format('grant select on %s to samverkan_app', target);
      end $$;
      revoke execute on function secure_table(regclass) from public;
    `);

    await runner.query(`
      create table change_log (
        id uuid primary key default new_id(),
        area text not null, object_id uuid not null, level smallint not null,
        version integer not null, field text not null, before jsonb, after jsonb,
        user_id uuid not null default ctx_user(), organization_id uuid not null default ctx_org(),
        at timestamptz not null default clock_timestamp()
      );
      create index change_log_object on change_log (object_id, at desc);
      select secure_table('change_log');
      grant insert on change_log to samverkan_app;
      create policy write_own on change_log for insert to samverkan_app
        with check (user_id = (select ctx_user()) and organization_id = (select ctx_org()));

      create table event (
        id bigint generated always as identity primary key,
        -- The writing transaction: events are read only up to the oldest transaction still running, so a late commit is never stepped over.
        tx xid8 not null default pg_current_xact_id(),
        at timestamptz not null default clock_timestamp(),
        area text not null, object_id uuid not null, level smallint not null, kind text not null, value text,
        goal_ids uuid[] not null default '{}',
        user_id uuid default ctx_user(), organization_id uuid default ctx_org()
      );
      create index event_stream on event (tx, id);
      create index event_at on event (at desc);
      select secure_table('event');
      grant insert on event to samverkan_app;
      create policy write_own on event for insert to samverkan_app
        with check (user_id = (select ctx_user()) and organization_id = (select ctx_org()));
      create function event_announce() returns trigger language plpgsql as $$
      begin perform pg_notify('samverkan_events', ''); return null; end $$;
      create trigger event_announce after insert on event for each statement execute function event_announce();
    `);

    await runner.query(`
      create table audit (
        id bigint generated always as identity primary key,
        at timestamptz not null default clock_timestamp(),
        user_id uuid, organization_id uuid, verb text not null, area text not null, object_id uuid,
        outcome text not null check (outcome in ('done', 'denied')),
        previous bytea, hash bytea not null
      );
      create index audit_chain on audit (organization_id, id desc);
      alter table audit enable row level security;
      alter table audit force row level security;
      -- Nobody reads or writes the audit but this function: each organisation's rows form one chain of hashes.
      create function audit_write(verb text, area text, object_id uuid, outcome text) returns void
        language plpgsql security definer set search_path from current as $$
      declare
        last bytea;
        now_ timestamptz := clock_timestamp();
      begin
        perform pg_advisory_xact_lock(hashtextextended('audit:' || coalesce(ctx_org()::text, ''), 0));
        select a.hash into last from audit a where a.organization_id is not distinct from ctx_org() order by a.id desc limit 1;
        insert into audit (at, user_id, organization_id, verb, area, object_id, outcome, previous, hash)
        values (now_, ctx_user(), ctx_org(), verb, area, object_id, outcome, last,
          sha256(coalesce(last, '') || convert_to(concat_ws('|', extract(epoch from now_), ctx_user(), ctx_org(), verb, area, object_id, outcome), 'UTF8')));
      end $$;
      revoke execute on function audit_write(text, text, uuid, text) from public;
      grant execute on function audit_write(text, text, uuid, text) to samverkan_app;
      do $$ begin execute format('create policy chain on audit for all to %I using (true) with check (true)', current_user); end $$;
    `);

    await runner.query(`
      create table idempotency (
        user_id uuid not null, organization_id uuid not null, key text not null, fingerprint text not null,
        status integer not null default 200, body jsonb, at timestamptz not null default clock_timestamp(),
        primary key (user_id, organization_id, key)
      );
      create index idempotency_age on idempotency (at);
      select secure_table('idempotency');
      grant insert, update, delete on idempotency to samverkan_app;
      create policy own on idempotency for all to samverkan_app
        using (user_id = (select ctx_user()) and organization_id = (select ctx_org()))
        with check (user_id = (select ctx_user()) and organization_id = (select ctx_org()));

      create table draft (
        user_id uuid not null, organization_id uuid not null, key text not null, content jsonb not null,
        updated_at timestamptz not null default clock_timestamp(),
        primary key (user_id, organization_id, key)
      );
      select secure_table('draft');
      grant insert, update, delete on draft to samverkan_app;
      create policy own on draft for all to samverkan_app
        using (user_id = (select ctx_user()) and organization_id = (select ctx_org()))
        with check (user_id = (select ctx_user()) and organization_id = (select ctx_org()));

      -- Sessions and sign-in limits belong to the sign-in role alone; the runtime role cannot read them.
      create table session (sid varchar primary key, sess json not null, expire timestamp(6) not null);
      create index session_expire on session (expire);
      create table sign_in_limit (key varchar(255) primary key, points integer not null default 0, expire bigint);
      grant select, insert, update, delete on session, sign_in_limit to samverkan_signin;

      -- What has served its time: forms untouched for 30 days, answers to retried requests after two days, ended limits.
      create function housekeeping() returns void language sql volatile security definer set search_path from current as $$
        delete from draft where updated_at < now() - interval '30 days';
        delete from idempotency where at < now() - interval '2 days';
        delete from sign_in_limit where expire < extract(epoch from now()) * 1000;
      $$;
      revoke execute on function housekeeping() from public;
      grant execute on function housekeeping() to samverkan_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The foundation is not taken away: restore a backup instead.');
  }
}
