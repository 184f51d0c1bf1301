import type { MigrationInterface, QueryRunner } from 'typeorm';

const staff = `('county_staff', 'county_admin')`;

/** Questions are sent together to a national authority with a clock, answered, told to everybody who asked, and kept as questions and answers. */
export class QuestionsGoOnAndAreAnswered1763900000103 implements MigrationInterface {
  name = 'QuestionsGoOnAndAreAnswered1763900000103';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(answering);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy event_of_bundle on event; drop policy history_of_bundle on change_log; drop policy event_of_faq on event; drop policy history_of_faq on change_log;
      drop function question_reply_give(uuid, uuid, text, text, date), question_judge(uuid, uuid, boolean, text), question_tell(uuid, integer), question_bundle_size(uuid), question_untold(interval),
        question_told_late();
      drop trigger question_told_late on question_join;
      alter table question drop column bundle_id;
      drop table faq, question_told, question_reply, question_address, question_bundle_item, question_bundle;
    `);
  }
}

const tables = `
  create table question_bundle (
    id uuid primary key default new_id(),
    reference text not null unique default new_reference('B'),
    board_id uuid not null default ctx_org() references organization (id),
    county_codes text[] not null default ctx_counties(),
    title text not null,
    wording text not null,
    status text not null default 'draft' check (status in ('draft', 'sent', 'answered', 'ended')),
    reason text not null default '',
    recipient_ids uuid[] not null default '{}',
    demo boolean not null default false,
    hidden_at timestamptz,
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1
  );
  comment on column question_bundle.recipient_ids is 'Those of question_address, so that rights ask one row.';
  create index question_bundle_board on question_bundle (board_id);
  create index question_bundle_recipients on question_bundle using gin (recipient_ids);

  create table question_bundle_item (
    bundle_id uuid not null references question_bundle (id) on delete cascade,
    question_id uuid not null references question (id),
    place integer not null,
    primary key (bundle_id, question_id)
  );
  create index question_bundle_item_question on question_bundle_item (question_id);
  alter table question add column bundle_id uuid references question_bundle (id);
  comment on column question.bundle_id is 'The one it was last sent in.';
  create index question_bundle_of on question (bundle_id) where bundle_id is not null;

  create table question_address (
    id uuid primary key default new_id(),
    bundle_id uuid not null references question_bundle (id),
    recipient_id uuid not null references organization (id),
    diarienummer text not null default '',
    sent_on date not null,
    expected_on date check (expected_on >= sent_on),
    ended_on date check (ended_on >= sent_on),
    outcome text check (outcome in ('not_ours', 'answered', 'ended')),
    constraint address_ended check ((ended_on is null) = (outcome is null))
  );
  create unique index question_address_current on question_address (bundle_id) where ended_on is null;
  create index question_address_bundle on question_address (bundle_id, sent_on);
  create index question_address_recipient on question_address (recipient_id);

  create table question_reply (
    id uuid primary key default new_id(),
    bundle_id uuid references question_bundle (id),
    question_id uuid references question (id),
    organization_id uuid not null default ctx_org() references organization (id),
    source_id uuid not null references organization (id),
    text text not null,
    link text not null default '',
    received_on date not null,
    recorded_at timestamptz not null default clock_timestamp(),
    hidden_at timestamptz,
    version integer not null default 1,
    constraint reply_to_one check ((bundle_id is null) <> (question_id is null))
  );
  comment on column question_reply.organization_id is 'Who noted it; source_id is who answered.';
  create index question_reply_bundle on question_reply (bundle_id) where bundle_id is not null;
  create index question_reply_question on question_reply (question_id) where question_id is not null;
  create index question_reply_organization on question_reply (organization_id);
  create index question_reply_source on question_reply (source_id);

  create table question_told (
    reply_id uuid not null references question_reply (id),
    question_id uuid not null references question (id),
    organization_id uuid not null references organization (id),
    told_at timestamptz,
    answers boolean,
    because text not null default '',
    judged_on date,
    primary key (reply_id, question_id, organization_id),
    constraint told_judged check ((answers is null) = (judged_on is null))
  );
  create index question_told_untold on question_told (reply_id) where told_at is null;
  create index question_told_question on question_told (question_id);
  create index question_told_organization on question_told (organization_id) where answers is null;

