import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has asked another party into an action, and heard nothing for a week, can remind it; when it last did so stands on the question. */
export class InvitationsAreRemindedOf1763900000125 implements MigrationInterface {
  name = 'InvitationsAreRemindedOf1763900000125';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reminded);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function cooperation_reaches(uuid), cooperations_told(integer);
      alter table action_cooperation drop column reminded_at, drop column told_on;
    `);
  }
}

const writers = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const reminded = `
  alter table action_cooperation add column reminded_at timestamptz, add column told_on date;
  comment on column action_cooperation.told_on is 'When the day''s letter last told whoever is asked that it waits.';
  grant update (reminded_at) on action_cooperation to samverkan_app;

  -- Whether a letter about it would reach anybody, for the side that asks: a function's mailbox, or somebody there who can answer.
  create function cooperation_reaches(target uuid) returns boolean language sql stable security definer set search_path from current as $$
    select exists (select from action_cooperation c left join action a on a.id = c.action_id,
        unnest(case when c.kind = 'proposal' then a.owner_ids else array[c.organization_id] end) o (id)
      where c.id = target and o.id <> ctx_org()
        and case when c.kind = 'proposal' then c.organization_id = ctx_org() else ctx_org() = any (a.owner_ids) end
        and (exists (select from contact_function f where f.id = c.function_id and f.organization_id = o.id and f.retired_on is null and f.hidden_at is null and f.mailbox is not null)
          or exists (select from membership m join app_user u on u.id = m.user_id where m.organization_id = o.id and m.role in ${writers}
            and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and u.disabled_at is null))) $$;

  -- The day's letter has told the acting organisation of what has not been answered for so many days.
  create function cooperations_told(days integer) returns void language sql volatile security definer set search_path from current as $$
    update action_cooperation c set told_on = today() where c.state = 'open'
      and (c.kind = 'invitation' and c.organization_id = ctx_org()
        or c.kind = 'proposal' and exists (select from action a where a.id = c.action_id and ctx_org() = any (a.owner_ids)))
      and today() - (coalesce(c.reminded_at, c.asked_at) at time zone 'Europe/Stockholm')::date >= days and (c.told_on is null or c.told_on <= today() - days) $$;
  revoke execute on function cooperation_reaches(uuid), cooperations_told(integer) from public;
  grant execute on function cooperation_reaches(uuid), cooperations_told(integer) to samverkan_app;
`;
