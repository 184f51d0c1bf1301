import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many actions there are towards each goal, kept in the transaction that changes them, so that each reader counts what she may see without reading actions. ADR 20. */
export class CoverageIsKept1763900000028 implements MigrationInterface {
  name = 'CoverageIsKept1763900000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(keeping);
    await runner.query(reading);
    await runner.query(fromTheBeginning);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger coverage_of_new on action; drop trigger coverage_of_changed on action; drop trigger coverage_of_gone on action;
      drop function coverage_keeps(), coverage_apply(coverage_change[]), coverage_faults(), coverage_sets(uuid[]), goals_that_serve(uuid[]),
        coverage_keys(uuid[], text[], smallint, text[], uuid[], uuid[]), goal_set_key(uuid[]), audience_key(smallint, text[], uuid);
      drop type coverage_change;
      drop table coverage, audience, goal_set;
    `);
  }
}

const tables = `
  -- The goals of one action, as a set: who counts over several goals counts each action once.
  create table goal_set (id uuid primary key, goal_ids uuid[] not null);
  create index goal_set_goals on goal_set using gin (goal_ids);

  -- What decides who may read an action. Without an organisation: everybody whom the level and the counties let in. With one: that organisation,
  -- for what it owns or takes part in and the level alone would not show it. No reader is in both for the same action.
  create table audience (
    id uuid primary key,
    level smallint not null check (level between 0 and 4), county_codes text[] not null,
    organization_id uuid references organization (id),
    check (level < 3 or county_codes = '{}' and organization_id is null)
  );
  create index audience_organization on audience (organization_id);

  create table coverage (
    audience_id uuid not null references audience (id),
    goal_set_id uuid not null references goal_set (id),
    place text not null, status text not null, count integer not null,
    primary key (audience_id, goal_set_id, place, status)
  ) with (fillfactor = 80);
  comment on column coverage.place is '* the action wherever it is, counted once; a municipality, once in each; - where it names none.';

  select secure_table('goal_set'), secure_table('audience'), secure_table('coverage');
  revoke select on goal_set from samverkan_app;
`;

const keeping = `
  -- Named by what they hold, so that they need not be looked up.
  create function goal_set_key(goal_ids uuid[]) returns uuid language sql immutable parallel safe as $$ select md5(array_to_string(goal_ids, ','))::uuid $$;
  create function audience_key(level smallint, counties text[], organization uuid) returns uuid language sql immutable parallel safe as $$
    select md5(level || '|' || array_to_string(counties, ',') || '|' || coalesce(organization::text, ''))::uuid $$;

  -- Everything one action counts in.
  create function coverage_keys(goals uuid[], places text[], visibility smallint, counties text[], owners uuid[], partners uuid[])
    returns table (goal_ids uuid[], level smallint, county_codes text[], organization_id uuid, place text) language sql immutable parallel safe as $$
    select s.goal_ids, visibility, c.county_codes, o.organization_id, p.place
    from (select array(select distinct g from unnest(goals) g order by g) as goal_ids) s,
      (select case when visibility >= 3 then '{}' else array(select distinct x from unnest(counties) x order by x) end as county_codes) c,
      (select null::uuid as organization_id union select x from unnest(owners) x where visibility <= 2
        union select x from unnest(partners) x where visibility between 1 and 2) o,
      (select '*' as place union select x from unnest(places) x union select '-' where places = '{}') p
    where goals <> '{}'
  $$;

  create type coverage_change as (goal_ids uuid[], level smallint, county_codes text[], organization_id uuid, place text, status text, change integer);

