import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** What is said about an action by those who see it, and which functions it is said to. */
export class ActionsAreCommented1763900000068 implements MigrationInterface {
  name = 'ActionsAreCommented1763900000068';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(texts);
    await runner.query(keeping);
    await runner.query(merging);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy event_of_comment on event; drop policy comment_is_gone on event; drop policy history_of_comment on change_log;
      drop function comment_organization_move(uuid, uuid), comment_organization_put_back(uuid, uuid, jsonb), comments_held(uuid),
        retention_comments_due(timestamptz), retention_comments_take(timestamptz, text[]), comment_text_hide(uuid), comment_text_show(uuid, jsonb), comment_place(uuid);
      drop function comment_is_to_us(uuid);
      drop table comment_mention, action_comment;
    `);
  }
}

const tables = `
  create table action_comment (
    id uuid primary key default new_id(),
    action_id uuid not null references action (id),
    text text not null,
    organization_id uuid not null default ctx_org() references organization (id),
    user_id uuid not null default ctx_user(),
    created_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz, removed_at timestamptz, hidden_at timestamptz,
    version integer not null default 1
  );
  comment on column action_comment.text is 'Functions that are mentioned stand in it as @[1], @[2] …: their names are read when the comment is.';
  create index action_comment_action on action_comment (action_id, created_at);
  create index action_comment_organization on action_comment (organization_id);
  create index action_comment_removed on action_comment (removed_at) where removed_at is not null;

  create table comment_mention (
    comment_id uuid not null references action_comment (id) on delete cascade,
    function_id uuid not null references contact_function (id) on delete cascade,
    position smallint not null,
    seen_at timestamptz,
    primary key (comment_id, function_id)
  );
  comment on column comment_mention.seen_at is 'When somebody of the function''s organisation read it.';
  create index comment_mention_function on comment_mention (function_id);
  select secure_table('action_comment'), secure_table('comment_mention');
`;

const rights = `
  grant insert (action_id, text), update (text, changed_at, removed_at, version) on action_comment to samverkan_app;
  grant insert, delete, update (seen_at) on comment_mention to samverkan_app;

  -- Who sees the action sees what is said of it. What is taken back is its writers' alone, so that they can put it back.
  create policy read on action_comment for select to samverkan_app using (case when hidden_at is null
    then (select ctx_role()) is not null and (select ctx_role()) <> 'system_admin' and (removed_at is null or organization_id = (select ctx_org()))
      and exists (select from action a where a.id = action_id)
    else id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = action_comment.id and s.ended_at is null
      and may_purge(s.owner_ids, s.county_codes)) end);
  create policy write on action_comment for insert to samverkan_app with check (
    organization_id = (select ctx_org()) and user_id = (select ctx_user()) and (select ctx_role()) in ${writes} and exists (select from action a where a.id = action_id));
  create policy change on action_comment for update to samverkan_app using (
    organization_id = (select ctx_org()) and (select ctx_role()) in ${writes} and hidden_at is null);

  create policy read on comment_mention for select to samverkan_app using (exists (select from action_comment c where c.id = comment_id));
  create policy mention on comment_mention for insert to samverkan_app with check (
    (select ctx_role()) in ${writes} and exists (select from contact_function f where f.id = function_id)
    and exists (select from action_comment c where c.id = comment_id and c.organization_id = (select ctx_org()) and c.user_id = (select ctx_user())));
  create policy take_away on comment_mention for delete to samverkan_app using (
    (select ctx_role()) in ${writes} and exists (select from action_comment c where c.id = comment_id and c.organization_id = (select ctx_org()) and c.user_id = (select ctx_user())));
  create policy see on comment_mention for update to samverkan_app using (
    (select ctx_role()) in ${writes} and exists (select from contact_function f where f.id = function_id and f.organization_id = (select ctx_org())));

  create function comment_is_to_us(comment uuid) returns boolean language sql stable as $$
    select exists (select from comment_mention m join contact_function f on f.id = m.function_id where m.comment_id = $1 and f.organization_id = ctx_org()) $$;
  -- Whoever is mentioned has news of that, the others of a comment.
  create policy event_of_comment on event for select to samverkan_app using (
    former_level is null and area = 'comments' and exists (select from action_comment c where c.id = object_id and c.removed_at is null)
    and case kind when 'comment.mentioned' then comment_is_to_us(object_id) when 'comment.written' then not comment_is_to_us(object_id) else true end);
  create policy comment_is_gone on event for select to samverkan_app using (
    former_level is not null and area = 'comments' and (select ctx_role()) <> 'system_admin' and could_read(former_level, former_owners, former_partners, former_counties)
    and not exists (select from action_comment c where c.id = object_id and c.removed_at is null));
  create policy history_of_comment on change_log for select to samverkan_app using (
    area = 'comments' and exists (select from action_comment c where c.id = object_id and c.organization_id = (select ctx_org())));
