import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Functions (posts), who holds them, what they are found by, and who may see which of it. */
export class Contacts1763900000016 implements MigrationInterface {
  name = 'Contacts1763900000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(traces);
    await runner.query(search);
    await runner.query(subjects);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy history_of_contact on change_log; drop policy event_of_contact on event; drop policy contact_is_gone on event;
      drop trigger contact_names_follow on app_user; drop trigger contact_search_organization on organization;
      drop table contact_search, contact_inside_name, contact_holder_name, contact_holder, contact_function, contact_subject cascade;
      drop function contact_names_follow(), contact_name_in_one_place(), contact_search_function(), contact_search_holder(), contact_search_organization(),
        contact_search_refresh(uuid[]), contact_by_text(text[], text[], boolean), contact_in_counties(text[]), contact_in_municipalities(text[]),
        contact_about(text[]), contact_audience(smallint, uuid, text[]), contact_fields_since(uuid, integer);
    `);
  }
}

const tables = `
  create extension if not exists btree_gist;

  create table contact_function (
    id uuid primary key default new_id(),
    organization_id uuid not null default ctx_org() references organization (id),
    title text not null,
    subjects text[] not null default '{}',
    municipality_codes text[] not null default '{}', county_codes text[] not null default '{}',
    mailbox text, phone text, note text not null default '',
    -- As everywhere, without 1 (participants): a function has none.
    visibility smallint not null check (visibility in (0, 2, 3, 4)),
    verified_on date, next_verification_on date not null,
    retired_on date, demo boolean not null default false,
    created_by uuid not null default ctx_user(), created_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz not null default clock_timestamp(), hidden_at timestamptz,
    version integer not null default 1
  );
  comment on column contact_function.municipality_codes is 'Empty: all of its counties, or the whole country where county_codes is empty too.';
  create index contact_function_organization on contact_function (organization_id);
  create index contact_function_title on contact_function (title collate "sv-SE-x-icu", id);
  create index contact_function_verified on contact_function (verified_on, id);
  create index contact_function_next on contact_function (next_verification_on) where retired_on is null;
  create index contact_function_subjects on contact_function using gin (subjects);

  -- That somebody holds it, and when. Who she is stands in one of two tables of their own: which one decides who may know, so that no
  -- flag anywhere says that a name is kept inside.
  create table contact_holder (
    id uuid primary key default new_id(),
    function_id uuid not null references contact_function (id) on delete cascade,
    organization_id uuid not null default ctx_org() references organization (id),
    deputy boolean not null default false,
    valid_from date not null default today(), valid_to date,
    version integer not null default 1,
    constraint contact_holder_period check (valid_to is null or valid_to >= valid_from),
    constraint contact_holder_one_at_a_time exclude using gist (function_id with =, daterange(valid_from, valid_to, '[]') with &&) where (not deputy)
  );
  create index contact_holder_function on contact_holder (function_id, valid_from desc);

  create table contact_holder_name (
    holder_id uuid primary key references contact_holder (id) on delete cascade,
    function_id uuid not null references contact_function (id) on delete cascade,
    name text not null, user_id uuid references app_user (id)
  );
  create index contact_holder_name_function on contact_holder_name (function_id);
  create index contact_holder_name_user on contact_holder_name (user_id);

  create table contact_inside_name (
    holder_id uuid primary key references contact_holder (id) on delete cascade,
    function_id uuid not null references contact_function (id) on delete cascade,
    organization_id uuid not null default ctx_org() references organization (id),
    name text not null, user_id uuid references app_user (id)
  );
  comment on table contact_inside_name is 'Names that never leave their organisation. Nothing is derived from this table: no search, no history, no count.';
  create index contact_inside_name_function on contact_inside_name (function_id);
  create index contact_inside_name_user on contact_inside_name (user_id);

