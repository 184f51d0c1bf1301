import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A page of the publications that answer best comes in one go, with the page of each hit: what was found while they were weighed is not looked up
 * again, and of the thousands that answer to a common word none but those that are shown leave the function.
 */
export class TheBestPublicationsAreToldAtOnce1763900000146 implements MigrationInterface {
  name = 'TheBestPublicationsAreToldAtOnce1763900000146';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(best);
    await runner.query(hits(true));
    await runner.query(around);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(hits(false));
    await runner.query('drop function publication_around(text, text[]), publication_starts(text)');
    await runner.query('drop function publications_best(text, boolean, uuid[], integer, integer)');
  }
}

/** What the caller may read, of \`p\`. */
const readable = `p.hidden_at is null and p.removed_at is null and (p.shown = 4 or role <> 'system_admin' and (p.shown = 3 or org = any (p.owner_ids)
      or p.shown = 2 and p.county_codes && mine and role in ('coordinator', 'county_staff', 'county_admin')))`;
const context = `role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();`;
/** Few: what is not among them stands. */
const away = `array(select f.id from publication_file f where f.removed_at is not null or f.hidden_at is not null)`;

const best = `
  -- The best answers to the words among what the caller may read (and among these, where some are named): those on a page, each with its place, with the page of its file where the words stand together
  -- most, on how many pages they do, and with how many answer in all. One row without id where nothing stands on the page. The page is null where it was not weighed or no page has all the words: \`publication_hits\` has it.
  -- Pages are weighed of those that are told best, then newest: of a hundred at most, of twenty-five at least, else as long as they have 2,000 pages together.
  create function publications_best(given text, tolerant boolean, among uuid[], most integer, skipped integer)
    returns table (id uuid, place integer, total integer, file_id uuid, page integer, pages integer)
    language plpgsql stable security definer rows 25 set search_path from current set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_indexscan = off as $$
  #variable_conflict use_column
  declare
    ${context}
    away uuid[] := ${away};
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
          and (among is null or p.id = any (among)) and ${readable}),
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
  end $$;
  revoke execute on function publications_best(text, boolean, uuid[], integer, integer) from public;
  grant execute on function publications_best(text, boolean, uuid[], integer, integer) to samverkan_app;
`;

/** As it was; with nobody asked for, there is nothing to work out. */
const hits = (atOnce: boolean): string => `
  create or replace function publication_hits(ids uuid[], given text, tolerant boolean) returns table (id uuid, file_id uuid, page integer, pages integer)
    language plpgsql stable security definer set search_path from current set plan_cache_mode = force_custom_plan as $$
  #variable_conflict use_column
  declare
    ${context}
    ${
      atOnce
        ? `away uuid[]; whole tsquery; any_of tsquery;
  begin
    if cardinality(ids) = 0 then return; end if;
    away := ${away};
    whole := (select a.whole from publication_asked(given) a);
    any_of := publication_wanted(given);`
        : `away uuid[] := ${away};
    whole tsquery := (select a.whole from publication_asked(given) a); any_of tsquery := publication_wanted(given);
  begin`
    }
    return query with files as materialized (
        select t.file_id, t.publication_id from publication_text t join publication p on p.id = t.publication_id
        where t.publication_id = any (ids) and t.file_id <> all (away) and (tolerant or t.words @@ whole) and ${readable}),
      pages as (select g.publication_id, g.file_id, g.page, g.words @@ whole as together, ts_rank(g.words, any_of, 1) as rank
        from files cross join lateral (select n.* from publication_page n where n.file_id = files.file_id offset 0) g where g.words @@ any_of)
      select distinct on (h.publication_id) h.publication_id, h.file_id, h.page, (case when h.together then count(*) filter (where h.together) over each else count(*) over each end)::int
      from pages h window each as (partition by h.publication_id) order by h.publication_id, h.together desc, h.rank desc, h.page;
  end $$;
`;

/** Marking words takes as long as the text is, and a page may be a whole document. */
const around = `
  -- How each word of a question may begin in a text: as its stem does, or as it stands.
  create function publication_starts(given text) returns text[] language sql stable parallel safe set search_path from current as $$
    select array_agg(coalesce((ts_lexize('swedish_stem', w))[1], w) order by at)
    from (select w, min(at) as at from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') with ordinality x (w, at) where length(w) > 1 group by w order by 2 limit 8) words $$;

  -- What of a page the words around a hit are taken from: the page where it is short or none of the words is seen to begin, else what stands around the first of a word, of two words at most.
  create function publication_around(page text, starts text[]) returns text language plpgsql immutable parallel safe set search_path from current as $$
  declare
    low text; start text; place integer; one integer; other integer; since integer; until integer; pieces text := '';
  begin
    if length(page) > 1200 then
      low := lower(page);
      foreach start in array starts loop
        place := coalesce(nullif(strpos(low, ' ' || start), 0), strpos(low, E'\\n' || start));
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
      pieces := pieces || publication_page_text(substr(page, since, until - since));
      exit when until > other;
      pieces := pieces || ' … ';
      place := other;
    end loop;
    return pieces;
  end $$;
`;