`;

const texts = `
  -- Where it stands and what it says, for whoever hides or cleans it: its action's reference, which says nothing.
  create function comment_place(target uuid) returns table (text text, reference text, owner_ids uuid[], partner_ids uuid[], county_codes text[], level smallint, organization_id uuid)
    language sql stable security definer set search_path from current as $$
    select c.text, a.reference, a.owner_ids, a.partner_ids, a.county_codes, a.visibility, c.organization_id from action_comment c join action a on a.id = c.action_id
    where c.id = target and (c.hidden_at is null and c.removed_at is null and a.hidden_at is null and coalesce(ctx_role(), '') in ${writes}
        and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes)
      or exists (select from sensitive_text s where s.object_id = c.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)))
  $$;
  create function comment_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update action_comment c set hidden_at = clock_timestamp(), version = c.version + 1 from action a
      where c.id = target and c.hidden_at is null and c.removed_at is null and a.id = c.action_id and a.hidden_at is null
        and coalesce(ctx_role(), '') in ${writes} and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes);
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function comment_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update action_comment c set hidden_at = null, version = c.version + 1, text = coalesce(clean->>'actionComment', c.text) where c.id = target;
  end $$;
  revoke execute on function comment_place(uuid), comment_text_hide(uuid), comment_text_show(uuid, jsonb) from public;
  grant execute on function comment_place(uuid), comment_text_hide(uuid), comment_text_show(uuid, jsonb) to samverkan_app;
`;

const keeping = `
  create function comments_held(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(x.name, x.n, x.first_at, x.last_at) order by x.name), '[]')
      from (select o.name, count(*) as n, min(c.created_at) as first_at, max(c.created_at) as last_at from action_comment c join organization o on o.id = c.organization_id
        where c.user_id = account group by o.id, o.name) x);
  end $$;
  -- What was taken back a month ago goes, with what it said before.
  create function retention_comments_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select c.id::text, c.removed_at, c.organization_id, null::text from action_comment c
    where retention_reader() and c.removed_at < as_of - interval '30 days' and c.hidden_at is null order by 2, 1 $$;
  create function retention_comments_take(as_of timestamptz, ids text[]) returns table (id text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    delete from change_log l using action_comment c where l.area = 'comments' and l.object_id = c.id and c.id::text = any (ids)
      and c.removed_at < as_of - interval '30 days' and c.hidden_at is null;
    return query delete from action_comment c where c.id::text = any (ids) and c.removed_at < as_of - interval '30 days' and c.hidden_at is null returning c.id::text;
  end $$;
  revoke execute on function comments_held(uuid), retention_comments_due(timestamptz), retention_comments_take(timestamptz, text[]) from public;
  grant execute on function comments_held(uuid), retention_comments_due(timestamptz), retention_comments_take(timestamptz, text[]) to samverkan_app;
`;

const merging = `
  create function comment_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    moved jsonb;
  begin
    perform require_merge(source, target);
    with said as (update action_comment set organization_id = target where organization_id = source returning id)
    select coalesce(jsonb_agg(id), '[]') into moved from said;
    return moved;
  end $$;
  create function comment_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    update action_comment set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt) x);
    return true;
  end $$;
  revoke execute on function comment_organization_move(uuid, uuid), comment_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function comment_organization_move(uuid, uuid), comment_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;
