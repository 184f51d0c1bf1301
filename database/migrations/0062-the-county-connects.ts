import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const county = `('county_staff', 'county_admin')`;
const open = `('draft', 'planned', 'ongoing', 'paused')`;

/** Whoever plans asks the county to connect her with somebody who has not published the like; what comes of it nobody but that somebody knows. */
export class TheCountyConnects1763900000062 implements MigrationInterface {
  name = 'TheCountyConnects1763900000062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(deeds);
    await runner.query(merging);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy event_of_connection on event; drop policy event_of_nudge on event;
      drop function connection_organization_move(uuid, uuid), connection_organization_put_back(uuid, uuid, jsonb), nudge_answer(uuid, boolean, text, boolean),
        nudge_subject(uuid), connection_nudged(uuid), connection_forward(uuid), connection_ask(uuid);
      drop table action_nudge, action_connection;
      alter table action drop column connection_asked_on;
    `);
  }
}

const tables = `
  alter table action add column connection_asked_on date;
  comment on column action.connection_asked_on is 'The day its owners asked the county to connect them. All that they are ever told.';

  create table action_connection (
    id uuid primary key default new_id(),
    action_id uuid not null unique references action (id),
    organization_id uuid not null references organization (id),
    county_codes text[] not null,
    asked_at timestamptz not null default clock_timestamp(), forwarded_at timestamptz
  );
  comment on table action_connection is 'A task of the county boards. Whoever asked reads no row of it, so that nothing she meets follows what becomes of it.';
  create index action_connection_organization on action_connection (organization_id);
  create table action_nudge (
    id uuid primary key default new_id(),
    connection_id uuid not null references action_connection (id),
    organization_id uuid not null references organization (id),
    own_action_id uuid not null references action (id),
    state text not null default 'open' check (state in ('open', 'proposed', 'declined')),
    sent_at timestamptz not null default clock_timestamp()
  );
  comment on table action_nudge is 'The question, to each that has something unpublished of the same kind. Read by that one alone: not by the county, not by whoever asked.';
  create index action_nudge_connection on action_nudge (connection_id);
  create index action_nudge_organization on action_nudge (organization_id);
  create index action_nudge_own on action_nudge (own_action_id);
  select secure_table('action_connection'), secure_table('action_nudge');
  create policy read on action_connection for select to samverkan_app using (
    (select ctx_role()) in ${county} and county_codes && (select ctx_counties()) and action_is_shown(action_id));
  create policy read on action_nudge for select to samverkan_app using (
    organization_id = (select ctx_org()) and (select ctx_role()) in ${writes});
  create policy event_of_connection on event for select to samverkan_app using (
    former_level is null and area = 'actions' and exists (select from action_connection c where c.id = object_id));
  create policy event_of_nudge on event for select to samverkan_app using (
    former_level is null and area = 'actions' and exists (select from action_nudge n where n.id = object_id));
`;

const deeds = `
  -- Once for each action, and the same whatever there is: it looks at nothing but the asker's own.
  create function connection_ask(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    a action; made uuid;
  begin
    select * into a from action x where x.id = target and x.hidden_at is null for update;
    if a.id is null or coalesce(ctx_role(), '') not in ${writes} or not ctx_org() = any (a.owner_ids) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if a.visibility < 2 or a.status not in ${open} then return 'connection.is-not-shown'; end if;
    if a.connection_asked_on is not null then return 'done'; end if;
    update action x set connection_asked_on = today() where x.id = a.id;
    insert into action_connection (action_id, organization_id, county_codes) values (a.id, ctx_org(), a.county_codes) returning id into made;
    insert into event (area, object_id, level, kind) values ('actions', made, 0, 'connection.asked');
    return 'done';
  end $$;

  -- The question goes on to whoever it may concern. It says nothing of how many that was, also to the county.
  create function connection_forward(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    c action_connection;
  begin
    select * into c from action_connection x where x.id = target for update;
    if c.id is null or coalesce(ctx_role(), '') not in ${county} or not c.county_codes && ctx_counties() then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if c.forwarded_at is not null then return 'connection.is-forwarded'; end if;
    update action_connection x set forwarded_at = clock_timestamp() where x.id = c.id;
    with sent as (
      insert into action_nudge (connection_id, organization_id, own_action_id)
      select distinct on (o.id) c.id, o.id, h.id from action a join action h on h.kind = a.kind and h.id <> a.id and h.visibility <= 1 and h.status in ('draft', 'planned', 'ongoing')
          and h.hidden_at is null and h.county_codes && a.county_codes and not h.owner_ids && a.owner_ids
        cross join lateral unnest(h.owner_ids) o (id)
      where a.id = c.action_id and a.hidden_at is null order by o.id, h.created_at desc returning id)
    -- Told by the house, not by whoever pressed: the row's organisation is nobody's.
    insert into event (area, object_id, level, kind, user_id, organization_id) select 'actions', s.id, 0, 'connection.nudged', null, null from sent s;
    return 'done';
  end $$;

  -- For the letters alone, which no one's request writes.
  create function connection_nudged(target uuid) returns setof uuid language sql stable security definer set search_path from current as $$
    select n.organization_id from action_nudge n where n.connection_id = target and n.state = 'open' and ctx_role() is null $$;

  -- What the one who asked plans, for whoever is asked: she has asked to be shown to those who plan the like.
  create function nudge_subject(target uuid) returns jsonb language sql stable security definer set search_path from current as $$
    select jsonb_build_object('id', a.id, 'title', a.title, 'description', a.description, 'kind', a.kind, 'status', a.status, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
      'ownerIds', to_jsonb(a.owner_ids), 'municipalityCodes', to_jsonb(a.municipality_codes), 'readable', could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes))
    from action_nudge n join action_connection c on c.id = n.connection_id join action a on a.id = c.action_id
    where n.id = target and n.organization_id = ctx_org() and ctx_role() in ${writes} and a.hidden_at is null
      and (n.state = 'open' or could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes))
  $$;

