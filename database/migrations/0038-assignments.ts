import type { MigrationInterface, QueryRunner } from 'typeorm';

const boards = `('county_staff', 'county_admin')`;

/** What the government has asked of the county boards, when it is reported, and what answers to it. */
export class Assignments1763900000038 implements MigrationInterface {
  name = 'Assignments1763900000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(texts);
    await runner.query(moves);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy assignment_is_gone on event; drop policy event_of_assignment on event; drop policy history_of_assignment on change_log;
      drop function assignment_organization_move(uuid, uuid), assignment_organization_put_back(uuid, uuid, jsonb), assignment_goals_move(uuid),
        assignment_goals_put_back(uuid), assignment_text_hide(uuid), assignment_text_show(uuid, jsonb);
      drop table assignment_action, assignment_goal, assignment_reported, assignment_report;
      drop table assignment;
      drop function assignment_is_answered_by(uuid);
    `);
  }
}

const tables = `
  create table assignment (
    id uuid primary key default new_id(),
    organization_id uuid not null default ctx_org() references organization (id),
    title text not null,
    text text not null default '',
    dnr text,
    legal_basis text not null default '',
    reported_to text not null default '',
    decided_on date, starts_on date, ends_on date,
    all_boards boolean not null default false,
    board_ids uuid[] not null,
    county_codes text[] not null default '{}',
    function_id uuid references contact_function (id),
    status text not null default 'received' check (status in ('received', 'ongoing', 'reported', 'closed')),
    status_before text check (status_before in ('received', 'ongoing', 'reported', 'closed')),
    status_since date not null default today(),
    visibility smallint not null check (visibility between 0 and 4),
    demo boolean not null default false,
    hidden_at timestamptz,
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1
  );
  comment on column assignment.organization_id is 'Who keeps it here. Whom it was given to stands in board_ids.';
  comment on column assignment.county_codes is 'The counties of those it was given to, and of whoever keeps it.';
  comment on column assignment.status_before is 'What the latest step can be taken back to.';
  create index assignment_organization on assignment (organization_id);
  create index assignment_function on assignment (function_id);
  create index assignment_boards on assignment using gin (board_ids);

  create table assignment_report (
    id uuid primary key default new_id(),
    assignment_id uuid not null references assignment (id),
    kind text not null check (kind in ('part', 'yearly', 'final', 'other')),
    due_on date not null
  );
  create index assignment_report_assignment on assignment_report (assignment_id, due_on);

  -- Each board reports for itself.
  create table assignment_reported (
    report_id uuid not null references assignment_report (id) on delete cascade,
    organization_id uuid not null default ctx_org() references organization (id),
    reported_on date not null,
    primary key (report_id, organization_id)
  );
  create index assignment_reported_organization on assignment_reported (organization_id);

  create table assignment_goal (
    assignment_id uuid not null references assignment (id),
    goal_id uuid not null references goal (id),
    organization_id uuid not null default ctx_org() references organization (id),
    carried_by uuid references strategy (id),
    tied_at timestamptz not null default clock_timestamp(),
    primary key (assignment_id, goal_id)
  );
  comment on column assignment_goal.carried_by is 'The strategy whose adoption brought it here from the goal before.';
  create index assignment_goal_goal on assignment_goal (goal_id);
  create index assignment_goal_organization on assignment_goal (organization_id);
  create index assignment_goal_carried on assignment_goal (carried_by);

  create table assignment_action (
    assignment_id uuid not null references assignment (id),
    action_id uuid not null references action (id),
    organization_id uuid not null default ctx_org() references organization (id),
    primary key (assignment_id, action_id)
  );
  create index assignment_action_action on assignment_action (action_id);
  create index assignment_action_organization on assignment_action (organization_id);

  select secure_table('assignment');
  select secure_table('assignment_report');
  select secure_table('assignment_reported');
  select secure_table('assignment_goal');
  select secure_table('assignment_action');
`;

const rights = `
  -- Whoever keeps it or was given it says what answers to it.
  create function assignment_is_answered_by(target uuid) returns boolean language sql stable parallel safe as $$
    select ctx_role() in ${boards} and exists (select from assignment a where a.id = target and (a.organization_id = ctx_org() or ctx_org() = any (a.board_ids)))
  $$;
  revoke execute on function assignment_is_answered_by(uuid) from public;
  grant execute on function assignment_is_answered_by(uuid) to samverkan_app;

