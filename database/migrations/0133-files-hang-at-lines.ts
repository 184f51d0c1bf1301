import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** What hangs at an action may belong to one of its lines, and is then read by whoever reads that line. A line that is taken back leaves it in the trash. */
export class FilesHangAtLines1763900000133 implements MigrationInterface {
  name = 'FilesHangAtLines1763900000133';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tie);
    await runner.query(policies(atLine, atStandingLine));
    await runner.query(hide(` and ${lineStands}`));
    await runner.query(search(` and ${lineStands}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    // What its line hid stays unseen.
    await runner.query(`
      update attachment t set removed_at = coalesce(t.removed_at, clock_timestamp()), version = t.version + 1
        from action_update u where u.id = t.update_id and (u.hidden_at is not null or u.removed_at is not null)
    `);
    await runner.query(search(''));
    await runner.query(hide(''));
    await runner.query(policies('', ''));
    await runner.query(`
      drop trigger attachments_of_line on action_update;
      drop trigger line_stands on attachment;
      drop trigger sensitive_ends on attachment;
      drop function attachments_of_line(), attachment_line_stands();
      alter table attachment drop column update_id;
    `);
  }
}

const tie = `
  alter table attachment add column update_id uuid references action_update (id);
  comment on column attachment.update_id is 'The line of the action that it belongs to; null is the action as a whole.';
  create index attachment_update on attachment (update_id) where update_id is not null;
  grant insert (update_id) on attachment to samverkan_app;

  -- The line is held until the file hangs there, so that it is not taken back at the same moment without it.
  create function attachment_line_stands() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    perform from action_update u where u.id = new.update_id and u.action_id = new.action_id and u.removed_at is null and u.hidden_at is null for share;
    if not found then raise exception 'The line is gone.' using errcode = '23503'; end if;
    return new;
  end $$;
  create trigger line_stands before insert on attachment for each row when (new.update_id is not null) execute function attachment_line_stands();

  -- What the one who takes the line back could take away goes with it, and put back from the trash it hangs at the action: the line is not there any more.
  -- What others have hung there is not hers to take away: it hangs at the action.
  create function attachments_of_line() returns trigger language plpgsql security definer set search_path from current as $$
  declare
    hers boolean := (select ctx_org() = any (a.owner_ids) from action a where a.id = new.action_id);
    taken uuid[] := array(select t.id from attachment t where t.update_id = new.id and t.removed_at is null and (hers or t.organization_id = ctx_org()));
  begin
    update attachment set removed_at = case when id = any (taken) then clock_timestamp() else removed_at end, update_id = null, version = version + 1 where update_id = new.id;
    if cardinality(taken) > 0 then perform audit_write('action.attachment-taken-away', 'actions', new.action_id, 'done', null, null, taken); end if;
    return null;
  end $$;
  create trigger attachments_of_line after update of removed_at on action_update
    for each row when (old.removed_at is null and new.removed_at is not null) execute function attachments_of_line();
  revoke all on function attachment_line_stands(), attachments_of_line() from public;
  -- One that is hidden can lie there too, with its line.
  create trigger sensitive_ends after delete on attachment for each row execute function sensitive_ends();
`;

const atLine = ' and (update_id is null or exists (select from action_update u where u.id = update_id))';
const atStandingLine =
  ' and (update_id is null or exists (select from action_update u where u.id = update_id and u.removed_at is null))';

/** Whoever cleans the thing itself gets it, also while its line is hidden. */
const policies = (read: string, write: string): string => `
  drop policy read on attachment;
  create policy read on attachment for select to samverkan_app using (
    (hidden_at is null${read} or id = (select ctx_purging())) and exists (select from action a where a.id = action_id));
  drop policy write on attachment;
  create policy write on attachment for insert to samverkan_app with check (
    organization_id = (select ctx_org()) and user_id = (select ctx_user()) and (select ctx_role()) in ${writes}
    and exists (select from action a where a.id = action_id)${write});
`;

/** For functions that see past the row policies. */
const lineStands =
  '(t.update_id is null or exists (select from action_update u where u.id = t.update_id and u.removed_at is null and u.hidden_at is null))';

const hide = (line: string): string => `
  create or replace function attachment_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update attachment t set hidden_at = clock_timestamp(), version = t.version + 1 from action a
      where t.id = target and t.removed_at is null and t.hidden_at is null and a.id = t.action_id and a.hidden_at is null${line}
        and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes) and ctx_role() in ${writes};
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
`;

/** As 0110 has it: rights come before the number. */
const search = (line: string): string => `
  create or replace function attachment_by_text(given text, nearly boolean, most integer) returns setof uuid
    language plpgsql stable security definer set search_path = samverkan set plan_cache_mode = force_custom_plan as $$
  declare
    wanted tsquery := words_wanted(given);
  begin
    return query with readable as not materialized (
        select t.id, t.title, t.created_at from attachment t join action a on a.id = t.action_id
        where t.removed_at is null and t.hidden_at is null and a.hidden_at is null${line} and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes)),
      named as (
        select r.id, 0 as place, ts_rank(to_tsvector('swedish', r.title), wanted) as weight, r.created_at from readable r
        where to_tsvector('swedish', r.title) @@ wanted or nearly and word_similarity(given, r.title) >= 0.5
        order by r.created_at desc limit 1000),
      paged as (
        select r.id, 1 as place, ts_rank(g.words, wanted) as weight, r.created_at from attachment_page g join readable r on r.id = g.file_id
        where g.words @@ wanted order by r.created_at desc limit 1000)
      select h.id from (select * from named union all select * from paged) h
        group by h.id order by min(h.place), max(h.weight) desc, max(h.created_at) desc, h.id limit most;
  end $$;
`;
