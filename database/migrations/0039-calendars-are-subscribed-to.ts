import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secret address a calendar program fetches a person's days from: its hash, and for whom it answers. */
export class CalendarsAreSubscribedTo1763900000039 implements MigrationInterface {
  name = 'CalendarsAreSubscribedTo1763900000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_subscription (
        user_id uuid not null default ctx_user() references app_user (id) on delete cascade,
        organization_id uuid not null default ctx_org() references organization (id),
        token_hash bytea not null unique,
        mine boolean not null default false,
        lang text not null check (lang in ('sv', 'en')),
        made_at timestamptz not null default clock_timestamp(),
        fetched_on date,
        primary key (user_id, organization_id)
      );
      comment on column calendar_subscription.token_hash is 'SHA-256 of the address'' secret part. The address is shown once and kept nowhere.';
      create index calendar_subscription_organization on calendar_subscription (organization_id);
      select secure_table('calendar_subscription');
      grant insert, update (token_hash, mine, lang, made_at, fetched_on), delete on calendar_subscription to samverkan_app;
      create policy own on calendar_subscription for all to samverkan_app
        using (user_id = (select ctx_user()) and organization_id = (select ctx_org()))
        with check (user_id = (select ctx_user()) and organization_id = (select ctx_org()));

      -- A calendar program comes with the address alone. What it may see is decided afterwards, by what its owner may see then.
      create function calendar_subscription_of(hash bytea) returns table (user_id uuid, organization_id uuid, mine boolean, lang text)
        language sql volatile security definer set search_path from current as $$
        update calendar_subscription s set fetched_on = today() where s.token_hash = hash returning s.user_id, s.organization_id, s.mine, s.lang
      $$;
      create function calendar_subscriptions_held(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
      begin
        if account is distinct from ctx_user() and not holds_account(account) then
          raise exception 'Not for this reader.' using errcode = '42501';
        end if;
        return (select coalesce(jsonb_agg(jsonb_build_array(o.name, (s.made_at at time zone 'Europe/Stockholm')::date, s.fetched_on) order by s.made_at), '[]')
          from calendar_subscription s join organization o on o.id = s.organization_id where s.user_id = account);
      end $$;
      create function calendar_subscriptions_erase(account uuid) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        if not exists (select 1 from app_user u where u.id = account and u.erased_at is not null)
          and not exists (select 1 from erasure_request r where r.user_id = account and r.done_at is null and r.decision in ('pseudonymise', 'erase')) then
          raise exception 'Nobody has decided this.' using errcode = '42501';
        end if;
        delete from calendar_subscription where user_id = account;
      end $$;
      -- When two parties are merged the addresses go on for the one that stays, where it has none of its own.
      create function calendar_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
      declare
        receipt jsonb;
      begin
        perform require_merge(source, target);
        with moved as (update calendar_subscription s set organization_id = target where organization_id = source
          and not exists (select from calendar_subscription t where t.user_id = s.user_id and t.organization_id = target) returning user_id)
        select coalesce(jsonb_agg(user_id), '[]') into receipt from moved;
        return receipt;
      end $$;
      create function calendar_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
      begin
        perform require_merge(source, target);
        update calendar_subscription set organization_id = source where organization_id = target and user_id in (select x::uuid from jsonb_array_elements_text(receipt) x);
        return true;
      end $$;
      revoke execute on function calendar_subscription_of(bytea), calendar_subscriptions_held(uuid), calendar_subscriptions_erase(uuid),
        calendar_organization_move(uuid, uuid), calendar_organization_put_back(uuid, uuid, jsonb) from public;
      grant execute on function calendar_subscription_of(bytea), calendar_subscriptions_held(uuid), calendar_subscriptions_erase(uuid),
        calendar_organization_move(uuid, uuid), calendar_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function calendar_subscription_of(bytea), calendar_subscriptions_held(uuid), calendar_subscriptions_erase(uuid), calendar_organization_move(uuid, uuid),
        calendar_organization_put_back(uuid, uuid, jsonb);
      drop table calendar_subscription;
    `);
  }
}
