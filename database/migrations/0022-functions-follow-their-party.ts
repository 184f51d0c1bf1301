import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When two parties are merged, the functions of the one and whoever holds them are the other's from then on. */
export class FunctionsFollowTheirParty1763900000022 implements MigrationInterface {
  name = 'FunctionsFollowTheirParty1763900000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function contact_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
      declare
        moved uuid[];
        aside jsonb;
        receipt jsonb;
      begin
        perform require_merge(source, target);
        with functions as (update contact_function set organization_id = target, version = version + 1 where organization_id = source returning id)
        select coalesce(array_agg(id), '{}') into moved from functions;
        update contact_holder set organization_id = target where function_id = any (moved);
        update contact_inside_name set organization_id = target where function_id = any (moved);
        insert into change_log (area, object_id, level, version, field, before, after)
          select 'contacts', f.id, f.visibility, f.version, 'organizationId', to_jsonb(source), to_jsonb(target) from contact_function f where f.id = any (moved);
        insert into event (area, object_id, level, kind, goal_ids) select 'contacts', f.id, f.visibility, 'contact.changed', '{}' from contact_function f where f.id = any (moved);
        -- What the one had open in handovers, and had told of others' functions, is the other's to go on with.
        with handed as (update handover set organization_id = target where organization_id = source returning id),
          items as (update handover_item i set organization_id = target from handed where i.handover_id = handed.id and i.organization_id = source),
          told as (update contact_report set organization_id = target where organization_id = source returning id)
        select jsonb_build_object('handovers', (select coalesce(jsonb_agg(id), '[]') from handed),
          'reports', (select coalesce(jsonb_agg(id), '[]') from told)) into aside;
        select aside || jsonb_build_object('functions', coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'version', f.version)), '[]')) into receipt
          from contact_function f where f.id = any (moved);
        return receipt;
      end $$;
      create function contact_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
      declare
        moved uuid[] := array(select (x->>'id')::uuid from jsonb_array_elements(receipt->'functions') x);
      begin
        perform require_merge(source, target);
        if exists (select 1 from jsonb_array_elements(receipt->'functions') x left join contact_function f on f.id = (x->>'id')::uuid
          where f.version is distinct from (x->>'version')::int) then
          return false;
        end if;
        update contact_function set organization_id = source, version = version + 1 where id = any (moved);
        update contact_holder set organization_id = source where function_id = any (moved);
        update contact_inside_name set organization_id = source where function_id = any (moved);
        update handover set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'handovers') x);
        update handover_item set organization_id = source where organization_id = target and handover_id in (select x::uuid from jsonb_array_elements_text(receipt->'handovers') x);
        update contact_report set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'reports') x);
        insert into change_log (area, object_id, level, version, field, before, after)
          select 'contacts', f.id, f.visibility, f.version, 'organizationId', to_jsonb(target), to_jsonb(source) from contact_function f where f.id = any (moved);
        insert into event (area, object_id, level, kind, goal_ids) select 'contacts', f.id, f.visibility, 'contact.changed', '{}' from contact_function f where f.id = any (moved);
        return true;
      end $$;
      revoke execute on function contact_organization_move(uuid, uuid), contact_organization_put_back(uuid, uuid, jsonb) from public;
      grant execute on function contact_organization_move(uuid, uuid), contact_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function contact_organization_move(uuid, uuid), contact_organization_put_back(uuid, uuid, jsonb)',
    );
  }
}
