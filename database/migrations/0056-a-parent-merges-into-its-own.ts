import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a party goes up in its own part or its own successor, that one no longer points at what is gone: it takes the parent's place, and gives it back. */
export class AParentMergesIntoItsOwn1763900000056 implements MigrationInterface {
  name = 'AParentMergesIntoItsOwn1763900000056';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter function organization_move(uuid, uuid) rename to organization_move_others;
      alter function organization_put_back(uuid, uuid, jsonb) rename to organization_put_back_others;

      create function organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
      declare
        was jsonb;
      begin
        perform require_merge(source, target);
        select jsonb_build_object('part', t.parent_id = source, 'successor', t.successor_id = source) into was from organization t where t.id = target;
        update organization t set
          parent_id = case when t.parent_id = source then nullif(s.parent_id, target) else t.parent_id end,
          successor_id = case when t.successor_id = source then nullif(s.successor_id, target) else t.successor_id end
          from organization s where t.id = target and s.id = source and source in (t.parent_id, t.successor_id);
        return organization_move_others(source, target) || jsonb_strip_nulls(was);
      end $$;

      create function organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
      begin
        perform require_merge(source, target);
        if not organization_put_back_others(source, target, receipt) then return false; end if;
        update organization set
          parent_id = case when (receipt->>'part')::boolean then source else parent_id end,
          successor_id = case when (receipt->>'successor')::boolean then source else successor_id end where id = target;
        return true;
      end $$;

      revoke execute on function organization_move(uuid, uuid), organization_put_back(uuid, uuid, jsonb) from public;
      revoke execute on function organization_move_others(uuid, uuid), organization_put_back_others(uuid, uuid, jsonb) from samverkan_app;
      grant execute on function organization_move(uuid, uuid), organization_put_back(uuid, uuid, jsonb) to samverkan_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What has been merged would not know where it came from: restore a backup instead.');
  }
}
