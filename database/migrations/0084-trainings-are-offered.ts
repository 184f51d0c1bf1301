import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const hosts = `(select ctx_role()) in ${writes} and (select ctx_org()) = any`;

/** What people can learn from: trainings of five kinds with their sessions, held by several together. */
export class TrainingsAreOffered1763900000084 implements MigrationInterface {
  name = 'TrainingsAreOffered1763900000084';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(texts);
    await runner.query(moves);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy offer_is_gone on event; drop policy event_of_offer on event; drop policy history_of_offer on change_log;
      drop function offer_organization_move(uuid, uuid), offer_organization_put_back(uuid, uuid, jsonb), offer_text_hide(uuid), offer_text_show(uuid, jsonb);
      drop table offer_quota, offer_session, offer, offer_kind;
    `);
  }
}

const tables = `
  create table offer_kind (
    id uuid primary key default new_id(),
    kind text not null check (kind in ('web_course', 'web_support', 'conference', 'training_day', 'campaign')),
    name text not null,
    county_code text not null references county (code),
    closed_on date,
    created_at timestamptz not null default clock_timestamp()
  );
  comment on table offer_kind is 'A county''s own words under the five kinds. They are administration, kept by its administrators.';
  create unique index offer_kind_once on offer_kind (county_code, kind, lower(name));

  create table offer (
    id uuid primary key default new_id(),
    organization_id uuid not null default ctx_org() references organization (id),
    host_ids uuid[] not null,
    county_codes text[] not null default '{}',
    kind text not null check (kind in ('web_course', 'web_support', 'conference', 'training_day', 'campaign')),
    kind_id uuid references offer_kind (id),
    title text not null,
    description text not null default '',
    subject text not null default '',
    provider text not null default '',
    link text not null default '',
    professions text[] not null default '{}',
    function_id uuid references contact_function (id),
    reach_of integer check (reach_of > 0),
    reach_about boolean not null default false,
    reach_source text not null default '',
    status text not null default 'draft' check (status in ('draft', 'open', 'closed', 'cancelled', 'held')),
    status_before text check (status_before in ('draft', 'open', 'closed', 'cancelled', 'held')),
    status_since date not null default today(),
    visibility smallint not null check (visibility between 0 and 4),
    level smallint not null generated always as (case when status = 'draft' or status = 'cancelled' and status_before = 'draft' then 0 else visibility end) stored,
    demo boolean not null default false,
    hidden_at timestamptz,
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    constraint offer_hosts check (organization_id = any (host_ids))
  );
  comment on column offer.organization_id is 'Who entered it; those who hold it together, the same among them, stand in host_ids.';
  comment on column offer.level is 'Who sees it now: a draft is its hosts'' own, whatever it is meant for.';
  comment on column offer.reach_of is 'How many it is meant to reach, and reach_source says where the number comes from.';
  create index offer_organization on offer (organization_id);
  create index offer_function on offer (function_id);
  create index offer_kind_id on offer (kind_id);
  create index offer_hosts_of on offer using gin (host_ids);

  create table offer_session (
    id uuid primary key default new_id(),
    offer_id uuid not null references offer (id),
    day date not null,
    last_day date check (last_day > day),
    from_time time not null,
    to_time time not null,
    place text not null default '',
    link text not null default '',
    seats integer check (seats > 0),
    register_by date check (register_by <= day),
    version integer not null default 1
  );
  comment on column offer_session.from_time is 'As the clock shows in Sweden on the day.';
  create index offer_session_offer on offer_session (offer_id, day);

  create table offer_quota (
    session_id uuid not null references offer_session (id) on delete cascade,
    municipality_code text not null references municipality (code),
    seats integer not null check (seats > 0),
    primary key (session_id, municipality_code)
  );

  select secure_table('offer_kind'), secure_table('offer'), secure_table('offer_session'), secure_table('offer_quota');
`;

const rights = `
  create policy read on offer_kind for select to samverkan_app using ((select ctx_role()) is not null);
  grant insert (kind, name, county_code), update (name, closed_on) on offer_kind to samverkan_app;
  create policy add on offer_kind for insert to samverkan_app
    with check ((select ctx_role()) = 'county_admin' and county_code = any ((select ctx_counties())::text[]));
  create policy change on offer_kind for update to samverkan_app
    using ((select ctx_role()) = 'county_admin' and county_code = any ((select ctx_counties())::text[]));

  create policy read on offer for select to samverkan_app using (
    (hidden_at is null or (id = (select ctx_purging()) and may_purge(host_ids, county_codes)))
    and (level = 4 or could_read(level, host_ids, '{}', county_codes)));
  grant insert (host_ids, county_codes, kind, kind_id, title, description, subject, provider, link, professions, function_id, reach_of, reach_about,
    reach_source, visibility) on offer to samverkan_app;
  grant update (host_ids, county_codes, kind, kind_id, title, description, subject, provider, link, professions, function_id, reach_of, reach_about,
    reach_source, status, status_before, status_since, visibility, changed_at, version) on offer to samverkan_app;
  create policy add on offer for insert to samverkan_app
    with check (organization_id = (select ctx_org()) and (select ctx_role()) in ${writes} and not demo and hidden_at is null);
  create policy change on offer for update to samverkan_app using (${hosts} (host_ids) and hidden_at is null);