  -- Always in the same order, so that two who write at once wait for one another and never both.
  create function coverage_apply(changes coverage_change[]) returns void language plpgsql security definer set search_path from current as $$
  begin
    insert into goal_set (id, goal_ids)
      select distinct on (1) goal_set_key(c.goal_ids), c.goal_ids from unnest(changes) c where c.change > 0 order by 1 on conflict do nothing;
    insert into audience (id, level, county_codes, organization_id)
      select distinct on (1) audience_key(c.level, c.county_codes, c.organization_id), c.level, c.county_codes, c.organization_id
      from unnest(changes) c where c.change > 0 order by 1 on conflict do nothing;
    insert into coverage as kept (audience_id, goal_set_id, place, status, count)
      select audience_key(c.level, c.county_codes, c.organization_id), goal_set_key(c.goal_ids), c.place, c.status, c.change from unnest(changes) c order by 1, 2, 3, 4
      on conflict (audience_id, goal_set_id, place, status) do update set count = kept.count + excluded.count;
    if exists (select 1 from unnest(changes) c where c.change < 0) then
      delete from coverage k using unnest(changes) c
        where k.audience_id = audience_key(c.level, c.county_codes, c.organization_id) and k.goal_set_id = goal_set_key(c.goal_ids)
          and k.place = c.place and k.status = c.status and k.count = 0;
    end if;
  end $$;

  -- What is hidden as sensitive is counted nowhere, as it is listed nowhere.
  create function coverage_keeps() returns trigger language plpgsql security definer set search_path from current as $$
  declare
    changes coverage_change[];
  begin
    if tg_op = 'INSERT' then
      select array_agg((x.goal_ids, x.level, x.county_codes, x.organization_id, x.place, x.status, x.n)::coverage_change) into changes from (
        select k.*, a.status, count(*)::int as n from new_actions a
          cross join lateral coverage_keys(a.goal_ids, a.municipality_codes, a.visibility, a.county_codes, a.owner_ids, a.partner_ids) k
        where a.hidden_at is null group by k.goal_ids, k.level, k.county_codes, k.organization_id, k.place, a.status) x;
    elsif tg_op = 'DELETE' then
      select array_agg((x.goal_ids, x.level, x.county_codes, x.organization_id, x.place, x.status, x.n)::coverage_change) into changes from (
        select k.*, a.status, -count(*)::int as n from old_actions a
          cross join lateral coverage_keys(a.goal_ids, a.municipality_codes, a.visibility, a.county_codes, a.owner_ids, a.partner_ids) k
        where a.hidden_at is null group by k.goal_ids, k.level, k.county_codes, k.organization_id, k.place, a.status) x;
    else
      select array_agg((x.goal_ids, x.level, x.county_codes, x.organization_id, x.place, x.status, x.n)::coverage_change) into changes from (
        select k.*, a.status, sum(a.n)::int as n from (
            select o.*, -1 as n from old_actions o join new_actions n on n.id = o.id
              where (o.status, o.visibility, o.goal_ids, o.municipality_codes, o.county_codes, o.owner_ids, o.partner_ids, o.hidden_at is null)
                is distinct from (n.status, n.visibility, n.goal_ids, n.municipality_codes, n.county_codes, n.owner_ids, n.partner_ids, n.hidden_at is null)
            union all
            select n.*, 1 from new_actions n join old_actions o on o.id = n.id
              where (o.status, o.visibility, o.goal_ids, o.municipality_codes, o.county_codes, o.owner_ids, o.partner_ids, o.hidden_at is null)
                is distinct from (n.status, n.visibility, n.goal_ids, n.municipality_codes, n.county_codes, n.owner_ids, n.partner_ids, n.hidden_at is null)) a
          cross join lateral coverage_keys(a.goal_ids, a.municipality_codes, a.visibility, a.county_codes, a.owner_ids, a.partner_ids) k
        where a.hidden_at is null group by k.goal_ids, k.level, k.county_codes, k.organization_id, k.place, a.status having sum(a.n) <> 0) x;
    end if;
    if changes is not null then perform coverage_apply(changes); end if;
    return null;
  end $$;
`;

const reading = `
  create policy read on audience for select to samverkan_app using (
    organization_id is null and (
      level = 4 and (select ctx_role()) is not null
      or level = 3 and (select ctx_role()) <> 'system_admin'
      or level = 2 and (select ctx_role()) in ('coordinator', 'county_staff', 'county_admin') and county_codes && (select ctx_counties())
      or level = 1 and (select ctx_role()) in ('county_staff', 'county_admin') and county_codes && (select ctx_counties()))
    or organization_id = (select ctx_org()) and (select ctx_role()) <> 'system_admin' and not (county_codes && (select ctx_counties())
      and (level = 2 and (select ctx_role()) in ('coordinator', 'county_staff', 'county_admin') or level = 1 and (select ctx_role()) in ('county_staff', 'county_admin'))));
  create policy read on coverage for select to samverkan_app using (audience_id in (select a.id from audience a));

