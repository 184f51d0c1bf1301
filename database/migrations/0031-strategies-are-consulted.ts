import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;

/** A draft strategy is put to others: whom, until when, what each says of each goal, and what became of it. */
export class StrategiesAreConsulted1763900000031 implements MigrationInterface {
  name = 'StrategiesAreConsulted1763900000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(readers);
    await runner.query(deeds);
    await runner.query(parties);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy strategy_read on strategy
        using (discarded_at is null and (status in ('adopted', 'superseded', 'repealed')
          or status = 'proposed' and (select ctx_role()) is not null
          or (coalesce(kept_by, owner_organization_id) = (select ctx_org()) and (select ctx_role()) <> 'system_admin')));
      update strategy set status = 'draft' where status = 'in_consultation';
      drop policy history_of_consultation on change_log; drop policy event_of_consultation on event;
      drop function consultation_invited_party(uuid), consultation_start(uuid), consultation_end(uuid), consultation_reopen(uuid), consultation_withdraw(uuid, uuid),
        consultation_remind(uuid, uuid[]), consultation_remind_due(), consultation_organization_move(uuid, uuid),
        consultation_organization_put_back(uuid, uuid, jsonb);
      drop table consultation_response, consultation_comment, consultation_draft, consultation_invitation, consultation;
      drop function consultations_kept(), consultations_invited(), consultations_shown(), strategies_consulted(), may_answer_consultation(uuid);
    `);
  }
}

const tables = `
  create table consultation (
    id uuid primary key default new_id(),
    strategy_id uuid not null references strategy (id),
    organization_id uuid not null default ctx_org() references organization (id),
    title text not null,
    message text not null default '',
    last_day date not null,
    shows_answers boolean not null default false,
    opened_by uuid not null default ctx_user(),
    opened_at timestamptz not null default clock_timestamp(),
    closed_at timestamptz,
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1
  );
  comment on column consultation.organization_id is 'Who asks: those who answered see it when the draft is no longer theirs to read.';
  comment on column consultation.title is 'What the draft was called for short when it went out: those who answered find their answer by it when the draft is no longer theirs to read.';
  comment on column consultation.shows_answers is 'When it is closed, those who were asked see what the others said.';
  create unique index consultation_open on consultation (strategy_id) where closed_at is null;
  create index consultation_strategy on consultation (strategy_id);
  create index consultation_organization on consultation (organization_id);

  create table consultation_invitation (
    id uuid primary key default new_id(),
    consultation_id uuid not null references consultation (id),
    organization_id uuid not null references organization (id),
    invited_at timestamptz not null default clock_timestamp(),
    begun_at timestamptz,
    sent_at timestamptz,
    sent_by uuid,
    late boolean not null default false,
    reminded_on date,
    reminder_days smallint,
    unique (consultation_id, organization_id)
  );
  comment on column consultation_invitation.reminder_days is 'How many days before the last day it was last reminded by itself.';
  create index consultation_invitation_organization on consultation_invitation (organization_id);

  -- What an organisation is writing: its own until it is sent. Without a goal it is about the whole.
  create table consultation_draft (
    id uuid primary key default new_id(),
    invitation_id uuid not null references consultation_invitation (id),
    goal_id uuid references goal (id),
    text text not null default '',
    none boolean not null default false,
    goal_number text, goal_title text, goal_text text, goal_version integer,
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    unique nulls not distinct (invitation_id, goal_id)
  );
  comment on column consultation_draft.goal_title is 'The goal as it was worded when this was written: goals may be corrected meanwhile.';
  create index consultation_draft_goal on consultation_draft (goal_id);

  create table consultation_comment (
    id uuid primary key default new_id(),
    invitation_id uuid not null references consultation_invitation (id),
    goal_id uuid references goal (id),
    text text not null default '',
    none boolean not null default false,
    goal_number text, goal_title text, goal_text text, goal_version integer,
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    unique nulls not distinct (invitation_id, goal_id)
  );
  create index consultation_comment_goal on consultation_comment (goal_id);

  create table consultation_response (
    comment_id uuid primary key references consultation_comment (id),
    outcome text not null check (outcome in ('taken_in', 'partly', 'not')),
    reason text not null,
    comment_version integer not null,
    answered_at timestamptz not null default clock_timestamp(),
    version integer not null default 1
  );
  comment on table consultation_response is 'What became of a comment, and why.';

