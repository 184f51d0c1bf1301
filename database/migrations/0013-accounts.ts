import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people come in, prove who they are, and leave: invitations, second factors, resets, authorities' own sign-in, the end of accounts. */
export class Accounts1763900000013 implements MigrationInterface {
  name = 'Accounts1763900000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app_user
        -- A made-up account of the demo county: needs no second factor while demo mode is on, and never elsewhere.
        add column demo boolean not null default false,
        -- One of the two accounts for when nobody else can get in. Its password lies in an envelope.
        add column sealed boolean not null default false,
        add column disabled_reason text check (disabled_reason in ('idle', 'by-hand', 'used')),
        -- The latest day she signed in.
        add column seen_on date not null default today(),
        add column warned_on date;
      update app_user set demo = true where email like '%@demo.example';
      alter table membership add column warned_on date;

      create table totp (
        user_id uuid primary key references app_user (id) on delete cascade,
        -- The shared secret, sealed with the installation's key.
        sealed text not null, confirmed_at timestamptz,
        -- The latest time step that was used: a code is good once.
        last_step bigint not null default 0
      );
      create table recovery_code (
        user_id uuid not null references app_user (id) on delete cascade, code_hash bytea not null, used_at timestamptz,
        primary key (user_id, code_hash)
      );
      create table passkey (
        id text primary key, user_id uuid not null references app_user (id) on delete cascade,
        public_key bytea not null, counter bigint not null default 0, transports text[] not null default '{}',
        name text not null, created_at timestamptz not null default clock_timestamp(), used_at timestamptz
      );
      create index passkey_user on passkey (user_id);
      create table oidc_identity (
        issuer text not null, subject text not null, user_id uuid not null references app_user (id) on delete cascade,
        created_at timestamptz not null default clock_timestamp(), primary key (issuer, subject)
      );
      create index oidc_identity_user on oidc_identity (user_id);
      create table password_reset (
        token_hash bytea primary key, user_id uuid not null references app_user (id) on delete cascade,
        expires_at timestamptz not null, used_at timestamptz
      );
      create index password_reset_user on password_reset (user_id);
      create table break_glass_use (
        id uuid primary key default new_id(), user_id uuid not null references app_user (id),
        reason text not null, at timestamptz not null default clock_timestamp(), ends_at timestamptz not null
      );
      create table invitation (
        id uuid primary key default new_id(), token_hash bytea not null unique,
        email text not null, organization_id uuid not null references organization (id),
        role text not null check (role in ('coordinator', 'partner', 'county_staff', 'county_admin', 'national_reader', 'system_admin')),
        title text not null,
        invited_by uuid references app_user (id), invited_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null default now() + interval '7 days',
        used_at timestamptz, used_by uuid references app_user (id), withdrawn_at timestamptz
      );
      create index invitation_organization on invitation (organization_id, invited_at desc);
      create index session_person on session ((sess ->> 'userId'));
    `);

    await runner.query(`
      do $$ declare name text; begin
        foreach name in array array['totp', 'recovery_code', 'passkey', 'oidc_identity', 'password_reset', 'break_glass_use', 'invitation'] loop
          perform secure_table(name::regclass);
          execute format('revoke all on %I from samverkan_app', name);
          execute format('grant select, insert, update, delete on %I to samverkan_signin', name);
          execute format('create policy sign_in on %I for all to samverkan_signin using (true) with check (true)', name);
        end loop;
        foreach name in array array['app_user', 'credential', 'membership'] loop
          execute format('grant insert, update, delete on %I to samverkan_signin', name);
          execute format('drop policy sign_in on %I', name);
          execute format('create policy sign_in on %I for all to samverkan_signin using (true) with check (true)', name);
        end loop;
      end $$;
      -- Accounts are never taken away by the sign-in role: others' history names them.
      revoke delete on app_user, membership, invitation from samverkan_signin;
      grant execute on function audit_write(text, text, uuid, text, text, text) to samverkan_signin;