  create table faq (
    id uuid primary key default new_id(),
    organization_id uuid not null default ctx_org() references organization (id),
    county_codes text[] not null default ctx_counties(),
    reply_id uuid references question_reply (id),
    title text not null,
    answer text not null,
    source text not null default '',
    source_on date,
    link text not null default '',
    subject text not null,
    law_area text,
    status text not null default 'draft' check (status in ('draft', 'published', 'withdrawn')),
    visibility smallint not null default 3 check (visibility in (2, 3)),
    level smallint not null generated always as (case when status = 'published' then visibility else 0 end) stored,
    checked_on date,
    demo boolean not null default false,
    hidden_at timestamptz,
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    words tsvector generated always as (setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', answer), 'B')) stored,
    constraint faq_checked check (status <> 'published' or checked_on is not null)
  );
  create index faq_organization on faq (organization_id);
  create index faq_reply on faq (reply_id) where reply_id is not null;
  create index faq_words on faq using gin (words);
  select secure_table('question_bundle'), secure_table('question_bundle_item'), secure_table('question_address'), secure_table('question_reply'), secure_table('question_told'), secure_table('faq');
`;

const keeps = `(select ctx_role()) in ${staff} and organization_id = (select ctx_org())`;
const keepsAsBoard = `(select ctx_role()) in ${staff} and board_id = (select ctx_org())`;
const keepsBundle = `exists (select from question_bundle b where b.id = bundle_id and b.board_id = (select ctx_org()) and (select ctx_role()) in ${staff})`;

const rights = `
  -- The board that keeps it; once it is sent whom it is sent to, and who asked what is in it.
  create policy read on question_bundle for select to samverkan_app using (
    (hidden_at is null or (id = (select ctx_purging()) and may_purge(array[board_id], county_codes))) and (select ctx_role()) is not null and (select ctx_role()) <> 'system_admin'
    and (${keepsAsBoard} or status <> 'draft' and (recipient_ids @> array[(select ctx_org())] or (select ctx_role()) in ${staff} and county_codes && (select ctx_counties())
      or exists (select from question q where q.bundle_id = question_bundle.id and (q.organization_id = (select ctx_org()) or q.joined_ids @> array[(select ctx_org())])))));
  grant insert (title, wording), update (title, wording, status, reason, recipient_ids, changed_at, version), delete on question_bundle to samverkan_app;
  create policy add on question_bundle for insert to samverkan_app with check (${keepsAsBoard} and status = 'draft' and not demo and hidden_at is null);
  create policy change on question_bundle for update to samverkan_app using (hidden_at is null and ${keepsAsBoard});
  create policy remove on question_bundle for delete to samverkan_app using (hidden_at is null and status = 'draft' and ${keepsAsBoard});

  create policy read on question_bundle_item for select to samverkan_app using (
    exists (select from question_bundle b where b.id = bundle_id) and exists (select from question q where q.id = question_id));
  grant insert, delete on question_bundle_item to samverkan_app;
  create policy add on question_bundle_item for insert to samverkan_app with check (${keepsBundle} and exists (select from question q where q.id = question_id));
  create policy remove on question_bundle_item for delete to samverkan_app using (${keepsBundle});

  -- Where a question lies now is told to whoever sees the question; the joint wording is not.
  create policy read on question_address for select to samverkan_app using (exists (select from question_bundle b where b.id = question_address.bundle_id)
    or exists (select from question q where q.bundle_id = question_address.bundle_id));
  grant insert (bundle_id, recipient_id, diarienummer, sent_on, expected_on), update (diarienummer, expected_on, ended_on, outcome) on question_address to samverkan_app;
  create policy add on question_address for insert to samverkan_app with check (${keepsBundle});
  create policy change on question_address for update to samverkan_app using (${keepsBundle});

  grant update (bundle_id) on question to samverkan_app;
  create function question_bundle_guard() returns trigger language plpgsql set search_path from current as $$
  begin
    if current_user = 'samverkan_app' and new.bundle_id is distinct from old.bundle_id and not (ctx_role() in ${staff} and old.county_codes && ctx_counties()) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger question_bundle_guard before update of bundle_id on question for each row execute function question_bundle_guard();

  create policy read on question_told for select to samverkan_app using (exists (select from question q where q.id = question_id
    and (question_told.organization_id = (select ctx_org()) or (select ctx_role()) in ${staff} and q.county_codes && (select ctx_counties()))));
  create policy read on question_reply for select to samverkan_app using (
    (hidden_at is null or (id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = question_reply.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes))))
    and (exists (select from question_bundle b where b.id = bundle_id) or exists (select from question q where q.id = question_id)
      or exists (select from question_told t where t.reply_id = question_reply.id)));

  create policy read on faq for select to samverkan_app using (
    (hidden_at is null or (id = (select ctx_purging()) and may_purge(array[organization_id], county_codes)))
    and (select ctx_role()) is not null and could_read(level, array[organization_id], '{}', county_codes));
  grant insert (reply_id, title, answer, source, source_on, link, subject, law_area), update (title, answer, source, source_on, link, subject, law_area, status, visibility,
    checked_on, changed_at, version) on faq to samverkan_app;
  create policy add on faq for insert to samverkan_app with check (${keeps} and status = 'draft' and not demo and hidden_at is null);
  create policy change on faq for update to samverkan_app using (hidden_at is null and ${keeps});

  create policy history_of_bundle on change_log for select to samverkan_app using (area = 'questions' and exists (select from question_bundle b
    where b.id = object_id and (change_log.level > 0 or ${keepsAsBoard.replace('board_id', 'b.board_id')})));
  create policy event_of_bundle on event for select to samverkan_app using (former_level is null and area = 'questions' and exists (select from question_bundle b
    where b.id = object_id and (event.level > 0 or ${keepsAsBoard.replace('board_id', 'b.board_id')})));
  create policy history_of_faq on change_log for select to samverkan_app using (area = 'questions' and exists (select from faq f
    where f.id = object_id and could_read(change_log.level, array[f.organization_id], '{}', f.county_codes)));
  create policy event_of_faq on event for select to samverkan_app using (former_level is null and area = 'questions' and exists (select from faq f
    where f.id = object_id and could_read(event.level, array[f.organization_id], '{}', f.county_codes)));
