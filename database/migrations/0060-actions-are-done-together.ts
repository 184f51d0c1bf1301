import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const open = `('draft', 'planned', 'ongoing', 'paused')`;

/** Parties invite one another into an action, propose to join one, answer, and leave; what two planned apart becomes one. */
export class ActionsAreDoneTogether1763900000060 implements MigrationInterface {
  name = 'ActionsAreDoneTogether1763900000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(seen);
    await runner.query(traces);
    await runner.query(joining);
    await runner.query(leaving);
    await runner.query(ending);
    await runner.query(undoing);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy event_of_cooperation on event; drop trigger cooperation_ends on action; drop function cooperation_ends();
      drop function cooperation_undo(uuid), cooperation_leave(uuid), cooperation_join(uuid), cooperation_traced(action, action, text, uuid), cooperation_kept(action), cooperation_brings(uuid), cooperation_subject(uuid), cooperation_title(uuid);
      drop table action_cooperation;
      drop function action_is_shown(uuid);
      alter table action drop column joined_into_id;
    `);
  }
}

const table = `
  alter table action add column joined_into_id uuid references action (id);
  comment on column action.joined_into_id is 'The joint action it became part of when it was cancelled for that.';
  create index action_joined_into on action (joined_into_id) where joined_into_id is not null;

  create table action_cooperation (
    id uuid primary key default new_id(),
    action_id uuid not null references action (id),
    kind text not null check (kind in ('invitation', 'proposal', 'leaving')),
    state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn', 'left')),
    role text not null check (role in ('owner', 'partner')),
    organization_id uuid not null references organization (id),
    from_organization_id uuid not null default ctx_org() references organization (id),
    function_id uuid references contact_function (id),
    own_action_id uuid references action (id),
    closes_own boolean not null default false,
    message text not null default '', answer text,
    receipt jsonb,
    asked_at timestamptz not null default clock_timestamp(), answered_at timestamptz,
    hidden_at timestamptz, version integer not null default 1,
    constraint cooperation_leaving check ((kind = 'leaving') = (state = 'left')),
    constraint cooperation_own check (own_action_id is not null or not closes_own)
  );
  comment on column action_cooperation.organization_id is 'The one who joins, or leaves; from_organization_id is who asked.';
  comment on column action_cooperation.function_id is 'The function that is asked to answer.';
  comment on column action_cooperation.own_action_id is 'What the one who proposes had planned herself; with closes_own it is cancelled in the same act as the other says yes.';
  comment on column action_cooperation.receipt is 'What stood before the answer, so that it can be taken back.';
  create unique index action_cooperation_open on action_cooperation (action_id, organization_id) where state = 'open';
  create index action_cooperation_action on action_cooperation (action_id);
  create index action_cooperation_organization on action_cooperation (organization_id);
  create index action_cooperation_from on action_cooperation (from_organization_id);
  create index action_cooperation_function on action_cooperation (function_id) where function_id is not null;
  create index action_cooperation_own on action_cooperation (own_action_id) where own_action_id is not null;
  select secure_table('action_cooperation');
`;

const seen = `
  -- Whether it is not hidden as sensitive: who is invited to something hidden meets nothing of it either.
  create function action_is_shown(target uuid) returns boolean language sql stable security definer set search_path from current as $$
    select exists (select from action a where a.id = target and a.hidden_at is null) $$;
  revoke execute on function action_is_shown(uuid) from public;
  grant execute on function action_is_shown(uuid) to samverkan_app;