  -- A name put in one place is gone from the other.
  create function contact_name_in_one_place() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    if tg_table_name = 'contact_inside_name' then delete from contact_holder_name where holder_id = new.holder_id;
    else delete from contact_inside_name where holder_id = new.holder_id; end if;
    return null;
  end $$;
  create trigger contact_name_in_one_place after insert or update on contact_inside_name for each row execute function contact_name_in_one_place();
  create trigger contact_name_in_one_place after insert or update on contact_holder_name for each row execute function contact_name_in_one_place();

  -- A colleague who changes her name is called by it here too.
  create function contact_names_follow() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    update contact_holder_name set name = new.name where user_id = new.id;
    update contact_inside_name set name = new.name where user_id = new.id;
    return null;
  end $$;
  create trigger contact_names_follow after update of name on app_user for each row when (old.name is distinct from new.name) execute function contact_names_follow();
  revoke execute on function contact_name_in_one_place(), contact_names_follow() from public;
`;

const writers = `(select ctx_role()) in ('coordinator', 'partner', 'county_staff', 'county_admin')`;
const seen = 'exists (select 1 from contact_function f where f.id = function_id)';
const keeps = `${writers} and exists (select 1 from contact_function f where f.id = function_id and f.organization_id = (select ctx_org()))`;

const rights = `
  select secure_table('contact_function'), secure_table('contact_holder'), secure_table('contact_holder_name'), secure_table('contact_inside_name');
  grant insert, update on contact_function, contact_holder to samverkan_app;
  grant insert, update, delete on contact_holder_name, contact_inside_name to samverkan_app;

  create policy read on contact_function for select to samverkan_app using (
    (hidden_at is null or (id = (select ctx_purging()) and may_purge(array[organization_id], county_codes)))
    and (visibility = 4
    or (visibility = 3 and (select ctx_role()) is not null and (select ctx_role()) <> 'system_admin')
    or (visibility = 2 and (select ctx_role()) in ('coordinator', 'county_staff', 'county_admin') and county_codes && (select ctx_counties()))
    or (organization_id = (select ctx_org()) and (select ctx_role()) <> 'system_admin')));
  create policy add on contact_function for insert to samverkan_app with check (
    organization_id = (select ctx_org()) and created_by = (select ctx_user()) and ${writers});
  create policy change on contact_function for update to samverkan_app using (
    (organization_id = (select ctx_org()) and ${writers})
    or (visibility >= 2 and (select ctx_role()) in ('county_staff', 'county_admin') and county_codes && (select ctx_counties())));

  create policy read on contact_holder for select to samverkan_app using (${seen});
  create policy appoint on contact_holder for insert to samverkan_app with check (organization_id = (select ctx_org()) and ${keeps});
  create policy change on contact_holder for update to samverkan_app using (organization_id = (select ctx_org()) and ${keeps});

  create policy read on contact_holder_name for select to samverkan_app using (${seen});
  create policy tell on contact_holder_name for insert to samverkan_app with check (${keeps});
  create policy change on contact_holder_name for update to samverkan_app using (${keeps});
  create policy untell on contact_holder_name for delete to samverkan_app using (${keeps});

  -- Somebody in particular, of the function's own organisation, who keeps its functions; nobody's eyes are lent to this ("se som" has no user).
  create policy inside on contact_inside_name for all to samverkan_app
    using (organization_id = (select ctx_org()) and (select ctx_user()) is not null and ${writers})
    with check (organization_id = (select ctx_org()) and (select ctx_user()) is not null and ${keeps});
`;

const traces = `
  -- History and news are read by those who may see the function now and could have seen it when the thing happened.
  create policy history_of_contact on change_log for select to samverkan_app using (
    area = 'contacts' and exists (select 1 from contact_function f where f.id = object_id and could_read(level, array[f.organization_id], '{}', f.county_codes)));
  create policy event_of_contact on event for select to samverkan_app using (
    former_level is null and area = 'contacts'
    and exists (select 1 from contact_function f where f.id = object_id and could_read(level, array[f.organization_id], '{}', f.county_codes)));
  create policy contact_is_gone on event for select to samverkan_app using (
    former_level is not null and area = 'contacts' and could_read(former_level, former_owners, former_partners, former_counties)
    and not exists (select 1 from contact_function f where f.id = object_id));