      -- The organisations whose people the actor looks after: a county admin her own county's, a system admin all.
      create function administers(organization uuid) returns boolean language sql stable set search_path from current as $$
        select ctx_role() = 'system_admin' or (ctx_role() = 'county_admin'
          and exists (select 1 from organization_county c where c.organization_id = organization and c.county_code = any(ctx_counties())))
      $$;
      -- An account gives every right its person has: only who looks after all of them opens or closes it.
      create function looks_after_wholly(account uuid) returns boolean language sql stable security definer set search_path from current as $$
        select not exists (select 1 from membership m where m.user_id = account and (m.valid_to is null or m.valid_to >= today())
          and not (administers(m.organization_id) and (m.role not in ('system_admin', 'national_reader') or ctx_role() = 'system_admin')))
      $$;
      revoke execute on function looks_after_wholly(uuid) from public;
      grant execute on function looks_after_wholly(uuid) to samverkan_app;
      create policy administered on membership for select to samverkan_app
        using ((select ctx_role()) in ('county_admin', 'system_admin') and administers(organization_id));
      create policy administered_change on membership for update to samverkan_app
        using ((select ctx_role()) in ('county_admin', 'system_admin') and administers(organization_id)
          and (role not in ('system_admin', 'national_reader') or (select ctx_role()) = 'system_admin'))
        with check (administers(organization_id));
      grant update (valid_to, attested_on, warned_on) on membership to samverkan_app;
      create policy administered on app_user for select to samverkan_app
        using ((select ctx_role()) in ('county_admin', 'system_admin') and exists (
          select 1 from membership m where m.user_id = app_user.id and administers(m.organization_id)));
      create policy administered_change on app_user for update to samverkan_app
        using ((select ctx_role()) in ('county_admin', 'system_admin') and exists (
          select 1 from membership m where m.user_id = app_user.id and administers(m.organization_id)) and looks_after_wholly(id));
      grant update (disabled_at, disabled_reason, seen_on, warned_on) on app_user to samverkan_app;
      grant select (id, email, organization_id, role, title, invited_by, invited_at, expires_at, used_at, used_by, withdrawn_at),
        insert, update (token_hash, invited_at, expires_at, withdrawn_at) on invitation to samverkan_app;
      create policy administered on invitation for all to samverkan_app
        using ((select ctx_role()) in ('county_admin', 'system_admin') and administers(organization_id)
          and (role not in ('system_admin', 'national_reader') or (select ctx_role()) = 'system_admin'))
        with check (administers(organization_id) and (role not in ('system_admin', 'national_reader') or (select ctx_role()) = 'system_admin'));

      -- What an administrator sees of how her own people sign in: who has a second factor, never which or how.
      create function people_with_second_factor() returns setof uuid language sql stable security definer set search_path from current as $$
        select distinct m.user_id from membership m
        where (select ctx_role()) in ('county_admin', 'system_admin') and administers(m.organization_id) and (
          exists (select 1 from totp t where t.user_id = m.user_id and t.confirmed_at is not null)
          or exists (select 1 from passkey p where p.user_id = m.user_id)
          or exists (select 1 from oidc_identity i where i.user_id = m.user_id))
      $$;
      revoke execute on function people_with_second_factor() from public;
      grant execute on function people_with_second_factor() to samverkan_app;

      -- A session that is taken away from beneath is forgotten by every replica at once.
      create function session_announce() returns trigger language plpgsql as $$
      begin perform pg_notify('samverkan_sessions', old.sid); return null; end $$;
      create trigger session_announce after delete on session for each row execute function session_announce();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger session_announce on session; drop function session_announce(); drop index session_person;
      drop policy administered on app_user; drop policy administered_change on app_user; drop policy administered on membership; drop policy administered_change on membership;
      drop table invitation, break_glass_use, password_reset, oidc_identity, passkey, recovery_code, totp;
      drop function administers(uuid); drop function looks_after_wholly(uuid); drop function people_with_second_factor();
      revoke insert, update on app_user, credential, membership from samverkan_signin; revoke delete on credential from samverkan_signin;
      revoke update (valid_to, attested_on, warned_on) on membership from samverkan_app;
      revoke update (disabled_at, disabled_reason, seen_on, warned_on) on app_user from samverkan_app;
      revoke execute on function audit_write(text, text, uuid, text, text, text) from samverkan_signin;
      alter table membership drop column warned_on;
      do $$ declare name text; begin
        foreach name in array array['app_user', 'credential', 'membership'] loop
          execute format('drop policy sign_in on %I', name);
          execute format('create policy sign_in on %I for select to samverkan_signin using (true)', name);
        end loop;
      end $$;
      alter table app_user drop column demo, drop column sealed, drop column disabled_reason, drop column seen_on, drop column warned_on;
    `);
  }
}
