import type { MigrationInterface, QueryRunner } from 'typeorm';
import { hostingMerges, hostingTexts } from './parts/hosting-follows';
import { hostingUnasked } from './parts/hosting-unasked';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const live = `('draft', 'open', 'closed')`;

/**
 * Whoever is to hold a training together with others is asked, and holds it when it has said yes.
 *
 * Those who stand in `offer.host_ids` when this is taken stay there: they were named under the rule that was then, and can leave. The
 * former release, which names them itself, may go on writing that column beside this one: a question to somebody whom it names is over.
 */
export class WhoIsToHoldATrainingIsAsked1763900000134 implements MigrationInterface {
  name = 'WhoIsToHoldATrainingIsAsked1763900000134';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(seen);
    await runner.query(reminding);
    await runner.query(traces);
    await runner.query(answering);
    await runner.query(ending);
    await runner.query(hostingUnasked);
    await runner.query(hostingTexts);
    await runner.query(hostingMerges);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy event_of_hosting on event; drop trigger hosting_ends on offer; drop function hosting_ends();
      drop function hosting_organization_move(uuid, uuid), hosting_organization_put_back(uuid, uuid, jsonb), hosting_text_hide(uuid), hosting_text_show(uuid, jsonb), hosting_place(uuid);
      drop function hosting_take_out(uuid, uuid), hosting_unasked(uuid);
      drop function hosting_undo(uuid), hosting_leave(uuid), hosting_join(uuid), hosting_counties(uuid[]), hosting_traced(offer, offer, text, uuid);
      drop function hosting_reaches(uuid), hosting_answerable(uuid), hostings_told(integer), hosting_subject(uuid), hostings_declined(), hosting_title(uuid);
      drop table offer_hosting;
      drop function offer_is_shown(uuid);
    `);
  }
}

const table = `
  create table offer_hosting (
    id uuid primary key default new_id(),
    offer_id uuid not null references offer (id),
    kind text not null check (kind in ('invitation', 'leaving')),
    state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn', 'left')),
    organization_id uuid not null references organization (id),
    from_organization_id uuid not null default ctx_org() references organization (id),
    function_id uuid references contact_function (id),
    message text not null default '', answer text,
    receipt jsonb,
    asked_at timestamptz not null default clock_timestamp(), answered_at timestamptz,
    reminded_at timestamptz, told_on date,
    hidden_at timestamptz, version integer not null default 1,
    constraint hosting_leaving check ((kind = 'leaving') = (state = 'left'))
  );
  comment on column offer_hosting.organization_id is 'The one who is asked, or has left; from_organization_id is who asked.';
  comment on column offer_hosting.function_id is 'The function that is asked to answer.';
  comment on column offer_hosting.receipt is 'What is needed to take the answer back: the version it made, and of a leaving what went with it.';
  comment on column offer_hosting.told_on is 'When the day''s letter last told whoever is asked that it waits.';
  create unique index offer_hosting_open on offer_hosting (offer_id, organization_id) where state = 'open' and hidden_at is null;
  create index offer_hosting_offer on offer_hosting (offer_id);
  create index offer_hosting_organization on offer_hosting (organization_id);
  create index offer_hosting_from on offer_hosting (from_organization_id);
  create index offer_hosting_function on offer_hosting (function_id) where function_id is not null;
  select secure_table('offer_hosting');
`;

const seen = `
  -- Whether it is not hidden as sensitive: who is asked about something hidden meets nothing of it either.
  create function offer_is_shown(target uuid) returns boolean language sql stable security definer set search_path from current as $$
    select exists (select from offer o where o.id = target and o.hidden_at is null) $$;
  revoke execute on function offer_is_shown(uuid) from public;
  grant execute on function offer_is_shown(uuid) to samverkan_app;