  -- Yes is a proposal of her own to those who asked, by which she makes herself known; no is known to nobody.
  create function nudge_answer(target uuid, says_yes boolean, words text, closes boolean) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    n action_nudge; a action; made uuid; own uuid;
  begin
    select * into n from action_nudge x where x.id = target for update;
    if n.id is null or n.organization_id <> ctx_org() or coalesce(ctx_role(), '') not in ${writes} then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if n.state <> 'open' then return 'cooperation.is-answered'; end if;
    update action_nudge x set state = case when says_yes then 'proposed' else 'declined' end where x.id = n.id;
    if not says_yes then return 'done'; end if;
    select x.* into a from action x join action_connection c on c.action_id = x.id where c.id = n.connection_id and x.hidden_at is null;
    if a.id is null or a.status not in ${open} then return 'cooperation.action-is-over'; end if;
    if ctx_org() = any (a.owner_ids) then return 'cooperation.owns-already'; end if;
    if exists (select from action_cooperation x where x.action_id = a.id and x.organization_id = ctx_org() and x.state = 'open') then return 'cooperation.is-open-already'; end if;
    select h.id into own from action h where h.id = n.own_action_id and ctx_org() = any (h.owner_ids) and h.hidden_at is null;
    insert into action_cooperation (action_id, kind, role, organization_id, own_action_id, closes_own, message)
      values (a.id, 'proposal', 'owner', ctx_org(), own, closes and own is not null, words) returning id into made;
    insert into change_log (area, object_id, level, version, field, after) select 'actions', a.id, 0, 0, 'proposed', to_jsonb(o.name) from organization o where o.id = ctx_org();
    insert into event (area, object_id, level, kind) values ('actions', made, 0, 'cooperation.proposed');
    return made::text;
  end $$;
  revoke execute on function connection_ask(uuid), connection_forward(uuid), connection_nudged(uuid), nudge_subject(uuid), nudge_answer(uuid, boolean, text, boolean) from public;
  grant execute on function connection_ask(uuid), connection_forward(uuid), connection_nudged(uuid), nudge_subject(uuid), nudge_answer(uuid, boolean, text, boolean) to samverkan_app;
`;

const merging = `
  create function connection_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    moved jsonb;
  begin
    perform require_merge(source, target);
    with asked as (update action_connection set organization_id = target where organization_id = source returning id),
      nudged as (update action_nudge set organization_id = target where organization_id = source returning id)
    select jsonb_build_object('asked', (select coalesce(jsonb_agg(id), '[]') from asked), 'nudged', (select coalesce(jsonb_agg(id), '[]') from nudged)) into moved;
    return moved;
  end $$;
  create function connection_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    update action_connection set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'asked') x);
    update action_nudge set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'nudged') x);
    return true;
  end $$;
  revoke execute on function connection_organization_move(uuid, uuid), connection_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function connection_organization_move(uuid, uuid), connection_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;