  -- Sets that hold any of the goals: ids and goals only, no counts. Array operators are not leakproof, so row-level security alone could not use the index.
  create function coverage_sets(goals uuid[]) returns table (id uuid, goal_ids uuid[]) language sql stable security definer set search_path from current as $$
    select s.id, s.goal_ids from goal_set s where s.goal_ids && goals $$;

  -- The goals whose actions serve some goals of a frame: those goals, what lies under them, and every goal linked to any of these, as far as the reader sees them.
  create function goals_that_serve(frame_goals uuid[]) returns setof uuid language sql stable as $$
    with recursive below as (
      select g.id from goal g where g.id = any (frame_goals) union select g.id from goal g join below b on g.parent_id = b.id)
    select b.id from below b union select l.goal_id from goal_link l join below b on l.frame_goal_id = b.id $$;

  -- Where what is kept differs from what the actions say. Empty when all is well.
  create function coverage_faults() returns table (goal_ids uuid[], level smallint, county_codes text[], organization_id uuid, place text, status text, kept integer, counted integer)
    language sql stable security definer set search_path from current as $$
    with kept as (
      select s.goal_ids, u.level, u.county_codes, u.organization_id, c.place, c.status, c.count
      from coverage c join audience u on u.id = c.audience_id join goal_set s on s.id = c.goal_set_id),
    counted as (
      select k.*, a.status, count(*)::int as n from action a
        cross join lateral coverage_keys(a.goal_ids, a.municipality_codes, a.visibility, a.county_codes, a.owner_ids, a.partner_ids) k
      where a.hidden_at is null group by k.goal_ids, k.level, k.county_codes, k.organization_id, k.place, a.status)
    select coalesce(k.goal_ids, a.goal_ids), coalesce(k.level, a.level), coalesce(k.county_codes, a.county_codes), coalesce(k.organization_id, a.organization_id),
      coalesce(k.place, a.place), coalesce(k.status, a.status), k.count, a.n
    from kept k full join counted a on (a.goal_ids, a.level, a.county_codes, coalesce(a.organization_id::text, ''), a.place, a.status)
      = (k.goal_ids, k.level, k.county_codes, coalesce(k.organization_id::text, ''), k.place, k.status)
    where k.count is distinct from a.n $$;

  revoke execute on function coverage_keeps(), coverage_apply(coverage_change[]), coverage_faults(), coverage_sets(uuid[]), goals_that_serve(uuid[]),
    coverage_keys(uuid[], text[], smallint, text[], uuid[], uuid[]), goal_set_key(uuid[]), audience_key(smallint, text[], uuid) from public;
  grant execute on function coverage_sets(uuid[]), goals_that_serve(uuid[]) to samverkan_app;
`;

// The triggers come last but one: from here until the migration ends, whoever writes an action waits.
const fromTheBeginning = `
  create trigger coverage_of_new after insert on action referencing new table as new_actions for each statement execute function coverage_keeps();
  create trigger coverage_of_changed after update on action referencing old table as old_actions new table as new_actions for each statement execute function coverage_keeps();
  create trigger coverage_of_gone after delete on action referencing old table as old_actions for each statement execute function coverage_keeps();

  create temporary table coverage_so_far on commit drop as
    select goal_set_key(k.goal_ids) as goal_set_id, audience_key(k.level, k.county_codes, k.organization_id) as audience_id, k.*, a.status, count(*)::int as n
    from action a cross join lateral coverage_keys(a.goal_ids, a.municipality_codes, a.visibility, a.county_codes, a.owner_ids, a.partner_ids) k
    where a.hidden_at is null group by k.goal_ids, k.level, k.county_codes, k.organization_id, k.place, a.status;
  insert into goal_set select distinct on (1) goal_set_id, goal_ids from coverage_so_far;
  insert into audience select distinct on (1) audience_id, level, county_codes, organization_id from coverage_so_far;
  insert into coverage select audience_id, goal_set_id, place, status, n from coverage_so_far;
`;
