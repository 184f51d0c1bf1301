import type { MigrationInterface, QueryRunner } from 'typeorm';

const boards = `('county_staff', 'county_admin')`;

/** What the county boards publish, with its files, links and what is searched in them. */
export class Publications1763900000078 implements MigrationInterface {
  name = 'Publications1763900000078';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(words);
    await runner.query(search);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy publication_is_gone on event; drop policy event_of_publication on event; drop policy history_of_publication on change_log;
      drop policy publications on stored_file; drop policy publications_come on stored_file;
      drop trigger publication_page_words on stored_file_page;
      drop function publication_by_text(text, boolean), publication_wanted(text), publication_page_words(), publication_page_text(text);
      drop table publication_page, publication_file, publication_link;
      drop table publication;
    `);
  }
}

const tables = `
  create table publication (
    id uuid primary key default new_id(),
    organization_id uuid not null default ctx_org() references organization (id),
    numbered_by uuid not null default ctx_org(),
    owner_ids uuid[] not null,
    county_codes text[] not null default '{}',
    title text not null,
    type text not null check (type in ('strategy', 'report', 'guide', 'leaflet', 'other')),
    series text not null default '',
    number text, dnr text, isbn text, issn text,
    year integer check (year between 1900 and 2100),
    pages integer check (pages between 1 and 5000),
    language text not null default 'sv' check (language in ('sv', 'en', 'fi', 'se', 'ar', 'fa', 'so', 'uk', 'other')),
    authors text not null default '',
    summary text not null default '',
    summary_en text not null default '',
    function_id uuid references contact_function (id),
    strategy_id uuid references strategy (id),
    supersedes_ids uuid[] not null default '{}',
    status text not null default 'draft' check (status in ('draft', 'published', 'withdrawn')),
    visibility smallint not null check (visibility in (0, 2, 3, 4)),
    shown smallint generated always as (case when status = 'draft' then 0::smallint else visibility end) stored,
    published_on date, reviewed_on date, review_on date,
    withdrawn_motive text,
    key text unique,
    demo boolean not null default false,
    hidden_at timestamptz, removed_at timestamptz, removed_by uuid,
    changed_at timestamptz not null default clock_timestamp(),
    version integer not null default 1,
    words tsvector generated always as (
      setweight(to_tsvector('swedish', title) || to_tsvector('simple', title || ' ' || series || ' ' || coalesce(number, '') || ' ' || coalesce(dnr, '') || ' ' || coalesce(isbn, '') || ' ' || coalesce(issn, '') || ' ' || coalesce(year::text, '')), 'A')
      || setweight(to_tsvector('swedish', authors), 'B')
      || setweight(to_tsvector('swedish', summary) || to_tsvector('english', summary_en), 'C')) stored,
    folded text generated always as (lower(title || ' ' || series || ' ' || coalesce(number, '') || ' ' || coalesce(dnr, '') || ' ' || coalesce(isbn, '') || ' ' || coalesce(issn, '') || ' ' || authors || ' ' || summary)) stored,
    constraint publication_owned check (organization_id = any (owner_ids)),
    constraint publication_withdrawn check ((status = 'withdrawn') = (withdrawn_motive is not null))
  );
  comment on column publication.numbered_by is 'Whose series of numbers the number was given in: it stays when parties are merged.';
  comment on column publication.shown is 'How widely it is shown as it stands: a draft is its owners'' alone, whatever it is to be.';
  comment on column publication.key is 'Of what came with the system.';
  create index publication_organization on publication (organization_id);
  create index publication_function on publication (function_id);
  create index publication_strategy on publication (strategy_id);
  create index publication_owners on publication using gin (owner_ids);
  create index publication_counties on publication using gin (county_codes);
  create index publication_supersedes on publication using gin (supersedes_ids);
  create index publication_words on publication using gin (words);
  create index publication_folded on publication using gin (folded gin_trgm_ops);
  create index publication_year on publication (year desc nulls last, id desc);
  create unique index publication_number on publication (numbered_by, coalesce(year, 0), lower(number)) where number is not null and removed_at is null;