  create policy read on assignment for select to samverkan_app using (
    (hidden_at is null or (id = (select ctx_purging()) and may_purge(array[organization_id], county_codes)))
    and (visibility = 4 or could_read(visibility, array[organization_id], board_ids, county_codes)));
  grant insert on assignment to samverkan_app;
  grant update (title, text, dnr, legal_basis, reported_to, decided_on, starts_on, ends_on, all_boards, board_ids, county_codes, function_id,
    status, status_before, status_since, visibility, changed_at, version) on assignment to samverkan_app;
  create policy add on assignment for insert to samverkan_app
    with check (organization_id = (select ctx_org()) and (select ctx_role()) in ${boards} and not demo and hidden_at is null);
  create policy change on assignment for update to samverkan_app
    using (organization_id = (select ctx_org()) and (select ctx_role()) in ${boards} and hidden_at is null);

  create policy read on assignment_report for select to samverkan_app using (exists (select from assignment a where a.id = assignment_id));
  grant insert, update (kind, due_on), delete on assignment_report to samverkan_app;
  create policy add on assignment_report for insert to samverkan_app with check (exists (select from assignment a
    where a.id = assignment_id and a.organization_id = (select ctx_org()) and (select ctx_role()) in ${boards}));
  create policy change on assignment_report for update to samverkan_app using (exists (select from assignment a
    where a.id = assignment_id and a.organization_id = (select ctx_org()) and (select ctx_role()) in ${boards}));
  create policy remove on assignment_report for delete to samverkan_app using (exists (select from assignment a
    where a.id = assignment_id and a.organization_id = (select ctx_org()) and (select ctx_role()) in ${boards}));

  create policy read on assignment_reported for select to samverkan_app using (exists (select from assignment_report r where r.id = report_id));
  grant insert, update (reported_on), delete on assignment_reported to samverkan_app;
  create policy add on assignment_reported for insert to samverkan_app with check (organization_id = (select ctx_org())
    and exists (select from assignment_report r where r.id = report_id and assignment_is_answered_by(r.assignment_id)));
  create policy change on assignment_reported for update to samverkan_app
    using (organization_id = (select ctx_org()) and (select ctx_role()) in ${boards});
  create policy remove on assignment_reported for delete to samverkan_app
    using (organization_id = (select ctx_org()) and (select ctx_role()) in ${boards});

  -- A tie is seen by those who see both its ends.
  create policy read on assignment_goal for select to samverkan_app
    using (exists (select from assignment a where a.id = assignment_id) and exists (select from goal g where g.id = goal_id));
  grant insert, delete on assignment_goal to samverkan_app;
  create policy add on assignment_goal for insert to samverkan_app with check (organization_id = (select ctx_org()) and carried_by is null
    and assignment_is_answered_by(assignment_id) and exists (select from goal g where g.id = goal_id));
  create policy remove on assignment_goal for delete to samverkan_app
    using (assignment_is_answered_by(assignment_id)
      and (organization_id = (select ctx_org()) or exists (select from assignment a where a.id = assignment_id and a.organization_id = (select ctx_org()))));

  create policy read on assignment_action for select to samverkan_app
    using (exists (select from assignment a where a.id = assignment_id) and exists (select from action t where t.id = action_id));
  grant insert, delete on assignment_action to samverkan_app;
  create policy add on assignment_action for insert to samverkan_app with check (organization_id = (select ctx_org())
    and assignment_is_answered_by(assignment_id) and exists (select from action t where t.id = action_id));
  create policy remove on assignment_action for delete to samverkan_app
    using (assignment_is_answered_by(assignment_id)
      and (organization_id = (select ctx_org()) or exists (select from assignment a where a.id = assignment_id and a.organization_id = (select ctx_org()))));

  create policy history_of_assignment on change_log for select to samverkan_app using (
    area = 'assignments' and exists (select from assignment a where a.id = object_id and could_read(level, array[a.organization_id], a.board_ids, a.county_codes)));
  create policy event_of_assignment on event for select to samverkan_app using (
    former_level is null and area = 'assignments'
    and exists (select from assignment a where a.id = object_id and could_read(level, array[a.organization_id], a.board_ids, a.county_codes)));
  create policy assignment_is_gone on event for select to samverkan_app using (
    former_level is not null and area = 'assignments' and could_read(former_level, former_owners, former_partners, former_counties)
    and not exists (select from assignment a where a.id = object_id));
`;

const texts = `
  -- Whoever may read it may hide it; it is shown again by those who may purge it.
  create function assignment_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update assignment a set hidden_at = clock_timestamp(), version = a.version + 1
      where a.id = target and a.hidden_at is null and could_read(a.visibility, array[a.organization_id], a.board_ids, a.county_codes)
        and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin');
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function assignment_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update assignment set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'title', title),
      text = coalesce(clean->>'assignmentText', text), legal_basis = coalesce(clean->>'legalBasis', legal_basis), reported_to = coalesce(clean->>'reportedTo', reported_to),
      dnr = case when clean ? 'dnr' then nullif(clean->>'dnr', '') else dnr end
      where id = target;
  end $$;
  revoke execute on function assignment_text_hide(uuid), assignment_text_show(uuid, jsonb) from public;
  grant execute on function assignment_text_hide(uuid), assignment_text_show(uuid, jsonb) to samverkan_app;