  -- Two sides: the owners, and the one who is to join. Nobody else knows that there is anything.
  create policy read on action_cooperation for select to samverkan_app using (case when hidden_at is null
    then (select ctx_role()) is not null and (select ctx_role()) <> 'system_admin' and action_is_shown(action_id)
      and (organization_id = (select ctx_org()) or exists (select from action a where a.id = action_id and (select ctx_org()) = any (a.owner_ids)))
    else id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = action_cooperation.id and s.ended_at is null
      and may_purge(s.owner_ids, s.county_codes)) end);
  grant insert (action_id, kind, role, organization_id, function_id, own_action_id, closes_own, message), update (state, answer, answered_at, function_id, version)
    on action_cooperation to samverkan_app;
  create policy ask on action_cooperation for insert to samverkan_app with check (
    from_organization_id = (select ctx_org()) and (select ctx_role()) in ${writes} and state = 'open' and hidden_at is null and receipt is null
    and (kind = 'invitation' and organization_id <> (select ctx_org()) and own_action_id is null
        and exists (select from action a where a.id = action_id and (select ctx_org()) = any (a.owner_ids))
      or kind = 'proposal' and organization_id = (select ctx_org()) and exists (select from action a where a.id = action_id)
        and (own_action_id is null or exists (select from action o where o.id = own_action_id and (select ctx_org()) = any (o.owner_ids)))));
  create policy answer on action_cooperation for update to samverkan_app using (
    hidden_at is null and (select ctx_role()) in ${writes}
    and (organization_id = (select ctx_org()) or exists (select from action a where a.id = action_id and (select ctx_org()) = any (a.owner_ids))));

  create policy event_of_cooperation on event for select to samverkan_app using (
    former_level is null and area = 'actions' and exists (select from action_cooperation c where c.id = object_id));

  -- What the action is called, for the two sides; once it has come to nothing, only for those who see the action itself.
  create function cooperation_title(target uuid) returns text language sql stable security definer set search_path from current as $$
    select a.title from action_cooperation c join action a on a.id = c.action_id
    where c.id = target and a.hidden_at is null and ctx_role() <> 'system_admin'
      and (could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes) or c.organization_id = ctx_org() and c.state = 'open')
  $$;
  -- The thing itself, for whoever is asked to join it and has not answered: what it is and whose. No line of what was done, no history, no goal of hers to see.
  create function cooperation_subject(target uuid) returns jsonb language sql stable security definer set search_path from current as $$
    select jsonb_build_object('id', a.id, 'title', a.title, 'description', a.description, 'kind', a.kind, 'status', a.status, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
      'ownerIds', to_jsonb(a.owner_ids), 'municipalityCodes', to_jsonb(a.municipality_codes), 'visibility', a.visibility,
      'readable', could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes))
    from action_cooperation c join action a on a.id = c.action_id
    where c.id = target and a.hidden_at is null and ctx_role() <> 'system_admin'
      and (could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes) or c.organization_id = ctx_org() and c.state = 'open')
  $$;
  -- What comes with whoever joins as an owner: the places and goals of her own plan, else the municipality she is.
  create function cooperation_brings(target uuid) returns table (municipality_codes text[], goal_ids uuid[]) language sql stable security definer set search_path from current as $$
    select case when p.id is not null then p.municipality_codes
        when o.kind = 'municipality' then array(select m.municipality_code from organization_municipality m where m.organization_id = o.id order by 1) else '{}' end,
      coalesce(p.goal_ids, '{}')
    from action_cooperation c join action a on a.id = c.action_id join organization o on o.id = c.organization_id
      left join action p on p.id = c.own_action_id and c.closes_own and p.hidden_at is null
    where c.id = target and c.role = 'owner' and (c.organization_id = ctx_org() or ctx_org() = any (a.owner_ids)) and ctx_role() <> 'system_admin'
  $$;
  revoke execute on function cooperation_title(uuid), cooperation_subject(uuid), cooperation_brings(uuid) from public;
  grant execute on function cooperation_title(uuid), cooperation_subject(uuid), cooperation_brings(uuid) to samverkan_app;
