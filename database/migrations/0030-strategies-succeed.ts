import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adoption as one act: what is open moves to the new goals, and all of it can be taken back until something has been built on it. */
export class StrategiesSucceed1763900000030 implements MigrationInterface {
  name = 'StrategiesSucceed1763900000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(adoption);
    await runner.query(moves);
    await runner.query(parties);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function strategy_adopt(uuid, date, text), strategy_undo(uuid), strategy_undone(uuid), strategy_repeal(uuid, text), strategies_turn(),
        strategy_goals_move(uuid), strategy_goals_put_back(uuid), commitments_move(uuid), commitments_put_back(uuid);
      drop table action_goal_move; drop table strategy_adoption;
      drop function require_adoption(uuid), goals_succeeded(uuid[], jsonb, jsonb);
    `);
  }
}

const adoption = `
  create table strategy_adoption (
    id uuid primary key default new_id(),
    strategy_id uuid not null references strategy (id),
    adopted_by uuid not null default ctx_user(),
    adopted_for uuid not null default ctx_org(),
    adopted_at timestamptz not null default clock_timestamp(),
    former_status text not null,
    strategy_version integer not null,
    turned_at timestamptz,
    undone_at timestamptz,
    tx xid8 default pg_current_xact_id()
  );
  comment on column strategy_adoption.turned_at is 'When the goals before were left behind: the day the new strategy begins.';
  comment on column strategy_adoption.tx is 'The transaction that is at work on it: what the areas move, they move in that one only.';
  create unique index strategy_adoption_open on strategy_adoption (strategy_id) where undone_at is null;
  select secure_table('strategy_adoption');
  create policy read on strategy_adoption for select to samverkan_app
    using (adopted_for = (select ctx_org()) and (select ctx_role()) in ('coordinator', 'county_staff', 'county_admin'));

  create function require_adoption(strategy uuid) returns uuid language plpgsql stable security definer set search_path from current as $$
  declare
    found_id uuid;
  begin
    select a.id into found_id from strategy_adoption a where a.strategy_id = strategy and a.undone_at is null and a.tx = pg_current_xact_id();
    if found_id is null then raise exception 'No adoption of it is under way.' using errcode = '42501'; end if;
    return found_id;
  end $$;