  create table publication_link (
    id uuid primary key default new_id(),
    publication_id uuid not null references publication (id) on delete cascade,
    title text not null,
    address text not null,
    sort integer not null,
    checked_at timestamptz,
    failing_since date
  );
  comment on column publication_link.failing_since is 'The first day, of those without a break, on which it did not answer.';
  create index publication_link_publication on publication_link (publication_id, sort);

  create table publication_file (
    id uuid primary key default new_id(),
    publication_id uuid not null references publication (id) on delete cascade,
    title text not null,
    language text not null default 'sv' check (language in ('sv', 'en', 'fi', 'se', 'ar', 'fa', 'so', 'uk', 'other')),
    accessibility text not null default 'unknown' check (accessibility in ('accessible', 'not_accessible', 'unknown')),
    organization_id uuid not null default ctx_org() references organization (id),
    user_id uuid default ctx_user() references app_user (id),
    created_at timestamptz not null default clock_timestamp(),
    removed_at timestamptz, removed_by uuid, cleaned_at timestamptz, hidden_at timestamptz,
    version integer not null default 1
  );
  comment on column publication_file.cleaned_at is 'It named somebody: the file itself is gone, its new name stands.';
  create index publication_file_publication on publication_file (publication_id, created_at);
  create index publication_file_organization on publication_file (organization_id);
  create index publication_file_user on publication_file (user_id);

  create table publication_page (
    file_id uuid not null,
    page integer not null,
    publication_id uuid not null references publication (id) on delete cascade,
    words tsvector not null,
    primary key (file_id, page),
    foreign key (file_id, page) references stored_file_page (file_id, page) on delete cascade
  );
  comment on table publication_page is 'How the pages of files are found by their words. The text itself is kept once, with the file.';
  create index publication_page_words on publication_page using gin (words);
  create index publication_page_publication on publication_page (publication_id);

  select secure_table('publication'), secure_table('publication_link'), secure_table('publication_file'), secure_table('publication_page');
  create trigger note_removal before update of removed_at on publication for each row execute function note_removal();
  create trigger note_removal before update of removed_at on publication_file for each row execute function note_removal();
`;

const owned = (id: string) =>
  `exists (select from publication p where p.id = ${id} and (select ctx_org()) = any (p.owner_ids) and (select ctx_role()) in ${boards})`;

const rights = `
  create policy read on publication for select to samverkan_app using (
    (hidden_at is null or (id = (select ctx_purging()) and may_purge(owner_ids, county_codes)))
    and (removed_at is null or (select ctx_org()) = any (owner_ids)) and (shown = 4 or could_read(shown, owner_ids, '{}', county_codes)));
  grant insert (title, type, series, number, dnr, isbn, issn, year, pages, language, authors, summary, summary_en, function_id, strategy_id, owner_ids,
    county_codes, supersedes_ids, visibility, review_on) on publication to samverkan_app;
  grant update (title, type, series, number, dnr, isbn, issn, year, pages, language, authors, summary, summary_en, function_id, strategy_id, owner_ids,
    county_codes, supersedes_ids, status, visibility, published_on, reviewed_on, review_on, withdrawn_motive, removed_at, changed_at, version) on publication to samverkan_app;
  create policy add on publication for insert to samverkan_app
    with check (organization_id = (select ctx_org()) and (select ctx_role()) in ${boards} and hidden_at is null);
  create policy change on publication for update to samverkan_app
    using ((select ctx_org()) = any (owner_ids) and (select ctx_role()) in ${boards} and hidden_at is null)
    with check ((select ctx_role()) in ${boards} and hidden_at is null);

