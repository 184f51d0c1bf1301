import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Strategies are written here: drafts with goals in a tree, national frames as data, where the old goals go in the new strategy, and who
 * has undertaken what.
 */
export class StrategiesAreWritten1763900000027 implements MigrationInterface {
  name = 'StrategiesAreWritten1763900000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(written);
    await runner.query(succession);
    await runner.query(commitments);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function goal_remove(uuid), goal_restore(uuid), strategy_discard(uuid), strategy_restore(uuid);
      drop policy history_of_strategy on change_log; drop policy event_of_strategy on event;
      drop table commitment; drop table succession_choice; drop table goal_succession;
      drop policy add on strategy; drop policy write on strategy; drop policy add on goal; drop policy write on goal;
      drop policy add on goal_link; drop policy write on goal_link; drop policy away on goal_link;
      drop policy add on strategy_frame; drop policy away on strategy_frame; drop policy add on strategy_succession; drop policy away on strategy_succession;
      drop policy add on signatory; drop policy write on signatory; drop policy away on signatory;
      drop policy strategy_read on strategy; drop policy goal_read on goal;
      drop function strategy_is_open(uuid), keeps_strategy(uuid, uuid, text);
      create policy strategy_read on strategy for select to samverkan_app
        using (status in ('adopted', 'superseded', 'repealed') or (owner_organization_id = (select ctx_org()) and (select ctx_role()) <> 'system_admin'));
      create policy goal_read on goal for select to samverkan_app using (exists (select from strategy s where s.id = strategy_id));
      revoke insert, update, delete on strategy, goal, goal_link, strategy_frame, strategy_succession, signatory from samverkan_app;
      alter table signatory drop column function_title, drop column withdrawn_on;
      alter table goal drop column kind, drop column text_en, drop column responsible_organization_id, drop column indicators, drop column removed_at, drop column version;
      alter table strategy drop column kept_by, drop column dnr, drop column decided_on, drop column discarded_at, drop column changed_at, drop column repeal_motive;
      delete from strategy where status = 'proposed';
      alter table strategy drop constraint strategy_status_check;
      alter table strategy add constraint strategy_status_check check (status in ('draft', 'in_consultation', 'adopted', 'superseded', 'repealed'));
    `);
  }
}

const written = `
  alter table strategy drop constraint strategy_status_check;
  alter table strategy add constraint strategy_status_check
    check (status in ('draft', 'in_consultation', 'proposed', 'adopted', 'superseded', 'repealed'));
  alter table strategy alter column key set default 'strategy:' || new_id();
  alter table strategy
    add column kept_by uuid references organization (id),
    add column dnr text,
    add column decided_on date,
    add column repeal_motive text,
    add column discarded_at timestamptz,
    add column changed_at timestamptz;
  comment on column strategy.kept_by is 'Who has entered a national frame, which somebody else decides. Null: its owner writes it.';
  comment on column strategy.discarded_at is 'A draft somebody threw away: nobody sees it, and it can be taken back.';

  alter table goal alter column key set default 'goal:' || new_id();
  alter table goal
    add column kind text not null default 'goal' check (kind in ('goal', 'measure')),
    add column text_en text,
    add column responsible_organization_id uuid references organization (id),
    add column indicators text[] not null default '{}',
    add column removed_at timestamptz,
    add column version integer not null default 1;
  comment on column goal.kind is 'Measures are numbered through the whole document, goals by their place in the tree.';
  create index goal_responsible on goal (responsible_organization_id);

  alter table signatory add column function_title text, add column withdrawn_on date;