  -- Two sides: those who hold it, and the one who is asked. Nobody else knows that there is anything.
  create policy read on offer_hosting for select to samverkan_app using (case when hidden_at is null
    then (select ctx_role()) is not null and (select ctx_role()) <> 'system_admin' and offer_is_shown(offer_id)
      and (organization_id = (select ctx_org()) or exists (select from offer o where o.id = offer_id and (select ctx_org()) = any (o.host_ids)))
    else id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = offer_hosting.id and s.ended_at is null
      and may_purge(s.owner_ids, s.county_codes)) end);
  grant insert (offer_id, kind, organization_id, function_id, message), update (state, answer, answered_at, reminded_at, function_id, version)
    on offer_hosting to samverkan_app;
  create policy ask on offer_hosting for insert to samverkan_app with check (
    from_organization_id = (select ctx_org()) and (select ctx_role()) in ${writes} and kind = 'invitation' and state = 'open' and hidden_at is null and receipt is null
    and exists (select from offer o where o.id = offer_id and (select ctx_org()) = any (o.host_ids) and offer_hosting.organization_id <> all (o.host_ids)));
  create policy answer on offer_hosting for update to samverkan_app using (
    hidden_at is null and (select ctx_role()) in ${writes}
    and (organization_id = (select ctx_org()) or exists (select from offer o where o.id = offer_id and (select ctx_org()) = any (o.host_ids))));

  create policy event_of_hosting on event for select to samverkan_app using (
    former_level is null and area = 'learning' and exists (select from offer_hosting h where h.id = object_id));

  -- What the training is called, for the two sides; once it has come to nothing, only for those who see the training itself.
  create function hosting_title(target uuid) returns text language sql stable security definer set search_path from current as $$
    select o.title from offer_hosting h join offer o on o.id = h.offer_id
    where h.id = target and o.hidden_at is null and ctx_role() <> 'system_admin'
      and (could_read(o.level, o.host_ids, '{}', o.county_codes) or h.organization_id = ctx_org() and h.state = 'open')
  $$;
  -- What a handover has ended by saying no, for as long as that can be taken back: it is still called something to whoever said it.
  create function hostings_declined() returns table (id uuid, title text) language sql stable security definer set search_path from current as $$
    select h.id, o.title from offer_hosting h join offer o on o.id = h.offer_id
    where h.organization_id = ctx_org() and ctx_role() in ${writes} and h.state = 'declined' and h.answered_at >= clock_timestamp() - interval '1 day'
      and h.hidden_at is null and o.hidden_at is null
  $$;
  -- The thing itself, for whoever is asked and has not answered: what it is, when and where, and whose. Nobody who comes, no history, no link.
  create function hosting_subject(target uuid) returns jsonb language sql stable security definer set search_path from current as $$
    select jsonb_build_object('id', o.id, 'title', o.title, 'description', o.description, 'subject', o.subject, 'kind', o.kind, 'status', o.status, 'hostIds', to_jsonb(o.host_ids),
      'sessions', (select coalesce(jsonb_agg(jsonb_build_object('day', s.day, 'lastDay', s.last_day, 'place', s.place) order by s.day, s.from_time, s.id), '[]')
        from (select * from offer_session x where x.offer_id = o.id order by x.day, x.from_time, x.id limit 20) s),
      'readable', could_read(o.level, o.host_ids, '{}', o.county_codes))
    from offer_hosting h join offer o on o.id = h.offer_id
    where h.id = target and o.hidden_at is null and ctx_role() <> 'system_admin'
      and (could_read(o.level, o.host_ids, '{}', o.county_codes) or h.organization_id = ctx_org() and h.state = 'open')
  $$;
  revoke execute on function hosting_title(uuid), hosting_subject(uuid), hostings_declined() from public;
  grant execute on function hosting_title(uuid), hosting_subject(uuid), hostings_declined() to samverkan_app;
`;

const reminding = `
  -- Whether anybody there has an account that can answer, for the two sides.
  create function hosting_answerable(target uuid) returns boolean language sql stable security definer set search_path from current as $$
    select exists (select from offer_hosting h join offer o on o.id = h.offer_id
        join membership m on m.organization_id = h.organization_id join app_user u on u.id = m.user_id
      where h.id = target and (h.organization_id = ctx_org() or ctx_org() = any (o.host_ids)) and m.role in ${writes}
        and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and u.disabled_at is null) $$;
  -- Whether a letter about it would reach anybody, for the side that asks: a function's mailbox, or somebody there who can answer.
  create function hosting_reaches(target uuid) returns boolean language sql stable security definer set search_path from current as $$
    select exists (select from offer_hosting h join offer o on o.id = h.offer_id
      where h.id = target and ctx_org() = any (o.host_ids)
        and (exists (select from contact_function f where f.id = h.function_id and f.organization_id = h.organization_id and f.retired_on is null and f.hidden_at is null and f.mailbox is not null)
          or hosting_answerable(h.id))) $$;
  -- The day's letter has told the acting organisation of what it has not answered for so many days.
  create function hostings_told(days integer) returns void language sql volatile security definer set search_path from current as $$
    update offer_hosting h set told_on = today() where h.state = 'open' and h.organization_id = ctx_org()
      and today() - (coalesce(h.reminded_at, h.asked_at) at time zone 'Europe/Stockholm')::date >= days and (h.told_on is null or h.told_on <= today() - days) $$;
  revoke execute on function hosting_reaches(uuid), hosting_answerable(uuid), hostings_told(integer) from public;
  grant execute on function hosting_reaches(uuid), hosting_answerable(uuid), hostings_told(integer) to samverkan_app;
