import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two parties that are the same one become one: what hangs on the one moves to the other in one act, and back while nothing has changed. */
export class PartiesCanBeMerged1763900000019 implements MigrationInterface {
  name = 'PartiesCanBeMerged1763900000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(merge);
    await runner.query(organizations);
    await runner.query(identity);
    await runner.query(strategies);
    await runner.query(actions);
  }

  async down(): Promise<void> {
    throw new Error('What has been merged would not know where it came from: restore a backup instead.');
  }
}

const merge = `
  create table organization_merge (
    id uuid primary key default new_id(),
    from_id uuid not null references organization (id), into_id uuid not null references organization (id),
    -- What each area needs to put back what it moved: ids and versions, never text.
    moved jsonb not null default '{}',
    merged_by uuid not null default ctx_user(), merged_for uuid not null default ctx_org(), merged_at timestamptz not null default clock_timestamp(),
    undone_at timestamptz,
    -- The transaction that moves or puts back: only in it do the areas' functions work.
    tx xid8 default pg_current_xact_id(),
    check (from_id <> into_id)
  );
  create unique index organization_merge_open on organization_merge (from_id) where undone_at is null;
  create index organization_merge_into on organization_merge (into_id);
  select secure_table('organization_merge');
  grant insert, update (moved, undone_at, tx) on organization_merge to samverkan_app;

  create function merges_organization(given uuid) returns boolean language sql stable set search_path from current as $$
    select (ctx_role() = 'county_admin'
        and exists (select 1 from organization_county c where c.organization_id = given and c.county_code = any (ctx_counties())))
      or (ctx_role() = 'system_admin' and not exists (select 1 from organization_county c where c.organization_id = given))
  $$;
  create policy read on organization_merge for select to samverkan_app using (merges_organization(from_id));
  create policy merge on organization_merge for insert to samverkan_app with check (
    merged_by = (select ctx_user()) and merged_for = (select ctx_org()) and merges_organization(from_id) and merges_organization(into_id)
    and exists (select 1 from organization o where o.id = from_id and split_part(o.key, ':', 1) in ('registered', 'demo') and o.merged_into_id is null)
    and exists (select 1 from organization o where o.id = into_id and o.merged_into_id is null));
  create policy put_back on organization_merge for update to samverkan_app using (merges_organization(from_id) and undone_at is null) with check (true);

  -- The areas' functions see everything; this is what they stand on.
  create function require_merge(source uuid, target uuid) returns void language plpgsql stable security definer set search_path from current as $$
  begin
    if not exists (select 1 from organization_merge m where m.from_id = source and m.into_id = target and m.tx = pg_current_xact_id()) then
      raise exception 'No merge of these two is under way.' using errcode = '42501';
    end if;
  end $$;
  -- The one in the place of the other, once.
  create function organization_swapped(ids uuid[], source uuid, target uuid) returns uuid[] language sql immutable as $$
    select coalesce(array_agg(x order by n), '{}') from (
      select x, min(n) as n from (select case when v = source then target else v end as x, n from unnest(ids) with ordinality u (v, n)) s group by x) d
  $$;
  revoke execute on function require_merge(uuid, uuid) from public;
`;

