import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A publication is found by all the words of a file at once, kept beside its pages: a word that stands on most pages costs as little as a rare one, and
 * how many there are is how many there are. The page is looked up for those that are shown. `publication_by_text` stays
 * for the version before this, which may still be running; those that came before get theirs in the next step, which holds nobody up.
 */
export class PublicationsAreFoundWhole1763900000135 implements MigrationInterface {
  name = 'PublicationsAreFoundWhole1763900000135';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kept);
    await runner.query(trigger(true));
    await runner.query(wanted(`nullif(concat_ws(' | ', nullif(stem, ''), nullif(nullif(plain, ''), stem)), '')`));
    await runner.query(search);
    await runner.query(successors);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function publication_successors(uuid);
      drop function publications_by_text(text, boolean), publication_hits(uuid[], text, boolean), publication_asked(text);
    `);
    await runner.query(wanted(`concat_ws(' | ', nullif(stem, ''), plain)`));
    await runner.query(trigger(false));
    await runner.query(
      'drop table publication_text; drop function publication_text_of(uuid); drop index publication_file_away;',
    );
  }
}

const kept = `
  create table publication_text (
    file_id uuid primary key references stored_file (id) on delete cascade,
    publication_id uuid not null references publication (id) on delete cascade,
    words tsvector not null
  );
  comment on table publication_text is 'All the words of a file, of all its pages, without their places: how a publication is found.';
  create index publication_text_words on publication_text using gin (words);
  create index publication_file_away on publication_file (id) where removed_at is not null or hidden_at is not null;
  create index publication_text_publication on publication_text (publication_id);
  select secure_table('publication_text');

  -- Of a file with more words than one vector holds (1 MB) those that come first by the alphabet.
  create function publication_text_of(file uuid) returns tsvector language sql stable security definer set search_path from current as $$
    select array_to_tsvector(coalesce(array_agg(lexeme) filter (where bytes < 900000), '{}'))
    from (select lexeme, sum(octet_length(lexeme) + 8) over (order by lexeme) as bytes
      from (select distinct l.lexeme from publication_page g, unnest(g.words) l where g.file_id = file) once) counted $$;
  revoke execute on function publication_text_of(uuid) from public;
`;

const trigger = (whole: boolean): string => `
  create or replace function publication_page_words() returns trigger language plpgsql volatile security definer set search_path from current as $$
  begin
    insert into publication_page (file_id, page, publication_id, words)
      select n.file_id, n.page, f.publication_id, to_tsvector('swedish', publication_page_text(left(n.words, 150000)))
      from came n join publication_file f on f.id = n.file_id;
    ${
      whole
        ? `insert into publication_text (file_id, publication_id, words)
      select f.id, f.publication_id, publication_text_of(f.id) from (select distinct file_id from came) n join publication_file f on f.id = n.file_id
      on conflict (file_id) do update set words = excluded.words;`
        : ''
    }
    return null;
  end $$;
`;

const forms = `to_tsquery('swedish', quote_literal(w) || ':*')::text as stem, to_tsquery('simple', quote_literal(w) || ':*')::text as plain`;

const wanted = (word: string): string => `
  create or replace function publication_wanted(given text) returns tsquery language sql stable parallel safe as $$
    select nullif(string_agg(${word}, ' | '), '')::tsquery from (select ${forms}
      from (select distinct w from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 1 limit 8) words) formed $$;
