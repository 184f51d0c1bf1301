import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const owns = `exists (select from action a where a.id = action_id and (select ctx_org()) = any (a.owner_ids))`;

/** What is to be done in an action, by whom and when. */
export class ActionsHaveTasks1763900000070 implements MigrationInterface {
  name = 'ActionsHaveTasks1763900000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(texts);
    await runner.query(keeping);
    await runner.query(merging);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy event_of_task on event; drop policy task_is_gone on event;
      drop function task_organization_move(uuid, uuid), task_organization_put_back(uuid, uuid, jsonb), tasks_held(uuid),
        retention_tasks_due(timestamptz), retention_tasks_take(timestamptz, text[]), task_text_hide(uuid), task_text_show(uuid, jsonb), task_place(uuid);
      drop table action_task;
    `);
  }
}

const table = `
  create table action_task (
    id uuid primary key default new_id(),
    action_id uuid not null references action (id),
    title text not null,
    organization_id uuid not null references organization (id),
    function_id uuid references contact_function (id),
    due_on date not null,
    outcome text check (outcome in ('done', 'dropped')),
    ended_at timestamptz, ended_by uuid,
    ended_organization_id uuid references organization (id),
    set_organization_id uuid not null default ctx_org() references organization (id),
    set_by uuid not null default ctx_user(),
    set_at timestamptz not null default clock_timestamp(),
    removed_at timestamptz, hidden_at timestamptz,
    version integer not null default 1,
    constraint task_ended check ((outcome is null) = (ended_at is null))
  );
  comment on column action_task.organization_id is 'Who answers for it; function_id is one of its functions.';
  create index action_task_action on action_task (action_id);
  create index action_task_organization on action_task (organization_id, due_on) where outcome is null;
  create index action_task_function on action_task (function_id) where function_id is not null;
  create index action_task_set on action_task (set_organization_id);
  create index action_task_ended on action_task (ended_organization_id) where ended_organization_id is not null;
  create index action_task_removed on action_task (removed_at) where removed_at is not null;
  select secure_table('action_task');

  grant insert (action_id, title, organization_id, function_id, due_on),
    update (title, organization_id, function_id, due_on, outcome, ended_at, ended_by, ended_organization_id, removed_at, version) on action_task to samverkan_app;
  -- Who sees the action sees what is to be done in it. What is taken away is the owners' alone, so that they can put it back.
  create policy read on action_task for select to samverkan_app using (case when hidden_at is null
    then (select ctx_role()) is not null and (select ctx_role()) <> 'system_admin'
      and exists (select from action a where a.id = action_id and (removed_at is null or (select ctx_org()) = any (a.owner_ids)))
    else id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = action_task.id and s.ended_at is null
      and may_purge(s.owner_ids, s.county_codes)) end);
  create policy set_one on action_task for insert to samverkan_app with check (
    set_organization_id = (select ctx_org()) and set_by = (select ctx_user()) and (select ctx_role()) in ${writes} and ${owns});
  -- The owners, and whoever answers for it; who gives it on to another answers for it no longer.
  create policy change on action_task for update to samverkan_app using (
    hidden_at is null and (select ctx_role()) in ${writes} and (organization_id = (select ctx_org()) or ${owns})) with check (true);

  create policy event_of_task on event for select to samverkan_app using (
    former_level is null and area = 'tasks' and exists (select from action_task t where t.id = object_id and t.removed_at is null));
  create policy task_is_gone on event for select to samverkan_app using (
    former_level is not null and area = 'tasks' and (select ctx_role()) <> 'system_admin' and could_read(former_level, former_owners, former_partners, former_counties)
    and not exists (select from action_task t where t.id = object_id and t.removed_at is null));
`;

const texts = `
  -- Where it stands, for whoever hides or cleans it: its action's reference, which says nothing.
  create function task_place(target uuid) returns table (title text, reference text, owner_ids uuid[], partner_ids uuid[], county_codes text[], level smallint)
    language sql stable security definer set search_path from current as $$
    select t.title, a.reference, a.owner_ids, a.partner_ids, a.county_codes, a.visibility from action_task t join action a on a.id = t.action_id
    where t.id = target and (t.hidden_at is null and t.removed_at is null and a.hidden_at is null and coalesce(ctx_role(), '') in ${writes}
        and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes)
      or exists (select from sensitive_text s where s.object_id = t.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)))
  $$;
  create function task_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update action_task t set hidden_at = clock_timestamp(), version = t.version + 1 from action a
      where t.id = target and t.hidden_at is null and t.removed_at is null and a.id = t.action_id and a.hidden_at is null
        and coalesce(ctx_role(), '') in ${writes} and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes);
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function task_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update action_task t set hidden_at = null, version = t.version + 1, title = coalesce(clean->>'taskTitle', t.title) where t.id = target;
  end $$;
  revoke execute on function task_place(uuid), task_text_hide(uuid), task_text_show(uuid, jsonb) from public;
  grant execute on function task_place(uuid), task_text_hide(uuid), task_text_show(uuid, jsonb) to samverkan_app;
`;

const keeping = `
  create function tasks_held(account uuid) returns jsonb language plpgsql stable security definer set search_path from current as $$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(x.name, x.n, x.first_at, x.last_at) order by x.name), '[]')
      from (select o.name, count(*) as n, min(d.at) as first_at, max(d.at) as last_at
        from (select t.set_organization_id as organization_id, t.set_at as at from action_task t where t.set_by = account
          union all select t.ended_organization_id, t.ended_at from action_task t where t.ended_by = account) d join organization o on o.id = d.organization_id
        group by o.id, o.name) x);
  end $$;
  -- What was taken away a month ago goes.
  create function retention_tasks_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select t.id::text, t.removed_at, t.set_organization_id, null::text from action_task t
    where retention_reader() and t.removed_at < as_of - interval '30 days' and t.hidden_at is null order by 2, 1 $$;
  create function retention_tasks_take(as_of timestamptz, ids text[]) returns table (id text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from action_task t where t.id::text = any (ids) and t.removed_at < as_of - interval '30 days' and t.hidden_at is null returning t.id::text;
  end $$;
  revoke execute on function tasks_held(uuid), retention_tasks_due(timestamptz), retention_tasks_take(timestamptz, text[]) from public;
  grant execute on function tasks_held(uuid), retention_tasks_due(timestamptz), retention_tasks_take(timestamptz, text[]) to samverkan_app;
`;

const merging = `
  create function task_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    moved jsonb;
  begin
    perform require_merge(source, target);
    with given as (update action_task set organization_id = target where organization_id = source returning id)
      select jsonb_build_object('given', coalesce(jsonb_agg(id), '[]')) into moved from given;
    with set_by as (update action_task set set_organization_id = target where set_organization_id = source returning id)
      select moved || jsonb_build_object('set', coalesce(jsonb_agg(id), '[]')) into moved from set_by;
    with ended as (update action_task set ended_organization_id = target where ended_organization_id = source returning id)
      select moved || jsonb_build_object('ended', coalesce(jsonb_agg(id), '[]')) into moved from ended;
    return moved;
  end $$;
  create function task_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    update action_task set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'given') x);
    update action_task set set_organization_id = source where set_organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'set') x);
    update action_task set ended_organization_id = source where ended_organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'ended') x);
    return true;
  end $$;
  revoke execute on function task_organization_move(uuid, uuid), task_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function task_organization_move(uuid, uuid), task_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;