  create policy read on publication_link for select to samverkan_app using (exists (select from publication p where p.id = publication_id));
  grant insert (publication_id, title, address, sort), update (title, sort), delete on publication_link to samverkan_app;
  create policy add on publication_link for insert to samverkan_app with check (${owned('publication_id')});
  create policy change on publication_link for update to samverkan_app using (${owned('publication_id')});
  create policy remove on publication_link for delete to samverkan_app using (${owned('publication_id')});

  create policy read on publication_file for select to samverkan_app using (
    (hidden_at is null or id = (select ctx_purging())) and exists (select from publication p where p.id = publication_id
      and (publication_file.removed_at is null or (select ctx_org()) = any (p.owner_ids))));
  grant insert (publication_id, title, language, accessibility), update (language, accessibility, removed_at, version) on publication_file to samverkan_app;
  create policy add on publication_file for insert to samverkan_app
    with check (organization_id = (select ctx_org()) and user_id = (select ctx_user()) and ${owned('publication_id')});
  create policy change on publication_file for update to samverkan_app using (${owned('publication_id')});

  create policy publications on stored_file for select to samverkan_app using (exists (select from publication_file f where f.id = stored_file.id));
  create policy publications_come on stored_file for insert to samverkan_app with check (exists (select from publication_file f
    where f.id = stored_file.id and f.organization_id = (select ctx_org()) and f.user_id = (select ctx_user())));

  create policy history_of_publication on change_log for select to samverkan_app using (
    area = 'publications' and exists (select from publication p where p.id = object_id and could_read(level, p.owner_ids, '{}', p.county_codes)));
  create policy event_of_publication on event for select to samverkan_app using (
    former_level is null and area = 'publications' and exists (select from publication p where p.id = object_id and could_read(level, p.owner_ids, '{}', p.county_codes)));
  create policy publication_is_gone on event for select to samverkan_app using (
    former_level is not null and area = 'publications' and could_read(former_level, former_owners, former_partners, former_counties)
    and not exists (select from publication p where p.id = object_id));
`;

const words = `
  -- As it is searched and shown: a word that is divided at the end of a line is whole again.
  create function publication_page_text(text) returns text language sql immutable parallel safe as $$
    select regexp_replace(translate($1, E'\\u0002\\u0003', ''), '([[:lower:]])[-\u00ad]\\s*\\n\\s*([[:lower:]])', '\\1\\2', 'g') $$;
  -- A page of a publication is found by its words from when it comes; other files are not searched.
  create function publication_page_words() returns trigger language plpgsql volatile security definer set search_path from current as $$
  begin
    insert into publication_page (file_id, page, publication_id, words)
      select n.file_id, n.page, f.publication_id, to_tsvector('swedish', publication_page_text(left(n.words, 150000)))
      from came n join publication_file f on f.id = n.file_id;
    return null;
  end $$;
  revoke execute on function publication_page_words() from public;
  create trigger publication_page_words after insert on stored_file_page referencing new table as came for each statement execute function publication_page_words();
`;

const search = `
  -- Any of the words as it begins, by its stem or as it stands: what is marked in what was found.
  create function publication_wanted(given text) returns tsquery language sql stable parallel safe as $$
    select nullif(string_agg(concat_ws(' | ', nullif(to_tsquery('swedish', quote_literal(w) || ':*')::text, ''), to_tsquery('simple', quote_literal(w) || ':*')::text), ' | '), '')::tsquery
    from (select distinct w from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 1 limit 8) words $$;

  -- Publications the caller may read that hold the words, the best first, each with the page where they stand. All the words in what is told of it, or on one page;
  -- tolerant: each somewhere, or spelt nearly so. What is ranked is bounded: after rights, so that nothing readable is lost to what is not.
  create function publication_by_text(given text, tolerant boolean) returns table (id uuid, rank real, file_id uuid, page integer, pages integer)
    language plpgsql stable security definer set search_path from current as $$
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
  end $$;
  revoke execute on function publication_by_text(text, boolean) from public;
  grant execute on function publication_by_text(text, boolean) to samverkan_app;
`;