`;

/** What the caller may read, of \`p\`. */
const readable = `p.hidden_at is null and p.removed_at is null and (p.shown = 4 or role <> 'system_admin' and (p.shown = 3 or org = any (p.owner_ids)
      or p.shown = 2 and p.county_codes && mine and role in ('coordinator', 'county_staff', 'county_admin')))`;
const context = `role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();`;
/** Few: what is not among them stands. */
const away = `away uuid[] := array(select f.id from publication_file f where f.removed_at is not null or f.hidden_at is not null);`;

const search = `
  -- The words of a question: each as it begins, by its stem or as it stands; all of them; and how they are looked for in titles. What no dictionary knows is looked for as it stands. No text keeps small words as
  -- "mot" and "och": beside others they are not asked for. Nothing where there is no word.
  create function publication_asked(given text) returns table (said text[], each tsquery[], patterns text[], whole tsquery)
    language sql stable parallel safe set search_path from current as $$
    select array_agg(w order by at), array_agg(q order by at), array_agg('%' || w || '%' order by at), string_agg('(' || q::text || ')', ' & ')::tsquery
    from (select w, row_number() over () as at, coalesce(nullif(concat_ws(' | ', nullif(stem, ''), nullif(nullif(plain, ''), stem)), ''), quote_literal(w))::tsquery as q
      from (select w, ${forms}, telling, bool_or(telling) over () as any_tells
        from (select distinct w, numnode(to_tsquery('swedish', quote_literal(w))) > 0 as telling
          from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 1 limit 8) words) told
      where telling or not any_tells) asked having count(*) > 0 $$;

  -- Publications the caller may read that hold the words, and how well: all of them in what is told of it, or in one file; tolerant: each somewhere, or spelt nearly so.
  -- Whole files are read through their index alone: unpacking them costs more than the planner knows. Pages are weighed for the hundred that are told best, then newest. Rights come first: nothing readable is lost to what is not.
  create function publications_by_text(given text, tolerant boolean) returns table (id uuid, rank real)
    language plpgsql stable security definer set search_path from current set plan_cache_mode = force_custom_plan set enable_seqscan = off set enable_indexscan = off as $$
  #variable_conflict use_column
  declare
    ${context}
    ${away}
    asked record; any_of tsquery := publication_wanted(given); tests text;
  begin
    select * into asked from publication_asked(given);
    if asked.said is null then return; end if;
    if not tolerant then
      return query with found as materialized (
          select p.id, p.year, ts_rank(p.words, asked.whole) as told from publication p
          where (p.words @@ asked.whole or p.folded like all (asked.patterns)
            or p.id in (select t.publication_id from publication_text t where t.words @@ asked.whole and t.file_id <> all (away))) and ${readable}),
        first as (select id from found order by told desc, year desc nulls last, id desc limit 100),
        paged as (select first.id, g.best from first cross join lateral (
          select max(ts_rank(each.words, asked.whole, 1)) as best
          from (select g.words from publication_page g where g.publication_id = first.id and g.file_id <> all (away) offset 0) each
          where each.words @@ asked.whole) g)
        select f.id, (2 * f.told + coalesce(g.best, 0))::real from found f left join paged g on g.id = f.id order by 2 desc, f.id;
      return;
    end if;
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    select string_agg(format('(p.words @@ ($1)[%1$s] or p.folded like ($2)[%1$s] or ($3)[%1$s] <%% p.folded
        or p.id in (select t.publication_id from publication_text t where t.words @@ ($1)[%1$s] and t.file_id <> all ($8)))', at), ' and ')
      into tests from generate_subscripts(asked.said, 1) at;
    return query execute 'select p.id, ts_rank(p.words, $4) from (select p.* from publication p, (select $5::text as role, $6::uuid as org, $7::text[] as mine) reader where ${readable.replaceAll("'", "''")} and ' || tests || ' limit 500) p order by 2 desc, 1'
      using asked.each, asked.patterns, asked.said, any_of, role, org, mine, away;
  end $$;

  -- The page of each of these where most of the words stand, and on how many pages they do: of a file that holds them all; tolerant: of any that holds one.
  create function publication_hits(ids uuid[], given text, tolerant boolean) returns table (id uuid, file_id uuid, page integer, pages integer)
    language plpgsql stable security definer set search_path from current set plan_cache_mode = force_custom_plan as $$
  #variable_conflict use_column
  declare
    ${context}
    ${away}
    whole tsquery := (select a.whole from publication_asked(given) a); any_of tsquery := publication_wanted(given);
  begin
    return query with files as materialized (
        select t.file_id, t.publication_id from publication_text t join publication p on p.id = t.publication_id
        where t.publication_id = any (ids) and t.file_id <> all (away) and (tolerant or t.words @@ whole) and ${readable}),
      pages as (select g.publication_id, g.file_id, g.page, g.words @@ whole as together, ts_rank(g.words, any_of, 1) as rank
        from files cross join lateral (select n.* from publication_page n where n.file_id = files.file_id offset 0) g where g.words @@ any_of)
      select distinct on (h.publication_id) h.publication_id, h.file_id, h.page, (case when h.together then count(*) filter (where h.together) over each else count(*) over each end)::int
      from pages h window each as (partition by h.publication_id) order by h.publication_id, h.together desc, h.rank desc, h.page;
  end $$;
  revoke execute on function publications_by_text(text, boolean), publication_hits(uuid[], text, boolean) from public;
  grant execute on function publications_by_text(text, boolean), publication_hits(uuid[], text, boolean) to samverkan_app;
`;

/** Row by row under a policy no index over arrays is used (its operators may not be asked before the policy): here it is. */
const successors = `
  create function publication_successors(former uuid) returns setof uuid language sql stable security definer set search_path from current as $$
    select id from publication where supersedes_ids @> array[former] and hidden_at is null and (shown = 4 or could_read(shown, owner_ids, '{}', county_codes)) $$;
  revoke execute on function publication_successors(uuid) from public;
  grant execute on function publication_successors(uuid) to samverkan_app;
`;
