import type { MigrationInterface, QueryRunner } from 'typeorm';
import { offerRegistrationsAreKept, offerRegistrationsAreKeptDown } from './parts/offer-registrations-kept';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const host = (o: string) => `ctx_role() in ${writes} and ctx_org() = any (${o}.host_ids)`;

/** Registration with and without an account: invitations, seats in pools, a waiting list in the order of arrival, and what goes afterwards. */
export class TrainingsAreRegisteredFor1763900000085 implements MigrationInterface {
  name = 'TrainingsAreRegisteredFor1763900000085';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(pools);
    await runner.query(doors);
    await runner.query(offerRegistrationsAreKept);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(offerRegistrationsAreKeptDown);
    await runner.query(`
      drop function offer_door(bytea), offer_register(bytea, jsonb), offer_register_self(uuid, text), offer_registrations_of(uuid[]), offer_registration_end(uuid),
        offer_promote(uuid), offer_seats_free(uuid), offer_reminders_due(), offer_arrive(uuid, jsonb), offer_pool_room(uuid, text);
      drop table offer_registration, offer_invitation;
      alter table offer_session drop column link_hash;
    `);
  }
}

const tables = `
  alter table offer_session add column link_hash bytea;
  comment on column offer_session.link_hash is 'Of a link that may be shared: whoever has it may register.';
  create unique index offer_session_link on offer_session (link_hash);
  grant update (link_hash) on offer_session to samverkan_app;

  create table offer_invitation (
    id uuid primary key default new_id(),
    session_id uuid not null references offer_session (id) on delete cascade,
    email text not null,
    token_hash bytea not null unique,
    invited_at timestamptz not null default clock_timestamp(),
    used_at timestamptz,
    withdrawn_at timestamptz,
    counted_for uuid not null default ctx_org()
  );
  comment on column offer_invitation.counted_for is 'The organisation that invited: how many it invites in a day has a bound.';
  create unique index offer_invitation_once on offer_invitation (session_id, lower(email));

  create table offer_registration (
    id uuid primary key default new_id(),
    session_id uuid not null references offer_session (id) on delete cascade,
    name text not null,
    email text not null,
    organization text not null,
    municipality_code text references municipality (code),
    profession text,
    state text not null check (state in ('registered', 'waiting')),
    user_id uuid references app_user (id),
    arrived_at timestamptz not null default clock_timestamp(),
    seated_at timestamptz,
    reminded smallint not null default 0,
    attended boolean
  );
  comment on table offer_registration is 'Personal data: goes sixty days after the session, or at once when she takes it back. What remains is counts.';
  comment on column offer_registration.arrived_at is 'Her place in the line: nobody''s is before that of whoever came earlier in the same pool.';
  create unique index offer_registration_once on offer_registration (session_id, lower(email));
  create index offer_registration_line on offer_registration (session_id, state, arrived_at);
  create index offer_registration_user on offer_registration (user_id);

  select secure_table('offer_invitation'), secure_table('offer_registration');
  grant insert (session_id, email, token_hash), update (email, withdrawn_at) on offer_invitation to samverkan_app;
  create policy hosts on offer_invitation for select to samverkan_app
    using (exists (select from offer_session s join offer o on o.id = s.offer_id where s.id = session_id and ${host('o')}));
  create policy invite on offer_invitation for insert to samverkan_app
    with check (exists (select from offer_session s join offer o on o.id = s.offer_id where s.id = session_id and ${host('o')}));
  create policy withdraw on offer_invitation for update to samverkan_app
    using (exists (select from offer_session s join offer o on o.id = s.offer_id where s.id = session_id and ${host('o')}));

  grant update (attended, reminded) on offer_registration to samverkan_app;
  create policy hosts on offer_registration for select to samverkan_app
    using (user_id = (select ctx_user()) or exists (select from offer_session s join offer o on o.id = s.offer_id where s.id = session_id and ${host('o')}));
  create policy tick on offer_registration for update to samverkan_app
    using (exists (select from offer_session s join offer o on o.id = s.offer_id where s.id = session_id and ${host('o')}));
`;