const organizations = `
  create function organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with children as (update organization set parent_id = target, version = version + 1 where parent_id = source and id <> target returning id, version),
      followed as (update organization set successor_id = target, version = version + 1 where successor_id = source and id <> target returning id, version),
      named as (insert into organization_name (organization_id, name, usage, verification)
        select target, n.name, 'also', 'unverified' from organization_name n where n.organization_id = source
          and not exists (select 1 from organization_name t where t.organization_id = target and t.name = n.name)
        on conflict do nothing returning id),
      begun as (update draft d set organization_id = target where d.organization_id = source
        and not exists (select 1 from draft t where t.user_id = d.user_id and t.organization_id = target and t.key = d.key) returning d.user_id, d.key),
      hidden as (update sensitive_text set owner_ids = organization_swapped(owner_ids, source, target) where source = any (owner_ids) and ended_at is null returning id)
    select jsonb_build_object(
      'children', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'version', version)), '[]') from children),
      'followed', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'version', version)), '[]') from followed),
      'names', (select coalesce(jsonb_agg(id), '[]') from named),
      'drafts', (select coalesce(jsonb_agg(jsonb_build_object('user', user_id, 'key', key)), '[]') from begun),
      'hidden', (select coalesce(jsonb_agg(id), '[]') from hidden)) into receipt;
    update organization set merged_into_id = target, version = version + 1 where id = source;
    update organization set version = version + 1 where id = target;
    return receipt || (select jsonb_build_object('source', s.version, 'target', t.version) from organization s, organization t where s.id = source and t.id = target);
  end $$;
  create function organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    if exists (select 1 from organization o join (
        select source as id, (receipt->>'source')::int as version union all select target, (receipt->>'target')::int
        union all select (c->>'id')::uuid, (c->>'version')::int from jsonb_array_elements(receipt->'children' || (receipt->'followed')) c) was on was.id = o.id
      where o.version <> was.version) then
      return false;
    end if;
    update organization set merged_into_id = null, version = version + 1 where id = source;
    delete from organization_name where id in (select x::uuid from jsonb_array_elements_text(receipt->'names') x);
    update organization set version = version + 1 where id = target;
    update organization set parent_id = source, version = version + 1 where id in (select (c->>'id')::uuid from jsonb_array_elements(receipt->'children') c);
    update organization set successor_id = source, version = version + 1 where id in (select (c->>'id')::uuid from jsonb_array_elements(receipt->'followed') c);
    update draft d set organization_id = source from jsonb_array_elements(receipt->'drafts') x
      where d.organization_id = target and d.user_id = (x->>'user')::uuid and d.key = x->>'key';
    update sensitive_text set owner_ids = organization_swapped(owner_ids, target, source)
      where id in (select x::uuid from jsonb_array_elements_text(receipt->'hidden') x) and ended_at is null;
    return true;
  end $$;
  revoke execute on function organization_move(uuid, uuid), organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function organization_move(uuid, uuid), organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;

const identity = `
  -- Who acted for the one acts for the other from now on. Where she had the same role in both, the one left behind ends.
  create function membership_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with twice as (update membership m set valid_to = greatest(m.valid_from - 1, today() - 1) from membership was
        where was.id = m.id and m.organization_id = source and (m.valid_to is null or m.valid_to >= today())
          and exists (select 1 from membership t where t.organization_id = target and t.user_id = m.user_id and t.role = m.role) returning m.id, was.valid_to),
      moved as (update membership m set organization_id = target where m.organization_id = source
        and not exists (select 1 from membership t where t.organization_id = target and t.user_id = m.user_id and t.role = m.role) returning m.id),
      invited as (update invitation set organization_id = target where organization_id = source and used_at is null and withdrawn_at is null returning id)
    select jsonb_build_object('ended', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'to', valid_to)), '[]') from twice),
      'moved', (select coalesce(jsonb_agg(id), '[]') from moved), 'invited', (select coalesce(jsonb_agg(id), '[]') from invited)) into receipt;
    return receipt;
  end $$;
  create function membership_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    update membership m set valid_to = (x->>'to')::date from jsonb_array_elements(receipt->'ended') x where m.id = (x->>'id')::uuid;
    update membership set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'moved') x);
    update invitation set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'invited') x);
    return true;
  end $$;
  revoke execute on function membership_organization_move(uuid, uuid), membership_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function membership_organization_move(uuid, uuid), membership_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;