  select secure_table('consultation');
  select secure_table('consultation_invitation');
  select secure_table('consultation_draft');
  select secure_table('consultation_comment');
  select secure_table('consultation_response');
`;

const readers = `
  create function consultations_kept() returns setof uuid language sql stable security definer set search_path from current as $$
    select c.id from consultation c join strategy s on s.id = c.strategy_id where keeps_strategy(s.kept_by, s.owner_organization_id, s.kind)
  $$;
  create function consultations_invited() returns setof uuid language sql stable security definer set search_path from current as $$
    select i.consultation_id from consultation_invitation i where i.organization_id = ctx_org() and ctx_role() in ${writes}
  $$;
  create function consultations_shown() returns setof uuid language sql stable security definer set search_path from current as $$
    select c.id from consultation c join consultation_invitation i on i.consultation_id = c.id
    where c.closed_at is not null and c.shows_answers and i.organization_id = ctx_org() and ctx_role() in ${writes}
  $$;
  -- The drafts that the actor's organisation has been asked about, while it is asked.
  create function strategies_consulted() returns setof uuid language sql stable security definer set search_path from current as $$
    select c.strategy_id from consultation c join consultation_invitation i on i.consultation_id = c.id
    where c.closed_at is null and i.organization_id = ctx_org() and ctx_role() in ${writes}
  $$;
  -- After the last day those who have not answered still may, and what was sent stands.
  create function may_answer_consultation(invitation uuid) returns boolean language sql stable security definer set search_path from current as $$
    select exists (select from consultation_invitation i join consultation c on c.id = i.consultation_id join strategy s on s.id = c.strategy_id
      where i.id = $1 and i.organization_id = ctx_org() and ctx_role() in ${writes} and c.closed_at is null and s.status = 'in_consultation'
        and (i.sent_at is null or today() <= c.last_day))
  $$;
  grant execute on function consultations_kept(), consultations_invited(), consultations_shown(), strategies_consulted(), may_answer_consultation(uuid) to samverkan_app;

  alter policy strategy_read on strategy
    using (discarded_at is null and (status in ('adopted', 'superseded', 'repealed')
      or status = 'proposed' and (select ctx_role()) is not null
      or (coalesce(kept_by, owner_organization_id) = (select ctx_org()) and (select ctx_role()) <> 'system_admin')
      or status = 'in_consultation' and id in (select strategies_consulted())));

  create policy read on consultation for select to samverkan_app
    using (id in (select consultations_invited()) or id in (select consultations_kept()));
  grant insert, update (message, last_day, shows_answers, changed_at, version) on consultation to samverkan_app;
  create policy add on consultation for insert to samverkan_app with check (opened_by = (select ctx_user()) and organization_id = (select ctx_org()) and strategy_is_open(strategy_id));
  create policy write on consultation for update to samverkan_app using (id in (select consultations_kept()));

  create policy read on consultation_invitation for select to samverkan_app
    using (organization_id = (select ctx_org()) and (select ctx_role()) in ${writes} or consultation_id in (select consultations_kept())
      or sent_at is not null and consultation_id in (select consultations_shown()));
  grant insert, update (begun_at, sent_at, sent_by, late) on consultation_invitation to samverkan_app;
  create policy add on consultation_invitation for insert to samverkan_app
    with check (consultation_id in (select consultations_kept()) and sent_at is null and begun_at is null);
  create policy write on consultation_invitation for update to samverkan_app using (may_answer_consultation(id));

  grant insert, update (text, none, goal_number, goal_title, goal_text, goal_version, changed_at, version) on consultation_draft to samverkan_app;
  create policy read on consultation_draft for select to samverkan_app
    using (exists (select from consultation_invitation i where i.id = invitation_id and i.organization_id = (select ctx_org()) and (select ctx_role()) in ${writes}));
  create policy add on consultation_draft for insert to samverkan_app with check (may_answer_consultation(invitation_id));
  create policy write on consultation_draft for update to samverkan_app using (may_answer_consultation(invitation_id));

  grant insert, update (text, none, goal_number, goal_title, goal_text, goal_version, changed_at, version) on consultation_comment to samverkan_app;
  create policy read on consultation_comment for select to samverkan_app
    using (exists (select from consultation_invitation i where i.id = invitation_id));
  create policy add on consultation_comment for insert to samverkan_app with check (may_answer_consultation(invitation_id));
  create policy write on consultation_comment for update to samverkan_app using (may_answer_consultation(invitation_id));

  grant insert, update (outcome, reason, comment_version, answered_at, version) on consultation_response to samverkan_app;
  create policy read on consultation_response for select to samverkan_app using (exists (select from consultation_comment c where c.id = comment_id));
  create policy add on consultation_response for insert to samverkan_app
    with check (exists (select from consultation_comment c join consultation_invitation i on i.id = c.invitation_id
      where c.id = comment_id and i.consultation_id in (select consultations_kept())));
  create policy write on consultation_response for update to samverkan_app
    using (exists (select from consultation_comment c join consultation_invitation i on i.id = c.invitation_id
      where c.id = comment_id and i.consultation_id in (select consultations_kept())));