`;

// What is left behind in the two histories, and by whom: the row of whoever acts, at the level of the action.
const traces = `
  -- What an answer changes, as it was. No words: they could be cleaned meanwhile.
  create function cooperation_kept(given action) returns jsonb language sql immutable set search_path from current as $$
    select jsonb_object_agg(k, v) from jsonb_each(to_jsonb(given)) e (k, v) where k in ('id', 'status', 'status_since', 'paused_from', 'paused_from_since',
      'owner_ids', 'partner_ids', 'municipality_codes', 'county_codes', 'goal_ids', 'responsible_function_id')
  $$;
  create function cooperation_traced(before action, after action, what text, who uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    insert into change_log (area, object_id, level, version, field, before, after)
      select 'actions', after.id, before.visibility, after.version, f.field, f.was, f.now from (values
        (what, null, to_jsonb((select o.name from organization o where o.id = who))),
        ('partnerIds', to_jsonb(before.partner_ids), to_jsonb(after.partner_ids)),
        ('municipalityCodes', to_jsonb(before.municipality_codes), to_jsonb(after.municipality_codes)),
        ('goalIds', to_jsonb(before.goal_ids), to_jsonb(after.goal_ids)),
        ('responsibleFunction', to_jsonb(before.responsible_function), to_jsonb(after.responsible_function))) f (field, was, now)
      where f.was is distinct from f.now;
    insert into event (area, object_id, level, kind, goal_ids) values ('actions', after.id, before.visibility, 'action.' || what, after.goal_ids);
    -- Whoever no longer sees it is told that it is gone.
    if what <> 'joined' then
      insert into event (area, object_id, level, kind, goal_ids, former_level, former_owners, former_partners, former_counties)
        values ('actions', after.id, before.visibility, 'action.gone', before.goal_ids, before.visibility, before.owner_ids, before.partner_ids, before.county_codes);
    end if;
  end $$;
  revoke execute on function cooperation_traced(action, action, text, uuid) from public;
`;

// One act: whoever says yes may own neither of the two actions it changes.
const joining = `
  create function cooperation_join(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    c action_cooperation; a action; b action; own action; ended action; places text[]; goals uuid[];
  begin
    select * into c from action_cooperation x where x.id = target and x.hidden_at is null for update;
    -- In the order of their ids, so that two who join one another's wait for each other.
    perform from action x where x.id in (c.action_id, c.own_action_id) order by x.id for update;
    select * into b from action x where x.id = c.action_id and x.hidden_at is null;
    if b.id is null or coalesce(ctx_role(), '') not in ${writes}
      or not (case c.kind when 'invitation' then c.organization_id = ctx_org() when 'proposal' then ctx_org() = any (b.owner_ids) else false end) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if c.state <> 'open' then return 'cooperation.is-answered'; end if;
    if b.status not in ${open} then return 'cooperation.action-is-over'; end if;
    if c.role = 'partner' and b.visibility = 0 then return 'cooperation.partner-would-not-see'; end if;
    select x.municipality_codes, x.goal_ids into places, goals from cooperation_brings(target) x;
    -- One for the whole county is for her place too.
    if b.municipality_codes = '{}' then places := '{}'; end if;
    update action x set version = x.version + 1, changed_at = clock_timestamp(),
      owner_ids = case when c.role = 'owner' and c.organization_id <> all (x.owner_ids) then x.owner_ids || c.organization_id else x.owner_ids end,
      partner_ids = case when c.role = 'owner' then array_remove(x.partner_ids, c.organization_id)
        when c.organization_id = any (x.partner_ids || x.owner_ids) then x.partner_ids else x.partner_ids || c.organization_id end,
      municipality_codes = x.municipality_codes || array(select m from unnest(places) m where m <> all (x.municipality_codes) order by m),
      county_codes = x.county_codes || array(select distinct m.county_code from municipality m where m.code = any (places) and m.county_code <> all (x.county_codes) order by 1),
      goal_ids = (x.goal_ids || array(select g from unnest(goals) g where g <> all (x.goal_ids)))[1:20]
      where x.id = b.id returning x.* into a;
    perform cooperation_traced(b, a, 'joined', c.organization_id);
    -- Hers alone to end: one she shares is not ended by what she and a third agree on.
    select * into own from action x where x.id = c.own_action_id and c.closes_own and x.id <> b.id and x.hidden_at is null and x.status in ${open}
      and x.owner_ids = array[c.organization_id];
    if own.id is not null then
      update action x set status = 'cancelled', status_since = today(), paused_from = null, paused_from_since = null, cancel_reason = null, joined_into_id = b.id,
        version = x.version + 1, changed_at = clock_timestamp() where x.id = own.id returning x.* into ended;
      insert into change_log (area, object_id, level, version, field, before, after)
        values ('actions', own.id, own.visibility, ended.version, 'joinedInto', to_jsonb(own.status), to_jsonb(b.reference));
      insert into event (area, object_id, level, kind, value, goal_ids) values ('actions', own.id, own.visibility, 'action.status-changed', 'cancelled', own.goal_ids);
    end if;
    update action_cooperation x set state = 'accepted', answered_at = clock_timestamp(), version = x.version + 1,
      receipt = jsonb_build_object('version', a.version, 'before', cooperation_kept(b), 'own', case when own.id is not null then cooperation_kept(own) end, 'ownVersion', ended.version)
      where x.id = target;
    return 'done';
  end $$;
  revoke execute on function cooperation_join(uuid) from public;
  grant execute on function cooperation_join(uuid) to samverkan_app;
`;

const leaving = `
  -- Never the last owner: nothing is nobody's. A function of hers answers for it no longer. Gives the row by which it can be taken back.
  create function cooperation_leave(target uuid) returns uuid language plpgsql volatile security definer set search_path from current as $$
  declare
    a action; b action; made uuid; owned boolean;
  begin
    select * into b from action x where x.id = target and x.hidden_at is null for update;
    owned := ctx_org() = any (b.owner_ids);
    if b.id is null or coalesce(ctx_role(), '') not in ${writes} or not (owned or b.visibility >= 1 and ctx_org() = any (b.partner_ids)) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if b.owner_ids = array[ctx_org()] then return null; end if;
    update action x set version = x.version + 1, changed_at = clock_timestamp(),
      owner_ids = array_remove(x.owner_ids, ctx_org()), partner_ids = array_remove(x.partner_ids, ctx_org()),
      responsible_function = case when hers.answers then null else x.responsible_function end,
      responsible_function_id = case when hers.answers then null else x.responsible_function_id end
      from (select exists (select from contact_function f where f.id = b.responsible_function_id and f.organization_id = ctx_org()) as answers) hers
      where x.id = b.id returning x.* into a;
    perform cooperation_traced(b, a, 'left', ctx_org());
    insert into action_cooperation (action_id, kind, state, role, organization_id, answered_at, receipt)
      values (b.id, 'leaving', 'left', case when owned then 'owner' else 'partner' end, ctx_org(), clock_timestamp(),
        jsonb_build_object('version', a.version, 'before', cooperation_kept(b))) returning id into made;
    return made;
  end $$;
  revoke execute on function cooperation_leave(uuid) from public;
  grant execute on function cooperation_leave(uuid) to samverkan_app;
`;

// What is over cannot be joined: nobody is left waiting for an answer about it.
const ending = `
  create function cooperation_ends() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    with ended as (update action_cooperation c set state = 'withdrawn', answered_at = clock_timestamp(), version = c.version + 1
      where c.action_id = new.id and c.state = 'open' returning c.id)
    insert into event (area, object_id, level, kind) select 'actions', e.id, 0, 'cooperation.withdrawn' from ended e;
    return null;
  end $$;
  create trigger cooperation_ends after update of status on action for each row
    when (new.status in ('completed', 'cancelled') and old.status in ${open}) execute function cooperation_ends();
  revoke execute on function cooperation_ends() from public;
`;

const undoing = `
  -- For a day, and while nothing has been built on it.
  create function cooperation_undo(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    c action_cooperation; a action; b action; was action; own action; ended action;
  begin
    select * into c from action_cooperation x where x.id = target and x.hidden_at is null for update;
    perform from action x where x.id in (c.action_id, c.own_action_id) order by x.id for update;
    select * into b from action x where x.id = c.action_id and x.hidden_at is null;
    if b.id is null or coalesce(ctx_role(), '') not in ${writes} or not (
      case when c.kind = 'proposal' and c.state in ('accepted', 'declined') then c.organization_id <> ctx_org() and ctx_org() = any (b.owner_ids)
        when c.kind = 'invitation' and c.state = 'withdrawn' then ctx_org() = any (b.owner_ids)
        else c.organization_id = ctx_org() end) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if c.state = 'open' then return 'cooperation.nothing-to-undo'; end if;
    if c.answered_at < clock_timestamp() - interval '1 day' then return 'cooperation.too-late-to-undo'; end if;
    if c.state in ('declined', 'withdrawn') then
      if b.status not in ${open} then return 'cooperation.action-is-over'; end if;
      if exists (select from action_cooperation x where x.action_id = c.action_id and x.organization_id = c.organization_id and x.state = 'open') then return 'cooperation.is-open-already'; end if;
      update action_cooperation x set state = 'open', answer = null, answered_at = null, version = x.version + 1 where x.id = target;
      return 'done';
    end if;
    was := jsonb_populate_record(null::action, c.receipt->'before');
    own := jsonb_populate_record(null::action, nullif(c.receipt->'own', 'null'));
    select * into ended from action x where x.id = own.id and x.hidden_at is null;
    if b.version <> (c.receipt->>'version')::int or own.id is not null and ended.version is distinct from (c.receipt->>'ownVersion')::int then return 'cooperation.has-moved-on'; end if;
    update action x set version = x.version + 1, changed_at = clock_timestamp(), owner_ids = was.owner_ids, partner_ids = was.partner_ids,
      municipality_codes = was.municipality_codes, county_codes = was.county_codes, goal_ids = was.goal_ids,
      responsible_function = coalesce((select f.title from contact_function f where f.id = was.responsible_function_id), x.responsible_function),
      responsible_function_id = was.responsible_function_id
      where x.id = b.id returning x.* into a;
    perform cooperation_traced(b, a, case c.state when 'left' then 'joined' else 'left' end, c.organization_id);
    if own.id is not null then
      update action x set status = own.status, status_since = own.status_since, paused_from = own.paused_from, paused_from_since = own.paused_from_since,
        joined_into_id = null, version = x.version + 1, changed_at = clock_timestamp() where x.id = own.id returning x.* into ended;
      insert into change_log (area, object_id, level, version, field, before, after)
        values ('actions', own.id, ended.visibility, ended.version, 'reopen', to_jsonb('cancelled'::text), to_jsonb(own.status));
      insert into event (area, object_id, level, kind, value, goal_ids) values ('actions', own.id, ended.visibility, 'action.status-changed', own.status, own.goal_ids);
    end if;
    if c.kind = 'leaving' then delete from action_cooperation x where x.id = target;
    else update action_cooperation x set state = 'open', answer = null, answered_at = null, receipt = null, version = x.version + 1 where x.id = target; end if;
    return 'done';
  end $$;
  revoke execute on function cooperation_undo(uuid) from public;
  grant execute on function cooperation_undo(uuid) to samverkan_app;
`;