  -- Names of the fields changed since a version, history the asker may not read included: else she would overwrite unseen.
  create function contact_fields_since(contact uuid, seen integer) returns setof text language sql stable security definer set search_path from current as $$
    select distinct field from change_log where area = 'contacts' and object_id = contact and version > seen
  $$;
  -- Organisations whose signed-in people would see a function at a level: the same rule as the policy "read", turned round.
  create function contact_audience(level smallint, owner uuid, counties text[]) returns setof uuid
    language sql stable security definer set search_path from current as $$
    select distinct m.organization_id from membership m
    where m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today()) and m.role <> 'system_admin' and (
      m.organization_id = owner or level >= 3
      or level = 2 and m.role in ('coordinator', 'county_staff', 'county_admin')
        and exists (select 1 from organization_county c where c.organization_id = m.organization_id and c.county_code = any (counties)))
  $$;
  revoke execute on function contact_fields_since(uuid, integer), contact_audience(smallint, uuid, text[]) from public;
  grant execute on function contact_fields_since(uuid, integer), contact_audience(smallint, uuid, text[]) to samverkan_app;
`;

// What a function is found by, made from its words and the names that are open. Out of the runtime role's reach: candidate functions read
// it and give ids alone, which row-level security then filters.
const search = `
  create table contact_subject (code text primary key, words text not null);
  comment on table contact_subject is 'What people type for each subject: its name, other words for it, English. Words of one kind stand together, parted by blanks.';
  select secure_table('contact_subject');
  create policy read on contact_subject for select to samverkan_app using (true);

  create table contact_search (
    function_id uuid primary key references contact_function (id) on delete cascade,
    title text not null, counties text[] not null, places text[] not null, words tsvector not null, folded text not null
  );
  comment on column contact_search.counties is 'Those it serves; {00} where it serves the whole country.';
  create index contact_search_counties on contact_search using gin (counties);
  create index contact_search_places on contact_search using gin (places);
  create index contact_search_words on contact_search using gin (words);
  create index contact_search_folded on contact_search using gin (folded gin_trgm_ops);

  create function contact_search_refresh(ids uuid[]) returns void language sql volatile security definer set search_path from current as $$
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
  $$;

  create function contact_search_function() returns trigger language plpgsql security definer set search_path from current as $$
  begin perform contact_search_refresh(array[new.id]); return null; end $$;
  create trigger contact_search_function after insert or update of title, subjects, municipality_codes, county_codes, organization_id on contact_function
    for each row execute function contact_search_function();
  create function contact_search_holder() returns trigger language plpgsql security definer set search_path from current as $$
  begin perform contact_search_refresh(array[coalesce(new.function_id, old.function_id)]); return null; end $$;
  create trigger contact_search_holder after update of valid_to on contact_holder for each row execute function contact_search_holder();
  create trigger contact_search_name after insert or update or delete on contact_holder_name for each row execute function contact_search_holder();
  create function contact_search_organization() returns trigger language plpgsql security definer set search_path from current as $$
  begin perform contact_search_refresh(array(select f.id from contact_function f where f.organization_id = new.id)); return null; end $$;
  create trigger contact_search_organization after update of search on organization for each row when (old.search is distinct from new.search)
    execute function contact_search_organization();

  create function contact_in_counties(text[]) returns setof uuid language sql stable security definer set search_path from current as $$
    select function_id from contact_search where counties && ('{00}' || $1) $$;
  create function contact_in_municipalities(text[]) returns setof uuid language sql stable security definer set search_path from current as $$
    select function_id from contact_search where places && $1 $$;
  create function contact_about(text[]) returns setof uuid language sql stable security definer set search_path from current as $$
    select id from contact_function where subjects && $1 $$;
  -- Functions that hold every word (inflected, as a beginning, or within a longer word), the best first; with 'tolerant' also words spelt
  -- nearly so. 'within' null is everywhere. Ids in order and nothing else: no rank tells of what the reader may not see.
  create function contact_by_text(given text[], within text[], tolerant boolean) returns setof uuid language plpgsql stable security definer set search_path from current as $$
  declare
    wanted tsquery[];
    ranking tsquery;
    patterns text[];
    tests text;
  begin
    select array_agg((coalesce(nullif(to_tsquery('swedish', quote_literal(w) || ':*')::text, '') || ' | ', '') || to_tsquery('simple', quote_literal(w) || ':*')::text)::tsquery order by at),
        array_agg('%' || replace(replace(replace(w, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' order by at),
        string_agg(format('(s.words @@ ($1)[%1$s] or s.folded like ($2)[%1$s]%2$s)', at, case when tolerant then format(' or ($3)[%s] <%% s.folded', at) else '' end), ' and ')
      into wanted, patterns, tests from unnest(given) with ordinality as t (w, at);
    select string_agg('(' || q::text || ')', ' | ')::tsquery into ranking from unnest(wanted) q;
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    return query execute format('select s.function_id from contact_search s where %s%s order by ts_rank(s.words, $5) desc, s.title collate "sv-SE-x-icu", s.function_id',
        case when within is null then '' else 's.counties && (''{00}'' || $4) and ' end, tests)
      using wanted, patterns, given, within, ranking;
  end $$;
  revoke execute on function contact_search_refresh(uuid[]), contact_search_function(), contact_search_holder(), contact_search_organization(), contact_in_counties(text[]),
    contact_in_municipalities(text[]), contact_about(text[]), contact_by_text(text[], text[], boolean) from public;
  grant execute on function contact_in_counties(text[]), contact_in_municipalities(text[]), contact_about(text[]), contact_by_text(text[], text[], boolean) to samverkan_app;
`;

const subjects = `
  insert into contact_subject (code, words) values
    ('exposed_adults', 'våldsutsatta vuxna våldsutsatt kvinnor kvinna män utsatta kvinnofrid kvinnofridskränkning partnervåld våld i nära relation relationer våldsoffer brottsoffer exposed adults women victims survivors intimate partner violence'),
    ('exposed_children', 'barn som upplevt våld barnahus ungdom unga elever skola medföljande umgänge orosanmälan children child youth'),
    ('perpetrators', 'våldsutövare förövare gärningsman utövare återfall återfallsförebyggande mansmottagning ATV välj att sluta perpetrators offenders relapse'),
    ('honour', 'hedersrelaterat våld och förtryck heder hedersvåld HRV tvångsäktenskap barnäktenskap könsstympning bortförande honour oppression forced marriage genital mutilation'),
    ('prostitution_trafficking', 'prostitution människohandel sex mot ersättning exploatering sexköp regionkoordinator prostitution human trafficking'),
    ('sexual_violence', 'sexuellt våld sexuella övergrepp våldtäkt spårsäkring trakasserier sexual violence rape assault'),
    ('sheltered_housing', 'skyddat boende skyddsboende jourboende placering sheltered housing shelter refuge'),
    ('counselling', 'stöd och rådgivning stödsamtal jour jouren kvinnojour tjejjour brottsofferjour samtal rådgivning helpline counselling support'),
    ('elderly', 'äldre äldreomsorg hemtjänst särskilt boende pensionär elderly older people'),
    ('disability', 'funktionsnedsättning funktionshinder LSS omsorg disability'),
    ('lgbtqi', 'hbtqi hbtq homosexuella bisexuella transpersoner queer lgbtqi lgbt'),
    ('health_care', 'hälso- och sjukvård hälsovård sjukvård vården akutmottagning mödravård psykiatri landsting landstinget region health care hospital'),
    ('justice', 'polis polisen anmälan brott åklagare frivård kriminalvård kontaktförbud rättsväsende målsägande police justice prosecutor probation'),
    ('prevention', 'våldsförebyggande våldsprevention förebyggande prevention normer huskurage MVP prevention'),
    ('coordination', 'samordning samordnare kvinnofridssamordnare koordinator utvecklingsledare strateg samverkan strategi coordination coordinator');
`;