  create policy read on offer_session for select to samverkan_app using (exists (select from offer o where o.id = offer_id));
  grant insert (offer_id, day, last_day, from_time, to_time, place, link, seats, register_by),
    update (day, last_day, from_time, to_time, place, link, seats, register_by, version), delete on offer_session to samverkan_app;
  create policy add on offer_session for insert to samverkan_app with check (exists (select from offer o where o.id = offer_id and ${hosts} (o.host_ids)));
  create policy change on offer_session for update to samverkan_app using (exists (select from offer o where o.id = offer_id and ${hosts} (o.host_ids)));
  create policy remove on offer_session for delete to samverkan_app using (exists (select from offer o where o.id = offer_id and ${hosts} (o.host_ids)));

  create policy read on offer_quota for select to samverkan_app using ((select ctx_role()) is not null and exists (select from offer_session s where s.id = session_id));
  grant insert, delete on offer_quota to samverkan_app;
  create policy add on offer_quota for insert to samverkan_app with check (exists (select from offer_session s join offer o on o.id = s.offer_id
    where s.id = session_id and ${hosts} (o.host_ids)));
  create policy remove on offer_quota for delete to samverkan_app using (exists (select from offer_session s join offer o on o.id = s.offer_id
    where s.id = session_id and ${hosts} (o.host_ids)));

  create policy history_of_offer on change_log for select to samverkan_app using (
    area = 'learning' and exists (select from offer o where o.id = object_id and could_read(change_log.level, o.host_ids, '{}', o.county_codes)));
  create policy event_of_offer on event for select to samverkan_app using (
    former_level is null and area = 'learning'
    and exists (select from offer o where o.id = object_id and could_read(event.level, o.host_ids, '{}', o.county_codes)));
  create policy offer_is_gone on event for select to samverkan_app using (
    former_level is not null and area = 'learning' and could_read(former_level, former_owners, former_partners, former_counties)
    and not exists (select from offer o where o.id = object_id));
`;

const texts = `
  -- Whoever may read it may hide it; it is shown again by those who may purge it. Its sessions' places go with it.
  create function offer_text_hide(target uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    update offer o set hidden_at = clock_timestamp(), version = o.version + 1
      where o.id = target and o.hidden_at is null and could_read(o.level, o.host_ids, '{}', o.county_codes) and ctx_role() in ${writes};
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $$;
  create function offer_text_show(target uuid, clean jsonb) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update offer set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'title', title),
      description = coalesce(clean->>'description', description), subject = coalesce(clean->>'subject', subject), provider = coalesce(clean->>'provider', provider),
      link = coalesce(clean->>'address', link), reach_source = coalesce(clean->>'reachSource', reach_source)
      where id = target;
    -- A line for each session, in the order of their days.
    if clean ? 'places' then
      update offer_session s set place = coalesce((string_to_array(clean->>'places', E'\\n'))[x.n], ''), version = s.version + 1
        from (select id, row_number() over (order by day, from_time, id) as n from offer_session where offer_id = target) x where s.id = x.id;
    end if;
    -- And one for each step (0087), in their order.
    if clean ? 'steps' then
      update offer_step s set title = coalesce((string_to_array(clean->>'steps', E'\\n'))[x.n], '')
        from (select id, row_number() over (order by place, id) as n from offer_step where offer_id = target) x where s.id = x.id;
    end if;
  end $$;
  revoke execute on function offer_text_hide(uuid), offer_text_show(uuid, jsonb) from public;
  grant execute on function offer_text_hide(uuid), offer_text_show(uuid, jsonb) to samverkan_app;
`;

const moves = `
  create function offer_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    select jsonb_build_object('kept', (select coalesce(jsonb_agg(id), '[]') from offer where organization_id = source),
      'held', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'hosts', o.host_ids)), '[]') from offer o where source = any (o.host_ids))) into receipt;
    update offer set organization_id = case when organization_id = source then target else organization_id end,
      host_ids = organization_swapped(host_ids, source, target) where source = any (host_ids) or organization_id = source;
    return receipt;
  end $$;
  create function offer_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    if exists (select from jsonb_to_recordset(receipt->'held') as g (id uuid, hosts uuid[]) join offer o on o.id = g.id
      where o.host_ids <> organization_swapped(g.hosts, source, target)) then
      return false;
    end if;
    update offer o set host_ids = g.hosts, organization_id = case when o.organization_id = target and o.id in
      (select x::uuid from jsonb_array_elements_text(receipt->'kept') x) then source else o.organization_id end
      from jsonb_to_recordset(receipt->'held') as g (id uuid, hosts uuid[]) where o.id = g.id;
    update offer set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'kept') x);
    return true;
  end $$;
  revoke execute on function offer_organization_move(uuid, uuid), offer_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function offer_organization_move(uuid, uuid), offer_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;
