import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organisation's own system reads and writes by a token: a way in of its own, with scopes and a last day, and no session. */
export class SystemsHaveTokens1763900000074 implements MigrationInterface {
  name = 'SystemsHaveTokens1763900000074';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function ctx_token() returns boolean language sql stable parallel safe as $$ select coalesce(current_setting('samverkan.token', true), '') = 'on' $$;

      alter table app_user drop constraint app_user_disabled_reason_check;
      alter table app_user add constraint app_user_disabled_reason_check check (disabled_reason in ('idle', 'by-hand', 'used', 'erased', 'token')) not valid;
      alter table app_user validate constraint app_user_disabled_reason_check;

      create table api_token (
        id uuid primary key references app_user (id),
        organization_id uuid not null references organization (id),
        name text not null check (length(name) between 1 and 80),
        scopes text[] not null check (cardinality(scopes) > 0),
        token_hash bytea not null unique,
        last_day date not null,
        made_by uuid not null references app_user (id),
        made_at timestamptz not null default clock_timestamp(),
        used_at timestamptz,
        revoked_at timestamptz,
        revoked_by uuid references app_user (id),
        warned_on date
      );
      comment on column api_token.id is 'The account in whose name its deeds stand. Nobody can sign in to it.';
      comment on column api_token.token_hash is 'SHA-256 of the token, which is shown once and kept nowhere.';
      create index api_token_organization on api_token (organization_id);
      create index api_token_last_day on api_token (last_day) where revoked_at is null;
      select secure_table('api_token');
      revoke select on api_token from samverkan_app;
      grant select (id, organization_id, name, scopes, last_day, made_by, made_at, used_at, revoked_at, revoked_by), update (revoked_at, revoked_by) on api_token to samverkan_app;
      grant select, update (used_at, warned_on) on api_token to samverkan_signin;
      create policy sign_in on api_token for all to samverkan_signin using (true) with check (true);
      create policy read on api_token for select to samverkan_app using (
        (organization_id = (select ctx_org()) and (select ctx_user()) is not null) or administers(organization_id));
      create policy revoke on api_token for update to samverkan_app using (administers(organization_id)) with check (administers(organization_id));
      -- What a token has written stands with its name, for those who would read a colleague's.
      create policy own_token on app_user for select to samverkan_app using (id in (select t.id from api_token t));

      create function api_token_announce() returns trigger language plpgsql as $$
      begin perform pg_notify('samverkan_tokens', new.id::text); return null; end $$;
      create trigger api_token_announce after update of revoked_at, organization_id, last_day on api_token for each row execute function api_token_announce();

      create function api_token_make(organization uuid, called text, for_scopes text[], until date, hash bytea) returns uuid
        language plpgsql volatile security definer set search_path from current as $$
      declare
        made uuid := new_id();
      begin
        if ctx_user() is null or ctx_token() or not coalesce(administers(organization), false)
          or not exists (select from organization o where o.id = organization and o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today())) then
          raise exception 'Not for this reader.' using errcode = '42501';
        end if;
        insert into app_user (id, email, name, disabled_at, disabled_reason) values (made, made || '@token.invalid', called, clock_timestamp(), 'token');
        insert into api_token (id, organization_id, name, scopes, token_hash, last_day, made_by) values (made, organization, called, for_scopes, hash, until, ctx_user());
        return made;
      end $$;
      -- When two parties are merged the tokens of the one end: what was let in to the one is not let in to the other. They end with their party's name on them.
      create function api_token_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
      declare
        receipt jsonb;
      begin
        perform require_merge(source, target);
        with before as (select id, revoked_at, revoked_by from api_token where organization_id = source),
          moved as (update api_token t set organization_id = target, revoked_at = coalesce(t.revoked_at, clock_timestamp()), revoked_by = case when t.revoked_at is null then ctx_user() else t.revoked_by end
            where t.organization_id = source returning t.id)
        select jsonb_build_object('moved', coalesce(jsonb_agg(b.id), '[]'), 'ended', coalesce(jsonb_agg(b.id) filter (where b.revoked_at is null), '[]')) into receipt
          from before b join moved m on m.id = b.id;
        return receipt;
      end $$;
      create function api_token_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
      begin
        perform require_merge(source, target);
        update api_token set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'moved') x);
        update api_token set revoked_at = null, revoked_by = null where organization_id = source and id in (select x::uuid from jsonb_array_elements_text(receipt->'ended') x);
        return true;
      end $$;
      revoke execute on function api_token_make(uuid, text, text[], date, bytea), api_token_organization_move(uuid, uuid),
        api_token_organization_put_back(uuid, uuid, jsonb) from public;
      grant execute on function api_token_make(uuid, text, text[], date, bytea), api_token_organization_move(uuid, uuid),
        api_token_organization_put_back(uuid, uuid, jsonb) to samverkan_app;

      -- A name that never leaves the organisation's own people is not for its systems either.
      drop policy inside on contact_inside_name;
      create policy inside on contact_inside_name for all to samverkan_app
        using (organization_id = (select ctx_org()) and (select ctx_user()) is not null and not (select ctx_token())
          and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin'))
        with check (organization_id = (select ctx_org()) and (select ctx_user()) is not null and not (select ctx_token())
          and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin')
          and exists (select 1 from contact_function f where f.id = function_id and f.organization_id = (select ctx_org())));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy inside on contact_inside_name;
      create policy inside on contact_inside_name for all to samverkan_app
        using (organization_id = (select ctx_org()) and (select ctx_user()) is not null and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin'))
        with check (organization_id = (select ctx_org()) and (select ctx_user()) is not null and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin')
          and exists (select 1 from contact_function f where f.id = function_id and f.organization_id = (select ctx_org())));
      drop policy own_token on app_user;
      drop function api_token_make(uuid, text, text[], date, bytea), api_token_organization_move(uuid, uuid), api_token_organization_put_back(uuid, uuid, jsonb);
      drop table api_token;
      drop function api_token_announce();
      delete from app_user where disabled_reason = 'token';
      alter table app_user drop constraint app_user_disabled_reason_check;
      alter table app_user add constraint app_user_disabled_reason_check check (disabled_reason in ('idle', 'by-hand', 'used', 'erased'));
      drop function ctx_token();
    `);
  }
}
