-- Generated from the migrations by tools/generated.mjs; do not edit.

-- Tables

create table action (
  id uuid not null default new_id(),
  reference text not null default new_reference('I'::text),
  title text not null,
  description text not null default ''::text,
  kind text not null,
  status text not null,
  status_since date not null default today(),
  paused_from text,
  cancel_reason text,
  starts_on date,
  ends_on date,
  visibility smallint not null,
  responsible_function text,
  target_groups text[] not null default '{}'::text[],
  forms text[] not null default '{}'::text[],
  phases text[] not null default '{}'::text[],
  municipality_codes text[] not null default '{}'::text[],
  county_codes text[] not null default '{}'::text[],
  owner_ids uuid[] not null,
  partner_ids uuid[] not null default '{}'::uuid[],
  partner_names text[] not null default '{}'::text[],
  goal_ids uuid[] not null default '{}'::uuid[],
  demo boolean not null default false,
  last_update_on date,
  created_by uuid not null default ctx_user(),
  created_at timestamp with time zone not null default clock_timestamp(),
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1,
  words tsvector generated always as ((setweight(to_tsvector('swedish'::regconfig, title), 'A'::"char") || setweight(to_tsvector('swedish'::regconfig, description), 'B'::"char"))) stored,
  paused_from_since date,
  hidden_at timestamp with time zone,
  responsible_function_id uuid,
  alike boolean,
  alike_on date,
  joined_into_id uuid,
  connection_asked_on date,
  step_before jsonb
);

create table action_comment (
  id uuid not null default new_id(),
  action_id uuid not null,
  text text not null,
  organization_id uuid not null default ctx_org(),
  user_id uuid not null default ctx_user(),
  created_at timestamp with time zone not null default clock_timestamp(),
  changed_at timestamp with time zone,
  removed_at timestamp with time zone,
  hidden_at timestamp with time zone,
  version integer not null default 1,
  removed_by uuid
);

create table action_connection (
  id uuid not null default new_id(),
  action_id uuid not null,
  organization_id uuid not null,
  county_codes text[] not null,
  asked_at timestamp with time zone not null default clock_timestamp(),
  forwarded_at timestamp with time zone
);

create table action_cooperation (
  id uuid not null default new_id(),
  action_id uuid not null,
  kind text not null,
  state text not null default 'open'::text,
  role text not null,
  organization_id uuid not null,
  from_organization_id uuid not null default ctx_org(),
  function_id uuid,
  own_action_id uuid,
  closes_own boolean not null default false,
  message text not null default ''::text,
  answer text,
  receipt jsonb,
  asked_at timestamp with time zone not null default clock_timestamp(),
  answered_at timestamp with time zone,
  hidden_at timestamp with time zone,
  version integer not null default 1,
  reminded_at timestamp with time zone,
  told_on date
);

create table action_filter (
  id uuid not null default new_id(),
  organization_id uuid not null default ctx_org(),
  user_id uuid,
  name text not null,
  view text not null,
  choice jsonb not null,
  changed_at timestamp with time zone not null default clock_timestamp(),
  removed_at timestamp with time zone,
  version integer not null default 1,
  removed_by uuid,
  hidden_at timestamp with time zone
);

create table action_goal (
  action_id uuid not null,
  goal_id uuid not null,
  since date not null default today()
);

create table action_goal_move (
  strategy_id uuid not null,
  action_id uuid not null,
  former_goal_ids uuid[] not null,
  goal_ids uuid[] not null,
  action_version integer not null,
  moved_on date not null default today(),
  left_at timestamp with time zone
);

create table action_nudge (
  id uuid not null default new_id(),
  connection_id uuid not null,
  organization_id uuid not null,
  own_action_id uuid not null,
  state text not null default 'open'::text,
  sent_at timestamp with time zone not null default clock_timestamp()
);

create table action_owner (
  action_id uuid not null,
  organization_id uuid not null,
  since date not null default today()
);

create table action_partner (
  action_id uuid not null,
  organization_id uuid not null,
  since date not null default today()
);

create table action_recurrence (
  action_id uuid not null,
  every text,
  former_id uuid
);

create table action_task (
  id uuid not null default new_id(),
  action_id uuid not null,
  title text not null,
  organization_id uuid not null,
  function_id uuid,
  due_on date not null,
  outcome text,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_organization_id uuid,
  set_organization_id uuid not null default ctx_org(),
  set_by uuid not null default ctx_user(),
  set_at timestamp with time zone not null default clock_timestamp(),
  removed_at timestamp with time zone,
  hidden_at timestamp with time zone,
  version integer not null default 1,
  removed_by uuid
);

create table action_template (
  id uuid not null default new_id(),
  organization_id uuid not null default ctx_org(),
  name text not null,
  content jsonb not null,
  changed_at timestamp with time zone not null default clock_timestamp(),
  removed_at timestamp with time zone,
  version integer not null default 1,
  removed_by uuid
);

create table action_update (
  id uuid not null default new_id(),
  action_id uuid not null,
  happened_on date not null,
  done text not null,
  effect text,
  counts jsonb not null default '[]'::jsonb,
  organization_id uuid not null default ctx_org(),
  user_id uuid not null default ctx_user(),
  created_at timestamp with time zone not null default clock_timestamp(),
  removed_at timestamp with time zone,
  version integer not null default 1,
  hidden_at timestamp with time zone,
  removed_by uuid
);

create table api_token (
  id uuid not null,
  organization_id uuid not null,
  name text not null,
  scopes text[] not null,
  token_hash bytea not null,
  last_day date not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default clock_timestamp(),
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  warned_on date,
  name_hidden boolean not null default false
);

create table api_token_hidden_name (
  token_id uuid not null,
  name text not null,
  hidden_at timestamp with time zone not null default clock_timestamp()
);

create table app_user (
  id uuid not null default new_id(),
  email text not null,
  name text not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  disabled_at timestamp with time zone,
  demo boolean not null default false,
  sealed boolean not null default false,
  disabled_reason text,
  seen_on date not null default today(),
  warned_on date,
  erased_at timestamp with time zone,
  shortcuts boolean not null default true
);

create table assessment (
  id uuid not null default new_id(),
  goal_id uuid not null,
  organization_id uuid not null default ctx_org(),
  function_id uuid,
  function_title text,
  level text not null,
  reason text not null,
  assessed_on date not null,
  evidence jsonb not null default '[]'::jsonb,
  signed_at timestamp with time zone,
  corrects_id uuid,
  demo boolean not null default false,
  hidden_at timestamp with time zone,
  discarded_at timestamp with time zone,
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1,
  discarded_by uuid
);

create table assignment (
  id uuid not null default new_id(),
  organization_id uuid not null default ctx_org(),
  title text not null,
  text text not null default ''::text,
  dnr text,
  legal_basis text not null default ''::text,
  reported_to text not null default ''::text,
  decided_on date,
  starts_on date,
  ends_on date,
  all_boards boolean not null default false,
  board_ids uuid[] not null,
  county_codes text[] not null default '{}'::text[],
  function_id uuid,
  status text not null default 'received'::text,
  status_before text,
  status_since date not null default today(),
  visibility smallint not null,
  demo boolean not null default false,
  hidden_at timestamp with time zone,
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1
);

create table assignment_action (
  assignment_id uuid not null,
  action_id uuid not null,
  organization_id uuid not null default ctx_org()
);

create table assignment_goal (
  assignment_id uuid not null,
  goal_id uuid not null,
  organization_id uuid not null default ctx_org(),
  carried_by uuid,
  tied_at timestamp with time zone not null default clock_timestamp()
);

create table assignment_report (
  id uuid not null default new_id(),
  assignment_id uuid not null,
  kind text not null,
  due_on date not null
);

create table assignment_reported (
  report_id uuid not null,
  organization_id uuid not null default ctx_org(),
  reported_on date not null
);

create table attachment (
  id uuid not null default new_id(),
  action_id uuid not null,
  kind text not null,
  title text not null,
  address text,
  organization_id uuid not null default ctx_org(),
  user_id uuid not null default ctx_user(),
  created_at timestamp with time zone not null default clock_timestamp(),
  removed_at timestamp with time zone,
  cleaned_at timestamp with time zone,
  hidden_at timestamp with time zone,
  version integer not null default 1,
  removed_by uuid,
  update_id uuid,
  left_line uuid
);

create table attachment_page (
  file_id uuid not null,
  page integer not null,
  words tsvector not null
);

create table audience (
  id uuid not null,
  level smallint not null,
  county_codes text[] not null,
  organization_id uuid
);

create table audit (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default clock_timestamp(),
  user_id uuid,
  organization_id uuid,
  verb text not null,
  area text not null,
  object_id uuid,
  outcome text not null,
  previous bytea,
  hash bytea not null,
  role text,
  reason text,
  pseudonym text,
  object_ids uuid[]
);

create table audit_check (
  id uuid not null default new_id(),
  at timestamp with time zone not null default clock_timestamp(),
  rows bigint not null,
  faults integer not null,
  nightly boolean not null
);

create table audit_head (
  chain uuid not null,
  rows bigint not null,
  last_id bigint not null,
  hash bytea not null
);

create table audit_seal (
  chain uuid not null,
  rows bigint not null,
  last_id bigint not null,
  hash bytea not null,
  number bigint not null,
  sealed_at timestamp with time zone not null default clock_timestamp(),
  mac text not null
);

create table break_glass_use (
  id uuid not null default new_id(),
  user_id uuid not null,
  reason text not null,
  at timestamp with time zone not null default clock_timestamp(),
  ends_at timestamp with time zone not null
);

create table calendar_subscription (
  user_id uuid not null default ctx_user(),
  organization_id uuid not null default ctx_org(),
  token_hash bytea not null,
  mine boolean not null default false,
  lang text not null,
  made_at timestamp with time zone not null default clock_timestamp(),
  fetched_on date
);

create table change_log (
  id uuid not null default new_id(),
  area text not null,
  object_id uuid not null,
  level smallint not null,
  version integer not null,
  field text not null,
  before jsonb,
  after jsonb,
  user_id uuid not null default ctx_user(),
  organization_id uuid not null default ctx_org(),
  at timestamp with time zone not null default clock_timestamp()
);

create table comment_mention (
  comment_id uuid not null,
  function_id uuid not null,
  "position" smallint not null,
  seen_at timestamp with time zone
);

create table commitment (
  id uuid not null default new_id(),
  goal_id uuid not null,
  organization_id uuid not null,
  text text not null,
  starts_on date,
  ends_on date,
  function_id uuid,
  carried_from uuid,
  confirmed_on date,
  withdrawn_on date,
  created_by uuid not null default ctx_user(),
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1
);

create table consultation (
  id uuid not null default new_id(),
  strategy_id uuid not null,
  organization_id uuid not null default ctx_org(),
  title text not null,
  message text not null default ''::text,
  last_day date not null,
  shows_answers boolean not null default false,
  opened_by uuid not null default ctx_user(),
  opened_at timestamp with time zone not null default clock_timestamp(),
  closed_at timestamp with time zone,
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1
);

create table consultation_comment (
  id uuid not null default new_id(),
  invitation_id uuid not null,
  goal_id uuid,
  text text not null default ''::text,
  "none" boolean not null default false,
  goal_number text,
  goal_title text,
  goal_text text,
  goal_version integer,
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1,
  hidden_at timestamp with time zone,
  hidden_draft text
);

create table consultation_draft (
  id uuid not null default new_id(),
  invitation_id uuid not null,
  goal_id uuid,
  text text not null default ''::text,
  "none" boolean not null default false,
  goal_number text,
  goal_title text,
  goal_text text,
  goal_version integer,
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1
);

create table consultation_invitation (
  id uuid not null default new_id(),
  consultation_id uuid not null,
  organization_id uuid not null,
  invited_at timestamp with time zone not null default clock_timestamp(),
  begun_at timestamp with time zone,
  sent_at timestamp with time zone,
  sent_by uuid,
  late boolean not null default false,
  reminded_on date,
  reminder_days smallint
);

create table consultation_response (
  comment_id uuid not null,
  outcome text not null,
  reason text not null,
  comment_version integer not null,
  answered_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1
);

create table contact_function (
  id uuid not null default new_id(),
  organization_id uuid not null default ctx_org(),
  title text not null,
  subjects text[] not null default '{}'::text[],
  municipality_codes text[] not null default '{}'::text[],
  county_codes text[] not null default '{}'::text[],
  mailbox text,
  phone text,
  note text not null default ''::text,
  visibility smallint not null,
  verified_on date,
  next_verification_on date not null,
  retired_on date,
  demo boolean not null default false,
  created_by uuid not null default ctx_user(),
  created_at timestamp with time zone not null default clock_timestamp(),
  changed_at timestamp with time zone not null default clock_timestamp(),
  hidden_at timestamp with time zone,
  version integer not null default 1,
  asked_on date,
  reminders smallint not null default 0
);

create table contact_group (
  id uuid not null default new_id(),
  organization_id uuid not null default ctx_org(),
  name text not null,
  choice jsonb,
  function_ids uuid[],
  created_by uuid not null default ctx_user(),
  changed_at timestamp with time zone not null default clock_timestamp(),
  removed_at timestamp with time zone,
  version integer not null default 1,
  removed_by uuid
);

create table contact_holder (
  id uuid not null default new_id(),
  function_id uuid not null,
  organization_id uuid not null default ctx_org(),
  deputy boolean not null default false,
  valid_from date not null default today(),
  valid_to date,
  version integer not null default 1,
  cleared_at timestamp with time zone
);

create table contact_holder_name (
  holder_id uuid not null,
  function_id uuid not null,
  name text not null,
  user_id uuid
);

create table contact_inside_name (
  holder_id uuid not null,
  function_id uuid not null,
  organization_id uuid not null default ctx_org(),
  name text not null,
  user_id uuid
);

create table contact_invitation (
  invitation_id uuid not null,
  function_id uuid not null,
  takes_over boolean not null default false
);

create table contact_letter (
  id uuid not null default new_id(),
  function_id uuid not null,
  token_hash bytea not null,
  sent_at timestamp with time zone not null default clock_timestamp(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  mailbox_hash bytea
);

create table contact_refusal (
  mailbox_hash bytea not null,
  organization_id uuid,
  at timestamp with time zone not null default clock_timestamp()
);

create table contact_report (
  id uuid not null default new_id(),
  function_id uuid not null,
  organization_id uuid not null default ctx_org(),
  user_id uuid not null default ctx_user(),
  what text[] not null,
  text text not null default ''::text,
  created_at timestamp with time zone not null default clock_timestamp(),
  resolved_at timestamp with time zone,
  hidden_at timestamp with time zone,
  told_at timestamp with time zone
);

create table contact_search (
  function_id uuid not null,
  title text not null,
  counties text[] not null,
  places text[] not null,
  words tsvector not null,
  folded text not null
);

create table contact_sending (
  id uuid not null default new_id(),
  organization_id uuid not null default ctx_org(),
  sent_by uuid not null default ctx_user(),
  reply_function_id uuid,
  reply_to text,
  subject text,
  text text,
  declined integer not null default 0,
  again_of uuid,
  sent_at timestamp with time zone not null default clock_timestamp(),
  erased_at timestamp with time zone,
  hidden_at timestamp with time zone
);

create table contact_sending_recipient (
  id uuid not null default new_id(),
  sending_id uuid not null,
  organization_id uuid not null default ctx_org(),
  function_ids uuid[] not null,
  mailbox text,
  state text not null default 'waiting'::text,
  reason text,
  settled_at timestamp with time zone
);

create table contact_subject (
  code text not null,
  words text not null
);

create table county (
  code text not null,
  name text not null,
  name_en text not null,
  short_name text not null,
  iso_code text not null
);

create table coverage (
  audience_id uuid not null,
  goal_set_id uuid not null,
  place text not null,
  status text not null,
  count integer not null
);

create table credential (
  user_id uuid not null,
  password_hash text not null,
  changed_at timestamp with time zone not null default clock_timestamp()
);

create table demo_mail (
  id uuid not null default new_id(),
  at timestamp with time zone not null default clock_timestamp(),
  to_address text not null,
  subject text not null,
  text text not null,
  link text
);

create table digest_mark (
  user_id uuid not null default ctx_user(),
  organization_id uuid not null default ctx_org(),
  sent_on date not null,
  told_until timestamp with time zone not null
);

create table digest_told (
  user_id uuid not null default ctx_user(),
  organization_id uuid not null default ctx_org(),
  waits jsonb not null default '{}'::jsonb,
  told_on date
);

create table draft (
  user_id uuid not null,
  organization_id uuid not null,
  key text not null,
  content jsonb not null,
  updated_at timestamp with time zone not null default clock_timestamp()
);

create table erasure_request (
  id uuid not null default new_id(),
  user_id uuid not null,
  asked_by uuid default ctx_user(),
  asked_at timestamp with time zone not null default clock_timestamp(),
  message text,
  withdrawn_at timestamp with time zone,
  decision text,
  ground text,
  words text,
  decided_by uuid,
  decided_for uuid,
  decided_at timestamp with time zone,
  done_at timestamp with time zone
);

create table event (
  id bigint not null generated always as identity,
  tx xid8 not null default pg_current_xact_id(),
  at timestamp with time zone not null default clock_timestamp(),
  area text not null,
  object_id uuid not null,
  level smallint not null,
  kind text not null,
  value text,
  goal_ids uuid[] not null default '{}'::uuid[],
  user_id uuid default ctx_user(),
  organization_id uuid default ctx_org(),
  former_level smallint,
  former_owners uuid[],
  former_partners uuid[],
  former_counties text[]
);

create table faq (
  id uuid not null default new_id(),
  organization_id uuid not null default ctx_org(),
  county_codes text[] not null default ctx_counties(),
  reply_id uuid,
  title text not null,
  answer text not null,
  source text not null default ''::text,
  source_on date,
  link text not null default ''::text,
  subject text not null,
  law_area text,
  status text not null default 'draft'::text,
  visibility smallint not null default 3,
  level smallint not null generated always as (
CASE
    WHEN (status = 'published'::text) THEN (visibility)::integer
    ELSE 0
END) stored,
  checked_on date,
  demo boolean not null default false,
  hidden_at timestamp with time zone,
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1,
  words tsvector generated always as ((setweight(to_tsvector('swedish'::regconfig, title), 'A'::"char") || setweight(to_tsvector('swedish'::regconfig, answer), 'B'::"char"))) stored
);

create table goal (
  id uuid not null default new_id(),
  key text not null default ('goal:'::text || new_id()),
  strategy_id uuid not null,
  number text not null,
  title text not null,
  title_en text,
  text text,
  parent_id uuid,
  placeholder boolean not null default false,
  sort integer not null,
  kind text not null default 'goal'::text,
  text_en text,
  responsible_organization_id uuid,
  indicators text[] not null default '{}'::text[],
  removed_at timestamp with time zone,
  version integer not null default 1,
  removed_by uuid
);

create table goal_link (
  goal_id uuid not null,
  frame_goal_id uuid not null,
  motive text,
  motive_en text,
  verification text not null
);

create table goal_set (
  id uuid not null,
  goal_ids uuid[] not null
);

create table goal_succession (
  strategy_id uuid not null,
  old_goal_id uuid not null,
  kind text not null,
  motive text not null default ''::text,
  new_goal_ids uuid[] not null default '{}'::uuid[],
  version integer not null default 1
);

create table handover (
  id uuid not null default new_id(),
  function_id uuid not null,
  organization_id uuid not null,
  left_on date not null,
  opened_at timestamp with time zone not null default clock_timestamp(),
  settled_at timestamp with time zone
);

create table handover_item (
  handover_id uuid not null,
  area text not null,
  object_id uuid not null,
  decision text not null,
  to_function uuid,
  organization_id uuid not null,
  county_codes text[] not null default '{}'::text[],
  asked_on date,
  decided_at timestamp with time zone not null default clock_timestamp(),
  decided_by uuid not null default ctx_user(),
  decided_for uuid not null default ctx_org()
);

create table idempotency (
  user_id uuid not null,
  organization_id uuid not null,
  key text not null,
  fingerprint text not null,
  status integer not null default 200,
  body jsonb,
  at timestamp with time zone not null default clock_timestamp()
);

create table invitation (
  id uuid not null default new_id(),
  token_hash bytea not null,
  email text not null,
  organization_id uuid not null,
  role text not null,
  title text not null,
  invited_by uuid,
  invited_at timestamp with time zone not null default clock_timestamp(),
  expires_at timestamp with time zone not null default (now() + '7 days'::interval),
  used_at timestamp with time zone,
  used_by uuid,
  withdrawn_at timestamp with time zone
);

create table job_effect (
  job_id uuid not null,
  at timestamp with time zone not null default clock_timestamp()
);

create table membership (
  id uuid not null default new_id(),
  user_id uuid not null,
  organization_id uuid not null,
  role text not null,
  title text not null,
  valid_from date not null default today(),
  valid_to date,
  attested_on date,
  warned_on date
);

create table method (
  id uuid not null default new_id(),
  organization_id uuid not null default ctx_org(),
  county_codes text[] not null default '{}'::text[],
  name text not null,
  purpose text not null default ''::text,
  not_for text not null default ''::text,
  target_groups text[] not null default '{}'::text[],
  forms text[] not null default '{}'::text[],
  phases text[] not null default '{}'::text[],
  professions text[] not null default '{}'::text[],
  evidence_state text not null default 'not_assessed'::text,
  evidence text not null default ''::text,
  evidence_source text not null default ''::text,
  evidence_link text not null default ''::text,
  evidence_on date,
  training_required boolean not null default false,
  training text not null default ''::text,
  valid_months integer,
  function_id uuid,
  status text not null default 'draft'::text,
  retires_on date,
  retired_motive text,
  replaced_by_id uuid,
  visibility smallint not null,
  shown smallint generated always as (
CASE
    WHEN (status = 'draft'::text) THEN (0)::smallint
    ELSE visibility
END) stored,
  published_on date,
  reviewed_on date,
  review_on date,
  demo boolean not null default false,
  hidden_at timestamp with time zone,
  removed_at timestamp with time zone,
  removed_by uuid,
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1,
  words tsvector generated always as (((setweight((to_tsvector('swedish'::regconfig, name) || to_tsvector('simple'::regconfig, name)), 'A'::"char") || setweight(to_tsvector('swedish'::regconfig, purpose), 'B'::"char")) || setweight(to_tsvector('swedish'::regconfig, ((((((not_for || ' '::text) || evidence) || ' '::text) || evidence_source) || ' '::text) || training)), 'C'::"char"))) stored,
  folded text generated always as (lower(((((((((((name || ' '::text) || purpose) || ' '::text) || not_for) || ' '::text) || evidence) || ' '::text) || evidence_source) || ' '::text) || training))) stored
);

create table method_action (
  id uuid not null default new_id(),
  method_id uuid not null,
  action_id uuid not null,
  organization_id uuid not null default ctx_org(),
  professions text[] not null default '{}'::text[],
  outside text[] not null default '{}'::text[],
  reason text not null default ''::text,
  tied_on date not null default today(),
  ended_on date,
  hidden_at timestamp with time zone
);

create table method_offer (
  method_id uuid not null,
  offer_id uuid not null
);

create table method_trained (
  id uuid not null default new_id(),
  use_id uuid not null,
  profession text,
  municipality_code text,
  trained_on date not null,
  count integer not null
);

create table method_use (
  id uuid not null default new_id(),
  method_id uuid not null,
  organization_id uuid not null default ctx_org(),
  since date not null,
  ended_on date,
  municipality_codes text[] not null default '{}'::text[],
  target_groups text[] not null default '{}'::text[],
  professions text[] not null default '{}'::text[],
  note text not null default ''::text,
  trained_of integer,
  trained_source text not null default ''::text,
  outside text[] not null default '{}'::text[],
  reason text not null default ''::text,
  demo boolean not null default false,
  hidden_at timestamp with time zone,
  said_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1
);

create table migration (
  id integer not null default nextval('migration_id_seq'::regclass),
  "timestamp" bigint not null,
  name character varying not null
);

create table municipality (
  code text not null,
  name text not null,
  county_code text not null
);

create table notice_choice (
  user_id uuid not null default ctx_user(),
  digest_hour smallint,
  off text[] not null default '{}'::text[],
  changed_at timestamp with time zone not null default clock_timestamp()
);

create table offer (
  id uuid not null default new_id(),
  organization_id uuid not null default ctx_org(),
  host_ids uuid[] not null,
  county_codes text[] not null default '{}'::text[],
  kind text not null,
  kind_id uuid,
  title text not null,
  description text not null default ''::text,
  subject text not null default ''::text,
  provider text not null default ''::text,
  link text not null default ''::text,
  professions text[] not null default '{}'::text[],
  function_id uuid,
  reach_of integer,
  reach_about boolean not null default false,
  reach_source text not null default ''::text,
  status text not null default 'draft'::text,
  status_before text,
  status_since date not null default today(),
  visibility smallint not null,
  level smallint not null generated always as (
CASE
    WHEN ((status = 'draft'::text) OR ((status = 'cancelled'::text) AND (status_before = 'draft'::text))) THEN 0
    ELSE (visibility)::integer
END) stored,
  demo boolean not null default false,
  hidden_at timestamp with time zone,
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1
);

create table offer_answer (
  id uuid not null default gen_random_uuid(),
  session_id uuid not null,
  answers smallint[] not null
);

create table offer_hosting (
  id uuid not null default new_id(),
  offer_id uuid not null,
  kind text not null,
  state text not null default 'open'::text,
  organization_id uuid not null,
  from_organization_id uuid not null default ctx_org(),
  function_id uuid,
  message text not null default ''::text,
  answer text,
  receipt jsonb,
  asked_at timestamp with time zone not null default clock_timestamp(),
  answered_at timestamp with time zone,
  reminded_at timestamp with time zone,
  told_on date,
  hidden_at timestamp with time zone,
  version integer not null default 1
);

create table offer_import (
  id uuid not null default new_id(),
  offer_id uuid not null,
  imported_on date not null default today()
);

create table offer_invitation (
  id uuid not null default new_id(),
  session_id uuid not null,
  email text not null,
  token_hash bytea not null,
  invited_at timestamp with time zone not null default clock_timestamp(),
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  counted_for uuid not null default ctx_org()
);

create table offer_kind (
  id uuid not null default new_id(),
  kind text not null,
  name text not null,
  county_code text not null,
  closed_on date,
  created_at timestamp with time zone not null default clock_timestamp()
);

create table offer_publication (
  publication_id uuid not null,
  offer_id uuid not null,
  piece boolean not null,
  step_id uuid
);

create table offer_quota (
  session_id uuid not null,
  municipality_code text not null,
  seats integer not null
);

create table offer_reach (
  id uuid not null default new_id(),
  offer_id uuid not null,
  session_id uuid,
  source text not null,
  profession text,
  municipality_code text,
  count integer not null,
  import_id uuid,
  starts_on date,
  ends_on date
);

create table offer_registration (
  id uuid not null default new_id(),
  session_id uuid not null,
  name text not null,
  email text not null,
  organization text not null,
  municipality_code text,
  profession text,
  state text not null,
  user_id uuid,
  arrived_at timestamp with time zone not null default clock_timestamp(),
  seated_at timestamp with time zone,
  reminded smallint not null default 0,
  attended boolean,
  asked boolean not null default false
);

create table offer_session (
  id uuid not null default new_id(),
  offer_id uuid not null,
  day date not null,
  last_day date,
  from_time time without time zone not null,
  to_time time without time zone not null,
  place text not null default ''::text,
  link text not null default ''::text,
  seats integer,
  register_by date,
  version integer not null default 1,
  link_hash bytea
);

create table offer_step (
  id uuid not null default new_id(),
  offer_id uuid not null,
  place smallint not null,
  title text not null,
  link text not null default ''::text
);

create table offer_ticket (
  token_hash bytea not null,
  session_id uuid not null,
  expires_on date not null default (today() + 30)
);

create table offer_told (
  offer_id uuid not null,
  answers integer not null,
  means numeric[] not null
);

create table offer_uptake (
  id uuid not null default new_id(),
  offer_id uuid not null,
  step_id uuid,
  municipality_code text not null,
  day date not null default today()
);

create table oidc_identity (
  issuer text not null,
  subject text not null,
  user_id uuid not null,
  created_at timestamp with time zone not null default clock_timestamp()
);

create table organization (
  id uuid not null default new_id(),
  key text not null,
  kind text not null,
  name text not null,
  name_en text,
  abbreviation text,
  organization_number text,
  website text,
  description text,
  description_en text,
  county_code text,
  municipality_code text,
  parent_id uuid,
  successor_id uuid,
  valid_from date,
  valid_to date,
  demo boolean not null default false,
  search text not null default ''::text,
  version integer not null default 1,
  registrar_id uuid,
  merged_into_id uuid,
  checked jsonb not null default '{}'::jsonb
);

create table organization_county (
  organization_id uuid not null,
  county_code text not null
);

create table organization_hidden_text (
  organization_id uuid not null,
  description text,
  description_en text,
  hidden_at timestamp with time zone not null default clock_timestamp()
);

create table organization_merge (
  id uuid not null default new_id(),
  from_id uuid not null,
  into_id uuid not null,
  moved jsonb not null default '{}'::jsonb,
  merged_by uuid not null default ctx_user(),
  merged_for uuid not null default ctx_org(),
  merged_at timestamp with time zone not null default clock_timestamp(),
  undone_at timestamp with time zone,
  tx xid8 default pg_current_xact_id()
);

create table organization_municipality (
  organization_id uuid not null,
  municipality_code text not null
);

create table organization_name (
  id uuid not null default new_id(),
  organization_id uuid not null,
  name text not null,
  usage text not null,
  valid_from date,
  valid_to date,
  verification text not null default 'verified'::text
);

create table organization_past (
  id uuid not null default new_id(),
  organization_id uuid not null,
  field text not null,
  value jsonb not null,
  valid_to date not null,
  version integer not null,
  replaced_in integer
);

create table organization_withdrawn (
  id uuid not null,
  organization_id uuid not null default ctx_org(),
  name text not null,
  content jsonb not null,
  removed_at timestamp with time zone not null default clock_timestamp(),
  removed_by uuid default ctx_user()
);

create table passkey (
  id text not null,
  user_id uuid not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}'::text[],
  name text not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  used_at timestamp with time zone
);

create table password_reset (
  token_hash bytea not null,
  user_id uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);

create table presence (
  user_id uuid not null default ctx_user(),
  organization_id uuid not null default ctx_org(),
  kind text not null,
  object_id uuid not null,
  field text,
  until timestamp with time zone not null default (clock_timestamp() + '00:00:10'::interval)
);

create table public_report (
  id uuid not null default new_id(),
  county_code text not null,
  place text not null default ''::text,
  problem text not null,
  reply_to text,
  language text not null,
  received_at timestamp with time zone not null default clock_timestamp(),
  answered_at timestamp with time zone,
  answered_by text,
  hidden_at timestamp with time zone,
  version integer not null default 1
);

create table public_text (
  id uuid not null default new_id(),
  county_code text not null,
  piece text not null,
  sv text not null default ''::text,
  en text not null default ''::text,
  shown_from timestamp with time zone,
  published_by text,
  stands_in_for uuid,
  changed_at timestamp with time zone not null default clock_timestamp(),
  hidden_at timestamp with time zone,
  version integer not null default 1,
  removed_at timestamp with time zone,
  removed_by uuid
);

create table publication (
  id uuid not null default new_id(),
  organization_id uuid not null default ctx_org(),
  numbered_by uuid not null default ctx_org(),
  owner_ids uuid[] not null,
  county_codes text[] not null default '{}'::text[],
  title text not null,
  type text not null,
  series text not null default ''::text,
  number text,
  dnr text,
  isbn text,
  issn text,
  year integer,
  pages integer,
  language text not null default 'sv'::text,
  authors text not null default ''::text,
  summary text not null default ''::text,
  summary_en text not null default ''::text,
  function_id uuid,
  strategy_id uuid,
  supersedes_ids uuid[] not null default '{}'::uuid[],
  status text not null default 'draft'::text,
  visibility smallint not null,
  shown smallint generated always as (
CASE
    WHEN (status = 'draft'::text) THEN (0)::smallint
    ELSE visibility
END) stored,
  published_on date,
  reviewed_on date,
  review_on date,
  withdrawn_motive text,
  key text,
  demo boolean not null default false,
  hidden_at timestamp with time zone,
  removed_at timestamp with time zone,
  removed_by uuid,
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1,
  words tsvector generated always as (((setweight((to_tsvector('swedish'::regconfig, title) || to_tsvector('simple'::regconfig, ((((((((((((title || ' '::text) || series) || ' '::text) || COALESCE(number, ''::text)) || ' '::text) || COALESCE(dnr, ''::text)) || ' '::text) || COALESCE(isbn, ''::text)) || ' '::text) || COALESCE(issn, ''::text)) || ' '::text) || COALESCE((year)::text, ''::text)))), 'A'::"char") || setweight(to_tsvector('swedish'::regconfig, authors), 'B'::"char")) || setweight((to_tsvector('swedish'::regconfig, summary) || to_tsvector('english'::regconfig, summary_en)), 'C'::"char"))) stored,
  folded text generated always as (lower(((((((((((((((title || ' '::text) || series) || ' '::text) || COALESCE(number, ''::text)) || ' '::text) || COALESCE(dnr, ''::text)) || ' '::text) || COALESCE(isbn, ''::text)) || ' '::text) || COALESCE(issn, ''::text)) || ' '::text) || authors) || ' '::text) || summary))) stored
);

create table publication_file (
  id uuid not null default new_id(),
  publication_id uuid not null,
  title text not null,
  language text not null default 'sv'::text,
  accessibility text not null default 'unknown'::text,
  organization_id uuid not null default ctx_org(),
  user_id uuid default ctx_user(),
  created_at timestamp with time zone not null default clock_timestamp(),
  removed_at timestamp with time zone,
  removed_by uuid,
  cleaned_at timestamp with time zone,
  hidden_at timestamp with time zone,
  version integer not null default 1
);

create table publication_link (
  id uuid not null default new_id(),
  publication_id uuid not null,
  title text not null,
  address text not null,
  sort integer not null,
  checked_at timestamp with time zone,
  failing_since date
);

create table publication_owning (
  publication_id uuid not null,
  organization_id uuid not null,
  by_organization_id uuid not null default ctx_org(),
  named_at timestamp with time zone not null default clock_timestamp(),
  seen_at timestamp with time zone,
  left_at timestamp with time zone,
  receipt jsonb
);

create table publication_page (
  file_id uuid not null,
  page integer not null,
  publication_id uuid not null,
  words tsvector not null
);

create table publication_request (
  id uuid not null default new_id(),
  publication_id uuid not null,
  format text not null,
  reply_to text,
  organization_id uuid not null default ctx_org(),
  received_at timestamp with time zone not null default clock_timestamp(),
  answered_at timestamp with time zone
);

create table publication_selection (
  county_code text not null,
  publication_id uuid not null,
  sort integer not null
);

create table publication_text (
  file_id uuid not null,
  publication_id uuid not null,
  words tsvector not null
);

create table question (
  id uuid not null default new_id(),
  reference text not null default new_reference('F'::text),
  organization_id uuid not null,
  function_id uuid,
  municipality_code text,
  county_codes text[] not null default '{}'::text[],
  title text not null,
  text text not null default ''::text,
  subject text not null,
  law_area text,
  status text not null default 'received'::text,
  status_before text,
  status_since date not null default today(),
  status_by uuid,
  reason text not null default ''::text,
  handler_organization_id uuid,
  handler_function_id uuid,
  asked_on date not null default today(),
  captured boolean not null default false,
  joined_ids uuid[] not null default '{}'::uuid[],
  visibility smallint not null default 1,
  demo boolean not null default false,
  hidden_at timestamp with time zone,
  created_at timestamp with time zone not null default clock_timestamp(),
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1,
  words tsvector generated always as ((setweight(to_tsvector('swedish'::regconfig, title), 'A'::"char") || setweight(to_tsvector('swedish'::regconfig, text), 'B'::"char"))) stored,
  bundle_id uuid
);

create table question_address (
  id uuid not null default new_id(),
  bundle_id uuid not null,
  recipient_id uuid not null,
  diarienummer text not null default ''::text,
  sent_on date not null,
  expected_on date,
  ended_on date,
  outcome text
);

create table question_bundle (
  id uuid not null default new_id(),
  reference text not null default new_reference('B'::text),
  board_id uuid not null default ctx_org(),
  county_codes text[] not null default ctx_counties(),
  title text not null,
  wording text not null,
  status text not null default 'draft'::text,
  reason text not null default ''::text,
  recipient_ids uuid[] not null default '{}'::uuid[],
  demo boolean not null default false,
  hidden_at timestamp with time zone,
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1
);

create table question_bundle_item (
  bundle_id uuid not null,
  question_id uuid not null,
  place integer not null
);

create table question_join (
  question_id uuid not null,
  organization_id uuid not null,
  municipality_code text,
  joined_on date not null default today()
);

create table question_reply (
  id uuid not null default new_id(),
  bundle_id uuid,
  question_id uuid,
  organization_id uuid not null default ctx_org(),
  source_id uuid not null,
  text text not null,
  link text not null default ''::text,
  received_on date not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  hidden_at timestamp with time zone,
  version integer not null default 1
);

create table question_told (
  reply_id uuid not null,
  question_id uuid not null,
  organization_id uuid not null,
  told_at timestamp with time zone,
  answers boolean,
  because text not null default ''::text,
  judged_on date
);

create table recovery_code (
  user_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone
);

create table retention_count (
  run_id uuid not null,
  rule text not null,
  taken integer not null default 0,
  oldest timestamp with time zone,
  ended_at timestamp with time zone
);

create table retention_run (
  id uuid not null default new_id(),
  job_id uuid not null,
  as_of timestamp with time zone not null,
  started_at timestamp with time zone not null default clock_timestamp(),
  ended_at timestamp with time zone
);

create table search_word (
  id uuid not null default new_id(),
  area text not null,
  word text not null,
  folded text not null
);

create table sensitive_text (
  id uuid not null default new_id(),
  area text not null,
  kind text not null,
  object_id uuid not null,
  reference text not null,
  owner_ids uuid[] not null,
  county_codes text[] not null,
  hidden_by uuid default ctx_user(),
  hidden_for uuid not null default ctx_org(),
  hidden_at timestamp with time zone not null default clock_timestamp(),
  ended_at timestamp with time zone,
  outcome text,
  only_user uuid
);

create table session (
  sid character varying not null,
  sess json not null,
  expire timestamp(6) without time zone not null
);

create table sign_in_limit (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint
);

create table signatory (
  id uuid not null default new_id(),
  strategy_id uuid not null,
  name text not null,
  organization_id uuid,
  capacity text not null,
  signed_on date,
  sort integer not null,
  function_title text,
  withdrawn_on date
);

create table stored_file (
  id uuid not null,
  type text not null,
  size integer not null,
  pages integer,
  sha256 text not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  tx xid8 not null default pg_current_xact_id()
);

create table stored_file_chunk (
  file_id uuid not null,
  at integer not null,
  bytes bytea not null
);

create table stored_file_page (
  file_id uuid not null,
  page integer not null,
  words text not null
);

create table strategy (
  id uuid not null default new_id(),
  key text not null default ('strategy:'::text || new_id()),
  kind text not null,
  title text not null,
  title_en text,
  short_title text not null,
  short_title_en text,
  starts_on date,
  ends_on date,
  status text not null,
  document text,
  vision text,
  vision_en text,
  note text,
  note_en text,
  signed_on date,
  signatory_count integer,
  sources text[] not null default '{}'::text[],
  verification text not null,
  owner_organization_id uuid,
  county_codes text[] not null default '{}'::text[],
  version integer not null default 1,
  kept_by uuid,
  dnr text,
  decided_on date,
  repeal_motive text,
  discarded_at timestamp with time zone,
  changed_at timestamp with time zone,
  discarded_by uuid
);

create table strategy_adoption (
  id uuid not null default new_id(),
  strategy_id uuid not null,
  adopted_by uuid not null default ctx_user(),
  adopted_for uuid not null default ctx_org(),
  adopted_at timestamp with time zone not null default clock_timestamp(),
  former_status text not null,
  strategy_version integer not null,
  turned_at timestamp with time zone,
  undone_at timestamp with time zone,
  tx xid8 default pg_current_xact_id()
);

create table strategy_frame (
  strategy_id uuid not null,
  frame_id uuid not null,
  motive text
);

create table strategy_hidden_text (
  object_id uuid not null,
  kind text not null,
  strategy_id uuid not null,
  texts jsonb not null,
  quoted jsonb not null default '[]'::jsonb,
  history jsonb not null default '[]'::jsonb,
  hidden_at timestamp with time zone not null default clock_timestamp()
);

create table strategy_succession (
  old_id uuid not null,
  new_id uuid not null,
  verification text not null
);

create table succession_choice (
  strategy_id uuid not null,
  old_goal_id uuid not null,
  area text not null,
  object_id uuid not null,
  new_goal_ids uuid[] not null
);

create table support_inquiry (
  id uuid not null default new_id(),
  county_code text not null,
  municipality_code text,
  workplace text not null,
  title text not null,
  text text not null default ''::text,
  form text not null,
  urgency text not null,
  reply_to text,
  language text not null,
  code_hash bytea,
  received_at timestamp with time zone not null default clock_timestamp(),
  confirmed_at timestamp with time zone,
  settled_at timestamp with time zone,
  settled_by text,
  request_id uuid,
  reason text not null default ''::text,
  hidden_at timestamp with time zone,
  version integer not null default 1
);

create table support_link (
  request_id uuid not null,
  kind text not null,
  target_id uuid not null,
  linked_on date not null default today()
);

create table support_message (
  id uuid not null default new_id(),
  request_id uuid not null,
  organization_id uuid not null default ctx_org(),
  text text not null,
  written_at timestamp with time zone not null default clock_timestamp(),
  hidden_at timestamp with time zone,
  version integer not null default 1
);

create table support_request (
  id uuid not null default new_id(),
  reference text not null default new_reference('K'::text),
  organization_id uuid not null,
  function_id uuid,
  municipality_code text,
  county_codes text[] not null default '{}'::text[],
  title text not null,
  text text not null default ''::text,
  subject text not null,
  professions text[] not null default '{}'::text[],
  staff_count integer,
  form text not null,
  urgency text not null,
  status text not null default 'received'::text,
  status_before text,
  status_since date not null default today(),
  status_by uuid,
  reason text not null default ''::text,
  handler_organization_id uuid,
  handler_function_id uuid,
  due_on date,
  proposal text not null default ''::text,
  outcome text not null default ''::text,
  closed_on date,
  effect_due_on date,
  effect_asked_on date,
  effect text,
  effect_words text not null default ''::text,
  may_tell boolean not null default false,
  step_before jsonb,
  asked_on date not null default today(),
  captured boolean not null default false,
  demo boolean not null default false,
  hidden_at timestamp with time zone,
  created_at timestamp with time zone not null default clock_timestamp(),
  changed_at timestamp with time zone not null default clock_timestamp(),
  version integer not null default 1,
  words tsvector generated always as ((setweight(to_tsvector('swedish'::regconfig, title), 'A'::"char") || setweight(to_tsvector('swedish'::regconfig, text), 'B'::"char"))) stored
);

create table term (
  id uuid not null default new_id(),
  vocabulary text not null,
  code text not null,
  sv text not null,
  en text not null,
  synonyms_sv text[] not null default '{}'::text[],
  synonyms_en text[] not null default '{}'::text[],
  place integer not null,
  state text not null default 'in_use'::text,
  successor text,
  version integer not null default 1,
  changed_at timestamp with time zone not null default clock_timestamp()
);

create table term_answer (
  proposal_id uuid not null,
  organization_id uuid not null default ctx_org(),
  yes boolean not null,
  line text not null default ''::text,
  answered_by uuid not null default ctx_user(),
  answered_at timestamp with time zone not null default clock_timestamp()
);

create table term_proposal (
  id uuid not null default new_id(),
  vocabulary text not null,
  deed text not null,
  code text not null,
  content jsonb not null default '{}'::jsonb,
  motive text not null,
  organization_id uuid not null default ctx_org(),
  proposed_by uuid not null default ctx_user(),
  proposed_at timestamp with time zone not null default clock_timestamp(),
  state text not null default 'open'::text,
  ended_at timestamp with time zone,
  list_version integer,
  tx xid8,
  hidden_at timestamp with time zone,
  version integer not null default 1
);

create table term_receipt (
  proposal_id uuid not null,
  receipt jsonb not null
);

create table term_version (
  vocabulary text not null,
  code text not null,
  version integer not null,
  sv text not null,
  en text not null,
  synonyms_sv text[] not null,
  synonyms_en text[] not null,
  state text not null,
  successor text,
  proposal_id uuid,
  at timestamp with time zone not null default clock_timestamp()
);

create table totp (
  user_id uuid not null,
  sealed text not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0
);

create table vocabulary (
  name text not null,
  version integer not null default 1
);

-- Constraints

alter table action add constraint action_reference_key UNIQUE (reference);

alter table action add constraint action_pkey PRIMARY KEY (id);

alter table action add constraint action_joined_into_id_fkey FOREIGN KEY (joined_into_id) REFERENCES action(id);

alter table action add constraint action_responsible_function_id_fkey FOREIGN KEY (responsible_function_id) REFERENCES contact_function(id);

alter table action add constraint action_draft_stays_inside CHECK (((status <> 'draft'::text) OR (visibility <= 1)));

alter table action add constraint action_has_an_owner CHECK ((cardinality(owner_ids) > 0));

alter table action add constraint action_period CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on)));

alter table action add constraint action_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'planned'::text, 'ongoing'::text, 'paused'::text, 'completed'::text, 'cancelled'::text])));

alter table action add constraint action_visibility_check CHECK (((visibility >= 0) AND (visibility <= 4)));

alter table action_comment add constraint action_comment_pkey PRIMARY KEY (id);

alter table action_comment add constraint action_comment_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id);

alter table action_comment add constraint action_comment_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table action_connection add constraint action_connection_action_id_key UNIQUE (action_id);

alter table action_connection add constraint action_connection_pkey PRIMARY KEY (id);

alter table action_connection add constraint action_connection_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id);

alter table action_connection add constraint action_connection_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table action_cooperation add constraint action_cooperation_pkey PRIMARY KEY (id);

alter table action_cooperation add constraint action_cooperation_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id);

alter table action_cooperation add constraint action_cooperation_from_organization_id_fkey FOREIGN KEY (from_organization_id) REFERENCES organization(id);

alter table action_cooperation add constraint action_cooperation_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id);

alter table action_cooperation add constraint action_cooperation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table action_cooperation add constraint action_cooperation_own_action_id_fkey FOREIGN KEY (own_action_id) REFERENCES action(id);

alter table action_cooperation add constraint action_cooperation_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'proposal'::text, 'leaving'::text])));

alter table action_cooperation add constraint action_cooperation_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'partner'::text])));

alter table action_cooperation add constraint action_cooperation_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'left'::text])));

alter table action_cooperation add constraint cooperation_leaving CHECK (((kind = 'leaving'::text) = (state = 'left'::text)));

alter table action_cooperation add constraint cooperation_own CHECK (((own_action_id IS NOT NULL) OR (NOT closes_own)));

alter table action_filter add constraint action_filter_pkey PRIMARY KEY (id);

alter table action_filter add constraint action_filter_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table action_filter add constraint action_filter_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;

alter table action_goal add constraint action_goal_pkey PRIMARY KEY (action_id, goal_id);

alter table action_goal add constraint action_goal_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id) ON DELETE CASCADE;

alter table action_goal add constraint action_goal_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id);

alter table action_goal_move add constraint action_goal_move_pkey PRIMARY KEY (strategy_id, action_id);

alter table action_goal_move add constraint action_goal_move_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id) ON DELETE CASCADE;

alter table action_goal_move add constraint action_goal_move_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES strategy(id);

alter table action_nudge add constraint action_nudge_pkey PRIMARY KEY (id);

alter table action_nudge add constraint action_nudge_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES action_connection(id);

alter table action_nudge add constraint action_nudge_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table action_nudge add constraint action_nudge_own_action_id_fkey FOREIGN KEY (own_action_id) REFERENCES action(id);

alter table action_nudge add constraint action_nudge_state_check CHECK ((state = ANY (ARRAY['open'::text, 'proposed'::text, 'declined'::text])));

alter table action_owner add constraint action_owner_pkey PRIMARY KEY (action_id, organization_id);

alter table action_owner add constraint action_owner_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id) ON DELETE CASCADE;

alter table action_owner add constraint action_owner_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table action_partner add constraint action_partner_pkey PRIMARY KEY (action_id, organization_id);

alter table action_partner add constraint action_partner_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id) ON DELETE CASCADE;

alter table action_partner add constraint action_partner_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table action_recurrence add constraint action_recurrence_pkey PRIMARY KEY (action_id);

alter table action_recurrence add constraint action_recurrence_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id) ON DELETE CASCADE;

alter table action_recurrence add constraint action_recurrence_former_id_fkey FOREIGN KEY (former_id) REFERENCES action(id) ON DELETE SET NULL;

alter table action_recurrence add constraint action_recurrence_check CHECK ((former_id <> action_id));

alter table action_recurrence add constraint action_recurrence_every_check CHECK ((every = ANY (ARRAY['month'::text, 'quarter'::text, 'term'::text, 'year'::text])));

alter table action_task add constraint action_task_pkey PRIMARY KEY (id);

alter table action_task add constraint action_task_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id);

alter table action_task add constraint action_task_ended_organization_id_fkey FOREIGN KEY (ended_organization_id) REFERENCES organization(id);

alter table action_task add constraint action_task_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id);

alter table action_task add constraint action_task_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table action_task add constraint action_task_set_organization_id_fkey FOREIGN KEY (set_organization_id) REFERENCES organization(id);

alter table action_task add constraint action_task_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'dropped'::text])));

alter table action_task add constraint task_ended CHECK (((outcome IS NULL) = (ended_at IS NULL)));

alter table action_template add constraint action_template_pkey PRIMARY KEY (id);

alter table action_template add constraint action_template_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table action_update add constraint action_update_pkey PRIMARY KEY (id);

alter table action_update add constraint action_update_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id);

alter table action_update add constraint action_update_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table api_token add constraint api_token_token_hash_key UNIQUE (token_hash);

alter table api_token add constraint api_token_pkey PRIMARY KEY (id);

alter table api_token add constraint api_token_id_fkey FOREIGN KEY (id) REFERENCES app_user(id);

alter table api_token add constraint api_token_made_by_fkey FOREIGN KEY (made_by) REFERENCES app_user(id);

alter table api_token add constraint api_token_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table api_token add constraint api_token_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES app_user(id);

alter table api_token add constraint api_token_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)));

alter table api_token add constraint api_token_scopes_check CHECK ((cardinality(scopes) > 0));

alter table api_token_hidden_name add constraint api_token_hidden_name_pkey PRIMARY KEY (token_id);

alter table api_token_hidden_name add constraint api_token_hidden_name_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_token(id) ON DELETE CASCADE;

alter table app_user add constraint app_user_pkey PRIMARY KEY (id);

alter table app_user add constraint app_user_disabled_reason_check CHECK ((disabled_reason = ANY (ARRAY['idle'::text, 'by-hand'::text, 'used'::text, 'erased'::text, 'token'::text])));

alter table assessment add constraint assessment_pkey PRIMARY KEY (id);

alter table assessment add constraint assessment_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES assessment(id);

alter table assessment add constraint assessment_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id);

alter table assessment add constraint assessment_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id);

alter table assessment add constraint assessment_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table assessment add constraint assessment_level_check CHECK ((level = ANY (ARRAY['on_way'::text, 'needs_more'::text, 'stalled'::text, 'reached'::text])));

alter table assignment add constraint assignment_pkey PRIMARY KEY (id);

alter table assignment add constraint assignment_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id);

alter table assignment add constraint assignment_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table assignment add constraint assignment_status_before_check CHECK ((status_before = ANY (ARRAY['received'::text, 'ongoing'::text, 'reported'::text, 'closed'::text])));

alter table assignment add constraint assignment_status_check CHECK ((status = ANY (ARRAY['received'::text, 'ongoing'::text, 'reported'::text, 'closed'::text])));

alter table assignment add constraint assignment_visibility_check CHECK (((visibility >= 0) AND (visibility <= 4)));

alter table assignment_action add constraint assignment_action_pkey PRIMARY KEY (assignment_id, action_id);

alter table assignment_action add constraint assignment_action_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id);

alter table assignment_action add constraint assignment_action_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES assignment(id);

alter table assignment_action add constraint assignment_action_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table assignment_goal add constraint assignment_goal_pkey PRIMARY KEY (assignment_id, goal_id);

alter table assignment_goal add constraint assignment_goal_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES assignment(id);

alter table assignment_goal add constraint assignment_goal_carried_by_fkey FOREIGN KEY (carried_by) REFERENCES strategy(id);

alter table assignment_goal add constraint assignment_goal_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id);

alter table assignment_goal add constraint assignment_goal_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table assignment_report add constraint assignment_report_pkey PRIMARY KEY (id);

alter table assignment_report add constraint assignment_report_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES assignment(id);

alter table assignment_report add constraint assignment_report_kind_check CHECK ((kind = ANY (ARRAY['part'::text, 'yearly'::text, 'final'::text, 'other'::text])));

alter table assignment_reported add constraint assignment_reported_pkey PRIMARY KEY (report_id, organization_id);

alter table assignment_reported add constraint assignment_reported_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table assignment_reported add constraint assignment_reported_report_id_fkey FOREIGN KEY (report_id) REFERENCES assignment_report(id) ON DELETE CASCADE;

alter table attachment add constraint attachment_pkey PRIMARY KEY (id);

alter table attachment add constraint attachment_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id);

alter table attachment add constraint attachment_left_line_fkey FOREIGN KEY (left_line) REFERENCES action_update(id) ON DELETE SET NULL;

alter table attachment add constraint attachment_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table attachment add constraint attachment_update_id_fkey FOREIGN KEY (update_id) REFERENCES action_update(id);

alter table attachment add constraint attachment_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id);

alter table attachment add constraint attachment_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'link'::text])));

alter table attachment add constraint attachment_link CHECK (((kind = 'link'::text) = (address IS NOT NULL)));

alter table attachment_page add constraint attachment_page_pkey PRIMARY KEY (file_id, page);

alter table attachment_page add constraint attachment_page_file_id_page_fkey FOREIGN KEY (file_id, page) REFERENCES stored_file_page(file_id, page) ON DELETE CASCADE;

alter table audience add constraint audience_pkey PRIMARY KEY (id);

alter table audience add constraint audience_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table audience add constraint audience_check CHECK (((level < 3) OR ((county_codes = '{}'::text[]) AND (organization_id IS NULL))));

alter table audience add constraint audience_level_check CHECK (((level >= 0) AND (level <= 4)));

alter table audit add constraint audit_pkey PRIMARY KEY (id);

alter table audit add constraint audit_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'denied'::text])));

alter table audit_check add constraint audit_check_pkey PRIMARY KEY (id);

alter table audit_head add constraint audit_head_pkey PRIMARY KEY (chain);

alter table audit_seal add constraint audit_seal_pkey PRIMARY KEY (chain);

alter table break_glass_use add constraint break_glass_use_pkey PRIMARY KEY (id);

alter table break_glass_use add constraint break_glass_use_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id);

alter table calendar_subscription add constraint calendar_subscription_token_hash_key UNIQUE (token_hash);

alter table calendar_subscription add constraint calendar_subscription_pkey PRIMARY KEY (user_id, organization_id);

alter table calendar_subscription add constraint calendar_subscription_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table calendar_subscription add constraint calendar_subscription_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;

alter table calendar_subscription add constraint calendar_subscription_lang_check CHECK ((lang = ANY (ARRAY['sv'::text, 'en'::text])));

alter table change_log add constraint change_log_pkey PRIMARY KEY (id);

alter table comment_mention add constraint comment_mention_pkey PRIMARY KEY (comment_id, function_id);

alter table comment_mention add constraint comment_mention_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES action_comment(id) ON DELETE CASCADE;

alter table comment_mention add constraint comment_mention_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id) ON DELETE CASCADE;

alter table commitment add constraint commitment_pkey PRIMARY KEY (id);

alter table commitment add constraint commitment_carried_from_fkey FOREIGN KEY (carried_from) REFERENCES commitment(id);

alter table commitment add constraint commitment_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id);

alter table commitment add constraint commitment_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id);

alter table commitment add constraint commitment_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table commitment add constraint commitment_check CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on)));

alter table consultation add constraint consultation_pkey PRIMARY KEY (id);

alter table consultation add constraint consultation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table consultation add constraint consultation_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES strategy(id);

alter table consultation_comment add constraint consultation_comment_invitation_id_goal_id_key UNIQUE NULLS NOT DISTINCT (invitation_id, goal_id);

alter table consultation_comment add constraint consultation_comment_pkey PRIMARY KEY (id);

alter table consultation_comment add constraint consultation_comment_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id);

alter table consultation_comment add constraint consultation_comment_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES consultation_invitation(id);

alter table consultation_draft add constraint consultation_draft_invitation_id_goal_id_key UNIQUE NULLS NOT DISTINCT (invitation_id, goal_id);

alter table consultation_draft add constraint consultation_draft_pkey PRIMARY KEY (id);

alter table consultation_draft add constraint consultation_draft_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id);

alter table consultation_draft add constraint consultation_draft_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES consultation_invitation(id);

alter table consultation_invitation add constraint consultation_invitation_consultation_id_organization_id_key UNIQUE (consultation_id, organization_id);

alter table consultation_invitation add constraint consultation_invitation_pkey PRIMARY KEY (id);

alter table consultation_invitation add constraint consultation_invitation_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES consultation(id);

alter table consultation_invitation add constraint consultation_invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table consultation_response add constraint consultation_response_pkey PRIMARY KEY (comment_id);

alter table consultation_response add constraint consultation_response_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES consultation_comment(id);

alter table consultation_response add constraint consultation_response_outcome_check CHECK ((outcome = ANY (ARRAY['taken_in'::text, 'partly'::text, 'not'::text])));

alter table contact_function add constraint contact_function_pkey PRIMARY KEY (id);

alter table contact_function add constraint contact_function_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table contact_function add constraint contact_function_visibility_check CHECK ((visibility = ANY (ARRAY[0, 2, 3, 4])));

alter table contact_group add constraint contact_group_pkey PRIMARY KEY (id);

alter table contact_group add constraint contact_group_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table contact_group add constraint contact_group_one_kind CHECK (((choice IS NULL) <> (function_ids IS NULL)));

alter table contact_holder add constraint contact_holder_one_at_a_time EXCLUDE USING gist (function_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((NOT deputy));

alter table contact_holder add constraint contact_holder_pkey PRIMARY KEY (id);

alter table contact_holder add constraint contact_holder_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id) ON DELETE CASCADE;

alter table contact_holder add constraint contact_holder_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table contact_holder add constraint contact_holder_period CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)));

alter table contact_holder_name add constraint contact_holder_name_pkey PRIMARY KEY (holder_id);

alter table contact_holder_name add constraint contact_holder_name_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id) ON DELETE CASCADE;

alter table contact_holder_name add constraint contact_holder_name_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES contact_holder(id) ON DELETE CASCADE;

alter table contact_holder_name add constraint contact_holder_name_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id);

alter table contact_inside_name add constraint contact_inside_name_pkey PRIMARY KEY (holder_id);

alter table contact_inside_name add constraint contact_inside_name_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id) ON DELETE CASCADE;

alter table contact_inside_name add constraint contact_inside_name_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES contact_holder(id) ON DELETE CASCADE;

alter table contact_inside_name add constraint contact_inside_name_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table contact_inside_name add constraint contact_inside_name_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id);

alter table contact_invitation add constraint contact_invitation_pkey PRIMARY KEY (invitation_id);

alter table contact_invitation add constraint contact_invitation_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id) ON DELETE CASCADE;

alter table contact_invitation add constraint contact_invitation_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitation(id) ON DELETE CASCADE;

alter table contact_letter add constraint contact_letter_token_hash_key UNIQUE (token_hash);

alter table contact_letter add constraint contact_letter_pkey PRIMARY KEY (id);

alter table contact_letter add constraint contact_letter_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id) ON DELETE CASCADE;

alter table contact_refusal add constraint contact_refusal_once UNIQUE NULLS NOT DISTINCT (mailbox_hash, organization_id);

alter table contact_refusal add constraint contact_refusal_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table contact_report add constraint contact_report_pkey PRIMARY KEY (id);

alter table contact_report add constraint contact_report_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id) ON DELETE CASCADE;

alter table contact_report add constraint contact_report_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table contact_search add constraint contact_search_pkey PRIMARY KEY (function_id);

alter table contact_search add constraint contact_search_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id) ON DELETE CASCADE;

alter table contact_sending add constraint contact_sending_pkey PRIMARY KEY (id);

alter table contact_sending add constraint contact_sending_again_of_fkey FOREIGN KEY (again_of) REFERENCES contact_sending(id);

alter table contact_sending add constraint contact_sending_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table contact_sending add constraint contact_sending_reply_function_id_fkey FOREIGN KEY (reply_function_id) REFERENCES contact_function(id) ON DELETE SET NULL;

alter table contact_sending add constraint contact_sending_words CHECK ((((erased_at IS NULL) = (text IS NOT NULL)) AND ((text IS NULL) = (subject IS NULL)) AND ((text IS NULL) = (reply_to IS NULL))));

alter table contact_sending_recipient add constraint contact_sending_recipient_pkey PRIMARY KEY (id);

alter table contact_sending_recipient add constraint contact_sending_recipient_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table contact_sending_recipient add constraint contact_sending_recipient_sending_id_fkey FOREIGN KEY (sending_id) REFERENCES contact_sending(id) ON DELETE CASCADE;

alter table contact_sending_recipient add constraint contact_sending_recipient_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])));

alter table contact_subject add constraint contact_subject_pkey PRIMARY KEY (code);

alter table county add constraint county_iso_code_key UNIQUE (iso_code);

alter table county add constraint county_pkey PRIMARY KEY (code);

alter table county add constraint county_code_check CHECK ((code ~ '^[0-9]{2}$'::text));

alter table coverage add constraint coverage_pkey PRIMARY KEY (audience_id, goal_set_id, place, status);

alter table coverage add constraint coverage_audience_id_fkey FOREIGN KEY (audience_id) REFERENCES audience(id);

alter table coverage add constraint coverage_goal_set_id_fkey FOREIGN KEY (goal_set_id) REFERENCES goal_set(id);

alter table credential add constraint credential_pkey PRIMARY KEY (user_id);

alter table credential add constraint credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;

alter table demo_mail add constraint demo_mail_pkey PRIMARY KEY (id);

alter table digest_mark add constraint digest_mark_pkey PRIMARY KEY (user_id, organization_id);

alter table digest_mark add constraint digest_mark_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;

alter table digest_mark add constraint digest_mark_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;

alter table digest_told add constraint digest_told_pkey PRIMARY KEY (user_id, organization_id);

alter table digest_told add constraint digest_told_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;

alter table digest_told add constraint digest_told_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;

alter table draft add constraint draft_pkey PRIMARY KEY (user_id, organization_id, key);

alter table erasure_request add constraint erasure_request_pkey PRIMARY KEY (id);

alter table erasure_request add constraint erasure_request_decided_for_fkey FOREIGN KEY (decided_for) REFERENCES organization(id);

alter table erasure_request add constraint erasure_request_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id);

alter table erasure_request add constraint erasure_request_check CHECK (((decision IS NULL) = (decided_at IS NULL)));

alter table erasure_request add constraint erasure_request_check1 CHECK (((ground IS NOT NULL) OR (decision IS DISTINCT FROM 'refuse'::text)));

alter table erasure_request add constraint erasure_request_decision_check CHECK ((decision = ANY (ARRAY['erase'::text, 'pseudonymise'::text, 'refuse'::text])));

alter table event add constraint event_pkey PRIMARY KEY (id);

alter table faq add constraint faq_pkey PRIMARY KEY (id);

alter table faq add constraint faq_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table faq add constraint faq_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES question_reply(id);

alter table faq add constraint faq_checked CHECK (((status <> 'published'::text) OR (checked_on IS NOT NULL)));

alter table faq add constraint faq_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])));

alter table faq add constraint faq_visibility_check CHECK ((visibility = ANY (ARRAY[2, 3])));

alter table goal add constraint goal_key_key UNIQUE (key);

alter table goal add constraint goal_pkey PRIMARY KEY (id);

alter table goal add constraint goal_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES goal(id);

alter table goal add constraint goal_responsible_organization_id_fkey FOREIGN KEY (responsible_organization_id) REFERENCES organization(id);

alter table goal add constraint goal_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES strategy(id);

alter table goal add constraint goal_check CHECK ((parent_id <> id));

alter table goal add constraint goal_kind_check CHECK ((kind = ANY (ARRAY['goal'::text, 'measure'::text])));

alter table goal_link add constraint goal_link_pkey PRIMARY KEY (goal_id, frame_goal_id);

alter table goal_link add constraint goal_link_frame_goal_id_fkey FOREIGN KEY (frame_goal_id) REFERENCES goal(id);

alter table goal_link add constraint goal_link_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id);

alter table goal_link add constraint goal_link_check CHECK ((goal_id <> frame_goal_id));

alter table goal_link add constraint goal_link_verification_check CHECK ((verification = ANY (ARRAY['verified'::text, 'inferred'::text, 'unverified'::text])));

alter table goal_set add constraint goal_set_pkey PRIMARY KEY (id);

alter table goal_succession add constraint goal_succession_pkey PRIMARY KEY (strategy_id, old_goal_id);

alter table goal_succession add constraint goal_succession_old_goal_id_fkey FOREIGN KEY (old_goal_id) REFERENCES goal(id);

alter table goal_succession add constraint goal_succession_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES strategy(id);

alter table goal_succession add constraint goal_succession_kind_check CHECK ((kind = ANY (ARRAY['continues'::text, 'changed'::text, 'split'::text, 'merged'::text, 'ended'::text])));

alter table handover add constraint handover_function_id_left_on_key UNIQUE (function_id, left_on);

alter table handover add constraint handover_pkey PRIMARY KEY (id);

alter table handover add constraint handover_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id);

alter table handover add constraint handover_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table handover_item add constraint handover_item_pkey PRIMARY KEY (handover_id, area, object_id);

alter table handover_item add constraint handover_item_handover_id_fkey FOREIGN KEY (handover_id) REFERENCES handover(id) ON DELETE CASCADE;

alter table handover_item add constraint handover_item_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table handover_item add constraint handover_item_to_function_fkey FOREIGN KEY (to_function) REFERENCES contact_function(id);

alter table handover_item add constraint handover_item_decision_check CHECK ((decision = ANY (ARRAY['taken'::text, 'moved'::text, 'asked'::text, 'closed'::text, 'returned'::text])));

alter table idempotency add constraint idempotency_pkey PRIMARY KEY (user_id, organization_id, key);

alter table invitation add constraint invitation_token_hash_key UNIQUE (token_hash);

alter table invitation add constraint invitation_pkey PRIMARY KEY (id);

alter table invitation add constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES app_user(id);

alter table invitation add constraint invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table invitation add constraint invitation_used_by_fkey FOREIGN KEY (used_by) REFERENCES app_user(id);

alter table invitation add constraint invitation_role_check CHECK ((role = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text, 'national_reader'::text, 'system_admin'::text])));

alter table job_effect add constraint job_effect_pkey PRIMARY KEY (job_id);

alter table membership add constraint membership_user_id_organization_id_role_key UNIQUE (user_id, organization_id, role);

alter table membership add constraint membership_pkey PRIMARY KEY (id);

alter table membership add constraint membership_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table membership add constraint membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id);

alter table membership add constraint membership_role_check CHECK ((role = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text, 'national_reader'::text, 'system_admin'::text])));

alter table method add constraint method_pkey PRIMARY KEY (id);

alter table method add constraint method_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id);

alter table method add constraint method_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table method add constraint method_replaced_by_id_fkey FOREIGN KEY (replaced_by_id) REFERENCES method(id) ON DELETE SET NULL;

alter table method add constraint method_evidence_is_said CHECK (((evidence_state = 'not_assessed'::text) OR ((evidence_source <> ''::text) AND (evidence_on IS NOT NULL))));

alter table method add constraint method_evidence_state_check CHECK ((evidence_state = ANY (ARRAY['not_assessed'::text, 'insufficient'::text, 'experience'::text, 'some_support'::text, 'support'::text, 'no_effect'::text])));

alter table method add constraint method_replaced_by_another CHECK ((replaced_by_id <> id));

alter table method add constraint method_retired CHECK ((((retires_on IS NULL) = (retired_motive IS NULL)) AND ((replaced_by_id IS NULL) OR (retires_on IS NOT NULL))));

alter table method add constraint method_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text])));

alter table method add constraint method_valid_months_check CHECK (((valid_months >= 1) AND (valid_months <= 120)));

alter table method add constraint method_visibility_check CHECK ((visibility = ANY (ARRAY[0, 2, 3])));

alter table method_action add constraint method_action_pkey PRIMARY KEY (id);

alter table method_action add constraint method_action_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id) ON DELETE CASCADE;

alter table method_action add constraint method_action_method_id_fkey FOREIGN KEY (method_id) REFERENCES method(id) ON DELETE CASCADE;

alter table method_action add constraint method_action_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table method_action add constraint method_action_says_why CHECK (((outside = '{}'::text[]) OR (reason <> ''::text)));

alter table method_offer add constraint method_offer_pkey PRIMARY KEY (method_id, offer_id);

alter table method_offer add constraint method_offer_method_id_fkey FOREIGN KEY (method_id) REFERENCES method(id) ON DELETE CASCADE;

alter table method_offer add constraint method_offer_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE;

alter table method_trained add constraint method_trained_once UNIQUE NULLS NOT DISTINCT (use_id, profession, municipality_code, trained_on);

alter table method_trained add constraint method_trained_pkey PRIMARY KEY (id);

alter table method_trained add constraint method_trained_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code);

alter table method_trained add constraint method_trained_use_id_fkey FOREIGN KEY (use_id) REFERENCES method_use(id) ON DELETE CASCADE;

alter table method_trained add constraint method_trained_count_check CHECK ((count > 0));

alter table method_use add constraint method_use_pkey PRIMARY KEY (id);

alter table method_use add constraint method_use_method_id_fkey FOREIGN KEY (method_id) REFERENCES method(id) ON DELETE CASCADE;

alter table method_use add constraint method_use_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table method_use add constraint method_use_says_why CHECK (((outside = '{}'::text[]) OR (reason <> ''::text)));

alter table method_use add constraint method_use_trained_of_check CHECK ((trained_of > 0));

alter table migration add constraint "PK_3043fc6b8af7c99b8b98830094f" PRIMARY KEY (id);

alter table municipality add constraint municipality_pkey PRIMARY KEY (code);

alter table municipality add constraint municipality_county_code_fkey FOREIGN KEY (county_code) REFERENCES county(code);

alter table municipality add constraint municipality_code_check CHECK ((code ~ '^[0-9]{4}$'::text));

alter table notice_choice add constraint notice_choice_pkey PRIMARY KEY (user_id);

alter table notice_choice add constraint notice_choice_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;

alter table notice_choice add constraint notice_choice_digest_hour_check CHECK (((digest_hour >= 0) AND (digest_hour <= 23)));

alter table offer add constraint offer_pkey PRIMARY KEY (id);

alter table offer add constraint offer_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id);

alter table offer add constraint offer_kind_id_fkey FOREIGN KEY (kind_id) REFERENCES offer_kind(id);

alter table offer add constraint offer_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table offer add constraint offer_hosts CHECK ((organization_id = ANY (host_ids)));

alter table offer add constraint offer_kind_check CHECK ((kind = ANY (ARRAY['web_course'::text, 'web_support'::text, 'conference'::text, 'training_day'::text, 'campaign'::text])));

alter table offer add constraint offer_reach_of_check CHECK ((reach_of > 0));

alter table offer add constraint offer_status_before_check CHECK ((status_before = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'cancelled'::text, 'held'::text])));

alter table offer add constraint offer_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'cancelled'::text, 'held'::text])));

alter table offer add constraint offer_visibility_check CHECK (((visibility >= 0) AND (visibility <= 4)));

alter table offer_answer add constraint offer_answer_pkey PRIMARY KEY (id);

alter table offer_answer add constraint offer_answer_session_id_fkey FOREIGN KEY (session_id) REFERENCES offer_session(id) ON DELETE CASCADE;

alter table offer_answer add constraint offer_answer_answers_check CHECK (((cardinality(answers) = 4) AND (1 <= ALL (answers)) AND (5 >= ALL (answers))));

alter table offer_hosting add constraint offer_hosting_pkey PRIMARY KEY (id);

alter table offer_hosting add constraint offer_hosting_from_organization_id_fkey FOREIGN KEY (from_organization_id) REFERENCES organization(id);

alter table offer_hosting add constraint offer_hosting_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id);

alter table offer_hosting add constraint offer_hosting_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id);

alter table offer_hosting add constraint offer_hosting_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table offer_hosting add constraint hosting_leaving CHECK (((kind = 'leaving'::text) = (state = 'left'::text)));

alter table offer_hosting add constraint offer_hosting_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'leaving'::text])));

alter table offer_hosting add constraint offer_hosting_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'left'::text])));

alter table offer_import add constraint offer_import_pkey PRIMARY KEY (id);

alter table offer_import add constraint offer_import_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id);

alter table offer_invitation add constraint offer_invitation_token_hash_key UNIQUE (token_hash);

alter table offer_invitation add constraint offer_invitation_pkey PRIMARY KEY (id);

alter table offer_invitation add constraint offer_invitation_session_id_fkey FOREIGN KEY (session_id) REFERENCES offer_session(id) ON DELETE CASCADE;

alter table offer_kind add constraint offer_kind_pkey PRIMARY KEY (id);

alter table offer_kind add constraint offer_kind_county_code_fkey FOREIGN KEY (county_code) REFERENCES county(code);

alter table offer_kind add constraint offer_kind_kind_check CHECK ((kind = ANY (ARRAY['web_course'::text, 'web_support'::text, 'conference'::text, 'training_day'::text, 'campaign'::text])));

alter table offer_publication add constraint offer_publication_pkey PRIMARY KEY (publication_id);

alter table offer_publication add constraint offer_publication_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id) ON DELETE CASCADE;

alter table offer_publication add constraint offer_publication_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publication(id) ON DELETE CASCADE;

alter table offer_publication add constraint offer_publication_step_id_fkey FOREIGN KEY (step_id) REFERENCES offer_step(id) ON DELETE SET NULL;

alter table offer_publication add constraint offer_publication_piece CHECK ((piece OR (step_id IS NULL)));

alter table offer_quota add constraint offer_quota_pkey PRIMARY KEY (session_id, municipality_code);

alter table offer_quota add constraint offer_quota_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code);

alter table offer_quota add constraint offer_quota_session_id_fkey FOREIGN KEY (session_id) REFERENCES offer_session(id) ON DELETE CASCADE;

alter table offer_quota add constraint offer_quota_seats_check CHECK ((seats > 0));

alter table offer_reach add constraint offer_reach_once UNIQUE NULLS NOT DISTINCT (offer_id, session_id, source, starts_on, ends_on, profession, municipality_code);

alter table offer_reach add constraint offer_reach_pkey PRIMARY KEY (id);

alter table offer_reach add constraint offer_reach_import_id_fkey FOREIGN KEY (import_id) REFERENCES offer_import(id) ON DELETE CASCADE;

alter table offer_reach add constraint offer_reach_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code);

alter table offer_reach add constraint offer_reach_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id);

alter table offer_reach add constraint offer_reach_session_id_fkey FOREIGN KEY (session_id) REFERENCES offer_session(id) ON DELETE CASCADE;

alter table offer_reach add constraint offer_reach_count_check CHECK ((count > 0));

alter table offer_reach add constraint offer_reach_imported CHECK (((source = 'imported'::text) = (import_id IS NOT NULL)));

alter table offer_reach add constraint offer_reach_period CHECK (((num_nulls(import_id, starts_on, ends_on) = ANY (ARRAY[0, 3])) AND (ends_on >= starts_on) AND ((import_id IS NULL) OR (session_id IS NULL))));

alter table offer_reach add constraint offer_reach_source_check CHECK ((source = ANY (ARRAY['ticked'::text, 'entered'::text, 'imported'::text])));

alter table offer_registration add constraint offer_registration_pkey PRIMARY KEY (id);

alter table offer_registration add constraint offer_registration_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code);

alter table offer_registration add constraint offer_registration_session_id_fkey FOREIGN KEY (session_id) REFERENCES offer_session(id) ON DELETE CASCADE;

alter table offer_registration add constraint offer_registration_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id);

alter table offer_registration add constraint offer_registration_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'waiting'::text])));

alter table offer_session add constraint offer_session_pkey PRIMARY KEY (id);

alter table offer_session add constraint offer_session_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id);

alter table offer_session add constraint offer_session_check CHECK ((last_day > day));

alter table offer_session add constraint offer_session_check1 CHECK ((register_by <= day));

alter table offer_session add constraint offer_session_seats_check CHECK ((seats > 0));

alter table offer_step add constraint offer_step_pkey PRIMARY KEY (id);

alter table offer_step add constraint offer_step_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id);

alter table offer_ticket add constraint offer_ticket_pkey PRIMARY KEY (token_hash);

alter table offer_ticket add constraint offer_ticket_session_id_fkey FOREIGN KEY (session_id) REFERENCES offer_session(id) ON DELETE CASCADE;

alter table offer_told add constraint offer_told_pkey PRIMARY KEY (offer_id);

alter table offer_told add constraint offer_told_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id);

alter table offer_uptake add constraint offer_uptake_once UNIQUE NULLS NOT DISTINCT (offer_id, step_id, municipality_code);

alter table offer_uptake add constraint offer_uptake_pkey PRIMARY KEY (id);

alter table offer_uptake add constraint offer_uptake_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code);

alter table offer_uptake add constraint offer_uptake_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id);

alter table offer_uptake add constraint offer_uptake_step_id_fkey FOREIGN KEY (step_id) REFERENCES offer_step(id) ON DELETE CASCADE;

alter table oidc_identity add constraint oidc_identity_pkey PRIMARY KEY (issuer, subject);

alter table oidc_identity add constraint oidc_identity_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;

alter table organization add constraint organization_key_key UNIQUE (key);

alter table organization add constraint organization_pkey PRIMARY KEY (id);

alter table organization add constraint organization_county_code_fkey FOREIGN KEY (county_code) REFERENCES county(code);

alter table organization add constraint organization_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES organization(id);

alter table organization add constraint organization_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code);

alter table organization add constraint organization_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organization(id);

alter table organization add constraint organization_registrar_id_fkey FOREIGN KEY (registrar_id) REFERENCES organization(id);

alter table organization add constraint organization_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organization(id);

alter table organization add constraint organization_check CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from)));

alter table organization add constraint organization_check1 CHECK ((parent_id <> id));

alter table organization add constraint organization_check2 CHECK ((successor_id <> id));

alter table organization add constraint organization_kind_check CHECK ((kind = ANY (ARRAY['county_board'::text, 'municipality'::text, 'region'::text, 'national_authority'::text, 'federation'::text, 'civil_society'::text, 'university'::text, 'other'::text])));

alter table organization add constraint organization_organization_number_check CHECK ((organization_number ~ '^[0-9]{6}-[0-9]{4}$'::text));

alter table organization_county add constraint organization_county_pkey PRIMARY KEY (organization_id, county_code);

alter table organization_county add constraint organization_county_county_code_fkey FOREIGN KEY (county_code) REFERENCES county(code);

alter table organization_county add constraint organization_county_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;

alter table organization_hidden_text add constraint organization_hidden_text_pkey PRIMARY KEY (organization_id);

alter table organization_hidden_text add constraint organization_hidden_text_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;

alter table organization_merge add constraint organization_merge_pkey PRIMARY KEY (id);

alter table organization_merge add constraint organization_merge_from_id_fkey FOREIGN KEY (from_id) REFERENCES organization(id);

alter table organization_merge add constraint organization_merge_into_id_fkey FOREIGN KEY (into_id) REFERENCES organization(id);

alter table organization_merge add constraint organization_merge_check CHECK ((from_id <> into_id));

alter table organization_municipality add constraint organization_municipality_pkey PRIMARY KEY (organization_id, municipality_code);

alter table organization_municipality add constraint organization_municipality_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code);

alter table organization_municipality add constraint organization_municipality_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;

alter table organization_name add constraint organization_name_organization_id_name_usage_key UNIQUE (organization_id, name, usage);

alter table organization_name add constraint organization_name_pkey PRIMARY KEY (id);

alter table organization_name add constraint organization_name_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;

alter table organization_name add constraint organization_name_check CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from)));

alter table organization_name add constraint organization_name_usage_check CHECK ((usage = ANY (ARRAY['name'::text, 'registered'::text, 'also'::text])));

alter table organization_name add constraint organization_name_verification_check CHECK ((verification = ANY (ARRAY['verified'::text, 'unverified'::text])));

alter table organization_past add constraint organization_past_pkey PRIMARY KEY (id);

alter table organization_past add constraint organization_past_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;

alter table organization_past add constraint organization_past_field_check CHECK ((field = ANY (ARRAY['kind'::text, 'name_en'::text, 'abbreviation'::text, 'organization_number'::text, 'website'::text, 'description'::text, 'description_en'::text, 'parent_id'::text, 'county_code'::text, 'county_codes'::text, 'municipality_codes'::text])));

alter table organization_withdrawn add constraint organization_withdrawn_pkey PRIMARY KEY (id);

alter table organization_withdrawn add constraint organization_withdrawn_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE;

alter table passkey add constraint passkey_pkey PRIMARY KEY (id);

alter table passkey add constraint passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;

alter table password_reset add constraint password_reset_pkey PRIMARY KEY (token_hash);

alter table password_reset add constraint password_reset_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;

alter table presence add constraint presence_pkey PRIMARY KEY (user_id, organization_id);

alter table presence add constraint presence_kind_check CHECK ((kind = ANY (ARRAY['action'::text, 'contact'::text, 'organization'::text])));

alter table public_report add constraint public_report_pkey PRIMARY KEY (id);

alter table public_report add constraint public_report_county_code_fkey FOREIGN KEY (county_code) REFERENCES county(code);

alter table public_report add constraint public_report_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text])));

alter table public_text add constraint public_text_pkey PRIMARY KEY (id);

alter table public_text add constraint public_text_county_code_fkey FOREIGN KEY (county_code) REFERENCES county(code);

alter table public_text add constraint public_text_stands_in_for_fkey FOREIGN KEY (stands_in_for) REFERENCES public_text(id) ON DELETE CASCADE;

alter table public_text add constraint public_text_piece_check CHECK ((piece = ANY (ARRAY['ingress'::text, 'work'::text, 'audience'::text, 'support'::text, 'publications'::text, 'calendar'::text, 'about'::text, 'accessibility'::text, 'privacy'::text])));

alter table publication add constraint publication_key_key UNIQUE (key);

alter table publication add constraint publication_pkey PRIMARY KEY (id);

alter table publication add constraint publication_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id);

alter table publication add constraint publication_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table publication add constraint publication_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES strategy(id);

alter table publication add constraint publication_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text, 'fi'::text, 'se'::text, 'ar'::text, 'fa'::text, 'so'::text, 'uk'::text, 'other'::text])));

alter table publication add constraint publication_owned CHECK ((organization_id = ANY (owner_ids)));

alter table publication add constraint publication_pages_check CHECK (((pages >= 1) AND (pages <= 5000)));

alter table publication add constraint publication_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])));

alter table publication add constraint publication_type_check CHECK ((type = ANY (ARRAY['strategy'::text, 'report'::text, 'guide'::text, 'leaflet'::text, 'other'::text])));

alter table publication add constraint publication_visibility_check CHECK ((visibility = ANY (ARRAY[0, 2, 3, 4])));

alter table publication add constraint publication_withdrawn CHECK (((status = 'withdrawn'::text) = (withdrawn_motive IS NOT NULL)));

alter table publication add constraint publication_year_check CHECK (((year >= 1900) AND (year <= 2100)));

alter table publication_file add constraint publication_file_pkey PRIMARY KEY (id);

alter table publication_file add constraint publication_file_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table publication_file add constraint publication_file_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publication(id) ON DELETE CASCADE;

alter table publication_file add constraint publication_file_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id);

alter table publication_file add constraint publication_file_accessibility_check CHECK ((accessibility = ANY (ARRAY['accessible'::text, 'not_accessible'::text, 'unknown'::text])));

alter table publication_file add constraint publication_file_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text, 'fi'::text, 'se'::text, 'ar'::text, 'fa'::text, 'so'::text, 'uk'::text, 'other'::text])));

alter table publication_link add constraint publication_link_pkey PRIMARY KEY (id);

alter table publication_link add constraint publication_link_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publication(id) ON DELETE CASCADE;

alter table publication_owning add constraint publication_owning_pkey PRIMARY KEY (publication_id, organization_id);

alter table publication_owning add constraint publication_owning_by_organization_id_fkey FOREIGN KEY (by_organization_id) REFERENCES organization(id);

alter table publication_owning add constraint publication_owning_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table publication_owning add constraint publication_owning_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publication(id) ON DELETE CASCADE;

alter table publication_page add constraint publication_page_pkey PRIMARY KEY (file_id, page);

alter table publication_page add constraint publication_page_file_id_page_fkey FOREIGN KEY (file_id, page) REFERENCES stored_file_page(file_id, page) ON DELETE CASCADE;

alter table publication_page add constraint publication_page_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publication(id) ON DELETE CASCADE;

alter table publication_request add constraint publication_request_pkey PRIMARY KEY (id);

alter table publication_request add constraint publication_request_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table publication_request add constraint publication_request_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publication(id) ON DELETE CASCADE;

alter table publication_request add constraint publication_request_forgets CHECK (((answered_at IS NULL) OR (reply_to IS NULL)));

alter table publication_request add constraint publication_request_format_check CHECK ((format = ANY (ARRAY['tagged_pdf'::text, 'plain_text'::text, 'large_print'::text, 'easy_read'::text, 'audio'::text, 'braille'::text])));

alter table publication_selection add constraint publication_selection_pkey PRIMARY KEY (county_code, publication_id);

alter table publication_selection add constraint publication_selection_county_code_fkey FOREIGN KEY (county_code) REFERENCES county(code);

alter table publication_selection add constraint publication_selection_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publication(id) ON DELETE CASCADE;

alter table publication_text add constraint publication_text_pkey PRIMARY KEY (file_id);

alter table publication_text add constraint publication_text_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id) ON DELETE CASCADE;

alter table publication_text add constraint publication_text_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publication(id) ON DELETE CASCADE;

alter table question add constraint question_reference_key UNIQUE (reference);

alter table question add constraint question_pkey PRIMARY KEY (id);

alter table question add constraint question_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES question_bundle(id);

alter table question add constraint question_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id);

alter table question add constraint question_handler_function_id_fkey FOREIGN KEY (handler_function_id) REFERENCES contact_function(id);

alter table question add constraint question_handler_organization_id_fkey FOREIGN KEY (handler_organization_id) REFERENCES organization(id);

alter table question add constraint question_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code);

alter table question add constraint question_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table question add constraint question_status_check CHECK ((status = ANY (ARRAY['received'::text, 'in_progress'::text, 'sent_national'::text, 'answered'::text, 'accepted'::text, 'reopened'::text, 'rejected'::text, 'no_longer_relevant'::text, 'unanswered'::text])));

alter table question add constraint question_visibility_check CHECK ((visibility = ANY (ARRAY[1, 2])));

alter table question_address add constraint question_address_pkey PRIMARY KEY (id);

alter table question_address add constraint question_address_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES question_bundle(id);

alter table question_address add constraint question_address_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES organization(id);

alter table question_address add constraint address_ended CHECK (((ended_on IS NULL) = (outcome IS NULL)));

alter table question_address add constraint question_address_check CHECK ((expected_on >= sent_on));

alter table question_address add constraint question_address_check1 CHECK ((ended_on >= sent_on));

alter table question_address add constraint question_address_outcome_check CHECK ((outcome = ANY (ARRAY['not_ours'::text, 'answered'::text, 'ended'::text])));

alter table question_bundle add constraint question_bundle_reference_key UNIQUE (reference);

alter table question_bundle add constraint question_bundle_pkey PRIMARY KEY (id);

alter table question_bundle add constraint question_bundle_board_id_fkey FOREIGN KEY (board_id) REFERENCES organization(id);

alter table question_bundle add constraint question_bundle_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'sent'::text, 'answered'::text, 'ended'::text])));

alter table question_bundle_item add constraint question_bundle_item_pkey PRIMARY KEY (bundle_id, question_id);

alter table question_bundle_item add constraint question_bundle_item_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES question_bundle(id) ON DELETE CASCADE;

alter table question_bundle_item add constraint question_bundle_item_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id);

alter table question_join add constraint question_join_pkey PRIMARY KEY (question_id, organization_id);

alter table question_join add constraint question_join_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code);

alter table question_join add constraint question_join_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table question_join add constraint question_join_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id);

alter table question_reply add constraint question_reply_pkey PRIMARY KEY (id);

alter table question_reply add constraint question_reply_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES question_bundle(id);

alter table question_reply add constraint question_reply_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table question_reply add constraint question_reply_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id);

alter table question_reply add constraint question_reply_source_id_fkey FOREIGN KEY (source_id) REFERENCES organization(id);

alter table question_reply add constraint reply_to_one CHECK (((bundle_id IS NULL) <> (question_id IS NULL)));

alter table question_told add constraint question_told_pkey PRIMARY KEY (reply_id, question_id, organization_id);

alter table question_told add constraint question_told_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table question_told add constraint question_told_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id);

alter table question_told add constraint question_told_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES question_reply(id);

alter table question_told add constraint told_judged CHECK (((answers IS NULL) = (judged_on IS NULL)));

alter table recovery_code add constraint recovery_code_pkey PRIMARY KEY (user_id, code_hash);

alter table recovery_code add constraint recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;

alter table retention_count add constraint retention_count_pkey PRIMARY KEY (run_id, rule);

alter table retention_count add constraint retention_count_run_id_fkey FOREIGN KEY (run_id) REFERENCES retention_run(id);

alter table retention_run add constraint retention_run_job_id_key UNIQUE (job_id);

alter table retention_run add constraint retention_run_pkey PRIMARY KEY (id);

alter table search_word add constraint search_word_pkey PRIMARY KEY (id);

alter table sensitive_text add constraint sensitive_text_pkey PRIMARY KEY (id);

alter table sensitive_text add constraint sensitive_text_outcome_check CHECK ((outcome = ANY (ARRAY['purged'::text, 'restored'::text])));

alter table session add constraint session_pkey PRIMARY KEY (sid);

alter table sign_in_limit add constraint sign_in_limit_pkey PRIMARY KEY (key);

alter table signatory add constraint signatory_strategy_id_name_key UNIQUE (strategy_id, name);

alter table signatory add constraint signatory_pkey PRIMARY KEY (id);

alter table signatory add constraint signatory_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table signatory add constraint signatory_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES strategy(id);

alter table signatory add constraint signatory_capacity_check CHECK ((capacity = ANY (ARRAY['signed'::text, 'party'::text])));

alter table stored_file add constraint stored_file_pkey PRIMARY KEY (id);

alter table stored_file add constraint stored_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));

alter table stored_file add constraint stored_file_size_check CHECK (((size >= 1) AND (size <= 20000000)));

alter table stored_file add constraint stored_file_type_check CHECK ((type = ANY (ARRAY['pdf'::text, 'docx'::text, 'xlsx'::text, 'png'::text, 'jpg'::text, 'webp'::text])));

alter table stored_file_chunk add constraint stored_file_chunk_pkey PRIMARY KEY (file_id, at);

alter table stored_file_chunk add constraint stored_file_chunk_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id) ON DELETE CASCADE;

alter table stored_file_page add constraint stored_file_page_pkey PRIMARY KEY (file_id, page);

alter table stored_file_page add constraint stored_file_page_file_id_fkey FOREIGN KEY (file_id) REFERENCES stored_file(id) ON DELETE CASCADE;

alter table strategy add constraint strategy_key_key UNIQUE (key);

alter table strategy add constraint strategy_pkey PRIMARY KEY (id);

alter table strategy add constraint strategy_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES organization(id);

alter table strategy add constraint strategy_owner_organization_id_fkey FOREIGN KEY (owner_organization_id) REFERENCES organization(id);

alter table strategy add constraint strategy_check CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on)));

alter table strategy add constraint strategy_kind_check CHECK ((kind = ANY (ARRAY['national_strategy'::text, 'action_programme'::text, 'policy_goals'::text, 'regional_strategy'::text, 'action_plan'::text, 'local_plan'::text])));

alter table strategy add constraint strategy_signatory_count_check CHECK ((signatory_count >= 0));

alter table strategy add constraint strategy_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'in_consultation'::text, 'proposed'::text, 'adopted'::text, 'superseded'::text, 'repealed'::text])));

alter table strategy add constraint strategy_verification_check CHECK ((verification = ANY (ARRAY['verified'::text, 'inferred'::text, 'unverified'::text])));

alter table strategy_adoption add constraint strategy_adoption_pkey PRIMARY KEY (id);

alter table strategy_adoption add constraint strategy_adoption_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES strategy(id);

alter table strategy_frame add constraint strategy_frame_pkey PRIMARY KEY (strategy_id, frame_id);

alter table strategy_frame add constraint strategy_frame_frame_id_fkey FOREIGN KEY (frame_id) REFERENCES strategy(id);

alter table strategy_frame add constraint strategy_frame_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES strategy(id);

alter table strategy_frame add constraint strategy_frame_check CHECK ((strategy_id <> frame_id));

alter table strategy_hidden_text add constraint strategy_hidden_text_pkey PRIMARY KEY (object_id);

alter table strategy_hidden_text add constraint strategy_hidden_text_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES strategy(id);

alter table strategy_hidden_text add constraint strategy_hidden_text_kind_check CHECK ((kind = ANY (ARRAY['strategy'::text, 'goal'::text, 'commitment'::text])));

alter table strategy_succession add constraint strategy_succession_pkey PRIMARY KEY (old_id, new_id);

alter table strategy_succession add constraint strategy_succession_new_id_fkey FOREIGN KEY (new_id) REFERENCES strategy(id);

alter table strategy_succession add constraint strategy_succession_old_id_fkey FOREIGN KEY (old_id) REFERENCES strategy(id);

alter table strategy_succession add constraint strategy_succession_check CHECK ((old_id <> new_id));

alter table strategy_succession add constraint strategy_succession_verification_check CHECK ((verification = ANY (ARRAY['verified'::text, 'inferred'::text, 'unverified'::text])));

alter table succession_choice add constraint succession_choice_pkey PRIMARY KEY (strategy_id, old_goal_id, area, object_id);

alter table succession_choice add constraint succession_choice_old_goal_id_fkey FOREIGN KEY (old_goal_id) REFERENCES goal(id);

alter table succession_choice add constraint succession_choice_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES strategy(id);

alter table support_inquiry add constraint support_inquiry_code_hash_key UNIQUE (code_hash);

alter table support_inquiry add constraint support_inquiry_pkey PRIMARY KEY (id);

alter table support_inquiry add constraint support_inquiry_county_code_fkey FOREIGN KEY (county_code) REFERENCES county(code);

alter table support_inquiry add constraint support_inquiry_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code);

alter table support_inquiry add constraint support_inquiry_request_id_fkey FOREIGN KEY (request_id) REFERENCES support_request(id);

alter table support_inquiry add constraint support_inquiry_form_check CHECK ((form = ANY (ARRAY['advice'::text, 'supervision'::text, 'training'::text, 'material'::text, 'process'::text])));

alter table support_inquiry add constraint support_inquiry_language_check CHECK ((language = ANY (ARRAY['sv'::text, 'en'::text])));

alter table support_inquiry add constraint support_inquiry_urgency_check CHECK ((urgency = ANY (ARRAY['soon'::text, 'quarter'::text, 'later'::text])));

alter table support_link add constraint support_link_pkey PRIMARY KEY (request_id, kind, target_id);

alter table support_link add constraint support_link_request_id_fkey FOREIGN KEY (request_id) REFERENCES support_request(id);

alter table support_link add constraint support_link_kind_check CHECK ((kind = ANY (ARRAY['actions'::text, 'learning'::text, 'methods'::text, 'publications'::text])));

alter table support_message add constraint support_message_pkey PRIMARY KEY (id);

alter table support_message add constraint support_message_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table support_message add constraint support_message_request_id_fkey FOREIGN KEY (request_id) REFERENCES support_request(id);

alter table support_request add constraint support_request_reference_key UNIQUE (reference);

alter table support_request add constraint support_request_pkey PRIMARY KEY (id);

alter table support_request add constraint support_request_function_id_fkey FOREIGN KEY (function_id) REFERENCES contact_function(id);

alter table support_request add constraint support_request_handler_function_id_fkey FOREIGN KEY (handler_function_id) REFERENCES contact_function(id);

alter table support_request add constraint support_request_handler_organization_id_fkey FOREIGN KEY (handler_organization_id) REFERENCES organization(id);

alter table support_request add constraint support_request_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code);

alter table support_request add constraint support_request_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table support_request add constraint support_request_effect_check CHECK ((effect = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'too_early'::text])));

alter table support_request add constraint support_request_form_check CHECK ((form = ANY (ARRAY['advice'::text, 'supervision'::text, 'training'::text, 'material'::text, 'process'::text])));

alter table support_request add constraint support_request_staff_count_check CHECK ((staff_count > 0));

alter table support_request add constraint support_request_status_check CHECK ((status = ANY (ARRAY['received'::text, 'reopened'::text, 'in_progress'::text, 'proposed'::text, 'agreed'::text, 'closed'::text, 'done'::text, 'declined'::text, 'withdrawn'::text])));

alter table support_request add constraint support_request_urgency_check CHECK ((urgency = ANY (ARRAY['soon'::text, 'quarter'::text, 'later'::text])));

alter table term add constraint term_vocabulary_code_key UNIQUE (vocabulary, code);

alter table term add constraint term_pkey PRIMARY KEY (id);

alter table term add constraint term_vocabulary_fkey FOREIGN KEY (vocabulary) REFERENCES vocabulary(name);

alter table term add constraint term_vocabulary_successor_fkey FOREIGN KEY (vocabulary, successor) REFERENCES term(vocabulary, code);

alter table term add constraint term_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{1,39}$'::text));

alter table term add constraint term_leads_on CHECK ((((state = 'merged'::text) = (successor IS NOT NULL)) AND (successor IS DISTINCT FROM code)));

alter table term add constraint term_state_check CHECK ((state = ANY (ARRAY['in_use'::text, 'retired'::text, 'merged'::text])));

alter table term_answer add constraint term_answer_pkey PRIMARY KEY (proposal_id, organization_id);

alter table term_answer add constraint term_answer_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table term_answer add constraint term_answer_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES term_proposal(id);

alter table term_proposal add constraint term_proposal_pkey PRIMARY KEY (id);

alter table term_proposal add constraint term_proposal_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

alter table term_proposal add constraint term_proposal_vocabulary_fkey FOREIGN KEY (vocabulary) REFERENCES vocabulary(name);

alter table term_proposal add constraint term_proposal_deed_check CHECK ((deed = ANY (ARRAY['new'::text, 'words'::text, 'order'::text, 'retire'::text, 'reinstate'::text, 'merge'::text])));

alter table term_proposal add constraint term_proposal_ends CHECK (((state = 'open'::text) = (ended_at IS NULL)));

alter table term_proposal add constraint term_proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text, 'withdrawn'::text, 'lapsed'::text, 'undone'::text])));

alter table term_receipt add constraint term_receipt_pkey PRIMARY KEY (proposal_id);

alter table term_receipt add constraint term_receipt_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES term_proposal(id);

alter table term_version add constraint term_version_pkey PRIMARY KEY (vocabulary, code, version);

alter table term_version add constraint term_version_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES term_proposal(id);

alter table term_version add constraint term_version_vocabulary_code_fkey FOREIGN KEY (vocabulary, code) REFERENCES term(vocabulary, code);

alter table totp add constraint totp_pkey PRIMARY KEY (user_id);

alter table totp add constraint totp_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE;

alter table vocabulary add constraint vocabulary_pkey PRIMARY KEY (name);

-- Indexes

CREATE INDEX action_changed ON samverkan.action USING btree (changed_at, id);

CREATE INDEX action_counties ON samverkan.action USING gin (county_codes);

CREATE INDEX action_ends ON samverkan.action USING btree (ends_on, id);

CREATE INDEX action_ends_last ON samverkan.action USING btree (ends_on DESC NULLS LAST, id DESC);

CREATE INDEX action_goals ON samverkan.action USING gin (goal_ids);

CREATE INDEX action_joined_into ON samverkan.action USING btree (joined_into_id) WHERE (joined_into_id IS NOT NULL);

CREATE INDEX action_municipalities ON samverkan.action USING gin (municipality_codes);

CREATE INDEX action_open_goals ON samverkan.action USING gin (goal_ids) WHERE ((visibility = 4) AND (hidden_at IS NULL));

CREATE INDEX action_owners ON samverkan.action USING gin (owner_ids);

CREATE INDEX action_responsible ON samverkan.action USING btree (responsible_function_id) WHERE (responsible_function_id IS NOT NULL);

CREATE INDEX action_starts ON samverkan.action USING btree (starts_on, id);

CREATE INDEX action_starts_last ON samverkan.action USING btree (starts_on DESC NULLS LAST, id DESC);

CREATE INDEX action_status ON samverkan.action USING btree (status, changed_at DESC);

CREATE INDEX action_title ON samverkan.action USING btree (title COLLATE "sv-SE-x-icu", id);

CREATE INDEX action_title_trigram ON samverkan.action USING gin (title gin_trgm_ops);

CREATE INDEX action_unpublished ON samverkan.action USING btree (kind) WHERE ((visibility <= 1) AND (status = ANY (ARRAY['draft'::text, 'planned'::text, 'ongoing'::text])));

CREATE INDEX action_words ON samverkan.action USING gin (words);

CREATE INDEX action_comment_action ON samverkan.action_comment USING btree (action_id, created_at);

CREATE INDEX action_comment_organization ON samverkan.action_comment USING btree (organization_id);

CREATE INDEX action_comment_removed ON samverkan.action_comment USING btree (removed_at) WHERE (removed_at IS NOT NULL);

CREATE INDEX action_connection_organization ON samverkan.action_connection USING btree (organization_id);

CREATE INDEX action_cooperation_action ON samverkan.action_cooperation USING btree (action_id);

CREATE INDEX action_cooperation_from ON samverkan.action_cooperation USING btree (from_organization_id);

CREATE INDEX action_cooperation_function ON samverkan.action_cooperation USING btree (function_id) WHERE (function_id IS NOT NULL);

CREATE UNIQUE INDEX action_cooperation_open ON samverkan.action_cooperation USING btree (action_id, organization_id) WHERE (state = 'open'::text);

CREATE INDEX action_cooperation_organization ON samverkan.action_cooperation USING btree (organization_id);

CREATE INDEX action_cooperation_own ON samverkan.action_cooperation USING btree (own_action_id) WHERE (own_action_id IS NOT NULL);

CREATE INDEX action_filter_organization ON samverkan.action_filter USING btree (organization_id);

CREATE INDEX action_filter_user ON samverkan.action_filter USING btree (user_id) WHERE (user_id IS NOT NULL);

CREATE INDEX action_goal_goal ON samverkan.action_goal USING btree (goal_id);

CREATE INDEX action_goal_move_action ON samverkan.action_goal_move USING btree (action_id);

CREATE INDEX action_nudge_connection ON samverkan.action_nudge USING btree (connection_id);

CREATE INDEX action_nudge_organization ON samverkan.action_nudge USING btree (organization_id);

CREATE INDEX action_nudge_own ON samverkan.action_nudge USING btree (own_action_id);

CREATE INDEX action_owner_organization ON samverkan.action_owner USING btree (organization_id);

CREATE INDEX action_partner_organization ON samverkan.action_partner USING btree (organization_id);

CREATE INDEX action_recurrence_former ON samverkan.action_recurrence USING btree (former_id) WHERE (former_id IS NOT NULL);

CREATE INDEX action_task_action ON samverkan.action_task USING btree (action_id);

CREATE INDEX action_task_ended ON samverkan.action_task USING btree (ended_organization_id) WHERE (ended_organization_id IS NOT NULL);

CREATE INDEX action_task_function ON samverkan.action_task USING btree (function_id) WHERE (function_id IS NOT NULL);

CREATE INDEX action_task_organization ON samverkan.action_task USING btree (organization_id, due_on) WHERE (outcome IS NULL);

CREATE INDEX action_task_removed ON samverkan.action_task USING btree (removed_at) WHERE (removed_at IS NOT NULL);

CREATE INDEX action_task_set ON samverkan.action_task USING btree (set_organization_id);

CREATE INDEX action_template_organization ON samverkan.action_template USING btree (organization_id);

CREATE INDEX action_update_action ON samverkan.action_update USING btree (action_id, happened_on DESC, created_at DESC);

CREATE INDEX action_update_removed ON samverkan.action_update USING btree (organization_id, removed_at) WHERE (removed_at IS NOT NULL);

CREATE INDEX api_token_last_day ON samverkan.api_token USING btree (last_day) WHERE (revoked_at IS NULL);

CREATE INDEX api_token_organization ON samverkan.api_token USING btree (organization_id);

CREATE UNIQUE INDEX app_user_email ON samverkan.app_user USING btree (lower(email));

CREATE UNIQUE INDEX assessment_corrects ON samverkan.assessment USING btree (corrects_id) WHERE (signed_at IS NOT NULL);

CREATE INDEX assessment_corrects_all ON samverkan.assessment USING btree (corrects_id);

CREATE INDEX assessment_function ON samverkan.assessment USING btree (function_id);

CREATE INDEX assessment_goal ON samverkan.assessment USING btree (goal_id, assessed_on DESC);

CREATE INDEX assessment_organization ON samverkan.assessment USING btree (organization_id);

CREATE INDEX assignment_boards ON samverkan.assignment USING gin (board_ids);

CREATE INDEX assignment_function ON samverkan.assignment USING btree (function_id);

CREATE INDEX assignment_organization ON samverkan.assignment USING btree (organization_id);

CREATE INDEX assignment_action_action ON samverkan.assignment_action USING btree (action_id);

CREATE INDEX assignment_action_organization ON samverkan.assignment_action USING btree (organization_id);

CREATE INDEX assignment_goal_carried ON samverkan.assignment_goal USING btree (carried_by);

CREATE INDEX assignment_goal_goal ON samverkan.assignment_goal USING btree (goal_id);

CREATE INDEX assignment_goal_organization ON samverkan.assignment_goal USING btree (organization_id);

CREATE INDEX assignment_report_assignment ON samverkan.assignment_report USING btree (assignment_id, due_on);

CREATE INDEX assignment_reported_organization ON samverkan.assignment_reported USING btree (organization_id);

CREATE INDEX attachment_action ON samverkan.attachment USING btree (action_id, created_at);

CREATE INDEX attachment_left_line ON samverkan.attachment USING btree (left_line) WHERE (left_line IS NOT NULL);

CREATE INDEX attachment_organization ON samverkan.attachment USING btree (organization_id);

CREATE INDEX attachment_removed ON samverkan.attachment USING btree (removed_at) WHERE (removed_at IS NOT NULL);

CREATE INDEX attachment_title_words ON samverkan.attachment USING gin (to_tsvector('swedish'::regconfig, title));

CREATE INDEX attachment_update ON samverkan.attachment USING btree (update_id) WHERE (update_id IS NOT NULL);

CREATE INDEX attachment_user ON samverkan.attachment USING btree (user_id);

CREATE INDEX attachment_page_words ON samverkan.attachment_page USING gin (words);

CREATE INDEX audience_organization ON samverkan.audience USING btree (organization_id);

CREATE INDEX audit_by_chain ON samverkan.audit USING btree (audit_chain(organization_id), id);

CREATE INDEX audit_object ON samverkan.audit USING btree (object_id, id DESC) WHERE (object_id IS NOT NULL);

CREATE INDEX audit_objects ON samverkan.audit USING gin (object_ids) WHERE (object_ids IS NOT NULL);

CREATE INDEX audit_person ON samverkan.audit USING btree (pseudonym, id DESC) WHERE (pseudonym IS NOT NULL);

CREATE INDEX audit_check_at ON samverkan.audit_check USING btree (at DESC);

CREATE INDEX calendar_subscription_organization ON samverkan.calendar_subscription USING btree (organization_id);

CREATE INDEX change_log_object ON samverkan.change_log USING btree (object_id, at DESC);

CREATE INDEX comment_mention_function ON samverkan.comment_mention USING btree (function_id);

CREATE UNIQUE INDEX commitment_carried ON samverkan.commitment USING btree (carried_from, goal_id);

CREATE INDEX commitment_goal ON samverkan.commitment USING btree (goal_id);

CREATE INDEX commitment_organization ON samverkan.commitment USING btree (organization_id);

CREATE UNIQUE INDEX consultation_open ON samverkan.consultation USING btree (strategy_id) WHERE (closed_at IS NULL);

CREATE INDEX consultation_organization ON samverkan.consultation USING btree (organization_id);

CREATE INDEX consultation_strategy ON samverkan.consultation USING btree (strategy_id);

CREATE INDEX consultation_comment_goal ON samverkan.consultation_comment USING btree (goal_id);

CREATE INDEX consultation_draft_goal ON samverkan.consultation_draft USING btree (goal_id);

CREATE INDEX consultation_invitation_organization ON samverkan.consultation_invitation USING btree (organization_id);

CREATE INDEX contact_function_next ON samverkan.contact_function USING btree (next_verification_on) WHERE (retired_on IS NULL);

CREATE INDEX contact_function_organization ON samverkan.contact_function USING btree (organization_id);

CREATE INDEX contact_function_subjects ON samverkan.contact_function USING gin (subjects);

CREATE INDEX contact_function_title ON samverkan.contact_function USING btree (title COLLATE "sv-SE-x-icu", id);

CREATE INDEX contact_function_verified ON samverkan.contact_function USING btree (verified_on, id);

CREATE INDEX contact_group_organization ON samverkan.contact_group USING btree (organization_id) WHERE (removed_at IS NULL);

CREATE INDEX contact_holder_function ON samverkan.contact_holder USING btree (function_id, valid_from DESC);

CREATE INDEX contact_holder_one_at_a_time ON samverkan.contact_holder USING gist (function_id, daterange(valid_from, valid_to, '[]'::text)) WHERE (NOT deputy);

CREATE INDEX contact_holder_name_function ON samverkan.contact_holder_name USING btree (function_id);

CREATE INDEX contact_holder_name_user ON samverkan.contact_holder_name USING btree (user_id);

CREATE INDEX contact_inside_name_function ON samverkan.contact_inside_name USING btree (function_id);

CREATE INDEX contact_inside_name_user ON samverkan.contact_inside_name USING btree (user_id);

CREATE INDEX contact_invitation_function ON samverkan.contact_invitation USING btree (function_id);

CREATE INDEX contact_letter_function ON samverkan.contact_letter USING btree (function_id);

CREATE INDEX contact_report_function ON samverkan.contact_report USING btree (function_id, created_at DESC);

CREATE INDEX contact_search_counties ON samverkan.contact_search USING gin (counties);

CREATE INDEX contact_search_folded ON samverkan.contact_search USING gin (folded gin_trgm_ops);

CREATE INDEX contact_search_places ON samverkan.contact_search USING gin (places);

CREATE INDEX contact_search_words ON samverkan.contact_search USING gin (words);

CREATE UNIQUE INDEX contact_sending_again ON samverkan.contact_sending USING btree (again_of);

CREATE INDEX contact_sending_kept ON samverkan.contact_sending USING btree (sent_at) WHERE (erased_at IS NULL);

CREATE INDEX contact_sending_organization ON samverkan.contact_sending USING btree (organization_id, sent_at DESC);

CREATE INDEX contact_sending_sender ON samverkan.contact_sending USING btree (sent_by, sent_at DESC);

CREATE INDEX contact_sending_recipient_sending ON samverkan.contact_sending_recipient USING btree (sending_id);

CREATE INDEX contact_sending_recipient_waiting ON samverkan.contact_sending_recipient USING btree (sending_id) WHERE (state = 'waiting'::text);

CREATE INDEX demo_mail_age ON samverkan.demo_mail USING btree (at DESC);

CREATE INDEX digest_told_organization ON samverkan.digest_told USING btree (organization_id);

CREATE UNIQUE INDEX erasure_request_open ON samverkan.erasure_request USING btree (user_id) WHERE ((decided_at IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX erasure_request_person ON samverkan.erasure_request USING btree (user_id, asked_at DESC);

CREATE INDEX event_at ON samverkan.event USING btree (at DESC);

CREATE INDEX event_stream ON samverkan.event USING btree (tx, id);

CREATE INDEX faq_organization ON samverkan.faq USING btree (organization_id);

CREATE INDEX faq_reply ON samverkan.faq USING btree (reply_id) WHERE (reply_id IS NOT NULL);

CREATE INDEX faq_words ON samverkan.faq USING gin (words);

CREATE INDEX goal_parent ON samverkan.goal USING btree (parent_id);

CREATE INDEX goal_responsible ON samverkan.goal USING btree (responsible_organization_id);

CREATE INDEX goal_strategy ON samverkan.goal USING btree (strategy_id, sort);

CREATE INDEX goal_link_frame ON samverkan.goal_link USING btree (frame_goal_id);

CREATE INDEX goal_set_goals ON samverkan.goal_set USING gin (goal_ids);

CREATE INDEX goal_succession_old ON samverkan.goal_succession USING btree (old_goal_id);

CREATE INDEX handover_organization ON samverkan.handover USING btree (organization_id) WHERE (settled_at IS NULL);

CREATE INDEX handover_item_asked ON samverkan.handover_item USING gin (county_codes) WHERE (asked_on IS NOT NULL);

CREATE INDEX idempotency_age ON samverkan.idempotency USING btree (at);

CREATE INDEX invitation_organization ON samverkan.invitation USING btree (organization_id, invited_at DESC);

CREATE INDEX job_effect_age ON samverkan.job_effect USING btree (at);

CREATE INDEX membership_organization ON samverkan.membership USING btree (organization_id);

CREATE INDEX method_function ON samverkan.method USING btree (function_id);

CREATE INDEX method_organization ON samverkan.method USING btree (organization_id);

CREATE INDEX method_replaced_by ON samverkan.method USING btree (replaced_by_id) WHERE (replaced_by_id IS NOT NULL);

CREATE INDEX method_words ON samverkan.method USING gin (words);

CREATE INDEX method_action_action ON samverkan.method_action USING btree (action_id);

CREATE UNIQUE INDEX method_action_once ON samverkan.method_action USING btree (method_id, action_id) WHERE ((ended_on IS NULL) AND (hidden_at IS NULL));

CREATE INDEX method_action_organization ON samverkan.method_action USING btree (organization_id);

CREATE INDEX method_offer_offer ON samverkan.method_offer USING btree (offer_id);

CREATE INDEX method_use_method ON samverkan.method_use USING btree (method_id);

CREATE INDEX method_use_organization ON samverkan.method_use USING btree (organization_id);

CREATE INDEX municipality_county ON samverkan.municipality USING btree (county_code);

CREATE INDEX offer_function ON samverkan.offer USING btree (function_id);

CREATE INDEX offer_hosts_of ON samverkan.offer USING gin (host_ids);

CREATE INDEX offer_kind_id ON samverkan.offer USING btree (kind_id);

CREATE INDEX offer_organization ON samverkan.offer USING btree (organization_id);

CREATE INDEX offer_answer_session ON samverkan.offer_answer USING btree (session_id);

CREATE INDEX offer_hosting_from ON samverkan.offer_hosting USING btree (from_organization_id);

CREATE INDEX offer_hosting_function ON samverkan.offer_hosting USING btree (function_id) WHERE (function_id IS NOT NULL);

CREATE INDEX offer_hosting_offer ON samverkan.offer_hosting USING btree (offer_id);

CREATE UNIQUE INDEX offer_hosting_open ON samverkan.offer_hosting USING btree (offer_id, organization_id) WHERE ((state = 'open'::text) AND (hidden_at IS NULL));

CREATE INDEX offer_hosting_organization ON samverkan.offer_hosting USING btree (organization_id);

CREATE INDEX offer_import_offer ON samverkan.offer_import USING btree (offer_id);

CREATE UNIQUE INDEX offer_invitation_once ON samverkan.offer_invitation USING btree (session_id, lower(email));

CREATE UNIQUE INDEX offer_kind_once ON samverkan.offer_kind USING btree (county_code, kind, lower(name));

CREATE INDEX offer_publication_offer ON samverkan.offer_publication USING btree (offer_id);

CREATE INDEX offer_publication_step ON samverkan.offer_publication USING btree (step_id) WHERE (step_id IS NOT NULL);

CREATE INDEX offer_reach_import ON samverkan.offer_reach USING btree (import_id) WHERE (import_id IS NOT NULL);

CREATE INDEX offer_reach_session ON samverkan.offer_reach USING btree (session_id);

CREATE INDEX offer_registration_line ON samverkan.offer_registration USING btree (session_id, state, arrived_at);

CREATE UNIQUE INDEX offer_registration_once ON samverkan.offer_registration USING btree (session_id, lower(email));

CREATE INDEX offer_registration_user ON samverkan.offer_registration USING btree (user_id);

CREATE UNIQUE INDEX offer_session_link ON samverkan.offer_session USING btree (link_hash);

CREATE INDEX offer_session_offer ON samverkan.offer_session USING btree (offer_id, day);

CREATE INDEX offer_step_offer ON samverkan.offer_step USING btree (offer_id, place);

CREATE INDEX offer_ticket_session ON samverkan.offer_ticket USING btree (session_id);

CREATE INDEX offer_uptake_step ON samverkan.offer_uptake USING btree (step_id);

CREATE INDEX oidc_identity_user ON samverkan.oidc_identity USING btree (user_id);

CREATE INDEX organization_county_code ON samverkan.organization USING btree (county_code);

CREATE INDEX organization_merged_into ON samverkan.organization USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);

CREATE INDEX organization_municipality_code ON samverkan.organization USING btree (municipality_code);

CREATE INDEX organization_parent ON samverkan.organization USING btree (parent_id);

CREATE INDEX organization_registrar ON samverkan.organization USING btree (registrar_id) WHERE (registrar_id IS NOT NULL);

CREATE INDEX organization_search ON samverkan.organization USING gin (search gin_trgm_ops);

CREATE INDEX organization_successor ON samverkan.organization USING btree (successor_id);

CREATE INDEX organization_county_county ON samverkan.organization_county USING btree (county_code);

CREATE INDEX organization_merge_into ON samverkan.organization_merge USING btree (into_id);

CREATE UNIQUE INDEX organization_merge_open ON samverkan.organization_merge USING btree (from_id) WHERE (undone_at IS NULL);

CREATE INDEX organization_municipality_municipality ON samverkan.organization_municipality USING btree (municipality_code);

CREATE INDEX organization_past_organization ON samverkan.organization_past USING btree (organization_id, field, valid_to);

CREATE INDEX organization_withdrawn_organization ON samverkan.organization_withdrawn USING btree (organization_id);

CREATE INDEX passkey_user ON samverkan.passkey USING btree (user_id);

CREATE INDEX password_reset_user ON samverkan.password_reset USING btree (user_id);

CREATE INDEX presence_object ON samverkan.presence USING btree (object_id);

CREATE INDEX presence_until ON samverkan.presence USING btree (until);

CREATE INDEX public_report_county ON samverkan.public_report USING btree (county_code, received_at DESC);

CREATE UNIQUE INDEX public_text_draft ON samverkan.public_text USING btree (county_code, piece) WHERE ((shown_from IS NULL) AND (hidden_at IS NULL) AND (removed_at IS NULL));

CREATE INDEX public_text_shown ON samverkan.public_text USING btree (county_code, piece, shown_from DESC, id DESC) WHERE (hidden_at IS NULL);

CREATE INDEX publication_counties ON samverkan.publication USING gin (county_codes);

CREATE INDEX publication_folded ON samverkan.publication USING gin (folded gin_trgm_ops);

CREATE INDEX publication_function ON samverkan.publication USING btree (function_id);

CREATE UNIQUE INDEX publication_number ON samverkan.publication USING btree (numbered_by, COALESCE(year, 0), lower(number)) WHERE ((number IS NOT NULL) AND (removed_at IS NULL));

CREATE INDEX publication_organization ON samverkan.publication USING btree (organization_id);

CREATE INDEX publication_owners ON samverkan.publication USING gin (owner_ids);

CREATE INDEX publication_strategy ON samverkan.publication USING btree (strategy_id);

CREATE INDEX publication_supersedes ON samverkan.publication USING gin (supersedes_ids);

CREATE INDEX publication_words ON samverkan.publication USING gin (words);

CREATE INDEX publication_year ON samverkan.publication USING btree (year DESC NULLS LAST, id DESC);

CREATE INDEX publication_file_away ON samverkan.publication_file USING btree (id) WHERE ((removed_at IS NOT NULL) OR (hidden_at IS NOT NULL));

CREATE INDEX publication_file_organization ON samverkan.publication_file USING btree (organization_id);

CREATE INDEX publication_file_publication ON samverkan.publication_file USING btree (publication_id, created_at);

CREATE INDEX publication_file_user ON samverkan.publication_file USING btree (user_id);

CREATE INDEX publication_link_publication ON samverkan.publication_link USING btree (publication_id, sort);

CREATE INDEX publication_owning_by ON samverkan.publication_owning USING btree (by_organization_id);

CREATE INDEX publication_owning_waits ON samverkan.publication_owning USING btree (organization_id) WHERE ((seen_at IS NULL) AND (left_at IS NULL));

CREATE INDEX publication_page_publication ON samverkan.publication_page USING btree (publication_id);

CREATE INDEX publication_page_words ON samverkan.publication_page USING gin (words);

CREATE INDEX publication_request_organization ON samverkan.publication_request USING btree (organization_id);

CREATE INDEX publication_request_publication ON samverkan.publication_request USING btree (publication_id, received_at);

CREATE INDEX publication_selection_publication ON samverkan.publication_selection USING btree (publication_id);

CREATE INDEX publication_text_publication ON samverkan.publication_text USING btree (publication_id);

CREATE INDEX publication_text_words ON samverkan.publication_text USING gin (words);

CREATE INDEX question_bundle_of ON samverkan.question USING btree (bundle_id) WHERE (bundle_id IS NOT NULL);

CREATE INDEX question_changed ON samverkan.question USING btree (changed_at DESC, id DESC);

CREATE INDEX question_function ON samverkan.question USING btree (function_id) WHERE (function_id IS NOT NULL);

CREATE INDEX question_handled ON samverkan.question USING btree (handler_organization_id) WHERE (handler_organization_id IS NOT NULL);

CREATE INDEX question_handler ON samverkan.question USING btree (handler_function_id) WHERE (handler_function_id IS NOT NULL);

CREATE INDEX question_joined ON samverkan.question USING gin (joined_ids);

CREATE INDEX question_organization ON samverkan.question USING btree (organization_id);

CREATE INDEX question_title ON samverkan.question USING gin (title gin_trgm_ops);

CREATE INDEX question_words ON samverkan.question USING gin (words);

CREATE INDEX question_address_bundle ON samverkan.question_address USING btree (bundle_id, sent_on);

CREATE UNIQUE INDEX question_address_current ON samverkan.question_address USING btree (bundle_id) WHERE (ended_on IS NULL);

CREATE INDEX question_address_recipient ON samverkan.question_address USING btree (recipient_id);

CREATE INDEX question_bundle_board ON samverkan.question_bundle USING btree (board_id);

CREATE INDEX question_bundle_recipients ON samverkan.question_bundle USING gin (recipient_ids);

CREATE INDEX question_bundle_item_question ON samverkan.question_bundle_item USING btree (question_id);

CREATE INDEX question_join_organization ON samverkan.question_join USING btree (organization_id);

CREATE INDEX question_reply_bundle ON samverkan.question_reply USING btree (bundle_id) WHERE (bundle_id IS NOT NULL);

CREATE INDEX question_reply_organization ON samverkan.question_reply USING btree (organization_id);

CREATE INDEX question_reply_question ON samverkan.question_reply USING btree (question_id) WHERE (question_id IS NOT NULL);

CREATE INDEX question_reply_source ON samverkan.question_reply USING btree (source_id);

CREATE INDEX question_told_organization ON samverkan.question_told USING btree (organization_id) WHERE (answers IS NULL);

CREATE INDEX question_told_question ON samverkan.question_told USING btree (question_id);

CREATE INDEX question_told_untold ON samverkan.question_told USING btree (reply_id) WHERE (told_at IS NULL);

CREATE INDEX retention_run_at ON samverkan.retention_run USING btree (started_at DESC);

CREATE INDEX search_word_folded ON samverkan.search_word USING gin (folded gin_trgm_ops) WITH (fastupdate=off);

CREATE INDEX search_word_word ON samverkan.search_word USING btree (word, area);

CREATE UNIQUE INDEX sensitive_text_open ON samverkan.sensitive_text USING btree (object_id) WHERE (ended_at IS NULL);

CREATE INDEX session_expire ON samverkan.session USING btree (expire);

CREATE INDEX session_person ON samverkan.session USING btree (((sess ->> 'userId'::text)));

CREATE INDEX signatory_organization ON samverkan.signatory USING btree (organization_id);

CREATE INDEX strategy_counties ON samverkan.strategy USING gin (county_codes);

CREATE INDEX strategy_owner ON samverkan.strategy USING btree (owner_organization_id);

CREATE UNIQUE INDEX strategy_adoption_open ON samverkan.strategy_adoption USING btree (strategy_id) WHERE (undone_at IS NULL);

CREATE INDEX strategy_frame_frame ON samverkan.strategy_frame USING btree (frame_id);

CREATE INDEX strategy_hidden_text_strategy ON samverkan.strategy_hidden_text USING btree (strategy_id);

CREATE INDEX strategy_succession_new ON samverkan.strategy_succession USING btree (new_id);

CREATE INDEX support_inquiry_county ON samverkan.support_inquiry USING btree (county_code, received_at DESC);

CREATE INDEX support_inquiry_request ON samverkan.support_inquiry USING btree (request_id) WHERE (request_id IS NOT NULL);

CREATE INDEX support_message_organization ON samverkan.support_message USING btree (organization_id);

CREATE INDEX support_message_request ON samverkan.support_message USING btree (request_id, written_at);

CREATE INDEX support_request_changed ON samverkan.support_request USING btree (changed_at DESC, id DESC);

CREATE INDEX support_request_effect ON samverkan.support_request USING btree (effect_due_on) WHERE ((status = 'closed'::text) AND (effect_asked_on IS NULL));

CREATE INDEX support_request_function ON samverkan.support_request USING btree (function_id) WHERE (function_id IS NOT NULL);

CREATE INDEX support_request_handled ON samverkan.support_request USING btree (handler_organization_id) WHERE (handler_organization_id IS NOT NULL);

CREATE INDEX support_request_handler ON samverkan.support_request USING btree (handler_function_id) WHERE (handler_function_id IS NOT NULL);

CREATE INDEX support_request_organization ON samverkan.support_request USING btree (organization_id);

CREATE INDEX support_request_words ON samverkan.support_request USING gin (words);

CREATE INDEX term_successor ON samverkan.term USING btree (vocabulary, successor) WHERE (successor IS NOT NULL);

CREATE INDEX term_answer_organization ON samverkan.term_answer USING btree (organization_id);

CREATE UNIQUE INDEX term_proposal_open ON samverkan.term_proposal USING btree (vocabulary, code) WHERE (state = 'open'::text);

CREATE INDEX term_proposal_organization ON samverkan.term_proposal USING btree (organization_id);

CREATE INDEX term_version_proposal ON samverkan.term_version USING btree (proposal_id);

-- Functions

CREATE OR REPLACE FUNCTION samverkan.account_closed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        delete from session where sess ->> 'userId' = new.id::text or sess -> 'pending' ->> 'userId' = new.id::text;
        return null;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.account_erase(account uuid, keeps_function boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    old_email text; called text;
  begin
    if not exists (select 1 from erasure_request r where r.user_id = account and r.done_at is null
        and r.decision = case when keeps_function then 'pseudonymise' else 'erase' end) then
      raise exception 'Nobody has decided this.' using errcode = '42501';
    end if;
    select u.email into old_email from app_user u where u.id = account and not u.sealed and u.erased_at is null for update;
    if old_email is null then raise exception 'There is no such account to erase.' using errcode = '42501'; end if;
    select case when keeps_function then m.title else 'Tidigare användare' end || ', ' || o.name into called
      from membership m join organization o on o.id = m.organization_id where m.user_id = account order by m.valid_from desc, m.id desc limit 1;
    update membership m set valid_to = greatest(m.valid_from - 1, least(coalesce(m.valid_to, today() - 1), today() - 1)),
      title = case when keeps_function then m.title else 'Tidigare användare' end where m.user_id = account;
    delete from credential c where c.user_id = account;
    delete from totp t where t.user_id = account;
    delete from recovery_code r where r.user_id = account;
    delete from passkey p where p.user_id = account;
    delete from oidc_identity i where i.user_id = account;
    delete from password_reset r where r.user_id = account;
    delete from session s where s.sess ->> 'userId' = account::text or s.sess -> 'pending' ->> 'userId' = account::text;
    delete from draft d where d.user_id = account;
    delete from idempotency i where i.user_id = account;
    delete from demo_mail d where lower(d.to_address) = lower(old_email);
    update invitation i set email = i.id || '@erased.invalid', withdrawn_at = case when i.used_at is null then coalesce(i.withdrawn_at, clock_timestamp()) end
      where i.used_by = account or lower(i.email) = lower(old_email);
    update sensitive_text s set hidden_by = null where s.hidden_by = account;
    perform set_config('samverkan.audit_retention', 'on', true);
    update audit a set user_id = null where a.user_id = account and a.pseudonym is not null;
    perform set_config('samverkan.audit_retention', 'off', true);
    update app_user u set name = coalesce(called, 'Tidigare användare'), email = account || '@erased.invalid', erased_at = clock_timestamp(),
      disabled_at = coalesce(u.disabled_at, clock_timestamp()), disabled_reason = 'erased', warned_on = null where u.id = account;
    update erasure_request r set message = null, done_at = clock_timestamp() where r.user_id = account and r.done_at is null and r.decision is not null and r.decision <> 'refuse';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_alike()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    new.alike_on := today();
    -- Five a day for an organisation: nobody publishes plans to find out about others'.
    new.alike := (select count(*) < 5 from action a where a.owner_ids && array[ctx_org()] and a.alike_on = new.alike_on)
      and exists (select from action h where h.kind = new.kind and h.visibility <= 1 and h.status in ('draft', 'planned', 'ongoing') and h.hidden_at is null
        and h.county_codes && new.county_codes and not h.owner_ids && new.owner_ids and not (h.visibility = 1 and h.partner_ids && new.owner_ids));
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_audience(level smallint, owners uuid[], partners uuid[], counties text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select distinct m.organization_id from membership m
    where m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and m.role <> 'system_admin' and (
      m.organization_id = any (owners)
      or (level >= 1 and m.organization_id = any (partners))
      or level >= 3
      or (m.role in ('county_staff', 'county_admin') and level >= 1 or m.role = 'coordinator' and level >= 2)
        and exists (select 1 from organization_county c where c.organization_id = m.organization_id and c.county_code = any (counties)))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_best_by_text(given text, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    wanted tsquery := words_wanted(given);
    called text := upper(btrim(given)); near uuid[] := '{}'; seen integer; every bigint := (select greatest(reltuples, 1) from pg_class where oid = 'action'::regclass);
  begin
    if role is null then return; end if;
    seen := (select count(*) from (select words, id, changed_at, hidden_at, visibility, owner_ids, partner_ids, county_codes from action order by changed_at desc, id desc limit 200) a where a.hidden_at is null and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or org = any (a.owner_ids)
          or a.visibility >= 1 and org = any (a.partner_ids)
          or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator'))) and a.words @@ wanted);
    -- So many of two hundred have it: 200 * most / seen are read in their order until there are enough, every * seen / 200 are looked up; one of these costs four of those.
    if seen::bigint * seen * every > most * 10000::bigint then
      near := array(select a.id from (select words, id, changed_at, hidden_at, visibility, owner_ids, partner_ids, county_codes from action order by changed_at desc, id desc limit 600 * most / seen) a
        where a.hidden_at is null and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or org = any (a.owner_ids)
          or a.visibility >= 1 and org = any (a.partner_ids)
          or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator'))) and a.words @@ wanted order by a.changed_at desc, a.id desc limit most);
    end if;
    if cardinality(near) < most then
      near := array(select a.id from (select a.id, a.changed_at from action a where a.words @@ wanted and a.hidden_at is null and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or org = any (a.owner_ids)
          or a.visibility >= 1 and org = any (a.partner_ids)
          or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator'))) offset 0) a
        order by a.changed_at desc, a.id desc limit most);
    end if;
    near := near || array(select a.id from action a where a.reference = called and a.hidden_at is null and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or org = any (a.owner_ids)
          or a.visibility >= 1 and org = any (a.partner_ids)
          or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator'))) and a.id <> all (near));
    return query select a.id from action a where a.id = any (near)
      order by a.reference = called desc, ts_rank(a.words, wanted) desc, a.changed_at desc, a.id desc limit most;
    if cardinality(near) < most and length(given) >= 3 then
      return query select a.id from (select a.id, a.changed_at from action a where a.title ilike '%' || replace(replace(replace(given, '\', '\\'), '%', '\%'), '_', '\_') || '%' and a.hidden_at is null and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or org = any (a.owner_ids)
          or a.visibility >= 1 and org = any (a.partner_ids)
          or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator'))) offset 0) a
        where a.id <> all (near) order by a.changed_at desc, a.id desc limit most - cardinality(near);
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_by_counties(text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$ select id from action where county_codes && $1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_by_goals(uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$ select id from action where goal_ids && $1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_by_municipalities(text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$ select id from action where municipality_codes && $1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_by_owners(uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$ select id from action where owner_ids && $1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_by_text(given text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    wanted tsquery;
  begin
    wanted := words_wanted(given);
    return query select a.id from action a where a.words @@ wanted
      union select a.id from action a where a.reference = upper(btrim(given))
      union select a.id from action a where length(given) >= 3
        and a.title ilike '%' || replace(replace(replace(given, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_fields_since(action uuid, seen integer)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select distinct field from change_log where area = 'actions' and object_id = action and version > seen
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_filter_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        moved uuid[]; asked jsonb;
      begin
        perform require_merge(source, target);
        with filters as (update action_filter set organization_id = target where organization_id = source returning id)
        select coalesce(array_agg(id), '{}') into moved from filters;
        select coalesce(jsonb_object_agg(f.id, f.choice -> 'owner'), '{}') into asked from action_filter f where f.choice ->> 'owner' like '%' || source || '%';
        update action_filter f set choice = jsonb_set(f.choice, '{owner}', to_jsonb(replace(f.choice ->> 'owner', source::text, target::text))) where asked ? f.id::text;
        return jsonb_build_object('moved', to_jsonb(moved), 'asked', asked);
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_filter_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        perform require_merge(source, target);
        update action_filter set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt -> 'moved') x);
        -- Chosen anew since, it stays as it is.
        update action_filter f set choice = jsonb_set(f.choice, '{owner}', receipt -> 'asked' -> f.id::text)
          where receipt -> 'asked' ? f.id::text and f.choice ->> 'owner' = replace(receipt -> 'asked' ->> f.id::text, source::text, target::text);
        return true;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_filter_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update action_filter f set hidden_at = clock_timestamp(), version = f.version + 1
      where f.id = target and f.hidden_at is null and f.removed_at is null and f.organization_id = ctx_org() and case when f.user_id is null then coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') else f.user_id = ctx_user() and coalesce(ctx_role(), 'system_admin') <> 'system_admin' end;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_filter_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select from sensitive_text s where s.object_id = target and s.ended_at is null and may_clean(s.owner_ids, s.county_codes, s.only_user)) then raise exception 'Nothing of this is hidden.' using errcode = '42501'; end if;
    update action_filter f set hidden_at = null, version = f.version + 1, changed_at = clock_timestamp(), name = coalesce(clean->>'name', f.name),
      choice = case when not clean ? 'words' then f.choice when clean->>'words' = '' then f.choice - 'q' else f.choice || jsonb_build_object('q', clean->>'words') end
      where f.id = target and (f.user_id is null or f.user_id = ctx_user());
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_filters_erase(account uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if not exists (select 1 from app_user u where u.id = account and u.erased_at is not null)
          and not exists (select 1 from erasure_request r where r.user_id = account and r.done_at is null and r.decision in ('pseudonymise', 'erase')) then
          raise exception 'Nobody has decided this.' using errcode = '42501';
        end if;
        delete from action_filter where user_id = account;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_filters_held(account uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(case when f.hidden_at is null then f.name else '[dold]' end, o.name, (f.changed_at at time zone 'Europe/Stockholm')::date) order by f.changed_at), '[]')
      from action_filter f join organization o on o.id = f.organization_id where f.user_id = account);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_is_shown(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select exists (select from action a where a.id = target and a.hidden_at is null) $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_line_ids(given uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'samverkan'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    select id from action_update where action_id = given and removed_at is null and hidden_at is null
    order by happened_on desc, created_at desc limit most
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_links()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if tg_op = 'INSERT' or new.owner_ids is distinct from old.owner_ids then
      delete from action_owner where action_id = new.id and organization_id <> all (new.owner_ids);
      insert into action_owner (action_id, organization_id) select distinct new.id, x from unnest(new.owner_ids) x on conflict do nothing;
    end if;
    if tg_op = 'INSERT' or new.partner_ids is distinct from old.partner_ids then
      delete from action_partner where action_id = new.id and organization_id <> all (new.partner_ids);
      insert into action_partner (action_id, organization_id) select distinct new.id, x from unnest(new.partner_ids) x on conflict do nothing;
    end if;
    if tg_op = 'INSERT' or new.goal_ids is distinct from old.goal_ids then
      delete from action_goal where action_id = new.id and goal_id <> all (new.goal_ids);
      insert into action_goal (action_id, goal_id) select distinct new.id, x from unnest(new.goal_ids) x on conflict do nothing;
    end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_nearly(given text, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    each text[]; wanted tsquery; enough integer; near uuid[] := '{}'; seen integer; every bigint := (select greatest(reltuples, 1) from pg_class where oid = 'action'::regclass);
  begin
    if role is null or most < 1 then return; end if;
    each := array(select '(' || coalesce(nullif(concat_ws(' | ', search_words_nearly('actions', w, ':A')::text, begun), ''), quote_literal(w)) || ')'
      from (select w, begun, bool_or(begun is not null) over () as telling
        from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w, lateral (select nullif(to_tsquery('swedish', quote_literal(w) || ':*A')::text, '') as begun) s
        where w <> '') words
      where begun is not null or not telling);
    for tries in 1..least(cardinality(each), 2) loop
      wanted := array_to_string(each, case tries when 1 then ' & ' else ' | ' end)::tsquery;
      enough := most * (tries + 1);
      seen := (select count(*) from (select words, id, changed_at, hidden_at, visibility, owner_ids, partner_ids, county_codes from action order by changed_at desc, id desc limit 200) a where a.hidden_at is null and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or org = any (a.owner_ids)
          or a.visibility >= 1 and org = any (a.partner_ids)
          or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator'))) and a.words @@ wanted);
      -- As in action_best_by_text.
      if seen::bigint * seen * every > enough * 10000::bigint then
        near := array(select a.id from (select words, id, changed_at, hidden_at, visibility, owner_ids, partner_ids, county_codes from action order by changed_at desc, id desc limit 600 * enough / seen) a where a.hidden_at is null and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or org = any (a.owner_ids)
          or a.visibility >= 1 and org = any (a.partner_ids)
          or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator'))) and a.words @@ wanted order by a.changed_at desc, a.id desc limit enough);
      end if;
      if cardinality(near) < enough then
        near := array(select a.id from (select a.id, a.changed_at from action a where a.words @@ wanted and a.hidden_at is null and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or org = any (a.owner_ids)
          or a.visibility >= 1 and org = any (a.partner_ids)
          or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator'))) offset 0) a
          order by a.changed_at desc, a.id desc limit enough);
      end if;
      return query select n.id from (select a.id, a.changed_at, word_similarity(given, a.title) as likeness from action a where a.id = any (near) offset 0) n
        where tries = 1 or n.likeness >= 0.5 order by n.likeness desc, n.changed_at desc, n.id desc limit most;
      exit when found;
    end loop;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_neighbours(given text, of_kind text, goals uuid[], places text[], counties text[], groups text[], violence text[], starts date, ends date, except_id uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    -- Asked once: for each row they would cost more than the row.
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    wanted tsquery;
  begin
    if role is null then return; end if;
    -- Any of the words of a title, as their stems.
    select coalesce(nullif(string_agg(to_tsquery('swedish', quote_literal(w))::text, ' | ') filter (where to_tsquery('swedish', quote_literal(w))::text <> ''), ''), '')::tsquery into wanted
      from (select distinct w from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 2 limit 12) words;
    return query
      with seen as materialized (
        select a.id, a.starts_on, a.title, a.words, a.words @@ wanted as worded, a.goal_ids && goals as goal, a.kind = of_kind as kind,
          a.municipality_codes && places as place, a.county_codes && counties as county, a.target_groups && groups or a.forms && violence as subject
        from action a
        where (a.words @@ wanted or a.goal_ids && goals) and a.status in ('planned', 'ongoing', 'paused')
          and (a.ends_on is null or a.ends_on >= coalesce(starts, today()) - 92)
          and (a.starts_on is null or a.starts_on <= coalesce(ends, starts, today()) + 184)
          and a.id is distinct from except_id and a.hidden_at is null and org <> all (a.owner_ids)
          -- As could_read says it, and the policy again after this.
          and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or a.visibility >= 1 and org = any (a.partner_ids)
            or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator')))),
      -- The likest by what is cheap to see; words are weighed among those alone.
      near as (select s.*, 2 * coalesce(s.goal, false)::int + 1.5 * coalesce(s.kind, false)::int + 1.5 * coalesce(s.place, false)::int
          + 0.5 * coalesce(s.county, false)::int + 0.5 * coalesce(s.subject, false)::int as rest from seen s
        where coalesce(s.worded, false)::int + coalesce(s.goal, false)::int + coalesce(s.kind, false)::int + coalesce(s.place, false)::int >= 2
          -- One thing in common is chance, but for nearly the same title where nothing else is said yet.
          or of_kind is null and s.worded and similarity(s.title, given) >= 0.5
        order by 2 * coalesce(s.worded, false)::int + 2 * coalesce(s.goal, false)::int + 1.5 * coalesce(s.kind, false)::int + 1.5 * coalesce(s.place, false)::int
          + 0.5 * coalesce(s.county, false)::int + 0.5 * coalesce(s.subject, false)::int desc, s.starts_on desc nulls last, s.id limit 300),
      weighed as (select n.id, n.starts_on, n.goal, n.rest, greatest(8 * ts_rank(n.words, wanted), 3 * similarity(n.title, given)) as likeness from near n)
      select w.id from weighed w where w.goal or w.likeness >= 0.9 order by w.rest + w.likeness desc, w.starts_on desc nulls last, w.id limit most;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_open_by_goals(given uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select id from action where goal_ids && given and visibility = 4 and hidden_at is null $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_step_stands()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'samverkan'
AS $function$
      begin
        if new.hidden_at is distinct from old.hidden_at or new.step_before is not distinct from old.step_before then
          new.step_before := null;
        end if;
        return new;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_template_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        moved uuid[]; named jsonb;
      begin
        perform require_merge(source, target);
        with templates as (update action_template set organization_id = target where organization_id = source returning id)
        select coalesce(array_agg(id), '{}') into moved from templates;
        select coalesce(jsonb_object_agg(t.id, t.content -> 'partnerIds'), '{}') into named from action_template t where t.content -> 'partnerIds' ? source::text;
        update action_template t set content = jsonb_set(t.content, '{partnerIds}', (
            select jsonb_agg(distinct case x when source::text then target::text else x end) from jsonb_array_elements_text(t.content -> 'partnerIds') x))
          where named ? t.id::text;
        return jsonb_build_object('moved', to_jsonb(moved), 'named', named);
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_template_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        perform require_merge(source, target);
        update action_template set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt -> 'moved') x);
        -- Given other partners since, it keeps them.
        update action_template t set content = jsonb_set(t.content, '{partnerIds}', receipt -> 'named' -> t.id::text)
          where receipt -> 'named' ? t.id::text and t.content -> 'partnerIds' ? target::text
            and jsonb_array_length(t.content -> 'partnerIds') <= jsonb_array_length(receipt -> 'named' -> t.id::text);
        return true;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_terms_carry(target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    p term_proposal := require_term_merge(target, 'decided'); old text := p.code; new text := p.content->>'into';
    field text := case p.vocabulary when 'kind' then 'kind' when 'targetGroup' then 'targetGroups' when 'form' then 'forms' when 'phase' then 'phases' end;
    carried jsonb := '[]'; lines jsonb := '[]'; templates jsonb := '[]';
  begin
    if p.vocabulary = 'kind' then
      with moved as (update action set kind = new, version = version + 1 where kind = old returning id)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', to_jsonb(old), 'after', to_jsonb(new))), '[]') into carried from moved;
    elsif p.vocabulary = 'targetGroup' then
      with held as materialized (select a.id, a.target_groups as before from action a where old = any (a.target_groups)),
        moved as (update action a set target_groups = terms_swapped(h.before, old, new), version = a.version + 1 from held h where a.id = h.id returning a.id, h.before, a.target_groups as after)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', before, 'after', after)), '[]') into carried from moved;
    elsif p.vocabulary = 'form' then
      with held as materialized (select a.id, a.forms as before from action a where old = any (a.forms)),
        moved as (update action a set forms = terms_swapped(h.before, old, new), version = a.version + 1 from held h where a.id = h.id returning a.id, h.before, a.forms as after)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', before, 'after', after)), '[]') into carried from moved;
    elsif p.vocabulary = 'phase' then
      with held as materialized (select a.id, a.phases as before from action a where old = any (a.phases)),
        moved as (update action a set phases = terms_swapped(h.before, old, new), version = a.version + 1 from held h where a.id = h.id returning a.id, h.before, a.phases as after)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', before, 'after', after)), '[]') into carried from moved;
    else
      -- A line that only changes its word is no news of its action: the day it was changed stays.
      create temporary table carried_from on commit drop as select distinct a.id, a.changed_at from action_update u join action a on a.id = u.action_id
        where u.counts @> jsonb_build_array(jsonb_build_object('profession', old));
      with held as materialized (select u.id, u.counts as before from action_update u where u.counts @> jsonb_build_array(jsonb_build_object('profession', old))),
        moved as (update action_update u set counts = professions_swapped(h.before, old, new) from held h where u.id = h.id returning u.id, h.before, u.counts as after)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', before, 'after', after)), '[]') into lines from moved;
      update action a set changed_at = c.changed_at from carried_from c where a.id = c.id;
      drop table carried_from;
    end if;
    if field is not null then
      insert into change_log (area, object_id, level, version, field, before, after)
        select 'actions', a.id, a.visibility, a.version, field, c.before, c.after
        from jsonb_to_recordset(carried) c (id uuid, before jsonb, after jsonb) join action a on a.id = c.id;
      with held as materialized (select t.id, t.content->field as before from action_template t where t.content->field @> to_jsonb(old) or t.content->field = to_jsonb(old)),
        moved as (update action_template t set content = jsonb_set(t.content, array[field], case jsonb_typeof(h.before) when 'array'
            then to_jsonb(terms_swapped(array(select jsonb_array_elements_text(h.before)), old, new)) else to_jsonb(new) end)
          from held h where t.id = h.id returning t.id, h.before, t.content->field as after)
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'before', before, 'after', after)), '[]') into templates from moved;
    end if;
    return jsonb_build_object('actions', carried, 'lines', lines, 'templates', templates);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_terms_put_back(target uuid, receipt jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    p term_proposal := require_term_merge(target, 'undone');
    field text := case p.vocabulary when 'kind' then 'kind' when 'targetGroup' then 'targetGroups' when 'form' then 'forms' when 'phase' then 'phases' end;
  begin
    if field is null then
      create temporary table carried_from on commit drop as select distinct a.id, a.changed_at from jsonb_to_recordset(receipt->'lines') c (id uuid)
        join action_update u on u.id = c.id join action a on a.id = u.action_id;
      update action_update u set counts = c.before from jsonb_to_recordset(receipt->'lines') c (id uuid, before jsonb, after jsonb) where u.id = c.id and u.counts = c.after;
      update action a set changed_at = c.changed_at from carried_from c where a.id = c.id;
      drop table carried_from;
      return;
    end if;
    with back as (
      update action a set version = a.version + 1,
        kind = case when field = 'kind' then c.before#>>'{}' else a.kind end,
        target_groups = case when field = 'targetGroups' then array(select jsonb_array_elements_text(c.before)) else a.target_groups end,
        forms = case when field = 'forms' then array(select jsonb_array_elements_text(c.before)) else a.forms end,
        phases = case when field = 'phases' then array(select jsonb_array_elements_text(c.before)) else a.phases end
      from jsonb_to_recordset(receipt->'actions') c (id uuid, before jsonb, after jsonb)
      where a.id = c.id and c.after = case field when 'kind' then to_jsonb(a.kind) when 'targetGroups' then to_jsonb(a.target_groups)
        when 'forms' then to_jsonb(a.forms) else to_jsonb(a.phases) end
      returning a.id, a.visibility, a.version, c.before, c.after)
    insert into change_log (area, object_id, level, version, field, before, after)
      select 'actions', id, visibility, version, field, after, before from back;
    update action_template t set content = jsonb_set(t.content, array[field], c.before)
      from jsonb_to_recordset(receipt->'templates') c (id uuid, before jsonb, after jsonb) where t.id = c.id and t.content->field = c.after;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_text_hide(target_kind text, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    found_id uuid;
  begin
    select a.id into found_id from action a
      where a.id = case target_kind when 'action' then target else (select u.action_id from action_update u where u.id = target and u.removed_at is null) end
        and a.hidden_at is null and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes)
        and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') for update;
    if found_id is null then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    if target_kind = 'action' then update action set hidden_at = clock_timestamp(), version = version + 1 where id = target;
    else update action_update set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_text_show(target_kind text, target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    if target_kind = 'action' then
      update action set hidden_at = null, version = version + 1, changed_at = clock_timestamp(),
        title = coalesce(clean->>'title', title), description = coalesce(clean->>'description', description),
        responsible_function = case when clean ? 'responsibleFunction' then nullif(clean->>'responsibleFunction', '') else responsible_function end,
        cancel_reason = case when clean ? 'cancelReason' then nullif(clean->>'cancelReason', '') else cancel_reason end,
        partner_names = case when clean ? 'partnerNames' then array(select btrim(n) from regexp_split_to_table(clean->>'partnerNames', '\n') n where btrim(n) <> '') else partner_names end
        where id = target;
    else
      update action_update set hidden_at = null, version = version + 1, done = coalesce(clean->>'done', done),
        effect = case when clean ? 'effect' then nullif(clean->>'effect', '') else effect end, counts = case when clean ? 'sources' then sources_cleaned(counts, clean->>'sources') else counts end where id = target;
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_updated()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update action set changed_at = clock_timestamp(),
      last_update_on = (select max(u.happened_on) from action_update u where u.action_id = new.action_id and u.removed_at is null and u.hidden_at is null)
      where id = new.action_id;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_words_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    now_words text[] := search_words_of(ts_filter(new.words, '{a}'));
  begin
    perform search_words_add('actions', now_words);
    delete from search_word where id in (select s.id from search_word s where s.area = 'actions' and s.word = any (search_words_of(ts_filter(old.words, '{a}')))
        and s.word <> all (now_words) and not exists (select from action a where a.words @@ (quote_literal(s.word) || ':A')::tsquery) for update skip locked);
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.action_words_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if tg_op = 'INSERT' then
      perform search_words_add('actions', array(select distinct w from came, unnest(search_words_of(ts_filter(came.words, '{a}'))) w));
    else
      delete from search_word where id in (select s.id from search_word s where s.area = 'actions'
          and s.word = any (array(select distinct w from went, unnest(search_words_of(ts_filter(went.words, '{a}'))) w))
          and not exists (select from action a where a.words @@ (quote_literal(s.word) || ':A')::tsquery) for update skip locked);
    end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.actions_take_back(asked jsonb)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        gone record;
      begin
        if ctx_org() is null or ctx_user() is null or ctx_role() not in ('coordinator', 'partner', 'county_staff', 'county_admin') then
          raise exception 'Not for this reader.' using errcode = '42501';
        end if;
        for gone in select a.* from action a join jsonb_to_recordset(asked) x (id uuid, version int) on x.id = a.id and x.version = a.version
            where a.owner_ids = array[ctx_org()] and a.hidden_at is null and a.created_at > now() - interval '1 day'
              and not exists (select from change_log l where l.area = 'actions' and l.object_id = a.id and l.user_id is distinct from ctx_user())
              and not exists (select from method_action m where m.action_id = a.id)
              and not exists (select from action_recurrence r where r.former_id = a.id or r.action_id = a.id and r.former_id is null and r.every is not null)
            order by a.id for update of a loop
          begin
            delete from action a where a.id = gone.id;
          exception when foreign_key_violation then
            -- Something has been built on it.
            continue;
          end;
          delete from change_log l where l.area = 'actions' and l.object_id = gone.id;
          insert into event (area, object_id, level, kind, goal_ids, former_level, former_owners, former_partners, former_counties)
            values ('actions', gone.id, gone.visibility, 'action.gone', gone.goal_ids, gone.visibility, gone.owner_ids, gone.partner_ids, gone.county_codes);
          return next gone.id;
        end loop;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.administers(organization uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'samverkan'
AS $function$
        select ctx_role() = 'system_admin' or (ctx_role() = 'county_admin'
          and exists (select 1 from organization_county c where c.organization_id = organization and c.county_code = any(ctx_counties())))
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.api_token_announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin perform pg_notify('samverkan_tokens', new.id::text); return null; end $function$
;

CREATE OR REPLACE FUNCTION samverkan.api_token_make(organization uuid, called text, for_scopes text[], until date, hash bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        made uuid := new_id();
      begin
        if ctx_user() is null or ctx_token() or not coalesce(administers(organization), false)
          or not exists (select from organization o where o.id = organization and o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today())) then
          raise exception 'Not for this reader.' using errcode = '42501';
        end if;
        insert into app_user (id, email, name, disabled_at, disabled_reason) values (made, made || '@token.invalid', called, clock_timestamp(), 'token');
        insert into api_token (id, organization_id, name, scopes, token_hash, last_day, made_by) values (made, organization, called, for_scopes, hash, until, ctx_user());
        return made;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.api_token_name_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    insert into api_token_hidden_name (token_id, name) select t.id, t.name from api_token t
      where t.id = target and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and not ctx_token() and (t.organization_id = ctx_org() or administers(t.organization_id)) on conflict do nothing;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    update api_token set name = '[dold]', name_hidden = true where id = target;
    update app_user set name = '[dold]' where id = target;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.api_token_name_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    called text;
  begin
    if not exists (select from sensitive_text s where s.object_id = target and s.ended_at is null and may_clean(s.owner_ids, s.county_codes, s.only_user)) then raise exception 'Nothing of this is hidden.' using errcode = '42501'; end if;
    delete from api_token_hidden_name h where h.token_id = target returning coalesce(clean->>'name', h.name) into called;
    update api_token set name = called, name_hidden = false where id = target;
    update app_user set name = called where id = target;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.api_token_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        receipt jsonb;
      begin
        perform require_merge(source, target);
        with before as (select id, revoked_at, revoked_by from api_token where organization_id = source),
          moved as (update api_token t set organization_id = target, revoked_at = coalesce(t.revoked_at, clock_timestamp()), revoked_by = case when t.revoked_at is null then ctx_user() else t.revoked_by end
            where t.organization_id = source returning t.id)
        select jsonb_build_object('moved', coalesce(jsonb_agg(b.id), '[]'), 'ended', coalesce(jsonb_agg(b.id) filter (where b.revoked_at is null), '[]')) into receipt
          from before b join moved m on m.id = b.id;
        return receipt;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.api_token_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        perform require_merge(source, target);
        update api_token set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'moved') x);
        update api_token set revoked_at = null, revoked_by = null where organization_id = source and id in (select x::uuid from jsonb_array_elements_text(receipt->'ended') x);
        return true;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assessment_discard(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update assessment a set discarded_at = clock_timestamp(), version = a.version + 1
      where a.id = target and a.signed_at is null and a.discarded_at is null and a.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin');
    return found;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assessment_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with moved as (update assessment set organization_id = target where organization_id = source returning id)
    select coalesce(jsonb_agg(id), '[]') into receipt from moved;
    return receipt;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assessment_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    update assessment set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt) x);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assessment_restore(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update assessment a set discarded_at = null, version = a.version + 1
      where a.id = target and a.signed_at is null and a.discarded_at is not null and a.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and a.hidden_at is null and a.discarded_at > now() - interval '30 days';
    return found;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assessment_sign(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update assessment a set signed_at = clock_timestamp(), changed_at = clock_timestamp(), version = a.version + 1,
      function_title = (select f.title from contact_function f where f.id = a.function_id)
      where a.id = target and a.signed_at is null and a.discarded_at is null and a.hidden_at is null and a.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin');
    return found;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assessment_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update assessment a set hidden_at = clock_timestamp(), version = a.version + 1
      where a.id = target and a.hidden_at is null and a.discarded_at is null and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')
        and (a.organization_id = ctx_org() or a.signed_at is not null);
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assessment_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update assessment a set hidden_at = null, version = a.version + 1, changed_at = clock_timestamp(), reason = coalesce(clean->>'reason', a.reason),
      evidence = case when clean ? 'evidenceTitles' then (
          select coalesce(jsonb_agg(case when e ? 'url' then jsonb_build_object('title', coalesce(nullif(btrim(w.line), ''), 'Underlag'), 'url', e->>'url') else e end order by p.n), '[]')
          from jsonb_array_elements(a.evidence) with ordinality p (e, n)
            left join lateral (select l.line from regexp_split_to_table(clean->>'evidenceTitles', '\n') with ordinality l (line, k)
              where l.k = (select count(*) from jsonb_array_elements(a.evidence) with ordinality q (f, m) where q.m <= p.n and q.f ? 'url')) w on true)
        else a.evidence end
      where a.id = target;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assessments_discarded()
 RETURNS TABLE(id uuid, title text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select a.id, g.number || '. ' || g.title from assessment a join goal g on g.id = a.goal_id
        where a.discarded_at is not null and a.hidden_at is null and a.organization_id = ctx_org()
          and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.assessments_thrown_away()
 RETURNS TABLE(id uuid, title text, goal_id uuid, strategy_id uuid, at timestamp with time zone, taken_by uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select a.id, g.number || '. ' || g.title, g.id, g.strategy_id, a.discarded_at, a.discarded_by from assessment a join goal g on g.id = a.goal_id
    where a.discarded_at is not null and a.signed_at is null and a.hidden_at is null and a.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') $function$
;

CREATE OR REPLACE FUNCTION samverkan.assignment_goals_move(strategy uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    moved integer;
  begin
    perform require_adoption(strategy);
    with carried as (
      insert into assignment_goal (assignment_id, goal_id, organization_id, carried_by)
      select distinct on (l.assignment_id, n.goal) l.assignment_id, n.goal, l.organization_id, strategy
      from goal_succession x join assignment_goal l on l.goal_id = x.old_goal_id join assignment a on a.id = l.assignment_id and a.status <> 'closed'
        left join succession_choice o on o.strategy_id = x.strategy_id and o.old_goal_id = x.old_goal_id and o.area = 'assignments' and o.object_id = l.assignment_id,
        lateral unnest(coalesce(o.new_goal_ids, x.new_goal_ids[1:1])) n (goal)
      where x.strategy_id = strategy order by l.assignment_id, n.goal, l.organization_id
      on conflict do nothing returning 1)
    select count(*) into moved from carried;
    return moved;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assignment_goals_put_back(strategy uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_adoption(strategy);
    if exists (select 1 from assignment_goal l join goal g on g.id = l.goal_id where g.strategy_id = strategy and l.carried_by is distinct from strategy
      and l.tied_at > (select a.adopted_at from strategy_adoption a where a.strategy_id = strategy and a.undone_at is null)) then
      return false;
    end if;
    delete from assignment_goal l where l.carried_by = strategy;
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assignment_is_answered_by(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select ctx_role() in ('county_staff', 'county_admin') and exists (select from assignment a where a.id = target and (a.organization_id = ctx_org() or ctx_org() = any (a.board_ids)))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.assignment_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with kept as (update assignment set organization_id = target where organization_id = source returning id),
      reported as (update assignment_reported r set organization_id = target where organization_id = source
        and not exists (select from assignment_reported t where t.report_id = r.report_id and t.organization_id = target) returning report_id),
      goals as (update assignment_goal set organization_id = target where organization_id = source returning assignment_id, goal_id),
      actions as (update assignment_action set organization_id = target where organization_id = source returning assignment_id, action_id)
    select jsonb_build_object('kept', (select coalesce(jsonb_agg(id), '[]') from kept), 'reported', (select coalesce(jsonb_agg(report_id), '[]') from reported),
      'goals', (select coalesce(jsonb_agg(to_jsonb(g)), '[]') from goals g), 'actions', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from actions t),
      'given', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'boards', a.board_ids)), '[]') from assignment a where source = any (a.board_ids))) into receipt;
    update assignment set board_ids = organization_swapped(board_ids, source, target) where source = any (board_ids);
    return receipt;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assignment_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    if exists (select from jsonb_to_recordset(receipt->'given') as g (id uuid, boards uuid[]) join assignment a on a.id = g.id
      where a.board_ids <> organization_swapped(g.boards, source, target)) then
      return false;
    end if;
    update assignment a set board_ids = g.boards from jsonb_to_recordset(receipt->'given') as g (id uuid, boards uuid[]) where a.id = g.id;
    update assignment set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'kept') x);
    update assignment_reported set organization_id = source where organization_id = target and report_id in (select x::uuid from jsonb_array_elements_text(receipt->'reported') x);
    update assignment_goal l set organization_id = source from jsonb_to_recordset(receipt->'goals') as g (assignment_id uuid, goal_id uuid)
      where l.assignment_id = g.assignment_id and l.goal_id = g.goal_id and l.organization_id = target;
    update assignment_action l set organization_id = source from jsonb_to_recordset(receipt->'actions') as g (assignment_id uuid, action_id uuid)
      where l.assignment_id = g.assignment_id and l.action_id = g.action_id and l.organization_id = target;
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assignment_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update assignment a set hidden_at = clock_timestamp(), version = a.version + 1
      where a.id = target and a.hidden_at is null and could_read(a.visibility, array[a.organization_id], a.board_ids, a.county_codes)
        and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin');
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.assignment_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update assignment set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'title', title),
      text = coalesce(clean->>'assignmentText', text), legal_basis = coalesce(clean->>'legalBasis', legal_basis), reported_to = coalesce(clean->>'reportedTo', reported_to),
      dnr = case when clean ? 'dnr' then nullif(clean->>'dnr', '') else dnr end
      where id = target;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.attachment_by_text(given text, nearly boolean, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  declare
    wanted tsquery := words_wanted(given);
  begin
    return query with readable as not materialized (
        select t.id, t.title, t.created_at from attachment t join action a on a.id = t.action_id
        where t.removed_at is null and t.hidden_at is null and a.hidden_at is null and (t.update_id is null or exists (select from action_update u where u.id = t.update_id and u.removed_at is null and u.hidden_at is null)) and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes)),
      named as (
        select r.id, 0 as place, ts_rank(to_tsvector('swedish', r.title), wanted) as weight, r.created_at from readable r
        where to_tsvector('swedish', r.title) @@ wanted or nearly and word_similarity(given, r.title) >= 0.5
        order by r.created_at desc limit 1000),
      paged as (
        select r.id, 1 as place, ts_rank(g.words, wanted) as weight, r.created_at from attachment_page g join readable r on r.id = g.file_id
        where g.words @@ wanted order by r.created_at desc limit 1000)
      select h.id from (select * from named union all select * from paged) h
        group by h.id order by min(h.place), max(h.weight) desc, max(h.created_at) desc, h.id limit most;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.attachment_line_stands()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform from action_update u where u.id = new.update_id and u.action_id = new.action_id and u.removed_at is null and u.hidden_at is null for share;
    if not found then raise exception 'The line is gone.' using errcode = '23503'; end if;
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.attachment_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    moved uuid[];
  begin
    perform require_merge(source, target);
    with hung as (update attachment set organization_id = target where organization_id = source returning id)
    select coalesce(array_agg(id), '{}') into moved from hung;
    return jsonb_build_object('moved', to_jsonb(moved));
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.attachment_page_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        insert into attachment_page (file_id, page, words)
          select n.file_id, n.page, to_tsvector('swedish', publication_page_text(left(n.words, 150000)))
          from came n join attachment t on t.id = n.file_id;
        return null;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.attachment_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    update attachment set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt -> 'moved') x);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.attachment_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update attachment t set hidden_at = clock_timestamp(), version = t.version + 1 from action a
      where t.id = target and t.removed_at is null and t.hidden_at is null and a.id = t.action_id and a.hidden_at is null and (t.update_id is null or exists (select from action_update u where u.id = t.update_id and u.removed_at is null and u.hidden_at is null))
        and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes) and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin');
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.attachment_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update attachment t set hidden_at = null, version = t.version + 1, title = coalesce(clean ->> 'title', t.title),
      address = case when t.kind = 'link' then coalesce(clean ->> 'address', t.address) end,
      cleaned_at = case when t.kind = 'file' and clean ? 'title' then clock_timestamp() else t.cleaned_at end
      where t.id = target;
    if clean ? 'title' then delete from stored_file f where f.id = target; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.attachments_held(account uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(o.name, x.n, x.first_on, x.last_on) order by o.name), '[]')
      from (select t.organization_id, count(*) as n, min((t.created_at at time zone 'Europe/Stockholm')::date) as first_on,
          max((t.created_at at time zone 'Europe/Stockholm')::date) as last_on
        from attachment t where t.user_id = account and t.removed_at is null group by 1) x join organization o on o.id = x.organization_id);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.attachments_of_line_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    back uuid[] := array(select t.id from attachment t where t.left_line = new.id and t.removed_at = old.removed_at);
  begin
    update attachment set removed_at = case when id = any (back) then null else removed_at end, update_id = new.id, left_line = null, version = version + 1 where left_line = new.id;
    if cardinality(back) > 0 then perform audit_write('action.attachment-added', 'actions', new.action_id, 'done', null, null, back); end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.attachments_of_line()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    hers boolean := (select ctx_org() = any (a.owner_ids) from action a where a.id = new.action_id);
    taken uuid[] := array(select t.id from attachment t where t.update_id = new.id and t.removed_at is null and (hers or t.organization_id = ctx_org()));
  begin
    update attachment set left_line = new.id, removed_at = case when id = any (taken) then new.removed_at else removed_at end, update_id = null, version = version + 1 where update_id = new.id;
    if cardinality(taken) > 0 then perform audit_write('action.attachment-taken-away', 'actions', new.action_id, 'done', null, null, taken); end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.audience_key(level smallint, counties text[], organization uuid)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select md5(level || '|' || array_to_string(counties, ',') || '|' || coalesce(organization::text, ''))::uuid $function$
;

CREATE OR REPLACE FUNCTION samverkan.audit_chain(organization uuid)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select coalesce(organization, '00000000-0000-0000-0000-000000000000') $function$
;

CREATE OR REPLACE FUNCTION samverkan.audit_chained()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    head audit_head;
  begin
    insert into audit_head values (audit_chain(new.organization_id), 0, 0, '') on conflict do nothing;
    select * into head from audit_head h where h.chain = audit_chain(new.organization_id) for update;
    -- Drawn once the chain is held, so that the order of ids is the order of the chain.
    new.id := nextval(pg_get_serial_sequence('audit', 'id'));
    new.at := clock_timestamp();
    new.previous := nullif(head.hash, '');
    new.hash := audit_digest(new);
    update audit_head h set rows = h.rows + 1, last_id = new.id, hash = new.hash where h.chain = head.chain;
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.audit_checked(faults integer, nightly boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        insert into audit_check (rows, faults, nightly) select coalesce(sum(h.rows), 0), $1, $2 from audit_head h
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.audit_digest(a audit)
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
        select sha256(coalesce(a.previous, '') || convert_to((jsonb_build_array(a.id, extract(epoch from a.at)::text, coalesce(a.pseudonym, a.user_id::text),
          a.organization_id, a.role, a.verb, a.area, a.object_id, a.outcome, a.reason)
          || case when a.object_ids is null then '[]'::jsonb else jsonb_build_array(to_jsonb(a.object_ids)) end)::text, 'UTF8')) $function$
;

CREATE OR REPLACE FUNCTION samverkan.audit_faults()
 RETURNS TABLE(chain uuid, id bigint, fault text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    with rows as (
      select audit_chain(a.organization_id) as chain, a.id, a.at, a.previous, a.hash, audit_digest(a) as digest,
        lag(a.hash) over w as expected, lag(a.at) over w as before, row_number() over w as n
      from audit a window w as (partition by audit_chain(a.organization_id) order by a.id)),
    ends as (select r.chain, count(*) as rows, max(r.id) as last_id from rows r group by r.chain)
    select r.chain, r.id, 'content' from rows r where r.hash <> r.digest
    union all select r.chain, r.id, 'link' from rows r where r.previous is distinct from r.expected
    union all select r.chain, r.id, 'time' from rows r where r.at < r.before
    union all select coalesce(h.chain, e.chain), h.last_id, 'tail' from audit_head h full join ends e on e.chain = h.chain
      left join audit a on a.id = h.last_id
      where h.rows is distinct from e.rows or h.last_id is distinct from e.last_id or h.hash is distinct from a.hash
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.audit_people()
 RETURNS TABLE(user_id uuid, pseudonym text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select distinct a.user_id, a.pseudonym from audit a where a.user_id is not null and a.pseudonym is not null
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.audit_seal_write(seal jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    insert into audit_seal (chain, rows, last_id, hash, number, mac)
      values ((seal->>'chain')::uuid, (seal->>'rows')::bigint, (seal->>'last_id')::bigint, decode(seal->>'hash', 'hex'), (seal->>'number')::bigint, seal->>'mac')
    on conflict (chain) do update set rows = excluded.rows, last_id = excluded.last_id, hash = excluded.hash, number = excluded.number,
      mac = excluded.mac, sealed_at = clock_timestamp()
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.audit_sealed()
 RETURNS TABLE(chain uuid, rows bigint, last_id bigint, hash bytea, number bigint, sealed_at timestamp with time zone, mac text, holds boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select s.chain, s.rows, s.last_id, s.hash, s.number, s.sealed_at, s.mac,
      s.chain = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
      or (a.hash = s.hash and audit_chain(a.organization_id) = s.chain
        and s.rows = (select count(*) from audit x where audit_chain(x.organization_id) = s.chain and x.id <= s.last_id))
    from audit_seal s left join audit a on a.id = s.last_id order by s.chain
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.audit_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if current_setting('samverkan.audit_retention', true) is distinct from 'on' then raise exception 'The audit is append-only.'; end if;
    return case tg_op when 'DELETE' then old else new end;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.audit_unsealed()
 RETURNS TABLE(chain uuid, rows bigint, last_id bigint, hash bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select h.chain, h.rows, h.last_id, h.hash from audit_head h left join audit_seal s on s.chain = h.chain
    where h.rows > 0 and (s.last_id is distinct from h.last_id or s.rows is distinct from h.rows or s.hash is distinct from h.hash) order by h.chain
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.audit_write(verb text, area text, object_id uuid, outcome text, reason text DEFAULT NULL::text, who text DEFAULT NULL::text, object_ids uuid[] DEFAULT NULL::uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        insert into audit (at, user_id, organization_id, role, verb, area, object_id, object_ids, outcome, reason, pseudonym, hash)
          values (clock_timestamp(), ctx_user(), ctx_org(), ctx_role(), verb, area, object_id, object_ids, outcome, reason, who, '')
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.calendar_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        receipt jsonb;
      begin
        perform require_merge(source, target);
        with moved as (update calendar_subscription s set organization_id = target where organization_id = source
          and not exists (select from calendar_subscription t where t.user_id = s.user_id and t.organization_id = target) returning user_id)
        select coalesce(jsonb_agg(user_id), '[]') into receipt from moved;
        return receipt;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.calendar_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        perform require_merge(source, target);
        update calendar_subscription set organization_id = source where organization_id = target and user_id in (select x::uuid from jsonb_array_elements_text(receipt) x);
        return true;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.calendar_subscription_of(hash bytea)
 RETURNS TABLE(user_id uuid, organization_id uuid, mine boolean, lang text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        update calendar_subscription s set fetched_on = today() where s.token_hash = hash returning s.user_id, s.organization_id, s.mine, s.lang
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.calendar_subscriptions_erase(account uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if not exists (select 1 from app_user u where u.id = account and u.erased_at is not null)
          and not exists (select 1 from erasure_request r where r.user_id = account and r.done_at is null and r.decision in ('pseudonymise', 'erase')) then
          raise exception 'Nobody has decided this.' using errcode = '42501';
        end if;
        delete from calendar_subscription where user_id = account;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.calendar_subscriptions_held(account uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if account is distinct from ctx_user() and not holds_account(account) then
          raise exception 'Not for this reader.' using errcode = '42501';
        end if;
        return (select coalesce(jsonb_agg(jsonb_build_array(o.name, (s.made_at at time zone 'Europe/Stockholm')::date, s.fetched_on) order by s.made_at), '[]')
          from calendar_subscription s join organization o on o.id = s.organization_id where s.user_id = account);
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.comment_is_to_us(comment uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
    select exists (select from comment_mention m join contact_function f on f.id = m.function_id where m.comment_id = $1 and f.organization_id = ctx_org()) $function$
;

CREATE OR REPLACE FUNCTION samverkan.comment_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    moved jsonb;
  begin
    perform require_merge(source, target);
    with said as (update action_comment set organization_id = target where organization_id = source returning id)
    select coalesce(jsonb_agg(id), '[]') into moved from said;
    return moved;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.comment_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    update action_comment set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt) x);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.comment_place(target uuid)
 RETURNS TABLE(text text, reference text, owner_ids uuid[], partner_ids uuid[], county_codes text[], level smallint, organization_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select c.text, a.reference, a.owner_ids, a.partner_ids, a.county_codes, a.visibility, c.organization_id from action_comment c join action a on a.id = c.action_id
    where c.id = target and (c.hidden_at is null and c.removed_at is null and a.hidden_at is null and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin')
        and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes)
      or exists (select from sensitive_text s where s.object_id = c.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.comment_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update action_comment c set hidden_at = clock_timestamp(), version = c.version + 1 from action a
      where c.id = target and c.hidden_at is null and c.removed_at is null and a.id = c.action_id and a.hidden_at is null
        and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes);
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.comment_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update action_comment c set hidden_at = null, version = c.version + 1, text = coalesce(clean->>'actionComment', c.text) where c.id = target;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.comments_held(account uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(x.name, x.n, x.first_at, x.last_at) order by x.name), '[]')
      from (select o.name, count(*) as n, min(c.created_at) as first_at, max(c.created_at) as last_at from action_comment c join organization o on o.id = c.organization_id
        where c.user_id = account group by o.id, o.name) x);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.commitments_move(strategy uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    moved integer;
  begin
    perform require_adoption(strategy);
    with gone as (
      insert into commitment (goal_id, organization_id, text, starts_on, ends_on, function_id, carried_from, created_by)
      select n.goal, c.organization_id, c.text, c.starts_on, c.ends_on, c.function_id, c.id, ctx_user()
      from goal_succession x join commitment c on c.goal_id = x.old_goal_id
        left join succession_choice o on o.strategy_id = x.strategy_id and o.old_goal_id = x.old_goal_id and o.area = 'commitments' and o.object_id = c.id,
        lateral unnest(coalesce(o.new_goal_ids, x.new_goal_ids[1:1])) n (goal)
      where x.strategy_id = strategy and c.withdrawn_on is null and (c.ends_on is null or c.ends_on >= today())
      on conflict (carried_from, goal_id) do nothing returning 1)
    select count(*) into moved from gone;
    return moved;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.commitments_put_back(strategy uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_adoption(strategy);
    if exists (select 1 from commitment c join goal g on g.id = c.goal_id where g.strategy_id = strategy
      and (c.carried_from is null and c.changed_at > (select a.adopted_at from strategy_adoption a where a.strategy_id = strategy and a.undone_at is null)
        or c.carried_from is not null and c.version > 1)) then
      return false;
    end if;
    delete from commitment c using goal g where g.id = c.goal_id and g.strategy_id = strategy and c.carried_from is not null;
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.connection_ask(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    a action; made uuid;
  begin
    select * into a from action x where x.id = target and x.hidden_at is null for update;
    if a.id is null or coalesce(ctx_role(), '') not in ('coordinator', 'partner', 'county_staff', 'county_admin') or not ctx_org() = any (a.owner_ids) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if a.visibility < 2 or a.status not in ('draft', 'planned', 'ongoing', 'paused') then return 'connection.is-not-shown'; end if;
    if a.connection_asked_on is not null then return 'done'; end if;
    update action x set connection_asked_on = today() where x.id = a.id;
    insert into action_connection (action_id, organization_id, county_codes) values (a.id, ctx_org(), a.county_codes) returning id into made;
    insert into event (area, object_id, level, kind) values ('actions', made, 0, 'connection.asked');
    return 'done';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.connection_forward(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    c action_connection;
  begin
    select * into c from action_connection x where x.id = target for update;
    if c.id is null or coalesce(ctx_role(), '') not in ('county_staff', 'county_admin') or not c.county_codes && ctx_counties() then
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.connection_nudged(target uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select n.organization_id from action_nudge n where n.connection_id = target and n.state = 'open' and ctx_role() is null $function$
;

CREATE OR REPLACE FUNCTION samverkan.connection_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    moved jsonb;
  begin
    perform require_merge(source, target);
    with asked as (update action_connection set organization_id = target where organization_id = source returning id),
      nudged as (update action_nudge set organization_id = target where organization_id = source returning id)
    select jsonb_build_object('asked', (select coalesce(jsonb_agg(id), '[]') from asked), 'nudged', (select coalesce(jsonb_agg(id), '[]') from nudged)) into moved;
    return moved;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.connection_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    update action_connection set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'asked') x);
    update action_nudge set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'nudged') x);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultation_comment_hidden(invitation uuid, goal uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select exists (select from consultation_comment m join consultation_invitation i on i.id = m.invitation_id
          where i.id = $1 and m.goal_id is not distinct from $2 and m.hidden_at is not null and i.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin'))
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultation_comment_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        update consultation_comment m set hidden_at = clock_timestamp(), version = m.version + 1,
            hidden_draft = (select d.text from consultation_draft d where d.invitation_id = m.invitation_id and d.goal_id is not distinct from m.goal_id)
          from consultation_invitation i
          where m.id = target and m.hidden_at is null and i.id = m.invitation_id and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')
            and (i.organization_id = ctx_org() or i.consultation_id in (select consultations_kept())
              or i.sent_at is not null and i.consultation_id in (select consultations_shown()));
        if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
        update consultation_draft d set text = '', version = d.version + 1 from consultation_comment m
          where m.id = target and d.invitation_id = m.invitation_id and d.goal_id is not distinct from m.goal_id;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultation_comment_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
          raise exception 'Nothing of this is hidden.' using errcode = '42501';
        end if;
        update consultation_draft d set text = coalesce(clean->>'commentDraft', m.hidden_draft, ''), none = coalesce(clean->>'commentDraft', m.hidden_draft, '') = '' and d.goal_id is not null,
            version = d.version + 1 from consultation_comment m
          where m.id = target and d.invitation_id = m.invitation_id and d.goal_id is not distinct from m.goal_id and d.text = '';
        update consultation_response set reason = clean->>'reason', version = version + 1 where comment_id = target and clean ? 'reason';
        update change_log l set before = case when l.before is null then null else '"[borttaget]"'::jsonb end, after = case when l.after is null then null else '"[borttaget]"'::jsonb end
          from consultation_comment m where m.id = target and clean ? 'comment' and l.object_id = m.invitation_id and l.field = coalesce(m.goal_id::text, 'whole');
        update consultation_comment m set hidden_at = null, hidden_draft = null, version = m.version + 1, changed_at = clock_timestamp(),
            text = coalesce(clean->>'comment', m.text), none = coalesce(clean->>'comment', m.text) = '' and m.goal_id is not null
          where m.id = target;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultation_end(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update consultation c set closed_at = clock_timestamp(), version = c.version + 1, changed_at = clock_timestamp() from strategy s
      where c.id = target and c.closed_at is null and s.id = c.strategy_id and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    if not found then return false; end if;
    update strategy s set status = 'draft', version = s.version + 1, changed_at = clock_timestamp() from consultation c
      where c.id = target and s.id = c.strategy_id and s.status = 'in_consultation';
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultation_invited_party(invitation uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select i.organization_id from consultation_invitation i join consultation c on c.id = i.consultation_id where i.id = $1 and c.closed_at is null
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultation_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with asking as (update consultation set organization_id = target where organization_id = source returning id),
      invited as (update consultation_invitation i set organization_id = target where organization_id = source
      and not exists (select from consultation_invitation t where t.consultation_id = i.consultation_id and t.organization_id = target) returning id)
    select jsonb_build_object('asking', (select coalesce(jsonb_agg(id), '[]') from asking), 'invited', (select coalesce(jsonb_agg(id), '[]') from invited)) into receipt;
    return receipt;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultation_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    update consultation set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'asking') x);
    update consultation_invitation set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'invited') x);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultation_remind_due()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    return query update consultation_invitation i set reminded_on = today(), reminder_days = d.days
      from consultation c join strategy s on s.id = c.strategy_id, lateral (select case when c.last_day - today() <= 2 then 2 else 7 end as days) d
      where i.consultation_id = c.id and c.closed_at is null and s.status = 'in_consultation' and c.last_day - today() between 0 and 7
        and i.sent_at is null and coalesce(i.reminder_days, 100) > d.days and i.reminded_on is distinct from today()
        and (i.invited_at at time zone 'Europe/Stockholm')::date < today()
      returning i.id;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultation_remind(target uuid, named uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    return query update consultation_invitation i set reminded_on = today() from consultation c join strategy s on s.id = c.strategy_id
      where i.consultation_id = target and c.id = target and c.closed_at is null and s.status = 'in_consultation'
        and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind)
        and i.sent_at is null and i.reminded_on is distinct from today() and i.organization_id = any (named)
      returning i.id;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultation_reopen(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update consultation c set closed_at = null, version = c.version + 1, changed_at = clock_timestamp() from strategy s
      where c.id = target and c.closed_at is not null and s.id = c.strategy_id and s.status = 'draft' and s.discarded_at is null
        and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    if not found then return false; end if;
    return consultation_start(target);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultation_start(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update strategy s set status = 'in_consultation', version = s.version + 1, changed_at = clock_timestamp() from consultation c
      where c.id = target and c.closed_at is null and s.id = c.strategy_id and s.status = 'draft' and s.discarded_at is null
        and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    return found;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultation_withdraw(target uuid, party uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    delete from consultation_invitation i using consultation c, strategy s
      where i.consultation_id = target and i.organization_id = party and i.begun_at is null and i.sent_at is null and c.id = i.consultation_id and c.closed_at is null
        and s.id = c.strategy_id and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    return found;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultations_invited()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select i.consultation_id from consultation_invitation i where i.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultations_kept()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select c.id from consultation c join strategy s on s.id = c.strategy_id where keeps_strategy(s.kept_by, s.owner_organization_id, s.kind)
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.consultations_shown()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select c.id from consultation c join consultation_invitation i on i.consultation_id = c.id
    where c.closed_at is not null and c.shows_answers and i.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_about(text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select id from contact_function where subjects && $1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_audience(level smallint, owner uuid, counties text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select distinct m.organization_id from membership m
    where m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and m.role <> 'system_admin' and (
      m.organization_id = owner or level >= 3
      or level = 2 and m.role in ('coordinator', 'county_staff', 'county_admin')
        and exists (select 1 from organization_county c where c.organization_id = m.organization_id and c.county_code = any (counties)))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_by_text(given text[], within text[], tolerant boolean)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    wanted tsquery[];
    ranking tsquery;
    patterns text[];
    tests text;
  begin
    select array_agg((coalesce(nullif(to_tsquery('swedish', quote_literal(w) || ':*')::text, '') || ' | ', '') || coalesce(nullif(to_tsquery('simple', quote_literal(w) || ':*')::text, ''), quote_literal(w))
          || coalesce(case when tolerant then ' | ' || search_words_nearly('contacts', w, '')::text end, ''))::tsquery order by at),
        array_agg('%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%' order by at),
        string_agg(format('(s.words @@ ($1)[%1$s] or s.folded like ($2)[%1$s])', at), ' and ')
      into wanted, patterns, tests from unnest(given) with ordinality as t (w, at);
    select string_agg('(' || q::text || ')', ' | ')::tsquery into ranking from unnest(wanted) q;
    return query execute format('select s.function_id from contact_search s where %s%s order by ts_rank(s.words, $5) desc, s.title collate "sv-SE-x-icu", s.function_id',
        case when within is null then '' else 's.counties && (''{00}'' || $4) and ' end, tests)
      using wanted, patterns, given, within, ranking;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_confirm(hash bytea)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        found_id uuid;
        f contact_function;
      begin
        select x into found_id from contact_letter_for(hash) x;
        if found_id is null then return; end if;
        update contact_letter set used_at = clock_timestamp() where function_id = found_id and used_at is null;
        update contact_function c set verified_on = today(), asked_on = null, reminders = 0, version = c.version + 1, changed_at = clock_timestamp(),
            next_verification_on = (today() + case when o.kind = 'civil_society' then interval '3 months' else interval '6 months' end)::date
          from organization o where o.id = c.organization_id and c.id = found_id returning c.* into f;
        insert into change_log (area, object_id, level, version, field, user_id, organization_id)
          values ('contacts', f.id, f.visibility, f.version, 'verified', '00000000-0000-7000-8000-000000000000', f.organization_id);
        insert into event (area, object_id, level, kind, organization_id) values ('contacts', f.id, f.visibility, 'contact.verified', f.organization_id);
        return next found_id;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_declining(hashes bytea[])
 RETURNS SETOF bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select distinct r.mailbox_hash from contact_refusal r
    where r.mailbox_hash = any (hashes) and ctx_role() is not null and (r.organization_id is null or r.organization_id = ctx_org())
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_due()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select f.id from contact_function f
        where f.retired_on is null and f.hidden_at is null and f.mailbox is not null and f.next_verification_on <= today() + 14
          and (f.asked_on is null or f.asked_on <= today() - 14 and f.reminders < 2)
        order by f.next_verification_on, f.id
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_fields_since(contact uuid, seen integer)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select distinct field from change_log where area = 'contacts' and object_id = contact and version > seen
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_group_fields_since(given uuid, seen integer)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        with one as (select g.id, g.version from contact_group g where g.id = given and g.organization_id = ctx_org()),
          since as (select l.field, l.version from one join change_log l on l.object_id = one.id and l.area = 'contacts' and l.version > seen)
        select field from since
        union select 'created' from one where (select count(distinct s.version) from since s) < one.version - seen
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_group_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        moved uuid[];
      begin
        perform require_merge(source, target);
        with groups as (update contact_group set organization_id = target where organization_id = source returning id)
        select coalesce(array_agg(id), '{}') into moved from groups;
        return to_jsonb(moved);
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_group_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        perform require_merge(source, target);
        update contact_group set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt) x);
        return true;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_guest_comes()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    asked contact_invitation;
    f contact_function;
    present contact_holder;
    guest text;
    open_name text;
    told boolean := false;
  begin
    select * into asked from contact_invitation i where i.invitation_id = new.id;
    if not found then return null; end if;
    select * into f from contact_function c where c.id = asked.function_id and c.organization_id = new.organization_id and c.retired_on is null for update;
    if not found then return null; end if;
    select u.name into guest from app_user u where u.id = new.used_by;
    select * into present from contact_holder h where h.function_id = f.id and not h.deputy and h.valid_from <= today() and (h.valid_to is null or h.valid_to >= today());
    if exists (select 1 from contact_holder_name n where n.holder_id = present.id and n.user_id = new.used_by)
      or exists (select 1 from contact_inside_name i where i.holder_id = present.id and i.user_id = new.used_by) then return null; end if;
    if present.id is not null and not asked.takes_over then
      if exists (select 1 from contact_holder_name n where n.holder_id = present.id and n.user_id is not null)
        or exists (select 1 from contact_inside_name i where i.holder_id = present.id and i.user_id is not null) then return null; end if;
      update contact_holder set version = version + 1 where id = present.id;
      select n.name into open_name from contact_holder_name n where n.holder_id = present.id;
      told := open_name is distinct from guest and open_name is not null;
      if open_name is null then
        insert into contact_inside_name (holder_id, function_id, organization_id, name, user_id) values (present.id, f.id, f.organization_id, guest, new.used_by)
          on conflict (holder_id) do update set name = excluded.name, user_id = excluded.user_id;
      else
        update contact_holder_name set name = guest, user_id = new.used_by where holder_id = present.id;
      end if;
    else
      -- Somebody who began today is set right by hand, not succeeded.
      if present.valid_from = today() then return null; end if;
      update contact_holder set valid_to = today() - 1, version = version + 1 where id = present.id;
      insert into contact_holder (function_id, organization_id, valid_from, valid_to)
        select f.id, f.organization_id, today(), min(h.valid_from) - 1 from contact_holder h where h.function_id = f.id and not h.deputy and h.valid_from > today()
        returning * into present;
      insert into contact_inside_name (holder_id, function_id, organization_id, name, user_id) values (present.id, f.id, f.organization_id, guest, new.used_by);
      told := true;
    end if;
    if told then
      update contact_function c set version = c.version + 1, changed_at = clock_timestamp() where c.id = f.id returning c.* into f;
      insert into change_log (area, object_id, level, version, field, user_id, organization_id)
        values ('contacts', f.id, f.visibility, f.version, 'holder', '00000000-0000-7000-8000-000000000000', f.organization_id);
      insert into event (area, object_id, level, kind, organization_id) values ('contacts', f.id, f.visibility, 'contact.holder-appointed', f.organization_id);
    end if;
    perform audit_write('contact.holder-appointed', 'contacts', f.id, 'done', 'by-invitation', null, null);
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_in_counties(text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select function_id from contact_search where counties && ('{00}' || $1) $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_in_municipalities(text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select function_id from contact_search where places && $1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_letter_for(hash bytea)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select l.function_id from contact_letter l join contact_function f on f.id = l.function_id
        where l.token_hash = hash and l.used_at is null and l.expires_at > now() and f.retired_on is null and f.hidden_at is null
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_name_in_one_place()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if tg_table_name = 'contact_inside_name' then delete from contact_holder_name where holder_id = new.holder_id;
    else delete from contact_inside_name where holder_id = new.holder_id; end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_names_erase(account uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if not exists (select 1 from app_user u where u.id = account and u.erased_at is not null)
          and not exists (select 1 from erasure_request r where r.user_id = account and r.done_at is null and r.decision in ('pseudonymise', 'erase')) then
          raise exception 'Nobody has decided this.' using errcode = '42501';
        end if;
        delete from contact_holder_name where user_id = account;
        delete from contact_inside_name where user_id = account;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_names_follow()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update contact_holder_name set name = new.name where user_id = new.id;
    update contact_inside_name set name = new.name where user_id = new.id;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        moved uuid[];
        aside jsonb;
        receipt jsonb;
      begin
        perform require_merge(source, target);
        with functions as (update contact_function set organization_id = target, version = version + 1 where organization_id = source returning id)
        select coalesce(array_agg(id), '{}') into moved from functions;
        update contact_holder set organization_id = target where function_id = any (moved);
        update contact_inside_name set organization_id = target where function_id = any (moved);
        insert into change_log (area, object_id, level, version, field, before, after)
          select 'contacts', f.id, f.visibility, f.version, 'organizationId', to_jsonb(source), to_jsonb(target) from contact_function f where f.id = any (moved);
        insert into event (area, object_id, level, kind, goal_ids) select 'contacts', f.id, f.visibility, 'contact.changed', '{}' from contact_function f where f.id = any (moved);
        -- What the one had open in handovers, and had told of others' functions, is the other's to go on with.
        with handed as (update handover set organization_id = target where organization_id = source returning id),
          items as (update handover_item i set organization_id = target from handed where i.handover_id = handed.id and i.organization_id = source),
          told as (update contact_report set organization_id = target where organization_id = source returning id)
        select jsonb_build_object('handovers', (select coalesce(jsonb_agg(id), '[]') from handed),
          'reports', (select coalesce(jsonb_agg(id), '[]') from told)) into aside;
        select aside || jsonb_build_object('functions', coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'version', f.version)), '[]')) into receipt
          from contact_function f where f.id = any (moved);
        return receipt;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        moved uuid[] := array(select (x->>'id')::uuid from jsonb_array_elements(receipt->'functions') x);
      begin
        perform require_merge(source, target);
        if exists (select 1 from jsonb_array_elements(receipt->'functions') x left join contact_function f on f.id = (x->>'id')::uuid
          where f.version is distinct from (x->>'version')::int) then
          return false;
        end if;
        update contact_function set organization_id = source, version = version + 1 where id = any (moved);
        update contact_holder set organization_id = source where function_id = any (moved);
        update contact_inside_name set organization_id = source where function_id = any (moved);
        update handover set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'handovers') x);
        update handover_item set organization_id = source where organization_id = target and handover_id in (select x::uuid from jsonb_array_elements_text(receipt->'handovers') x);
        update contact_report set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'reports') x);
        insert into change_log (area, object_id, level, version, field, before, after)
          select 'contacts', f.id, f.visibility, f.version, 'organizationId', to_jsonb(target), to_jsonb(source) from contact_function f where f.id = any (moved);
        insert into event (area, object_id, level, kind, goal_ids) select 'contacts', f.id, f.visibility, 'contact.changed', '{}' from contact_function f where f.id = any (moved);
        return true;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_owner_of(contact uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select f.organization_id from contact_function f where f.id = contact
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_personal_data(account uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(case when f.hidden_at is null then f.title else '[dold]' end, o.name, h.valid_from, h.valid_to) order by h.valid_from), '[]')
      from contact_holder h join contact_function f on f.id = h.function_id join organization o on o.id = f.organization_id
      where exists (select 1 from contact_holder_name n where n.holder_id = h.id and n.user_id = account)
        or account = ctx_user() and exists (select 1 from contact_inside_name i where i.holder_id = h.id and i.user_id = account));
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_refusal_of(hash bytea, sender uuid)
 RETURNS TABLE(name text, sender_refused boolean, all_refused boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select o.name, exists (select 1 from contact_refusal r where r.mailbox_hash = hash and r.organization_id = sender),
      exists (select 1 from contact_refusal r where r.mailbox_hash = hash and r.organization_id is null)
    from organization o where o.id = sender
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_refuse(hash bytea, sender uuid, refused boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if refused then insert into contact_refusal (mailbox_hash, organization_id) values (hash, sender) on conflict do nothing;
    else delete from contact_refusal r where r.mailbox_hash = hash and r.organization_id is not distinct from sender; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_report_tells(report uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        about uuid := (select r.function_id from contact_report r where r.id = report and r.user_id = ctx_user() and r.organization_id = ctx_org());
      begin
        perform from contact_function f where f.id = about for no key update;
        update contact_report mine set told_at = clock_timestamp() where mine.id = report and mine.function_id = about and not exists (select from contact_report r
          where r.function_id = about and r.id <> report and r.told_at is not null and r.resolved_at is null and r.hidden_at is null);
        return found;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_search_function()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin perform contact_search_refresh(array[new.id]); return null; end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_search_holder()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin perform contact_search_refresh(array[coalesce(new.function_id, old.function_id)]); return null; end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_search_organization()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin perform contact_search_refresh(array(select f.id from contact_function f where f.organization_id = new.id)); return null; end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_search_refresh(ids uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    insert into contact_search (function_id, title, counties, places, words, folded)
    select f.id, f.title, case when f.county_codes = '{}' then '{00}' else f.county_codes end, p.codes,
      setweight(to_tsvector('swedish', f.title) || to_tsvector('simple', f.title), 'A')
        || setweight(to_tsvector('swedish', s.words) || to_tsvector('simple', s.words), 'B')
        || setweight(to_tsvector('simple', o.search || ' ' || p.names || ' ' || h.names), 'C'),
      organization_fold(concat_ws(' ', f.title, s.words, p.names, h.names)) || ' ' || o.search
    from contact_function f join organization o on o.id = f.organization_id
      cross join lateral (
        select coalesce(array_agg(m.code), '{}') as codes, coalesce(string_agg(m.name, ' '), '') || coalesce((
          select ' ' || string_agg(c.short_name, ' ') from county c where c.code = any (f.county_codes)), '') as names
        from municipality m where case when f.municipality_codes = '{}' then m.county_code = any (f.county_codes) else m.code = any (f.municipality_codes) end) p
      cross join lateral (select coalesce(string_agg(x.words, ' '), '') as words from contact_subject x where x.code = any (f.subjects)) s
      cross join lateral (
        select coalesce(string_agg(n.name, ' '), '') as names from contact_holder_name n join contact_holder c on c.id = n.holder_id
        where n.function_id = f.id and (c.valid_to is null or c.valid_to >= today())) h
    where f.id = any (ids)
    on conflict (function_id) do update set title = excluded.title, counties = excluded.counties, places = excluded.places, words = excluded.words, folded = excluded.folded
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_search_tidy()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        past uuid[];
      begin
        past := array(select distinct h.function_id from contact_holder h join contact_holder_name n on n.holder_id = h.id
          where h.valid_to between today() - 8 and today() - 1);
        perform contact_search_refresh(past);
        return query select unnest(past);
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_sending_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if not exists (select 1 from contact_sending s where s.id = target and s.hidden_at is null and s.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')) then
          raise exception 'Not for this reader.' using errcode = '42501';
        end if;
        update contact_sending_recipient r set state = 'failed', reason = 'hidden', settled_at = clock_timestamp()
          where r.state = 'waiting' and r.sending_id in (select contact_sendings_alike(target));
        -- The demo's own mailboxes are a page here.
        if to_regclass('demo_mail') is not null then
          update demo_mail m set subject = '[dold]', text = '[dold]' from contact_sending s where s.id = target and m.subject like s.subject || '%';
        end if;
        update contact_sending set hidden_at = clock_timestamp() where id in (select contact_sendings_alike(target)) and hidden_at is null;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_sending_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    moved uuid[];
  begin
    perform require_merge(source, target);
    with sendings as (update contact_sending set organization_id = target where organization_id = source returning id)
    select coalesce(array_agg(id), '{}') into moved from sendings;
    update contact_sending_recipient set organization_id = target where sending_id = any (moved);
    insert into contact_refusal (mailbox_hash, organization_id) select r.mailbox_hash, target from contact_refusal r where r.organization_id = source
      on conflict do nothing;
    return to_jsonb(moved);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_sending_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    moved uuid[] := array(select x::uuid from jsonb_array_elements_text(receipt) x);
  begin
    perform require_merge(source, target);
    update contact_sending set organization_id = source where organization_id = target and id = any (moved);
    update contact_sending_recipient set organization_id = source where organization_id = target and sending_id = any (moved);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_sending_settle(recipient uuid, outcome text, why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if ctx_role() is not null then raise exception 'Only the job does this.' using errcode = '42501'; end if;
    update contact_sending_recipient r set state = outcome, reason = why, settled_at = clock_timestamp() where r.id = recipient and r.state = 'waiting';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_sending_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
          raise exception 'Nothing of this is hidden.' using errcode = '42501';
        end if;
        -- Words whose time has gone stay gone.
        update contact_sending set hidden_at = null, subject = case when subject is not null then coalesce(clean->>'subject', subject) end,
            text = case when text is not null then coalesce(clean->>'messageText', text) end
          where id in (select contact_sendings_alike(target));
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_sending_waits(recipient uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if ctx_role() is not null then raise exception 'Only the job does this.' using errcode = '42501'; end if;
        return not exists (select 1 from contact_sending_recipient r where r.id = recipient and r.reason = 'hidden');
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_sendings_alike(target uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'samverkan'
AS $function$
        with recursive up as (select id, again_of from contact_sending where id = target union select s.id, s.again_of from contact_sending s join up on s.id = up.again_of),
          down as (select id from up union select s.id from contact_sending s join down on s.again_of = down.id)
        select id from down
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_sendings_expire()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if ctx_role() is not null then raise exception 'Only the job does this.' using errcode = '42501'; end if;
    update contact_sending_recipient r set state = 'failed', reason = 'expired', settled_at = clock_timestamp()
      from contact_sending s where s.id = r.sending_id and r.state = 'waiting' and s.sent_at < now() - interval '26 hours';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_sendings_of(account uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(x.name, x.n, x.first_on, x.last_on) order by x.name), '[]') from (
      select o.name, count(*) as n, min((s.sent_at at time zone 'Europe/Stockholm')::date) as first_on, max((s.sent_at at time zone 'Europe/Stockholm')::date) as last_on
      from contact_sending s join organization o on o.id = s.organization_id where s.sent_by = account group by o.name) x);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_sendings_today()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform pg_advisory_xact_lock(hashtextextended('contact_sending:' || ctx_user(), 0));
    return (select count(*) from contact_sending s where s.sent_by = ctx_user() and (s.sent_at at time zone 'Europe/Stockholm')::date = today());
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_text_hide(target_kind text, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    found_id uuid;
  begin
    if ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') then
      if target_kind = 'report' then
        select r.id into found_id from contact_report r join contact_function f on f.id = r.function_id
          where r.id = target and r.hidden_at is null and f.hidden_at is null
            and (keeps_contact(r.function_id) or r.user_id = ctx_user() and r.organization_id = ctx_org()) for update of r;
      else
        select f.id into found_id from contact_function f
          where f.id = target and f.hidden_at is null and could_read(f.visibility, array[f.organization_id], '{}', f.county_codes) for update;
      end if;
    end if;
    if found_id is null then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    if target_kind = 'report' then
      update contact_report set hidden_at = clock_timestamp() where id = target;
    else
      update contact_function set hidden_at = clock_timestamp(), version = version + 1 where id = target;
      update action set responsible_function = null where responsible_function_id = target;
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_text_show(target_kind text, target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    old_title text;
    new_title text;
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    if target_kind = 'report' then
      update contact_report set hidden_at = null, text = coalesce(clean->>'text', text) where id = target;
      return;
    end if;
    select f.title into old_title from contact_function f where f.id = target for update;
    update contact_function set hidden_at = null, version = version + 1, changed_at = clock_timestamp(),
      title = coalesce(clean->>'title', title), note = coalesce(clean->>'note', note),
      mailbox = case when clean ? 'mailbox' then nullif(clean->>'mailbox', '') else mailbox end,
      phone = case when clean ? 'phone' then nullif(clean->>'phone', '') else phone end
      where id = target returning title into new_title;
    if clean ? 'holderNames' then
      delete from contact_holder_name n where n.function_id = target
        and n.name <> all (array(select btrim(x) from regexp_split_to_table(clean->>'holderNames', '\n') x));
    end if;
    update action set responsible_function = new_title where responsible_function_id = target;
    if new_title <> old_title then
      update change_log c set before = case when before = to_jsonb(old_title) then '"[borttaget]"' else before end,
        after = case when after = to_jsonb(old_title) then '"[borttaget]"' else after end
        where c.area = 'actions' and c.field = 'responsibleFunction' and (c.before = to_jsonb(old_title) or c.after = to_jsonb(old_title))
          and c.object_id in (select a.id from action a where a.responsible_function_id = target
            union select l.object_id from change_log l where l.area = 'actions' and l.field = 'responsibleFunctionId' and to_jsonb(target::text) in (l.before, l.after));
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_words_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    old_words text[] := '{}'; now_words text[] := '{}';
  begin
    if tg_op <> 'DELETE' then now_words := array(select distinct w from came, unnest(search_words_of(came.words)) w); end if;
    if tg_op <> 'INSERT' then old_words := array(select distinct w from went, unnest(search_words_of(went.words)) w); end if;
    perform search_words_add('contacts', now_words);
    delete from search_word where id in (select s.id from search_word s where s.area = 'contacts' and s.word = any (old_words)
        and s.word <> all (now_words) and not exists (select from contact_search c where c.words @@ quote_literal(s.word)::tsquery) for update skip locked);
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.contact_written_to(contact uuid, mailbox bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if not keeps_contact(contact) then raise exception 'Not for this reader.' using errcode = '42501'; end if;
        perform from contact_function f where f.id = contact for no key update;
        return exists (select from contact_letter l where l.function_id = contact and coalesce(l.mailbox_hash, mailbox) = mailbox and l.sent_at > now() - interval '1 day');
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_brings(target uuid)
 RETURNS TABLE(municipality_codes text[], goal_ids uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select case when p.id is not null then p.municipality_codes
        when o.kind = 'municipality' then array(select m.municipality_code from organization_municipality m where m.organization_id = o.id order by 1) else '{}' end,
      coalesce(p.goal_ids, '{}')
    from action_cooperation c join action a on a.id = c.action_id join organization o on o.id = c.organization_id
      left join action p on p.id = c.own_action_id and c.closes_own and p.hidden_at is null
    where c.id = target and c.role = 'owner' and (c.organization_id = ctx_org() or ctx_org() = any (a.owner_ids)) and ctx_role() <> 'system_admin'
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_ends()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    with ended as (update action_cooperation c set state = 'withdrawn', answered_at = clock_timestamp(), version = c.version + 1
      where c.action_id = new.id and c.state = 'open' returning c.id)
    insert into event (area, object_id, level, kind) select 'actions', e.id, 0, 'cooperation.withdrawn' from ended e;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_join(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    c action_cooperation; a action; b action; own action; ended action; places text[]; goals uuid[];
  begin
    select * into c from action_cooperation x where x.id = target and x.hidden_at is null for update;
    -- In the order of their ids, so that two who join one another's wait for each other.
    perform from action x where x.id in (c.action_id, c.own_action_id) order by x.id for update;
    select * into b from action x where x.id = c.action_id and x.hidden_at is null;
    if b.id is null or coalesce(ctx_role(), '') not in ('coordinator', 'partner', 'county_staff', 'county_admin')
      or not (case c.kind when 'invitation' then c.organization_id = ctx_org() when 'proposal' then ctx_org() = any (b.owner_ids) else false end) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if c.state <> 'open' then return 'cooperation.is-answered'; end if;
    if b.status not in ('draft', 'planned', 'ongoing', 'paused') then return 'cooperation.action-is-over'; end if;
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
    select * into own from action x where x.id = c.own_action_id and c.closes_own and x.id <> b.id and x.hidden_at is null and x.status in ('draft', 'planned', 'ongoing', 'paused')
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_kept(given action)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'samverkan'
AS $function$
    select jsonb_object_agg(k, v) from jsonb_each(to_jsonb(given)) e (k, v) where k in ('id', 'status', 'status_since', 'paused_from', 'paused_from_since',
      'owner_ids', 'partner_ids', 'municipality_codes', 'county_codes', 'goal_ids', 'responsible_function_id')
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_leave(target uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    a action; b action; made uuid; owned boolean;
  begin
    select * into b from action x where x.id = target and x.hidden_at is null for update;
    owned := ctx_org() = any (b.owner_ids);
    if b.id is null or coalesce(ctx_role(), '') not in ('coordinator', 'partner', 'county_staff', 'county_admin') or not (owned or b.visibility >= 1 and ctx_org() = any (b.partner_ids)) then
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with twice as (update action_cooperation c set state = 'withdrawn', answered_at = clock_timestamp(), version = c.version + 1 from action a
        where a.id = c.action_id and c.state = 'open' and c.organization_id = source and (array[source, target] && a.owner_ids
          or exists (select from action_cooperation t where t.action_id = c.action_id and t.organization_id = target and t.state = 'open')) returning c.id)
    select jsonb_build_object('twice', coalesce(jsonb_agg(id), '[]')) into receipt from twice;
    with joined as (update action_cooperation set organization_id = target where organization_id = source returning id)
    select receipt || jsonb_build_object('joined', coalesce(jsonb_agg(id), '[]')) into receipt from joined;
    with asked as (update action_cooperation set from_organization_id = target where from_organization_id = source returning id)
    select receipt || jsonb_build_object('asked', coalesce(jsonb_agg(id), '[]')) into receipt from asked;
    return receipt;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    update action_cooperation set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text($3->'joined') x);
    update action_cooperation set from_organization_id = source where from_organization_id = target and id in (select x::uuid from jsonb_array_elements_text($3->'asked') x);
    update action_cooperation set state = 'open', answered_at = null, version = version + 1 where id in (select x::uuid from jsonb_array_elements_text($3->'twice') x) and state = 'withdrawn';
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_place(target uuid)
 RETURNS TABLE(reference text, owner_ids uuid[], county_codes text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select a.reference, a.owner_ids, a.county_codes from action_cooperation c join action a on a.id = c.action_id
    where c.id = target and (c.hidden_at is null and (c.organization_id = ctx_org() or ctx_org() = any (a.owner_ids))
      or exists (select from sensitive_text s where s.object_id = c.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_reaches(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select exists (select from action_cooperation c left join action a on a.id = c.action_id,
        unnest(case when c.kind = 'proposal' then a.owner_ids else array[c.organization_id] end) o (id)
      where c.id = target and o.id <> ctx_org()
        and case when c.kind = 'proposal' then c.organization_id = ctx_org() else ctx_org() = any (a.owner_ids) end
        and (exists (select from contact_function f where f.id = c.function_id and f.organization_id = o.id and f.retired_on is null and f.hidden_at is null and f.mailbox is not null)
          or exists (select from membership m join app_user u on u.id = m.user_id where m.organization_id = o.id and m.role in ('coordinator', 'partner', 'county_staff', 'county_admin')
            and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and u.disabled_at is null))) $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_subject(target uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select jsonb_build_object('id', a.id, 'title', a.title, 'description', a.description, 'kind', a.kind, 'status', a.status, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
      'ownerIds', to_jsonb(a.owner_ids), 'municipalityCodes', to_jsonb(a.municipality_codes), 'visibility', a.visibility,
      'readable', could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes))
    from action_cooperation c join action a on a.id = c.action_id
    where c.id = target and a.hidden_at is null and ctx_role() <> 'system_admin'
      and (could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes) or c.organization_id = ctx_org() and c.state = 'open')
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update action_cooperation c set hidden_at = clock_timestamp(), version = c.version + 1 from action a
      where c.id = target and c.hidden_at is null and a.id = c.action_id and a.hidden_at is null and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin')
        and (c.organization_id = ctx_org() or ctx_org() = any (a.owner_ids));
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update action_cooperation c set hidden_at = null, version = c.version + 1, message = coalesce(clean->>'message', c.message),
      answer = case when clean ? 'answer' then nullif(clean->>'answer', '') else c.answer end where c.id = target;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_title(target uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select a.title from action_cooperation c join action a on a.id = c.action_id
    where c.id = target and a.hidden_at is null and ctx_role() <> 'system_admin'
      and (could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes) or c.organization_id = ctx_org() and c.state = 'open')
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_traced(before action, after action, what text, who uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperation_undo(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    c action_cooperation; a action; b action; was action; own action; ended action;
  begin
    select * into c from action_cooperation x where x.id = target and x.hidden_at is null for update;
    perform from action x where x.id in (c.action_id, c.own_action_id) order by x.id for update;
    select * into b from action x where x.id = c.action_id and x.hidden_at is null;
    if b.id is null or coalesce(ctx_role(), '') not in ('coordinator', 'partner', 'county_staff', 'county_admin') or not (
      case when c.kind = 'proposal' and c.state in ('accepted', 'declined') then c.organization_id <> ctx_org() and ctx_org() = any (b.owner_ids)
        when c.kind = 'invitation' and c.state = 'withdrawn' then ctx_org() = any (b.owner_ids)
        else c.organization_id = ctx_org() end) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if c.state = 'open' then return 'cooperation.nothing-to-undo'; end if;
    if c.answered_at < clock_timestamp() - interval '1 day' then return 'cooperation.too-late-to-undo'; end if;
    if c.state in ('declined', 'withdrawn') then
      if b.status not in ('draft', 'planned', 'ongoing', 'paused') then return 'cooperation.action-is-over'; end if;
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.cooperations_told(days integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    update action_cooperation c set told_on = today() where c.state = 'open'
      and (c.kind = 'invitation' and c.organization_id = ctx_org()
        or c.kind = 'proposal' and exists (select from action a where a.id = c.action_id and ctx_org() = any (a.owner_ids)))
      and today() - (coalesce(c.reminded_at, c.asked_at) at time zone 'Europe/Stockholm')::date >= days and (c.told_on is null or c.told_on <= today() - days) $function$
;

CREATE OR REPLACE FUNCTION samverkan.could_read(level smallint, owners uuid[], partners uuid[], counties text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
    select level = 4 or ctx_role() <> 'system_admin' and (
      level = 3 or ctx_org() = any (owners) or level >= 1 and ctx_org() = any (partners)
      or counties && ctx_counties() and (level >= 1 and ctx_role() in ('county_staff', 'county_admin') or level = 2 and ctx_role() = 'coordinator'))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.coverage_apply(changes coverage_change[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    insert into goal_set (id, goal_ids)
      select distinct on (1) goal_set_key(c.goal_ids), c.goal_ids from unnest(changes) c where c.change > 0 order by 1 on conflict do nothing;
    insert into audience (id, level, county_codes, organization_id)
      select distinct on (1) audience_key(c.level, c.county_codes, c.organization_id), c.level, c.county_codes, c.organization_id
      from unnest(changes) c where c.change > 0 order by 1 on conflict do nothing;
    insert into coverage as kept (audience_id, goal_set_id, place, status, count)
      select audience_key(c.level, c.county_codes, c.organization_id), goal_set_key(c.goal_ids), c.place, c.status, c.change from unnest(changes) c order by 1, 2, 3, 4
      on conflict (audience_id, goal_set_id, place, status) do update set count = kept.count + excluded.count;
    if exists (select 1 from unnest(changes) c where c.change < 0) then
      delete from coverage k using unnest(changes) c
        where k.audience_id = audience_key(c.level, c.county_codes, c.organization_id) and k.goal_set_id = goal_set_key(c.goal_ids)
          and k.place = c.place and k.status = c.status and k.count = 0;
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.coverage_faults()
 RETURNS TABLE(goal_ids uuid[], level smallint, county_codes text[], organization_id uuid, place text, status text, kept integer, counted integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    with kept as (
      select s.goal_ids, u.level, u.county_codes, u.organization_id, c.place, c.status, c.count
      from coverage c join audience u on u.id = c.audience_id join goal_set s on s.id = c.goal_set_id),
    counted as (
      select k.*, a.status, count(*)::int as n from action a
        cross join lateral coverage_keys(a.goal_ids, a.municipality_codes, a.visibility, a.county_codes, a.owner_ids, a.partner_ids) k
      where a.hidden_at is null group by k.goal_ids, k.level, k.county_codes, k.organization_id, k.place, a.status)
    select coalesce(k.goal_ids, a.goal_ids), coalesce(k.level, a.level), coalesce(k.county_codes, a.county_codes), coalesce(k.organization_id, a.organization_id),
      coalesce(k.place, a.place), coalesce(k.status, a.status), k.count, a.n
    from kept k full join counted a on (a.goal_ids, a.level, a.county_codes, coalesce(a.organization_id::text, ''), a.place, a.status)
      = (k.goal_ids, k.level, k.county_codes, coalesce(k.organization_id::text, ''), k.place, k.status)
    where k.count is distinct from a.n $function$
;

CREATE OR REPLACE FUNCTION samverkan.coverage_keeps()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    changes coverage_change[];
  begin
    if tg_op = 'INSERT' then
      select array_agg((x.goal_ids, x.level, x.county_codes, x.organization_id, x.place, x.status, x.n)::coverage_change) into changes from (
        select k.*, a.status, count(*)::int as n from new_actions a
          cross join lateral coverage_keys(a.goal_ids, a.municipality_codes, a.visibility, a.county_codes, a.owner_ids, a.partner_ids) k
        where a.hidden_at is null group by k.goal_ids, k.level, k.county_codes, k.organization_id, k.place, a.status) x;
    elsif tg_op = 'DELETE' then
      select array_agg((x.goal_ids, x.level, x.county_codes, x.organization_id, x.place, x.status, x.n)::coverage_change) into changes from (
        select k.*, a.status, -count(*)::int as n from old_actions a
          cross join lateral coverage_keys(a.goal_ids, a.municipality_codes, a.visibility, a.county_codes, a.owner_ids, a.partner_ids) k
        where a.hidden_at is null group by k.goal_ids, k.level, k.county_codes, k.organization_id, k.place, a.status) x;
    else
      select array_agg((x.goal_ids, x.level, x.county_codes, x.organization_id, x.place, x.status, x.n)::coverage_change) into changes from (
        select k.*, a.status, sum(a.n)::int as n from (
            select o.*, -1 as n from old_actions o join new_actions n on n.id = o.id
              where (o.status, o.visibility, o.goal_ids, o.municipality_codes, o.county_codes, o.owner_ids, o.partner_ids, o.hidden_at is null)
                is distinct from (n.status, n.visibility, n.goal_ids, n.municipality_codes, n.county_codes, n.owner_ids, n.partner_ids, n.hidden_at is null)
            union all
            select n.*, 1 from new_actions n join old_actions o on o.id = n.id
              where (o.status, o.visibility, o.goal_ids, o.municipality_codes, o.county_codes, o.owner_ids, o.partner_ids, o.hidden_at is null)
                is distinct from (n.status, n.visibility, n.goal_ids, n.municipality_codes, n.county_codes, n.owner_ids, n.partner_ids, n.hidden_at is null)) a
          cross join lateral coverage_keys(a.goal_ids, a.municipality_codes, a.visibility, a.county_codes, a.owner_ids, a.partner_ids) k
        where a.hidden_at is null group by k.goal_ids, k.level, k.county_codes, k.organization_id, k.place, a.status having sum(a.n) <> 0) x;
    end if;
    if changes is not null then perform coverage_apply(changes); end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.coverage_keys(goals uuid[], places text[], visibility smallint, counties text[], owners uuid[], partners uuid[])
 RETURNS TABLE(goal_ids uuid[], level smallint, county_codes text[], organization_id uuid, place text)
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select s.goal_ids, visibility, c.county_codes, o.organization_id, p.place
    from (select array(select distinct g from unnest(goals) g order by g) as goal_ids) s,
      (select case when visibility >= 3 then '{}' else array(select distinct x from unnest(counties) x order by x) end as county_codes) c,
      (select null::uuid as organization_id union select x from unnest(owners) x where visibility <= 2
        union select x from unnest(partners) x where visibility between 1 and 2) o,
      (select '*' as place union select x from unnest(places) x union select '-' where places = '{}') p
    where goals <> '{}'
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.coverage_sets(goals uuid[])
 RETURNS TABLE(id uuid, goal_ids uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select s.id, s.goal_ids from goal_set s where s.goal_ids && goals $function$
;

CREATE OR REPLACE FUNCTION samverkan.ctx_counties()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
        select string_to_array(coalesce(nullif(current_setting('samverkan.counties', true), ''), ''), ',') $function$
;

CREATE OR REPLACE FUNCTION samverkan.ctx_org()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('samverkan.org', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION samverkan.ctx_purging()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('samverkan.purging', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION samverkan.ctx_role()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('samverkan.role', true), '') $function$
;

CREATE OR REPLACE FUNCTION samverkan.ctx_token()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('samverkan.token', true), '') = 'on' $function$
;

CREATE OR REPLACE FUNCTION samverkan.ctx_user()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('samverkan.user', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION samverkan.digests_due(hour integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select u.id from app_user u left join notice_choice c on c.user_id = u.id
        where u.disabled_at is null and not u.sealed
          and (case when c.user_id is null then 7 else c.digest_hour end) = hour
          and exists (select 1 from membership m where m.user_id = u.id and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())
            and not exists (select 1 from digest_mark d where d.user_id = u.id and d.organization_id = m.organization_id and d.sent_on >= today()))
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.disk_has_room()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
 SET work_mem TO '64kB'
AS $function$
      begin
        perform count(*) from (
          with spilled as materialized (select repeat(md5(n::text), 32) as filler from generate_series(1, 1000) n)
          select a.filler from spilled a) x;
        return true;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.event_announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin perform pg_notify('samverkan_events', ''); return null; end $function$
;

CREATE OR REPLACE FUNCTION samverkan.function_of_member(person uuid, organization uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select m.title from membership m where ctx_role() is not null and m.user_id = person and m.organization_id = organization
      order by m.valid_to desc nulls first, m.valid_from desc limit 1
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.goal_branch_delete(branch uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    delete from goal_link l where l.goal_id = any (branch) or l.frame_goal_id = any (branch);
    -- A way that led to one of them lacks its goal, as it has since the goal was taken away.
    update goal_succession x set new_goal_ids = array(select n from unnest(x.new_goal_ids) with ordinality u (n, at) where n <> all (branch) order by at) where x.new_goal_ids && branch;
    delete from succession_choice x where x.new_goal_ids && branch and x.new_goal_ids <@ branch;
    update succession_choice x set new_goal_ids = array(select n from unnest(x.new_goal_ids) with ordinality u (n, at) where n <> all (branch) order by at) where x.new_goal_ids && branch;
    delete from goal g where g.id = any (branch);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.goal_may_go(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    with recursive branch as (select target as id union select g.id from goal g join branch b on g.parent_id = b.id)
    select not exists (select from branch b where exists (select from goal g where g.id = b.id and g.removed_at is null)
      or exists (select from action_goal x where x.goal_id = b.id) or exists (select from assessment x where x.goal_id = b.id)
      or exists (select from assignment_goal x where x.goal_id = b.id) or exists (select from commitment x where x.goal_id = b.id)
      or exists (select from consultation_comment x where x.goal_id = b.id) or exists (select from consultation_draft x where x.goal_id = b.id)
      or exists (select from goal_succession x where x.old_goal_id = b.id) or exists (select from succession_choice x where x.old_goal_id = b.id)
      or exists (select from goal_link x join goal g on g.id = x.goal_id where x.frame_goal_id = b.id and g.removed_at is null)
      or exists (select from strategy_hidden_text x where x.object_id = b.id)) $function$
;

CREATE OR REPLACE FUNCTION samverkan.goal_remove(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    of uuid;
  begin
    select g.strategy_id into of from goal g join strategy s on s.id = g.strategy_id
      where g.id = target and g.removed_at is null and s.discarded_at is null and s.status in ('draft', 'in_consultation', 'proposed')
        and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    if of is null then return false; end if;
    -- One moment for the whole branch, so that it comes back as it went.
    with recursive branch as (select target as id union select g.id from goal g join branch b on g.parent_id = b.id where g.removed_at is null)
    update goal set removed_at = now(), version = version + 1 where id in (select id from branch);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.goal_restore(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    went timestamptz;
  begin
    select g.removed_at into went from goal g join strategy s on s.id = g.strategy_id left join goal p on p.id = g.parent_id
      where g.id = target and g.removed_at > now() - interval '30 days' and p.removed_at is null and s.discarded_at is null and s.status in ('draft', 'in_consultation', 'proposed')
        and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind);
    if went is null then return false; end if;
    with recursive branch as (select target as id union select g.id from goal g join branch b on g.parent_id = b.id where g.removed_at = went)
    update goal set removed_at = null, version = version + 1 where id in (select id from branch);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.goal_set_key(goal_ids uuid[])
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select md5(array_to_string(goal_ids, ','))::uuid $function$
;

CREATE OR REPLACE FUNCTION samverkan.goals_before(goals uuid[])
 RETURNS TABLE(goal_id uuid, before_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
    with recursive line (goal_id, before_id) as (
      select g, g from unnest(goals) g
      union select l.goal_id, x.old_goal_id from line l join goal_succession x on l.before_id = any (x.new_goal_ids) join strategy s on s.id = x.strategy_id
        where s.status in ('adopted', 'superseded', 'repealed'))
    select * from line
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.goals_succeeded(goals uuid[], rules jsonb, chosen jsonb)
 RETURNS uuid[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
    select coalesce(array_agg(goal order by place, turn), '{}') from (
      select distinct on (n.goal) n.goal, o.place, n.turn
      from unnest(goals) with ordinality o (goal, place),
        lateral (select coalesce(nullif(coalesce(chosen->(o.goal::text), rules->(o.goal::text)), '[]'), to_jsonb(array[o.goal])) as into) x,
        lateral (select e::uuid as goal, t as turn from jsonb_array_elements_text(x.into) with ordinality y (e, t)) n
      order by n.goal, o.place, n.turn) z
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.goals_that_serve(frame_goals uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
AS $function$
    with recursive below as (
      select g.id from goal g where g.id = any (frame_goals) union select g.id from goal g join below b on g.parent_id = b.id)
    select b.id from below b union select l.goal_id from goal_link l join below b on l.frame_goal_id = b.id $function$
;

CREATE OR REPLACE FUNCTION samverkan.goals_thrown_away()
 RETURNS TABLE(id uuid, strategy_id uuid, title text, place text, at timestamp with time zone, taken_by uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select g.id, s.id, g.title, s.short_title, g.removed_at, g.removed_by from goal g join strategy s on s.id = g.strategy_id left join goal p on p.id = g.parent_id
    where g.removed_at is not null and p.removed_at is null and s.discarded_at is null and s.status in ('draft', 'in_consultation', 'proposed')
      and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind) $function$
;

CREATE OR REPLACE FUNCTION samverkan.handover_begins()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if new.deputy then return null; end if;
    if new.valid_to is not null and (tg_op = 'UPDATE' and new.valid_to is distinct from old.valid_to or new.valid_to < today() and new.valid_to >= today() - 30) then
      if tg_op = 'UPDATE' and old.valid_to is not null then
        update handover h set left_on = new.valid_to where h.function_id = new.function_id and h.left_on = old.valid_to
          and not exists (select 1 from handover other where other.function_id = new.function_id and other.left_on = new.valid_to);
      end if;
      insert into handover (function_id, organization_id, left_on)
        select f.id, f.organization_id, new.valid_to from contact_function f where f.id = new.function_id and f.retired_on is null
        on conflict (function_id, left_on) do nothing;
      -- What was left undecided by who held it before is part of this one: no piece stands on two screens.
      update handover h set settled_at = l.opened_at from handover l
        where l.function_id = new.function_id and l.left_on = new.valid_to and h.function_id = l.function_id and h.left_on < l.left_on and h.settled_at is null;
    elsif tg_op = 'UPDATE' and new.valid_to is null and old.valid_to is not null then
      update handover h set settled_at = null from handover l
        where l.function_id = new.function_id and l.left_on = old.valid_to and h.function_id = l.function_id and h.settled_at = l.opened_at
          and not exists (select 1 from handover_item i where i.handover_id = l.id);
      delete from handover h where h.function_id = new.function_id and h.left_on = old.valid_to
        and not exists (select 1 from handover_item i where i.handover_id = h.id);
    end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.handover_hold(which uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        perform from handover h where h.id = which and (h.organization_id = ctx_org()
          or exists (select from handover_item i where i.handover_id = h.id and i.asked_on is not null and i.county_codes && ctx_counties())) for update;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.handover_is_given_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        perform from handover h where h.id = new.handover_id for update;
        update handover h set settled_at = null where h.id = new.handover_id and not exists (select from handover l where l.function_id = h.function_id and l.left_on > h.left_on);
        return null;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.handover_open_due()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare opened integer;
  begin
    insert into handover (function_id, organization_id, left_on)
      select f.id, f.organization_id, h.valid_to from contact_holder h join contact_function f on f.id = h.function_id
      where not h.deputy and h.valid_to < today() and h.valid_to >= today() - 30 and f.retired_on is null
      on conflict (function_id, left_on) do nothing;
    get diagnostics opened = row_count;
    return opened;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.holds_account(account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select ctx_role() in ('county_admin', 'system_admin') and looks_after_wholly(account)
      and exists (select 1 from membership m where m.user_id = account and administers(m.organization_id)
        and (m.role not in ('system_admin', 'national_reader') or ctx_role() = 'system_admin'))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.holds_phrase(given jsonb, phrases text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select exists (select 1 from jsonb_path_query(given, 'strict $.**') v, unnest(phrases) p
      where jsonb_typeof(v) = 'string' and position(lower(p) in lower(v #>> '{}')) > 0)
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_answerable(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select exists (select from offer_hosting h join offer o on o.id = h.offer_id
        join membership m on m.organization_id = h.organization_id join app_user u on u.id = m.user_id
      where h.id = target and (h.organization_id = ctx_org() or ctx_org() = any (o.host_ids)) and m.role in ('coordinator', 'partner', 'county_staff', 'county_admin')
        and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and u.disabled_at is null) $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_counties(hosts uuid[])
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'samverkan'
AS $function$
    select coalesce(array_agg(distinct c.county_code order by c.county_code), '{}') from organization_county c where c.organization_id = any (hosts) $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_ends()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    with ended as (update offer_hosting h set state = 'withdrawn', answered_at = clock_timestamp(), version = h.version + 1
      where h.offer_id = new.id and h.state = 'open' and (new.status not in ('draft', 'open', 'closed') or h.organization_id = any (new.host_ids)) returning h.id)
    insert into event (area, object_id, level, kind) select 'learning', e.id, 0, 'hosting.withdrawn' from ended e;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_join(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    h offer_hosting; a offer; b offer;
  begin
    perform from offer x where x.id = (select y.offer_id from offer_hosting y where y.id = target) for update;
    select * into h from offer_hosting x where x.id = target and x.hidden_at is null for update;
    select * into b from offer x where x.id = h.offer_id and x.hidden_at is null;
    if b.id is null or coalesce(ctx_role(), '') not in ('coordinator', 'partner', 'county_staff', 'county_admin') or h.kind <> 'invitation' or h.organization_id <> ctx_org() then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if h.state <> 'open' then return 'cooperation.is-answered'; end if;
    if b.status not in ('draft', 'open', 'closed') then return 'hosting.is-over'; end if;
    update offer_hosting x set state = 'accepted', answered_at = clock_timestamp(), version = x.version + 1, receipt = jsonb_build_object('version', b.version + 1)
      where x.id = target;
    update offer x set version = x.version + 1, changed_at = clock_timestamp(), host_ids = x.host_ids || h.organization_id,
      county_codes = hosting_counties(x.host_ids || h.organization_id) where x.id = b.id returning x.* into a;
    perform hosting_traced(b, a, 'joined', h.organization_id);
    return 'done';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_leave(target uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    a offer; b offer; rest uuid[]; heir uuid; made uuid; answers boolean;
  begin
    select * into b from offer x where x.id = target and x.hidden_at is null for update;
    if b.id is null or coalesce(ctx_role(), '') not in ('coordinator', 'partner', 'county_staff', 'county_admin') or not ctx_org() = any (b.host_ids) then
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    -- The trainings before the questions, as whoever answers does it: a merge and an answer at once wait for each other.
    perform from offer o where o.id in (select h.offer_id from offer_hosting h where h.organization_id in (source, target) or h.from_organization_id = source) order by o.id for update;
    with twice as (update offer_hosting h set state = 'withdrawn', answered_at = clock_timestamp(), version = h.version + 1, receipt = '{"twice": true}' from offer o
        where o.id = h.offer_id and h.state = 'open' and (h.organization_id in (source, target) and array[source, target] && o.host_ids
          or h.organization_id = source and exists (select from offer_hosting t where t.offer_id = h.offer_id and t.organization_id = target and t.state = 'open' and t.hidden_at is null)) returning h.id, h.offer_id, h.organization_id),
      told as (insert into event (area, object_id, level, kind) select 'learning', t.id, 0, 'hosting.merged' from twice t),
      noted as (insert into change_log (area, object_id, level, version, field, before, after)
        select 'learning', t.offer_id, 0, 0, 'withdrawn', null, to_jsonb(g.name) from twice t join organization g on g.id = t.organization_id)
    select jsonb_build_object('twice', coalesce(jsonb_agg(id), '[]')) into receipt from twice;
    with joined as (update offer_hosting set organization_id = target where organization_id = source returning id)
    select receipt || jsonb_build_object('joined', coalesce(jsonb_agg(id), '[]')) into receipt from joined;
    with asked as (update offer_hosting set from_organization_id = target where from_organization_id = source returning id)
    select receipt || jsonb_build_object('asked', coalesce(jsonb_agg(id), '[]')) into receipt from asked;
    return receipt;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    update offer_hosting set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text($3->'joined') x);
    update offer_hosting set from_organization_id = source where from_organization_id = target and id in (select x::uuid from jsonb_array_elements_text($3->'asked') x);
    -- One whose training has ended meanwhile, or that has been asked anew, stays as it is.
    with again as (update offer_hosting h set state = 'open', answered_at = null, receipt = null, version = h.version + 1 from offer o
      where o.id = h.offer_id and o.status in ('draft', 'open', 'closed') and h.id in (select x::uuid from jsonb_array_elements_text($3->'twice') x) and h.state = 'withdrawn'
        and not exists (select from offer_hosting t where t.offer_id = h.offer_id and t.organization_id = h.organization_id and t.state = 'open' and t.hidden_at is null) returning h.id)
    insert into event (area, object_id, level, kind) select 'learning', a.id, 0, 'hosting.reopened' from again a;
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_place(target uuid)
 RETURNS TABLE(reference text, owner_ids uuid[], county_codes text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select o.changed_at::date::text, o.host_ids, o.county_codes from offer_hosting h join offer o on o.id = h.offer_id
    where h.id = target and (h.hidden_at is null and (h.organization_id = ctx_org() or ctx_org() = any (o.host_ids))
      or exists (select from sensitive_text s where s.object_id = h.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_reaches(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select exists (select from offer_hosting h join offer o on o.id = h.offer_id
      where h.id = target and ctx_org() = any (o.host_ids)
        and (exists (select from contact_function f where f.id = h.function_id and f.organization_id = h.organization_id and f.retired_on is null and f.hidden_at is null and f.mailbox is not null)
          or hosting_answerable(h.id))) $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_subject(target uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select jsonb_build_object('id', o.id, 'title', o.title, 'description', o.description, 'subject', o.subject, 'kind', o.kind, 'status', o.status, 'hostIds', to_jsonb(o.host_ids),
      'sessions', (select coalesce(jsonb_agg(jsonb_build_object('day', s.day, 'lastDay', s.last_day, 'place', s.place) order by s.day, s.from_time, s.id), '[]')
        from (select * from offer_session x where x.offer_id = o.id order by x.day, x.from_time, x.id limit 20) s),
      'readable', could_read(o.level, o.host_ids, '{}', o.county_codes))
    from offer_hosting h join offer o on o.id = h.offer_id
    where h.id = target and o.hidden_at is null and ctx_role() <> 'system_admin'
      and (could_read(o.level, o.host_ids, '{}', o.county_codes) or h.organization_id = ctx_org() and h.state = 'open')
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_take_out(target uuid, who uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    a offer; b offer; rest uuid[];
  begin
    select * into b from offer x where x.id = target and x.hidden_at is null for update;
    if b.id is null or coalesce(ctx_role(), '') not in ('coordinator', 'partner', 'county_staff', 'county_admin') or not ctx_org() = any (b.host_ids) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if not who = any (b.host_ids) then return 'hosting.holds-no-more'; end if;
    if not who = any (hosting_unasked(target)) then return 'hosting.has-said-yes'; end if;
    rest := array_remove(b.host_ids, who);
    update offer x set version = x.version + 1, changed_at = clock_timestamp(), host_ids = rest, county_codes = hosting_counties(rest),
      function_id = case when exists (select from contact_function f where f.id = x.function_id and f.organization_id = who) then null else x.function_id end
      where x.id = target returning x.* into a;
    perform hosting_traced(b, a, 'takenOut', who);
    return 'done';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update offer_hosting h set hidden_at = clock_timestamp(), version = h.version + 1 from offer o
      where h.id = target and h.hidden_at is null and o.id = h.offer_id and o.hidden_at is null and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin')
        and (h.organization_id = ctx_org() or ctx_org() = any (o.host_ids));
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    -- Asked anew while it was hidden: the new question stands.
    update offer_hosting h set state = 'withdrawn', answered_at = clock_timestamp() where h.id = target and h.state = 'open' and exists (select from offer_hosting t
      where t.offer_id = h.offer_id and t.organization_id = h.organization_id and t.state = 'open' and t.hidden_at is null and t.id <> h.id);
    update offer_hosting h set hidden_at = null, version = h.version + 1, message = coalesce(clean->>'message', h.message),
      answer = case when clean ? 'answer' then nullif(clean->>'answer', '') else h.answer end where h.id = target;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_title(target uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select o.title from offer_hosting h join offer o on o.id = h.offer_id
    where h.id = target and o.hidden_at is null and ctx_role() <> 'system_admin'
      and (could_read(o.level, o.host_ids, '{}', o.county_codes) or h.organization_id = ctx_org() and h.state = 'open')
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_traced(before offer, after offer, what text, who uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    insert into change_log (area, object_id, level, version, field, before, after)
      values ('learning', after.id, before.level, after.version, what, null, to_jsonb((select g.name from organization g where g.id = who)));
    insert into event (area, object_id, level, kind) values ('learning', after.id, before.level, 'offer.' || what);
    -- Whoever no longer sees it is told that it is gone.
    if what in ('left', 'takenOut') then
      insert into event (area, object_id, level, kind, former_level, former_owners, former_partners, former_counties)
        values ('learning', after.id, before.level, 'offer.gone', before.level, before.host_ids, '{}', before.county_codes);
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_unasked(target uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select coalesce(array_agg(w.id order by w.place), '{}') from offer o cross join lateral unnest(o.host_ids) with ordinality w (id, place)
    where o.id = target and o.hidden_at is null and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and ctx_org() = any (o.host_ids) and w.id not in (o.organization_id, ctx_org())
      and not exists (select from offer_hosting h where h.offer_id = o.id and h.organization_id = w.id and h.state = 'accepted') $function$
;

CREATE OR REPLACE FUNCTION samverkan.hosting_undo(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    h offer_hosting; a offer; b offer; now_hosts uuid[];
  begin
    perform from offer x where x.id = (select y.offer_id from offer_hosting y where y.id = target) for update;
    select * into h from offer_hosting x where x.id = target and x.hidden_at is null for update;
    select * into b from offer x where x.id = h.offer_id and x.hidden_at is null;
    if b.id is null or coalesce(ctx_role(), '') not in ('coordinator', 'partner', 'county_staff', 'county_admin')
      or not (case when h.state = 'withdrawn' then ctx_org() = any (b.host_ids) else h.organization_id = ctx_org() end) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if h.state = 'open' then return 'cooperation.nothing-to-undo'; end if;
    if h.receipt ? 'twice' then return 'hosting.has-moved-on'; end if;
    if h.answered_at < clock_timestamp() - interval '1 day' then return 'cooperation.too-late-to-undo'; end if;
    if h.state in ('declined', 'withdrawn') then
      if b.status not in ('draft', 'open', 'closed') then return 'hosting.is-over'; end if;
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.hostings_declined()
 RETURNS TABLE(id uuid, title text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select h.id, o.title from offer_hosting h join offer o on o.id = h.offer_id
    where h.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and h.state = 'declined' and h.answered_at >= clock_timestamp() - interval '1 day'
      and h.hidden_at is null and o.hidden_at is null
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.hostings_told(days integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    update offer_hosting h set told_on = today() where h.state = 'open' and h.organization_id = ctx_org()
      and today() - (coalesce(h.reminded_at, h.asked_at) at time zone 'Europe/Stockholm')::date >= days and (h.told_on is null or h.told_on <= today() - days) $function$
;

CREATE OR REPLACE FUNCTION samverkan.housekeeping()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    delete from sign_in_limit where expire < extract(epoch from now()) * 1000;
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.identity_announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        perform pg_notify('samverkan_identity', coalesce(to_jsonb(new), to_jsonb(old)) ->> (case tg_table_name when 'app_user' then 'id' else 'user_id' end));
        return null;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.keeps_contact(contact uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'samverkan'
AS $function$
        select ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and exists (select 1 from contact_function f where f.id = contact
          and (f.organization_id = ctx_org() or f.visibility >= 2 and ctx_role() in ('county_staff', 'county_admin') and f.county_codes && ctx_counties()))
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.keeps_organization(given uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'samverkan'
AS $function$
    select exists (select 1 from organization o where o.id = given and o.merged_into_id is null and (
      (ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and (o.id = ctx_org() or o.registrar_id = ctx_org()))
      or (ctx_role() in ('county_staff', 'county_admin')
        and exists (select 1 from organization_county c where c.organization_id = o.id and c.county_code = any (ctx_counties())))
      or (ctx_role() = 'system_admin' and not exists (select 1 from organization_county c where c.organization_id = o.id))))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.keeps_strategy(kept_by uuid, owner uuid, kind text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
    select coalesce(kept_by, owner) = (select ctx_org()) and (select ctx_role()) = any (case
      when kind in ('national_strategy', 'action_programme', 'policy_goals') then array['county_admin']
      when kind = 'local_plan' then array['coordinator', 'county_staff', 'county_admin']
      else array['county_staff', 'county_admin'] end)
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.looks_after_wholly(account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select not exists (select 1 from membership m where m.user_id = account and (m.valid_to is null or m.valid_to >= today())
          and not (administers(m.organization_id) and (m.role not in ('system_admin', 'national_reader') or ctx_role() = 'system_admin')))
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.may_answer_consultation(invitation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select exists (select from consultation_invitation i join consultation c on c.id = i.consultation_id join strategy s on s.id = c.strategy_id
      where i.id = $1 and i.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and c.closed_at is null and s.status = 'in_consultation'
        and (i.sent_at is null or today() <= c.last_day))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.may_assess(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and exists (select from goal g join strategy s on s.id = g.strategy_id where g.id = target
      and s.status in ('adopted', 'superseded') and (s.owner_organization_id = ctx_org() or g.responsible_organization_id = ctx_org()
        or s.county_codes && ctx_counties() and ctx_role() in ('county_staff', 'county_admin')
        or exists (select from signatory y where y.strategy_id = s.id and y.organization_id = ctx_org() and y.withdrawn_on is null)))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.may_clean(owners uuid[], counties text[], only_one uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select case when only_one is null then may_purge(owners, counties)
      else only_one = ctx_user() and ctx_org() = any (owners) and coalesce(ctx_role(), 'system_admin') <> 'system_admin' end $function$
;

CREATE OR REPLACE FUNCTION samverkan.may_purge(owners uuid[], counties text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select (ctx_org() = any (owners) and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin'))
      or (ctx_role() = 'county_admin' and counties && ctx_counties()) $function$
;

CREATE OR REPLACE FUNCTION samverkan.membership_ends_holders()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if new.valid_to is null or exists (select 1 from membership m where m.user_id = new.user_id and m.organization_id = new.organization_id
      and m.id <> new.id and (m.valid_to is null or m.valid_to > new.valid_to)) then return null; end if;
    update contact_holder h set valid_to = greatest(h.valid_from, new.valid_to), version = h.version + 1
      from contact_function f
      where f.id = h.function_id and f.organization_id = new.organization_id and (h.valid_to is null or h.valid_to > new.valid_to)
        and exists (select 1 from contact_holder_name n where n.holder_id = h.id and n.user_id = new.user_id
          union all select 1 from contact_inside_name i where i.holder_id = h.id and i.user_id = new.user_id);
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.membership_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.membership_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    update membership m set valid_to = (x->>'to')::date from jsonb_array_elements(receipt->'ended') x where m.id = (x->>'id')::uuid;
    update membership set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'moved') x);
    update invitation set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'invited') x);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.merges_organization(given uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'samverkan'
AS $function$
    select (ctx_role() = 'county_admin'
        and exists (select 1 from organization_county c where c.organization_id = given and c.county_code = any (ctx_counties())))
      or (ctx_role() = 'system_admin' and not exists (select 1 from organization_county c where c.organization_id = given))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.method_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    select jsonb_build_object('kept', (select coalesce(jsonb_agg(id), '[]') from method where organization_id = source),
      'used', (select coalesce(jsonb_agg(id), '[]') from method_use where organization_id = source),
      'tied', (select coalesce(jsonb_agg(id), '[]') from method_action where organization_id = source)) into receipt;
    update method set organization_id = target where organization_id = source;
    update method_use set organization_id = target where organization_id = source;
    update method_action set organization_id = target where organization_id = source;
    return receipt;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.method_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    update method set organization_id = source where organization_id = target and receipt->'kept' ? id::text;
    update method_use set organization_id = source where organization_id = target and receipt->'used' ? id::text;
    update method_action set organization_id = source where organization_id = target and receipt->'tied' ? id::text;
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.method_place(kind text, target uuid)
 RETURNS TABLE(texts jsonb, reference text, owner_ids uuid[], county_codes text[], method_id uuid, level smallint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if kind = 'method' then
      return query select jsonb_build_object('title', m.name, 'methodPurpose', m.purpose, 'methodNotFor', m.not_for, 'methodEvidence', m.evidence, 'methodSource', m.evidence_source,
          'address', m.evidence_link, 'methodTraining', m.training, 'motive', coalesce(m.retired_motive, '')),
        'M-' || upper(right(m.id::text, 6)), array[m.organization_id], m.county_codes, m.id, m.shown
        from method m where m.id = target and (coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and m.hidden_at is null and m.removed_at is null and could_read(m.shown, array[m.organization_id], '{}', m.county_codes) or exists (select from sensitive_text s where s.object_id = m.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)));
    elsif kind = 'use' then
      return query select jsonb_build_object('note', u.note, 'reason', u.reason, 'trainedSource', u.trained_source), 'M-' || upper(right(m.id::text, 6)), array[u.organization_id],
        (select coalesce(array_agg(c.county_code), '{}') from organization_county c where c.organization_id = u.organization_id), m.id, m.shown
        from method_use u join method m on m.id = u.method_id where u.id = target and (u.hidden_at is null and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and m.hidden_at is null and m.removed_at is null and could_read(m.shown, array[m.organization_id], '{}', m.county_codes) or exists (select from sensitive_text s where s.object_id = u.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)));
    else
      return query select jsonb_build_object('reason', t.reason), a.reference, a.owner_ids, a.county_codes, m.id, least(m.shown, a.visibility)
        from method_action t join action a on a.id = t.action_id join method m on m.id = t.method_id
        where t.id = target and (t.hidden_at is null and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and m.hidden_at is null and m.removed_at is null and could_read(m.shown, array[m.organization_id], '{}', m.county_codes) and a.hidden_at is null and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes) or exists (select from sensitive_text s where s.object_id = t.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)));
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.method_text_hide(kind text, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if kind = 'method' then
      update method m set hidden_at = clock_timestamp(), version = m.version + 1 where m.id = target and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and m.hidden_at is null and m.removed_at is null and could_read(m.shown, array[m.organization_id], '{}', m.county_codes);
    elsif kind = 'use' then
      update method_use u set hidden_at = clock_timestamp(), version = u.version + 1 from method m
        where u.id = target and u.hidden_at is null and m.id = u.method_id and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and m.hidden_at is null and m.removed_at is null and could_read(m.shown, array[m.organization_id], '{}', m.county_codes);
    else
      update method_action t set hidden_at = clock_timestamp() from method m, action a
        where t.id = target and t.hidden_at is null and m.id = t.method_id and a.id = t.action_id and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and m.hidden_at is null and m.removed_at is null and could_read(m.shown, array[m.organization_id], '{}', m.county_codes) and a.hidden_at is null and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes);
    end if;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.method_text_show(kind text, target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then raise exception 'Nothing of this is hidden.' using errcode = '42501'; end if;
    if kind = 'method' then
      update method set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), name = coalesce(clean->>'title', name),
        purpose = coalesce(clean->>'methodPurpose', purpose), not_for = coalesce(clean->>'methodNotFor', not_for), evidence = coalesce(clean->>'methodEvidence', evidence),
        evidence_state = case when clean->>'methodSource' = '' then 'not_assessed' else evidence_state end,
        evidence_source = coalesce(clean->>'methodSource', evidence_source), evidence_link = coalesce(clean->>'address', evidence_link),
        training = coalesce(clean->>'methodTraining', training),
        retired_motive = case when retired_motive is not null then coalesce(nullif(clean->>'motive', ''), retired_motive) end where id = target;
    elsif kind = 'use' then
      update method_use set hidden_at = null, version = version + 1, note = coalesce(clean->>'note', note), trained_source = coalesce(clean->>'trainedSource', trained_source),
        outside = case when clean->>'reason' = '' then '{}' else outside end, reason = coalesce(clean->>'reason', reason) where id = target;
    else
      -- It may have been tied again meanwhile: then this one has ended.
      update method_action t set hidden_at = null, outside = case when clean->>'reason' = '' then '{}' else t.outside end, reason = coalesce(clean->>'reason', t.reason),
        ended_on = case when t.ended_on is null and exists (select from method_action o where o.method_id = t.method_id and o.action_id = t.action_id and o.ended_on is null
          and o.hidden_at is null) then today() else t.ended_on end where t.id = target;
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.method_trained_on(method uuid, municipality text)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
    select max(x.day) from (
      select t.trained_on as day from method_use u join method_trained t on t.use_id = u.id
        where u.method_id = method and u.ended_on is null and t.municipality_code = municipality
      union all select coalesce(s.last_day, s.day, least(e.ends_on, i.imported_on)) from method_offer g join offer_reach e on e.offer_id = g.offer_id left join offer_session s on s.id = e.session_id left join offer_import i on i.id = e.import_id
        where g.method_id = method and e.municipality_code = municipality and coalesce(s.last_day, s.day, least(e.ends_on, i.imported_on)) <= today()) x $function$
;

CREATE OR REPLACE FUNCTION samverkan.method_use_trained_on(used uuid)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
    select max(x.day) from (
      select t.trained_on as day from method_trained t where t.use_id = used
      union all select coalesce(s.last_day, s.day, least(e.ends_on, i.imported_on)) from method_use u join organization o on o.id = u.organization_id and o.kind = 'municipality'
        join method_offer g on g.method_id = u.method_id join offer_reach e on e.offer_id = g.offer_id and e.municipality_code = any (u.municipality_codes)
        left join offer_session s on s.id = e.session_id left join offer_import i on i.id = e.import_id
        where u.id = used and coalesce(s.last_day, s.day, least(e.ends_on, i.imported_on)) <= today()) x $function$
;

CREATE OR REPLACE FUNCTION samverkan.new_id()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
AS $function$
        select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
          placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.new_reference(prefix text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    drawn text;
  begin
    if prefix not in ('I', 'F', 'B', 'K') then raise exception 'No table gives references of %.', prefix; end if;
    loop
      select prefix || '-' || to_char(now(), 'YYYY') || '-' || string_agg(substr('23456789BCDFGHJKLMNPQRSTVWXZ', 1 + (get_byte(b, i) % 28), 1), '') into drawn
        from (select uuid_send(gen_random_uuid()) as b) r, generate_series(10, 15) i;
      exit when not case prefix when 'I' then exists (select from action a where a.reference = drawn) when 'F' then exists (select from question q where q.reference = drawn)
        when 'B' then exists (select from question_bundle b where b.reference = drawn) else exists (select from support_request r where r.reference = drawn) end;
    end loop;
    return drawn;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.note_discarding()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    new.discarded_by := case when new.discarded_at is null then null when old.discarded_at is null then ctx_user() else old.discarded_by end;
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.note_removal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        new.removed_by := case when new.removed_at is null then null when old.removed_at is null then ctx_user() else old.removed_by end;
        return new;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.nudge_answer(target uuid, says_yes boolean, words text, closes boolean)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    n action_nudge; a action; made uuid; own uuid;
  begin
    select * into n from action_nudge x where x.id = target for update;
    if n.id is null or n.organization_id <> ctx_org() or coalesce(ctx_role(), '') not in ('coordinator', 'partner', 'county_staff', 'county_admin') then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if n.state <> 'open' then return 'cooperation.is-answered'; end if;
    update action_nudge x set state = case when says_yes then 'proposed' else 'declined' end where x.id = n.id;
    if not says_yes then return 'done'; end if;
    select x.* into a from action x join action_connection c on c.action_id = x.id where c.id = n.connection_id and x.hidden_at is null;
    if a.id is null or a.status not in ('draft', 'planned', 'ongoing', 'paused') then return 'cooperation.action-is-over'; end if;
    if ctx_org() = any (a.owner_ids) then return 'cooperation.owns-already'; end if;
    if exists (select from action_cooperation x where x.action_id = a.id and x.organization_id = ctx_org() and x.state = 'open') then return 'cooperation.is-open-already'; end if;
    select h.id into own from action h where h.id = n.own_action_id and ctx_org() = any (h.owner_ids) and h.hidden_at is null;
    insert into action_cooperation (action_id, kind, role, organization_id, own_action_id, closes_own, message)
      values (a.id, 'proposal', 'owner', ctx_org(), own, closes and own is not null, words) returning id into made;
    insert into change_log (area, object_id, level, version, field, after) select 'actions', a.id, 0, 0, 'proposed', to_jsonb(o.name) from organization o where o.id = ctx_org();
    insert into event (area, object_id, level, kind) values ('actions', made, 0, 'cooperation.proposed');
    return made::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.nudge_subject(target uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select jsonb_build_object('id', a.id, 'title', a.title, 'description', a.description, 'kind', a.kind, 'status', a.status, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
      'ownerIds', to_jsonb(a.owner_ids), 'municipalityCodes', to_jsonb(a.municipality_codes), 'readable', could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes))
    from action_nudge n join action_connection c on c.id = n.connection_id join action a on a.id = c.action_id
    where n.id = target and n.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and a.hidden_at is null
      and (n.state = 'open' or could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_answer_give(hash bytea, given smallint[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        session uuid; offer uuid;
      begin
        delete from offer_ticket t where t.token_hash = hash and t.expires_on >= today() returning t.session_id into session;
        if session is null then return false; end if;
        insert into offer_answer (session_id, answers) values (session, given);
        select s.offer_id into offer from offer_session s where s.id = session;
        perform from offer o where o.id = offer for update;
        insert into offer_told as t (offer_id, answers, means)
          select offer, count(*), array[round(avg(a.answers[1]), 1), round(avg(a.answers[2]), 1), round(avg(a.answers[3]), 1), round(avg(a.answers[4]), 1)]
            from offer_answer a join offer_session s on s.id = a.session_id where s.offer_id = offer having count(*) >= 5
          on conflict (offer_id) do update set answers = excluded.answers, means = excluded.means where excluded.answers >= t.answers + 5;
        return true;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_arrive(session uuid, given jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_door(hash bytea)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select jsonb_build_object('sessionId', s.id, 'offerId', o.id, 'title', o.title, 'kind', o.kind, 'day', s.day, 'lastDay', s.last_day, 'from', to_char(s.from_time, 'HH24:MI'),
  'to', to_char(s.to_time, 'HH24:MI'), 'place', s.place, 'registerBy', s.register_by, 'status', o.status,
  'hosts', (select coalesce(jsonb_agg(h.name order by h.id <> o.organization_id, h.name), '[]') from organization h where h.id = any (o.host_ids)),
  'countyCodes', o.county_codes, 'past', (coalesce(s.last_day, s.day) + s.to_time) at time zone 'Europe/Stockholm' < now(),
  'replyTo', (select f.mailbox from contact_function f where f.id = o.function_id and f.hidden_at is null and f.retired_on is null)) || jsonb_build_object('description', o.description, 'invitationId', i.id,
      'keptFor', (select coalesce(jsonb_agg(q.municipality_code), '[]') from offer_quota q where q.session_id = s.id), 'email', i.email,
      'professions', (select coalesce(jsonb_agg(jsonb_build_object('value', t.code, 'sv', t.sv, 'en', t.en) order by t.place), '[]') from term t where t.vocabulary = 'profession' and t.state = 'in_use'),
      'opens', o.status = 'open' and (s.register_by is null or s.register_by >= today()) and (s.day + s.from_time) at time zone 'Europe/Stockholm' > now())
    from (select id as session_id, null::uuid as id, null::text as email from offer_session where link_hash = hash
      union all select session_id, id, email from offer_invitation where token_hash = hash and used_at is null and withdrawn_at is null) i
    join offer_session s on s.id = i.session_id join offer o on o.id = s.offer_id where o.hidden_at is null and o.status <> 'draft'
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_evaluation(offer uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if not exists (select from offer o where o.id = offer and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and ctx_org() = any (o.host_ids)) then
          raise exception 'Not for this actor.' using errcode = '42501';
        end if;
        return coalesce((select jsonb_build_object('answers', t.answers, 'means', t.means) from offer_told t where t.offer_id = offer),
          jsonb_build_object('answers', null, 'means', null));
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_is_shown(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select exists (select from offer o where o.id = target and o.hidden_at is null) $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    select jsonb_build_object('kept', (select coalesce(jsonb_agg(id), '[]') from offer where organization_id = source),
      'held', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'hosts', o.host_ids)), '[]') from offer o where source = any (o.host_ids))) into receipt;
    update offer set organization_id = case when organization_id = source then target else organization_id end,
      host_ids = organization_swapped(host_ids, source, target) where source = any (host_ids) or organization_id = source;
    return receipt;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_pool_room(session uuid, municipality text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select case when q.seats is not null then q.seats > (select count(*) from offer_registration r
        where r.session_id = s.id and r.state = 'registered' and r.municipality_code = municipality)
      else s.seats is null or s.seats - (select coalesce(sum(k.seats), 0) from offer_quota k where k.session_id = s.id) > (select count(*) from offer_registration r
        where r.session_id = s.id and r.state = 'registered' and not exists (select from offer_quota k where k.session_id = s.id and k.municipality_code = r.municipality_code)) end
    from offer_session s left join offer_quota q on q.session_id = s.id and q.municipality_code = municipality where s.id = session
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_promote(session uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_questions_due()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        delete from offer_ticket where expires_on < today();
        return query update offer_registration r set asked = true from offer_session s join offer o on o.id = s.offer_id
          where s.id = r.session_id and r.attended and not r.asked and today() - coalesce(s.last_day, s.day) between 1 and 14 and o.hidden_at is null returning r.id;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_questions_of(hash bytea)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select o.title from offer_ticket t join offer_session s on s.id = t.session_id join offer o on o.id = s.offer_id
        where t.token_hash = hash and t.expires_on >= today() and o.hidden_at is null
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_reach_count(session uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if not exists (select from offer_session s join offer o on o.id = s.offer_id where s.id = session and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and ctx_org() = any (o.host_ids)) then
          raise exception 'Not for this actor.' using errcode = '42501';
        end if;
        perform from offer_session where id = session for update;
        if not exists (select from offer_registration r where r.session_id = session) then return; end if;
        delete from offer_reach e where e.session_id = session and e.source = 'ticked';
        insert into offer_reach (offer_id, session_id, source, profession, municipality_code, count)
          select s.offer_id, s.id, 'ticked', r.profession, r.municipality_code, count(*) from offer_registration r join offer_session s on s.id = r.session_id
          where s.id = session and r.attended group by s.offer_id, s.id, r.profession, r.municipality_code;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_register_self(session uuid, profession text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_register(hash bytea, given jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_registration_end(registration uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    session uuid := (select r.session_id from offer_registration r where r.id = registration);
  begin
    perform from offer_session where id = session for update;
    delete from offer_registration r where r.id = registration and r.attended is not true;
    return query select * from offer_promote(session);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_registrations_erase(account uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    sessions uuid[];
    one uuid;
  begin
    if not exists (select 1 from app_user u where u.id = account and u.erased_at is not null)
      and not exists (select 1 from erasure_request r where r.user_id = account and r.done_at is null and r.decision in ('pseudonymise', 'erase')) then
      raise exception 'Nobody has decided this.' using errcode = '42501';
    end if;
    -- What came by a link stands under her address alone, and so do invitations.
    delete from offer_invitation i using app_user u where u.id = account and lower(i.email) = lower(u.email);
    with gone as (delete from offer_registration r using app_user u where u.id = account and (r.user_id = account or lower(r.email) = lower(u.email))
      returning r.session_id)
    select coalesce(array_agg(distinct session_id), '{}') into sessions from gone;
    foreach one in array sessions loop
      return query select * from offer_promote(one);
    end loop;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_registrations_held(account uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(o.title, r.organization, s.day, (r.arrived_at at time zone 'Europe/Stockholm')::date) order by s.day, r.id), '[]')
      from offer_registration r join offer_session s on s.id = r.session_id join offer o on o.id = s.offer_id
      where (r.user_id = account or lower(r.email) = (select lower(u.email) from app_user u where u.id = account)) and o.hidden_at is null);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_registrations_of(ids uuid[])
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select coalesce(jsonb_agg(jsonb_build_object('sessionId', s.id, 'offerId', o.id, 'title', o.title, 'kind', o.kind, 'day', s.day, 'lastDay', s.last_day, 'from', to_char(s.from_time, 'HH24:MI'),
  'to', to_char(s.to_time, 'HH24:MI'), 'place', s.place, 'registerBy', s.register_by, 'status', o.status,
  'hosts', (select coalesce(jsonb_agg(h.name order by h.id <> o.organization_id, h.name), '[]') from organization h where h.id = any (o.host_ids)),
  'countyCodes', o.county_codes, 'past', (coalesce(s.last_day, s.day) + s.to_time) at time zone 'Europe/Stockholm' < now(),
  'replyTo', (select f.mailbox from contact_function f where f.id = o.function_id and f.hidden_at is null and f.retired_on is null)) || jsonb_build_object('id', r.id, 'name', r.name, 'email', r.email, 'state', r.state, 'attended', r.attended,
      'link', case when r.state = 'registered' then s.link else '' end) order by r.arrived_at, r.id), '[]')
    from offer_registration r join offer_session s on s.id = r.session_id join offer o on o.id = s.offer_id where r.id = any (ids) and o.hidden_at is null
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_reminders_due()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query update offer_registration r set reminded = x.turn from (
        select r.id, case when s.day - today() <= 1 then 2 else 1 end as turn from offer_registration r join offer_session s on s.id = r.session_id join offer o on o.id = s.offer_id
        where r.state = 'registered' and o.status in ('open', 'closed') and o.hidden_at is null and (s.day - today() = 1 or s.day - today() between 6 and 7) and r.seated_at < now() - interval '20 hours') x
      where x.id = r.id and r.reminded < x.turn returning r.id;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_seats_free(session uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select case when s.seats is not null then greatest(s.seats - (select count(*) from offer_registration r where r.session_id = s.id and r.state = 'registered')::integer, 0) end from offer_session s where s.id = session
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update offer o set hidden_at = clock_timestamp(), version = o.version + 1
      where o.id = target and o.hidden_at is null and could_read(o.level, o.host_ids, '{}', o.county_codes) and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin');
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
      update offer_session s set place = coalesce((string_to_array(clean->>'places', E'\n'))[x.n], ''), version = s.version + 1
        from (select id, row_number() over (order by day, from_time, id) as n from offer_session where offer_id = target) x where s.id = x.id;
    end if;
    -- And one for each step (0087), in their order.
    if clean ? 'steps' then
      update offer_step s set title = coalesce((string_to_array(clean->>'steps', E'\n'))[x.n], '')
        from (select id, row_number() over (order by place, id) as n from offer_step where offer_id = target) x where s.id = x.id;
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.offer_ticket_make(session uuid, hash bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        insert into offer_ticket (token_hash, session_id) values (hash, session);
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_alike(given text, number text)
 RETURNS TABLE(id uuid, matched text, likeness real)
 LANGUAGE sql
 STABLE
 SET search_path TO 'samverkan'
AS $function$
    select distinct on (o.id) o.id, n.name, case when o.organization_number = number then 1 else
        greatest(similarity(organization_core(n.name), organization_core(given)), word_similarity(organization_core(given), organization_core(n.name)) * 0.9) * 0.9
          + similarity(n.name, given) * 0.1 end::real as likeness
    from organization o join lateral (
      select x.name from organization_name x where x.organization_id = o.id union select o.abbreviation where o.abbreviation is not null) n on true
    where o.organization_number = number
      or similarity(organization_core(n.name), organization_core(given)) >= 0.45
      or word_similarity(organization_core(given), organization_core(n.name)) >= 0.7
    order by o.id, likeness desc
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_at(given organization, day date)
 RETURNS organization
 LANGUAGE sql
 STABLE
AS $function$
    select case when day is null then given else jsonb_populate_record(given, organization_values_at(given.id, day)
      || jsonb_build_object('name', coalesce(organization_name_at(given.id, day), given.name))) end
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_core(given text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
    select coalesce(nullif(btrim(regexp_replace(regexp_replace(lower(given),
      '\m(kommuns?|region(en)?|landsting(et)?|länsstyrelsen|föreningen?|ideella?|förbund(et)?|stiftelsen?|svenska|sveriges|i|och|för|län|läns)\M', ' ', 'g'), '\s+', ' ', 'g')), ''), lower(given))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_counties_at(given uuid, day date)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
    select coalesce((select array(select jsonb_array_elements_text(v -> 'county_codes')) from organization_values_at(given, day) v
      where day is not null and v ? 'county_codes'),
      array(select c.county_code from organization_county c where c.organization_id = given order by c.county_code))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_fold(given text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
        select lower(given) || case when translate(lower(given), 'åäöéüáèà', 'aaoeuaea') = lower(given) then ''
          else ' ' || translate(lower(given), 'åäöéüáèà', 'aaoeuaea') end
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_identity_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.key <> old.key or (split_part(old.key, ':', 1) not in ('registered', 'demo') and new.kind <> old.kind) then
      raise exception 'The identity of a party of the reference list stays.' using errcode = '23514';
    end if;
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_keeps_its_name()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    insert into organization_name (organization_id, name, usage) values (new.id, new.name, 'name') on conflict do nothing;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_move_others(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      declare
        was jsonb;
      begin
        perform require_merge(source, target);
        select jsonb_build_object('part', t.parent_id = source, 'successor', t.successor_id = source) into was from organization t where t.id = target;
        update organization t set
          parent_id = case when t.parent_id = source then nullif(s.parent_id, target) else t.parent_id end,
          successor_id = case when t.successor_id = source then nullif(s.successor_id, target) else t.successor_id end
          from organization s where t.id = target and s.id = source and source in (t.parent_id, t.successor_id);
        return organization_move_others(source, target) || jsonb_strip_nulls(was);
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_municipalities_at(given uuid, day date)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
    select coalesce((select array(select jsonb_array_elements_text(v -> 'municipality_codes')) from organization_values_at(given, day) v
      where day is not null and v ? 'municipality_codes'),
      array(select m.municipality_code from organization_municipality m where m.organization_id = given order by m.municipality_code))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_name_at(given uuid, day date)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
    select n.name from organization_name n where n.organization_id = given and n.usage = 'name'
      and (n.valid_from is null or n.valid_from <= day) and (n.valid_to is null or n.valid_to >= day)
    order by n.valid_from desc nulls last limit 1
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_name_search()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update organization o set search = organization_search_text(o)
      where o.id = coalesce(new.organization_id, old.organization_id) and o.search <> organization_search_text(o);
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_names_begin()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    update organization o set name = n.name, version = o.version + 1
      from organization_name n
      where n.organization_id = o.id and n.usage = 'name' and n.name <> o.name
        and n.valid_from <= today() and (n.valid_to is null or n.valid_to >= today())
        and not exists (select 1 from organization_name present where present.organization_id = o.id and present.usage = 'name'
          and present.name = o.name and (present.valid_to is null or present.valid_to >= today()))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_nearly(given text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    return query select o.id from organization o where (select lower(given)) <% o.search;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_own_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        new.search := organization_search_text(new);
        return new;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_put_back_others(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        perform require_merge(source, target);
        if not organization_put_back_others(source, target, receipt) then return false; end if;
        update organization set
          parent_id = case when (receipt->>'part')::boolean then source else parent_id end,
          successor_id = case when (receipt->>'successor')::boolean then source else successor_id end where id = target;
        return true;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_put_back(given uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    lay organization_withdrawn;
    party organization;
  begin
    select * into lay from organization_withdrawn where id = given and removed_at > now() - interval '30 days' and (organization_id = ctx_org() or content->'party'->>'registrar_id' = ctx_org()::text) and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin', 'system_admin') for update;
    if lay.id is null then return null; end if;
    party := jsonb_populate_record(null::organization, lay.content->'party');
    -- What it was a part of, or was followed by, may have gone meanwhile.
    party.parent_id := (select o.id from organization o where o.id = party.parent_id);
    party.successor_id := (select o.id from organization o where o.id = party.successor_id);
    party.registrar_id := (select o.id from organization o where o.id = party.registrar_id);
    if exists (select from organization o where o.merged_into_id is null and (o.organization_number = party.organization_number
      or lower(o.name) = lower(party.name) and (lay.content->'counties' = '[]' and not exists (select from organization_county c where c.organization_id = o.id)
        or exists (select from organization_county c where c.organization_id = o.id and lay.content->'counties' ? c.county_code)))) then return false; end if;
    delete from organization_withdrawn w where w.id = given;
    -- By name: a column that has come since keeps its default.
    insert into organization (id, key, kind, name, name_en, abbreviation, organization_number, website, description, description_en, county_code, municipality_code, parent_id, successor_id, valid_from, valid_to, demo, search, version, registrar_id, merged_into_id, checked) select party.id, party.key, party.kind, party.name, party.name_en, party.abbreviation, party.organization_number, party.website, party.description, party.description_en, party.county_code, party.municipality_code, party.parent_id, party.successor_id, party.valid_from, party.valid_to, party.demo, party.search, party.version, party.registrar_id, party.merged_into_id, party.checked;
    delete from organization_name n where n.organization_id = given;
    insert into organization_name (id, organization_id, name, usage, valid_from, valid_to, verification)
      select n.id, n.organization_id, n.name, n.usage, n.valid_from, n.valid_to, n.verification from jsonb_populate_recordset(null::organization_name, lay.content->'names') n;
    insert into organization_county (organization_id, county_code) select given, jsonb_array_elements_text(lay.content->'counties');
    insert into organization_municipality (organization_id, municipality_code) select given, jsonb_array_elements_text(lay.content->'municipalities');
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_search_text(given organization)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
        select organization_fold(string_agg(distinct word, ' | ')) from (
          select given.name as word union select given.name_en union select given.abbreviation
          union select n.name from organization_name n where n.organization_id = given.id
        ) words where word is not null
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_swapped(ids uuid[], source uuid, target uuid)
 RETURNS uuid[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
    select coalesce(array_agg(x order by n), '{}') from (
      select x, min(n) as n from (select case when v = source then target else v end as x, n from unnest(ids) with ordinality u (v, n)) s group by x) d
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if ctx_role() is null or ctx_role() not in ('coordinator', 'partner', 'county_staff', 'county_admin') then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    insert into organization_hidden_text (organization_id, description, description_en)
      select o.id, o.description, o.description_en from organization o where o.id = target for update;
    update organization set description = null, description_en = null, version = version + 1 where id = target;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_text_is_hidden(given uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select exists (select 1 from organization_hidden_text h where h.organization_id = given)
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    hidden organization_hidden_text;
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    delete from organization_hidden_text h where h.organization_id = target returning * into hidden;
    update organization o set version = o.version + 1,
      description = case when clean ? 'description' then nullif(clean->>'description', '') else hidden.description end,
      description_en = case when clean ? 'descriptionEn' then nullif(clean->>'descriptionEn', '') else hidden.description_en end
      where o.id = target;
    if clean is not null then
      delete from organization_past p where p.organization_id = target and p.field in ('description', 'description_en');
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_values_at(given uuid, day date)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
AS $function$
    select coalesce(jsonb_object_agg(p.field, p.value), '{}') from (
      select distinct on (p.field) p.field, p.value from organization_past p
      where p.organization_id = given and p.replaced_in is null and p.valid_to >= day order by p.field, p.valid_to) p
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_withdraw(given uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from organization o where o.id = given and o.key like 'registered:%' and o.version = 1 and keeps_organization(o.id)) then
      raise exception 'Not for this actor.' using errcode = '42501';
    end if;
    insert into organization_withdrawn (id, name, content) select o.id, o.name, jsonb_build_object('party', to_jsonb(o),
      'names', (select coalesce(jsonb_agg(to_jsonb(n)), '[]') from organization_name n where n.organization_id = given),
      'counties', (select coalesce(jsonb_agg(c.county_code), '[]') from organization_county c where c.organization_id = given),
      'municipalities', (select coalesce(jsonb_agg(m.municipality_code), '[]') from organization_municipality m where m.organization_id = given))
      from organization o where o.id = given;
    delete from organization where id = given;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_withdrawn_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    select coalesce(jsonb_agg(w.id), '[]') into receipt from organization_withdrawn w where w.organization_id = source;
    update organization_withdrawn set organization_id = target where organization_id = source;
    return jsonb_build_object('withdrawn', receipt);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.organization_withdrawn_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    update organization_withdrawn w set organization_id = source where w.organization_id = target and receipt->'withdrawn' ? w.id::text;
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.people_with_second_factor()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select distinct m.user_id from membership m
        where (select ctx_role()) in ('county_admin', 'system_admin') and administers(m.organization_id) and (
          exists (select 1 from totp t where t.user_id = m.user_id and t.confirmed_at is not null)
          or exists (select 1 from passkey p where p.user_id = m.user_id)
          or exists (select 1 from oidc_identity i where i.user_id = m.user_id))
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.personal_data(account uuid, who text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return jsonb_build_object(
      'drafts', (select coalesce(jsonb_agg(jsonb_build_array(d.key, o.name, d.updated_at) order by d.updated_at desc), '[]')
        from draft d left join organization o on o.id = d.organization_id where d.user_id = account),
      'answers', (select jsonb_build_array(count(*), min(i.at), max(i.at)) from idempotency i where i.user_id = account),
      'deeds', (select coalesce(jsonb_agg(jsonb_build_array(x.verb, o.name, x.n, x.first_at, x.last_at) order by o.name, x.verb), '[]')
        from (select a.verb, a.organization_id, count(*) as n, min(a.at) as first_at, max(a.at) as last_at from audit a
          where a.pseudonym = any (who) group by 1, 2) x left join organization o on o.id = x.organization_id),
      'reads', (select coalesce(jsonb_agg(jsonb_build_array(o.name, x.n, x.first_at, x.last_at) order by o.name), '[]')
        from (select a.organization_id, count(*) as n, min(a.at) as first_at, max(a.at) as last_at from audit a
          where (a.object_id = account and a.verb = 'contact.read') or a.object_ids @> array[account] group by 1) x left join organization o on o.id = x.organization_id),
      'signed', (select coalesce(jsonb_agg(jsonb_build_array(x.area, x.object_id, o.name, x.n, x.first_at, x.last_at) order by x.last_at desc), '[]')
        from (select c.area, c.object_id, c.organization_id, count(*) as n, min(c.at) as first_at, max(c.at) as last_at from change_log c
            where c.user_id = account group by 1, 2, 3
          union all select 'actions', u.action_id, u.organization_id, count(*), min(u.created_at), max(u.created_at) from action_update u
            where u.user_id = account and u.removed_at is null group by 2, 3) x left join organization o on o.id = x.organization_id),
      'letters', (select jsonb_build_array(count(*), min(d.at), max(d.at)) from demo_mail d join app_user u on lower(u.email) = lower(d.to_address) where u.id = account));
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.places_organization(given uuid, county text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'samverkan'
AS $function$
    select keeps_organization(given) and exists (select 1 from organization o where o.id = given and o.kind not in ('county_board', 'municipality', 'region'))
      and (county is null or ctx_role() not in ('coordinator', 'county_staff', 'county_admin') or county = any (ctx_counties()))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.presence_forget()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        delete from presence where until < clock_timestamp()
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.professions_swapped(counts jsonb, old text, new text)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select coalesce(jsonb_agg(jsonb_build_object('profession', c, 'count', n) || case when whole is null then '{}' else
        jsonb_build_object('of', whole, 'about', about, 'source', source) end order by at), '[]') from (
      select case x->>'profession' when old then new else x->>'profession' end as c, sum((x->>'count')::int) as n, min(o) as at,
        case when bool_and(x ? 'of') then sum((x->>'of')::int) end as whole, coalesce(bool_or((x->>'about')::boolean), false) as about,
        coalesce(string_agg(distinct nullif(x->>'source', ''), '; '), '') as source
      from jsonb_array_elements(counts) with ordinality e (x, o) group by 1) s
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.public_report_add(county text, place text, problem text, reply_to text, language text)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        insert into public_report (county_code, place, problem, reply_to, language) values ($1, $2, $3, $4, $5) returning id $function$
;

CREATE OR REPLACE FUNCTION samverkan.public_report_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        update public_report r set hidden_at = clock_timestamp(), version = r.version + 1 where r.id = target and r.hidden_at is null
          and r.county_code = any (ctx_counties()) and coalesce(ctx_role(), '') in ('county_staff', 'county_admin');
        if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.public_report_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
          raise exception 'Nothing of this is hidden.' using errcode = '42501';
        end if;
        update public_report r set hidden_at = null, version = r.version + 1,
          place = coalesce(clean->>'place', r.place), problem = coalesce(clean->>'problem', r.problem) where r.id = target;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.public_text_discard(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update public_text t set removed_at = clock_timestamp(), version = t.version + 1
      where t.id = target and t.removed_at is null and t.hidden_at is null and t.shown_from is null and t.county_code = any ((select ctx_counties())::text[]) and (select ctx_role()) in ('county_staff', 'county_admin');
    return found;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.public_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        update public_text t set hidden_at = clock_timestamp(), version = t.version + 1 where t.id = target and t.hidden_at is null
          and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and (t.shown_from <= statement_timestamp() or t.county_code = any (ctx_counties()) and ctx_role() in ('county_staff', 'county_admin'));
        if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
        -- The wording before is often the same words: it does not come back by itself.
        insert into public_text (county_code, piece, shown_from, stands_in_for) select t.county_code, t.piece, clock_timestamp(), t.id from public_text t
          where t.id = target and t.shown_from <= statement_timestamp() and not exists (select from public_text o where o.county_code = t.county_code and o.piece = t.piece
            and o.hidden_at is null and o.shown_from <= statement_timestamp() and (o.shown_from, o.id) > (t.shown_from, t.id));
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.public_text_put_back(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    draft public_text;
    waits timestamptz;
  begin
    select * into draft from public_text t where t.id = target and t.removed_at > now() - interval '30 days' and t.hidden_at is null and t.county_code = any ((select ctx_counties())::text[]) and (select ctx_role()) in ('county_staff', 'county_admin') for update;
    if draft.id is null then return null; end if;
    select coalesce(o.shown_from, '-infinity') into waits from public_text o where o.county_code = draft.county_code and o.piece = draft.piece and o.id <> target and o.removed_at is null and o.hidden_at is null
      and (o.shown_from is null or o.shown_from > statement_timestamp()) limit 1;
    if waits is not null then return case when waits = '-infinity' then 'public-text.has-a-draft' else 'public-text.scheduled' end; end if;
    update public_text t set removed_at = null, version = t.version + 1 where t.id = target;
    return 'back';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.public_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
          raise exception 'Nothing of this is hidden.' using errcode = '42501';
        end if;
        delete from public_text t where t.stands_in_for = target;
        delete from public_text t where t.id = target and t.shown_from is null
          and exists (select from public_text o where o.county_code = t.county_code and o.piece = t.piece and o.shown_from is null and o.hidden_at is null);
        update public_text t set hidden_at = null, version = t.version + 1, changed_at = clock_timestamp(),
          sv = coalesce(clean->>'textSv', t.sv), en = coalesce(clean->>'textEn', t.en) where t.id = target;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.public_texts_thrown_away()
 RETURNS TABLE(id uuid, title text, at timestamp with time zone, taken_by uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select t.id, left(coalesce(nullif(t.sv, ''), t.en), 120), t.removed_at, t.removed_by from public_text t
    where t.removed_at is not null and t.hidden_at is null and t.county_code = any ((select ctx_counties())::text[]) and (select ctx_role()) in ('county_staff', 'county_admin') $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_around(page text, starts text[])
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'samverkan'
AS $function$
  declare
    low text; start text; place integer; one integer; other integer; since integer; until integer; pieces text := ''; piece text;
  begin
    if length(page) > 1200 then
      low := lower(page);
      foreach start in array starts loop
        place := coalesce(nullif(strpos(low, ' ' || start), 0), strpos(low, E'\n' || start));
        if place > 0 and one is null then one := place;
        elsif place > 0 then other := place; exit; end if;
      end loop;
    end if;
    if one is null then return publication_page_text(page); end if;
    place := least(one, other);
    other := greatest(one, other);
    loop
      until := case when other - place < 500 then other else place end + 350;
      until := until + coalesce(nullif(strpos(substr(page, until, 80), ' '), 0), 80) - 1;
      since := case when place <= 150 then 1 else place - 150 + strpos(substr(page, place - 150, 80), ' ') end;
      piece := substr(page, since, until - since);
      -- A word is divided at the end of a line, after a hyphen.
      if strpos(piece, E'\n') > 0 and (strpos(piece, '-') > 0 or strpos(piece, U&'\00AD') > 0) then piece := publication_page_text(piece);
      else piece := translate(piece, E'\u0002\u0003', ''); end if;
      pieces := pieces || piece;
      exit when until > other;
      pieces := pieces || ' … ';
      place := other;
    end loop;
    return pieces;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_asked(given text)
 RETURNS TABLE(said text[], each tsquery[], patterns text[], whole tsquery)
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'samverkan'
AS $function$
    select array_agg(w order by at), array_agg(q order by at), array_agg('%' || w || '%' order by at), string_agg('(' || q::text || ')', ' & ')::tsquery
    from (select w, row_number() over () as at, coalesce(nullif(concat_ws(' | ', nullif(stem, ''), nullif(nullif(plain, ''), stem)), ''), quote_literal(w))::tsquery as q
      from (select w, to_tsquery('swedish', quote_literal(w) || ':*')::text as stem, to_tsquery('simple', quote_literal(w) || ':*')::text as plain, telling, bool_or(telling) over () as any_tells
        from (select distinct w, numnode(to_tsquery('swedish', quote_literal(w))) > 0 as telling
          from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 1 limit 8) words) told
      where telling or not any_tells) asked having count(*) > 0 $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_by_text(given text, tolerant boolean)
 RETURNS TABLE(id uuid, rank real, file_id uuid, page integer, pages integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    said text[]; each tsquery[]; whole tsquery; any_of tsquery := publication_wanted(given); patterns text[]; tests text;
    readable constant text := $q$ p.hidden_at is null and p.removed_at is null and (p.shown = 4 or $1 <> 'system_admin' and (p.shown = 3 or $2 = any (p.owner_ids)
      or p.shown = 2 and p.county_codes && $3 and $1 in ('coordinator', 'county_staff', 'county_admin'))) $q$;
  begin
    -- No text keeps small words as "mot" and "och": beside others they are not asked for.
    select array_agg(w) filter (where telling or not any_tells) into said from (select w, telling, bool_or(telling) over () as any_tells
      from (select distinct w, numnode(to_tsquery('swedish', quote_literal(w))) > 0 as telling
        from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 1 limit 8) t) words;
    if said is null then return; end if;
    select array_agg(q order by at), array_agg('%' || w || '%' order by at), string_agg('(' || q::text || ')', ' & ')::tsquery into each, patterns, whole
      from (select at, w, concat_ws(' | ', nullif(to_tsquery('swedish', quote_literal(w) || ':*')::text, ''), to_tsquery('simple', quote_literal(w) || ':*')::text)::tsquery as q
        from unnest(said) with ordinality t (w, at)) x;
    if not tolerant then
      return query execute 'with told as (select p.id, ts_rank(p.words, $4) as rank from publication p where (p.words @@ $4 or p.folded like all ($5)) and' || readable || '),
          found as (select g.publication_id, g.file_id, g.page, g.words from publication_page g join publication_file f on f.id = g.file_id and f.removed_at is null and f.hidden_at is null
            join publication p on p.id = g.publication_id where g.words @@ $4 and' || readable || ' limit 2000),
          ranked as (select publication_id, file_id, page, ts_rank(words, $4, 1) as rank from found),
          best as (select distinct on (publication_id) publication_id, file_id, page, rank, count(*) over (partition by publication_id)::int as pages
            from ranked order by publication_id, rank desc, page)
        select coalesce(t.id, b.publication_id), (2 * coalesce(t.rank, 0) + coalesce(b.rank, 0))::real, b.file_id, b.page, b.pages
        from told t full join best b on b.publication_id = t.id order by 2 desc, 1'
        using role, org, mine, whole, patterns;
      return;
    end if;
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    select string_agg(format('(p.words @@ ($4)[%1$s] or p.folded like ($5)[%1$s] or ($6)[%1$s] <%% p.folded
        or p.id in (select g.publication_id from publication_page g join publication_file f on f.id = g.file_id and f.removed_at is null and f.hidden_at is null where g.words @@ ($4)[%1$s]))', at), ' and ')
      into tests from generate_subscripts(said, 1) at;
    return query execute 'select p.id, ts_rank(p.words, $7), b.file_id, b.page, b.pages from (select p.* from publication p where' || readable || ' and ' || tests || ' limit 500) p
        left join lateral (select g.file_id, g.page, 1 as pages from publication_page g join publication_file f on f.id = g.file_id and f.removed_at is null and f.hidden_at is null
          where g.publication_id = p.id and g.words @@ $7 order by ts_rank(g.words, $7) desc, g.page limit 1) b on true
      order by 2 desc, 1'
      using role, org, mine, each, patterns, said, any_of;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_counties(owners uuid[])
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'samverkan'
AS $function$
    select coalesce(array_agg(distinct c.county_code order by c.county_code), '{}') from organization_county c where c.organization_id = any (owners) $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_hits(ids uuid[], given text, tolerant boolean)
 RETURNS TABLE(id uuid, file_id uuid, page integer, pages integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  #variable_conflict use_column
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    away uuid[]; whole tsquery; any_of tsquery;
  begin
    if cardinality(ids) = 0 then return; end if;
    away := array(select f.id from publication_file f where f.removed_at is not null or f.hidden_at is not null);
    whole := (select a.whole from publication_asked(given) a);
    any_of := publication_wanted(given);
    return query with files as materialized (
        select t.file_id, t.publication_id from publication_text t join publication p on p.id = t.publication_id
        where t.publication_id = any (ids) and t.file_id <> all (away) and (tolerant or t.words @@ whole) and p.hidden_at is null and p.removed_at is null and (p.shown = 4 or role <> 'system_admin' and (p.shown = 3 or org = any (p.owner_ids)
      or p.shown = 2 and p.county_codes && mine and role in ('coordinator', 'county_staff', 'county_admin')))),
      pages as (select g.publication_id, g.file_id, g.page, g.words @@ whole as together, ts_rank(g.words, any_of, 1) as rank
        from files cross join lateral (select n.* from publication_page n where n.file_id = files.file_id offset 0) g where g.words @@ any_of)
      select distinct on (h.publication_id) h.publication_id, h.file_id, h.page, (case when h.together then count(*) filter (where h.together) over each else count(*) over each end)::int
      from pages h window each as (partition by h.publication_id) order by h.publication_id, h.together desc, h.rank desc, h.page;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_leave_undo(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    a publication; b publication; w publication_owning; owners uuid[];
  begin
    select * into b from publication x where x.id = target and x.hidden_at is null and x.removed_at is null for update;
    select * into w from publication_owning x where x.publication_id = target and x.organization_id = ctx_org() for update;
    if b.id is null or coalesce(ctx_role(), '') not in ('county_staff', 'county_admin') or w.publication_id is null then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    if ctx_org() = any (b.owner_ids) then return 'publication.owns-already'; end if;
    if w.left_at is null or w.left_at < clock_timestamp() - interval '1 day' then return 'publication.too-late-to-come-back'; end if;
    owners := case when (w.receipt->>'kept')::boolean then ctx_org() || b.owner_ids else b.owner_ids || ctx_org() end;
    update publication x set version = x.version + 1, owner_ids = owners, county_codes = publication_counties(owners),
      organization_id = case when (w.receipt->>'kept')::boolean then ctx_org() else x.organization_id end,
      function_id = coalesce(x.function_id, (select f.id from contact_function f where f.id = (w.receipt->>'function')::uuid and f.retired_on is null and f.organization_id = ctx_org()))
      where x.id = b.id returning x.* into a;
    update publication_owning x set left_at = null, receipt = null where x.publication_id = target and x.organization_id = ctx_org();
    perform publication_owning_traced(b, a, 'publication.came-back');
    return 'done';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_leave(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    a publication; b publication; rest uuid[]; heir uuid; answers boolean;
  begin
    select * into b from publication x where x.id = target and x.hidden_at is null and x.removed_at is null for update;
    if b.id is null or coalesce(ctx_role(), '') not in ('county_staff', 'county_admin') or not ctx_org() = any (b.owner_ids) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    rest := array_remove(b.owner_ids, ctx_org());
    heir := (select g.id from unnest(rest) with ordinality w (id, place) join organization g on g.id = w.id
      where g.merged_into_id is null and (g.valid_to is null or g.valid_to >= today()) order by w.id <> b.organization_id, w.place limit 1);
    if heir is null then return 'publication.last-owner'; end if;
    answers := exists (select from contact_function f where f.id = b.function_id and f.organization_id = ctx_org());
    update publication x set version = x.version + 1, owner_ids = rest, county_codes = publication_counties(rest),
      organization_id = case when x.organization_id = ctx_org() then heir else x.organization_id end,
      function_id = case when answers then null else x.function_id end where x.id = b.id returning x.* into a;
    perform publication_owning_traced(b, a, 'publication.left');
    insert into publication_owning (publication_id, organization_id, seen_at, left_at, receipt)
      values (b.id, ctx_org(), clock_timestamp(), clock_timestamp(), jsonb_build_object('kept', b.organization_id = ctx_org(), 'function', case when answers then b.function_id end))
      on conflict (publication_id, organization_id) do update set seen_at = excluded.seen_at, left_at = excluded.left_at, receipt = excluded.receipt;
    return 'done';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_link_tried(target uuid, answers boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        update publication_link set checked_at = clock_timestamp(), failing_since = case when answers is null then failing_since when answers then null else coalesce(failing_since, today()) end where id = target;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_links_due(most integer)
 RETURNS TABLE(id uuid, address text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        return query select l.id, l.address from publication_link l join publication p on p.id = l.publication_id
          where p.status = 'published' and p.removed_at is null and p.hidden_at is null and (l.checked_at is null or l.checked_at < clock_timestamp() - interval '20 hours')
          order by l.checked_at nulls first, l.id limit most;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    select jsonb_build_object(
      'kept', (select coalesce(jsonb_agg(p.id), '[]') from publication p where p.organization_id = source),
      'owned', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'owners', p.owner_ids)), '[]') from publication p where source = any (p.owner_ids)),
      'asked', (select coalesce(jsonb_agg(r.id), '[]') from publication_request r where r.organization_id = source),
      'files', (select coalesce(jsonb_agg(f.id), '[]') from publication_file f where f.organization_id = source)) into receipt;
    update publication set organization_id = case when organization_id = source then target else organization_id end,
      owner_ids = organization_swapped(owner_ids, source, target) where organization_id = source or source = any (owner_ids);
    update publication_file set organization_id = target where organization_id = source;
    update publication_request set organization_id = target where organization_id = source;
    return receipt;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_owners_named(target uuid, named uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    p publication; one uuid; before publication_owning;
  begin
    select * into p from publication x where x.id = target and x.hidden_at is null for update;
    if p.id is null or coalesce(ctx_role(), '') not in ('county_staff', 'county_admin') or not ctx_org() = any (p.owner_ids) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    foreach one in array named loop
      continue when one = ctx_org() or not one = any (p.owner_ids);
      select * into before from publication_owning w where w.publication_id = target and w.organization_id = one;
      insert into publication_owning (publication_id, organization_id, by_organization_id) values (target, one, ctx_org())
        on conflict (publication_id, organization_id) do update set by_organization_id = excluded.by_organization_id, named_at = clock_timestamp(), seen_at = null, left_at = null, receipt = null;
      if before.publication_id is null or before.left_at is not null or before.named_at < clock_timestamp() - interval '1 day' then return next one; end if;
    end loop;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_owning_seen(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if coalesce(ctx_role(), '') not in ('county_staff', 'county_admin') then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    update publication_owning w set seen_at = clock_timestamp() from publication p where w.publication_id = target and w.organization_id = ctx_org()
      and w.seen_at is null and w.left_at is null and p.id = w.publication_id and p.hidden_at is null and ctx_org() = any (p.owner_ids);
    return found;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_owning_traced(before publication, after publication, kind text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    insert into change_log (area, object_id, level, version, field, before, after)
      values ('publications', after.id, 0, after.version, 'ownerIds', to_jsonb(before.owner_ids), to_jsonb(after.owner_ids));
    insert into event (area, object_id, level, kind) values ('publications', after.id, 0, kind);
    -- Whoever no longer sees it is told that it is gone.
    if kind = 'publication.left' then
      insert into event (area, object_id, level, kind, former_level, former_owners, former_partners, former_counties)
        values ('publications', after.id, before.shown, 'publication.gone', before.shown, before.owner_ids, '{}', before.county_codes);
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_page_text(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select regexp_replace(translate($1, E'\u0002\u0003', ''), '([[:lower:]])[-­]\s*\n\s*([[:lower:]])', '\1\2', 'g') $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_page_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    insert into publication_page (file_id, page, publication_id, words)
      select n.file_id, n.page, f.publication_id, to_tsvector('swedish', publication_page_text(left(n.words, 150000)))
      from came n join publication_file f on f.id = n.file_id;
    insert into publication_text (file_id, publication_id, words)
      select f.id, f.publication_id, publication_text_of(f.id) from (select distinct file_id from came) n join publication_file f on f.id = n.file_id
      on conflict (file_id) do update set words = excluded.words;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    if exists (select from jsonb_to_recordset(receipt->'owned') as g (id uuid, owners uuid[]) join publication p on p.id = g.id
      where p.owner_ids <> organization_swapped(g.owners, source, target)) then return false; end if;
    update publication p set organization_id = case when receipt->'kept' ? p.id::text then source else p.organization_id end,
      owner_ids = coalesce((select g.owners from jsonb_to_recordset(receipt->'owned') as g (id uuid, owners uuid[]) where g.id = p.id), p.owner_ids)
      where receipt->'kept' ? p.id::text or p.id in (select g.id from jsonb_to_recordset(receipt->'owned') as g (id uuid));
    update publication_file set organization_id = source where organization_id = target and receipt->'files' ? id::text;
    update publication_request set organization_id = source where organization_id = target and receipt->'asked' ? id::text;
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_starts(given text)
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'samverkan'
AS $function$
    select array_agg(coalesce((ts_lexize('swedish_stem', w))[1], w) order by at)
    from (select w, min(at) as at from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') with ordinality x (w, at) where length(w) > 1 group by w order by 2 limit 8) words $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_successors(former uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select id from publication where supersedes_ids @> array[former] and hidden_at is null and (shown = 4 or could_read(shown, owner_ids, '{}', county_codes)) $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_text_hide(kind text, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if ctx_role() is null or ctx_role() not in ('coordinator', 'partner', 'county_staff', 'county_admin') then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    if kind = 'publication' then
      update publication p set hidden_at = clock_timestamp(), version = p.version + 1
        where p.id = target and p.hidden_at is null and p.removed_at is null and could_read(p.shown, p.owner_ids, '{}', p.county_codes);
    else
      update publication_file f set hidden_at = clock_timestamp(), version = f.version + 1 from publication p
        where f.id = target and f.hidden_at is null and f.removed_at is null and p.id = f.publication_id and p.hidden_at is null and p.removed_at is null
          and could_read(p.shown, p.owner_ids, '{}', p.county_codes);
    end if;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_text_of(file uuid)
 RETURNS tsvector
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select array_to_tsvector(coalesce(array_agg(lexeme) filter (where bytes < 900000), '{}'))
    from (select lexeme, sum(octet_length(lexeme) + 8) over (order by lexeme) as bytes
      from (select distinct l.lexeme from publication_page g, unnest(g.words) l where g.file_id = file) once) counted $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_text_show(kind text, target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    if kind = 'publication' then
      update publication set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'title', title),
        series = coalesce(clean->>'series', series), authors = coalesce(clean->>'authors', authors), summary = coalesce(clean->>'summary', summary),
        summary_en = coalesce(clean->>'summaryEn', summary_en), dnr = case when clean ? 'dnr' then nullif(clean->>'dnr', '') else dnr end,
        number = case when clean ? 'number' then nullif(clean->>'number', '') else number end,
        withdrawn_motive = case when withdrawn_motive is not null then coalesce(nullif(clean->>'motive', ''), withdrawn_motive) end
        where id = target;
      if clean ? 'links' then delete from publication_link l where l.publication_id = target
        and position(l.title || ' ' || l.address in clean->>'links') = 0; end if;
      return;
    end if;
    update publication_file f set hidden_at = null, version = f.version + 1, title = coalesce(clean->>'title', f.title),
      cleaned_at = case when clean ? 'title' then clock_timestamp() else f.cleaned_at end where f.id = target;
    if clean ? 'title' then delete from stored_file s where s.id = target; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publication_wanted(given text)
 RETURNS tsquery
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select nullif(string_agg(nullif(concat_ws(' | ', nullif(stem, ''), nullif(nullif(plain, ''), stem)), ''), ' | '), '')::tsquery from (select to_tsquery('swedish', quote_literal(w) || ':*')::text as stem, to_tsquery('simple', quote_literal(w) || ':*')::text as plain
      from (select distinct w from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 1 limit 8) words) formed $function$
;

CREATE OR REPLACE FUNCTION samverkan.publications_best(given text, tolerant boolean, among uuid[], most integer, skipped integer, counted integer)
 RETURNS TABLE(id uuid, place integer, total integer, file_id uuid, page integer, pages integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 25
 SET search_path TO 'samverkan'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET enable_sort TO 'off'
AS $function$
  #variable_conflict use_column
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    away uuid[] := array(select f.id from publication_file f where f.removed_at is not null or f.hidden_at is not null);
    asked record; any_of tsquery := publication_wanted(given);
  begin
    if tolerant then
      return query select * from publications_best(given, true, among, most, skipped);
      return;
    end if;
    select * into asked from publication_asked(given);
    if asked.said is null then return query select null::uuid, null::integer, 0, null::uuid, null::integer, null::integer; return; end if;
    return query with texts as materialized (select t.publication_id from publication_text t where t.words @@ asked.whole and t.file_id <> all (away)),
      named as materialized (select p.id, p.year, ts_rank(p.words, asked.whole) as told from publication p where p.words @@ any_of and (p.id in (select x.id from publication x where x.words @@ asked.whole or x.folded like asked.patterns[1] and x.folded like all (asked.patterns)) or p.id in (select publication_id from texts)) and (among is null or p.id = any (among)) and p.hidden_at is null and p.removed_at is null and (p.shown = 4 or role <> 'system_admin' and (p.shown = 3 or org = any (p.owner_ids)
      or p.shown = 2 and p.county_codes && mine and role in ('coordinator', 'county_staff', 'county_admin')))),
      found as materialized (select * from named union all
        (select p.id, p.year, 0 from publication p where p.id not in (select x.id from publication x where x.words @@ any_of) and (p.id in (select publication_id from texts) or p.id in (select x.id from publication x where x.words @@ asked.whole or x.folded like asked.patterns[1] and x.folded like all (asked.patterns))) and (among is null or p.id = any (among)) and p.hidden_at is null and p.removed_at is null and (p.shown = 4 or role <> 'system_admin' and (p.shown = 3 or org = any (p.owner_ids)
      or p.shown = 2 and p.county_codes && mine and role in ('coordinator', 'county_staff', 'county_admin')))
          order by p.year desc nulls last, p.id desc limit case when (select count(*) from named where named.told > 0) >= counted then 0 else counted end)),
      told as materialized (select * from found order by told desc, year desc nulls last, id desc limit 100),
      long as materialized (select l.publication_id, sum(s.pages) as pages from publication_file l join stored_file s on s.id = l.id
        where l.publication_id = any (array(select told.id from told)) and l.id <> all (away) group by l.publication_id),
      first as (select t.*, coalesce((select long.pages from long where long.publication_id = t.id), 0) as long from told t),
      few as (select id, row_number() over up_to as at, sum(long) over up_to - long as before from first window up_to as (order by told desc, year desc nulls last, id desc)),
      weighed as materialized (select few.id, g.* from few cross join lateral (
        select h.*, count(*) over ()::int as pages
        from (select each.file_id, each.page, ts_rank(each.words, asked.whole, 1) as best
          from (select g.file_id, g.page, g.words from publication_page g where g.publication_id = few.id and g.file_id <> all (away) offset 0) each
          where each.words @@ asked.whole offset 0) h
        order by h.best desc, h.page limit 1) g where few.at <= 25 or few.before < 2000),
      shown as (select f.id, f.year, (2 * f.told + coalesce(w.best, 0))::real as rank, w.file_id, w.page, w.pages
        from (select * from told where most + skipped <= 100 union all select * from found where (most + skipped <= 100) is not true) f left join weighed w on w.id = f.id
        order by 3 desc, 2 desc nulls last, 1 desc limit most offset skipped)
      select s.id, s.place, n.total, s.file_id, s.page, s.pages from (select count(*)::int as total from found) n left join
        (select *, row_number() over (order by rank desc, year desc nulls last, id desc)::int as place from shown) s on true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publications_best(given text, tolerant boolean, among uuid[], most integer, skipped integer)
 RETURNS TABLE(id uuid, place integer, total integer, file_id uuid, page integer, pages integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 25
 SET search_path TO 'samverkan'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
AS $function$
  #variable_conflict use_column
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    away uuid[] := array(select f.id from publication_file f where f.removed_at is not null or f.hidden_at is not null);
    asked record; any_of tsquery := publication_wanted(given);
  begin
    if tolerant then
      return query with found as materialized (select p.id, p.year, b.rank from publications_by_text(given, true) b join publication p on p.id = b.id where among is null or p.id = any (among))
        select s.id, s.place, n.total, null::uuid, null::integer, null::integer from (select count(*)::int as total from found) n left join
          (select id, row_number() over (order by rank desc, year desc nulls last, id desc)::int as place from (select * from found order by rank desc, year desc nulls last, id desc limit most offset skipped) f) s on true;
      return;
    end if;
    select * into asked from publication_asked(given);
    if asked.said is null then return query select null::uuid, null::integer, 0, null::uuid, null::integer, null::integer; return; end if;
    return query with found as materialized (
        select p.id, p.year, case when p.id in (select x.id from publication x where x.words @@ any_of) then ts_rank(p.words, asked.whole) else 0 end as told from publication p
        where (p.id in (select t.publication_id from publication_text t where t.words @@ asked.whole and t.file_id <> all (away))
            or p.id in (select x.id from publication x where x.words @@ asked.whole or x.folded like asked.patterns[1] and x.folded like all (asked.patterns)))
          and (among is null or p.id = any (among)) and p.hidden_at is null and p.removed_at is null and (p.shown = 4 or role <> 'system_admin' and (p.shown = 3 or org = any (p.owner_ids)
      or p.shown = 2 and p.county_codes && mine and role in ('coordinator', 'county_staff', 'county_admin')))),
      first as materialized (select f.*, (select coalesce(sum(s.pages), 0) from publication_file l join stored_file s on s.id = l.id where l.publication_id = f.id and l.id <> all (away)) as long
        from (select * from found order by told desc, year desc nulls last, id desc limit 100) f),
      few as (select id, row_number() over up_to as at, sum(long) over up_to - long as before from first window up_to as (order by told desc, year desc nulls last, id desc)),
      weighed as materialized (select few.id, g.* from few cross join lateral (
        select h.*, count(*) over ()::int as pages
        from (select each.file_id, each.page, ts_rank(each.words, asked.whole, 1) as best
          from (select g.file_id, g.page, g.words from publication_page g where g.publication_id = few.id and g.file_id <> all (away) offset 0) each
          where each.words @@ asked.whole offset 0) h
        order by h.best desc, h.page limit 1) g where few.at <= 25 or few.before < 2000),
      shown as (select f.id, f.year, (2 * f.told + coalesce(w.best, 0))::real as rank, w.file_id, w.page, w.pages from found f left join weighed w on w.id = f.id
        order by 3 desc, 2 desc nulls last, 1 desc limit most offset skipped)
      select s.id, s.place, n.total, s.file_id, s.page, s.pages from (select count(*)::int as total from found) n left join
        (select *, row_number() over (order by rank desc, year desc nulls last, id desc)::int as place from shown) s on true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publications_by_text(given text, tolerant boolean)
 RETURNS TABLE(id uuid, rank real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
AS $function$
  #variable_conflict use_column
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    away uuid[] := array(select f.id from publication_file f where f.removed_at is not null or f.hidden_at is not null);
    asked record; any_of tsquery := publication_wanted(given); tests text;
  begin
    select * into asked from publication_asked(given);
    if asked.said is null then return; end if;
    if not tolerant then
      return query with found as materialized (
          select p.id, p.year, ts_rank(p.words, asked.whole) as told from publication p
          where (p.words @@ asked.whole or p.folded like all (asked.patterns)
            or p.id in (select t.publication_id from publication_text t where t.words @@ asked.whole and t.file_id <> all (away))) and p.hidden_at is null and p.removed_at is null and (p.shown = 4 or role <> 'system_admin' and (p.shown = 3 or org = any (p.owner_ids)
      or p.shown = 2 and p.county_codes && mine and role in ('coordinator', 'county_staff', 'county_admin')))),
        first as (select id from found order by told desc, year desc nulls last, id desc limit 100),
        paged as (select first.id, g.best from first cross join lateral (
          select max(ts_rank(each.words, asked.whole, 1)) as best
          from (select g.words from publication_page g where g.publication_id = first.id and g.file_id <> all (away) offset 0) each
          where each.words @@ asked.whole) g)
        select f.id, (2 * f.told + coalesce(g.best, 0))::real from found f left join paged g on g.id = f.id order by 2 desc, f.id;
      return;
    end if;
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    select string_agg(format('(p.words @@ ($1)[%1$s] or p.folded like ($2)[%1$s] or (select ($3)[%1$s]) <%% p.folded
        or p.id in (select t.publication_id from publication_text t where t.words @@ ($1)[%1$s] and t.file_id <> all ($8)))', at), ' and ')
      into tests from generate_subscripts(asked.said, 1) at;
    return query execute 'select p.id, ts_rank(p.words, $4) from (select p.* from publication p, (select $5::text as role, $6::uuid as org, $7::text[] as mine) reader where p.hidden_at is null and p.removed_at is null and (p.shown = 4 or role <> ''system_admin'' and (p.shown = 3 or org = any (p.owner_ids)
      or p.shown = 2 and p.county_codes && mine and role in (''coordinator'', ''county_staff'', ''county_admin''))) and ' || tests || ' limit 500) p order by 2 desc, 1'
      using asked.each, asked.patterns, asked.said, any_of, role, org, mine, away;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.publications_held(account uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(o.name, x.n, x.first_on, x.last_on) order by o.name), '[]')
      from (select f.organization_id, count(*) as n, min((f.created_at at time zone 'Europe/Stockholm')::date) as first_on,
          max((f.created_at at time zone 'Europe/Stockholm')::date) as last_on
        from publication_file f where f.user_id = account and f.removed_at is null group by 1) x join organization o on o.id = x.organization_id);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_bundle_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'samverkan'
AS $function$
  begin
    if current_user = 'samverkan_app' and new.bundle_id is distinct from old.bundle_id and not (ctx_role() in ('county_staff', 'county_admin') and old.county_codes && ctx_counties()) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_bundle_size(target uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select count(*)::int from question_bundle b join question_bundle_item i on i.bundle_id = b.id join question q on q.id = i.question_id and q.hidden_at is null
    where b.id = target and ctx_role() <> 'system_admin' and (b.board_id = ctx_org() or b.recipient_ids @> array[ctx_org()]
      or ctx_role() in ('county_staff', 'county_admin') and b.county_codes && ctx_counties())
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_by_text(given text, nearly boolean, most integer)
 RETURNS TABLE(id uuid, place bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  #variable_conflict use_column
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    wanted tsquery := words_wanted(given);
  begin
    if role is null then return; end if;
    return query select near.id, row_number() over (order by near.exact desc, ts_rank(near.words, wanted) desc, near.changed_at desc, near.id desc)
      from (select q.id, q.words, q.changed_at, q.reference = upper(btrim(given)) as exact from question q
        where q.hidden_at is null and role <> 'system_admin' and (org = q.organization_id or org = any (q.joined_ids)
  or q.county_codes && mine and (role in ('county_staff', 'county_admin') or q.visibility = 2 and role = 'coordinator')) and (q.words @@ wanted or q.reference = upper(btrim(given)) or nearly and word_similarity(given, q.title) >= 0.5)
        order by q.changed_at desc, q.id desc limit most) near;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_counts(since date, until date)
 RETURNS TABLE(subject text, county_code text, asked integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select q.subject, c, count(*)::int from question q, unnest(q.county_codes) c
    where ctx_role() in ('coordinator', 'county_staff', 'county_admin', 'national_reader') and q.hidden_at is null and q.visibility = 2 and q.asked_on between since and until group by 1, 2
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'samverkan'
AS $function$
  begin
    if current_user = 'samverkan_app' and not (ctx_role() in ('county_staff', 'county_admin') and old.county_codes && ctx_counties())
      and (new.handler_organization_id is distinct from old.handler_organization_id
        or new.status is distinct from old.status and new.status <> 'no_longer_relevant' and (old.status <> 'no_longer_relevant' or new.status is distinct from old.status_before)) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_join_add(target uuid, party uuid, place text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform from question q where q.id = target and q.hidden_at is null and q.organization_id <> party
      and q.status in ('received', 'in_progress', 'sent_national', 'answered', 'reopened') and could_read(q.visibility, array[q.organization_id], q.joined_ids, q.county_codes)
      and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and (party = ctx_org() or ctx_role() in ('county_staff', 'county_admin') and q.county_codes && ctx_counties())
      -- What is between the one who asked and her county board is opened to nobody else by the board.
      and (q.visibility >= 2 or q.captured) for update;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    insert into question_join (question_id, organization_id, municipality_code) values (target, party, place) on conflict do nothing;
    if not found then return false; end if;
    update question set joined_ids = joined_ids || party, version = version + 1, changed_at = clock_timestamp() where id = target;
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_join_end(target uuid, party uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform from question q where q.id = target and q.hidden_at is null and could_read(q.visibility, array[q.organization_id], q.joined_ids, q.county_codes)
      and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') and (party = ctx_org() or ctx_role() in ('county_staff', 'county_admin') and q.county_codes && ctx_counties()) for update;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    delete from question_join where question_id = target and organization_id = party;
    if not found then return false; end if;
    update question set joined_ids = array_remove(joined_ids, party), version = version + 1, changed_at = clock_timestamp() where id = target;
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_judge(target uuid, of_reply uuid, good boolean, why text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    select jsonb_build_object(
      'asked', (select coalesce(jsonb_agg(id), '[]') from question where organization_id = source),
      'joined', (select coalesce(jsonb_agg(to_jsonb(j)), '[]') from question_join j where organization_id = source),
      'arrays', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'ids', joined_ids)), '[]') from question where source = any (joined_ids)),
      'told', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from question_told t where organization_id = source),
      'addresses', (select coalesce(jsonb_agg(id), '[]') from question_address where recipient_id = source),
      'recipients', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'ids', recipient_ids)), '[]') from question_bundle where source = any (recipient_ids)),
      'noted', (select coalesce(jsonb_agg(id), '[]') from question_reply where organization_id = source),
      'answered', (select coalesce(jsonb_agg(id), '[]') from question_reply where source_id = source)) into receipt;
    update question set organization_id = target where organization_id = source;
    update question_join j set organization_id = target where organization_id = source
      and not exists (select from question_join k where k.question_id = j.question_id and k.organization_id = target);
    delete from question_join where organization_id = source;
    update question set joined_ids = organization_swapped(joined_ids, source, target) where source = any (joined_ids);
    update question_told t set organization_id = target where organization_id = source
      and not exists (select from question_told k where k.reply_id = t.reply_id and k.question_id = t.question_id and k.organization_id = target);
    delete from question_told where organization_id = source;
    update question_address set recipient_id = target where recipient_id = source;
    update question_bundle set recipient_ids = organization_swapped(recipient_ids, source, target) where source = any (recipient_ids);
    update question_reply set organization_id = target where organization_id = source;
    update question_reply set source_id = target where source_id = source;
    return receipt;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    if exists (select from jsonb_to_recordset(receipt->'arrays') as g (id uuid, ids uuid[]) join question q on q.id = g.id where q.joined_ids <> organization_swapped(g.ids, source, target)) then
      return false;
    end if;
    update question set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'asked') x);
    update question q set joined_ids = g.ids from jsonb_to_recordset(receipt->'arrays') as g (id uuid, ids uuid[]) where q.id = g.id;
    delete from question_join j using jsonb_populate_recordset(null::question_join, receipt->'joined') g, question q
      where q.id = g.question_id and j.question_id = g.question_id and j.organization_id = target and target <> all (q.joined_ids);
    insert into question_join select * from jsonb_populate_recordset(null::question_join, receipt->'joined') on conflict do nothing;
    delete from question_told t using jsonb_populate_recordset(null::question_told, receipt->'told') g, question q
      where q.id = g.question_id and t.reply_id = g.reply_id and t.question_id = g.question_id and t.organization_id = target and q.organization_id <> target and target <> all (q.joined_ids);
    insert into question_told select * from jsonb_populate_recordset(null::question_told, receipt->'told') on conflict do nothing;
    update question_address set recipient_id = source where recipient_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'addresses') x);
    update question_bundle b set recipient_ids = g.ids from jsonb_to_recordset(receipt->'recipients') as g (id uuid, ids uuid[]) where b.id = g.id;
    update question_reply set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'noted') x);
    update question_reply set source_id = source where source_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'answered') x);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_place(kind text, target uuid)
 RETURNS TABLE(reference text, owner_ids uuid[], partner_ids uuid[], county_codes text[], level smallint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  declare
    role text := coalesce(ctx_role(), ''); org uuid := ctx_org(); mine text[] := ctx_counties();
    cleans boolean := exists (select from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes));
  begin
    if kind = 'question' then
      return query select q.reference, array[q.organization_id], q.joined_ids, q.county_codes, q.visibility from question q where q.id = target
        and (q.hidden_at is null and role in ('coordinator', 'partner', 'county_staff', 'county_admin') and could_read(q.visibility, array[q.organization_id], q.joined_ids, q.county_codes) or cleans);
    elsif kind = 'bundle' then
      return query select b.reference, array[b.board_id], b.recipient_ids, b.county_codes, case when b.status = 'draft' then 0 else 1 end::smallint from question_bundle b where b.id = target
        and (b.hidden_at is null and role in ('coordinator', 'partner', 'county_staff', 'county_admin') and (b.board_id = org and role in ('county_staff', 'county_admin') or b.status <> 'draft' and (b.recipient_ids @> array[org]
          or role in ('county_staff', 'county_admin') and b.county_codes && mine or exists (select from question q where q.bundle_id = b.id and q.hidden_at is null
            and (q.organization_id = org or q.joined_ids @> array[org])))) or cleans);
    elsif kind = 'reply' then
      return query select coalesce(b.reference, q.reference), array[r.organization_id], (select coalesce(array_agg(distinct t.organization_id), '{}') from question_told t where t.reply_id = r.id),
          coalesce(b.county_codes, q.county_codes), 1::smallint
        from question_reply r left join question_bundle b on b.id = r.bundle_id left join question q on q.id = r.question_id where r.id = target
        and (r.hidden_at is null and role in ('coordinator', 'partner', 'county_staff', 'county_admin') and (r.organization_id = org or role in ('county_staff', 'county_admin') and coalesce(b.county_codes, q.county_codes) && mine
          or exists (select from question_told t where t.reply_id = r.id and t.organization_id = org)) or cleans);
    elsif kind = 'faq' then
      return query select to_char(f.changed_at, 'YYYY-MM-DD'), array[f.organization_id], '{}'::uuid[], f.county_codes, f.level from faq f where f.id = target
        and (f.hidden_at is null and role in ('coordinator', 'partner', 'county_staff', 'county_admin') and could_read(f.level, array[f.organization_id], '{}', f.county_codes) or cleans);
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_reply_give(of_bundle uuid, of_question uuid, said text, address text, came_on date)
 RETURNS TABLE(reply_id uuid, question_id uuid, level smallint, version integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  declare
    made uuid; source uuid;
  begin
    if of_bundle is not null then
      select a.recipient_id into source from question_bundle b join question_address a on a.bundle_id = b.id and a.ended_on is null
        where b.id = of_bundle and b.hidden_at is null and b.status = 'sent' and ctx_role() is not null and ctx_role() <> 'system_admin'
          and (ctx_role() in ('county_staff', 'county_admin') and b.board_id = ctx_org() or a.recipient_id = ctx_org()) for update of b, a;
    else
      select ctx_org() into source from question q where q.id = of_question and q.hidden_at is null and q.status in ('received', 'in_progress', 'reopened')
        and ctx_role() in ('county_staff', 'county_admin') and q.county_codes && ctx_counties() for update;
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_similar(given text, of_subject text, except_id uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    wanted tsquery;
  begin
    if role is null then return; end if;
    -- Any of the words, as their stems.
    select coalesce(nullif(string_agg(to_tsquery('swedish', quote_literal(w))::text, ' | ') filter (where to_tsquery('swedish', quote_literal(w))::text <> ''), ''), '')::tsquery into wanted
      from (select distinct w from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 2 limit 16) words;
    return query with near as materialized (select q.id, q.title, q.words, q.subject, q.changed_at from question q
        where q.hidden_at is null and role <> 'system_admin' and (org = q.organization_id or org = any (q.joined_ids)
  or q.county_codes && mine and (role in ('county_staff', 'county_admin') or q.visibility = 2 and role = 'coordinator')) and q.words @@ wanted and q.id is distinct from except_id and q.status not in ('rejected', 'no_longer_relevant')
        order by q.changed_at desc, q.id desc limit 1000),
      best as (select n.*, 8 * ts_rank(n.words, wanted) as rank from near n order by ts_rank(n.words, wanted) desc, n.changed_at desc limit 60),
      weighed as (select b.id, b.changed_at, b.rank + 3 * similarity(b.title, given) + case when b.subject = of_subject then 0.5 else 0 end as likeness from best b)
      select w.id from weighed w where w.likeness >= 0.9 order by w.likeness desc, w.changed_at desc, w.id limit most;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_tell(of_reply uuid, most integer)
 RETURNS TABLE(question_id uuid, organization_id uuid, address text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
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
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_text_hide(kind text, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select from question_place(kind, target)) then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    if kind = 'question' then update question set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null;
    elsif kind = 'bundle' then update question_bundle set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null;
    elsif kind = 'reply' then update question_reply set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null;
    else update faq set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null; end if;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_text_show(kind text, target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    if kind = 'question' then
      update question set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'question', title), text = coalesce(clean->>'background', text),
        reason = coalesce(clean->>'endReason', reason) where id = target;
      -- A line for each that whoever cleans it was given, in the same order.
      if clean ? 'verdicts' then
        update question_told t set because = coalesce((string_to_array(clean->>'verdicts', E'\n'))[x.n], '')
          from (select reply_id, organization_id, row_number() over (order by reply_id, organization_id) as n from question_told where question_id = target and because <> ''
            and (organization_id = ctx_org() or ctx_role() in ('county_staff', 'county_admin'))) x
          where t.question_id = target and t.reply_id = x.reply_id and t.organization_id = x.organization_id;
      end if;
    elsif kind = 'bundle' then
      update question_bundle set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'title', title), wording = coalesce(clean->>'wording', wording),
        reason = coalesce(clean->>'endReason', reason) where id = target;
    elsif kind = 'reply' then
      update question_reply set hidden_at = null, version = version + 1, text = coalesce(clean->>'replyText', text), link = coalesce(clean->>'address', link) where id = target;
    else
      update faq set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'question', title), answer = coalesce(clean->>'replyText', answer),
        source = coalesce(clean->>'replySource', source), link = coalesce(clean->>'address', link) where id = target;
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_told_late()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    insert into question_told (reply_id, question_id, organization_id, told_at)
      select t.reply_id, new.question_id, new.organization_id, clock_timestamp() from question_told t join question_reply r on r.id = t.reply_id
      where t.question_id = new.question_id order by r.recorded_at desc limit 1
      on conflict do nothing;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.question_untold(since interval)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select distinct t.reply_id from question_told t join question_reply r on r.id = t.reply_id
    where t.told_at is null and r.recorded_at < now() - since and ctx_role() is null
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.require_adoption(strategy uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    found_id uuid;
  begin
    select a.id into found_id from strategy_adoption a where a.strategy_id = strategy and a.undone_at is null and a.tx = pg_current_xact_id();
    if found_id is null then raise exception 'No adoption of it is under way.' using errcode = '42501'; end if;
    return found_id;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.require_merge(source uuid, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from organization_merge m where m.from_id = source and m.into_id = target and m.tx = pg_current_xact_id()) then
      raise exception 'No merge of these two is under way.' using errcode = '42501';
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.require_term_merge(target uuid, wanted text)
 RETURNS term_proposal
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    p term_proposal;
  begin
    select * into p from term_proposal where id = target;
    if p.deed is distinct from 'merge' or p.state <> wanted or p.tx is distinct from pg_current_xact_id() or coalesce(ctx_role(), '') <> 'county_admin' then
      raise exception 'No merge is being decided.' using errcode = '42501';
    end if;
    return p;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_accounts_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select x.* from (select u.id::text, (l.last_day + 1)::timestamp at time zone 'Europe/Stockholm', l.organization_id, null::text
      from app_user u join (select m.user_id, max(m.valid_to) as last_day, (array_agg(m.organization_id order by m.valid_to desc nulls first, m.id))[1] as organization_id
  from membership m group by m.user_id having bool_and(m.valid_to is not null)) l on l.user_id = u.id
      where not u.demo and not u.sealed and u.erased_at is null and l.last_day < (as_of at time zone 'Europe/Stockholm')::date - 30
        and not exists (select 1 from erasure_request r where r.user_id = u.id and r.decision = 'refuse' and r.decided_at > as_of - interval '12 months')) x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_accounts_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    declare one uuid; begin
      for one in select d.id::uuid from retention_accounts_due(as_of) d where d.id = any (ids) loop
        update erasure_request r set withdrawn_at = clock_timestamp() where r.user_id = one and r.decided_at is null and r.withdrawn_at is null;
        insert into erasure_request (user_id, asked_by, decision, ground, decided_at) values (one, null, 'pseudonymise', 'left', clock_timestamp());
        perform account_erase(one, true);
        id := one::text;
        return next;
      end loop;
    end;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_answers_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select x.* from (select (i.user_id || '/' || i.organization_id || '/' || i.key), i.at, i.organization_id, null::text from idempotency i where i.at < as_of - interval '2 days') x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_answers_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from idempotency i where (i.user_id || '/' || i.organization_id || '/' || i.key) = any (ids) and i.at < as_of - interval '2 days' returning (i.user_id || '/' || i.organization_id || '/' || i.key);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_assessments_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$ select x.* from (select a.id::text, a.discarded_at as at, a.organization_id, null::text as reference from assessment a where a.signed_at is null and a.hidden_at is null and a.discarded_at < as_of - interval '30 days') x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_assessments_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from assessment a where a.id::text = any (ids) and a.signed_at is null and a.hidden_at is null and a.discarded_at < as_of - interval '30 days' returning a.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_audit_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select x.* from (select a.id::text, a.at, a.organization_id, a.verb from audit a where a.at < as_of - interval '24 months' and a.user_id is not null and a.pseudonym is not null) x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_audit_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    perform set_config('samverkan.audit_retention', 'on', true);
    return query update audit a set user_id = null where a.id::text = any (ids) and a.at < as_of - interval '24 months'
      and a.user_id is not null and a.pseudonym is not null returning a.id::text;
    perform set_config('samverkan.audit_retention', 'off', true);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_begin(job uuid, at timestamp with time zone)
 RETURNS TABLE(id uuid, as_of timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    insert into retention_run (job_id, as_of) values (job, at) on conflict (job_id) do nothing;
    return query select r.id, r.as_of from retention_run r where r.job_id = job;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_comments_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select c.id::text, c.removed_at, c.organization_id, null::text from action_comment c
    where retention_reader() and c.removed_at < as_of - interval '30 days' and c.hidden_at is null order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_comments_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    delete from change_log l using action_comment c where l.area = 'comments' and l.object_id = c.id and c.id::text = any (ids)
      and c.removed_at < as_of - interval '30 days' and c.hidden_at is null;
    return query delete from action_comment c where c.id::text = any (ids) and c.removed_at < as_of - interval '30 days' and c.hidden_at is null returning c.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_contacts_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select f.id::text, coalesce(f.verified_on::timestamp at time zone 'Europe/Stockholm', f.created_at), f.organization_id, case when f.hidden_at is null then f.title else '[dold]' end
    from contact_function f
    where retention_reader() and f.retired_on is null and not f.demo
      and coalesce(f.verified_on::timestamp at time zone 'Europe/Stockholm', f.created_at) < as_of - interval '24 months'
      and not exists (select 1 from action a where a.responsible_function_id = f.id and a.status in ('draft', 'planned', 'ongoing', 'paused')) order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_contacts_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      #variable_conflict use_column
      declare taken uuid[];
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        taken := array(select d.id::uuid from retention_contacts_due(as_of) d where d.id = any (ids));
        delete from contact_holder_name n using contact_holder h where h.id = n.holder_id and h.function_id = any (taken);
        delete from contact_inside_name i using contact_holder h where h.id = i.holder_id and h.function_id = any (taken);
        update contact_holder h set valid_to = greatest(h.valid_from, today() - 1), version = h.version + 1, cleared_at = as_of
          where h.function_id = any (taken) and (h.valid_to is null or h.valid_to >= today());
        return query update contact_function f set retired_on = today(), changed_at = clock_timestamp(), version = f.version + 1
          where f.id = any (taken) returning f.id::text;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_drafts_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select x.* from (select (d.user_id || '/' || d.organization_id || '/' || d.key), d.updated_at, d.organization_id, split_part(d.key, ':', 1) from draft d where d.updated_at < as_of - interval '30 days') x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_drafts_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from draft d where (d.user_id || '/' || d.organization_id || '/' || d.key) = any (ids) and d.updated_at < as_of - interval '30 days' returning (d.user_id || '/' || d.organization_id || '/' || d.key);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_end(run uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    update retention_run r set ended_at = clock_timestamp() where r.id = run and ctx_role() is null $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_ended(run uuid)
 RETURNS TABLE(rule text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select c.rule from retention_count c where c.run_id = run and c.ended_at is not null $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_files_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select t.id::text, t.removed_at, t.organization_id, a.reference from attachment t join action a on a.id = t.action_id
    where retention_reader() and t.removed_at < as_of - interval '30 days' order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_files_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    delete from stored_file f using attachment t where f.id = t.id and t.id::text = any (ids) and t.removed_at < as_of - interval '30 days';
    return query delete from attachment t where t.id::text = any (ids) and t.removed_at < as_of - interval '30 days' returning t.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_filters_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select x.id::text, x.at, x.organization_id, null::text from (
  select f.id, coalesce(f.removed_at, (select max(m.valid_to)::timestamptz from membership m where m.user_id = f.user_id and m.organization_id = f.organization_id), f.changed_at) as at,
    f.organization_id
  from action_filter f where f.removed_at is not null or f.user_id is not null
    and not exists (select from membership m where m.user_id = f.user_id and m.organization_id = f.organization_id and (m.valid_to is null or m.valid_to >= today()))) x where retention_reader() and x.at < as_of - interval '30 days' order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_filters_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      #variable_conflict use_column
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        return query delete from action_filter g using (
  select f.id, coalesce(f.removed_at, (select max(m.valid_to)::timestamptz from membership m where m.user_id = f.user_id and m.organization_id = f.organization_id), f.changed_at) as at,
    f.organization_id
  from action_filter f where f.removed_at is not null or f.user_id is not null
    and not exists (select from membership m where m.user_id = f.user_id and m.organization_id = f.organization_id and (m.valid_to is null or m.valid_to >= today()))) x
          where g.id = x.id and g.id::text = any (ids) and x.at < as_of - interval '30 days' returning g.id::text;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_formats_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select r.id::text, r.received_at, r.organization_id, r.format from publication_request r
    where retention_reader() and r.received_at < as_of - interval '365 days' order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_formats_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from publication_request r where r.id::text = any (ids) and r.received_at < as_of - interval '365 days' returning r.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_goals_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$ select x.* from (select g.id::text, g.removed_at as at, coalesce(s.kept_by, s.owner_organization_id) as organization_id, null::text as reference from goal g join strategy s on s.id = g.strategy_id left join goal p on p.id = g.parent_id
    where p.removed_at is null and g.removed_at < as_of - interval '30 days' and goal_may_go(g.id)) x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_goals_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  declare
    branch uuid[];
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    with recursive tree as (select g.id from goal g where g.id::text = any (ids) and g.removed_at < as_of - interval '30 days' and goal_may_go(g.id)
      union select g.id from goal g join tree t on g.parent_id = t.id) select coalesce(array_agg(t.id), '{}') into branch from tree t;
    perform goal_branch_delete(branch);
    return query select x from unnest(ids) x where not exists (select from goal g where g.id::text = x);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_groups_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select x.* from (select g.id::text, g.removed_at, g.organization_id, null::text from contact_group g where g.removed_at < as_of - interval '30 days') x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_groups_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      #variable_conflict use_column
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        return query with gone as (delete from contact_group g where g.id::text = any (ids) and g.removed_at < as_of - interval '30 days' returning g.id),
          told as (delete from change_log l using gone where l.area = 'contacts' and l.object_id = gone.id)
          select gone.id::text from gone;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_holders_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select h.id::text, (h.valid_to + 1)::timestamp at time zone 'Europe/Stockholm', h.organization_id, case when f.hidden_at is null then f.title else '[dold]' end
    from contact_holder h join contact_function f on f.id = h.function_id
    where retention_reader() and h.cleared_at is null and not f.demo and h.valid_to < (as_of at time zone 'Europe/Stockholm')::date - 30 order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_holders_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      #variable_conflict use_column
      declare taken uuid[];
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        taken := array(select d.id::uuid from retention_holders_due(as_of) d where d.id = any (ids));
        delete from contact_holder_name n where n.holder_id = any (taken);
        delete from contact_inside_name i where i.holder_id = any (taken);
        return query update contact_holder h set cleared_at = as_of where h.id = any (taken) returning h.id::text;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_invitations_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select x.* from (select i.id::text, coalesce(i.used_at, i.withdrawn_at, i.expires_at), i.organization_id, i.role from invitation i where coalesce(i.used_at, i.withdrawn_at, i.expires_at) < as_of - interval '90 days') x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_invitations_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from invitation i where i.id::text = any (ids) and coalesce(i.used_at, i.withdrawn_at, i.expires_at) < as_of - interval '90 days' returning i.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_letters_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select x.* from (select d.id::text, d.at, null::uuid, null::text from demo_mail d where d.at < as_of - interval '30 days') x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_letters_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from demo_mail d where d.id::text = any (ids) and d.at < as_of - interval '30 days' returning d.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_lines_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select u.id::text, u.removed_at, u.organization_id, a.reference from action_update u join action a on a.id = u.action_id
    where retention_reader() and u.removed_at < as_of - interval '30 days' and u.hidden_at is null order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_lines_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from action_update u where u.id::text = any (ids) and u.removed_at < as_of - interval '30 days' and u.hidden_at is null returning u.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_methods_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select m.id::text, m.removed_at, m.organization_id, 'M-' || upper(right(m.id::text, 6)) from method m
    where retention_reader() and m.removed_at < as_of - interval '30 days' order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_methods_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from method m where m.id::text = any (ids) and m.removed_at < as_of - interval '30 days' returning m.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_note(run uuid, which text, n integer, first_at timestamp with time zone, is_end boolean)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare total integer;
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    insert into retention_count as c (run_id, rule, taken, oldest, ended_at) values (run, which, n, first_at, case when is_end then clock_timestamp() end)
      on conflict (run_id, rule) do update set taken = c.taken + excluded.taken, oldest = least(c.oldest, excluded.oldest), ended_at = excluded.ended_at
      returning c.taken into total;
    return total;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_parties_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$ select x.* from (select w.id::text, w.removed_at as at, w.organization_id, null::text as reference from organization_withdrawn w where w.removed_at < as_of - interval '30 days') x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_parties_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from organization_withdrawn w where w.id::text = any (ids) and w.removed_at < as_of - interval '30 days' returning w.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_public_reports_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select r.id::text, coalesce(r.answered_at, r.received_at + interval '305 days'),
          (select o.id from organization o where o.kind = 'county_board' and o.county_code = r.county_code order by o.valid_to desc nulls first limit 1), null::text
        from public_report r
        where retention_reader() and coalesce(r.answered_at, r.received_at + interval '305 days') < as_of - interval '60 days' order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_public_reports_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      #variable_conflict use_column
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        return query delete from public_report r where r.id::text = any (ids)
          and coalesce(r.answered_at, r.received_at + interval '305 days') < as_of - interval '60 days' returning r.id::text;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_public_texts_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$ select x.* from (select t.id::text, t.removed_at as at, (select o.id from organization o where o.kind = 'county_board' and o.county_code = t.county_code and o.merged_into_id is null limit 1) as organization_id,
    null::text as reference from public_text t where t.shown_from is null and t.hidden_at is null and t.removed_at < as_of - interval '30 days') x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_public_texts_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from public_text t where t.id::text = any (ids) and t.shown_from is null and t.hidden_at is null and t.removed_at < as_of - interval '30 days' returning t.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_publications_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select x.id::text, x.at, x.organization_id, x.reference from (
      select p.id, p.removed_at as at, p.organization_id, coalesce(p.number, 'P-' || upper(right(p.id::text, 6))) as reference from publication p where p.removed_at is not null
      union all select f.id, f.removed_at, f.organization_id, coalesce(p.number, 'P-' || upper(right(p.id::text, 6))) from publication_file f join publication p on p.id = f.publication_id
        where f.removed_at is not null) x
    where retention_reader() and x.at < as_of - interval '30 days' order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_publications_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  declare
    gone uuid[];
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    select array_agg(p.id) into gone from publication p where p.id::text = any (ids) and p.removed_at < as_of - interval '30 days';
    delete from stored_file s using publication_file f where f.id = s.id
      and (f.publication_id = any (gone) or f.id::text = any (ids) and f.removed_at < as_of - interval '30 days');
    return query delete from publication_file f where f.id::text = any (ids) and f.removed_at < as_of - interval '30 days' returning f.id::text;
    update publication p set supersedes_ids = array(select x from unnest(p.supersedes_ids) x where x <> all (gone)) where p.supersedes_ids && gone;
    return query delete from publication p where p.id = any (gone) returning p.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_reader()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select ctx_role() is null or ctx_role() in ('county_admin', 'system_admin') $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_registrations_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select x.* from (
      select r.id::text, (coalesce(s.last_day, s.day) + s.to_time) at time zone 'Europe/Stockholm', o.organization_id, null::text
        from offer_registration r join offer_session s on s.id = r.session_id join offer o on o.id = s.offer_id
      union all select i.id::text, (coalesce(s.last_day, s.day) + s.to_time) at time zone 'Europe/Stockholm', o.organization_id, null::text
        from offer_invitation i join offer_session s on s.id = i.session_id join offer o on o.id = s.offer_id) x (id, at, organization_id, reference)
    where retention_reader() and x.at < as_of - interval '60 days' order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_registrations_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query with past as (select s.id from offer_session s where (coalesce(s.last_day, s.day) + s.to_time) at time zone 'Europe/Stockholm' < as_of - interval '60 days'),
      gone as (delete from offer_registration r using past p where r.session_id = p.id and r.id::text = any (ids) returning r.id),
      invited as (delete from offer_invitation i using past p where i.session_id = p.id and i.id::text = any (ids) returning i.id)
    select g.id::text from gone g union all select i.id::text from invited i;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_requests_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select x.* from (select r.id::text, coalesce(r.done_at, r.decided_at, r.withdrawn_at), r.decided_for, r.decision from erasure_request r
      where coalesce(r.done_at, r.decided_at, r.withdrawn_at) < as_of - interval '24 months') x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_requests_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from erasure_request r where r.id::text = any (ids) and coalesce(r.done_at, r.decided_at, r.withdrawn_at) < as_of - interval '24 months' returning r.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_sendings_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select x.* from (select s.id::text, s.sent_at, s.organization_id, null::text from contact_sending s where s.erased_at is null and s.sent_at < as_of - interval '12 months') x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_sendings_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query
      with taken as (update contact_sending s set subject = null, text = null, reply_to = null, erased_at = clock_timestamp()
          where s.id::text = any (ids) and s.erased_at is null and s.sent_at < as_of - interval '12 months' returning s.id),
        emptied as (update contact_sending_recipient r set mailbox = null from taken t where r.sending_id = t.id)
      select t.id::text from taken t;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_sessions_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select x.* from (select encode(sha256(convert_to(s.sid, 'UTF8')), 'hex'), (s.expire at time zone current_setting('timezone')), null::uuid, null::text from session s where (s.expire at time zone current_setting('timezone')) < as_of) x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_sessions_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from session s where encode(sha256(convert_to(s.sid, 'UTF8')), 'hex') = any (ids) and (s.expire at time zone current_setting('timezone')) < as_of returning encode(sha256(convert_to(s.sid, 'UTF8')), 'hex');
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_strategies_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$ select x.* from (select s.id::text, s.discarded_at as at, coalesce(s.kept_by, s.owner_organization_id) as organization_id, null::text as reference from strategy s
    where s.status in ('draft', 'proposed') and s.discarded_at < as_of - interval '30 days' and strategy_may_go(s.id)) x where retention_reader() order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_strategies_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  declare
    draft uuid;
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    for draft in select x.id::uuid from retention_strategies_due(as_of) x where x.id = any (ids) loop
      perform strategy_draft_delete(draft);
      id := draft::text;
      return next;
    end loop;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_support_inquiries_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select i.id::text, coalesce(i.settled_at, case when i.confirmed_at is null then i.received_at - interval '53 days' else i.confirmed_at + interval '305 days' end), (select o.id from organization o where o.kind = 'county_board' and o.county_code = i.county_code order by o.valid_to desc nulls first limit 1), null::text
    from support_inquiry i where retention_reader() and i.hidden_at is null and coalesce(i.settled_at, case when i.confirmed_at is null then i.received_at - interval '53 days' else i.confirmed_at + interval '305 days' end) < as_of - interval '60 days' and (i.request_id is null or exists (select from support_request r where r.id = i.request_id and case when r.status = 'closed' then r.effect_due_on
  when r.status in ('done', 'declined', 'withdrawn') then r.status_since end < as_of::date - 60)) order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_support_inquiries_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from support_inquiry i where i.id::text = any (ids) and i.hidden_at is null and coalesce(i.settled_at, case when i.confirmed_at is null then i.received_at - interval '53 days' else i.confirmed_at + interval '305 days' end) < as_of - interval '60 days' and (i.request_id is null or exists (select from support_request r where r.id = i.request_id and case when r.status = 'closed' then r.effect_due_on
  when r.status in ('done', 'declined', 'withdrawn') then r.status_since end < as_of::date - 60)) returning i.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_tasks_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select t.id::text, t.removed_at, t.set_organization_id, null::text from action_task t
    where retention_reader() and t.removed_at < as_of - interval '30 days' and t.hidden_at is null order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_tasks_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from action_task t where t.id::text = any (ids) and t.removed_at < as_of - interval '30 days' and t.hidden_at is null returning t.id::text;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_templates_due(as_of timestamp with time zone)
 RETURNS TABLE(id text, at timestamp with time zone, organization_id uuid, reference text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select t.id::text, t.removed_at, t.organization_id, null::text from action_template t
          where retention_reader() and t.removed_at < as_of - interval '30 days' order by 2, 1 $function$
;

CREATE OR REPLACE FUNCTION samverkan.retention_templates_take(as_of timestamp with time zone, ids text[])
 RETURNS TABLE(id text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
      #variable_conflict use_column
      begin
        if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
        return query delete from action_template t where t.id::text = any (ids) and t.removed_at < as_of - interval '30 days' returning t.id::text;
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.schema_has(migrations text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
        select not exists (select 1 from unnest(migrations) wanted where not exists (select 1 from migration m where m.name = wanted))
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.search_words_add(of_area text, words text[])
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'samverkan'
AS $function$
    insert into search_word (area, word, folded) select of_area, w, organization_fold(w) from (select distinct w from unnest(words) w) n
      where not exists (select from search_word s where s.word = w and s.area = of_area) $function$
;

CREATE OR REPLACE FUNCTION samverkan.search_words_nearly(of_area text, given text, weight text)
 RETURNS tsquery
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'samverkan'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_seqscan TO 'off'
AS $function$
  declare
    stem text := coalesce((ts_lexize('swedish_stem', given))[1], given);
  begin
    if length(given) < 3 or given !~ '[[:alpha:]]' then return null; end if;
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    return (select string_agg(distinct quote_literal(s.word) || weight, ' | ')::tsquery from search_word s where (s.folded %> given or s.folded %> stem) and s.area = of_area);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.search_words_of(words tsvector)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'samverkan'
AS $function$
    select coalesce(array_agg(w), '{}') from unnest(tsvector_to_array(words)) w where length(w) between 3 and 60 and w ~ '^[[:alnum:]-]*[[:alpha:]][[:alnum:]-]*$' $function$
;

CREATE OR REPLACE FUNCTION samverkan.search_words_sweep()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    delete from search_word s where s.area = 'actions' and not exists (select from action a where a.words @@ (quote_literal(s.word) || ':A')::tsquery);
    delete from search_word s where s.area = 'contacts' and not exists (select from contact_search c where c.words @@ quote_literal(s.word)::tsquery);
    perform search_words_add('actions', array(select distinct w from action a, unnest(search_words_of(ts_filter(a.words, '{a}'))) w));
    perform search_words_add('contacts', array(select distinct w from contact_search c, unnest(search_words_of(c.words)) w));
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.secure_table(target regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'samverkan'
AS $function$
      begin
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('create policy owner_all on %s for all to %I using (true) with check (true)', target, current_user);
        execute format('grant select on %s to samverkan_app', target);
      end $function$
;

CREATE OR REPLACE FUNCTION samverkan.sensitive_ends()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update sensitive_text set ended_at = clock_timestamp(), outcome = 'purged' where object_id = old.id and ended_at is null;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.sensitive_purge_object(object uuid, fields text[], phrases text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = object and s.ended_at is null and may_clean(s.owner_ids, s.county_codes, s.only_user)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update change_log set before = case when before is null or before = 'null' then before else '"[borttaget]"' end,
      after = case when after is null or after = 'null' then after else '"[borttaget]"' end
      where object_id = object and (field = any (fields) or holds_phrase(coalesce(before, 'null'), phrases) or holds_phrase(coalesce(after, 'null'), phrases));
    update idempotency set body = null where body is not null and (holds_phrase(body, phrases) or holds_phrase(body, array[object::text]));
    delete from draft where key like '%' || object::text || '%' or holds_phrase(content, phrases);
    if to_regclass('demo_mail') is not null then
      update demo_mail set subject = '[borttaget]', text = '[borttaget]'
        where exists (select 1 from unnest(phrases) p where position(lower(p) in lower(subject || ' ' || text)) > 0);
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.sensitive_purge(object uuid, fields text[], phrases text[], whole uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform sensitive_purge_object(object, fields, phrases);
    update change_log set before = case when before is null or before = 'null' then before else '"[borttaget]"' end,
      after = case when after is null or after = 'null' then after else '"[borttaget]"' end
      where object_id = whole and (holds_phrase(coalesce(before, 'null'), phrases) or holds_phrase(coalesce(after, 'null'), phrases));
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.sensitive_purge(object uuid, fields text[], phrases text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select sensitive_purge(object, fields, phrases, null) $function$
;

CREATE OR REPLACE FUNCTION samverkan.session_announce()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin perform pg_notify('samverkan_sessions', old.sid); return null; end $function$
;

CREATE OR REPLACE FUNCTION samverkan.sources_cleaned(counts jsonb, clean text)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    with said as materialized (select btrim(x) as source, n from regexp_split_to_table(clean, '\n') with ordinality r (x, n)),
      held as materialized (select c, o, coalesce(c->>'source', '') <> '' as sourced, row_number() over (partition by coalesce(c->>'source', '') <> '' order by o) as n
        from jsonb_array_elements(counts) with ordinality e (c, o))
    select coalesce(jsonb_agg(case when not h.sourced then h.c
        when (select count(*) from said) = (select count(*) from held where sourced) then h.c || jsonb_build_object('source', s.source)
        when exists (select from said where source = h.c->>'source') then h.c
        else h.c || jsonb_build_object('source', '') end order by h.o), '[]')
    from held h left join said s on s.n = h.n
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategies_consulted()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select c.strategy_id from consultation c join consultation_invitation i on i.consultation_id = c.id
    where c.closed_at is null and i.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategies_thrown_away()
 RETURNS TABLE(id uuid, title text, at timestamp with time zone, taken_by uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select s.id, s.short_title, s.discarded_at, s.discarded_by from strategy s
    where s.discarded_at is not null and s.status in ('draft', 'proposed') and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind) $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategies_turn()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    turned integer;
  begin
    create temporary table turning on commit drop as
      select a.id, a.strategy_id from strategy_adoption a join strategy s on s.id = a.strategy_id
      where a.undone_at is null and a.turned_at is null and s.status = 'adopted' and (s.starts_on is null or s.starts_on <= today()) for update of a;
    select count(*) into turned from turning;
    update strategy set status = 'superseded', version = version + 1, changed_at = clock_timestamp()
      where status = 'adopted' and id in (select y.old_id from strategy_succession y join turning t on t.strategy_id = y.new_id);
    -- What has been given other goals since keeps them; only those that were replaced are taken off.
    create temporary table turning_action on commit drop as
      select a.id, a.goal_ids as before, array(select g from unnest(a.goal_ids) with ordinality u (g, n)
        where g <> all (array(select f from unnest(m.former_goal_ids) f where f <> all (m.goal_ids))) order by n) as after, d.adopted_by, d.adopted_for
      from action_goal_move m join turning t on t.strategy_id = m.strategy_id join strategy_adoption d on d.id = t.id join action a on a.id = m.action_id
      where m.left_at is null and a.goal_ids && m.goal_ids for update of a;
    update action a set version = a.version + 1, goal_ids = x.after from turning_action x where x.id = a.id;
    insert into change_log (area, object_id, level, version, field, before, after, user_id, organization_id)
      select 'actions', a.id, a.visibility, a.version, 'goalIds', to_jsonb(x.before), to_jsonb(x.after), x.adopted_by, x.adopted_for
      from turning_action x join action a on a.id = x.id;
    insert into event (area, object_id, level, kind, goal_ids)
      select 'actions', a.id, a.visibility, 'action.changed', x.before || x.after from turning_action x join action a on a.id = x.id;
    update action_goal_move m set left_at = clock_timestamp() from turning t where t.strategy_id = m.strategy_id and m.left_at is null;
    update strategy_adoption a set turned_at = clock_timestamp() from turning t where t.id = a.id;
    drop table turning; drop table turning_action;
    return turned;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_adopt(target uuid, decided date, number text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    doc strategy;
  begin
    select * into doc from strategy s where s.id = target and s.discarded_at is null and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind) for update;
    if doc.id is null or doc.status not in ('draft', 'in_consultation', 'proposed') then return 'strategy.is-not-open'; end if;
    if exists (select 1 from strategy_succession y join goal g on g.strategy_id = y.old_id and g.removed_at is null
      left join goal_succession x on x.strategy_id = target and x.old_goal_id = g.id
      where y.new_id = target and (x.old_goal_id is null or btrim(x.motive) = '' and x.kind <> 'continues'
        or x.kind in ('continues', 'changed', 'merged') and cardinality(x.new_goal_ids) <> 1 or x.kind = 'split' and cardinality(x.new_goal_ids) < 2
        or exists (select 1 from unnest(x.new_goal_ids) n where not exists (select 1 from goal w where w.id = n and w.strategy_id = target and w.removed_at is null)))) then
      return 'succession.goal-lacks-destination';
    end if;
    insert into strategy_adoption (strategy_id, former_status, strategy_version) values (target, doc.status, doc.version + 1);
    update strategy set status = 'adopted', decided_on = decided, dnr = coalesce(number, dnr), version = version + 1, changed_at = clock_timestamp() where id = target;
    -- What it replaces goes on until the new one begins.
    if doc.starts_on is null or doc.starts_on <= today() then
      update strategy set status = 'superseded', version = version + 1, changed_at = clock_timestamp()
        where id in (select y.old_id from strategy_succession y where y.new_id = target) and status = 'adopted';
      update strategy_adoption set turned_at = clock_timestamp() where strategy_id = target and undone_at is null;
    end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_discard(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update strategy set discarded_at = clock_timestamp(), version = version + 1 where id = target and discarded_at is null
      and status in ('draft', 'proposed') and keeps_strategy(kept_by, owner_organization_id, kind);
    return found;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_draft_delete(draft uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    delete from goal_link l using goal g where g.strategy_id = draft and l.goal_id = g.id;
    delete from succession_choice where strategy_id = draft;
    delete from goal_succession where strategy_id = draft;
    delete from goal where strategy_id = draft;
    delete from strategy_frame where strategy_id = draft;
    delete from strategy_succession where new_id = draft;
    delete from signatory where strategy_id = draft;
    delete from strategy where strategy.id = draft;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_goals_move(strategy uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    turned boolean;
    rules jsonb;
    moved integer;
  begin
    select a.turned_at is not null into turned from strategy_adoption a where a.id = require_adoption(strategy);
    select coalesce(jsonb_object_agg(x.old_goal_id, to_jsonb(x.new_goal_ids[1:1])), '{}') into rules from goal_succession x where x.strategy_id = strategy;
    -- Whose goals are all to stay is no move.
    insert into action_goal_move (strategy_id, action_id, former_goal_ids, goal_ids, action_version, left_at)
      select strategy, a.id, a.goal_ids, n.after, a.version + 1, case when turned then clock_timestamp() end
      from (select a.* from action a where a.goal_ids && array(select x.old_goal_id from goal_succession x where x.strategy_id = strategy)
          and a.status in ('draft', 'planned', 'ongoing', 'paused') for update) a,
        lateral (select coalesce(jsonb_object_agg(o.old_goal_id, to_jsonb(o.new_goal_ids)), '{}') as own from succession_choice o
          where o.strategy_id = strategy and o.area = 'actions' and o.object_id = a.id) c,
        lateral (select goals_succeeded(a.goal_ids, rules, c.own) as after) n
      where n.after is distinct from a.goal_ids
        -- What is tied to a national frame stays as it was tied: a frame is what work is seen against.
        and not exists (select 1 from strategy s where s.id = strategy and s.kind in ('national_strategy', 'action_programme', 'policy_goals'));
    get diagnostics moved = row_count;
    update action a set version = m.action_version, goal_ids = case when turned then m.goal_ids
        else m.former_goal_ids || array(select g from unnest(m.goal_ids) g where g <> all (m.former_goal_ids)) end
      from action_goal_move m where m.strategy_id = strategy and m.action_id = a.id;
    insert into change_log (area, object_id, level, version, field, before, after)
      select 'actions', a.id, a.visibility, a.version, 'goalIds', to_jsonb(m.former_goal_ids), to_jsonb(a.goal_ids)
      from action_goal_move m join action a on a.id = m.action_id where m.strategy_id = strategy;
    insert into event (area, object_id, level, kind, goal_ids)
      select 'actions', a.id, a.visibility, 'action.changed', a.goal_ids from action_goal_move m join action a on a.id = m.action_id where m.strategy_id = strategy;
    return moved;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_goals_put_back(strategy uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_adoption(strategy);
    if exists (select 1 from action_goal_move m join action a on a.id = m.action_id where m.strategy_id = strategy and a.version <> m.action_version)
      or exists (select 1 from action a where a.goal_ids && array(select g.id from goal g where g.strategy_id = strategy)
        and not exists (select 1 from action_goal_move m where m.strategy_id = strategy and m.action_id = a.id)) then
      return false;
    end if;
    insert into change_log (area, object_id, level, version, field, before, after)
      select 'actions', a.id, a.visibility, a.version + 1, 'goalIds', to_jsonb(a.goal_ids), to_jsonb(m.former_goal_ids)
      from action_goal_move m join action a on a.id = m.action_id where m.strategy_id = strategy;
    update action a set goal_ids = m.former_goal_ids, version = a.version + 1 from action_goal_move m where m.strategy_id = strategy and m.action_id = a.id;
    insert into event (area, object_id, level, kind, goal_ids)
      select 'actions', a.id, a.visibility, 'action.changed', a.goal_ids from action_goal_move m join action a on a.id = m.action_id where m.strategy_id = strategy;
    delete from action_goal_move m where m.strategy_id = strategy;
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_is_open(strategy uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
    select exists (select from strategy s where s.id = $1 and s.status in ('draft', 'in_consultation', 'proposed')
      and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_may_go(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select exists (select from strategy s where s.id = target and not exists (select from consultation x where x.strategy_id = s.id)
      and not exists (select from strategy_adoption x where x.strategy_id = s.id) and not exists (select from publication x where x.strategy_id = s.id)
      and not exists (select from action_goal_move x where x.strategy_id = s.id) and not exists (select from assignment_goal x where x.carried_by = s.id)
      and not exists (select from strategy_hidden_text x where x.strategy_id = s.id) and not exists (select from strategy_succession x where x.old_id = s.id)
      and not exists (select from strategy_frame x where x.frame_id = s.id) and not exists (select from goal_link x join goal g on g.id = x.frame_goal_id where g.strategy_id = s.id)
      and not exists (select from goal g where g.strategy_id = s.id and (exists (select from action_goal x where x.goal_id = g.id) or exists (select from assessment x where x.goal_id = g.id)
        or exists (select from assignment_goal x where x.goal_id = g.id) or exists (select from commitment x where x.goal_id = g.id)))) $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    with owned as (update strategy set owner_organization_id = target, version = version + 1 where owner_organization_id = source returning id, version)
    select jsonb_build_object('owned', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'version', version)), '[]') from owned)) into receipt;
    with kept as (update strategy set kept_by = target where kept_by = source returning id),
      signed as (update signatory set organization_id = target where organization_id = source returning id),
      answers as (update goal set responsible_organization_id = target where responsible_organization_id = source returning id),
      undertaken as (update commitment set organization_id = target where organization_id = source returning id),
      adopted as (update strategy_adoption set adopted_for = target where adopted_for = source returning id)
    select receipt || jsonb_build_object('kept', (select coalesce(jsonb_agg(id), '[]') from kept), 'signed', (select coalesce(jsonb_agg(id), '[]') from signed),
      'answers', (select coalesce(jsonb_agg(id), '[]') from answers), 'undertaken', (select coalesce(jsonb_agg(id), '[]') from undertaken),
      'adopted', (select coalesce(jsonb_agg(id), '[]') from adopted)) into receipt;
    return receipt;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    if exists (select 1 from jsonb_array_elements(receipt->'owned') x join strategy s on s.id = (x->>'id')::uuid where s.version <> (x->>'version')::int) then
      return false;
    end if;
    update strategy set owner_organization_id = source, version = version + 1 where id in (select (x->>'id')::uuid from jsonb_array_elements(receipt->'owned') x);
    update strategy set kept_by = source where kept_by = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'kept') x);
    update signatory set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'signed') x);
    update goal set responsible_organization_id = source where responsible_organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'answers') x);
    update commitment set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'undertaken') x);
    update strategy_adoption set adopted_for = source where adopted_for = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'adopted') x);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_repeal(target uuid, motive text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update strategy set status = 'repealed', repeal_motive = motive, version = version + 1, changed_at = clock_timestamp()
      where id = target and status = 'adopted' and keeps_strategy(kept_by, owner_organization_id, kind);
    return found;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_restore(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update strategy set discarded_at = null, version = version + 1 where id = target and discarded_at > now() - interval '30 days'
      and keeps_strategy(kept_by, owner_organization_id, kind);
    return found;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_text_hide(given text, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    whole uuid;
  begin
    select s.id into whole from strategy s
      where s.id = case given when 'strategy' then target when 'goal' then (select strategy_id from goal where id = target)
          else (select g.strategy_id from commitment c join goal g on g.id = c.goal_id where c.id = target) end
        and s.discarded_at is null and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin')
        -- One's own, or one's county's once others may read it; whoever is asked what she thinks of a draft reads it too.
        and (coalesce(s.kept_by, s.owner_organization_id) = ctx_org() or given = 'commitment' and ctx_org() = (select organization_id from commitment where id = target)
          or s.county_codes && ctx_counties() and s.status <> 'draft' and (s.status <> 'in_consultation' or s.id in (select strategies_consulted())));
    if whole is null or given not in ('strategy', 'goal', 'commitment') then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    insert into strategy_hidden_text (object_id, kind, strategy_id, texts, quoted, history)
      select target, given, whole, coalesce(strategy_texts(given, target), '{}'),
        (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'title', m.goal_title, 'text', m.goal_text)), '[]') from consultation_comment m where given = 'goal' and m.goal_id = target),
        (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'before', l.before, 'after', l.after)), '[]') from change_log l where l.id in (select strategy_text_history(given, target)))
      on conflict do nothing;
    if not found then raise exception 'Hidden already.' using errcode = '42501'; end if;
    perform strategy_texts_write(given, target, (select coalesce(jsonb_object_agg(k, '[dold]'), '{}') from strategy_hidden_text h, jsonb_object_keys(h.texts) k where h.object_id = target), false);
    update consultation_comment m set goal_title = case when m.goal_title is not null then '[dold]' end, goal_text = case when m.goal_text is not null then '[dold]' end
      where given = 'goal' and m.goal_id = target;
    update change_log l set before = case when l.before is null or l.before = 'null' then l.before when l.before ? 'words' then jsonb_set(l.before, '{words}', '"[dold]"') else '"[dold]"'::jsonb end, after = case when l.after is null or l.after = 'null' then l.after when l.after ? 'words' then jsonb_set(l.after, '{words}', '"[dold]"') else '"[dold]"'::jsonb end
      from strategy_hidden_text h, jsonb_array_elements(h.history) x where h.object_id = target and l.id = (x->>'id')::uuid;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_text_history(given text, target uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'samverkan'
AS $function$
    select l.id from change_log l join strategy s on s.id = l.object_id
      where given = 'strategy' and s.id = target and l.area = 'strategies' and (l.field in ('frameIds', 'repeal', 'goalWay')
        or l.field in ('title', 'titleEn', 'shortTitle', 'shortTitleEn', 'document', 'vision', 'visionEn', 'note', 'noteEn'))
    union all select l.id from change_log l join goal g on g.id = target and g.strategy_id = l.object_id
      where given = 'goal' and l.area = 'strategies' and (l.after->>'goalId' = target::text and l.field in ('goal', 'goalLinks', 'goal.title', 'goal.titleEn', 'goal.text', 'goal.textEn')
        or l.field in ('goalRemoved', 'goalRestored') and g.title in (l.before #>> '{}', l.after #>> '{}'))
    union all select l.id from change_log l join commitment c on c.id = target join goal g on g.id = c.goal_id and g.strategy_id = l.object_id
      where given = 'commitment' and l.area = 'strategies' and l.after->>'goalId' = c.goal_id::text and (l.field in ('commitment', 'commitment.text') or l.field like 'commitment.%ed')
        and (l.organization_id = c.organization_id or c.text in (l.before->>'words', l.after->>'words'))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    h strategy_hidden_text;
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    delete from strategy_hidden_text where object_id = target returning * into h;
    perform strategy_texts_write(h.kind, target, h.texts || coalesce(clean, '{}'), true);
    update consultation_comment m set goal_title = case when clean is null then x->>'title' when x->>'title' is not null then coalesce(clean->>'title', h.texts->>'title') end,
        goal_text = case when clean is null then x->>'text' when x->>'text' is not null then coalesce(clean->>'goalText', h.texts->>'goalText') end
      from jsonb_array_elements(h.quoted) x where m.id = (x->>'id')::uuid;
    if clean is null then
      update change_log l set before = nullif(x->'before', 'null'), after = nullif(x->'after', 'null') from jsonb_array_elements(h.history) x where l.id = (x->>'id')::uuid;
    else
      update change_log l set before = case when l.before is null or l.before = 'null' then l.before when l.before ? 'words' then jsonb_set(l.before, '{words}', '"[borttaget]"') else '"[borttaget]"'::jsonb end, after = case when l.after is null or l.after = 'null' then l.after when l.after ? 'words' then jsonb_set(l.after, '{words}', '"[borttaget]"') else '"[borttaget]"'::jsonb end
        from jsonb_array_elements(h.history) x where l.id = (x->>'id')::uuid;
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_texts_write(given text, target uuid, words jsonb, careful boolean)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'samverkan'
AS $function$
  declare
    hidden constant text := '[dold]';
  begin
    if given = 'strategy' then
      update strategy s set
        title = case when words ? 'title' and (not careful or s.title = hidden) then words->>'title' else s.title end,
        title_en = case when words ? 'titleEn' and (not careful or s.title_en = hidden) then nullif(words->>'titleEn', '') else s.title_en end,
        short_title = case when words ? 'shortTitle' and (not careful or s.short_title = hidden) then words->>'shortTitle' else s.short_title end,
        short_title_en = case when words ? 'shortTitleEn' and (not careful or s.short_title_en = hidden) then nullif(words->>'shortTitleEn', '') else s.short_title_en end,
        document = case when words ? 'document' and (not careful or s.document = hidden) then nullif(words->>'document', '') else s.document end,
        vision = case when words ? 'vision' and (not careful or s.vision = hidden) then nullif(words->>'vision', '') else s.vision end,
        vision_en = case when words ? 'visionEn' and (not careful or s.vision_en = hidden) then nullif(words->>'visionEn', '') else s.vision_en end,
        note = case when words ? 'note' and (not careful or s.note = hidden) then nullif(words->>'note', '') else s.note end,
        note_en = case when words ? 'noteEn' and (not careful or s.note_en = hidden) then nullif(words->>'noteEn', '') else s.note_en end,
        repeal_motive = case when words ? 'repealMotive' and (not careful or s.repeal_motive = hidden) then words->>'repealMotive' else s.repeal_motive end,
        version = s.version + 1, changed_at = clock_timestamp() where s.id = target;
      update strategy_frame f set motive = nullif(words->>('motive:' || f.frame_id), '')
        where f.strategy_id = target and words ? ('motive:' || f.frame_id) and (not careful or f.motive = hidden);
      update goal_succession y set motive = words->>('way:' || y.old_goal_id), version = y.version + 1
        where y.strategy_id = target and words ? ('way:' || y.old_goal_id) and (not careful or y.motive = hidden);
    elsif given = 'goal' then
      update goal g set
        title = case when words ? 'title' and (not careful or g.title = hidden) then words->>'title' else g.title end,
        title_en = case when words ? 'titleEn' and (not careful or g.title_en = hidden) then nullif(words->>'titleEn', '') else g.title_en end,
        text = case when words ? 'goalText' and (not careful or g.text = hidden) then nullif(words->>'goalText', '') else g.text end,
        text_en = case when words ? 'goalTextEn' and (not careful or g.text_en = hidden) then nullif(words->>'goalTextEn', '') else g.text_en end,
        version = g.version + 1 where g.id = target;
      update goal_link l set
        motive = case when words ? ('motive:' || l.frame_goal_id) and (not careful or l.motive = hidden) then nullif(words->>('motive:' || l.frame_goal_id), '') else l.motive end,
        motive_en = case when words ? ('motiveEn:' || l.frame_goal_id) and (not careful or l.motive_en = hidden) then nullif(words->>('motiveEn:' || l.frame_goal_id), '') else l.motive_en end
        where l.goal_id = target;
    else
      update commitment c set text = words->>'commitment', version = c.version + 1, changed_at = clock_timestamp()
        where c.id = target and words ? 'commitment' and (not careful or c.text = hidden);
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_texts(given text, target uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'samverkan'
AS $function$
    select jsonb_object_agg(name, words) filter (where coalesce(words, '') <> '') from (
      select v.name, v.words from strategy s, lateral (values ('title', s.title), ('titleEn', s.title_en), ('shortTitle', s.short_title), ('shortTitleEn', s.short_title_en),
        ('document', s.document), ('vision', s.vision), ('visionEn', s.vision_en), ('note', s.note), ('noteEn', s.note_en), ('repealMotive', s.repeal_motive)) v (name, words)
        where given = 'strategy' and s.id = target
      union all select 'motive:' || f.frame_id, f.motive from strategy_frame f where given = 'strategy' and f.strategy_id = target
      union all select 'way:' || y.old_goal_id, y.motive from goal_succession y where given = 'strategy' and y.strategy_id = target
      union all select v.name, v.words from goal g, lateral (values ('title', g.title), ('titleEn', g.title_en), ('goalText', g.text), ('goalTextEn', g.text_en)) v (name, words)
        where given = 'goal' and g.id = target
      union all select 'motive:' || l.frame_goal_id, l.motive from goal_link l where given = 'goal' and l.goal_id = target
      union all select 'motiveEn:' || l.frame_goal_id, l.motive_en from goal_link l where given = 'goal' and l.goal_id = target
      union all select 'commitment', c.text from commitment c where given = 'commitment' and c.id = target) all_words
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_undo(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    act strategy_adoption;
  begin
    select a.* into act from strategy_adoption a join strategy s on s.id = a.strategy_id
      where a.strategy_id = target and a.undone_at is null and keeps_strategy(s.kept_by, s.owner_organization_id, s.kind) for update of a, s;
    if act.id is null then return 'strategy.is-not-adopted-here'; end if;
    if exists (select 1 from strategy s where s.id = target and (s.version <> act.strategy_version or s.status <> 'adopted'))
      or exists (select 1 from strategy_succession y where y.old_id = target) then
      return 'strategy.built-upon';
    end if;
    update strategy_adoption set tx = pg_current_xact_id() where id = act.id;
    update strategy set status = act.former_status, decided_on = null, version = version + 1, changed_at = clock_timestamp() where id = target;
    if act.turned_at is not null then
      update strategy set status = 'adopted', version = version + 1, changed_at = clock_timestamp()
        where status = 'superseded' and id in (select y.old_id from strategy_succession y where y.new_id = target);
    end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.strategy_undone(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_adoption(target);
    update strategy_adoption set undone_at = clock_timestamp(), tx = null where strategy_id = target and undone_at is null;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_counts(since date, until date)
 RETURNS TABLE(subject text, municipality_code text, asked integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select r.subject, case when m.county_code = any (ctx_counties()) then m.code end, count(*)::int from support_request r left join municipality m on m.code = r.municipality_code
    where ctx_role() in ('coordinator', 'county_staff', 'county_admin') and r.hidden_at is null and could_read(1::smallint, array[r.organization_id], '{}', r.county_codes) and r.asked_on between since and until group by 1, 2
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_effect_ask(most integer)
 RETURNS TABLE(request_id uuid, address text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the queue does this.' using errcode = '42501'; end if;
    return query with few as (select r.id from support_request r where r.status = 'closed' and r.effect_asked_on is null and r.effect_due_on <= today() and r.hidden_at is null
        order by r.effect_due_on, r.id limit most for update skip locked),
      asked as (update support_request r set effect_asked_on = today() from few where r.id = few.id returning r.id, r.function_id, r.organization_id)
      select a.id, x.address from asked a
        left join lateral (
          select f.mailbox as address from contact_function f where f.id = a.function_id and f.organization_id = a.organization_id and f.hidden_at is null and f.retired_on is null and f.mailbox is not null
          union select u.email from membership m join app_user u on u.id = m.user_id where m.organization_id = a.organization_id
            and m.role in ('coordinator', 'partner', 'county_staff', 'county_admin') and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and u.disabled_at is null
            and not exists (select from contact_function f where f.id = a.function_id and f.organization_id = a.organization_id and f.hidden_at is null and f.retired_on is null and f.mailbox is not null)
        ) x on true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'samverkan'
AS $function$
  begin
    if current_user = 'samverkan_app' and old.organization_id <> ctx_org() and (new.effect is distinct from old.effect or new.effect_words <> old.effect_words
        or new.may_tell and not old.may_tell and old.step_before->>'may_tell' is distinct from 'true') then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_inquiry_add(county text, municipality text, workplace text, title text, text text, form text, urgency text, reply_to text, language text, code bytea)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    insert into support_inquiry (county_code, municipality_code, workplace, title, text, form, urgency, reply_to, language, code_hash)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 where $2 is null or exists (select from municipality m where m.code = $2 and m.county_code = $1) returning id $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_inquiry_confirm(code bytea)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    update support_inquiry i set confirmed_at = clock_timestamp(), code_hash = null, version = i.version + 1
      where i.code_hash = code and i.hidden_at is null and i.received_at > now() - interval '7 days' returning i.id $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_inquiry_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update support_inquiry i set hidden_at = clock_timestamp(), version = i.version + 1 where i.id = target and i.hidden_at is null and i.confirmed_at is not null
      and i.county_code = any (ctx_counties()) and coalesce(ctx_role(), '') in ('county_staff', 'county_admin');
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_inquiry_may(county text, address text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select count(*) filter (where to_it and i.confirmed_at is null) < 2 and count(*) filter (where to_it and i.received_at > now() - interval '1 day') < 5
      and count(*) filter (where i.county_code = county and i.received_at > now() - interval '1 hour') < 60
    from support_inquiry i, lateral (select regexp_replace(lower(i.reply_to), '[+][^@]*@', '@') = regexp_replace(lower(address), '[+][^@]*@', '@') as to_it) t
    where i.received_at > now() - interval '7 days' $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_inquiry_open(county text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select exists (select from membership m join organization o on o.id = m.organization_id where o.kind = 'county_board' and o.county_code = county and m.role in ('county_staff', 'county_admin')
      and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())) $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_inquiry_seen(code bytea)
 RETURNS TABLE(county_code text, title text, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select i.county_code, i.title, i.language from support_inquiry i
      where i.code_hash = code and i.hidden_at is null and i.received_at > now() - interval '7 days' $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_inquiry_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update support_inquiry i set hidden_at = null, version = i.version + 1, title = coalesce(clean->>'need', i.title), text = coalesce(clean->>'background', i.text),
      workplace = coalesce(clean->>'workplace', i.workplace), reason = coalesce(clean->>'endReason', i.reason) where i.id = target;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    receipt jsonb;
  begin
    perform require_merge(source, target);
    select jsonb_build_object('asked', (select coalesce(jsonb_agg(id), '[]') from support_request where organization_id = source),
      'written', (select coalesce(jsonb_agg(id), '[]') from support_message where organization_id = source)) into receipt;
    update support_request set organization_id = target where organization_id = source;
    update support_message set organization_id = target where organization_id = source;
    return receipt;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    update support_request set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'asked') x);
    update support_message set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'written') x);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_peers(given text, of_subject text, most integer)
 RETURNS TABLE(organization_id uuid, need text, outcome text, effect text, words text, closed_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  #variable_conflict use_column
  declare
    wanted tsquery;
  begin
    if coalesce(ctx_role(), '') not in ('coordinator', 'partner', 'county_staff', 'county_admin') then return; end if;
    select coalesce(nullif(string_agg(to_tsquery('swedish', quote_literal(w))::text, ' | ') filter (where to_tsquery('swedish', quote_literal(w))::text <> ''), ''), '')::tsquery into wanted
      from (select distinct w from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 2 limit 16) words;
    return query select r.organization_id, r.title, r.outcome, r.effect, r.effect_words, r.closed_on from support_request r
      where r.hidden_at is null and r.may_tell and r.status = 'done' and r.effect in ('yes', 'partly') and r.county_codes && ctx_counties() and r.organization_id <> ctx_org()
        and (r.words @@ wanted or r.subject = of_subject)
      order by 8 * ts_rank(r.words, wanted) + case when r.subject = of_subject then 0.5 else 0 end desc, r.closed_on desc, r.id limit most;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_place(kind text, target uuid)
 RETURNS TABLE(request_id uuid, reference text, owner_ids uuid[], county_codes text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  #variable_conflict use_column
  declare
    cleans boolean := exists (select from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes));
  begin
    return query select r.id, r.reference, array[coalesce(m.organization_id, r.organization_id)], r.county_codes
      from support_request r left join support_message m on kind = 'message' and m.request_id = r.id and m.id = target
      where (kind = 'request' and r.id = target or kind = 'message' and m.id is not null)
        and (r.hidden_at is null and m.hidden_at is null and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and could_read(1::smallint, array[r.organization_id], '{}', r.county_codes) or cleans);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_text_hide(kind text, target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select from support_place(kind, target)) then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    if kind = 'request' then update support_request set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null;
    else update support_message set hidden_at = clock_timestamp(), version = version + 1 where id = target and hidden_at is null; end if;
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.support_text_show(kind text, target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    if kind = 'request' then
      update support_request set hidden_at = null, version = version + 1, changed_at = clock_timestamp(), title = coalesce(clean->>'need', title), text = coalesce(clean->>'background', text),
        proposal = coalesce(clean->>'proposal', proposal), outcome = coalesce(clean->>'outcome', outcome), reason = coalesce(clean->>'endReason', reason),
        effect_words = coalesce(clean->>'effectWords', effect_words), step_before = case when clean is null or clean = '{}' then step_before end where id = target;
    else
      update support_message set hidden_at = null, version = version + 1, text = coalesce(clean->>'message', text) where id = target;
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.task_organization_move(source uuid, target uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    moved jsonb;
  begin
    perform require_merge(source, target);
    with given as (update action_task set organization_id = target where organization_id = source returning id)
      select jsonb_build_object('given', coalesce(jsonb_agg(id), '[]')) into moved from given;
    with set_by as (update action_task set set_organization_id = target where set_organization_id = source returning id)
      select moved || jsonb_build_object('set', coalesce(jsonb_agg(id), '[]')) into moved from set_by;
    with ended as (update action_task set ended_organization_id = target where ended_organization_id = source returning id)
      select moved || jsonb_build_object('ended', coalesce(jsonb_agg(id), '[]')) into moved from ended;
    return moved;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.task_organization_put_back(source uuid, target uuid, receipt jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_merge(source, target);
    update action_task set organization_id = source where organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'given') x);
    update action_task set set_organization_id = source where set_organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'set') x);
    update action_task set ended_organization_id = source where ended_organization_id = target and id in (select x::uuid from jsonb_array_elements_text(receipt->'ended') x);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.task_place(target uuid)
 RETURNS TABLE(title text, reference text, owner_ids uuid[], partner_ids uuid[], county_codes text[], level smallint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select t.title, a.reference, a.owner_ids, a.partner_ids, a.county_codes, a.visibility from action_task t join action a on a.id = t.action_id
    where t.id = target and (t.hidden_at is null and t.removed_at is null and a.hidden_at is null and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin')
        and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes)
      or exists (select from sensitive_text s where s.object_id = t.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.task_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update action_task t set hidden_at = clock_timestamp(), version = t.version + 1 from action a
      where t.id = target and t.hidden_at is null and t.removed_at is null and a.id = t.action_id and a.hidden_at is null
        and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and could_read(a.visibility, a.owner_ids, a.partner_ids, a.county_codes);
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.task_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update action_task t set hidden_at = null, version = t.version + 1, title = coalesce(clean->>'taskTitle', t.title) where t.id = target;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.tasks_held(account uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(x.name, x.n, x.first_at, x.last_at) order by x.name), '[]')
      from (select o.name, count(*) as n, min(d.at) as first_at, max(d.at) as last_at
        from (select t.set_organization_id as organization_id, t.set_at as at from action_task t where t.set_by = account
          union all select t.ended_organization_id, t.ended_at from action_task t where t.ended_by = account) d join organization o on o.id = d.organization_id
        group by o.id, o.name) x);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.term_family(list text, codes text[])
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
        select array(
          select unnest(codes)
          union select t.successor from term t where t.vocabulary = list and t.code = any (codes) and t.successor is not null
          union select m.code from term m where m.vocabulary = list and (m.successor = any (codes)
            or m.successor in (select t.successor from term t where t.vocabulary = list and t.code = any (codes))))
      $function$
;

CREATE OR REPLACE FUNCTION samverkan.term_proposal_apply(target uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    p term_proposal; t term; follows integer; here text[];
  begin
    select * into p from term_proposal where id = target;
    select * into t from term where vocabulary = p.vocabulary and code = p.code;
    if p.deed in ('new', 'words') and exists (select from term o where o.vocabulary = p.vocabulary and o.code <> p.code and o.state <> 'merged'
      and (lower(o.sv) = lower(p.content->>'sv') or lower(o.en) = lower(p.content->>'en'))) then return false; end if;
    if p.deed = 'new' then
      if t.id is not null then return false; end if;
      insert into term (vocabulary, code, sv, en, synonyms_sv, synonyms_en, place)
        select p.vocabulary, p.code, p.content->>'sv', p.content->>'en', array(select jsonb_array_elements_text(p.content->'synonymsSv')),
          array(select jsonb_array_elements_text(p.content->'synonymsEn')), coalesce(max(place), 0) + 1 from term where vocabulary = p.vocabulary;
    elsif p.deed = 'words' then
      if t.id is null or t.state = 'merged' then return false; end if;
      update term set sv = p.content->>'sv', en = p.content->>'en', synonyms_sv = array(select jsonb_array_elements_text(p.content->'synonymsSv')),
        synonyms_en = array(select jsonb_array_elements_text(p.content->'synonymsEn')) where id = t.id;
    elsif p.deed = 'order' then
      if t.id is null or t.state = 'merged' then return false; end if;
      select array_agg(code order by place, code) into here from term where vocabulary = p.vocabulary and code <> p.code;
      follows := coalesce(array_position(here, p.content->>'after'), 0);
      update term set place = case when code = p.code then follows * 2 + 1 else array_position(here, code) * 2 end where vocabulary = p.vocabulary;
    elsif p.deed = 'retire' then
      if t.state is distinct from 'in_use' or not exists (select from term o where o.vocabulary = p.vocabulary and o.code <> p.code and o.state = 'in_use') then return false; end if;
      update term set state = 'retired' where id = t.id;
    elsif p.deed = 'reinstate' then
      if t.state is distinct from 'retired' then return false; end if;
      update term set state = 'in_use' where id = t.id;
    else
      if t.id is null or t.state = 'merged' or not exists (select from term o where o.vocabulary = p.vocabulary and o.code = p.content->>'into' and o.code <> p.code and o.state = 'in_use')
        then return false; end if;
      update term set state = 'merged', successor = p.content->>'into', version = version + 1, changed_at = clock_timestamp()
        where vocabulary = p.vocabulary and (code = p.code or successor = p.code);
    end if;
    if p.deed in ('words', 'order', 'retire', 'reinstate') then
      update term set version = version + 1, changed_at = clock_timestamp() where id = t.id;
    end if;
    insert into term_version (vocabulary, code, version, sv, en, synonyms_sv, synonyms_en, state, successor, proposal_id)
      select o.vocabulary, o.code, o.version, o.sv, o.en, o.synonyms_sv, o.synonyms_en, o.state, o.successor, p.id from term o
      where o.vocabulary = p.vocabulary and not exists (select from term_version v where v.vocabulary = o.vocabulary and v.code = o.code and v.version = o.version);
    return true;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.term_proposal_place(target uuid)
 RETURNS TABLE(motive text, lines text[], organization_id uuid, county_codes text[], state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select p.motive, array(select a.line from term_answer a where a.proposal_id = p.id order by a.organization_id), p.organization_id,
      array(select c.county_code from organization_county c where c.organization_id = p.organization_id order by 1), p.state from term_proposal p
    where p.id = target and (p.hidden_at is null and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and (ctx_role() = 'county_admin' or p.state in ('decided', 'undone'))
      or exists (select from sensitive_text s where s.object_id = p.id and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)))
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.term_proposal_receipt(target uuid, given jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_term_merge(target, 'decided');
    insert into term_receipt (proposal_id, receipt) values (target, given);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.term_proposal_settle(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    p term_proposal; made integer;
  begin
    if coalesce(ctx_role(), '') <> 'county_admin' then raise exception 'Not for this reader.' using errcode = '42501'; end if;
    select * into p from term_proposal where id = target and hidden_at is null for update;
    if p.id is null or p.state <> 'open' then return p.state; end if;
    perform 1 from vocabulary where name = p.vocabulary for update;
    if exists (select from term_answer a where a.proposal_id = target and not a.yes)
      or 1 + (select count(*) from term_answer a where a.proposal_id = target) < least(3, greatest(1, vocabulary_voices())) then return 'open'; end if;
    if not term_proposal_apply(target) then
      update term_proposal set state = 'lapsed', ended_at = clock_timestamp(), version = version + 1 where id = target;
      return 'lapsed';
    end if;
    update vocabulary set version = version + 1 where name = p.vocabulary returning version into made;
    update term_proposal set state = 'decided', ended_at = clock_timestamp(), list_version = made, tx = pg_current_xact_id(), version = version + 1 where id = target;
    return 'decided';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.term_proposal_text_hide(target uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    update term_proposal p set hidden_at = clock_timestamp(), version = p.version + 1 where p.id = target and p.hidden_at is null and coalesce(ctx_role(), '') in ('coordinator', 'partner', 'county_staff', 'county_admin') and (ctx_role() = 'county_admin' or p.state in ('decided', 'undone'));
    if not found then raise exception 'Not for this reader.' using errcode = '42501'; end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.term_proposal_text_show(target uuid, clean jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    update term_proposal p set hidden_at = null, version = p.version + 1, motive = coalesce(clean->>'termMotive', p.motive) where p.id = target;
    if clean ? 'termLines' then
      update term_answer a set line = coalesce((string_to_array(clean->>'termLines', chr(10)))[n.n], '')
        from (select o.organization_id, row_number() over (order by o.organization_id) as n from term_answer o where o.proposal_id = target) n
        where a.proposal_id = target and a.organization_id = n.organization_id;
    end if;
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.term_proposal_undo(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    p term_proposal;
  begin
    select * into p from term_proposal where id = target and hidden_at is null for update;
    if coalesce(ctx_role(), '') <> 'county_admin' or p.id is null or p.organization_id <> ctx_org() or p.deed <> 'merge' then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    perform 1 from vocabulary where name = p.vocabulary for update;
    if p.state <> 'decided' or exists (select from term_proposal o where o.vocabulary = p.vocabulary and o.state = 'decided' and o.list_version > p.list_version
      and (o.code in (p.code, p.content->>'into') or o.content->>'into' in (p.code, p.content->>'into'))) then return p.state; end if;
    update term t set state = b.state, successor = b.successor, version = t.version + 1, changed_at = clock_timestamp()
      from term_version v join term_version b on b.vocabulary = v.vocabulary and b.code = v.code and b.version = v.version - 1
      where v.proposal_id = p.id and t.vocabulary = v.vocabulary and t.code = v.code;
    insert into term_version (vocabulary, code, version, sv, en, synonyms_sv, synonyms_en, state, successor)
      select o.vocabulary, o.code, o.version, o.sv, o.en, o.synonyms_sv, o.synonyms_en, o.state, o.successor from term o
      where o.vocabulary = p.vocabulary and not exists (select from term_version v where v.vocabulary = o.vocabulary and v.code = o.code and v.version = o.version);
    update vocabulary set version = version + 1 where name = p.vocabulary;
    update term_proposal set state = 'undone', tx = pg_current_xact_id(), version = version + 1 where id = target;
    return 'undone';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.term_receipt_of(target uuid, area text)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    perform require_term_merge(target, 'undone');
    return (select coalesce(r.receipt->area, '{}') from term_receipt r where r.proposal_id = target);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.terms_held(account uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  begin
    if account is distinct from ctx_user() and not holds_account(account) then
      raise exception 'Not for this reader.' using errcode = '42501';
    end if;
    return (select coalesce(jsonb_agg(jsonb_build_array(x.name, x.n, x.first_at, x.last_at) order by x.name), '[]')
      from (select o.name, count(*) as n, min(d.at) as first_at, max(d.at) as last_at
        from (select p.organization_id, p.proposed_at as at from term_proposal p where p.proposed_by = account
          union all select a.organization_id, a.answered_at from term_answer a where a.answered_by = account) d join organization o on o.id = d.organization_id
        group by o.id, o.name) x);
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.terms_swapped(codes text[], old text, new text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select coalesce(array_agg(c order by n), '{}') from (
      select case x when old then new else x end as c, min(n) as n from unnest(codes) with ordinality u (x, n) group by 1) s
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select (now() at time zone 'Europe/Stockholm')::date $function$
;

CREATE OR REPLACE FUNCTION samverkan.trash_purge_assessment(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    branch uuid[]; titles text[]; whole uuid;
  begin
    perform from assessment where id = target and discarded_at is not null for update;
    if not found then return null; end if;
    if not exists (select from assessments_thrown_away() x where x.id = target) then return null; end if;
    perform trash_words_purge(array[target], '{}', null);
    delete from assessment where id = target;
    return 'gone';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.trash_purge_filter(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    branch uuid[]; titles text[]; whole uuid;
  begin
    delete from action_filter f where f.id = target and f.removed_at is not null and f.organization_id = ctx_org() and (f.user_id is null or f.user_id = ctx_user()) and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin');
    if not found then return null; end if;
    perform trash_words_purge(array[target], '{}', null);
    return 'gone';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.trash_purge_goal(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    branch uuid[]; titles text[]; whole uuid;
  begin
    perform from goal where id = target and removed_at is not null for update;
    if not found then return null; end if;
    if not exists (select from goals_thrown_away() x where x.id = target) then return null; end if;
    if not goal_may_go(target) then return 'trash.is-in-use'; end if;
    with recursive tree as (select g.id, g.title, g.strategy_id from goal g where g.id = target union select g.id, g.title, g.strategy_id from goal g join tree t on g.parent_id = t.id)
      select array_agg(t.id), array_agg(t.title), (array_agg(t.strategy_id))[1] into branch, titles, whole from tree t;
    perform trash_words_purge(branch, titles, whole);
    perform goal_branch_delete(branch);
    return 'gone';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.trash_purge_party(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    branch uuid[]; titles text[]; whole uuid;
  begin
    delete from organization_withdrawn where id = target and (organization_id = ctx_org() or content->'party'->>'registrar_id' = ctx_org()::text)
      and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin', 'system_admin');
    if not found then return null; end if;
    perform trash_words_purge(array[target], '{}', null);
    return 'gone';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.trash_purge_public_text(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    branch uuid[]; titles text[]; whole uuid;
  begin
    perform from public_text where id = target and removed_at is not null for update;
    if not found then return null; end if;
    if not exists (select from public_texts_thrown_away() x where x.id = target) then return null; end if;
    perform trash_words_purge(array[target], '{}', null);
    delete from public_text where id = target;
    return 'gone';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.trash_purge_strategy(target uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    branch uuid[]; titles text[]; whole uuid;
  begin
    perform from strategy where id = target and discarded_at is not null for update;
    if not found then return null; end if;
    if not exists (select from strategies_thrown_away() x where x.id = target) then return null; end if;
    if not strategy_may_go(target) then return 'trash.is-in-use'; end if;
    perform trash_words_purge(target || array(select g.id from goal g where g.strategy_id = target), '{}', null);
    perform strategy_draft_delete(target);
    return 'gone';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.trash_words_purge(objects uuid[], phrases text[], whole uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
  declare
    said text[] := phrases || array(select w from change_log c, lateral (values (c.before->>'words'), (c.after->>'words')) v (w)
      where c.object_id = whole and c.field in ('goal', 'goal.title') and c.after->>'goalId' = any (objects::text[]) and w is not null);
  begin
    update change_log set before = case when before is null or before = 'null' then before else '"[borttaget]"' end,
      after = case when after is null or after = 'null' then after else '"[borttaget]"' end
      where object_id = any (objects) or object_id = whole and (after->>'goalId' = any (objects::text[]) or before #>> '{}' = any (said) or after #>> '{}' = any (said));
    update idempotency set body = null where body is not null and holds_phrase(body, objects::text[]);
    delete from draft d using unnest(objects) o where d.key like '%' || o::text || '%';
  end $function$
;

CREATE OR REPLACE FUNCTION samverkan.vocabulary_voices()
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'samverkan'
AS $function$
    select count(distinct m.organization_id)::int from membership m join organization o on o.id = m.organization_id join app_user u on u.id = m.user_id
    where m.role = 'county_admin' and o.kind = 'county_board' and u.disabled_at is null and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())
  $function$
;

CREATE OR REPLACE FUNCTION samverkan.words_wanted(given text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'samverkan'
AS $function$
    select coalesce(nullif(string_agg(format('(%s | %s)', coalesce(stem || ' | ' || begun, quote_literal(w)), coalesce(nullif(to_tsquery('simple', quote_literal(w) || ':*')::text, ''), quote_literal(w))), ' & '), ''), '')::tsquery
      from (select w, stem, begun, bool_or(stem is not null) over () as telling
        from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w,
          lateral (select nullif(to_tsquery('swedish', quote_literal(w))::text, '') as stem, nullif(to_tsquery('swedish', quote_literal(w) || ':*')::text, '') as begun) s
        where w <> '') words
      -- No text keeps small words as "mot" and "och": beside others they are not asked for.
      where stem is not null or not telling
  $function$
;

-- Triggers

CREATE TRIGGER action_alike BEFORE INSERT OR UPDATE ON samverkan.action FOR EACH ROW WHEN (((new.alike_on IS NULL) AND (new.visibility >= 2) AND (new.status = ANY (ARRAY['planned'::text, 'ongoing'::text])) AND (ctx_role() IS NOT NULL))) EXECUTE FUNCTION action_alike();

CREATE TRIGGER action_links AFTER INSERT OR UPDATE ON samverkan.action FOR EACH ROW EXECUTE FUNCTION action_links();

CREATE TRIGGER action_step_stands BEFORE UPDATE ON samverkan.action FOR EACH ROW WHEN (((old.step_before IS NOT NULL) AND ((new.status IS DISTINCT FROM old.status) OR (new.hidden_at IS DISTINCT FROM old.hidden_at)))) EXECUTE FUNCTION action_step_stands();

CREATE TRIGGER action_words_came AFTER INSERT ON samverkan.action REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION action_words_kept();

CREATE TRIGGER action_words_changed AFTER UPDATE OF title ON samverkan.action FOR EACH ROW WHEN ((old.title IS DISTINCT FROM new.title)) EXECUTE FUNCTION action_words_changed();

CREATE TRIGGER action_words_went AFTER DELETE ON samverkan.action REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION action_words_kept();

CREATE TRIGGER cooperation_ends AFTER UPDATE OF status ON samverkan.action FOR EACH ROW WHEN (((new.status = ANY (ARRAY['completed'::text, 'cancelled'::text])) AND (old.status = ANY (ARRAY['draft'::text, 'planned'::text, 'ongoing'::text, 'paused'::text])))) EXECUTE FUNCTION cooperation_ends();

CREATE TRIGGER coverage_of_changed AFTER UPDATE ON samverkan.action REFERENCING OLD TABLE AS old_actions NEW TABLE AS new_actions FOR EACH STATEMENT EXECUTE FUNCTION coverage_keeps();

CREATE TRIGGER coverage_of_gone AFTER DELETE ON samverkan.action REFERENCING OLD TABLE AS old_actions FOR EACH STATEMENT EXECUTE FUNCTION coverage_keeps();

CREATE TRIGGER coverage_of_new AFTER INSERT ON samverkan.action REFERENCING NEW TABLE AS new_actions FOR EACH STATEMENT EXECUTE FUNCTION coverage_keeps();

CREATE TRIGGER note_removal BEFORE UPDATE OF removed_at ON samverkan.action_comment FOR EACH ROW EXECUTE FUNCTION note_removal();

CREATE TRIGGER note_removal BEFORE UPDATE OF removed_at ON samverkan.action_filter FOR EACH ROW EXECUTE FUNCTION note_removal();

CREATE TRIGGER sensitive_ends AFTER DELETE ON samverkan.action_filter FOR EACH ROW EXECUTE FUNCTION sensitive_ends();

CREATE TRIGGER note_removal BEFORE UPDATE OF removed_at ON samverkan.action_task FOR EACH ROW EXECUTE FUNCTION note_removal();

CREATE TRIGGER note_removal BEFORE UPDATE OF removed_at ON samverkan.action_template FOR EACH ROW EXECUTE FUNCTION note_removal();

CREATE TRIGGER action_updated AFTER INSERT OR UPDATE ON samverkan.action_update FOR EACH ROW EXECUTE FUNCTION action_updated();

CREATE TRIGGER attachments_of_line AFTER UPDATE OF removed_at ON samverkan.action_update FOR EACH ROW WHEN (((old.removed_at IS NULL) AND (new.removed_at IS NOT NULL))) EXECUTE FUNCTION attachments_of_line();

CREATE TRIGGER attachments_of_line_back AFTER UPDATE OF removed_at ON samverkan.action_update FOR EACH ROW WHEN (((old.removed_at IS NOT NULL) AND (new.removed_at IS NULL))) EXECUTE FUNCTION attachments_of_line_back();

CREATE TRIGGER note_removal BEFORE UPDATE OF removed_at ON samverkan.action_update FOR EACH ROW EXECUTE FUNCTION note_removal();

CREATE TRIGGER sensitive_ends AFTER DELETE ON samverkan.action_update FOR EACH ROW EXECUTE FUNCTION sensitive_ends();

CREATE TRIGGER api_token_announce AFTER UPDATE OF revoked_at, organization_id, last_day ON samverkan.api_token FOR EACH ROW EXECUTE FUNCTION api_token_announce();

CREATE TRIGGER account_closed AFTER UPDATE OF disabled_at ON samverkan.app_user FOR EACH ROW WHEN (((new.disabled_at IS NOT NULL) AND (old.disabled_at IS NULL))) EXECUTE FUNCTION account_closed();

CREATE TRIGGER contact_names_follow AFTER UPDATE OF name ON samverkan.app_user FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION contact_names_follow();

CREATE TRIGGER identity_announce AFTER DELETE OR UPDATE ON samverkan.app_user FOR EACH ROW EXECUTE FUNCTION identity_announce();

CREATE TRIGGER note_discarding BEFORE UPDATE OF discarded_at ON samverkan.assessment FOR EACH ROW EXECUTE FUNCTION note_discarding();

CREATE TRIGGER sensitive_ends AFTER DELETE ON samverkan.assessment FOR EACH ROW EXECUTE FUNCTION sensitive_ends();

CREATE TRIGGER line_stands BEFORE INSERT ON samverkan.attachment FOR EACH ROW WHEN ((new.update_id IS NOT NULL)) EXECUTE FUNCTION attachment_line_stands();

CREATE TRIGGER note_removal BEFORE UPDATE OF removed_at ON samverkan.attachment FOR EACH ROW EXECUTE FUNCTION note_removal();

CREATE TRIGGER sensitive_ends AFTER DELETE ON samverkan.attachment FOR EACH ROW EXECUTE FUNCTION sensitive_ends();

CREATE TRIGGER audit_chained BEFORE INSERT ON samverkan.audit FOR EACH ROW WHEN ((current_setting('samverkan.audit_retention'::text, true) IS DISTINCT FROM 'on'::text)) EXECUTE FUNCTION audit_chained();

CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON samverkan.audit FOR EACH STATEMENT EXECUTE FUNCTION audit_stays();

CREATE TRIGGER audit_stays BEFORE DELETE OR UPDATE ON samverkan.audit FOR EACH ROW EXECUTE FUNCTION audit_stays();

CREATE TRIGGER contact_search_function AFTER INSERT OR UPDATE OF title, subjects, municipality_codes, county_codes, organization_id ON samverkan.contact_function FOR EACH ROW EXECUTE FUNCTION contact_search_function();

CREATE TRIGGER note_removal BEFORE UPDATE OF removed_at ON samverkan.contact_group FOR EACH ROW EXECUTE FUNCTION note_removal();

CREATE TRIGGER contact_search_holder AFTER UPDATE OF valid_to ON samverkan.contact_holder FOR EACH ROW EXECUTE FUNCTION contact_search_holder();

CREATE TRIGGER handover_begins AFTER INSERT OR UPDATE OF valid_to ON samverkan.contact_holder FOR EACH ROW EXECUTE FUNCTION handover_begins();

CREATE TRIGGER contact_name_in_one_place AFTER INSERT OR UPDATE ON samverkan.contact_holder_name FOR EACH ROW EXECUTE FUNCTION contact_name_in_one_place();

CREATE TRIGGER contact_search_name AFTER INSERT OR DELETE OR UPDATE ON samverkan.contact_holder_name FOR EACH ROW EXECUTE FUNCTION contact_search_holder();

CREATE TRIGGER contact_name_in_one_place AFTER INSERT OR UPDATE ON samverkan.contact_inside_name FOR EACH ROW EXECUTE FUNCTION contact_name_in_one_place();

CREATE TRIGGER contact_words_came AFTER INSERT ON samverkan.contact_search REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION contact_words_kept();

CREATE TRIGGER contact_words_changed AFTER UPDATE ON samverkan.contact_search REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION contact_words_kept();

CREATE TRIGGER contact_words_went AFTER DELETE ON samverkan.contact_search REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION contact_words_kept();

CREATE TRIGGER event_announce AFTER INSERT ON samverkan.event FOR EACH STATEMENT EXECUTE FUNCTION event_announce();

CREATE TRIGGER note_removal BEFORE UPDATE OF removed_at ON samverkan.goal FOR EACH ROW EXECUTE FUNCTION note_removal();

CREATE TRIGGER sensitive_ends AFTER DELETE ON samverkan.goal FOR EACH ROW EXECUTE FUNCTION sensitive_ends();

CREATE TRIGGER handover_is_given_back AFTER UPDATE OF decision ON samverkan.handover_item FOR EACH ROW WHEN (((new.decision = 'returned'::text) AND (old.decision <> 'returned'::text))) EXECUTE FUNCTION handover_is_given_back();

CREATE TRIGGER contact_guest_comes AFTER UPDATE OF used_by ON samverkan.invitation FOR EACH ROW WHEN (((new.used_by IS NOT NULL) AND (old.used_by IS NULL))) EXECUTE FUNCTION contact_guest_comes();

CREATE TRIGGER identity_announce AFTER INSERT OR DELETE OR UPDATE ON samverkan.membership FOR EACH ROW EXECUTE FUNCTION identity_announce();

CREATE TRIGGER membership_ends_holders AFTER UPDATE OF valid_to ON samverkan.membership FOR EACH ROW WHEN ((old.valid_to IS DISTINCT FROM new.valid_to)) EXECUTE FUNCTION membership_ends_holders();

CREATE TRIGGER note_removal BEFORE UPDATE OF removed_at ON samverkan.method FOR EACH ROW EXECUTE FUNCTION note_removal();

CREATE TRIGGER hosting_ends AFTER UPDATE OF status, host_ids ON samverkan.offer FOR EACH ROW WHEN ((((new.status <> ALL (ARRAY['draft'::text, 'open'::text, 'closed'::text])) AND (old.status = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text]))) OR (new.host_ids IS DISTINCT FROM old.host_ids))) EXECUTE FUNCTION hosting_ends();

CREATE TRIGGER contact_search_organization AFTER UPDATE OF search ON samverkan.organization FOR EACH ROW WHEN ((old.search IS DISTINCT FROM new.search)) EXECUTE FUNCTION contact_search_organization();

CREATE TRIGGER organization_identity_stays BEFORE UPDATE OF key, kind ON samverkan.organization FOR EACH ROW EXECUTE FUNCTION organization_identity_stays();

CREATE TRIGGER organization_keeps_its_name AFTER INSERT OR UPDATE OF name ON samverkan.organization FOR EACH ROW EXECUTE FUNCTION organization_keeps_its_name();

CREATE TRIGGER organization_own_search BEFORE INSERT OR UPDATE OF name, name_en, abbreviation ON samverkan.organization FOR EACH ROW EXECUTE FUNCTION organization_own_search();

CREATE TRIGGER organization_name_search AFTER INSERT OR DELETE OR UPDATE ON samverkan.organization_name FOR EACH ROW EXECUTE FUNCTION organization_name_search();

CREATE TRIGGER sensitive_ends AFTER DELETE ON samverkan.organization_withdrawn FOR EACH ROW EXECUTE FUNCTION sensitive_ends();

CREATE TRIGGER note_removal BEFORE UPDATE OF removed_at ON samverkan.public_text FOR EACH ROW EXECUTE FUNCTION note_removal();

CREATE TRIGGER sensitive_ends AFTER DELETE ON samverkan.public_text FOR EACH ROW EXECUTE FUNCTION sensitive_ends();

CREATE TRIGGER note_removal BEFORE UPDATE OF removed_at ON samverkan.publication FOR EACH ROW EXECUTE FUNCTION note_removal();

CREATE TRIGGER note_removal BEFORE UPDATE OF removed_at ON samverkan.publication_file FOR EACH ROW EXECUTE FUNCTION note_removal();

CREATE TRIGGER question_bundle_guard BEFORE UPDATE OF bundle_id ON samverkan.question FOR EACH ROW EXECUTE FUNCTION question_bundle_guard();

CREATE TRIGGER question_guard BEFORE UPDATE ON samverkan.question FOR EACH ROW EXECUTE FUNCTION question_guard();

CREATE TRIGGER question_told_late AFTER INSERT ON samverkan.question_join FOR EACH ROW EXECUTE FUNCTION question_told_late();

CREATE TRIGGER session_announce AFTER DELETE ON samverkan.session FOR EACH ROW EXECUTE FUNCTION session_announce();

CREATE TRIGGER attachment_page_words AFTER INSERT ON samverkan.stored_file_page REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION attachment_page_words();

CREATE TRIGGER publication_page_words AFTER INSERT ON samverkan.stored_file_page REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION publication_page_words();

CREATE TRIGGER note_discarding BEFORE UPDATE OF discarded_at ON samverkan.strategy FOR EACH ROW EXECUTE FUNCTION note_discarding();

CREATE TRIGGER sensitive_ends AFTER DELETE ON samverkan.strategy FOR EACH ROW EXECUTE FUNCTION sensitive_ends();

CREATE TRIGGER support_guard BEFORE UPDATE ON samverkan.support_request FOR EACH ROW EXECUTE FUNCTION support_guard();

-- Row-level security

alter table action enable row level security; alter table action force row level security;

alter table action_comment enable row level security; alter table action_comment force row level security;

alter table action_connection enable row level security; alter table action_connection force row level security;

alter table action_cooperation enable row level security; alter table action_cooperation force row level security;

alter table action_filter enable row level security; alter table action_filter force row level security;

alter table action_goal enable row level security; alter table action_goal force row level security;

alter table action_goal_move enable row level security; alter table action_goal_move force row level security;

alter table action_nudge enable row level security; alter table action_nudge force row level security;

alter table action_owner enable row level security; alter table action_owner force row level security;

alter table action_partner enable row level security; alter table action_partner force row level security;

alter table action_recurrence enable row level security; alter table action_recurrence force row level security;

alter table action_task enable row level security; alter table action_task force row level security;

alter table action_template enable row level security; alter table action_template force row level security;

alter table action_update enable row level security; alter table action_update force row level security;

alter table api_token enable row level security; alter table api_token force row level security;

alter table api_token_hidden_name enable row level security; alter table api_token_hidden_name force row level security;

alter table app_user enable row level security; alter table app_user force row level security;

alter table assessment enable row level security; alter table assessment force row level security;

alter table assignment enable row level security; alter table assignment force row level security;

alter table assignment_action enable row level security; alter table assignment_action force row level security;

alter table assignment_goal enable row level security; alter table assignment_goal force row level security;

alter table assignment_report enable row level security; alter table assignment_report force row level security;

alter table assignment_reported enable row level security; alter table assignment_reported force row level security;

alter table attachment enable row level security; alter table attachment force row level security;

alter table attachment_page enable row level security; alter table attachment_page force row level security;

alter table audience enable row level security; alter table audience force row level security;

alter table audit enable row level security; alter table audit force row level security;

alter table audit_check enable row level security; alter table audit_check force row level security;

alter table audit_head enable row level security; alter table audit_head force row level security;

alter table audit_seal enable row level security; alter table audit_seal force row level security;

alter table break_glass_use enable row level security; alter table break_glass_use force row level security;

alter table calendar_subscription enable row level security; alter table calendar_subscription force row level security;

alter table change_log enable row level security; alter table change_log force row level security;

alter table comment_mention enable row level security; alter table comment_mention force row level security;

alter table commitment enable row level security; alter table commitment force row level security;

alter table consultation enable row level security; alter table consultation force row level security;

alter table consultation_comment enable row level security; alter table consultation_comment force row level security;

alter table consultation_draft enable row level security; alter table consultation_draft force row level security;

alter table consultation_invitation enable row level security; alter table consultation_invitation force row level security;

alter table consultation_response enable row level security; alter table consultation_response force row level security;

alter table contact_function enable row level security; alter table contact_function force row level security;

alter table contact_group enable row level security; alter table contact_group force row level security;

alter table contact_holder enable row level security; alter table contact_holder force row level security;

alter table contact_holder_name enable row level security; alter table contact_holder_name force row level security;

alter table contact_inside_name enable row level security; alter table contact_inside_name force row level security;

alter table contact_invitation enable row level security; alter table contact_invitation force row level security;

alter table contact_letter enable row level security; alter table contact_letter force row level security;

alter table contact_refusal enable row level security; alter table contact_refusal force row level security;

alter table contact_report enable row level security; alter table contact_report force row level security;

alter table contact_sending enable row level security; alter table contact_sending force row level security;

alter table contact_sending_recipient enable row level security; alter table contact_sending_recipient force row level security;

alter table contact_subject enable row level security; alter table contact_subject force row level security;

alter table county enable row level security; alter table county force row level security;

alter table coverage enable row level security; alter table coverage force row level security;

alter table credential enable row level security; alter table credential force row level security;

alter table demo_mail enable row level security; alter table demo_mail force row level security;

alter table digest_mark enable row level security; alter table digest_mark force row level security;

alter table digest_told enable row level security; alter table digest_told force row level security;

alter table draft enable row level security; alter table draft force row level security;

alter table erasure_request enable row level security; alter table erasure_request force row level security;

alter table event enable row level security; alter table event force row level security;

alter table faq enable row level security; alter table faq force row level security;

alter table goal enable row level security; alter table goal force row level security;

alter table goal_link enable row level security; alter table goal_link force row level security;

alter table goal_set enable row level security; alter table goal_set force row level security;

alter table goal_succession enable row level security; alter table goal_succession force row level security;

alter table handover enable row level security; alter table handover force row level security;

alter table handover_item enable row level security; alter table handover_item force row level security;

alter table idempotency enable row level security; alter table idempotency force row level security;

alter table invitation enable row level security; alter table invitation force row level security;

alter table job_effect enable row level security; alter table job_effect force row level security;

alter table membership enable row level security; alter table membership force row level security;

alter table method enable row level security; alter table method force row level security;

alter table method_action enable row level security; alter table method_action force row level security;

alter table method_offer enable row level security; alter table method_offer force row level security;

alter table method_trained enable row level security; alter table method_trained force row level security;

alter table method_use enable row level security; alter table method_use force row level security;

alter table municipality enable row level security; alter table municipality force row level security;

alter table notice_choice enable row level security; alter table notice_choice force row level security;

alter table offer enable row level security; alter table offer force row level security;

alter table offer_answer enable row level security; alter table offer_answer force row level security;

alter table offer_hosting enable row level security; alter table offer_hosting force row level security;

alter table offer_import enable row level security; alter table offer_import force row level security;

alter table offer_invitation enable row level security; alter table offer_invitation force row level security;

alter table offer_kind enable row level security; alter table offer_kind force row level security;

alter table offer_publication enable row level security; alter table offer_publication force row level security;

alter table offer_quota enable row level security; alter table offer_quota force row level security;

alter table offer_reach enable row level security; alter table offer_reach force row level security;

alter table offer_registration enable row level security; alter table offer_registration force row level security;

alter table offer_session enable row level security; alter table offer_session force row level security;

alter table offer_step enable row level security; alter table offer_step force row level security;

alter table offer_ticket enable row level security; alter table offer_ticket force row level security;

alter table offer_told enable row level security; alter table offer_told force row level security;

alter table offer_uptake enable row level security; alter table offer_uptake force row level security;

alter table oidc_identity enable row level security; alter table oidc_identity force row level security;

alter table organization enable row level security; alter table organization force row level security;

alter table organization_county enable row level security; alter table organization_county force row level security;

alter table organization_hidden_text enable row level security; alter table organization_hidden_text force row level security;

alter table organization_merge enable row level security; alter table organization_merge force row level security;

alter table organization_municipality enable row level security; alter table organization_municipality force row level security;

alter table organization_name enable row level security; alter table organization_name force row level security;

alter table organization_past enable row level security; alter table organization_past force row level security;

alter table organization_withdrawn enable row level security; alter table organization_withdrawn force row level security;

alter table passkey enable row level security; alter table passkey force row level security;

alter table password_reset enable row level security; alter table password_reset force row level security;

alter table presence enable row level security; alter table presence force row level security;

alter table public_report enable row level security; alter table public_report force row level security;

alter table public_text enable row level security; alter table public_text force row level security;

alter table publication enable row level security; alter table publication force row level security;

alter table publication_file enable row level security; alter table publication_file force row level security;

alter table publication_link enable row level security; alter table publication_link force row level security;

alter table publication_owning enable row level security; alter table publication_owning force row level security;

alter table publication_page enable row level security; alter table publication_page force row level security;

alter table publication_request enable row level security; alter table publication_request force row level security;

alter table publication_selection enable row level security; alter table publication_selection force row level security;

alter table publication_text enable row level security; alter table publication_text force row level security;

alter table question enable row level security; alter table question force row level security;

alter table question_address enable row level security; alter table question_address force row level security;

alter table question_bundle enable row level security; alter table question_bundle force row level security;

alter table question_bundle_item enable row level security; alter table question_bundle_item force row level security;

alter table question_join enable row level security; alter table question_join force row level security;

alter table question_reply enable row level security; alter table question_reply force row level security;

alter table question_told enable row level security; alter table question_told force row level security;

alter table recovery_code enable row level security; alter table recovery_code force row level security;

alter table retention_count enable row level security; alter table retention_count force row level security;

alter table retention_run enable row level security; alter table retention_run force row level security;

alter table search_word enable row level security; alter table search_word force row level security;

alter table sensitive_text enable row level security; alter table sensitive_text force row level security;

alter table signatory enable row level security; alter table signatory force row level security;

alter table stored_file enable row level security; alter table stored_file force row level security;

alter table stored_file_chunk enable row level security; alter table stored_file_chunk force row level security;

alter table stored_file_page enable row level security; alter table stored_file_page force row level security;

alter table strategy enable row level security; alter table strategy force row level security;

alter table strategy_adoption enable row level security; alter table strategy_adoption force row level security;

alter table strategy_frame enable row level security; alter table strategy_frame force row level security;

alter table strategy_hidden_text enable row level security; alter table strategy_hidden_text force row level security;

alter table strategy_succession enable row level security; alter table strategy_succession force row level security;

alter table succession_choice enable row level security; alter table succession_choice force row level security;

alter table support_inquiry enable row level security; alter table support_inquiry force row level security;

alter table support_link enable row level security; alter table support_link force row level security;

alter table support_message enable row level security; alter table support_message force row level security;

alter table support_request enable row level security; alter table support_request force row level security;

alter table term enable row level security; alter table term force row level security;

alter table term_answer enable row level security; alter table term_answer force row level security;

alter table term_proposal enable row level security; alter table term_proposal force row level security;

alter table term_version enable row level security; alter table term_version force row level security;

alter table totp enable row level security; alter table totp force row level security;

alter table vocabulary enable row level security; alter table vocabulary force row level security;

-- Policies

create policy change on action for update to samverkan_app using ((((( SELECT ctx_org() AS ctx_org) = ANY (owner_ids)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))) OR ((visibility >= 2) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties)))));

create policy log on action for insert to samverkan_app with check (((( SELECT ctx_org() AS ctx_org) = ANY (owner_ids)) AND (created_by = ( SELECT ctx_user() AS ctx_user)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))));

create policy owner_all on action for all to the_owner using (true) with check (true);

create policy read on action for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND may_purge(owner_ids, county_codes))) AND ((visibility = 4) OR ((visibility = 3) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text)) OR ((visibility = 2) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties))) OR ((visibility = 1) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties))) OR ((visibility >= 1) AND (( SELECT ctx_org() AS ctx_org) = ANY (partner_ids)) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text)) OR ((( SELECT ctx_org() AS ctx_org) = ANY (owner_ids)) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text)))));

create policy change on action_comment for update to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (hidden_at IS NULL)));

create policy owner_all on action_comment for all to the_owner using (true) with check (true);

create policy read on action_comment for select to samverkan_app using (
CASE
    WHEN (hidden_at IS NULL) THEN ((( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text) AND ((removed_at IS NULL) OR (organization_id = ( SELECT ctx_org() AS ctx_org))) AND (EXISTS ( SELECT
       FROM action a
      WHERE (a.id = action_comment.action_id))))
    ELSE ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
       FROM sensitive_text s
      WHERE ((s.object_id = action_comment.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))
END);

create policy write on action_comment for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (user_id = ( SELECT ctx_user() AS ctx_user)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT
   FROM action a
  WHERE (a.id = action_comment.action_id)))));

create policy owner_all on action_connection for all to the_owner using (true) with check (true);

create policy read on action_connection for select to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties)) AND action_is_shown(action_id)));

create policy answer on action_cooperation for update to samverkan_app using (((hidden_at IS NULL) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND ((organization_id = ( SELECT ctx_org() AS ctx_org)) OR (EXISTS ( SELECT
   FROM action a
  WHERE ((a.id = action_cooperation.action_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (a.owner_ids))))))));

create policy ask on action_cooperation for insert to samverkan_app with check (((from_organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (state = 'open'::text) AND (hidden_at IS NULL) AND (receipt IS NULL) AND (((kind = 'invitation'::text) AND (organization_id <> ( SELECT ctx_org() AS ctx_org)) AND (own_action_id IS NULL) AND (EXISTS ( SELECT
   FROM action a
  WHERE ((a.id = action_cooperation.action_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (a.owner_ids)))))) OR ((kind = 'proposal'::text) AND (organization_id = ( SELECT ctx_org() AS ctx_org)) AND (EXISTS ( SELECT
   FROM action a
  WHERE (a.id = action_cooperation.action_id))) AND ((own_action_id IS NULL) OR (EXISTS ( SELECT
   FROM action o
  WHERE ((o.id = action_cooperation.own_action_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.owner_ids))))))))));

create policy owner_all on action_cooperation for all to the_owner using (true) with check (true);

create policy read on action_cooperation for select to samverkan_app using (
CASE
    WHEN (hidden_at IS NULL) THEN ((( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text) AND action_is_shown(action_id) AND ((organization_id = ( SELECT ctx_org() AS ctx_org)) OR (EXISTS ( SELECT
       FROM action a
      WHERE ((a.id = action_cooperation.action_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (a.owner_ids)))))))
    ELSE ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
       FROM sensitive_text s
      WHERE ((s.object_id = action_cooperation.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))
END);

create policy own on action_filter for all to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND ((user_id = ( SELECT ctx_user() AS ctx_user)) OR ((user_id IS NULL) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text))) AND ((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
   FROM sensitive_text s
  WHERE ((s.object_id = action_filter.id) AND (s.ended_at IS NULL) AND may_clean(s.owner_ids, s.county_codes, s.only_user)))))))) with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND ((user_id = ( SELECT ctx_user() AS ctx_user)) OR ((user_id IS NULL) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))))));

create policy owner_all on action_filter for all to the_owner using (true) with check (true);

create policy owner_all on action_goal for all to the_owner using (true) with check (true);

create policy read on action_goal for select to samverkan_app using ((EXISTS ( SELECT 1
   FROM action a
  WHERE (a.id = action_goal.action_id))));

create policy owner_all on action_goal_move for all to the_owner using (true) with check (true);

create policy read on action_goal_move for select to samverkan_app using (((EXISTS ( SELECT
   FROM action a
  WHERE (a.id = action_goal_move.action_id))) AND (EXISTS ( SELECT
   FROM strategy s
  WHERE (s.id = action_goal_move.strategy_id)))));

create policy owner_all on action_nudge for all to the_owner using (true) with check (true);

create policy read on action_nudge for select to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))));

create policy owner_all on action_owner for all to the_owner using (true) with check (true);

create policy read on action_owner for select to samverkan_app using ((EXISTS ( SELECT 1
   FROM action a
  WHERE (a.id = action_owner.action_id))));

create policy owner_all on action_partner for all to the_owner using (true) with check (true);

create policy read on action_partner for select to samverkan_app using ((EXISTS ( SELECT 1
   FROM action a
  WHERE (a.id = action_partner.action_id))));

create policy changed on action_recurrence for update to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT
   FROM action a
  WHERE ((a.id = action_recurrence.action_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (a.owner_ids)))))));

create policy kept on action_recurrence for insert to samverkan_app with check (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT
   FROM action a
  WHERE ((a.id = action_recurrence.action_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (a.owner_ids)))))));

create policy owner_all on action_recurrence for all to the_owner using (true) with check (true);

create policy seen on action_recurrence for select to samverkan_app using ((EXISTS ( SELECT
   FROM action a
  WHERE (a.id = action_recurrence.action_id))));

create policy change on action_task for update to samverkan_app using (((hidden_at IS NULL) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND ((organization_id = ( SELECT ctx_org() AS ctx_org)) OR (EXISTS ( SELECT
   FROM action a
  WHERE ((a.id = action_task.action_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (a.owner_ids)))))))) with check (true);

create policy owner_all on action_task for all to the_owner using (true) with check (true);

create policy read on action_task for select to samverkan_app using (
CASE
    WHEN (hidden_at IS NULL) THEN ((( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text) AND (EXISTS ( SELECT
       FROM action a
      WHERE ((a.id = action_task.action_id) AND ((action_task.removed_at IS NULL) OR (( SELECT ctx_org() AS ctx_org) = ANY (a.owner_ids)))))))
    ELSE ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
       FROM sensitive_text s
      WHERE ((s.object_id = action_task.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))
END);

create policy set_one on action_task for insert to samverkan_app with check (((set_organization_id = ( SELECT ctx_org() AS ctx_org)) AND (set_by = ( SELECT ctx_user() AS ctx_user)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT
   FROM action a
  WHERE ((a.id = action_task.action_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (a.owner_ids)))))));

create policy own on action_template for all to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text))) with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))));

create policy owner_all on action_template for all to the_owner using (true) with check (true);

create policy owner_all on action_update for all to the_owner using (true) with check (true);

create policy read on action_update for select to samverkan_app using ((((hidden_at IS NULL) OR (id = ( SELECT ctx_purging() AS ctx_purging))) AND (EXISTS ( SELECT 1
   FROM action a
  WHERE (a.id = action_update.action_id)))));

create policy take_back on action_update for update to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))));

create policy write on action_update for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (user_id = ( SELECT ctx_user() AS ctx_user)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT 1
   FROM action a
  WHERE (a.id = action_update.action_id)))));

create policy owner_all on api_token for all to the_owner using (true) with check (true);

create policy read on api_token for select to samverkan_app using ((((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_user() AS ctx_user) IS NOT NULL)) OR administers(organization_id)));

create policy revoke on api_token for update to samverkan_app using (administers(organization_id)) with check (administers(organization_id));

create policy sign_in on api_token for all to samverkan_signin using (true) with check (true);

create policy clean on api_token_hidden_name for select to samverkan_app using (((token_id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
   FROM sensitive_text s
  WHERE ((s.object_id = api_token_hidden_name.token_id) AND (s.ended_at IS NULL) AND may_clean(s.owner_ids, s.county_codes, s.only_user))))));

create policy owner_all on api_token_hidden_name for all to the_owner using (true) with check (true);

create policy administered on app_user for select to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_admin'::text, 'system_admin'::text])) AND (EXISTS ( SELECT 1
   FROM membership m
  WHERE ((m.user_id = app_user.id) AND administers(m.organization_id))))));

create policy administered_change on app_user for update to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_admin'::text, 'system_admin'::text])) AND (EXISTS ( SELECT 1
   FROM membership m
  WHERE ((m.user_id = app_user.id) AND administers(m.organization_id)))) AND looks_after_wholly(id)));

create policy own_or_colleague on app_user for select to samverkan_app using (((id = ( SELECT ctx_user() AS ctx_user)) OR (id IN ( SELECT m.user_id
   FROM membership m
  WHERE (m.organization_id = ( SELECT ctx_org() AS ctx_org))))));

create policy own_token on app_user for select to samverkan_app using ((id IN ( SELECT t.id
   FROM api_token t)));

create policy owner_all on app_user for all to the_owner using (true) with check (true);

create policy sign_in on app_user for all to samverkan_signin using (true) with check (true);

create policy add on assessment for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (signed_at IS NULL) AND (hidden_at IS NULL) AND (discarded_at IS NULL) AND may_assess(goal_id)));

create policy change on assessment for update to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (signed_at IS NULL) AND (hidden_at IS NULL) AND (discarded_at IS NULL)));

create policy owner_all on assessment for all to the_owner using (true) with check (true);

create policy read on assessment for select to samverkan_app using (((discarded_at IS NULL) AND ((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND may_purge(ARRAY[organization_id], '{}'::text[]))) AND (((signed_at IS NOT NULL) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (EXISTS ( SELECT
   FROM goal g
  WHERE (g.id = assessment.goal_id)))) OR ((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))))));

create policy add on assignment for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (NOT demo) AND (hidden_at IS NULL)));

create policy change on assignment for update to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (hidden_at IS NULL)));

create policy owner_all on assignment for all to the_owner using (true) with check (true);

create policy read on assignment for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND may_purge(ARRAY[organization_id], county_codes))) AND ((visibility = 4) OR could_read(visibility, ARRAY[organization_id], board_ids, county_codes))));

create policy add on assignment_action for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND assignment_is_answered_by(assignment_id) AND (EXISTS ( SELECT
   FROM action t
  WHERE (t.id = assignment_action.action_id)))));

create policy owner_all on assignment_action for all to the_owner using (true) with check (true);

create policy read on assignment_action for select to samverkan_app using (((EXISTS ( SELECT
   FROM assignment a
  WHERE (a.id = assignment_action.assignment_id))) AND (EXISTS ( SELECT
   FROM action t
  WHERE (t.id = assignment_action.action_id)))));

create policy remove on assignment_action for delete to samverkan_app using ((assignment_is_answered_by(assignment_id) AND ((organization_id = ( SELECT ctx_org() AS ctx_org)) OR (EXISTS ( SELECT
   FROM assignment a
  WHERE ((a.id = assignment_action.assignment_id) AND (a.organization_id = ( SELECT ctx_org() AS ctx_org))))))));

create policy add on assignment_goal for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (carried_by IS NULL) AND assignment_is_answered_by(assignment_id) AND (EXISTS ( SELECT
   FROM goal g
  WHERE (g.id = assignment_goal.goal_id)))));

create policy owner_all on assignment_goal for all to the_owner using (true) with check (true);

create policy read on assignment_goal for select to samverkan_app using (((EXISTS ( SELECT
   FROM assignment a
  WHERE (a.id = assignment_goal.assignment_id))) AND (EXISTS ( SELECT
   FROM goal g
  WHERE (g.id = assignment_goal.goal_id)))));

create policy remove on assignment_goal for delete to samverkan_app using ((assignment_is_answered_by(assignment_id) AND ((organization_id = ( SELECT ctx_org() AS ctx_org)) OR (EXISTS ( SELECT
   FROM assignment a
  WHERE ((a.id = assignment_goal.assignment_id) AND (a.organization_id = ( SELECT ctx_org() AS ctx_org))))))));

create policy add on assignment_report for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM assignment a
  WHERE ((a.id = assignment_report.assignment_id) AND (a.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))));

create policy change on assignment_report for update to samverkan_app using ((EXISTS ( SELECT
   FROM assignment a
  WHERE ((a.id = assignment_report.assignment_id) AND (a.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))));

create policy owner_all on assignment_report for all to the_owner using (true) with check (true);

create policy read on assignment_report for select to samverkan_app using ((EXISTS ( SELECT
   FROM assignment a
  WHERE (a.id = assignment_report.assignment_id))));

create policy remove on assignment_report for delete to samverkan_app using ((EXISTS ( SELECT
   FROM assignment a
  WHERE ((a.id = assignment_report.assignment_id) AND (a.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))));

create policy add on assignment_reported for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (EXISTS ( SELECT
   FROM assignment_report r
  WHERE ((r.id = assignment_reported.report_id) AND assignment_is_answered_by(r.assignment_id))))));

create policy change on assignment_reported for update to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))));

create policy owner_all on assignment_reported for all to the_owner using (true) with check (true);

create policy read on assignment_reported for select to samverkan_app using ((EXISTS ( SELECT
   FROM assignment_report r
  WHERE (r.id = assignment_reported.report_id))));

create policy remove on assignment_reported for delete to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))));

create policy owner_all on attachment for all to the_owner using (true) with check (true);

create policy read on attachment for select to samverkan_app using (((((hidden_at IS NULL) AND ((update_id IS NULL) OR (EXISTS ( SELECT
   FROM action_update u
  WHERE (u.id = attachment.update_id))))) OR (id = ( SELECT ctx_purging() AS ctx_purging))) AND (EXISTS ( SELECT
   FROM action a
  WHERE (a.id = attachment.action_id)))));

create policy take_away on attachment for update to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND ((organization_id = ( SELECT ctx_org() AS ctx_org)) OR (EXISTS ( SELECT
   FROM action a
  WHERE ((a.id = attachment.action_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (a.owner_ids))))))));

create policy write on attachment for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (user_id = ( SELECT ctx_user() AS ctx_user)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT
   FROM action a
  WHERE (a.id = attachment.action_id))) AND ((update_id IS NULL) OR (EXISTS ( SELECT
   FROM action_update u
  WHERE ((u.id = attachment.update_id) AND (u.removed_at IS NULL)))))));

create policy owner_all on attachment_page for all to the_owner using (true) with check (true);

create policy owner_all on audience for all to the_owner using (true) with check (true);

create policy read on audience for select to samverkan_app using ((((organization_id IS NULL) AND (((level = 4) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL)) OR ((level = 3) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text)) OR ((level = 2) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties))) OR ((level = 1) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties))))) OR ((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text) AND (NOT ((county_codes && ( SELECT ctx_counties() AS ctx_counties)) AND (((level = 2) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'county_staff'::text, 'county_admin'::text]))) OR ((level = 1) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])))))))));

create policy chain on audit for all to the_owner using (true) with check (true);

create policy read_as_administrator on audit for select to samverkan_app using ((((( SELECT ctx_role() AS ctx_role) = 'county_admin'::text) AND (organization_id IN ( SELECT c.organization_id
   FROM organization_county c
  WHERE (c.county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[]))))) OR ((( SELECT ctx_role() AS ctx_role) = 'system_admin'::text) AND ((organization_id IS NULL) OR (organization_id = ( SELECT ctx_org() AS ctx_org))))));

create policy owner_all on audit_check for all to the_owner using (true) with check (true);

create policy read on audit_check for select to samverkan_app using ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_admin'::text, 'system_admin'::text])));

create policy chain on audit_head for all to the_owner using (true) with check (true);

create policy chain on audit_seal for all to the_owner using (true) with check (true);

create policy owner_all on break_glass_use for all to the_owner using (true) with check (true);

create policy sign_in on break_glass_use for all to samverkan_signin using (true) with check (true);

create policy own on calendar_subscription for all to samverkan_app using (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org)))) with check (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org))));

create policy owner_all on calendar_subscription for all to the_owner using (true) with check (true);

create policy history_of_action on change_log for select to samverkan_app using (((area = 'actions'::text) AND (EXISTS ( SELECT 1
   FROM action a
  WHERE ((a.id = change_log.object_id) AND could_read(change_log.level, a.owner_ids, a.partner_ids, a.county_codes))))));

create policy history_of_assessment on change_log for select to samverkan_app using (((area = 'followup'::text) AND (EXISTS ( SELECT
   FROM assessment a
  WHERE ((a.id = change_log.object_id) AND ((change_log.level > 0) OR (a.organization_id = ( SELECT ctx_org() AS ctx_org))))))));

create policy history_of_assignment on change_log for select to samverkan_app using (((area = 'assignments'::text) AND (EXISTS ( SELECT
   FROM assignment a
  WHERE ((a.id = change_log.object_id) AND could_read(change_log.level, ARRAY[a.organization_id], a.board_ids, a.county_codes))))));

create policy history_of_bundle on change_log for select to samverkan_app using (((area = 'questions'::text) AND (EXISTS ( SELECT
   FROM question_bundle b
  WHERE ((b.id = change_log.object_id) AND ((change_log.level > 0) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (b.board_id = ( SELECT ctx_org() AS ctx_org)))))))));

create policy history_of_comment on change_log for select to samverkan_app using (((area = 'comments'::text) AND (EXISTS ( SELECT
   FROM action_comment c
  WHERE ((c.id = change_log.object_id) AND (c.organization_id = ( SELECT ctx_org() AS ctx_org)))))));

create policy history_of_consultation on change_log for select to samverkan_app using (((area = 'consultations'::text) AND ((object_id IN ( SELECT consultations_kept() AS consultations_kept)) OR ((level >= 1) AND (object_id IN ( SELECT consultations_invited() AS consultations_invited))) OR (EXISTS ( SELECT
   FROM consultation_invitation i
  WHERE ((i.id = change_log.object_id) AND ((i.organization_id = ( SELECT ctx_org() AS ctx_org)) OR (i.consultation_id IN ( SELECT consultations_kept() AS consultations_kept)))))))));

create policy history_of_contact on change_log for select to samverkan_app using (((area = 'contacts'::text) AND (EXISTS ( SELECT 1
   FROM contact_function f
  WHERE ((f.id = change_log.object_id) AND could_read(change_log.level, ARRAY[f.organization_id], '{}'::uuid[], f.county_codes))))));

create policy history_of_faq on change_log for select to samverkan_app using (((area = 'questions'::text) AND (EXISTS ( SELECT
   FROM faq f
  WHERE ((f.id = change_log.object_id) AND could_read(change_log.level, ARRAY[f.organization_id], '{}'::uuid[], f.county_codes))))));

create policy history_of_method on change_log for select to samverkan_app using (((area = 'methods'::text) AND (EXISTS ( SELECT
   FROM method m
  WHERE ((m.id = change_log.object_id) AND could_read(change_log.level, ARRAY[m.organization_id], '{}'::uuid[], m.county_codes))))));

create policy history_of_offer on change_log for select to samverkan_app using (((area = 'learning'::text) AND (EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = change_log.object_id) AND could_read(change_log.level, o.host_ids, '{}'::uuid[], o.county_codes))))));

create policy history_of_organization on change_log for select to samverkan_app using (((area = 'organizations'::text) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM organization o
  WHERE (o.id = change_log.object_id))) AND (NOT ((field = ANY (ARRAY['description'::text, 'descriptionEn'::text])) AND organization_text_is_hidden(object_id)))));

create policy history_of_public_text on change_log for select to samverkan_app using (((area = 'public'::text) AND (EXISTS ( SELECT
   FROM public_text t
  WHERE ((t.id = change_log.object_id) AND ((t.county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))))));

create policy history_of_publication on change_log for select to samverkan_app using (((area = 'publications'::text) AND (EXISTS ( SELECT
   FROM publication p
  WHERE ((p.id = change_log.object_id) AND could_read(change_log.level, p.owner_ids, '{}'::uuid[], p.county_codes))))));

create policy history_of_question on change_log for select to samverkan_app using (((area = 'questions'::text) AND (EXISTS ( SELECT
   FROM question q
  WHERE ((q.id = change_log.object_id) AND could_read(change_log.level, ARRAY[q.organization_id], q.joined_ids, q.county_codes))))));

create policy history_of_strategy on change_log for select to samverkan_app using (((area = 'strategies'::text) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (EXISTS ( SELECT
   FROM strategy s
  WHERE ((s.id = change_log.object_id) AND ((change_log.level >= 3) OR ((COALESCE(s.kept_by, s.owner_organization_id) = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text))))))));

create policy history_of_support on change_log for select to samverkan_app using (((area = 'support'::text) AND (EXISTS ( SELECT
   FROM support_request r
  WHERE ((r.id = change_log.object_id) AND could_read(change_log.level, ARRAY[r.organization_id], '{}'::uuid[], r.county_codes))))));

create policy owner_all on change_log for all to the_owner using (true) with check (true);

create policy write_own on change_log for insert to samverkan_app with check (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org))));

create policy mention on comment_mention for insert to samverkan_app with check (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT
   FROM contact_function f
  WHERE (f.id = comment_mention.function_id))) AND (EXISTS ( SELECT
   FROM action_comment c
  WHERE ((c.id = comment_mention.comment_id) AND (c.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (c.user_id = ( SELECT ctx_user() AS ctx_user)))))));

create policy owner_all on comment_mention for all to the_owner using (true) with check (true);

create policy read on comment_mention for select to samverkan_app using ((EXISTS ( SELECT
   FROM action_comment c
  WHERE (c.id = comment_mention.comment_id))));

create policy see on comment_mention for update to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT
   FROM contact_function f
  WHERE ((f.id = comment_mention.function_id) AND (f.organization_id = ( SELECT ctx_org() AS ctx_org)))))));

create policy take_away on comment_mention for delete to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT
   FROM action_comment c
  WHERE ((c.id = comment_mention.comment_id) AND (c.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (c.user_id = ( SELECT ctx_user() AS ctx_user)))))));

create policy add on commitment for insert to samverkan_app with check (((created_by = ( SELECT ctx_user() AS ctx_user)) AND (EXISTS ( SELECT
   FROM (goal g
     JOIN strategy s ON ((s.id = g.strategy_id)))
  WHERE ((g.id = commitment.goal_id) AND (s.status = ANY (ARRAY['draft'::text, 'in_consultation'::text, 'adopted'::text])) AND (keeps_strategy(s.kept_by, s.owner_organization_id, s.kind) OR ((commitment.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])))))))));

create policy owner_all on commitment for all to the_owner using (true) with check (true);

create policy read on commitment for select to samverkan_app using (((( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text) AND (EXISTS ( SELECT
   FROM goal g
  WHERE (g.id = commitment.goal_id)))));

create policy write on commitment for update to samverkan_app using ((EXISTS ( SELECT
   FROM (goal g
     JOIN strategy s ON ((s.id = g.strategy_id)))
  WHERE ((g.id = commitment.goal_id) AND (s.status = ANY (ARRAY['draft'::text, 'in_consultation'::text, 'adopted'::text])) AND (keeps_strategy(s.kept_by, s.owner_organization_id, s.kind) OR ((commitment.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))))))));

create policy add on consultation for insert to samverkan_app with check (((opened_by = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org)) AND strategy_is_open(strategy_id)));

create policy owner_all on consultation for all to the_owner using (true) with check (true);

create policy read on consultation for select to samverkan_app using (((id IN ( SELECT consultations_invited() AS consultations_invited)) OR (id IN ( SELECT consultations_kept() AS consultations_kept))));

create policy write on consultation for update to samverkan_app using ((id IN ( SELECT consultations_kept() AS consultations_kept)));

create policy add on consultation_comment for insert to samverkan_app with check (may_answer_consultation(invitation_id));

create policy owner_all on consultation_comment for all to the_owner using (true) with check (true);

create policy read on consultation_comment for select to samverkan_app using (
CASE
    WHEN (hidden_at IS NULL) THEN (EXISTS ( SELECT
       FROM consultation_invitation i
      WHERE (i.id = consultation_comment.invitation_id)))
    ELSE ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
       FROM sensitive_text s
      WHERE ((s.object_id = consultation_comment.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))
END);

create policy write on consultation_comment for update to samverkan_app using (may_answer_consultation(invitation_id));

create policy add on consultation_draft for insert to samverkan_app with check (may_answer_consultation(invitation_id));

create policy owner_all on consultation_draft for all to the_owner using (true) with check (true);

create policy read on consultation_draft for select to samverkan_app using ((EXISTS ( SELECT
   FROM consultation_invitation i
  WHERE ((i.id = consultation_draft.invitation_id) AND (i.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))))));

create policy write on consultation_draft for update to samverkan_app using (may_answer_consultation(invitation_id));

create policy add on consultation_invitation for insert to samverkan_app with check (((consultation_id IN ( SELECT consultations_kept() AS consultations_kept)) AND (sent_at IS NULL) AND (begun_at IS NULL)));

create policy owner_all on consultation_invitation for all to the_owner using (true) with check (true);

create policy read on consultation_invitation for select to samverkan_app using ((((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))) OR (consultation_id IN ( SELECT consultations_kept() AS consultations_kept)) OR ((sent_at IS NOT NULL) AND (consultation_id IN ( SELECT consultations_shown() AS consultations_shown)))));

create policy write on consultation_invitation for update to samverkan_app using (may_answer_consultation(id));

create policy add on consultation_response for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM (consultation_comment c
     JOIN consultation_invitation i ON ((i.id = c.invitation_id)))
  WHERE ((c.id = consultation_response.comment_id) AND (i.consultation_id IN ( SELECT consultations_kept() AS consultations_kept))))));

create policy owner_all on consultation_response for all to the_owner using (true) with check (true);

create policy read on consultation_response for select to samverkan_app using ((EXISTS ( SELECT
   FROM consultation_comment c
  WHERE (c.id = consultation_response.comment_id))));

create policy write on consultation_response for update to samverkan_app using ((EXISTS ( SELECT
   FROM (consultation_comment c
     JOIN consultation_invitation i ON ((i.id = c.invitation_id)))
  WHERE ((c.id = consultation_response.comment_id) AND (i.consultation_id IN ( SELECT consultations_kept() AS consultations_kept))))));

create policy add on contact_function for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (created_by = ( SELECT ctx_user() AS ctx_user)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))));

create policy change on contact_function for update to samverkan_app using ((((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))) OR ((visibility >= 2) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties)))));

create policy owner_all on contact_function for all to the_owner using (true) with check (true);

create policy read on contact_function for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND may_purge(ARRAY[organization_id], county_codes))) AND ((visibility = 4) OR ((visibility = 3) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text)) OR ((visibility = 2) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties))) OR ((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text)))));

create policy own on contact_group for all to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])))) with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))));

create policy owner_all on contact_group for all to the_owner using (true) with check (true);

create policy appoint on contact_holder for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT 1
   FROM contact_function f
  WHERE ((f.id = contact_holder.function_id) AND (f.organization_id = ( SELECT ctx_org() AS ctx_org)))))));

create policy change on contact_holder for update to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT 1
   FROM contact_function f
  WHERE ((f.id = contact_holder.function_id) AND (f.organization_id = ( SELECT ctx_org() AS ctx_org)))))));

create policy owner_all on contact_holder for all to the_owner using (true) with check (true);

create policy read on contact_holder for select to samverkan_app using ((EXISTS ( SELECT 1
   FROM contact_function f
  WHERE (f.id = contact_holder.function_id))));

create policy change on contact_holder_name for update to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT 1
   FROM contact_function f
  WHERE ((f.id = contact_holder_name.function_id) AND (f.organization_id = ( SELECT ctx_org() AS ctx_org)))))));

create policy owner_all on contact_holder_name for all to the_owner using (true) with check (true);

create policy read on contact_holder_name for select to samverkan_app using ((EXISTS ( SELECT 1
   FROM contact_function f
  WHERE (f.id = contact_holder_name.function_id))));

create policy tell on contact_holder_name for insert to samverkan_app with check (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT 1
   FROM contact_function f
  WHERE ((f.id = contact_holder_name.function_id) AND (f.organization_id = ( SELECT ctx_org() AS ctx_org)))))));

create policy untell on contact_holder_name for delete to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT 1
   FROM contact_function f
  WHERE ((f.id = contact_holder_name.function_id) AND (f.organization_id = ( SELECT ctx_org() AS ctx_org)))))));

create policy inside on contact_inside_name for all to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_user() AS ctx_user) IS NOT NULL) AND (NOT ( SELECT ctx_token() AS ctx_token)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])))) with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_user() AS ctx_user) IS NOT NULL) AND (NOT ( SELECT ctx_token() AS ctx_token)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT 1
   FROM contact_function f
  WHERE ((f.id = contact_inside_name.function_id) AND (f.organization_id = ( SELECT ctx_org() AS ctx_org)))))));

create policy owner_all on contact_inside_name for all to the_owner using (true) with check (true);

create policy invite on contact_invitation for insert to samverkan_app with check ((EXISTS ( SELECT 1
   FROM (invitation i
     JOIN contact_function f ON ((f.organization_id = i.organization_id)))
  WHERE ((i.id = contact_invitation.invitation_id) AND (f.id = contact_invitation.function_id) AND (f.retired_on IS NULL) AND ((NOT contact_invitation.takes_over) OR (f.organization_id = ( SELECT ctx_org() AS ctx_org)))))));

create policy owner_all on contact_invitation for all to the_owner using (true) with check (true);

create policy read on contact_invitation for select to samverkan_app using ((EXISTS ( SELECT 1
   FROM invitation i
  WHERE (i.id = contact_invitation.invitation_id))));

create policy owner_all on contact_letter for all to the_owner using (true) with check (true);

create policy send on contact_letter for insert to samverkan_app with check (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT 1
   FROM contact_function f
  WHERE ((f.id = contact_letter.function_id) AND (f.organization_id = ( SELECT ctx_org() AS ctx_org)))))));

create policy owner_all on contact_refusal for all to the_owner using (true) with check (true);

create policy owner_all on contact_report for all to the_owner using (true) with check (true);

create policy read on contact_report for select to samverkan_app using ((((hidden_at IS NULL) AND (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org))) OR keeps_contact(function_id))) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT 1
   FROM sensitive_text s
  WHERE ((s.object_id = contact_report.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))));

create policy report on contact_report for insert to samverkan_app with check (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM contact_function f
  WHERE (f.id = contact_report.function_id)))));

create policy resolve on contact_report for update to samverkan_app using (keeps_contact(function_id));

create policy own on contact_sending for select to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND ((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND may_purge(ARRAY[organization_id], '{}'::text[])))));

create policy owner_all on contact_sending for all to the_owner using (true) with check (true);

create policy send on contact_sending for insert to samverkan_app with check (((sent_by = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))));

create policy own on contact_sending_recipient for select to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))));

create policy owner_all on contact_sending_recipient for all to the_owner using (true) with check (true);

create policy send on contact_sending_recipient for insert to samverkan_app with check (((state = 'waiting'::text) AND (organization_id = ( SELECT ctx_org() AS ctx_org)) AND (EXISTS ( SELECT 1
   FROM contact_sending s
  WHERE ((s.id = contact_sending_recipient.sending_id) AND (s.sent_by = ( SELECT ctx_user() AS ctx_user)))))));

create policy owner_all on contact_subject for all to the_owner using (true) with check (true);

create policy read on contact_subject for select to samverkan_app using (true);

create policy county_read on county for select to samverkan_app using (true);

create policy owner_all on county for all to the_owner using (true) with check (true);

create policy owner_all on coverage for all to the_owner using (true) with check (true);

create policy read on coverage for select to samverkan_app using ((audience_id IN ( SELECT a.id
   FROM audience a)));

create policy owner_all on credential for all to the_owner using (true) with check (true);

create policy sign_in on credential for all to samverkan_signin using (true) with check (true);

create policy demo on demo_mail for all to samverkan_app using (true) with check (true);

create policy owner_all on demo_mail for all to the_owner using (true) with check (true);

create policy own on digest_mark for all to samverkan_app using (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org)))) with check (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org))));

create policy owner_all on digest_mark for all to the_owner using (true) with check (true);

create policy own on digest_told for all to samverkan_app using (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org)))) with check (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org))));

create policy owner_all on digest_told for all to the_owner using (true) with check (true);

create policy own on draft for all to samverkan_app using (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org)))) with check (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org))));

create policy owner_all on draft for all to the_owner using (true) with check (true);

create policy ask on erasure_request for insert to samverkan_app with check (((asked_by = ( SELECT ctx_user() AS ctx_user)) AND (decision IS NULL) AND (done_at IS NULL) AND ((user_id = ( SELECT ctx_user() AS ctx_user)) OR holds_account(user_id))));

create policy decide on erasure_request for update to samverkan_app using (((user_id <> ( SELECT ctx_user() AS ctx_user)) AND holds_account(user_id))) with check (((user_id <> ( SELECT ctx_user() AS ctx_user)) AND (decided_by = ( SELECT ctx_user() AS ctx_user))));

create policy owner_all on erasure_request for all to the_owner using (true) with check (true);

create policy read on erasure_request for select to samverkan_app using (((user_id = ( SELECT ctx_user() AS ctx_user)) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_admin'::text, 'system_admin'::text])) AND (EXISTS ( SELECT 1
   FROM membership m
  WHERE ((m.user_id = erasure_request.user_id) AND administers(m.organization_id)))))));

create policy take_back on erasure_request for update to samverkan_app using (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (decision IS NULL))) with check (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (decision IS NULL)));

create policy action_is_gone on event for select to samverkan_app using (((former_level IS NOT NULL) AND (area = 'actions'::text) AND could_read(former_level, former_owners, former_partners, former_counties) AND (NOT (EXISTS ( SELECT 1
   FROM action a
  WHERE (a.id = event.object_id))))));

create policy assignment_is_gone on event for select to samverkan_app using (((former_level IS NOT NULL) AND (area = 'assignments'::text) AND could_read(former_level, former_owners, former_partners, former_counties) AND (NOT (EXISTS ( SELECT
   FROM assignment a
  WHERE (a.id = event.object_id))))));

create policy comment_is_gone on event for select to samverkan_app using (((former_level IS NOT NULL) AND (area = 'comments'::text) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text) AND could_read(former_level, former_owners, former_partners, former_counties) AND (NOT (EXISTS ( SELECT
   FROM action_comment c
  WHERE ((c.id = event.object_id) AND (c.removed_at IS NULL)))))));

create policy contact_is_gone on event for select to samverkan_app using (((former_level IS NOT NULL) AND (area = 'contacts'::text) AND could_read(former_level, former_owners, former_partners, former_counties) AND (NOT (EXISTS ( SELECT 1
   FROM contact_function f
  WHERE (f.id = event.object_id))))));

create policy event_of_action on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'actions'::text) AND (EXISTS ( SELECT 1
   FROM action a
  WHERE ((a.id = event.object_id) AND could_read(event.level, a.owner_ids, a.partner_ids, a.county_codes))))));

create policy event_of_assessment on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'followup'::text) AND (EXISTS ( SELECT
   FROM assessment a
  WHERE ((a.id = event.object_id) AND ((event.level > 0) OR (a.organization_id = ( SELECT ctx_org() AS ctx_org))))))));

create policy event_of_assignment on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'assignments'::text) AND (EXISTS ( SELECT
   FROM assignment a
  WHERE ((a.id = event.object_id) AND could_read(event.level, ARRAY[a.organization_id], a.board_ids, a.county_codes))))));

create policy event_of_bundle on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'questions'::text) AND (EXISTS ( SELECT
   FROM question_bundle b
  WHERE ((b.id = event.object_id) AND ((event.level > 0) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (b.board_id = ( SELECT ctx_org() AS ctx_org)))))))));

create policy event_of_comment on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'comments'::text) AND (EXISTS ( SELECT
   FROM action_comment c
  WHERE ((c.id = event.object_id) AND (c.removed_at IS NULL)))) AND
CASE kind
    WHEN 'comment.mentioned'::text THEN comment_is_to_us(object_id)
    WHEN 'comment.written'::text THEN (NOT comment_is_to_us(object_id))
    ELSE true
END));

create policy event_of_connection on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'actions'::text) AND (EXISTS ( SELECT
   FROM action_connection c
  WHERE (c.id = event.object_id)))));

create policy event_of_consultation on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'consultations'::text) AND ((object_id IN ( SELECT consultations_kept() AS consultations_kept)) OR ((object_id IN ( SELECT consultations_invited() AS consultations_invited)) AND ((level >= 1) OR (organization_id = ( SELECT ctx_org() AS ctx_org)))))));

create policy event_of_contact on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'contacts'::text) AND (EXISTS ( SELECT 1
   FROM contact_function f
  WHERE ((f.id = event.object_id) AND could_read(event.level, ARRAY[f.organization_id], '{}'::uuid[], f.county_codes))))));

create policy event_of_cooperation on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'actions'::text) AND (EXISTS ( SELECT
   FROM action_cooperation c
  WHERE (c.id = event.object_id)))));

create policy event_of_faq on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'questions'::text) AND (EXISTS ( SELECT
   FROM faq f
  WHERE ((f.id = event.object_id) AND could_read(event.level, ARRAY[f.organization_id], '{}'::uuid[], f.county_codes))))));

create policy event_of_hosting on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'learning'::text) AND (EXISTS ( SELECT
   FROM offer_hosting h
  WHERE (h.id = event.object_id)))));

create policy event_of_method on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'methods'::text) AND (EXISTS ( SELECT
   FROM method m
  WHERE ((m.id = event.object_id) AND could_read(event.level, ARRAY[m.organization_id], '{}'::uuid[], m.county_codes))))));

create policy event_of_nudge on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'actions'::text) AND (EXISTS ( SELECT
   FROM action_nudge n
  WHERE (n.id = event.object_id)))));

create policy event_of_offer on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'learning'::text) AND (EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = event.object_id) AND could_read(event.level, o.host_ids, '{}'::uuid[], o.county_codes))))));

create policy event_of_organization on event for select to samverkan_app using (((area = 'organizations'::text) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM organization o
  WHERE (o.id = event.object_id)))));

create policy event_of_publication on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'publications'::text) AND (EXISTS ( SELECT
   FROM publication p
  WHERE ((p.id = event.object_id) AND could_read(event.level, p.owner_ids, '{}'::uuid[], p.county_codes))))));

create policy event_of_question on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'questions'::text) AND (EXISTS ( SELECT
   FROM question q
  WHERE ((q.id = event.object_id) AND could_read(event.level, ARRAY[q.organization_id], q.joined_ids, q.county_codes))))));

create policy event_of_strategy on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'strategies'::text) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (EXISTS ( SELECT
   FROM strategy s
  WHERE ((s.id = event.object_id) AND ((event.level >= 3) OR ((COALESCE(s.kept_by, s.owner_organization_id) = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text))))))));

create policy event_of_support on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'support'::text) AND (EXISTS ( SELECT
   FROM support_request r
  WHERE ((r.id = event.object_id) AND could_read(event.level, ARRAY[r.organization_id], '{}'::uuid[], r.county_codes))))));

create policy event_of_task on event for select to samverkan_app using (((former_level IS NULL) AND (area = 'tasks'::text) AND (EXISTS ( SELECT
   FROM action_task t
  WHERE ((t.id = event.object_id) AND (t.removed_at IS NULL))))));

create policy event_of_term on event for select to samverkan_app using (((area = 'vocabularies'::text) AND (EXISTS ( SELECT
   FROM term_proposal p
  WHERE (p.id = event.object_id)))));

create policy method_is_gone on event for select to samverkan_app using (((former_level IS NOT NULL) AND (area = 'methods'::text) AND could_read(former_level, former_owners, former_partners, former_counties) AND (NOT (EXISTS ( SELECT
   FROM method m
  WHERE (m.id = event.object_id))))));

create policy offer_is_gone on event for select to samverkan_app using (((former_level IS NOT NULL) AND (area = 'learning'::text) AND could_read(former_level, former_owners, former_partners, former_counties) AND (NOT (EXISTS ( SELECT
   FROM offer o
  WHERE (o.id = event.object_id))))));

create policy owner_all on event for all to the_owner using (true) with check (true);

create policy publication_is_gone on event for select to samverkan_app using (((former_level IS NOT NULL) AND (area = 'publications'::text) AND could_read(former_level, former_owners, former_partners, former_counties) AND (NOT (EXISTS ( SELECT
   FROM publication p
  WHERE (p.id = event.object_id))))));

create policy question_is_gone on event for select to samverkan_app using (((former_level IS NOT NULL) AND (area = 'questions'::text) AND could_read(former_level, former_owners, former_partners, former_counties) AND (NOT (EXISTS ( SELECT
   FROM question q
  WHERE (q.id = event.object_id))))));

create policy support_is_gone on event for select to samverkan_app using (((former_level IS NOT NULL) AND (area = 'support'::text) AND could_read(former_level, former_owners, former_partners, former_counties) AND (NOT (EXISTS ( SELECT
   FROM support_request r
  WHERE (r.id = event.object_id))))));

create policy task_is_gone on event for select to samverkan_app using (((former_level IS NOT NULL) AND (area = 'tasks'::text) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text) AND could_read(former_level, former_owners, former_partners, former_counties) AND (NOT (EXISTS ( SELECT
   FROM action_task t
  WHERE ((t.id = event.object_id) AND (t.removed_at IS NULL)))))));

create policy write_own on event for insert to samverkan_app with check (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org))));

create policy add on faq for insert to samverkan_app with check (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (organization_id = ( SELECT ctx_org() AS ctx_org)) AND (status = 'draft'::text) AND (NOT demo) AND (hidden_at IS NULL)));

create policy change on faq for update to samverkan_app using (((hidden_at IS NULL) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (organization_id = ( SELECT ctx_org() AS ctx_org))));

create policy owner_all on faq for all to the_owner using (true) with check (true);

create policy read on faq for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND may_purge(ARRAY[organization_id], county_codes))) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND could_read(level, ARRAY[organization_id], '{}'::uuid[], county_codes)));

create policy add on goal for insert to samverkan_app with check (strategy_is_open(strategy_id));

create policy goal_read on goal for select to samverkan_app using (((removed_at IS NULL) AND (EXISTS ( SELECT
   FROM strategy s
  WHERE (s.id = goal.strategy_id)))));

create policy owner_all on goal for all to the_owner using (true) with check (true);

create policy write on goal for update to samverkan_app using (strategy_is_open(strategy_id));

create policy add on goal_link for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM goal g
  WHERE ((g.id = goal_link.goal_id) AND strategy_is_open(g.strategy_id)))));

create policy away on goal_link for delete to samverkan_app using ((EXISTS ( SELECT
   FROM goal g
  WHERE ((g.id = goal_link.goal_id) AND strategy_is_open(g.strategy_id)))));

create policy goal_link_read on goal_link for select to samverkan_app using (((EXISTS ( SELECT
   FROM goal g
  WHERE (g.id = goal_link.goal_id))) AND (EXISTS ( SELECT
   FROM goal g
  WHERE (g.id = goal_link.frame_goal_id)))));

create policy owner_all on goal_link for all to the_owner using (true) with check (true);

create policy write on goal_link for update to samverkan_app using ((EXISTS ( SELECT
   FROM goal g
  WHERE ((g.id = goal_link.goal_id) AND strategy_is_open(g.strategy_id)))));

create policy owner_all on goal_set for all to the_owner using (true) with check (true);

create policy owner_all on goal_succession for all to the_owner using (true) with check (true);

create policy read on goal_succession for select to samverkan_app using ((EXISTS ( SELECT
   FROM strategy s
  WHERE (s.id = goal_succession.strategy_id))));

create policy write on goal_succession for all to samverkan_app using (strategy_is_open(strategy_id)) with check (strategy_is_open(strategy_id));

create policy begin on handover for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT 1
   FROM contact_function f
  WHERE ((f.id = handover.function_id) AND (f.organization_id = ( SELECT ctx_org() AS ctx_org)))))));

create policy owner_all on handover for all to the_owner using (true) with check (true);

create policy read on handover for select to samverkan_app using ((((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))) OR (EXISTS ( SELECT 1
   FROM handover_item i
  WHERE (i.handover_id = handover.id)))));

create policy settle on handover for update to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))));

create policy answer on handover_item for update to samverkan_app using ((((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))) OR ((asked_on IS NOT NULL) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties))))) with check ((((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))) OR ((asked_on IS NOT NULL) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties)))));

create policy decide on handover_item for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))));

create policy owner_all on handover_item for all to the_owner using (true) with check (true);

create policy read on handover_item for select to samverkan_app using ((((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))) OR ((asked_on IS NOT NULL) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties)))));

create policy undo on handover_item for delete to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))));

create policy own on idempotency for all to samverkan_app using (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org)))) with check (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org))));

create policy owner_all on idempotency for all to the_owner using (true) with check (true);

create policy administered on invitation for all to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_admin'::text, 'system_admin'::text])) AND administers(organization_id) AND ((role <> ALL (ARRAY['system_admin'::text, 'national_reader'::text])) OR (( SELECT ctx_role() AS ctx_role) = 'system_admin'::text)))) with check ((administers(organization_id) AND ((role <> ALL (ARRAY['system_admin'::text, 'national_reader'::text])) OR (( SELECT ctx_role() AS ctx_role) = 'system_admin'::text))));

create policy owner_all on invitation for all to the_owner using (true) with check (true);

create policy sign_in on invitation for all to samverkan_signin using (true) with check (true);

create policy owner_all on job_effect for all to the_owner using (true) with check (true);

create policy work on job_effect for all to samverkan_app using (true) with check (true);

create policy administered on membership for select to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_admin'::text, 'system_admin'::text])) AND administers(organization_id)));

create policy administered_change on membership for update to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_admin'::text, 'system_admin'::text])) AND administers(organization_id) AND ((role <> ALL (ARRAY['system_admin'::text, 'national_reader'::text])) OR (( SELECT ctx_role() AS ctx_role) = 'system_admin'::text)))) with check (administers(organization_id));

create policy own_or_colleague on membership for select to samverkan_app using (((user_id = ( SELECT ctx_user() AS ctx_user)) OR (organization_id = ( SELECT ctx_org() AS ctx_org))));

create policy owner_all on membership for all to the_owner using (true) with check (true);

create policy sign_in on membership for all to samverkan_signin using (true) with check (true);

create policy add on method for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (NOT demo) AND (hidden_at IS NULL)));

create policy change on method for update to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (hidden_at IS NULL)));

create policy owner_all on method for all to the_owner using (true) with check (true);

create policy read on method for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND may_purge(ARRAY[organization_id], county_codes))) AND ((removed_at IS NULL) OR (( SELECT ctx_org() AS ctx_org) = organization_id)) AND could_read(shown, ARRAY[organization_id], '{}'::uuid[], county_codes)));

create policy change on method_action for update to samverkan_app using (((hidden_at IS NULL) AND (EXISTS ( SELECT
   FROM action a
  WHERE ((a.id = method_action.action_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND ((( SELECT ctx_org() AS ctx_org) = ANY (a.owner_ids)) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (a.visibility >= 2) AND (a.county_codes && ctx_counties()))))))));

create policy owner_all on method_action for all to the_owner using (true) with check (true);

create policy read on method_action for select to samverkan_app using (
CASE
    WHEN (hidden_at IS NULL) THEN ((( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text) AND (EXISTS ( SELECT
       FROM action a
      WHERE (a.id = method_action.action_id))) AND (EXISTS ( SELECT
       FROM method m
      WHERE (m.id = method_action.method_id))))
    ELSE ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
       FROM sensitive_text s
      WHERE ((s.object_id = method_action.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))
END);

create policy tie on method_action for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (hidden_at IS NULL) AND (EXISTS ( SELECT
   FROM action a
  WHERE ((a.id = method_action.action_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND ((( SELECT ctx_org() AS ctx_org) = ANY (a.owner_ids)) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (a.visibility >= 2) AND (a.county_codes && ctx_counties())))))) AND (EXISTS ( SELECT
   FROM method m
  WHERE ((m.id = method_action.method_id) AND (m.status = 'published'::text))))));

create policy add on method_offer for insert to samverkan_app with check (((EXISTS ( SELECT
   FROM method m
  WHERE ((m.id = method_offer.method_id) AND (m.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))) AND (EXISTS ( SELECT
   FROM offer o
  WHERE (o.id = method_offer.offer_id)))));

create policy owner_all on method_offer for all to the_owner using (true) with check (true);

create policy read on method_offer for select to samverkan_app using (((EXISTS ( SELECT
   FROM method m
  WHERE (m.id = method_offer.method_id))) AND (EXISTS ( SELECT
   FROM offer o
  WHERE (o.id = method_offer.offer_id)))));

create policy remove on method_offer for delete to samverkan_app using ((EXISTS ( SELECT
   FROM method m
  WHERE ((m.id = method_offer.method_id) AND (m.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))));

create policy enter on method_trained for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM method_use u
  WHERE ((u.id = method_trained.use_id) AND (u.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))))));

create policy owner_all on method_trained for all to the_owner using (true) with check (true);

create policy read on method_trained for select to samverkan_app using ((EXISTS ( SELECT
   FROM method_use u
  WHERE (u.id = method_trained.use_id))));

create policy take_out on method_trained for delete to samverkan_app using ((EXISTS ( SELECT
   FROM method_use u
  WHERE ((u.id = method_trained.use_id) AND (u.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))))));

create policy change on method_use for update to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (hidden_at IS NULL)));

create policy owner_all on method_use for all to the_owner using (true) with check (true);

create policy read on method_use for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
   FROM sensitive_text s
  WHERE ((s.object_id = method_use.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))) AND (EXISTS ( SELECT
   FROM method m
  WHERE (m.id = method_use.method_id)))));

create policy say on method_use for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (NOT demo) AND (hidden_at IS NULL) AND (EXISTS ( SELECT
   FROM method m
  WHERE ((m.id = method_use.method_id) AND (m.status = 'published'::text))))));

create policy municipality_read on municipality for select to samverkan_app using (true);

create policy owner_all on municipality for all to the_owner using (true) with check (true);

create policy own on notice_choice for all to samverkan_app using ((user_id = ( SELECT ctx_user() AS ctx_user))) with check ((user_id = ( SELECT ctx_user() AS ctx_user)));

create policy owner_all on notice_choice for all to the_owner using (true) with check (true);

create policy add on offer for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (NOT demo) AND (hidden_at IS NULL)));

create policy change on offer for update to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (host_ids)) AND (hidden_at IS NULL)));

create policy owner_all on offer for all to the_owner using (true) with check (true);

create policy read on offer for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND may_purge(host_ids, county_codes))) AND ((level = 4) OR could_read(level, host_ids, '{}'::uuid[], county_codes))));

create policy owner_all on offer_answer for all to the_owner using (true) with check (true);

create policy answer on offer_hosting for update to samverkan_app using (((hidden_at IS NULL) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND ((organization_id = ( SELECT ctx_org() AS ctx_org)) OR (EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_hosting.offer_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))))));

create policy ask on offer_hosting for insert to samverkan_app with check (((from_organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (kind = 'invitation'::text) AND (state = 'open'::text) AND (hidden_at IS NULL) AND (receipt IS NULL) AND (EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_hosting.offer_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids)) AND (offer_hosting.organization_id <> ALL (o.host_ids)))))));

create policy owner_all on offer_hosting for all to the_owner using (true) with check (true);

create policy read on offer_hosting for select to samverkan_app using (
CASE
    WHEN (hidden_at IS NULL) THEN ((( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text) AND offer_is_shown(offer_id) AND ((organization_id = ( SELECT ctx_org() AS ctx_org)) OR (EXISTS ( SELECT
       FROM offer o
      WHERE ((o.id = offer_hosting.offer_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids)))))))
    ELSE ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
       FROM sensitive_text s
      WHERE ((s.object_id = offer_hosting.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))
END);

create policy owner_all on offer_import for all to the_owner using (true) with check (true);

create policy read on offer_import for select to samverkan_app using (((( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (EXISTS ( SELECT
   FROM offer o
  WHERE (o.id = offer_import.offer_id)))));

create policy take_back on offer_import for delete to samverkan_app using ((EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_import.offer_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))));

create policy take_in on offer_import for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_import.offer_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))));

create policy hosts on offer_invitation for select to samverkan_app using ((EXISTS ( SELECT
   FROM (offer_session s
     JOIN offer o ON ((o.id = s.offer_id)))
  WHERE ((s.id = offer_invitation.session_id) AND (ctx_role() = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (ctx_org() = ANY (o.host_ids))))));

create policy invite on offer_invitation for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM (offer_session s
     JOIN offer o ON ((o.id = s.offer_id)))
  WHERE ((s.id = offer_invitation.session_id) AND (ctx_role() = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (ctx_org() = ANY (o.host_ids))))));

create policy owner_all on offer_invitation for all to the_owner using (true) with check (true);

create policy withdraw on offer_invitation for update to samverkan_app using ((EXISTS ( SELECT
   FROM (offer_session s
     JOIN offer o ON ((o.id = s.offer_id)))
  WHERE ((s.id = offer_invitation.session_id) AND (ctx_role() = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (ctx_org() = ANY (o.host_ids))))));

create policy add on offer_kind for insert to samverkan_app with check (((( SELECT ctx_role() AS ctx_role) = 'county_admin'::text) AND (county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[]))));

create policy change on offer_kind for update to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = 'county_admin'::text) AND (county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[]))));

create policy owner_all on offer_kind for all to the_owner using (true) with check (true);

create policy read on offer_kind for select to samverkan_app using ((( SELECT ctx_role() AS ctx_role) IS NOT NULL));

create policy add on offer_publication for insert to samverkan_app with check (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT
   FROM publication p
  WHERE ((p.id = offer_publication.publication_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (p.owner_ids))))) AND (EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_publication.offer_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))) AND ((step_id IS NULL) OR (EXISTS ( SELECT
   FROM offer_step s
  WHERE ((s.id = offer_publication.step_id) AND (s.offer_id = offer_publication.offer_id)))))));

create policy owner_all on offer_publication for all to the_owner using (true) with check (true);

create policy read on offer_publication for select to samverkan_app using (((EXISTS ( SELECT
   FROM publication p
  WHERE (p.id = offer_publication.publication_id))) AND (EXISTS ( SELECT
   FROM offer o
  WHERE (o.id = offer_publication.offer_id)))));

create policy add on offer_quota for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM (offer_session s
     JOIN offer o ON ((o.id = s.offer_id)))
  WHERE ((s.id = offer_quota.session_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))));

create policy owner_all on offer_quota for all to the_owner using (true) with check (true);

create policy read on offer_quota for select to samverkan_app using (((( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (EXISTS ( SELECT
   FROM offer_session s
  WHERE (s.id = offer_quota.session_id)))));

create policy remove on offer_quota for delete to samverkan_app using ((EXISTS ( SELECT
   FROM (offer_session s
     JOIN offer o ON ((o.id = s.offer_id)))
  WHERE ((s.id = offer_quota.session_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))));

create policy enter on offer_reach for insert to samverkan_app with check (((source = ANY (ARRAY['entered'::text, 'imported'::text])) AND (EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_reach.offer_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))) AND ((import_id IS NULL) OR (EXISTS ( SELECT
   FROM offer_import i
  WHERE ((i.id = offer_reach.import_id) AND (i.offer_id = offer_reach.offer_id)))))));

create policy owner_all on offer_reach for all to the_owner using (true) with check (true);

create policy read on offer_reach for select to samverkan_app using (((( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (EXISTS ( SELECT
   FROM offer o
  WHERE (o.id = offer_reach.offer_id)))));

create policy take_out on offer_reach for delete to samverkan_app using (((source = ANY (ARRAY['entered'::text, 'imported'::text])) AND (EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_reach.offer_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids)))))));

create policy hosts on offer_registration for select to samverkan_app using (((user_id = ( SELECT ctx_user() AS ctx_user)) OR (EXISTS ( SELECT
   FROM (offer_session s
     JOIN offer o ON ((o.id = s.offer_id)))
  WHERE ((s.id = offer_registration.session_id) AND (ctx_role() = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (ctx_org() = ANY (o.host_ids)))))));

create policy owner_all on offer_registration for all to the_owner using (true) with check (true);

create policy tick on offer_registration for update to samverkan_app using ((EXISTS ( SELECT
   FROM (offer_session s
     JOIN offer o ON ((o.id = s.offer_id)))
  WHERE ((s.id = offer_registration.session_id) AND (ctx_role() = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (ctx_org() = ANY (o.host_ids))))));

create policy add on offer_session for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_session.offer_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))));

create policy change on offer_session for update to samverkan_app using ((EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_session.offer_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))));

create policy owner_all on offer_session for all to the_owner using (true) with check (true);

create policy read on offer_session for select to samverkan_app using ((EXISTS ( SELECT
   FROM offer o
  WHERE (o.id = offer_session.offer_id))));

create policy remove on offer_session for delete to samverkan_app using ((EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_session.offer_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))));

create policy add on offer_step for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_step.offer_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))));

create policy change on offer_step for update to samverkan_app using ((EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_step.offer_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))));

create policy owner_all on offer_step for all to the_owner using (true) with check (true);

create policy read on offer_step for select to samverkan_app using (((( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (EXISTS ( SELECT
   FROM offer o
  WHERE (o.id = offer_step.offer_id)))));

create policy remove on offer_step for delete to samverkan_app using ((EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_step.offer_id) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (( SELECT ctx_org() AS ctx_org) = ANY (o.host_ids))))));

create policy owner_all on offer_ticket for all to the_owner using (true) with check (true);

create policy owner_all on offer_told for all to the_owner using (true) with check (true);

create policy owner_all on offer_uptake for all to the_owner using (true) with check (true);

create policy read on offer_uptake for select to samverkan_app using (((( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (EXISTS ( SELECT
   FROM offer o
  WHERE (o.id = offer_uptake.offer_id)))));

create policy take on offer_uptake for insert to samverkan_app with check (((EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_uptake.offer_id) AND (o.status = 'open'::text) AND (o.kind = ANY (ARRAY['campaign'::text, 'web_support'::text]))))) AND ((step_id IS NULL) OR (EXISTS ( SELECT
   FROM offer_step s
  WHERE ((s.id = offer_uptake.step_id) AND (s.offer_id = offer_uptake.offer_id))))) AND (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT
   FROM municipality m
  WHERE ((m.code = offer_uptake.municipality_code) AND (m.county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])))))) OR ((( SELECT ctx_role() AS ctx_role) = 'coordinator'::text) AND (EXISTS ( SELECT
   FROM organization g
  WHERE ((g.id = ( SELECT ctx_org() AS ctx_org)) AND (g.key = ('municipality:'::text || g.municipality_code)))))))));

create policy take_back on offer_uptake for delete to samverkan_app using (((EXISTS ( SELECT
   FROM offer o
  WHERE ((o.id = offer_uptake.offer_id) AND (o.status = 'open'::text) AND (o.kind = ANY (ARRAY['campaign'::text, 'web_support'::text]))))) AND ((step_id IS NULL) OR (EXISTS ( SELECT
   FROM offer_step s
  WHERE ((s.id = offer_uptake.step_id) AND (s.offer_id = offer_uptake.offer_id))))) AND (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT
   FROM municipality m
  WHERE ((m.code = offer_uptake.municipality_code) AND (m.county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])))))) OR ((( SELECT ctx_role() AS ctx_role) = 'coordinator'::text) AND (EXISTS ( SELECT
   FROM organization g
  WHERE ((g.id = ( SELECT ctx_org() AS ctx_org)) AND (g.key = ('municipality:'::text || g.municipality_code)))))))));

create policy owner_all on oidc_identity for all to the_owner using (true) with check (true);

create policy sign_in on oidc_identity for all to samverkan_signin using (true) with check (true);

create policy keep on organization for update to samverkan_app using (keeps_organization(id)) with check (true);

create policy organization_read on organization for select to samverkan_app using (true);

create policy owner_all on organization for all to the_owner using (true) with check (true);

create policy register on organization for insert to samverkan_app with check (((key ~~ 'registered:%'::text) AND (NOT demo) AND (merged_into_id IS NULL) AND (successor_id IS NULL) AND ((registrar_id = ( SELECT ctx_org() AS ctx_org)) OR ((registrar_id IS NULL) AND (( SELECT ctx_role() AS ctx_role) = 'system_admin'::text))) AND (kind <> ALL (ARRAY['county_board'::text, 'municipality'::text, 'region'::text])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'county_staff'::text, 'county_admin'::text, 'system_admin'::text]))));

create policy sign_in on organization for select to samverkan_signin using (true);

create policy drop on organization_county for delete to samverkan_app using (places_organization(organization_id, county_code));

create policy keep on organization_county for insert to samverkan_app with check (places_organization(organization_id, county_code));

create policy organization_county_read on organization_county for select to samverkan_app using (true);

create policy owner_all on organization_county for all to the_owner using (true) with check (true);

create policy sign_in on organization_county for select to samverkan_signin using (true);

create policy clean on organization_hidden_text for select to samverkan_app using (((organization_id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT 1
   FROM sensitive_text s
  WHERE ((s.object_id = organization_hidden_text.organization_id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes))))));

create policy owner_all on organization_hidden_text for all to the_owner using (true) with check (true);

create policy merge on organization_merge for insert to samverkan_app with check (((merged_by = ( SELECT ctx_user() AS ctx_user)) AND (merged_for = ( SELECT ctx_org() AS ctx_org)) AND merges_organization(from_id) AND merges_organization(into_id) AND (EXISTS ( SELECT 1
   FROM organization o
  WHERE ((o.id = organization_merge.from_id) AND (split_part(o.key, ':'::text, 1) = ANY (ARRAY['registered'::text, 'demo'::text])) AND (o.merged_into_id IS NULL)))) AND (EXISTS ( SELECT 1
   FROM organization o
  WHERE ((o.id = organization_merge.into_id) AND (o.merged_into_id IS NULL))))));

create policy owner_all on organization_merge for all to the_owner using (true) with check (true);

create policy put_back on organization_merge for update to samverkan_app using ((merges_organization(from_id) AND (undone_at IS NULL))) with check (true);

create policy read on organization_merge for select to samverkan_app using (merges_organization(from_id));

create policy drop on organization_municipality for delete to samverkan_app using (places_organization(organization_id, NULL::text));

create policy keep on organization_municipality for insert to samverkan_app with check (places_organization(organization_id, NULL::text));

create policy organization_municipality_read on organization_municipality for select to samverkan_app using (true);

create policy owner_all on organization_municipality for all to the_owner using (true) with check (true);

create policy drop on organization_name for delete to samverkan_app using (keeps_organization(organization_id));

create policy keep on organization_name for insert to samverkan_app with check (keeps_organization(organization_id));

create policy organization_name_read on organization_name for select to samverkan_app using (true);

create policy owner_all on organization_name for all to the_owner using (true) with check (true);

create policy keep on organization_past for insert to samverkan_app with check (keeps_organization(organization_id));

create policy owner_all on organization_past for all to the_owner using (true) with check (true);

create policy read on organization_past for select to samverkan_app using (((( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (NOT ((field = ANY (ARRAY['description'::text, 'description_en'::text])) AND organization_text_is_hidden(organization_id)))));

create policy replace on organization_past for update to samverkan_app using (keeps_organization(organization_id));

create policy undo on organization_past for delete to samverkan_app using (keeps_organization(organization_id));

create policy owner_all on organization_withdrawn for all to the_owner using (true) with check (true);

create policy read on organization_withdrawn for select to samverkan_app using ((((organization_id = ( SELECT ctx_org() AS ctx_org)) OR (((content -> 'party'::text) ->> 'registrar_id'::text) = (( SELECT ctx_org() AS ctx_org))::text)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text, 'system_admin'::text]))));

create policy owner_all on passkey for all to the_owner using (true) with check (true);

create policy sign_in on passkey for all to samverkan_signin using (true) with check (true);

create policy owner_all on password_reset for all to the_owner using (true) with check (true);

create policy sign_in on password_reset for all to samverkan_signin using (true) with check (true);

create policy change_own on presence for update to samverkan_app using (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org)))) with check (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org))));

create policy close_own on presence for delete to samverkan_app using (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org))));

create policy owner_all on presence for all to the_owner using (true) with check (true);

create policy seen on presence for select to samverkan_app using ((((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org))) OR ((( SELECT ctx_user() AS ctx_user) IS NOT NULL) AND
CASE kind
    WHEN 'action'::text THEN (EXISTS ( SELECT
       FROM action a
      WHERE (a.id = presence.object_id)))
    WHEN 'contact'::text THEN (EXISTS ( SELECT
       FROM contact_function f
      WHERE (f.id = presence.object_id)))
    ELSE (EXISTS ( SELECT
       FROM organization o
      WHERE (o.id = presence.object_id)))
END)));

create policy write_own on presence for insert to samverkan_app with check (((user_id = ( SELECT ctx_user() AS ctx_user)) AND (organization_id = ( SELECT ctx_org() AS ctx_org))));

create policy answer on public_report for update to samverkan_app using (((county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (hidden_at IS NULL)));

create policy owner_all on public_report for all to the_owner using (true) with check (true);

create policy read on public_report for select to samverkan_app using (
CASE
    WHEN (hidden_at IS NULL) THEN ((county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])))
    ELSE ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
       FROM sensitive_text s
      WHERE ((s.object_id = public_report.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))
END);

create policy change on public_text for update to samverkan_app using (((county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (hidden_at IS NULL) AND ((shown_from IS NULL) OR (shown_from > statement_timestamp())))) with check (((county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))));

create policy discard on public_text for delete to samverkan_app using (((county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (hidden_at IS NULL) AND (shown_from IS NULL)));

create policy owner_all on public_text for all to the_owner using (true) with check (true);

create policy read on public_text for select to samverkan_app using (((removed_at IS NULL) AND
CASE
    WHEN (hidden_at IS NULL) THEN ((shown_from <= statement_timestamp()) OR ((county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))
    ELSE ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
       FROM sensitive_text s
      WHERE ((s.object_id = public_text.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))
END));

create policy write on public_text for insert to samverkan_app with check (((county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))));

create policy add on publication for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (hidden_at IS NULL)));

create policy change on publication for update to samverkan_app using (((( SELECT ctx_org() AS ctx_org) = ANY (owner_ids)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (hidden_at IS NULL))) with check (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (hidden_at IS NULL)));

create policy owner_all on publication for all to the_owner using (true) with check (true);

create policy read on publication for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND may_purge(owner_ids, county_codes))) AND ((removed_at IS NULL) OR (( SELECT ctx_org() AS ctx_org) = ANY (owner_ids))) AND ((shown = 4) OR could_read(shown, owner_ids, '{}'::uuid[], county_codes))));

create policy add on publication_file for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (user_id = ( SELECT ctx_user() AS ctx_user)) AND (EXISTS ( SELECT
   FROM publication p
  WHERE ((p.id = publication_file.publication_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (p.owner_ids)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])))))));

create policy change on publication_file for update to samverkan_app using ((EXISTS ( SELECT
   FROM publication p
  WHERE ((p.id = publication_file.publication_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (p.owner_ids)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))));

create policy owner_all on publication_file for all to the_owner using (true) with check (true);

create policy read on publication_file for select to samverkan_app using ((((hidden_at IS NULL) OR (id = ( SELECT ctx_purging() AS ctx_purging))) AND (EXISTS ( SELECT
   FROM publication p
  WHERE ((p.id = publication_file.publication_id) AND ((publication_file.removed_at IS NULL) OR (( SELECT ctx_org() AS ctx_org) = ANY (p.owner_ids))))))));

create policy add on publication_link for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM publication p
  WHERE ((p.id = publication_link.publication_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (p.owner_ids)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))));

create policy change on publication_link for update to samverkan_app using ((EXISTS ( SELECT
   FROM publication p
  WHERE ((p.id = publication_link.publication_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (p.owner_ids)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))));

create policy owner_all on publication_link for all to the_owner using (true) with check (true);

create policy read on publication_link for select to samverkan_app using ((EXISTS ( SELECT
   FROM publication p
  WHERE (p.id = publication_link.publication_id))));

create policy remove on publication_link for delete to samverkan_app using ((EXISTS ( SELECT
   FROM publication p
  WHERE ((p.id = publication_link.publication_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (p.owner_ids)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))));

create policy owner_all on publication_owning for all to the_owner using (true) with check (true);

create policy read on publication_owning for select to samverkan_app using (((( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text) AND ((organization_id = ( SELECT ctx_org() AS ctx_org)) OR (EXISTS ( SELECT
   FROM publication p
  WHERE ((p.id = publication_owning.publication_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (p.owner_ids))))))));

create policy owner_all on publication_page for all to the_owner using (true) with check (true);

create policy answer on publication_request for update to samverkan_app using ((EXISTS ( SELECT
   FROM publication p
  WHERE ((p.id = publication_request.publication_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (p.owner_ids)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))));

create policy ask on publication_request for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (EXISTS ( SELECT
   FROM publication p
  WHERE (p.id = publication_request.publication_id)))));

create policy owner_all on publication_request for all to the_owner using (true) with check (true);

create policy read on publication_request for select to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) OR (EXISTS ( SELECT
   FROM publication p
  WHERE ((p.id = publication_request.publication_id) AND (( SELECT ctx_org() AS ctx_org) = ANY (p.owner_ids)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])))))));

create policy add on publication_selection for insert to samverkan_app with check (((county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (EXISTS ( SELECT
   FROM publication p
  WHERE (p.id = publication_selection.publication_id)))));

create policy change on publication_selection for update to samverkan_app using (((county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))));

create policy owner_all on publication_selection for all to the_owner using (true) with check (true);

create policy read on publication_selection for select to samverkan_app using ((EXISTS ( SELECT
   FROM publication p
  WHERE (p.id = publication_selection.publication_id))));

create policy remove on publication_selection for delete to samverkan_app using (((county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))));

create policy owner_all on publication_text for all to the_owner using (true) with check (true);

create policy add on question for insert to samverkan_app with check (((NOT demo) AND (hidden_at IS NULL) AND (status = 'received'::text) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (NOT captured)) OR (captured AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties))))));

create policy change on question for update to samverkan_app using (((hidden_at IS NULL) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND ((organization_id = ( SELECT ctx_org() AS ctx_org)) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties))))));

create policy owner_all on question for all to the_owner using (true) with check (true);

create policy read on question for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND may_purge(ARRAY[organization_id], county_codes))) AND could_read(visibility, ARRAY[organization_id], joined_ids, county_codes)));

create policy add on question_address for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM question_bundle b
  WHERE ((b.id = question_address.bundle_id) AND (b.board_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))));

create policy change on question_address for update to samverkan_app using ((EXISTS ( SELECT
   FROM question_bundle b
  WHERE ((b.id = question_address.bundle_id) AND (b.board_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))));

create policy owner_all on question_address for all to the_owner using (true) with check (true);

create policy read on question_address for select to samverkan_app using (((EXISTS ( SELECT
   FROM question_bundle b
  WHERE (b.id = question_address.bundle_id))) OR (EXISTS ( SELECT
   FROM question q
  WHERE (q.bundle_id = question_address.bundle_id)))));

create policy add on question_bundle for insert to samverkan_app with check (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (board_id = ( SELECT ctx_org() AS ctx_org)) AND (status = 'draft'::text) AND (NOT demo) AND (hidden_at IS NULL)));

create policy change on question_bundle for update to samverkan_app using (((hidden_at IS NULL) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (board_id = ( SELECT ctx_org() AS ctx_org))));

create policy owner_all on question_bundle for all to the_owner using (true) with check (true);

create policy read on question_bundle for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND may_purge(ARRAY[board_id], county_codes))) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text) AND (((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (board_id = ( SELECT ctx_org() AS ctx_org))) OR ((status <> 'draft'::text) AND ((recipient_ids @> ARRAY[( SELECT ctx_org() AS ctx_org)]) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties))) OR (EXISTS ( SELECT
   FROM question q
  WHERE ((q.bundle_id = question_bundle.id) AND ((q.organization_id = ( SELECT ctx_org() AS ctx_org)) OR (q.joined_ids @> ARRAY[( SELECT ctx_org() AS ctx_org)]))))))))));

create policy remove on question_bundle for delete to samverkan_app using (((hidden_at IS NULL) AND (status = 'draft'::text) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (board_id = ( SELECT ctx_org() AS ctx_org))));

create policy add on question_bundle_item for insert to samverkan_app with check (((EXISTS ( SELECT
   FROM question_bundle b
  WHERE ((b.id = question_bundle_item.bundle_id) AND (b.board_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))) AND (EXISTS ( SELECT
   FROM question q
  WHERE (q.id = question_bundle_item.question_id)))));

create policy owner_all on question_bundle_item for all to the_owner using (true) with check (true);

create policy read on question_bundle_item for select to samverkan_app using (((EXISTS ( SELECT
   FROM question_bundle b
  WHERE (b.id = question_bundle_item.bundle_id))) AND (EXISTS ( SELECT
   FROM question q
  WHERE (q.id = question_bundle_item.question_id)))));

create policy remove on question_bundle_item for delete to samverkan_app using ((EXISTS ( SELECT
   FROM question_bundle b
  WHERE ((b.id = question_bundle_item.bundle_id) AND (b.board_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text]))))));

create policy owner_all on question_join for all to the_owner using (true) with check (true);

create policy read on question_join for select to samverkan_app using ((EXISTS ( SELECT
   FROM question q
  WHERE ((q.id = question_join.question_id) AND ((q.visibility = 2) OR (question_join.organization_id = ( SELECT ctx_org() AS ctx_org)) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (q.county_codes && ( SELECT ctx_counties() AS ctx_counties))))))));

create policy owner_all on question_reply for all to the_owner using (true) with check (true);

create policy read on question_reply for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
   FROM sensitive_text s
  WHERE ((s.object_id = question_reply.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))) AND ((EXISTS ( SELECT
   FROM question_bundle b
  WHERE (b.id = question_reply.bundle_id))) OR (EXISTS ( SELECT
   FROM question q
  WHERE (q.id = question_reply.question_id))) OR (EXISTS ( SELECT
   FROM question_told t
  WHERE (t.reply_id = question_reply.id))))));

create policy owner_all on question_told for all to the_owner using (true) with check (true);

create policy read on question_told for select to samverkan_app using ((EXISTS ( SELECT
   FROM question q
  WHERE ((q.id = question_told.question_id) AND ((question_told.organization_id = ( SELECT ctx_org() AS ctx_org)) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (q.county_codes && ( SELECT ctx_counties() AS ctx_counties))))))));

create policy owner_all on recovery_code for all to the_owner using (true) with check (true);

create policy sign_in on recovery_code for all to samverkan_signin using (true) with check (true);

create policy owner_all on retention_count for all to the_owner using (true) with check (true);

create policy read on retention_count for select to samverkan_app using ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_admin'::text, 'system_admin'::text])));

create policy owner_all on retention_run for all to the_owner using (true) with check (true);

create policy read on retention_run for select to samverkan_app using ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_admin'::text, 'system_admin'::text])));

create policy owner_all on search_word for all to the_owner using (true) with check (true);

create policy finish on sensitive_text for update to samverkan_app using (may_clean(owner_ids, county_codes, only_user));

create policy hide on sensitive_text for insert to samverkan_app with check (((hidden_by = ( SELECT ctx_user() AS ctx_user)) AND (hidden_for = ( SELECT ctx_org() AS ctx_org)) AND (ended_at IS NULL) AND ((only_user IS NULL) OR (only_user = ( SELECT ctx_user() AS ctx_user)))));

create policy owner_all on sensitive_text for all to the_owner using (true) with check (true);

create policy read on sensitive_text for select to samverkan_app using ((may_clean(owner_ids, county_codes, only_user) OR (hidden_by = ( SELECT ctx_user() AS ctx_user))));

create policy add on signatory for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM strategy s
  WHERE ((s.id = signatory.strategy_id) AND (s.status <> ALL (ARRAY['superseded'::text, 'repealed'::text])) AND keeps_strategy(s.kept_by, s.owner_organization_id, s.kind)))));

create policy away on signatory for delete to samverkan_app using (strategy_is_open(strategy_id));

create policy owner_all on signatory for all to the_owner using (true) with check (true);

create policy signatory_read on signatory for select to samverkan_app using ((EXISTS ( SELECT
   FROM strategy s
  WHERE (s.id = signatory.strategy_id))));

create policy write on signatory for update to samverkan_app using ((EXISTS ( SELECT
   FROM strategy s
  WHERE ((s.id = signatory.strategy_id) AND (s.status <> ALL (ARRAY['superseded'::text, 'repealed'::text])) AND keeps_strategy(s.kept_by, s.owner_organization_id, s.kind)))));

create policy attachments on stored_file for select to samverkan_app using ((EXISTS ( SELECT
   FROM attachment t
  WHERE (t.id = stored_file.id))));

create policy attachments_come on stored_file for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM attachment t
  WHERE ((t.id = stored_file.id) AND (t.kind = 'file'::text) AND (t.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (t.user_id = ( SELECT ctx_user() AS ctx_user))))));

create policy owner_all on stored_file for all to the_owner using (true) with check (true);

create policy publications on stored_file for select to samverkan_app using ((EXISTS ( SELECT
   FROM publication_file f
  WHERE (f.id = stored_file.id))));

create policy publications_come on stored_file for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM publication_file f
  WHERE ((f.id = stored_file.id) AND (f.organization_id = ( SELECT ctx_org() AS ctx_org)) AND (f.user_id = ( SELECT ctx_user() AS ctx_user))))));

create policy owner_all on stored_file_chunk for all to the_owner using (true) with check (true);

create policy read on stored_file_chunk for select to samverkan_app using ((EXISTS ( SELECT
   FROM stored_file f
  WHERE (f.id = stored_file_chunk.file_id))));

create policy write on stored_file_chunk for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM stored_file f
  WHERE ((f.id = stored_file_chunk.file_id) AND (f.tx = pg_current_xact_id())))));

create policy owner_all on stored_file_page for all to the_owner using (true) with check (true);

create policy read on stored_file_page for select to samverkan_app using ((EXISTS ( SELECT
   FROM stored_file f
  WHERE (f.id = stored_file_page.file_id))));

create policy write on stored_file_page for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM stored_file f
  WHERE ((f.id = stored_file_page.file_id) AND (f.tx = pg_current_xact_id())))));

create policy add on strategy for insert to samverkan_app with check ((keeps_strategy(kept_by, owner_organization_id, kind) AND (status = ANY (ARRAY['draft'::text, 'proposed'::text]))));

create policy owner_all on strategy for all to the_owner using (true) with check (true);

create policy strategy_read on strategy for select to samverkan_app using (((discarded_at IS NULL) AND ((status = ANY (ARRAY['adopted'::text, 'superseded'::text, 'repealed'::text])) OR ((status = 'proposed'::text) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL)) OR ((COALESCE(kept_by, owner_organization_id) = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) <> 'system_admin'::text)) OR ((status = 'in_consultation'::text) AND (id IN ( SELECT strategies_consulted() AS strategies_consulted))))));

create policy write on strategy for update to samverkan_app using (((status = ANY (ARRAY['draft'::text, 'in_consultation'::text, 'proposed'::text])) AND keeps_strategy(kept_by, owner_organization_id, kind)));

create policy owner_all on strategy_adoption for all to the_owner using (true) with check (true);

create policy read on strategy_adoption for select to samverkan_app using (((adopted_for = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'county_staff'::text, 'county_admin'::text]))));

create policy add on strategy_frame for insert to samverkan_app with check (strategy_is_open(strategy_id));

create policy away on strategy_frame for delete to samverkan_app using (strategy_is_open(strategy_id));

create policy owner_all on strategy_frame for all to the_owner using (true) with check (true);

create policy strategy_frame_read on strategy_frame for select to samverkan_app using (((EXISTS ( SELECT
   FROM strategy s
  WHERE (s.id = strategy_frame.strategy_id))) AND (EXISTS ( SELECT
   FROM strategy s
  WHERE (s.id = strategy_frame.frame_id)))));

create policy write on strategy_frame for update to samverkan_app using (strategy_is_open(strategy_id));

create policy owner_all on strategy_hidden_text for all to the_owner using (true) with check (true);

create policy read on strategy_hidden_text for select to samverkan_app using (((object_id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
   FROM sensitive_text s
  WHERE ((s.object_id = strategy_hidden_text.object_id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes))))));

create policy add on strategy_succession for insert to samverkan_app with check ((strategy_is_open(new_id) AND (EXISTS ( SELECT
   FROM strategy s
  WHERE (((s.id = strategy_succession.old_id) AND keeps_strategy(s.kept_by, s.owner_organization_id, s.kind)) OR ((s.id = strategy_succession.old_id) AND (s.owner_organization_id IS NULL) AND (s.county_codes = '{}'::text[])))))));

create policy away on strategy_succession for delete to samverkan_app using (strategy_is_open(new_id));

create policy owner_all on strategy_succession for all to the_owner using (true) with check (true);

create policy strategy_succession_read on strategy_succession for select to samverkan_app using (((EXISTS ( SELECT
   FROM strategy s
  WHERE (s.id = strategy_succession.old_id))) AND (EXISTS ( SELECT
   FROM strategy s
  WHERE (s.id = strategy_succession.new_id)))));

create policy owner_all on succession_choice for all to the_owner using (true) with check (true);

create policy write on succession_choice for all to samverkan_app using (strategy_is_open(strategy_id)) with check (strategy_is_open(strategy_id));

create policy owner_all on support_inquiry for all to the_owner using (true) with check (true);

create policy read on support_inquiry for select to samverkan_app using (((confirmed_at IS NOT NULL) AND
CASE
    WHEN (hidden_at IS NULL) THEN ((county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])))
    ELSE ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
       FROM sensitive_text s
      WHERE ((s.object_id = support_inquiry.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))
END));

create policy settle on support_inquiry for update to samverkan_app using (((county_code = ANY (( SELECT ctx_counties() AS ctx_counties)::text[])) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (confirmed_at IS NOT NULL) AND (hidden_at IS NULL)));

create policy add on support_link for insert to samverkan_app with check ((EXISTS ( SELECT
   FROM support_request r
  WHERE ((r.id = support_link.request_id) AND ((r.organization_id = ( SELECT ctx_org() AS ctx_org)) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (r.county_codes && ( SELECT ctx_counties() AS ctx_counties)))) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))))));

create policy owner_all on support_link for all to the_owner using (true) with check (true);

create policy read on support_link for select to samverkan_app using ((EXISTS ( SELECT
   FROM support_request r
  WHERE (r.id = support_link.request_id))));

create policy remove on support_link for delete to samverkan_app using ((EXISTS ( SELECT
   FROM support_request r
  WHERE ((r.id = support_link.request_id) AND ((r.organization_id = ( SELECT ctx_org() AS ctx_org)) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (r.county_codes && ( SELECT ctx_counties() AS ctx_counties)))) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text]))))));

create policy add on support_message for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (hidden_at IS NULL) AND (EXISTS ( SELECT
   FROM support_request r
  WHERE ((r.id = support_message.request_id) AND ((r.organization_id = ( SELECT ctx_org() AS ctx_org)) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (r.county_codes && ( SELECT ctx_counties() AS ctx_counties)))) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])))))));

create policy owner_all on support_message for all to the_owner using (true) with check (true);

create policy read on support_message for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
   FROM sensitive_text s
  WHERE ((s.object_id = support_message.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))) AND (EXISTS ( SELECT
   FROM support_request r
  WHERE (r.id = support_message.request_id)))));

create policy add on support_request for insert to samverkan_app with check (((NOT demo) AND (hidden_at IS NULL) AND (status = 'received'::text) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (NOT captured)) OR (captured AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties))))));

create policy change on support_request for update to samverkan_app using (((hidden_at IS NULL) AND (( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['coordinator'::text, 'partner'::text, 'county_staff'::text, 'county_admin'::text])) AND ((organization_id = ( SELECT ctx_org() AS ctx_org)) OR ((( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['county_staff'::text, 'county_admin'::text])) AND (county_codes && ( SELECT ctx_counties() AS ctx_counties))))));

create policy owner_all on support_request for all to the_owner using (true) with check (true);

create policy read on support_request for select to samverkan_app using ((((hidden_at IS NULL) OR ((id = ( SELECT ctx_purging() AS ctx_purging)) AND may_purge(ARRAY[organization_id], county_codes))) AND could_read((1)::smallint, ARRAY[organization_id], '{}'::uuid[], county_codes)));

create policy owner_all on term for all to the_owner using (true) with check (true);

create policy read on term for select to samverkan_app using ((( SELECT ctx_role() AS ctx_role) IS NOT NULL));

create policy answer on term_answer for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (answered_by = ( SELECT ctx_user() AS ctx_user)) AND (( SELECT ctx_role() AS ctx_role) = 'county_admin'::text) AND (EXISTS ( SELECT
   FROM term_proposal p
  WHERE ((p.id = term_answer.proposal_id) AND (p.state = 'open'::text) AND (p.organization_id <> ( SELECT ctx_org() AS ctx_org)))))));

create policy answer_again on term_answer for update to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = 'county_admin'::text) AND (EXISTS ( SELECT
   FROM term_proposal p
  WHERE ((p.id = term_answer.proposal_id) AND (p.state = 'open'::text))))));

create policy owner_all on term_answer for all to the_owner using (true) with check (true);

create policy read on term_answer for select to samverkan_app using (((( SELECT ctx_role() AS ctx_role) = 'county_admin'::text) AND (EXISTS ( SELECT
   FROM term_proposal p
  WHERE (p.id = term_answer.proposal_id)))));

create policy take_back on term_answer for delete to samverkan_app using (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = 'county_admin'::text) AND (EXISTS ( SELECT
   FROM term_proposal p
  WHERE ((p.id = term_answer.proposal_id) AND (p.state = 'open'::text))))));

create policy owner_all on term_proposal for all to the_owner using (true) with check (true);

create policy propose on term_proposal for insert to samverkan_app with check (((organization_id = ( SELECT ctx_org() AS ctx_org)) AND (proposed_by = ( SELECT ctx_user() AS ctx_user)) AND (( SELECT ctx_role() AS ctx_role) = 'county_admin'::text) AND (state = 'open'::text)));

create policy read on term_proposal for select to samverkan_app using (
CASE
    WHEN (hidden_at IS NULL) THEN ((( SELECT ctx_role() AS ctx_role) = 'county_admin'::text) OR ((state = ANY (ARRAY['decided'::text, 'undone'::text])) AND (( SELECT ctx_role() AS ctx_role) IS NOT NULL)))
    ELSE ((id = ( SELECT ctx_purging() AS ctx_purging)) AND (EXISTS ( SELECT
       FROM sensitive_text s
      WHERE ((s.object_id = term_proposal.id) AND (s.ended_at IS NULL) AND may_purge(s.owner_ids, s.county_codes)))))
END);

create policy withdraw on term_proposal for update to samverkan_app using (((state = 'open'::text) AND (hidden_at IS NULL) AND (organization_id = ( SELECT ctx_org() AS ctx_org)) AND (( SELECT ctx_role() AS ctx_role) = 'county_admin'::text))) with check ((state = 'withdrawn'::text));

create policy owner_all on term_version for all to the_owner using (true) with check (true);

create policy read on term_version for select to samverkan_app using ((( SELECT ctx_role() AS ctx_role) IS NOT NULL));

create policy owner_all on totp for all to the_owner using (true) with check (true);

create policy sign_in on totp for all to samverkan_signin using (true) with check (true);

create policy owner_all on vocabulary for all to the_owner using (true) with check (true);

create policy read on vocabulary for select to samverkan_app using ((( SELECT ctx_role() AS ctx_role) IS NOT NULL));

-- Grants

grant insert, select, update on action to samverkan_app;

grant select on action_comment to samverkan_app;

grant select on action_connection to samverkan_app;

grant select on action_cooperation to samverkan_app;

grant insert, select, update on action_filter to samverkan_app;

grant select on action_goal to samverkan_app;

grant select on action_goal_move to samverkan_app;

grant select on action_nudge to samverkan_app;

grant select on action_owner to samverkan_app;

grant select on action_partner to samverkan_app;

grant insert, select, update on action_recurrence to samverkan_app;

grant select on action_task to samverkan_app;

grant insert, select, update on action_template to samverkan_app;

grant insert, select, update on action_update to samverkan_app;

grant select on api_token to samverkan_signin;

grant select on api_token_hidden_name to samverkan_app;

grant select on app_user to samverkan_app;

grant insert, select, update on app_user to samverkan_signin;

grant insert, select on assessment to samverkan_app;

grant insert, select on assignment to samverkan_app;

grant delete, insert, select on assignment_action to samverkan_app;

grant delete, insert, select on assignment_goal to samverkan_app;

grant delete, insert, select on assignment_report to samverkan_app;

grant delete, insert, select on assignment_reported to samverkan_app;

grant select on attachment to samverkan_app;

grant select on attachment_page to samverkan_app;

grant select on audience to samverkan_app;

grant select on audit_check to samverkan_app;

grant delete, insert, select, update on break_glass_use to samverkan_signin;

grant delete, insert, select on calendar_subscription to samverkan_app;

grant insert, select on change_log to samverkan_app;

grant delete, insert, select on comment_mention to samverkan_app;

grant insert, select on commitment to samverkan_app;

grant insert, select on consultation to samverkan_app;

grant insert, select on consultation_comment to samverkan_app;

grant insert, select on consultation_draft to samverkan_app;

grant insert, select on consultation_invitation to samverkan_app;

grant insert, select on consultation_response to samverkan_app;

grant insert, select, update on contact_function to samverkan_app;

grant insert, select, update on contact_group to samverkan_app;

grant insert, select, update on contact_holder to samverkan_app;

grant delete, insert, select, update on contact_holder_name to samverkan_app;

grant delete, insert, select, update on contact_inside_name to samverkan_app;

grant insert, select on contact_invitation to samverkan_app;

grant select on contact_letter to samverkan_app;

grant select on contact_refusal to samverkan_app;

grant insert, select on contact_report to samverkan_app;

grant insert, select on contact_sending to samverkan_app;

grant insert, select on contact_sending_recipient to samverkan_app;

grant select on contact_subject to samverkan_app;

grant select on county to samverkan_app;

grant select on coverage to samverkan_app;

grant delete, insert, select, update on credential to samverkan_signin;

grant insert, select on demo_mail to samverkan_app;

grant insert, select, update on digest_mark to samverkan_app;

grant insert, select, update on digest_told to samverkan_app;

grant delete, insert, select, update on draft to samverkan_app;

grant insert, select on erasure_request to samverkan_app;

grant insert, select on event to samverkan_app;

grant select on faq to samverkan_app;

grant insert, select on goal to samverkan_app;

grant delete, insert, select, update on goal_link to samverkan_app;

grant delete, insert, select, update on goal_succession to samverkan_app;

grant insert, select, update on handover to samverkan_app;

grant delete, insert, select, update on handover_item to samverkan_app;

grant delete, insert, select, update on idempotency to samverkan_app;

grant insert on invitation to samverkan_app;

grant insert, select, update on invitation to samverkan_signin;

grant delete, insert, select on job_effect to samverkan_app;

grant select on membership to samverkan_app;

grant insert, select, update on membership to samverkan_signin;

grant select on method to samverkan_app;

grant select on method_action to samverkan_app;

grant delete, insert, select on method_offer to samverkan_app;

grant delete, select on method_trained to samverkan_app;

grant select on method_use to samverkan_app;

grant select on municipality to samverkan_app;

grant insert, select, update on notice_choice to samverkan_app;

grant select on offer to samverkan_app;

grant select on offer_answer to samverkan_app;

grant select on offer_hosting to samverkan_app;

grant delete, select on offer_import to samverkan_app;

grant select on offer_invitation to samverkan_app;

grant select on offer_kind to samverkan_app;

grant select on offer_publication to samverkan_app;

grant delete, insert, select on offer_quota to samverkan_app;

grant delete, select on offer_reach to samverkan_app;

grant select on offer_registration to samverkan_app;

grant delete, select on offer_session to samverkan_app;

grant delete, select on offer_step to samverkan_app;

grant select on offer_ticket to samverkan_app;

grant select on offer_told to samverkan_app;

grant delete, select on offer_uptake to samverkan_app;

grant delete, insert, select, update on oidc_identity to samverkan_signin;

grant insert, select on organization to samverkan_app;

grant select on organization to samverkan_signin;

grant delete, insert, select on organization_county to samverkan_app;

grant select on organization_county to samverkan_signin;

grant select on organization_hidden_text to samverkan_app;

grant insert, select on organization_merge to samverkan_app;

grant delete, insert, select on organization_municipality to samverkan_app;

grant delete, insert, select on organization_name to samverkan_app;

grant delete, insert, select on organization_past to samverkan_app;

grant select on organization_withdrawn to samverkan_app;

grant delete, insert, select, update on passkey to samverkan_signin;

grant delete, insert, select, update on password_reset to samverkan_signin;

grant delete, insert, select, update on presence to samverkan_app;

grant select on public_report to samverkan_app;

grant delete, select on public_text to samverkan_app;

grant select on publication to samverkan_app;

grant select on publication_file to samverkan_app;

grant delete, select on publication_link to samverkan_app;

grant select on publication_owning to samverkan_app;

grant select on publication_page to samverkan_app;

grant select on publication_request to samverkan_app;

grant delete, insert, select on publication_selection to samverkan_app;

grant select on publication_text to samverkan_app;

grant select on question to samverkan_app;

grant select on question_address to samverkan_app;

grant delete, select on question_bundle to samverkan_app;

grant delete, insert, select on question_bundle_item to samverkan_app;

grant select on question_join to samverkan_app;

grant select on question_reply to samverkan_app;

grant select on question_told to samverkan_app;

grant delete, insert, select, update on recovery_code to samverkan_signin;

grant select on retention_count to samverkan_app;

grant select on retention_run to samverkan_app;

grant insert, select on sensitive_text to samverkan_app;

grant delete, insert, select, update on session to samverkan_signin;

grant delete, insert, select, update on sign_in_limit to samverkan_signin;

grant delete, insert, select on signatory to samverkan_app;

grant select on stored_file to samverkan_app;

grant insert, select on stored_file_chunk to samverkan_app;

grant insert, select on stored_file_page to samverkan_app;

grant insert, select on strategy to samverkan_app;

grant select on strategy_adoption to samverkan_app;

grant delete, insert, select on strategy_frame to samverkan_app;

grant select on strategy_hidden_text to samverkan_app;

grant delete, insert, select on strategy_succession to samverkan_app;

grant delete, insert, select, update on succession_choice to samverkan_app;

grant select on support_inquiry to samverkan_app;

grant delete, select on support_link to samverkan_app;

grant select on support_message to samverkan_app;

grant select on support_request to samverkan_app;

grant select on term to samverkan_app;

grant delete, select on term_answer to samverkan_app;

grant select on term_proposal to samverkan_app;

grant select on term_version to samverkan_app;

grant delete, insert, select, update on totp to samverkan_signin;

grant select on vocabulary to samverkan_app;

-- Functions the runtime may call

grant execute on function account_erase(uuid,boolean) to samverkan_app;

grant execute on function action_audience(smallint,uuid[],uuid[],text[]) to samverkan_app;

grant execute on function action_best_by_text(text,integer) to samverkan_app;

grant execute on function action_by_counties(text[]) to samverkan_app;

grant execute on function action_by_goals(uuid[]) to samverkan_app;

grant execute on function action_by_municipalities(text[]) to samverkan_app;

grant execute on function action_by_owners(uuid[]) to samverkan_app;

grant execute on function action_by_text(text) to samverkan_app;

grant execute on function action_fields_since(uuid,integer) to samverkan_app;

grant execute on function action_filter_move(uuid,uuid) to samverkan_app;

grant execute on function action_filter_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function action_filter_text_hide(uuid) to samverkan_app;

grant execute on function action_filter_text_show(uuid,jsonb) to samverkan_app;

grant execute on function action_filters_erase(uuid) to samverkan_app;

grant execute on function action_filters_held(uuid) to samverkan_app;

grant execute on function action_is_shown(uuid) to samverkan_app;

grant execute on function action_line_ids(uuid,integer) to samverkan_app;

grant execute on function action_nearly(text,integer) to samverkan_app;

grant execute on function action_neighbours(text,text,uuid[],text[],text[],text[],text[],date,date,uuid,integer) to samverkan_app;

grant execute on function action_open_by_goals(uuid[]) to samverkan_app;

grant execute on function action_organization_move(uuid,uuid) to samverkan_app;

grant execute on function action_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function action_template_move(uuid,uuid) to samverkan_app;

grant execute on function action_template_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function action_terms_carry(uuid) to samverkan_app;

grant execute on function action_terms_put_back(uuid,jsonb) to samverkan_app;

grant execute on function action_text_hide(text,uuid) to samverkan_app;

grant execute on function action_text_show(text,uuid,jsonb) to samverkan_app;

grant execute on function actions_take_back(jsonb) to samverkan_app;

grant execute on function api_token_make(uuid,text,text[],date,bytea) to samverkan_app;

grant execute on function api_token_name_hide(uuid) to samverkan_app;

grant execute on function api_token_name_show(uuid,jsonb) to samverkan_app;

grant execute on function api_token_organization_move(uuid,uuid) to samverkan_app;

grant execute on function api_token_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function assessment_discard(uuid) to samverkan_app;

grant execute on function assessment_organization_move(uuid,uuid) to samverkan_app;

grant execute on function assessment_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function assessment_restore(uuid) to samverkan_app;

grant execute on function assessment_sign(uuid) to samverkan_app;

grant execute on function assessment_text_hide(uuid) to samverkan_app;

grant execute on function assessment_text_show(uuid,jsonb) to samverkan_app;

grant execute on function assessments_discarded() to samverkan_app;

grant execute on function assessments_thrown_away() to samverkan_app;

grant execute on function assignment_goals_move(uuid) to samverkan_app;

grant execute on function assignment_goals_put_back(uuid) to samverkan_app;

grant execute on function assignment_is_answered_by(uuid) to samverkan_app;

grant execute on function assignment_organization_move(uuid,uuid) to samverkan_app;

grant execute on function assignment_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function assignment_text_hide(uuid) to samverkan_app;

grant execute on function assignment_text_show(uuid,jsonb) to samverkan_app;

grant execute on function attachment_by_text(text,boolean,integer) to samverkan_app;

grant execute on function attachment_move(uuid,uuid) to samverkan_app;

grant execute on function attachment_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function attachment_text_hide(uuid) to samverkan_app;

grant execute on function attachment_text_show(uuid,jsonb) to samverkan_app;

grant execute on function attachments_held(uuid) to samverkan_app;

grant execute on function audit_checked(integer,boolean) to samverkan_app;

grant execute on function audit_faults() to samverkan_app;

grant execute on function audit_people() to samverkan_app;

grant execute on function audit_seal_write(jsonb) to samverkan_app;

grant execute on function audit_sealed() to samverkan_app;

grant execute on function audit_unsealed() to samverkan_app;

grant execute on function audit_write(text,text,uuid,text,text,text,uuid[]) to samverkan_app;

grant execute on function audit_write(text,text,uuid,text,text,text,uuid[]) to samverkan_signin;

grant execute on function calendar_organization_move(uuid,uuid) to samverkan_app;

grant execute on function calendar_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function calendar_subscription_of(bytea) to samverkan_app;

grant execute on function calendar_subscriptions_erase(uuid) to samverkan_app;

grant execute on function calendar_subscriptions_held(uuid) to samverkan_app;

grant execute on function comment_organization_move(uuid,uuid) to samverkan_app;

grant execute on function comment_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function comment_place(uuid) to samverkan_app;

grant execute on function comment_text_hide(uuid) to samverkan_app;

grant execute on function comment_text_show(uuid,jsonb) to samverkan_app;

grant execute on function comments_held(uuid) to samverkan_app;

grant execute on function commitments_move(uuid) to samverkan_app;

grant execute on function commitments_put_back(uuid) to samverkan_app;

grant execute on function connection_ask(uuid) to samverkan_app;

grant execute on function connection_forward(uuid) to samverkan_app;

grant execute on function connection_nudged(uuid) to samverkan_app;

grant execute on function connection_organization_move(uuid,uuid) to samverkan_app;

grant execute on function connection_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function consultation_comment_hidden(uuid,uuid) to samverkan_app;

grant execute on function consultation_comment_text_hide(uuid) to samverkan_app;

grant execute on function consultation_comment_text_show(uuid,jsonb) to samverkan_app;

grant execute on function consultation_end(uuid) to samverkan_app;

grant execute on function consultation_invited_party(uuid) to samverkan_app;

grant execute on function consultation_organization_move(uuid,uuid) to samverkan_app;

grant execute on function consultation_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function consultation_remind_due() to samverkan_app;

grant execute on function consultation_remind(uuid,uuid[]) to samverkan_app;

grant execute on function consultation_reopen(uuid) to samverkan_app;

grant execute on function consultation_start(uuid) to samverkan_app;

grant execute on function consultation_withdraw(uuid,uuid) to samverkan_app;

grant execute on function consultations_invited() to samverkan_app;

grant execute on function consultations_kept() to samverkan_app;

grant execute on function consultations_shown() to samverkan_app;

grant execute on function contact_about(text[]) to samverkan_app;

grant execute on function contact_audience(smallint,uuid,text[]) to samverkan_app;

grant execute on function contact_by_text(text[],text[],boolean) to samverkan_app;

grant execute on function contact_confirm(bytea) to samverkan_app;

grant execute on function contact_declining(bytea[]) to samverkan_app;

grant execute on function contact_due() to samverkan_app;

grant execute on function contact_fields_since(uuid,integer) to samverkan_app;

grant execute on function contact_group_fields_since(uuid,integer) to samverkan_app;

grant execute on function contact_group_move(uuid,uuid) to samverkan_app;

grant execute on function contact_group_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function contact_in_counties(text[]) to samverkan_app;

grant execute on function contact_in_municipalities(text[]) to samverkan_app;

grant execute on function contact_letter_for(bytea) to samverkan_app;

grant execute on function contact_names_erase(uuid) to samverkan_app;

grant execute on function contact_organization_move(uuid,uuid) to samverkan_app;

grant execute on function contact_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function contact_owner_of(uuid) to samverkan_app;

grant execute on function contact_personal_data(uuid) to samverkan_app;

grant execute on function contact_refusal_of(bytea,uuid) to samverkan_app;

grant execute on function contact_refuse(bytea,uuid,boolean) to samverkan_app;

grant execute on function contact_report_tells(uuid) to samverkan_app;

grant execute on function contact_search_tidy() to samverkan_app;

grant execute on function contact_sending_hide(uuid) to samverkan_app;

grant execute on function contact_sending_move(uuid,uuid) to samverkan_app;

grant execute on function contact_sending_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function contact_sending_settle(uuid,text,text) to samverkan_app;

grant execute on function contact_sending_show(uuid,jsonb) to samverkan_app;

grant execute on function contact_sending_waits(uuid) to samverkan_app;

grant execute on function contact_sendings_expire() to samverkan_app;

grant execute on function contact_sendings_of(uuid) to samverkan_app;

grant execute on function contact_sendings_today() to samverkan_app;

grant execute on function contact_text_hide(text,uuid) to samverkan_app;

grant execute on function contact_text_show(text,uuid,jsonb) to samverkan_app;

grant execute on function contact_written_to(uuid,bytea) to samverkan_app;

grant execute on function cooperation_brings(uuid) to samverkan_app;

grant execute on function cooperation_join(uuid) to samverkan_app;

grant execute on function cooperation_leave(uuid) to samverkan_app;

grant execute on function cooperation_organization_move(uuid,uuid) to samverkan_app;

grant execute on function cooperation_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function cooperation_place(uuid) to samverkan_app;

grant execute on function cooperation_reaches(uuid) to samverkan_app;

grant execute on function cooperation_subject(uuid) to samverkan_app;

grant execute on function cooperation_text_hide(uuid) to samverkan_app;

grant execute on function cooperation_text_show(uuid,jsonb) to samverkan_app;

grant execute on function cooperation_title(uuid) to samverkan_app;

grant execute on function cooperation_undo(uuid) to samverkan_app;

grant execute on function cooperations_told(integer) to samverkan_app;

grant execute on function coverage_sets(uuid[]) to samverkan_app;

grant execute on function digests_due(integer) to samverkan_app;

grant execute on function disk_has_room() to samverkan_app;

grant execute on function function_of_member(uuid,uuid) to samverkan_app;

grant execute on function goal_remove(uuid) to samverkan_app;

grant execute on function goal_restore(uuid) to samverkan_app;

grant execute on function goals_before(uuid[]) to samverkan_app;

grant execute on function goals_that_serve(uuid[]) to samverkan_app;

grant execute on function goals_thrown_away() to samverkan_app;

grant execute on function handover_hold(uuid) to samverkan_app;

grant execute on function handover_open_due() to samverkan_app;

grant execute on function holds_account(uuid) to samverkan_app;

grant execute on function hosting_answerable(uuid) to samverkan_app;

grant execute on function hosting_join(uuid) to samverkan_app;

grant execute on function hosting_leave(uuid) to samverkan_app;

grant execute on function hosting_organization_move(uuid,uuid) to samverkan_app;

grant execute on function hosting_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function hosting_place(uuid) to samverkan_app;

grant execute on function hosting_reaches(uuid) to samverkan_app;

grant execute on function hosting_subject(uuid) to samverkan_app;

grant execute on function hosting_take_out(uuid,uuid) to samverkan_app;

grant execute on function hosting_text_hide(uuid) to samverkan_app;

grant execute on function hosting_text_show(uuid,jsonb) to samverkan_app;

grant execute on function hosting_title(uuid) to samverkan_app;

grant execute on function hosting_unasked(uuid) to samverkan_app;

grant execute on function hosting_undo(uuid) to samverkan_app;

grant execute on function hostings_declined() to samverkan_app;

grant execute on function hostings_told(integer) to samverkan_app;

grant execute on function housekeeping() to samverkan_app;

grant execute on function keeps_strategy(uuid,uuid,text) to samverkan_app;

grant execute on function looks_after_wholly(uuid) to samverkan_app;

grant execute on function may_answer_consultation(uuid) to samverkan_app;

grant execute on function may_assess(uuid) to samverkan_app;

grant execute on function membership_organization_move(uuid,uuid) to samverkan_app;

grant execute on function membership_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function method_organization_move(uuid,uuid) to samverkan_app;

grant execute on function method_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function method_place(text,uuid) to samverkan_app;

grant execute on function method_text_hide(text,uuid) to samverkan_app;

grant execute on function method_text_show(text,uuid,jsonb) to samverkan_app;

grant execute on function new_reference(text) to samverkan_app;

grant execute on function nudge_answer(uuid,boolean,text,boolean) to samverkan_app;

grant execute on function nudge_subject(uuid) to samverkan_app;

grant execute on function offer_answer_give(bytea,smallint[]) to samverkan_app;

grant execute on function offer_door(bytea) to samverkan_app;

grant execute on function offer_evaluation(uuid) to samverkan_app;

grant execute on function offer_is_shown(uuid) to samverkan_app;

grant execute on function offer_organization_move(uuid,uuid) to samverkan_app;

grant execute on function offer_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function offer_promote(uuid) to samverkan_app;

grant execute on function offer_questions_due() to samverkan_app;

grant execute on function offer_questions_of(bytea) to samverkan_app;

grant execute on function offer_reach_count(uuid) to samverkan_app;

grant execute on function offer_register_self(uuid,text) to samverkan_app;

grant execute on function offer_register(bytea,jsonb) to samverkan_app;

grant execute on function offer_registration_end(uuid) to samverkan_app;

grant execute on function offer_registrations_erase(uuid) to samverkan_app;

grant execute on function offer_registrations_held(uuid) to samverkan_app;

grant execute on function offer_registrations_of(uuid[]) to samverkan_app;

grant execute on function offer_reminders_due() to samverkan_app;

grant execute on function offer_seats_free(uuid) to samverkan_app;

grant execute on function offer_text_hide(uuid) to samverkan_app;

grant execute on function offer_text_show(uuid,jsonb) to samverkan_app;

grant execute on function offer_ticket_make(uuid,bytea) to samverkan_app;

grant execute on function organization_move(uuid,uuid) to samverkan_app;

grant execute on function organization_names_begin() to samverkan_app;

grant execute on function organization_nearly(text) to samverkan_app;

grant execute on function organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function organization_put_back(uuid) to samverkan_app;

grant execute on function organization_text_hide(uuid) to samverkan_app;

grant execute on function organization_text_is_hidden(uuid) to samverkan_app;

grant execute on function organization_text_show(uuid,jsonb) to samverkan_app;

grant execute on function organization_withdraw(uuid) to samverkan_app;

grant execute on function organization_withdrawn_move(uuid,uuid) to samverkan_app;

grant execute on function organization_withdrawn_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function people_with_second_factor() to samverkan_app;

grant execute on function personal_data(uuid,text[]) to samverkan_app;

grant execute on function presence_forget() to samverkan_app;

grant execute on function public_report_add(text,text,text,text,text) to samverkan_app;

grant execute on function public_report_hide(uuid) to samverkan_app;

grant execute on function public_report_show(uuid,jsonb) to samverkan_app;

grant execute on function public_text_discard(uuid) to samverkan_app;

grant execute on function public_text_hide(uuid) to samverkan_app;

grant execute on function public_text_put_back(uuid) to samverkan_app;

grant execute on function public_text_show(uuid,jsonb) to samverkan_app;

grant execute on function public_texts_thrown_away() to samverkan_app;

grant execute on function publication_by_text(text,boolean) to samverkan_app;

grant execute on function publication_hits(uuid[],text,boolean) to samverkan_app;

grant execute on function publication_leave_undo(uuid) to samverkan_app;

grant execute on function publication_leave(uuid) to samverkan_app;

grant execute on function publication_link_tried(uuid,boolean) to samverkan_app;

grant execute on function publication_links_due(integer) to samverkan_app;

grant execute on function publication_move(uuid,uuid) to samverkan_app;

grant execute on function publication_owners_named(uuid,uuid[]) to samverkan_app;

grant execute on function publication_owning_seen(uuid) to samverkan_app;

grant execute on function publication_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function publication_successors(uuid) to samverkan_app;

grant execute on function publication_text_hide(text,uuid) to samverkan_app;

grant execute on function publication_text_show(text,uuid,jsonb) to samverkan_app;

grant execute on function publications_best(text,boolean,uuid[],integer,integer,integer) to samverkan_app;

grant execute on function publications_best(text,boolean,uuid[],integer,integer) to samverkan_app;

grant execute on function publications_by_text(text,boolean) to samverkan_app;

grant execute on function publications_held(uuid) to samverkan_app;

grant execute on function question_bundle_size(uuid) to samverkan_app;

grant execute on function question_by_text(text,boolean,integer) to samverkan_app;

grant execute on function question_counts(date,date) to samverkan_app;

grant execute on function question_join_add(uuid,uuid,text) to samverkan_app;

grant execute on function question_join_end(uuid,uuid) to samverkan_app;

grant execute on function question_judge(uuid,uuid,boolean,text) to samverkan_app;

grant execute on function question_organization_move(uuid,uuid) to samverkan_app;

grant execute on function question_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function question_place(text,uuid) to samverkan_app;

grant execute on function question_reply_give(uuid,uuid,text,text,date) to samverkan_app;

grant execute on function question_similar(text,text,uuid,integer) to samverkan_app;

grant execute on function question_tell(uuid,integer) to samverkan_app;

grant execute on function question_text_hide(text,uuid) to samverkan_app;

grant execute on function question_text_show(text,uuid,jsonb) to samverkan_app;

grant execute on function question_untold(interval) to samverkan_app;

grant execute on function retention_accounts_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_accounts_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_answers_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_answers_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_assessments_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_assessments_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_audit_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_audit_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_begin(uuid,timestamp with time zone) to samverkan_app;

grant execute on function retention_comments_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_comments_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_contacts_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_contacts_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_drafts_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_drafts_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_end(uuid) to samverkan_app;

grant execute on function retention_ended(uuid) to samverkan_app;

grant execute on function retention_files_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_files_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_filters_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_filters_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_formats_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_formats_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_goals_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_goals_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_groups_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_groups_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_holders_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_holders_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_invitations_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_invitations_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_letters_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_letters_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_lines_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_lines_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_methods_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_methods_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_note(uuid,text,integer,timestamp with time zone,boolean) to samverkan_app;

grant execute on function retention_parties_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_parties_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_public_reports_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_public_reports_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_public_texts_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_public_texts_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_publications_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_publications_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_registrations_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_registrations_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_requests_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_requests_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_sendings_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_sendings_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_sessions_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_sessions_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_strategies_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_strategies_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_support_inquiries_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_support_inquiries_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_tasks_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_tasks_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function retention_templates_due(timestamp with time zone) to samverkan_app;

grant execute on function retention_templates_take(timestamp with time zone,text[]) to samverkan_app;

grant execute on function schema_has(text[]) to samverkan_app;

grant execute on function search_words_sweep() to samverkan_app;

grant execute on function sensitive_purge(uuid,text[],text[],uuid) to samverkan_app;

grant execute on function sensitive_purge(uuid,text[],text[]) to samverkan_app;

grant execute on function strategies_consulted() to samverkan_app;

grant execute on function strategies_thrown_away() to samverkan_app;

grant execute on function strategies_turn() to samverkan_app;

grant execute on function strategy_adopt(uuid,date,text) to samverkan_app;

grant execute on function strategy_discard(uuid) to samverkan_app;

grant execute on function strategy_goals_move(uuid) to samverkan_app;

grant execute on function strategy_goals_put_back(uuid) to samverkan_app;

grant execute on function strategy_is_open(uuid) to samverkan_app;

grant execute on function strategy_organization_move(uuid,uuid) to samverkan_app;

grant execute on function strategy_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function strategy_repeal(uuid,text) to samverkan_app;

grant execute on function strategy_restore(uuid) to samverkan_app;

grant execute on function strategy_text_hide(text,uuid) to samverkan_app;

grant execute on function strategy_text_show(uuid,jsonb) to samverkan_app;

grant execute on function strategy_undo(uuid) to samverkan_app;

grant execute on function strategy_undone(uuid) to samverkan_app;

grant execute on function support_counts(date,date) to samverkan_app;

grant execute on function support_effect_ask(integer) to samverkan_app;

grant execute on function support_inquiry_add(text,text,text,text,text,text,text,text,text,bytea) to samverkan_app;

grant execute on function support_inquiry_confirm(bytea) to samverkan_app;

grant execute on function support_inquiry_hide(uuid) to samverkan_app;

grant execute on function support_inquiry_may(text,text) to samverkan_app;

grant execute on function support_inquiry_open(text) to samverkan_app;

grant execute on function support_inquiry_seen(bytea) to samverkan_app;

grant execute on function support_inquiry_show(uuid,jsonb) to samverkan_app;

grant execute on function support_organization_move(uuid,uuid) to samverkan_app;

grant execute on function support_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function support_peers(text,text,integer) to samverkan_app;

grant execute on function support_place(text,uuid) to samverkan_app;

grant execute on function support_text_hide(text,uuid) to samverkan_app;

grant execute on function support_text_show(text,uuid,jsonb) to samverkan_app;

grant execute on function task_organization_move(uuid,uuid) to samverkan_app;

grant execute on function task_organization_put_back(uuid,uuid,jsonb) to samverkan_app;

grant execute on function task_place(uuid) to samverkan_app;

grant execute on function task_text_hide(uuid) to samverkan_app;

grant execute on function task_text_show(uuid,jsonb) to samverkan_app;

grant execute on function tasks_held(uuid) to samverkan_app;

grant execute on function term_proposal_place(uuid) to samverkan_app;

grant execute on function term_proposal_receipt(uuid,jsonb) to samverkan_app;

grant execute on function term_proposal_settle(uuid) to samverkan_app;

grant execute on function term_proposal_text_hide(uuid) to samverkan_app;

grant execute on function term_proposal_text_show(uuid,jsonb) to samverkan_app;

grant execute on function term_proposal_undo(uuid) to samverkan_app;

grant execute on function term_receipt_of(uuid,text) to samverkan_app;

grant execute on function terms_held(uuid) to samverkan_app;

grant execute on function trash_purge_assessment(uuid) to samverkan_app;

grant execute on function trash_purge_filter(uuid) to samverkan_app;

grant execute on function trash_purge_goal(uuid) to samverkan_app;

grant execute on function trash_purge_party(uuid) to samverkan_app;

grant execute on function trash_purge_public_text(uuid) to samverkan_app;

grant execute on function trash_purge_strategy(uuid) to samverkan_app;

grant execute on function vocabulary_voices() to samverkan_app;