`;

// What is left behind in the history and the news, and by whom: the row of whoever acts, at the level of the training.
const traces = `
  create function hosting_counties(hosts uuid[]) returns text[] language sql stable set search_path from current as $$
    select coalesce(array_agg(distinct c.county_code order by c.county_code), '{}') from organization_county c where c.organization_id = any (hosts) $$;
  create function hosting_traced(before offer, after offer, what text, who uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    insert into change_log (area, object_id, level, version, field, before, after)
      values ('learning', after.id, before.level, after.version, what, null, to_jsonb((select g.name from organization g where g.id = who)));
    insert into event (area, object_id, level, kind) values ('learning', after.id, before.level, 'offer.' || what);
    -- Whoever no longer sees it is told that it is gone.
    if what in ('left', 'takenOut') then
      insert into event (area, object_id, level, kind, former_level, former_owners, former_partners, former_counties)
        values ('learning', after.id, before.level, 'offer.gone', before.level, before.host_ids, '{}', before.county_codes);
    end if;
  end $$;
  revoke execute on function hosting_traced(offer, offer, text, uuid), hosting_counties(uuid[]) from public;
`;

const answering = `
  -- The training is held before the question, as whoever changes or ends the training does it: two who act at once wait for each other.
  create function hosting_join(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    h offer_hosting; a offer; b offer;
  begin
    perform from offer x where x.id = (select y.offer_id from offer_hosting y where y.id = target) for update;
    select * into h from offer_hosting x where x.id = target and x.hidden_at is null for update;
    select * into b from offer x where x.id = h.offer_id and x.hidden_at is null;
    if b.id is null or coalesce(ctx_role(), '') not in ${writes} or h.kind <> 'invitation' or h.organization_id <> ctx_org() then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if h.state <> 'open' then return 'cooperation.is-answered'; end if;
    if b.status not in ${live} then return 'hosting.is-over'; end if;
    update offer_hosting x set state = 'accepted', answered_at = clock_timestamp(), version = x.version + 1, receipt = jsonb_build_object('version', b.version + 1)
      where x.id = target;
    update offer x set version = x.version + 1, changed_at = clock_timestamp(), host_ids = x.host_ids || h.organization_id,
      county_codes = hosting_counties(x.host_ids || h.organization_id) where x.id = b.id returning x.* into a;
    perform hosting_traced(b, a, 'joined', h.organization_id);
    return 'done';
  end $$;

  -- Never the last one that stands: nothing is nobody's. Of whoever entered it the next of those takes over what it is; a function of hers answers for it no longer. Gives the row by which it can be taken back.
  create function hosting_leave(target uuid) returns uuid language plpgsql volatile security definer set search_path from current as $$
  declare
    a offer; b offer; rest uuid[]; heir uuid; made uuid; answers boolean;
  begin
    select * into b from offer x where x.id = target and x.hidden_at is null for update;
    if b.id is null or coalesce(ctx_role(), '') not in ${writes} or not ctx_org() = any (b.host_ids) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    rest := array_remove(b.host_ids, ctx_org());
    heir := (select g.id from unnest(rest) with ordinality w (id, place) join organization g on g.id = w.id
      where g.merged_into_id is null and (g.valid_to is null or g.valid_to >= today()) order by w.place limit 1);
    if heir is null then return null; end if;
    answers := exists (select from contact_function f where f.id = b.function_id and f.organization_id = ctx_org());
    update offer x set version = x.version + 1, changed_at = clock_timestamp(), host_ids = rest, county_codes = hosting_counties(rest),
      organization_id = case when x.organization_id = ctx_org() then heir else x.organization_id end,
      function_id = case when answers then null else x.function_id end where x.id = b.id returning x.* into a;
    perform hosting_traced(b, a, 'left', ctx_org());
    insert into offer_hosting (offer_id, kind, state, organization_id, answered_at, receipt)
      values (b.id, 'leaving', 'left', ctx_org(), clock_timestamp(), jsonb_build_object('version', a.version, 'entered', b.organization_id = ctx_org(),
        'function', case when answers then b.function_id end)) returning id into made;
    return made;
  end $$;

  -- For a day, and while nothing has been built on it.
  create function hosting_undo(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    h offer_hosting; a offer; b offer; now_hosts uuid[];
  begin
    perform from offer x where x.id = (select y.offer_id from offer_hosting y where y.id = target) for update;
    select * into h from offer_hosting x where x.id = target and x.hidden_at is null for update;
    select * into b from offer x where x.id = h.offer_id and x.hidden_at is null;
    if b.id is null or coalesce(ctx_role(), '') not in ${writes}
      or not (case when h.state = 'withdrawn' then ctx_org() = any (b.host_ids) else h.organization_id = ctx_org() end) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if h.state = 'open' then return 'cooperation.nothing-to-undo'; end if;
    if h.receipt ? 'twice' then return 'hosting.has-moved-on'; end if;
    if h.answered_at < clock_timestamp() - interval '1 day' then return 'cooperation.too-late-to-undo'; end if;
    if h.state in ('declined', 'withdrawn') then
      if b.status not in ${live} then return 'hosting.is-over'; end if;
      if h.organization_id = any (b.host_ids) then return 'hosting.holds-already'; end if;
      if exists (select from offer_hosting x where x.offer_id = h.offer_id and x.organization_id = h.organization_id and x.state = 'open' and x.hidden_at is null) then return 'cooperation.is-open-already'; end if;
      update offer_hosting x set state = 'open', answer = null, answered_at = null, version = x.version + 1 where x.id = target;
      return 'done';
    end if;
    if b.version is distinct from (h.receipt->>'version')::int or (h.organization_id = any (b.host_ids)) <> (h.state = 'accepted') then return 'hosting.has-moved-on'; end if;
    -- Who has registered since may have done so because it is held there too, and is not to lose sight of its own seat.
    if h.state = 'accepted' and exists (select from offer_registration r join offer_session s on s.id = r.session_id
      where s.offer_id = b.id and r.arrived_at > h.answered_at) then return 'hosting.has-moved-on'; end if;
    now_hosts := case when h.state = 'accepted' then array_remove(b.host_ids, h.organization_id)
      when (h.receipt->>'entered')::boolean then h.organization_id || b.host_ids else b.host_ids || h.organization_id end;
    if now_hosts = '{}' then return 'hosting.last-host'; end if;
    if h.kind = 'leaving' then
      delete from offer_hosting x where x.id = target;
      -- Asked anew meanwhile, she has come back by herself.
      update offer_hosting x set state = 'withdrawn', answered_at = clock_timestamp(), version = x.version + 1
        where x.offer_id = b.id and x.organization_id = h.organization_id and x.state = 'open';
    else
      update offer_hosting x set state = 'open', answer = null, answered_at = null, receipt = null, version = x.version + 1 where x.id = target;
    end if;
    update offer x set version = x.version + 1, changed_at = clock_timestamp(), host_ids = now_hosts, county_codes = hosting_counties(now_hosts),
      organization_id = case when (h.receipt->>'entered')::boolean then h.organization_id else x.organization_id end,
      function_id = coalesce((select f.id from contact_function f where f.id = (h.receipt->>'function')::uuid and f.retired_on is null and f.organization_id = h.organization_id), x.function_id)
      where x.id = b.id returning x.* into a;
    perform hosting_traced(b, a, case h.state when 'left' then 'joined' else 'left' end, h.organization_id);
    return 'done';
  end $$;
  revoke execute on function hosting_join(uuid), hosting_leave(uuid), hosting_undo(uuid) from public;
  grant execute on function hosting_join(uuid), hosting_leave(uuid), hosting_undo(uuid) to samverkan_app;
`;

// What is over cannot be joined, and who has been named by the former release needs no asking: nobody is left waiting for an answer about it.
const ending = `
  create function hosting_ends() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    with ended as (update offer_hosting h set state = 'withdrawn', answered_at = clock_timestamp(), version = h.version + 1
      where h.offer_id = new.id and h.state = 'open' and (new.status not in ${live} or h.organization_id = any (new.host_ids)) returning h.id)
    insert into event (area, object_id, level, kind) select 'learning', e.id, 0, 'hosting.withdrawn' from ended e;
    return null;
  end $$;
  create trigger hosting_ends after update of status, host_ids on offer for each row
    when (new.status not in ${live} and old.status in ${live} or new.host_ids is distinct from old.host_ids) execute function hosting_ends();
  revoke execute on function hosting_ends() from public;
`;
