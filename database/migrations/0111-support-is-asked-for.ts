import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const staff = `('county_staff', 'county_admin')`;

/** Support in knowledge and skill: asked for, handled by the county board, talked over, and followed up three months after. */
export class SupportIsAskedFor1763900000111 implements MigrationInterface {
  name = 'SupportIsAskedFor1763900000111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy support_is_gone on event; drop policy event_of_support on event; drop policy history_of_support on change_log;
      drop table support_link, support_message, support_request;
    `);
  }
}

const tables = `
  create table support_request (
    id uuid primary key default new_id(),
    reference text not null unique default new_reference('K'),
    organization_id uuid not null references organization (id),
    function_id uuid references contact_function (id),
    municipality_code text references municipality (code),
    county_codes text[] not null default '{}',
    title text not null,
    text text not null default '',
    subject text not null,
    professions text[] not null default '{}',
    staff_count integer check (staff_count > 0),
    form text not null check (form in ('advice', 'supervision', 'training', 'material', 'process')),
    urgency text not null check (urgency in ('soon', 'quarter', 'later')),
    status text not null default 'received' check (status in ('received', 'reopened', 'in_progress', 'proposed', 'agreed', 'closed', 'done', 'declined', 'withdrawn')),
    status_before text,
    status_since date not null default today(),
    status_by uuid,
    reason text not null default '',
    handler_organization_id uuid references organization (id),
    handler_function_id uuid references contact_function (id),
    due_on date,
    proposal text not null default '',
    outcome text not null default '',
    closed_on date,
    effect_due_on date,
    effect_asked_on date,
    effect text check (effect in ('yes', 'partly', 'no', 'too_early')),
    effect_words text not null default '',
    may_tell boolean not null default false,
    step_before jsonb,
    asked_on date not null default today(),
    captured boolean not null default false,
    demo boolean not null default false,
    hidden_at timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    words tsvector generated always as (setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', text), 'B')) stored
  );
  comment on column support_request.organization_id is 'Who asks; captured says that the county board took it down for them.';
  comment on column support_request.status_by is 'The organisation whose step the present status is: it may take the step back.';
  comment on column support_request.effect_due_on is 'From this day on whoever asked is to say what it led to; set when it is closed for now.';
  comment on column support_request.step_before is 'What the latest step changed, as it was: so that taking it back puts everything back.';
  comment on column support_request.may_tell is 'Whoever asked lets others in the county read who it was, the need, what was done and what it led to.';
  create index support_request_organization on support_request (organization_id);
  create index support_request_function on support_request (function_id) where function_id is not null;
  create index support_request_handler on support_request (handler_function_id) where handler_function_id is not null;
  create index support_request_handled on support_request (handler_organization_id) where handler_organization_id is not null;
  create index support_request_words on support_request using gin (words);
  create index support_request_changed on support_request (changed_at desc, id desc);
  create index support_request_effect on support_request (effect_due_on) where status = 'closed' and effect_asked_on is null;

  create table support_message (
    id uuid primary key default new_id(),
    request_id uuid not null references support_request (id),
    organization_id uuid not null default ctx_org() references organization (id),
    text text not null,
    written_at timestamptz not null default clock_timestamp(),
    hidden_at timestamptz,
    version integer not null default 1
  );
  create index support_message_request on support_message (request_id, written_at);
  create index support_message_organization on support_message (organization_id);

  create table support_link (
    request_id uuid not null references support_request (id),
    kind text not null check (kind in ('actions', 'learning', 'methods', 'publications')),
    target_id uuid not null,
    linked_on date not null default today(),
    primary key (request_id, kind, target_id)
  );
  comment on table support_link is 'What the support is or led to. What each reader gets of it is judged where it stands.';
  select secure_table('support_request'), secure_table('support_message'), secure_table('support_link');
`;

// One’s own party’s, or of a county of the board’s.
const works = `(r.organization_id = (select ctx_org()) or (select ctx_role()) in ${staff} and r.county_codes && (select ctx_counties())) and (select ctx_role()) in ${writes}`;

const rights = `
  create policy read on support_request for select to samverkan_app using (
    (hidden_at is null or (id = (select ctx_purging()) and may_purge(array[organization_id], county_codes)))
    and could_read(1::smallint, array[organization_id], '{}', county_codes));
  grant insert (organization_id, function_id, municipality_code, county_codes, title, text, subject, professions, staff_count, form, urgency, captured) on support_request to samverkan_app;
  grant update (function_id, municipality_code, title, text, subject, professions, staff_count, form, urgency, status, status_before, status_since, status_by, reason, handler_organization_id,
    handler_function_id, due_on, proposal, outcome, closed_on, effect_due_on, effect_asked_on, effect, effect_words, may_tell, step_before, changed_at, version) on support_request to samverkan_app;
  create policy add on support_request for insert to samverkan_app with check (not demo and hidden_at is null and status = 'received' and (select ctx_role()) in ${writes}
    and (organization_id = (select ctx_org()) and not captured
      or captured and (select ctx_role()) in ${staff} and county_codes && (select ctx_counties())));
  create policy change on support_request for update to samverkan_app using (hidden_at is null and (select ctx_role()) in ${writes}
    and (organization_id = (select ctx_org()) or (select ctx_role()) in ${staff} and county_codes && (select ctx_counties())));

  -- What row-level security cannot say of columns: what the support led to, and whether others are told, is for the one who asked to say.
  create function support_guard() returns trigger language plpgsql set search_path from current as $$
  begin
    if current_user = 'samverkan_app' and old.organization_id <> ctx_org() and (new.effect is distinct from old.effect or new.effect_words <> old.effect_words
        or new.may_tell and not old.may_tell and old.step_before->>'may_tell' is distinct from 'true') then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger support_guard before update on support_request for each row execute function support_guard();

  create policy read on support_message for select to samverkan_app using (
    (hidden_at is null or (id = (select ctx_purging()) and exists (select from sensitive_text s where s.object_id = support_message.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes))))
    and exists (select from support_request r where r.id = request_id));
  grant insert (request_id, text) on support_message to samverkan_app;
  create policy add on support_message for insert to samverkan_app with check (organization_id = (select ctx_org()) and hidden_at is null
    and exists (select from support_request r where r.id = request_id and ${works}));

  create policy read on support_link for select to samverkan_app using (exists (select from support_request r where r.id = request_id));
  grant insert (request_id, kind, target_id), delete on support_link to samverkan_app;
  create policy add on support_link for insert to samverkan_app with check (exists (select from support_request r where r.id = request_id and ${works}));
  create policy remove on support_link for delete to samverkan_app using (exists (select from support_request r where r.id = request_id and ${works}));

  create policy history_of_support on change_log for select to samverkan_app using (area = 'support' and exists (select from support_request r
    where r.id = object_id and could_read(change_log.level, array[r.organization_id], '{}', r.county_codes)));
  create policy event_of_support on event for select to samverkan_app using (former_level is null and area = 'support'
    and exists (select from support_request r where r.id = object_id and could_read(event.level, array[r.organization_id], '{}', r.county_codes)));
  create policy support_is_gone on event for select to samverkan_app using (former_level is not null and area = 'support'
    and could_read(former_level, former_owners, former_partners, former_counties) and not exists (select from support_request r where r.id = object_id));
`;
