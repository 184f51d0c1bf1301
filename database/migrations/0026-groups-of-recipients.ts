import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups of recipients: an organisation's own, so that they outlive whoever made them. */
export class GroupsOfRecipients1763900000026 implements MigrationInterface {
  name = 'GroupsOfRecipients1763900000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contact_group (
        id uuid primary key default new_id(),
        organization_id uuid not null default ctx_org() references organization (id),
        name text not null,
        -- A choice in the words of the list's address, read anew each time; or functions picked by hand.
        choice jsonb, function_ids uuid[],
        created_by uuid not null default ctx_user(),
        changed_at timestamptz not null default clock_timestamp(),
        removed_at timestamptz,
        version integer not null default 1,
        constraint contact_group_one_kind check ((choice is null) <> (function_ids is null))
      );
      comment on column contact_group.function_ids is 'What a reader gets of them is what she may see of each.';
      create index contact_group_organization on contact_group (organization_id) where removed_at is null;
      select secure_table('contact_group');
      grant insert, update on contact_group to samverkan_app;
      create policy own on contact_group for all to samverkan_app
        using (organization_id = (select ctx_org()) and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin'))
        with check (organization_id = (select ctx_org()) and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin'));

      -- When two parties are merged, the groups of the one are the other's.
      create function contact_group_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
      declare
        moved uuid[];
      begin
        perform require_merge(source, target);
        with groups as (update contact_group set organization_id = target where organization_id = source returning id)
        select coalesce(array_agg(id), '{}') into moved from groups;
        return to_jsonb(moved);
      end $$;
      create function contact_group_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
      begin
        perform require_merge(source, target);
        update contact_group set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt) x);
        return true;
      end $$;
      revoke execute on function contact_group_move(uuid, uuid), contact_group_put_back(uuid, uuid, jsonb) from public;
      grant execute on function contact_group_move(uuid, uuid), contact_group_put_back(uuid, uuid, jsonb) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function contact_group_move(uuid, uuid), contact_group_put_back(uuid, uuid, jsonb); drop table contact_group;',
    );
  }
}