const pools = `
  -- A municipality with seats of its own is a pool; everybody else shares what is left.
  create function offer_pool_room(session uuid, municipality text) returns boolean language sql stable security definer set search_path from current as $$
    select case when q.seats is not null then q.seats > (select count(*) from offer_registration r
        where r.session_id = s.id and r.state = 'registered' and r.municipality_code = municipality)
      else s.seats is null or s.seats - (select coalesce(sum(k.seats), 0) from offer_quota k where k.session_id = s.id) > (select count(*) from offer_registration r
        where r.session_id = s.id and r.state = 'registered' and not exists (select from offer_quota k where k.session_id = s.id and k.municipality_code = r.municipality_code)) end
    from offer_session s left join offer_quota q on q.session_id = s.id and q.municipality_code = municipality where s.id = session
  $$;
  -- Seats that nobody has, in all pools together; null where there is no end of them.
  create function offer_seats_free(session uuid) returns integer language sql stable security definer set search_path from current as $$
    select case when s.seats is not null then greatest(s.seats - (select count(*) from offer_registration r where r.session_id = s.id and r.state = 'registered')::integer, 0) end from offer_session s where s.id = session
  $$;
  -- Gives seats that are free to those who have waited longest and whose pool has room. It can do nothing else, whoever asks for it.
  create function offer_promote(session uuid) returns setof uuid language plpgsql volatile security definer set search_path from current as $$
  declare
    waiting record;
  begin
    perform from offer_session s join offer o on o.id = s.offer_id where s.id = session and o.status in ('open', 'closed')
      and (s.day + s.from_time) at time zone 'Europe/Stockholm' > now() for update of s;
    if not found then return; end if;
    for waiting in select r.id, r.municipality_code from offer_registration r where r.session_id = session and r.state = 'waiting' order by r.arrived_at, r.id loop
      if offer_pool_room(session, waiting.municipality_code) then
        update offer_registration set state = 'registered', seated_at = clock_timestamp() where id = waiting.id;
        return next waiting.id;
      end if;
    end loop;
  end $$;
  -- She arrives: a seat where her pool has room and nobody waits for it, else the end of the line. Who has arrived already stands where she stood.
  create function offer_arrive(session uuid, given jsonb) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    here offer_registration;
    seated boolean;
  begin
    perform from offer_session s join offer o on o.id = s.offer_id where s.id = session and o.status = 'open' and o.hidden_at is null
      and (s.register_by is null or s.register_by >= today()) and (s.day + s.from_time) at time zone 'Europe/Stockholm' > now() for update of s;
    if not found then return null; end if;
    select * into here from offer_registration r where r.session_id = session and lower(r.email) = lower(given->>'email');
    if found then
      -- Who came by a link and now comes by her account has one registration, and it is hers.
      update offer_registration set user_id = coalesce(user_id, (given->>'userId')::uuid) where id = here.id;
      return jsonb_build_object('id', here.id, 'state', here.state, 'fresh', false);
    end if;
    seated := offer_pool_room(session, given->>'municipalityCode');
    insert into offer_registration (session_id, name, email, organization, municipality_code, profession, state, user_id, seated_at)
      values (session, given->>'name', given->>'email', given->>'organization', given->>'municipalityCode', given->>'profession',
        case when seated then 'registered' else 'waiting' end, (given->>'userId')::uuid, case when seated then clock_timestamp() end)
      returning * into here;
    return jsonb_build_object('id', here.id, 'state', here.state, 'fresh', true);
  end $$;
  revoke execute on function offer_pool_room(uuid, text), offer_seats_free(uuid), offer_promote(uuid), offer_arrive(uuid, jsonb) from public;
  grant execute on function offer_seats_free(uuid), offer_promote(uuid) to samverkan_app;
`;

const told = `jsonb_build_object('sessionId', s.id, 'offerId', o.id, 'title', o.title, 'kind', o.kind, 'day', s.day, 'lastDay', s.last_day, 'from', to_char(s.from_time, 'HH24:MI'),
  'to', to_char(s.to_time, 'HH24:MI'), 'place', s.place, 'registerBy', s.register_by, 'status', o.status,
  'hosts', (select coalesce(jsonb_agg(h.name order by h.id <> o.organization_id, h.name), '[]') from organization h where h.id = any (o.host_ids)),
  'countyCodes', o.county_codes, 'past', (coalesce(s.last_day, s.day) + s.to_time) at time zone 'Europe/Stockholm' < now(),
  'replyTo', (select f.mailbox from contact_function f where f.id = o.function_id and f.hidden_at is null and f.retired_on is null))`;

