import type { MigrationInterface, QueryRunner } from 'typeorm';

const boards = `('county_staff', 'county_admin')`;

/** The methods register: what each is for and not for, who may use it, what is known of it and who says so, and the trainings that give it. */
export class Methods1763900000092 implements MigrationInterface {
  name = 'Methods1763900000092';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy method_is_gone on event; drop policy event_of_method on event; drop policy history_of_method on change_log;
      drop table method_offer;
      drop table method;
    `);
  }
}

const tables = `
  create table method (
    id uuid primary key default new_id(),
    organization_id uuid not null default ctx_org() references organization (id),
    county_codes text[] not null default '{}',
    name text not null,
    purpose text not null default '',
    not_for text not null default '',
    target_groups text[] not null default '{}',
    forms text[] not null default '{}',
    phases text[] not null default '{}',
    professions text[] not null default '{}',
    evidence_state text not null default 'not_assessed'
      check (evidence_state in ('not_assessed', 'insufficient', 'experience', 'some_support', 'support', 'no_effect')),
    evidence text not null default '',
    evidence_source text not null default '',
    evidence_link text not null default '',
    evidence_on date,
    training_required boolean not null default false,
    training text not null default '',
    valid_months integer check (valid_months between 1 and 120),
    function_id uuid references contact_function (id),
    status text not null default 'draft' check (status in ('draft', 'published')),
    retires_on date,
    retired_motive text,
    replaced_by_id uuid references method (id) on delete set null,
    visibility smallint not null check (visibility in (0, 2, 3)),
    shown smallint generated always as (case when status = 'draft' then 0::smallint else visibility end) stored,
    published_on date, reviewed_on date, review_on date,
    demo boolean not null default false,
    hidden_at timestamptz, removed_at timestamptz, removed_by uuid,
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    words tsvector generated always as (
      setweight(to_tsvector('swedish', name) || to_tsvector('simple', name), 'A') || setweight(to_tsvector('swedish', purpose), 'B')
      || setweight(to_tsvector('swedish', not_for || ' ' || evidence || ' ' || evidence_source || ' ' || training), 'C')) stored,
    folded text generated always as (lower(name || ' ' || purpose || ' ' || not_for || ' ' || evidence || ' ' || evidence_source || ' ' || training)) stored,
    constraint method_evidence_is_said check (evidence_state = 'not_assessed' or evidence_source <> '' and evidence_on is not null),
    constraint method_retired check ((retires_on is null) = (retired_motive is null) and (replaced_by_id is null or retires_on is not null)),
    constraint method_replaced_by_another check (replaced_by_id <> id)
  );
  comment on column method.evidence_state is 'What the named source says of whether it helps; without a source it is not assessed.';
  comment on column method.target_groups is 'Whom it is for; as forms, phases and professions: empty means no limit.';
  comment on column method.valid_months is 'For how many months the training counts; null where it does not run out.';
  comment on column method.retires_on is 'The first day it is no longer to be used.';
  comment on column method.shown is 'How widely it is shown as it stands: a draft is its keeper''s alone, whatever it is to be.';
  create index method_organization on method (organization_id);
  create index method_function on method (function_id);
  create index method_replaced_by on method (replaced_by_id) where replaced_by_id is not null;
  create index method_words on method using gin (words);

  create table method_offer (
    method_id uuid not null references method (id) on delete cascade,
    offer_id uuid not null references offer (id) on delete cascade,
    primary key (method_id, offer_id)
  );
  comment on table method_offer is 'The training gives the method.';
  create index method_offer_offer on method_offer (offer_id);

  select secure_table('method'), secure_table('method_offer');
  create trigger note_removal before update of removed_at on method for each row execute function note_removal();
`;

const kept = (id: string) =>
  `exists (select from method m where m.id = ${id} and m.organization_id = (select ctx_org()) and (select ctx_role()) in ${boards})`;

const rights = `
  create policy read on method for select to samverkan_app using (
    (hidden_at is null or (id = (select ctx_purging()) and may_purge(array[organization_id], county_codes)))
    and (removed_at is null or (select ctx_org()) = organization_id) and could_read(shown, array[organization_id], '{}', county_codes));
  grant insert (county_codes, name, purpose, not_for, target_groups, forms, phases, professions, evidence_state, evidence, evidence_source, evidence_link,
    evidence_on, training_required, training, valid_months, function_id, visibility, review_on) on method to samverkan_app;
  grant update (name, purpose, not_for, target_groups, forms, phases, professions, evidence_state, evidence, evidence_source, evidence_link, evidence_on,
    training_required, training, valid_months, function_id, visibility, review_on, status, retires_on, retired_motive, replaced_by_id, published_on,
    reviewed_on, removed_at, changed_at, version) on method to samverkan_app;
  create policy add on method for insert to samverkan_app
    with check (organization_id = (select ctx_org()) and (select ctx_role()) in ${boards} and not demo and hidden_at is null);
  create policy change on method for update to samverkan_app
    using (organization_id = (select ctx_org()) and (select ctx_role()) in ${boards} and hidden_at is null);

  create policy read on method_offer for select to samverkan_app using (
    exists (select from method m where m.id = method_id) and exists (select from offer o where o.id = offer_id));
  grant insert, delete on method_offer to samverkan_app;
  create policy add on method_offer for insert to samverkan_app with check (${kept('method_id')} and exists (select from offer o where o.id = offer_id));
  create policy remove on method_offer for delete to samverkan_app using (${kept('method_id')});

  create policy history_of_method on change_log for select to samverkan_app using (
    area = 'methods' and exists (select from method m where m.id = object_id and could_read(level, array[m.organization_id], '{}', m.county_codes)));
  create policy event_of_method on event for select to samverkan_app using (
    former_level is null and area = 'methods' and exists (select from method m where m.id = object_id and could_read(level, array[m.organization_id], '{}', m.county_codes)));
  create policy method_is_gone on event for select to samverkan_app using (
    former_level is not null and area = 'methods' and could_read(former_level, former_owners, former_partners, former_counties)
    and not exists (select from method m where m.id = object_id));
`;