  -- The round's own news and history are for all who are part of it; an answer's are for those who gave it and those who asked.
  create policy history_of_consultation on change_log for select to samverkan_app
    using (area = 'consultations' and (object_id in (select consultations_kept()) or level >= 1 and object_id in (select consultations_invited())
      or exists (select from consultation_invitation i where i.id = object_id and (i.organization_id = (select ctx_org()) or i.consultation_id in (select consultations_kept())))));
  create policy event_of_consultation on event for select to samverkan_app
    using (former_level is null and area = 'consultations' and (object_id in (select consultations_kept())
      or object_id in (select consultations_invited()) and (level >= 1 or organization_id = (select ctx_org()))));
`;

const deeds = `
  create function consultation_start(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    update strategy s set status = 'in_consultation', version = s.version + 1, changed_at = clock_timestamp() from consultation c
      where c.id = target and c.closed_at is null and s.id = c.strategy_id and s.status = 'draft' and s.discarded_at is null
        and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    return found;
  end $$;
  create function consultation_end(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    update consultation c set closed_at = clock_timestamp(), version = c.version + 1, changed_at = clock_timestamp() from strategy s
      where c.id = target and c.closed_at is null and s.id = c.strategy_id and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    if not found then return false; end if;
    update strategy s set status = 'draft', version = s.version + 1, changed_at = clock_timestamp() from consultation c
      where c.id = target and s.id = c.strategy_id and s.status = 'in_consultation';
    return true;
  end $$;
  create function consultation_reopen(target uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    update consultation c set closed_at = null, version = c.version + 1, changed_at = clock_timestamp() from strategy s
      where c.id = target and c.closed_at is not null and s.id = c.strategy_id and s.status = 'draft' and s.discarded_at is null
        and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    if not found then return false; end if;
    return consultation_start(target);
  end $$;
  -- Whoever was asked by mistake, and has written nothing, is asked no longer.
  create function consultation_withdraw(target uuid, party uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    delete from consultation_invitation i using consultation c, strategy s
      where i.consultation_id = target and i.organization_id = party and i.begun_at is null and i.sent_at is null and c.id = i.consultation_id and c.closed_at is null
        and s.id = c.strategy_id and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    return found;
  end $$;

  -- Those of the named who have not answered and have not been reminded today, noted as reminded.
  create function consultation_remind(target uuid, named uuid[]) returns setof uuid language plpgsql volatile security definer set search_path from current as $$
  begin
    return query update consultation_invitation i set reminded_on = today() from consultation c join strategy s on s.id = c.strategy_id
      where i.consultation_id = target and c.id = target and c.closed_at is null and s.status = 'in_consultation'
        and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind)
        and i.sent_at is null and i.reminded_on is distinct from today() and i.organization_id = any (named)
      returning i.id;
  end $$;
  -- A week before the last day and two days before, once each; a server that was away a day catches up.
  create function consultation_remind_due() returns setof uuid language plpgsql volatile security definer set search_path from current as $$
  begin
    return query update consultation_invitation i set reminded_on = today(), reminder_days = d.days
      from consultation c join strategy s on s.id = c.strategy_id, lateral (select case when c.last_day - today() <= 2 then 2 else 7 end as days) d
      where i.consultation_id = c.id and c.closed_at is null and s.status = 'in_consultation' and c.last_day - today() between 0 and 7
        and i.sent_at is null and coalesce(i.reminder_days, 100) > d.days and i.reminded_on is distinct from today()
        and (i.invited_at at time zone 'Europe/Stockholm')::date < today()
      returning i.id;
  end $$;
  -- Whose letter it is: sent by the clock and by the queue, where nobody is signed in.
  create function consultation_invited_party(invitation uuid) returns uuid language sql stable security definer set search_path from current as $$
    select i.organization_id from consultation_invitation i join consultation c on c.id = i.consultation_id where i.id = $1 and c.closed_at is null
  $$;
  revoke execute on function consultation_start(uuid), consultation_end(uuid), consultation_reopen(uuid), consultation_withdraw(uuid, uuid),
    consultation_remind(uuid, uuid[]), consultation_remind_due(), consultation_invited_party(uuid) from public;
  grant execute on function consultation_start(uuid), consultation_end(uuid), consultation_reopen(uuid), consultation_withdraw(uuid, uuid),
    consultation_remind(uuid, uuid[]), consultation_remind_due(), consultation_invited_party(uuid) to samverkan_app;
`;

const parties = `
  -- When two parties are merged, what the one was asked is the other's to answer; where both were asked, each keeps its own.
  create function consultation_organization_move(source uuid, target uuid) returns jsonb language plpgsql volatile security definer set search_path from current as $$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with asking as (update consultation set organization_id = target where organization_id = source returning id),
      invited as (update consultation_invitation i set organization_id = target where organization_id = source
      and not exists (select from consultation_invitation t where t.consultation_id = i.consultation_id and t.organization_id = target) returning id)
    select jsonb_build_object('asking', (select coalesce(jsonb_agg(id), '[]') from asking), 'invited', (select coalesce(jsonb_agg(id), '[]') from invited)) into receipt;
    return receipt;
  end $$;
  create function consultation_organization_put_back(source uuid, target uuid, receipt jsonb) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform require_merge(source, target);
    update consultation set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'asking') x);
    update consultation_invitation set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'invited') x);
    return true;
  end $$;
  revoke execute on function consultation_organization_move(uuid, uuid), consultation_organization_put_back(uuid, uuid, jsonb) from public;
  grant execute on function consultation_organization_move(uuid, uuid), consultation_organization_put_back(uuid, uuid, jsonb) to samverkan_app;
`;