const doors = `
  -- What a link leads to, to whoever has it: an invitation that is neither used nor taken back, or a link that may be shared.
  create function offer_door(hash bytea) returns jsonb language sql stable security definer set search_path from current as $$
    select ${told} || jsonb_build_object('description', o.description, 'invitationId', i.id,
      'keptFor', (select coalesce(jsonb_agg(q.municipality_code), '[]') from offer_quota q where q.session_id = s.id), 'email', i.email,
      'professions', (select coalesce(jsonb_agg(jsonb_build_object('value', t.code, 'sv', t.sv, 'en', t.en) order by t.place), '[]') from term t where t.vocabulary = 'profession' and t.state = 'in_use'),
      'opens', o.status = 'open' and (s.register_by is null or s.register_by >= today()) and (s.day + s.from_time) at time zone 'Europe/Stockholm' > now())
    from (select id as session_id, null::uuid as id, null::text as email from offer_session where link_hash = hash
      union all select session_id, id, email from offer_invitation where token_hash = hash and used_at is null and withdrawn_at is null) i
    join offer_session s on s.id = i.session_id join offer o on o.id = s.offer_id where o.hidden_at is null and o.status <> 'draft'
  $$;
  create function offer_register(hash bytea, given jsonb) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    door jsonb := offer_door(hash);
    done jsonb;
  begin
    if door is null then return null; end if;
    -- Read again with the session held: an invitation is used once, however many use it at a time.
    perform from offer_session s where s.id = (door->>'sessionId')::uuid for update;
    door := offer_door(hash);
    if door is null then return null; end if;
    done := offer_arrive((door->>'sessionId')::uuid, given - 'userId');
    if done is not null then update offer_invitation set used_at = clock_timestamp() where id = (door->>'invitationId')::uuid; end if;
    return done;
  end $$;
  -- Whoever is signed in, in her own name: her account's name and address, the organisation she acts for, and its municipality where it serves one alone.
  create function offer_register_self(session uuid, profession text) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    given jsonb;
  begin
    if not exists (select from offer_session s join offer o on o.id = s.offer_id where s.id = session and o.hidden_at is null and ctx_role() is not null
      and (o.level = 4 or could_read(o.level, o.host_ids, '{}', o.county_codes))) then
      return null;
    end if;
    select jsonb_build_object('name', u.name, 'email', u.email, 'organization', g.name, 'profession', profession, 'userId', u.id,
        'municipalityCode', case when g.key like 'municipality:%' then right(g.key, 4)
          else (select min(m.municipality_code) from organization_municipality m where m.organization_id = g.id having count(*) = 1) end)
      into given from app_user u, organization g where u.id = ctx_user() and g.id = ctx_org();
    return offer_arrive(session, given);
  end $$;
  -- Registrations by their ids alone: an id stands in nothing but its own sealed link, the hosts' list and the night's work.
  create function offer_registrations_of(ids uuid[]) returns jsonb language sql stable security definer set search_path from current as $$
    select coalesce(jsonb_agg(${told} || jsonb_build_object('id', r.id, 'name', r.name, 'email', r.email, 'state', r.state, 'attended', r.attended,
      'link', case when r.state = 'registered' then s.link else '' end) order by r.arrived_at, r.id), '[]')
    from offer_registration r join offer_session s on s.id = r.session_id join offer o on o.id = s.offer_id where r.id = any (ids) and o.hidden_at is null
  $$;
  -- Taken back: it goes at once, and the seat to whoever has waited longest for it. Gives who got one.
  create function offer_registration_end(registration uuid) returns setof uuid language plpgsql volatile security definer set search_path from current as $$
  declare
    session uuid := (select r.session_id from offer_registration r where r.id = registration);
  begin
    perform from offer_session where id = session for update;
    delete from offer_registration r where r.id = registration and r.attended is not true;
    return query select * from offer_promote(session);
  end $$;
  -- Whom the night reminds: a week before and the day before, each once, and not whoever got the seat since yesterday.
  create function offer_reminders_due() returns setof uuid language plpgsql volatile security definer set search_path from current as $$
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query update offer_registration r set reminded = x.turn from (
        select r.id, case when s.day - today() <= 1 then 2 else 1 end as turn from offer_registration r join offer_session s on s.id = r.session_id join offer o on o.id = s.offer_id
        where r.state = 'registered' and o.status in ('open', 'closed') and o.hidden_at is null and (s.day - today() = 1 or s.day - today() between 6 and 7) and r.seated_at < now() - interval '20 hours') x
      where x.id = r.id and r.reminded < x.turn returning r.id;
  end $$;
  revoke execute on function offer_door(bytea), offer_register(bytea, jsonb), offer_register_self(uuid, text), offer_registrations_of(uuid[]),
    offer_registration_end(uuid), offer_reminders_due() from public;
  grant execute on function offer_door(bytea), offer_register(bytea, jsonb), offer_register_self(uuid, text), offer_registrations_of(uuid[]),
    offer_registration_end(uuid), offer_reminders_due() to samverkan_app;
`;