`;

const answering = `
  -- Notes an answer and what comes of it, in one act: to what a board has sent, by the board or by the one it is sent to; to one question, by its county board.
  create function question_reply_give(of_bundle uuid, of_question uuid, said text, address text, came_on date)
    returns table (reply_id uuid, question_id uuid, level smallint, version integer) language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  declare
    made uuid; source uuid;
  begin
    if of_bundle is not null then
      select a.recipient_id into source from question_bundle b join question_address a on a.bundle_id = b.id and a.ended_on is null
        where b.id = of_bundle and b.hidden_at is null and b.status = 'sent' and ctx_role() is not null and ctx_role() <> 'system_admin'
          and (ctx_role() in ${staff} and b.board_id = ctx_org() or a.recipient_id = ctx_org()) for update of b, a;
    else
      select ctx_org() into source from question q where q.id = of_question and q.hidden_at is null and q.status in ('received', 'in_progress', 'reopened')
        and ctx_role() in ${staff} and q.county_codes && ctx_counties() for update;
    end if;
    if source is null then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    -- Who joins at this very moment is told too, or joins what has been answered.
    perform from question q where q.bundle_id = of_bundle order by q.id for update;
    insert into question_reply (bundle_id, question_id, source_id, text, link, received_on) values (of_bundle, of_question, source, said, address, came_on) returning id into made;
    insert into question_told (reply_id, question_id, organization_id)
      select made, q.id, o from question q, lateral (select q.organization_id union select unnest(q.joined_ids)) x (o)
      where q.hidden_at is null and (q.id = of_question or of_bundle is not null and q.bundle_id = of_bundle and q.status = 'sent_national');
    if of_bundle is not null then
      update question_address a set ended_on = greatest(came_on, a.sent_on), outcome = 'answered' where a.bundle_id = of_bundle and a.ended_on is null;
      update question_bundle b set status = 'answered', version = b.version + 1, changed_at = clock_timestamp() where b.id = of_bundle;
    end if;
    return query update question q set status = 'answered', status_before = null, status_since = today(), status_by = source, version = q.version + 1, changed_at = clock_timestamp()
      where q.hidden_at is null and (q.id = of_question or of_bundle is not null and q.bundle_id = of_bundle and q.status = 'sent_national')
      returning made, q.id, q.visibility, q.version;
    if not found then return query select made, null::uuid, null::smallint, null::integer; end if;
  end $$;

  -- What one who asked says of an answer she has been given. The question is then accepted by the one who asked it, or open again.
  create function question_judge(target uuid, of_reply uuid, good boolean, why text) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    now_ text; asker uuid;
  begin
    select q.status, q.organization_id into now_, asker from question q join question_told t on t.question_id = q.id and t.reply_id = of_reply and t.organization_id = ctx_org()
      where q.id = target and q.hidden_at is null and q.status in ('answered', 'accepted', 'reopened')
        and of_reply = (select x.id from question_reply x join question_told y on y.reply_id = x.id where y.question_id = target order by x.recorded_at desc, x.id desc limit 1)
        and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') for update of q;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    update question_told t set answers = good, because = case when good then '' else why end, judged_on = today()
      where t.question_id = target and t.reply_id = of_reply and t.organization_id = ctx_org();
    now_ := case when not good then 'reopened' when exists (select from question_told t where t.question_id = target and t.reply_id = of_reply and not t.answers
          and exists (select from question o where o.id = target and (o.organization_id = t.organization_id or t.organization_id = any (o.joined_ids)))) then now_
      when asker = ctx_org() or now_ = 'reopened' and exists (select from question_told t where t.question_id = target and t.reply_id = of_reply and t.organization_id = asker and t.answers) then 'accepted'
      when now_ = 'reopened' then 'answered' else now_ end;
    update question q set status_since = case when q.status = now_ then q.status_since else today() end, status = now_, status_before = null, status_by = ctx_org(),
      version = q.version + 1, changed_at = clock_timestamp() where q.id = target;
    return now_;
  end $$;

  -- Some of those who are still to be told of an answer, told as this is asked: whoever takes them tells them in the same transaction, or nobody has.
  create function question_tell(of_reply uuid, most integer) returns table (question_id uuid, organization_id uuid, address text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the queue does this.' using errcode = '42501'; end if;
    return query with few as (select t.ctid as at from question_told t where t.reply_id = of_reply and t.told_at is null order by t.question_id, t.organization_id limit most for update skip locked),
      told as (update question_told t set told_at = clock_timestamp() from few where t.ctid = few.at returning t.question_id, t.organization_id)
      select d.question_id, d.organization_id, x.address from told d join question q on q.id = d.question_id
        left join lateral (
          select f.mailbox as address from contact_function f where f.id = q.function_id and q.organization_id = d.organization_id and f.hidden_at is null and f.retired_on is null and f.mailbox is not null
          union select u.email from membership m join app_user u on u.id = m.user_id where m.organization_id = d.organization_id
            and m.role in ('coordinator', 'partner', 'county_staff', 'county_admin') and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and u.disabled_at is null
            and not exists (select from contact_function f where f.id = q.function_id and q.organization_id = d.organization_id and f.hidden_at is null and f.retired_on is null and f.mailbox is not null)
        ) x on true;
  end $$;
  -- How many questions it is made of, for the board that keeps it, other boards of the county, and whom it is sent to.
  create function question_bundle_size(target uuid) returns integer language sql stable security definer set search_path from current as $$
    select count(*)::int from question_bundle b join question_bundle_item i on i.bundle_id = b.id join question q on q.id = i.question_id and q.hidden_at is null
    where b.id = target and ctx_role() <> 'system_admin' and (b.board_id = ctx_org() or b.recipient_ids @> array[ctx_org()]
      or ctx_role() in ${staff} and b.county_codes && ctx_counties())
  $$;
  -- Answers that somebody should have been told of long ago: the queue had lost them.
  create function question_untold(since interval) returns setof uuid language sql stable security definer set search_path from current as $$
    select distinct t.reply_id from question_told t join question_reply r on r.id = t.reply_id
    where t.told_at is null and r.recorded_at < now() - since and ctx_role() is null
  $$;
  -- Who joins what has been answered has the answer before her.
  create function question_told_late() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    insert into question_told (reply_id, question_id, organization_id, told_at)
      select t.reply_id, new.question_id, new.organization_id, clock_timestamp() from question_told t join question_reply r on r.id = t.reply_id
      where t.question_id = new.question_id order by r.recorded_at desc limit 1
      on conflict do nothing;
    return null;
  end $$;
  create trigger question_told_late after insert on question_join for each row execute function question_told_late();
  revoke execute on function question_reply_give(uuid, uuid, text, text, date), question_judge(uuid, uuid, boolean, text), question_tell(uuid, integer), question_bundle_size(uuid), question_untold(interval), question_told_late() from public;
  grant execute on function question_reply_give(uuid, uuid, text, text, date), question_judge(uuid, uuid, boolean, text), question_tell(uuid, integer), question_bundle_size(uuid), question_untold(interval) to samverkan_app;
`;