const strategies = `
  create function strategy_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with owned as (update strategy set owner_organization_id = target, version = version + 1 where owner_organization_id = source returning id, version),
      signed as (update signatory set organization_id = target where organization_id = source returning id)
    select jsonb_build_object('owned', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'version', version)), '[]') from owned),
      'signed', (select coalesce(jsonb_agg(id), '[]') from signed)) into receipt;
    return receipt;
  end $$;
  create function strategy_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    if exists (select 1 from jsonb_array_elements(receipt->'owned') x join strategy s on s.id = (x->>'id')::uuid where s.version <> (x->>'version')::int) then
      return false;
    end if;
    update strategy set owner_organization_id = source, version = version + 1 where id in (select (x->>'id')::uuid from jsonb_array_elements(receipt->'owned') x);
    update signatory set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'signed') x);
    return true;
  end $$;
  revoke execute on function strategy_organization_move(uuid, uuid), strategy_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function strategy_organization_move(uuid, uuid), strategy_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;

const actions = `
  -- Owners, partners and lines, drafts included. Each action's history says that its owners or partners changed.
  create function action_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    create temporary table action_moving on commit drop as
      select a.id, a.owner_ids, a.partner_ids, organization_swapped(a.owner_ids, source, target) as owners,
        array(select p from unnest(organization_swapped(a.partner_ids, source, target)) with ordinality u (p, n)
          where p <> all (organization_swapped(a.owner_ids, source, target)) order by n) as partners
      from action a where source = any (a.owner_ids) or source = any (a.partner_ids) for update;
    update action a set owner_ids = m.owners, partner_ids = m.partners, version = a.version + 1 from action_moving m where m.id = a.id;
    insert into change_log (area, object_id, level, version, field, before, after)
      select 'actions', a.id, a.visibility, a.version, f.field, to_jsonb(f.before), to_jsonb(f.after) from action_moving m join action a on a.id = m.id,
        lateral (values ('ownerIds', m.owner_ids, m.owners), ('partnerIds', m.partner_ids, m.partners)) f (field, before, after)
      where f.before is distinct from f.after;
    insert into event (area, object_id, level, kind, goal_ids)
      select 'actions', a.id, a.visibility, 'action.changed', a.goal_ids from action_moving m join action a on a.id = m.id;
    with told as (update action_update set organization_id = target where organization_id = source returning id)
    select jsonb_build_object('told', (select coalesce(jsonb_agg(id), '[]') from told)) into receipt;
    -- A line that is written bumps nothing of the action but its day of change.
    receipt := receipt || jsonb_build_object('actions', (select coalesce(jsonb_agg(jsonb_build_object(
      'id', a.id, 'version', a.version, 'owners', to_jsonb(m.owner_ids), 'partners', to_jsonb(m.partner_ids))), '[]')
      from action_moving m join action a on a.id = m.id));
    drop table action_moving;
    return receipt;
  end $$;
  create function action_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    if exists (select 1 from jsonb_array_elements(receipt->'actions') x left join action a on a.id = (x->>'id')::uuid
      where a.version is distinct from (x->>'version')::int) then
      return false;
    end if;
    insert into change_log (area, object_id, level, version, field, before, after)
      select 'actions', a.id, a.visibility, a.version + 1, 'ownerIds', to_jsonb(a.owner_ids), x->'owners'
      from jsonb_array_elements(receipt->'actions') x join action a on a.id = (x->>'id')::uuid;
    update action a set owner_ids = array(select jsonb_array_elements_text(x->'owners')::uuid), version = a.version + 1,
      partner_ids = array(select jsonb_array_elements_text(x->'partners')::uuid)
      from jsonb_array_elements(receipt->'actions') x where a.id = (x->>'id')::uuid;
    insert into event (area, object_id, level, kind, goal_ids)
      select 'actions', a.id, a.visibility, 'action.changed', a.goal_ids from jsonb_array_elements(receipt->'actions') x join action a on a.id = (x->>'id')::uuid;
    update action_update set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'told') x);
    return true;
  end $$;
  revoke execute on function action_organization_move(uuid, uuid), action_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function action_organization_move(uuid, uuid), action_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;