  -- National frames are entered by a county's administrators; a county's own documents by its staff; local plans also by a municipality's coordinator.
  create function keeps_strategy(kept_by uuid, owner uuid, kind text) returns boolean language sql stable as $$
    select coalesce(kept_by, owner) = (select ctx_org()) and (select ctx_role()) = any (case
      when kind in ('national_strategy', 'action_programme', 'policy_goals') then array['county_admin']
      when kind = 'local_plan' then array['coordinator', 'county_staff', 'county_admin']
      else array['county_staff', 'county_admin'] end)
  $$;
  create function strategy_is_open(strategy uuid) returns boolean language sql stable as $$
    select exists (select from strategy s where s.id = $1 and s.status in ('draft', 'in_consultation', 'proposed')
      and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind))
  $$;
  grant execute on function keeps_strategy(uuid, uuid, text), strategy_is_open(uuid) to samverkan_app;

  drop policy strategy_read on strategy;
  create policy strategy_read on strategy for select to samverkan_app
    using (discarded_at is null and (status in ('adopted', 'superseded', 'repealed')
      or status = 'proposed' and (select ctx_role()) is not null
      or (coalesce(kept_by, owner_organization_id) = (select ctx_org()) and (select ctx_role()) <> 'system_admin')));
  -- What was decided stands as it was decided: status is no column the application writes, and the policies let it write drafts only.
  grant insert, update (title, title_en, short_title, short_title_en, starts_on, ends_on, document, vision, vision_en, note, note_en,
    dnr, county_codes, sources, version, changed_at) on strategy to samverkan_app;
  create policy add on strategy for insert to samverkan_app
    with check (keeps_strategy(kept_by, owner_organization_id, kind) and status in ('draft', 'proposed'));
  create policy write on strategy for update to samverkan_app
    using (status in ('draft', 'in_consultation', 'proposed') and keeps_strategy(kept_by, owner_organization_id, kind));

  drop policy goal_read on goal;
  create policy goal_read on goal for select to samverkan_app
    using (removed_at is null and exists (select from strategy s where s.id = strategy_id));
  grant insert, update (number, title, title_en, text, text_en, parent_id, placeholder, sort, kind, responsible_organization_id, indicators, version) on goal to samverkan_app;
  create policy add on goal for insert to samverkan_app with check (strategy_is_open(strategy_id));
  create policy write on goal for update to samverkan_app using (strategy_is_open(strategy_id));

  grant insert, update, delete on goal_link to samverkan_app;
  create policy add on goal_link for insert to samverkan_app
    with check (exists (select from goal g where g.id = goal_id and strategy_is_open(g.strategy_id)));
  create policy write on goal_link for update to samverkan_app
    using (exists (select from goal g where g.id = goal_id and strategy_is_open(g.strategy_id)));
  create policy away on goal_link for delete to samverkan_app
    using (exists (select from goal g where g.id = goal_id and strategy_is_open(g.strategy_id)));
  grant insert, delete on strategy_frame, strategy_succession to samverkan_app;
  create policy add on strategy_frame for insert to samverkan_app with check (strategy_is_open(strategy_id));
  create policy away on strategy_frame for delete to samverkan_app using (strategy_is_open(strategy_id));
  -- Nobody replaces what another keeps.
  create policy add on strategy_succession for insert to samverkan_app
    with check (strategy_is_open(new_id) and exists (select from strategy s where s.id = old_id and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind)
      or s.id = old_id and s.owner_organization_id is null and s.county_codes = '{}'));
  create policy away on strategy_succession for delete to samverkan_app using (strategy_is_open(new_id));

  -- Somebody may sign later, or withdraw, long after the day of decision.
  grant insert, update (name, organization_id, capacity, signed_on, function_title, withdrawn_on, sort), delete on signatory to samverkan_app;
  create policy add on signatory for insert to samverkan_app
    with check (exists (select from strategy s where s.id = strategy_id and s.status not in ('superseded', 'repealed') and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind)));
  create policy write on signatory for update to samverkan_app
    using (exists (select from strategy s where s.id = strategy_id and s.status not in ('superseded', 'repealed') and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind)));
  create policy away on signatory for delete to samverkan_app using (strategy_is_open(strategy_id));

  create function goal_remove(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  declare
    of uuid;
  begin
    select g.strategy_id into of from goal g join strategy s on s.id = g.strategy_id
      where g.id = target and g.removed_at is null and s.discarded_at is null and s.status in ('draft', 'in_consultation', 'proposed')
        and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    if of is null then return false; end if;
    -- One moment for the whole branch, so that it comes back as it went.
    with recursive branch as (select target as id union select g.id from goal g join branch b on g.parent_id = b.id where g.removed_at is null)
    update goal set removed_at = now(), version = version + 1 where id in (select id from branch);
    return true;
  end $$;
  create function goal_restore(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  declare
    went timestamptz;
  begin
    select g.removed_at into went from goal g join strategy s on s.id = g.strategy_id left join goal p on p.id = g.parent_id
      where g.id = target and g.removed_at is not null and p.removed_at is null and s.discarded_at is null and s.status in ('draft', 'in_consultation', 'proposed')
        and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    if went is null then return false; end if;
    with recursive branch as (select target as id union select g.id from goal g join branch b on g.parent_id = b.id where g.removed_at = went)
    update goal set removed_at = null, version = version + 1 where id in (select id from branch);
    return true;
  end $$;
  create function strategy_discard(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    update strategy set discarded_at = clock_timestamp(), version = version + 1 where id = target and discarded_at is null
      and status in ('draft', 'proposed') and keeps_strategy(kept_by, owner_organization_id, kind);
    return found;
  end $$;
  create function strategy_restore(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    update strategy set discarded_at = null, version = version + 1 where id = target and discarded_at is not null
      and keeps_strategy(kept_by, owner_organization_id, kind);
    return found;
  end $$;
  revoke execute on function goal_remove(uuid), goal_restore(uuid), strategy_discard(uuid), strategy_restore(uuid) from public;
  grant execute on function goal_remove(uuid), goal_restore(uuid), strategy_discard(uuid), strategy_restore(uuid) to samverkan_app;

  -- A draft's time stays its writers' own, also when the strategy has been decided.
  create policy history_of_strategy on change_log for select to samverkan_app
    using (area = 'strategies' and (select ctx_role()) is not null and exists (select from strategy s where s.id = object_id
      and (level >= 3 or coalesce(s.kept_by, s.owner_organization_id) = (select ctx_org()) and (select ctx_role()) <> 'system_admin')));
  create policy event_of_strategy on event for select to samverkan_app
    using (former_level is null and area = 'strategies' and (select ctx_role()) is not null and exists (select from strategy s where s.id = object_id
      and (level >= 3 or coalesce(s.kept_by, s.owner_organization_id) = (select ctx_org()) and (select ctx_role()) <> 'system_admin')));
`;

const succession = `
  create table goal_succession (
    strategy_id uuid not null references strategy (id),
    old_goal_id uuid not null references goal (id),
    kind text not null check (kind in ('continues', 'changed', 'split', 'merged', 'ended')),
    motive text not null default '',
    new_goal_ids uuid[] not null default '{}',
    version integer not null default 1,
    primary key (strategy_id, old_goal_id)
  );
  comment on table goal_succession is 'Where a goal of the strategy before goes in this one.';
  comment on column goal_succession.new_goal_ids is 'The first is where open work goes by rule. With ended: where its open work goes, when somewhere.';
  create index goal_succession_old on goal_succession (old_goal_id);
  create table succession_choice (
    strategy_id uuid not null references strategy (id),
    old_goal_id uuid not null references goal (id),
    area text not null,
    object_id uuid not null,
    new_goal_ids uuid[] not null,
    primary key (strategy_id, old_goal_id, area, object_id)
  );
  comment on table succession_choice is 'One action or commitment that goes elsewhere than the rule says. Without goals: it stays where it is.';
  select secure_table('goal_succession');
  select secure_table('succession_choice');
  grant insert, update, delete on goal_succession, succession_choice to samverkan_app;
  create policy read on goal_succession for select to samverkan_app using (exists (select from strategy s where s.id = strategy_id));
  create policy write on goal_succession for all to samverkan_app using (strategy_is_open(strategy_id)) with check (strategy_is_open(strategy_id));
  -- What was chosen for single actions may tell of them: it is the writers' own, until it is done and stands on each.
  create policy write on succession_choice for all to samverkan_app using (strategy_is_open(strategy_id)) with check (strategy_is_open(strategy_id));
`;

const commitments = `
  create table commitment (
    id uuid primary key default new_id(),
    goal_id uuid not null references goal (id),
    organization_id uuid not null references organization (id),
    text text not null,
    starts_on date,
    ends_on date,
    function_id uuid references contact_function (id),
    carried_from uuid references commitment (id),
    confirmed_on date,
    withdrawn_on date,
    created_by uuid not null default ctx_user(),
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    check (ends_on is null or starts_on is null or ends_on >= starts_on)
  );
  comment on column commitment.carried_from is 'It was given to the goal before, and came along when that goal was replaced.';
  comment on column commitment.confirmed_on is 'The day the party itself said that it stands. Null: somebody else wrote it down, or it came along.';
  create index commitment_goal on commitment (goal_id);
  create index commitment_organization on commitment (organization_id);
  create unique index commitment_carried on commitment (carried_from, goal_id);
  select secure_table('commitment');
  grant insert, update (text, starts_on, ends_on, function_id, confirmed_on, withdrawn_on, changed_at, version) on commitment to samverkan_app;
  create policy read on commitment for select to samverkan_app
    using ((select ctx_role()) <> 'system_admin' and exists (select from goal g where g.id = goal_id));
  -- A party's own writers say what it undertakes; who keeps the strategy writes down what was said at the table.
  create policy add on commitment for insert to samverkan_app
    with check (created_by = (select ctx_user()) and exists (select from goal g join strategy s on s.id = g.strategy_id where g.id = goal_id
      and s.status in ('draft', 'in_consultation', 'adopted') and (keeps_strategy(s.kept_by, s.owner_organization_id, s.kind)
        or organization_id = (select ctx_org()) and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin'))));
  create policy write on commitment for update to samverkan_app
    using (exists (select from goal g join strategy s on s.id = g.strategy_id where g.id = goal_id
      and s.status in ('draft', 'in_consultation', 'adopted') and (keeps_strategy(s.kept_by, s.owner_organization_id, s.kind)
        or organization_id = (select ctx_org()) and (select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin'))));
`;