`;

const moves = `
  -- What answers to an assignment goes on answering to it under the goals that come next; the goals before keep their tie, as what was.
  create function assignment_goals_move(strategy uuid) returns integer language plpgsql volatile security definer set search_path from current as $$
  declare
    moved integer;
  begin
    perform require_adoption(strategy);
    with carried as (
      insert into assignment_goal (assignment_id, goal_id, organization_id, carried_by)
      select distinct on (l.assignment_id, n.goal) l.assignment_id, n.goal, l.organization_id, strategy
      from goal_succession x join assignment_goal l on l.goal_id = x.old_goal_id join assignment a on a.id = l.assignment_id and a.status <> 'closed'
        left join succession_choice o on o.strategy_id = x.strategy_id and o.old_goal_id = x.old_goal_id and o.area = 'assignments' and o.object_id = l.assignment_id,
        lateral unnest(coalesce(o.new_goal_ids, x.new_goal_ids[1:1])) n (goal)
      where x.strategy_id = strategy order by l.assignment_id, n.goal, l.organization_id
      on conflict do nothing returning 1)
    select count(*) into moved from carried;
    return moved;
  end $$;
  create function assignment_goals_put_back(strategy uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_adoption(strategy);
    if exists (select 1 from assignment_goal l join goal g on g.id = l.goal_id where g.strategy_id = strategy and l.carried_by is distinct from strategy
      and l.tied_at > (select a.adopted_at from strategy_adoption a where a.strategy_id = strategy and a.undone_at is null)) then
      return false;
    end if;
    delete from assignment_goal l where l.carried_by = strategy;
    return true;
  end $$;

  create function assignment_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with kept as (update assignment set organization_id = target where organization_id = source returning id),
      reported as (update assignment_reported r set organization_id = target where organization_id = source
        and not exists (select from assignment_reported t where t.report_id = r.report_id and t.organization_id = target) returning report_id),
      goals as (update assignment_goal set organization_id = target where organization_id = source returning assignment_id, goal_id),
      actions as (update assignment_action set organization_id = target where organization_id = source returning assignment_id, action_id)
    select jsonb_build_object('kept', (select coalesce(jsonb_agg(id), '[]') from kept), 'reported', (select coalesce(jsonb_agg(report_id), '[]') from reported),
      'goals', (select coalesce(jsonb_agg(to_jsonb(g)), '[]') from goals g), 'actions', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from actions t),
      'given', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'boards', a.board_ids)), '[]') from assignment a where source = any (a.board_ids))) into receipt;
    update assignment set board_ids = organization_swapped(board_ids, source, target) where source = any (board_ids);
    return receipt;
  end $$;
  create function assignment_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    if exists (select from jsonb_to_recordset(receipt->'given') as g (id uuid, boards uuid[]) join assignment a on a.id = g.id
      where a.board_ids <> organization_swapped(g.boards, source, target)) then
      return false;
    end if;
    update assignment a set board_ids = g.boards from jsonb_to_recordset(receipt->'given') as g (id uuid, boards uuid[]) where a.id = g.id;
    update assignment set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'kept') x);
    update assignment_reported set organization_id = source where organization_id = target and report_id in (select x::uuid from jsonb_array_elements_text(receipt->'reported') x);
    update assignment_goal l set organization_id = source from jsonb_to_recordset(receipt->'goals') as g (assignment_id uuid, goal_id uuid)
      where l.assignment_id = g.assignment_id and l.goal_id = g.goal_id and l.organization_id = target;
    update assignment_action l set organization_id = source from jsonb_to_recordset(receipt->'actions') as g (assignment_id uuid, action_id uuid)
      where l.assignment_id = g.assignment_id and l.action_id = g.action_id and l.organization_id = target;
    return true;
  end $$;
  revoke execute on function assignment_goals_move(uuid), assignment_goals_put_back(uuid), assignment_organization_move(uuid, uuid),
    assignment_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function assignment_goals_move(uuid), assignment_goals_put_back(uuid), assignment_organization_move(uuid, uuid),
    assignment_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;
