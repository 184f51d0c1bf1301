import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A piece that the county board gives back is its owner's to decide on again: a handover that counted it as decided is open anew. */
export class WhatTheCountyGivesBackWaitsAgain1763900000138 implements MigrationInterface {
  name = 'WhatTheCountyGivesBackWaitsAgain1763900000138';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever decides, takes back or answers waits here for whoever does so at the same time, and reads the pieces after that. It is for those
      -- whose handover it is and the county that is asked, which may not write the row and so cannot lock it.
      create function handover_hold(which uuid) returns void language plpgsql volatile security definer set search_path from current as $$
      begin
        perform from handover h where h.id = which and (h.organization_id = ctx_org()
          or exists (select from handover_item i where i.handover_id = h.id and i.asked_on is not null and i.county_codes && ctx_counties())) for update;
      end $$;
      revoke execute on function handover_hold(uuid) from public;
      grant execute on function handover_hold(uuid) to samverkan_app;

      -- The county that answers may not write the owner's row. What a later handover has taken over stands there, and nowhere twice.
      create function handover_is_given_back() returns trigger language plpgsql security definer set search_path from current as $$
      begin
        perform from handover h where h.id = new.handover_id for update;
        update handover h set settled_at = null where h.id = new.handover_id ${isLatest};
        return null;
      end $$;
      create trigger handover_is_given_back after update of decision on handover_item for each row
        when (new.decision = 'returned' and old.decision <> 'returned') execute function handover_is_given_back();
      revoke execute on function handover_is_given_back() from public;

      -- Those that had gone from their lists come back, where what was given back is still to be decided on.
      update handover h set settled_at = null where h.settled_at is not null
        and exists (select from handover_item i where i.handover_id = h.id and i.decision = 'returned' and ${isOpen}) ${isLatest};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop trigger handover_is_given_back on handover_item; drop function handover_is_given_back(), handover_hold(uuid)',
    );
  }
}

const isLatest = `and not exists (select from handover l where l.function_id = h.function_id and l.left_on > h.left_on)`;

/** What can have been asked of a county and is still open with the function, as each area says it (`OpenWorkSource`). */
const isOpen = `case i.area
  when 'actions' then exists (select from action w where w.id = i.object_id and w.responsible_function_id = h.function_id and w.status in ('draft', 'planned', 'ongoing', 'paused'))
  when 'assignments' then exists (select from assignment w where w.id = i.object_id and w.function_id = h.function_id and w.status <> 'closed')
  when 'learning' then exists (select from offer w where w.id = i.object_id and w.function_id = h.function_id and w.status in ('draft', 'open', 'closed'))
  when 'methods' then exists (select from method w where w.id = i.object_id and w.function_id = h.function_id and (w.retires_on is null or w.retires_on > today()) and w.removed_at is null)
  when 'publications' then exists (select from publication w where w.id = i.object_id and w.function_id = h.function_id and w.status <> 'withdrawn' and w.removed_at is null)
  when 'questions' then exists (select from question w where w.id = i.object_id and h.function_id in (w.function_id, w.handler_function_id)
    and w.status in ('received', 'in_progress', 'sent_national', 'answered', 'reopened'))
  when 'support' then exists (select from support_request w where w.id = i.object_id and h.function_id in (w.function_id, w.handler_function_id)
    and w.status in ('received', 'reopened', 'in_progress', 'proposed', 'agreed', 'closed'))
  when 'tasks' then exists (select from action_task w where w.id = i.object_id and w.function_id = h.function_id and w.outcome is null and w.removed_at is null)
  else false end`;
