import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const staff = `('county_staff', 'county_admin')`;

/** What municipalities and others wonder: asked, joined by others who wonder the same, and handled by the county board. */
export class QuestionsAreAsked1763900000102 implements MigrationInterface {
  name = 'QuestionsAreAsked1763900000102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(finding);
    await runner.query(joining);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy question_is_gone on event; drop policy event_of_question on event; drop policy history_of_question on change_log;
      drop function question_join_add(uuid, uuid, text), question_join_end(uuid, uuid), question_similar(text, text, uuid, integer), question_by_text(text, boolean, integer);
      drop table question_join, question;
    `);
  }
}

const tables = `
  create table question (
    id uuid primary key default new_id(),
    reference text not null unique default new_reference('F'),
    organization_id uuid not null references organization (id),
    function_id uuid references contact_function (id),
    municipality_code text references municipality (code),
    county_codes text[] not null default '{}',
    title text not null,
    text text not null default '',
    subject text not null,
    law_area text,
    status text not null default 'received' check (status in ('received', 'in_progress', 'sent_national', 'answered', 'accepted', 'reopened', 'rejected', 'no_longer_relevant', 'unanswered')),
    status_before text,
    status_since date not null default today(),
    status_by uuid,
    reason text not null default '',
    handler_organization_id uuid references organization (id),
    handler_function_id uuid references contact_function (id),
    asked_on date not null default today(),
    captured boolean not null default false,
    joined_ids uuid[] not null default '{}',
    visibility smallint not null default 1 check (visibility in (1, 2)),
    demo boolean not null default false,
    hidden_at timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    words tsvector generated always as (setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', text), 'B')) stored
  );
  comment on column question.organization_id is 'Who asks; captured says that the county board took it down for them.';
  comment on column question.visibility is '1: who asks, whoever has joined and the county board. 2: coordinators in the county too.';
  comment on column question.status_by is 'The organisation whose step the present status is: it may take the step back.';
  comment on column question.joined_ids is 'Those of question_join, so that rights ask one row.';
  create index question_organization on question (organization_id);
  create index question_function on question (function_id) where function_id is not null;
  create index question_handler on question (handler_function_id) where handler_function_id is not null;
  create index question_handled on question (handler_organization_id) where handler_organization_id is not null;
  create index question_joined on question using gin (joined_ids);
  create index question_words on question using gin (words);
  create index question_title on question using gin (title gin_trgm_ops);
  create index question_changed on question (changed_at desc, id desc);

  create table question_join (
    question_id uuid not null references question (id),
    organization_id uuid not null references organization (id),
    municipality_code text references municipality (code),
    joined_on date not null default today(),
    primary key (question_id, organization_id)
  );
  create index question_join_organization on question_join (organization_id);
  select secure_table('question'), secure_table('question_join');
`;

const rights = `
  create policy read on question for select to samverkan_app using (
    (hidden_at is null or (id = (select ctx_purging()) and may_purge(array[organization_id], county_codes)))
    and could_read(visibility, array[organization_id], joined_ids, county_codes));
  grant insert (organization_id, function_id, municipality_code, county_codes, title, text, subject, law_area, asked_on, captured, visibility) on question to samverkan_app;
  grant update (function_id, municipality_code, title, text, subject, law_area, status, status_before, status_since, status_by, reason, handler_organization_id,
    handler_function_id, visibility, changed_at, version) on question to samverkan_app;
  create policy add on question for insert to samverkan_app with check (not demo and hidden_at is null and status = 'received' and (select ctx_role()) in ${writes}
    and (organization_id = (select ctx_org()) and not captured
      or captured and (select ctx_role()) in ${staff} and county_codes && (select ctx_counties())));
  create policy change on question for update to samverkan_app using (hidden_at is null and (select ctx_role()) in ${writes}
    and (organization_id = (select ctx_org()) or (select ctx_role()) in ${staff} and county_codes && (select ctx_counties())));

  -- Where only those who ask see it, they do not see each other.
  create policy read on question_join for select to samverkan_app using (exists (select from question q where q.id = question_id
    and (q.visibility = 2 or question_join.organization_id = (select ctx_org()) or (select ctx_role()) in ${staff} and q.county_codes && (select ctx_counties()))));

  create policy history_of_question on change_log for select to samverkan_app using (area = 'questions' and exists (select from question q
    where q.id = object_id and could_read(change_log.level, array[q.organization_id], q.joined_ids, q.county_codes)));
  create policy event_of_question on event for select to samverkan_app using (former_level is null and area = 'questions'
    and exists (select from question q where q.id = object_id and could_read(event.level, array[q.organization_id], q.joined_ids, q.county_codes)));
  create policy question_is_gone on event for select to samverkan_app using (former_level is not null and area = 'questions'
    and could_read(former_level, former_owners, former_partners, former_counties) and not exists (select from question q where q.id = object_id));
`;

// As could_read says it, and the policy again after this.
const readable = `q.hidden_at is null and role <> 'system_admin' and (org = q.organization_id or org = any (q.joined_ids)
  or q.county_codes && mine and (role in ${staff} or q.visibility = 2 and role = 'coordinator'))`;

const finding = `
  -- Rights come before the number: what the reader may not see neither takes a place nor leaves a gap. Of what answers the thousand changed last are weighed.
  create function question_similar(given text, of_subject text, except_id uuid, most integer) returns setof uuid
    language plpgsql stable security definer set search_path from current set plan_cache_mode = force_custom_plan as $$
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    wanted tsquery;
  begin
    if role is null then return; end if;
    -- Any of the words, as their stems.
    select coalesce(nullif(string_agg(to_tsquery('swedish', quote_literal(w))::text, ' | ') filter (where to_tsquery('swedish', quote_literal(w))::text <> ''), ''), '')::tsquery into wanted
      from (select distinct w from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 2 limit 16) words;
    return query with near as materialized (select q.id, q.title, q.words, q.subject, q.changed_at from question q
        where ${readable} and q.words @@ wanted and q.id is distinct from except_id and q.status not in ('rejected', 'no_longer_relevant')
        order by q.changed_at desc, q.id desc limit 1000),
      best as (select n.*, 8 * ts_rank(n.words, wanted) as rank from near n order by ts_rank(n.words, wanted) desc, n.changed_at desc limit 60),
      weighed as (select b.id, b.changed_at, b.rank + 3 * similarity(b.title, given) + case when b.subject = of_subject then 0.5 else 0 end as likeness from best b)
      select w.id from weighed w where w.likeness >= 0.9 order by w.likeness desc, w.changed_at desc, w.id limit most;
  end $$;

  -- What has all the words, as they begin and as they are inflected, or the reference; the best answer first.
  create function question_by_text(given text, nearly boolean, most integer) returns table (id uuid, place bigint)
    language plpgsql stable security definer set search_path from current set plan_cache_mode = force_custom_plan as $$
  #variable_conflict use_column
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    wanted tsquery := words_wanted(given);
  begin
    if role is null then return; end if;
    return query select near.id, row_number() over (order by near.exact desc, ts_rank(near.words, wanted) desc, near.changed_at desc, near.id desc)
      from (select q.id, q.words, q.changed_at, q.reference = upper(btrim(given)) as exact from question q
        where ${readable} and (q.words @@ wanted or q.reference = upper(btrim(given)) or nearly and word_similarity(given, q.title) >= 0.5)
        order by q.changed_at desc, q.id desc limit most) near;
  end $$;
  revoke execute on function question_similar(text, text, uuid, integer), question_by_text(text, boolean, integer) from public;
  grant execute on function question_similar(text, text, uuid, integer), question_by_text(text, boolean, integer) to samverkan_app;
`;

const joining = `
  -- What row-level security cannot say of columns: who asks changes her words and ends her question; what is done with it is her county board's, or a function's that judges for itself.
  create function question_guard() returns trigger language plpgsql set search_path from current as $$
  begin
    if current_user = 'samverkan_app' and not (ctx_role() in ${staff} and old.county_codes && ctx_counties())
      and (new.handler_organization_id is distinct from old.handler_organization_id
        or new.status is distinct from old.status and new.status <> 'no_longer_relevant' and (old.status <> 'no_longer_relevant' or new.status is distinct from old.status_before)) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger question_guard before update on question for each row execute function question_guard();
  -- Whoever sees it and writes joins for her own organisation; the county board notes it for a party that told it so. False where that stood already.
  create function question_join_add(target uuid, party uuid, place text) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform from question q where q.id = target and q.hidden_at is null and q.organization_id <> party
      and q.status in ('received', 'in_progress', 'sent_national', 'answered', 'reopened') and could_read(q.visibility, array[q.organization_id], q.joined_ids, q.county_codes)
      and ctx_role() in ${writes} and (party = ctx_org() or ctx_role() in ${staff} and q.county_codes && ctx_counties())
      -- What is between the one who asked and her county board is opened to nobody else by the board.
      and (q.visibility >= 2 or q.captured) for update;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    insert into question_join (question_id, organization_id, municipality_code) values (target, party, place) on conflict do nothing;
    if not found then return false; end if;
    update question set joined_ids = joined_ids || party, version = version + 1, changed_at = clock_timestamp() where id = target;
    return true;
  end $$;
  create function question_join_end(target uuid, party uuid) returns boolean language plpgsql volatile security definer set search_path from current as $$
  begin
    perform from question q where q.id = target and q.hidden_at is null and could_read(q.visibility, array[q.organization_id], q.joined_ids, q.county_codes)
      and ctx_role() in ${writes} and (party = ctx_org() or ctx_role() in ${staff} and q.county_codes && ctx_counties()) for update;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    delete from question_join where question_id = target and organization_id = party;
    if not found then return false; end if;
    update question set joined_ids = array_remove(joined_ids, party), version = version + 1, changed_at = clock_timestamp() where id = target;
    return true;
  end $$;
  revoke execute on function question_join_add(uuid, uuid, text), question_join_end(uuid, uuid) from public;
  grant execute on function question_join_add(uuid, uuid, text), question_join_end(uuid, uuid) to samverkan_app;
`;