  -- Decides the strategy: from here on it is not written. Says what stands in the way, or null.
  create function strategy_adopt(target uuid, decided date, number text) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    doc strategy;
  begin
    select * into doc from strategy s where s.id = target and s.discarded_at is null and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind) for update;
    if doc.id is null or doc.status not in ('draft', 'in_consultation', 'proposed') then return 'strategy.is-not-open'; end if;
    if exists (select 1 from strategy_succession y join goal g on g.strategy_id = y.old_id and g.removed_at is null
      left join goal_succession x on x.strategy_id = target and x.old_goal_id = g.id
      where y.new_id = target and (x.old_goal_id is null or btrim(x.motive) = '' and x.kind <> 'continues'
        or x.kind in ('continues', 'changed', 'merged') and cardinality(x.new_goal_ids) <> 1 or x.kind = 'split' and cardinality(x.new_goal_ids) < 2
        or exists (select 1 from unnest(x.new_goal_ids) n where not exists (select 1 from goal w where w.id = n and w.strategy_id = target and w.removed_at is null)))) then
      return 'succession.goal-lacks-destination';
    end if;
    insert into strategy_adoption (strategy_id, former_status, strategy_version) values (target, doc.status, doc.version + 1);
    update strategy set status = 'adopted', decided_on = decided, dnr = coalesce(number, dnr), version = version + 1, changed_at = clock_timestamp() where id = target;
    -- What it replaces goes on until the new one begins.
    if doc.starts_on is null or doc.starts_on <= today() then
      update strategy set status = 'superseded', version = version + 1, changed_at = clock_timestamp()
        where id in (select y.old_id from strategy_succession y where y.new_id = target) and status = 'adopted';
      update strategy_adoption set turned_at = clock_timestamp() where strategy_id = target and undone_at is null;
    end if;
    return null;
  end $$;

  -- Opens the way back: what it replaced applies again, and the areas are asked to put back what they moved.
  create function strategy_undo(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    act strategy_adoption;
  begin
    select a.* into act from strategy_adoption a join strategy s on s.id = a.strategy_id
      where a.strategy_id = target and a.undone_at is null and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind) for update of a, s;
    if act.id is null then return 'strategy.is-not-adopted-here'; end if;
    if exists (select 1 from strategy s where s.id = target and (s.version <> act.strategy_version or s.status <> 'adopted'))
      or exists (select 1 from strategy_succession y where y.old_id = target) then
      return 'strategy.built-upon';
    end if;
    update strategy_adoption set tx = pg_current_xact_id() where id = act.id;
    update strategy set status = act.former_status, decided_on = null, version = version + 1, changed_at = clock_timestamp() where id = target;
    if act.turned_at is not null then
      update strategy set status = 'adopted', version = version + 1, changed_at = clock_timestamp()
        where status = 'superseded' and id in (select y.old_id from strategy_succession y where y.new_id = target);
    end if;
    return null;
  end $$;
  create function strategy_undone(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_adoption(target);
    update strategy_adoption set undone_at = clock_timestamp(), tx = null where strategy_id = target and undone_at is null;
  end $$;

  -- It no longer applies, and nothing took its place.
  create function strategy_repeal(target uuid, motive text) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    update strategy set status = 'repealed', repeal_motive = motive, version = version + 1, changed_at = clock_timestamp()
      where id = target and status = 'adopted' and keeps_strategy(kept_by, owner_organization_id, kind);
    return found;
  end $$;

  create function commitments_move(strategy uuid) returns integer language plpgsql volatile security definer set search_path from current as $$
  declare
    moved integer;
  begin
    perform require_adoption(strategy);
    with gone as (
      insert into commitment (goal_id, organization_id, text, starts_on, ends_on, function_id, carried_from, created_by)
      select n.goal, c.organization_id, c.text, c.starts_on, c.ends_on, c.function_id, c.id, ctx_user()
      from goal_succession x join commitment c on c.goal_id = x.old_goal_id
        left join succession_choice o on o.strategy_id = x.strategy_id and o.old_goal_id = x.old_goal_id and o.area = 'commitments' and o.object_id = c.id,
        lateral unnest(coalesce(o.new_goal_ids, x.new_goal_ids[1:1])) n (goal)
      where x.strategy_id = strategy and c.withdrawn_on is null and (c.ends_on is null or c.ends_on >= today())
      on conflict (carried_from, goal_id) do nothing returning 1)
    select count(*) into moved from gone;
    return moved;
  end $$;
  create function commitments_put_back(strategy uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_adoption(strategy);
    if exists (select 1 from commitment c join goal g on g.id = c.goal_id where g.strategy_id = strategy
      and (c.carried_from is null and c.changed_at > (select a.adopted_at from strategy_adoption a where a.strategy_id = strategy and a.undone_at is null)
        or c.carried_from is not null and c.version > 1)) then
      return false;
    end if;
    delete from commitment c using goal g where g.id = c.goal_id and g.strategy_id = strategy and c.carried_from is not null;
    return true;
  end $$;
`;

const moves = `
  -- The goals after a succession: each old goal's place is taken by those it becomes, none is named twice, and nothing is left without.
  create function goals_succeeded(goals uuid[], rules jsonb, chosen jsonb) returns uuid[] language sql immutable as $$
    select coalesce(array_agg(goal order by place, turn), '{}') from (
      select distinct on (n.goal) n.goal, o.place, n.turn
      from unnest(goals) with ordinality o (goal, place),
        lateral (select coalesce(nullif(coalesce(chosen->(o.goal::text), rules->(o.goal::text)), '[]'), to_jsonb(array[o.goal])) as into) x,
        lateral (select e::uuid as goal, t as turn from jsonb_array_elements_text(x.into) with ordinality y (e, t)) n
      order by n.goal, o.place, n.turn) z
  $$;

  create table action_goal_move (
    strategy_id uuid not null references strategy (id),
    action_id uuid not null references action (id) on delete cascade,
    former_goal_ids uuid[] not null,
    goal_ids uuid[] not null,
    action_version integer not null,
    moved_on date not null default today(),
    left_at timestamptz,
    primary key (strategy_id, action_id)
  );
  comment on table action_goal_move is 'An action that came along when its goals were replaced: its goals before, and after.';
  comment on column action_goal_move.left_at is 'When the goals before were taken off it. Null while the strategy before still applies: it then stands under both.';
  create index action_goal_move_action on action_goal_move (action_id);
  select secure_table('action_goal_move');
  create policy read on action_goal_move for select to samverkan_app
    using (exists (select from action a where a.id = action_id) and exists (select from strategy s where s.id = strategy_id));

  -- Open actions get the goals that theirs become; what is done keeps its history. While the strategy before applies they stand under both.
  create function strategy_goals_move(strategy uuid) returns integer language plpgsql volatile security definer set search_path from current as $$
  declare
    turned boolean;
    rules jsonb;
    moved integer;
  begin
    select a.turned_at is not null into turned from strategy_adoption a where a.id = require_adoption(strategy);
    select coalesce(jsonb_object_agg(x.old_goal_id, to_jsonb(x.new_goal_ids[1:1])), '{}') into rules from goal_succession x where x.strategy_id = strategy;
    -- Whose goals are all to stay is no move.
    insert into action_goal_move (strategy_id, action_id, former_goal_ids, goal_ids, action_version, left_at)
      select strategy, a.id, a.goal_ids, n.after, a.version + 1, case when turned then clock_timestamp() end
      from (select a.* from action a where a.goal_ids && array(select x.old_goal_id from goal_succession x where x.strategy_id = strategy)
          and a.status in ('draft', 'planned', 'ongoing', 'paused') for update) a,
        lateral (select coalesce(jsonb_object_agg(o.old_goal_id, to_jsonb(o.new_goal_ids)), '{}') as own from succession_choice o
          where o.strategy_id = strategy and o.area = 'actions' and o.object_id = a.id) c,
        lateral (select goals_succeeded(a.goal_ids, rules, c.own) as after) n
      where n.after is distinct from a.goal_ids
        -- What is tied to a national frame stays as it was tied: a frame is what work is seen against.
        and not exists (select 1 from strategy s where s.id = strategy and s.kind in ('national_strategy', 'action_programme', 'policy_goals'));
    get diagnostics moved = row_count;
    update action a set version = m.action_version, goal_ids = case when turned then m.goal_ids
        else m.former_goal_ids || array(select g from unnest(m.goal_ids) g where g <> all (m.former_goal_ids)) end
      from action_goal_move m where m.strategy_id = strategy and m.action_id = a.id;
    insert into change_log (area, object_id, level, version, field, before, after)
      select 'actions', a.id, a.visibility, a.version, 'goalIds', to_jsonb(m.former_goal_ids), to_jsonb(a.goal_ids)
      from action_goal_move m join action a on a.id = m.action_id where m.strategy_id = strategy;
    insert into event (area, object_id, level, kind, goal_ids)
      select 'actions', a.id, a.visibility, 'action.changed', a.goal_ids from action_goal_move m join action a on a.id = m.action_id where m.strategy_id = strategy;
    return moved;
  end $$;

  -- Back to the goals before, while none of them has been touched and nothing new has come to the new goals.
  create function strategy_goals_put_back(strategy uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_adoption(strategy);
    if exists (select 1 from action_goal_move m join action a on a.id = m.action_id where m.strategy_id = strategy and a.version <> m.action_version)
      or exists (select 1 from action a where a.goal_ids && array(select g.id from goal g where g.strategy_id = strategy)
        and not exists (select 1 from action_goal_move m where m.strategy_id = strategy and m.action_id = a.id)) then
      return false;
    end if;
    insert into change_log (area, object_id, level, version, field, before, after)
      select 'actions', a.id, a.visibility, a.version + 1, 'goalIds', to_jsonb(a.goal_ids), to_jsonb(m.former_goal_ids)
      from action_goal_move m join action a on a.id = m.action_id where m.strategy_id = strategy;
    update action a set goal_ids = m.former_goal_ids, version = a.version + 1 from action_goal_move m where m.strategy_id = strategy and m.action_id = a.id;
    insert into event (area, object_id, level, kind, goal_ids)
      select 'actions', a.id, a.visibility, 'action.changed', a.goal_ids from action_goal_move m join action a on a.id = m.action_id where m.strategy_id = strategy;
    delete from action_goal_move m where m.strategy_id = strategy;
    return true;
  end $$;

  -- Each night: a strategy whose day has come takes over, and what it replaces is left behind.
  create function strategies_turn() returns integer language plpgsql volatile security definer set search_path from current as $$
  declare
    turned integer;
  begin
    create temporary table turning on commit drop as
      select a.id, a.strategy_id from strategy_adoption a join strategy s on s.id = a.strategy_id
      where a.undone_at is null and a.turned_at is null and s.status = 'adopted' and (s.starts_on is null or s.starts_on <= today()) for update of a;
    select count(*) into turned from turning;
    update strategy set status = 'superseded', version = version + 1, changed_at = clock_timestamp()
      where status = 'adopted' and id in (select y.old_id from strategy_succession y join turning t on t.strategy_id = y.new_id);
    -- What has been given other goals since keeps them; only those that were replaced are taken off.
    create temporary table turning_action on commit drop as
      select a.id, a.goal_ids as before, array(select g from unnest(a.goal_ids) with ordinality u (g, n)
        where g <> all (array(select f from unnest(m.former_goal_ids) f where f <> all (m.goal_ids))) order by n) as after, d.adopted_by, d.adopted_for
      from action_goal_move m join turning t on t.strategy_id = m.strategy_id join strategy_adoption d on d.id = t.id join action a on a.id = m.action_id
      where m.left_at is null and a.goal_ids && m.goal_ids for update of a;
    update action a set version = a.version + 1, goal_ids = x.after from turning_action x where x.id = a.id;
    insert into change_log (area, object_id, level, version, field, before, after, user_id, organization_id)
      select 'actions', a.id, a.visibility, a.version, 'goalIds', to_jsonb(x.before), to_jsonb(x.after), x.adopted_by, x.adopted_for
      from turning_action x join action a on a.id = x.id;
    insert into event (area, object_id, level, kind, goal_ids)
      select 'actions', a.id, a.visibility, 'action.changed', x.before || x.after from turning_action x join action a on a.id = x.id;
    update action_goal_move m set left_at = clock_timestamp() from turning t where t.strategy_id = m.strategy_id and m.left_at is null;
    update strategy_adoption a set turned_at = clock_timestamp() from turning t where t.id = a.id;
    drop table turning; drop table turning_action;
    return turned;
  end $$;
  revoke execute on function require_adoption(uuid), strategy_adopt(uuid, date, text), strategy_undo(uuid), strategy_undone(uuid), strategy_repeal(uuid, text), commitments_move(uuid), commitments_put_back(uuid),
    strategy_goals_move(uuid), strategy_goals_put_back(uuid), strategies_turn() from public;
  grant execute on function strategy_adopt(uuid, date, text), strategy_undo(uuid), strategy_undone(uuid), strategy_repeal(uuid, text), commitments_move(uuid), commitments_put_back(uuid),
    strategy_goals_move(uuid), strategy_goals_put_back(uuid), strategies_turn() to samverkan_app;
`;

const parties = `
  drop function strategy_organization_move(uuid, uuid), strategy_organization_put_back(uuid, uuid, jsonb);
  -- What hangs on a party in strategies: that it owns or keeps them, signed, answers for a goal, has undertaken something, or adopted.
  create function strategy_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with owned as (update strategy set owner_organization_id = target, version = version + 1 where owner_organization_id = source returning id, version)
    select jsonb_build_object('owned', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'version', version)), '[]') from owned)) into receipt;
    with kept as (update strategy set kept_by = target where kept_by = source returning id),
      signed as (update signatory set organization_id = target where organization_id = source returning id),
      answers as (update goal set responsible_organization_id = target where responsible_organization_id = source returning id),
      undertaken as (update commitment set organization_id = target where organization_id = source returning id),
      adopted as (update strategy_adoption set adopted_for = target where adopted_for = source returning id)
    select receipt || jsonb_build_object('kept', (select coalesce(jsonb_agg(id), '[]') from kept), 'signed', (select coalesce(jsonb_agg(id), '[]') from signed),
      'answers', (select coalesce(jsonb_agg(id), '[]') from answers), 'undertaken', (select coalesce(jsonb_agg(id), '[]') from undertaken),
      'adopted', (select coalesce(jsonb_agg(id), '[]') from adopted)) into receipt;
    return receipt;
  end $$;
  create function strategy_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    if exists (select 1 from jsonb_array_elements(receipt->'owned') x join strategy s on s.id = (x->>'id')::uuid where s.version <> (x->>'version')::int) then
      return false;
    end if;
    update strategy set owner_organization_id = source, version = version + 1 where id in (select (x->>'id')::uuid from jsonb_array_elements(receipt->'owned') x);
    update strategy set kept_by = source where kept_by = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'kept') x);
    update signatory set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'signed') x);
    update goal set responsible_organization_id = source where responsible_organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'answers') x);
    update commitment set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'undertaken') x);
    update strategy_adoption set adopted_for = source where adopted_for = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'adopted') x);
    return true;
  end $$;
  revoke execute on function strategy_organization_move(uuid, uuid), strategy_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function strategy_organization_move(uuid, uuid), strategy_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;
