import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A piece that the county board gives back is its owner's to decide on again: a handover that counted it as decided is open anew. */
export class WhatTheCountyGivesBackWaitsAgain1763900000138 implements MigrationInterface {
  name = 'WhatTheCountyGivesBackWaitsAgain1763900000138';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The county that answers may not write the owner's row. What a later handover has taken over stands there, and nowhere twice.
      create function handover_is_given_back() returns trigger language plpgsql security definer set search_path from current as $$
      begin
        update handover h set settled_at = null where h.id = new.handover_id and h.settled_at is not null ${isLatest};
        return null;
      end $$;
      create trigger handover_is_given_back after update of decision on handover_item for each row
        when (new.decision = 'returned' and old.decision <> 'returned') execute function handover_is_given_back();
      revoke execute on function handover_is_given_back() from public;

      -- Those that had gone from their lists come back.
      update handover h set settled_at = null where h.settled_at is not null
        and exists (select from handover_item i where i.handover_id = h.id and i.decision = 'returned') ${isLatest};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger handover_is_given_back on handover_item; drop function handover_is_given_back()');
  }
}

const isLatest = `and not exists (select from handover l where l.function_id = h.function_id and l.left_on > h.left_on)`;
