import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organizations1763900000003 implements MigrationInterface {
  name = 'Organizations1763900000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;

      create table organization (
        id uuid primary key default new_id(),
        key text not null unique,
        kind text not null check (kind in ('county_board', 'municipality', 'region', 'national_authority',
          'federation', 'civil_society', 'university', 'other')),
        name text not null,
        name_en text,
        abbreviation text,
        organization_number text check (organization_number ~ '^[0-9]{6}-[0-9]{4}$'),
        website text,
        description text,
        description_en text,
        county_code text references county (code),
        municipality_code text references municipality (code),
        parent_id uuid references organization (id),
        successor_id uuid references organization (id),
        valid_from date,
        valid_to date,
        demo boolean not null default false,
        search text not null default '',
        version integer not null default 1,
        check (valid_to is null or valid_from is null or valid_to >= valid_from),
        check (parent_id <> id),
        check (successor_id <> id)
      );
      comment on column organization.key is 'Stable name for seeds and imports, e.g. "municipality:2282".';
      comment on column organization.county_code is 'Home county. What it serves is in organization_county.';
      comment on column organization.search is 'Derived: every name it has had and its abbreviation, folded. See organization_search_text.';
      create index organization_parent on organization (parent_id);
      create index organization_successor on organization (successor_id);
      create index organization_county_code on organization (county_code);
      create index organization_municipality_code on organization (municipality_code);
      -- The extension may already lie in another schema of this database.
      do $$ begin
        execute format('create index organization_search on organization using gin (search %I.gin_trgm_ops)',
          (select extnamespace::regnamespace::text from pg_extension where extname = 'pg_trgm'));
      end $$;

      create table organization_name (
        id uuid primary key default new_id(),
        organization_id uuid not null references organization (id) on delete cascade,
        name text not null,
        usage text not null check (usage in ('name', 'registered', 'also')),
        valid_from date,
        valid_to date,
        verification text not null default 'verified' check (verification in ('verified', 'unverified')),
        unique (organization_id, name, usage),
        check (valid_to is null or valid_from is null or valid_to >= valid_from)
      );
      comment on column organization_name.usage is 'name: its name in the period; registered: as in the company register; also: what people say.';
      comment on column organization_name.verification is 'How far the period has been checked.';

      create table organization_county (
        organization_id uuid not null references organization (id) on delete cascade,
        county_code text not null references county (code),
        primary key (organization_id, county_code)
      );
      create index organization_county_county on organization_county (county_code);

      create table organization_municipality (
        organization_id uuid not null references organization (id) on delete cascade,
        municipality_code text not null references municipality (code),
        primary key (organization_id, municipality_code)
      );
      create index organization_municipality_municipality on organization_municipality (municipality_code);

      -- Each name as it is written, then without diacritics: "vasternorrland" finds Västernorrland, "västeras" does not find half of it.
      create function organization_fold(given text) returns text language sql immutable strict parallel safe as $$
        select lower(given) || case when translate(lower(given), 'åäöéüáèà', 'aaoeuaea') = lower(given) then ''
          else ' ' || translate(lower(given), 'åäöéüáèà', 'aaoeuaea') end
      $$;

      create function organization_search_text(given organization) returns text language sql stable as $$
        select organization_fold(string_agg(distinct word, ' | ')) from (
          select given.name as word union select given.name_en union select given.abbreviation
          union select n.name from organization_name n where n.organization_id = given.id
        ) words where word is not null
      $$;

      create function organization_own_search() returns trigger language plpgsql as $$
      begin
        new.search := organization_search_text(new);
        return new;
      end $$;
      create trigger organization_own_search before insert or update of name, name_en, abbreviation on organization
        for each row execute function organization_own_search();

      -- The present name always stands among the names, so that a later change of name leaves it behind.
      create function organization_keeps_its_name() returns trigger language plpgsql as $$
      begin
        insert into organization_name (organization_id, name, usage) values (new.id, new.name, 'name') on conflict do nothing;
        return null;
      end $$;
      create trigger organization_keeps_its_name after insert or update of name on organization
        for each row execute function organization_keeps_its_name();

      create function organization_name_search() returns trigger language plpgsql as $$
      begin
        update organization o set search = organization_search_text(o)
          where o.id = coalesce(new.organization_id, old.organization_id) and o.search <> organization_search_text(o);
        return null;
      end $$;
      create trigger organization_name_search after insert or update or delete on organization_name
        for each row execute function organization_name_search();

      select secure_table('organization');
      create policy organization_read on organization for select to samverkan_app using (true);
      select secure_table('organization_name');
      create policy organization_name_read on organization_name for select to samverkan_app using (true);
      select secure_table('organization_county');
      create policy organization_county_read on organization_county for select to samverkan_app using (true);
      select secure_table('organization_municipality');
      create policy organization_municipality_read on organization_municipality for select to samverkan_app using (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table organization_municipality; drop table organization_county; drop table organization_name;
      drop trigger organization_own_search on organization; drop trigger organization_keeps_its_name on organization;
      drop function organization_own_search(); drop function organization_keeps_its_name(); drop function organization_name_search();
      drop function organization_search_text(organization); drop function organization_fold(text);
      drop table organization;
    `);
  }
}
