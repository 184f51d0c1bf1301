import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** What somebody has chosen among actions, kept under a name: her own while she acts for the organisation, or shared with it and then the organisation's. */
export class FiltersAreSaved1763900000066 implements MigrationInterface {
  name = 'FiltersAreSaved1763900000066';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table action_filter (
        id uuid primary key default new_id(),
        organization_id uuid not null default ctx_org() references organization (id),
        user_id uuid references app_user (id) on delete cascade,
        name text not null,
        view text not null,
        choice jsonb not null,
        changed_at timestamptz not null default clock_timestamp(),
        removed_at timestamptz,
        version integer not null default 1
      );
      comment on column action_filter.user_id is 'Whose own it is; null where it is shared with the organisation.';
      comment on column action_filter.choice is 'In the words of the list''s address. What it finds is read under the rights of whoever opens it.';
      create index action_filter_organization on action_filter (organization_id);
      create index action_filter_user on action_filter (user_id) where user_id is not null;
      select secure_table('action_filter');
      grant insert, update on action_filter to samverkan_app;
      create policy own on action_filter for all to samverkan_app
        using (organization_id = (select ctx_org()) and (user_id = (select ctx_user()) or user_id is null and (select ctx_role()) <> 'system_admin'))
        with check (organization_id = (select ctx_org()) and (user_id = (select ctx_user()) or user_id is null and (select ctx_role()) in ${writes}));

      create function action_filters_held(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
      begin
        if account is distinct from ctx_user() and not holds_account(account) then
          raise exception 'Not for this reader.' using errcode = '42501';
        end if;
        return (select coalesce(jsonb_agg(jsonb_build_array(f.name, o.name, (f.changed_at at time zone 'Europe/Stockholm')::date) order by f.changed_at), '[]')
          from action_filter f join organization o on o.id = f.organization_id where f.user_id = account);
      end $$;
      create function action_filters_erase(account uuid) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        if not exists (select 1 from app_user u where u.id = account and u.erased_at is not null)
          and not exists (select 1 from erasure_request r where r.user_id = account and r.done_at is null and r.decision in ('pseudonymise', 'erase')) then
          raise exception 'Nobody has decided this.' using errcode = '42501';
        end if;
        delete from action_filter where user_id = account;
      end $$;
      -- What nobody can reach any more: taken away a month ago, or somebody's own who acts for the organisation no longer. What is shared stays.
      create function action_filters_clear() returns void language sql volatile security definer set search_path from current as $$
        delete from action_filter f where f.removed_at < now() - interval '30 days' or f.user_id is not null
          and not exists (select from membership m where m.user_id = f.user_id and m.organization_id = f.organization_id and (m.valid_to is null or m.valid_to >= today()))
      $$;
      -- When two parties are merged, the filters of the one are the other's, and those that ask for the one's actions ask for the other's.
      create function action_filter_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
      declare
        moved uuid[]; asked jsonb;
      begin
        perform require_merge(source, target);
        with filters as (update action_filter set organization_id = target where organization_id = source returning id)
        select coalesce(array_agg(id), '{}') into moved from filters;
        select coalesce(jsonb_object_agg(f.id, f.choice -> 'owner'), '{}') into asked from action_filter f where f.choice ->> 'owner' like '%' || source || '%';
        update action_filter f set choice = jsonb_set(f.choice, '{owner}', to_jsonb(replace(f.choice ->> 'owner', source::text, target::text))) where asked ? f.id::text;
        return jsonb_build_object('moved', to_jsonb(moved), 'asked', asked);
      end $$;
      create function action_filter_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
      begin
        perform require_merge(source, target);
        update action_filter set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt -> 'moved') x);
        -- Chosen anew since, it stays as it is.
        update action_filter f set choice = jsonb_set(f.choice, '{owner}', receipt -> 'asked' -> f.id::text)
          where receipt -> 'asked' ? f.id::text and f.choice ->> 'owner' = replace(receipt -> 'asked' ->> f.id::text, source::text, target::text);
        return true;
      end $$;
      revoke execute on function action_filters_held(uuid), action_filters_erase(uuid), action_filters_clear(),
        action_filter_move(uuid, uuid), action_filter_put_back(uuid, uuid, jsonb) from public;
      grant execute on function action_filters_held(uuid), action_filters_erase(uuid), action_filters_clear(),
        action_filter_move(uuid, uuid), action_filter_put_back(uuid, uuid, jsonb) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function action_filters_held(uuid), action_filters_erase(uuid), action_filters_clear(),
        action_filter_move(uuid, uuid), action_filter_put_back(uuid, uuid, jsonb);
      drop table action_filter;
    `);
  }
}
