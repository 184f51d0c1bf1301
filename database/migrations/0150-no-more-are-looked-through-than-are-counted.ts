import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The best publications, with less to do: of those whose text alone has the words no more are looked through than are counted, a page of the first
 * hundred is looked for among those that are weighed, and a piece of a page is read for divided words where it can have any. The function with five
 * values stays for the version before this, which may still be running.
 */
export class NoMoreAreLookedThroughThanAreCounted1763900000150 implements MigrationInterface {
  name = 'NoMoreAreLookedThroughThanAreCounted1763900000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(best);
    await runner.query(around(true));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(around(false));
    await runner.query('drop function publications_best(text, boolean, uuid[], integer, integer, integer)');
  }
}

/** What the caller may read, of \`p\`. */
const readable = `p.hidden_at is null and p.removed_at is null and (p.shown = 4 or role <> 'system_admin' and (p.shown = 3 or org = any (p.owner_ids)
      or p.shown = 2 and p.county_codes && mine and role in ('coordinator', 'county_staff', 'county_admin')))`;
const context = `role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();`;
/** Few: what is not among them stands. */
const away = `array(select f.id from publication_file f where f.removed_at is not null or f.hidden_at is not null)`;

const inFile = `p.id in (select publication_id from texts)`;
const inTelling = `p.id in (select x.id from publication x where x.words @@ asked.whole or x.folded like asked.patterns[1] and x.folded like all (asked.patterns))`;
/** Publications `p` of which a file or what is told of it has all the words; what most of them answer to is asked first. */
const answering = (likely: string, other: string): string =>
  `(${likely} or ${other}) and (among is null or p.id = any (among)) and ${readable}`;

const best = `
  -- The best answers to the words among what the caller may read (and among these, where some are named): those on a page, each with its place, with the page of its file where the words stand together
  -- most, on how many pages they do, and with how many answer in all. One row without id where nothing stands on the page. The page is null where it was not weighed or no page has all the words: \`publication_hits\` has it.
  -- Pages are weighed of those that are told best, then newest: of a hundred at most, of twenty-five at least, else as long as they have 2,000 pages together.
  -- How many answer is told up to \`counted\`, which is a hundred at least and no less than what stands on the page and before it; all are where it is null. Of those of which only a file has the words, the newest are
  -- met first, so no more of them need be looked through (hence no sorting where an index has the order), and none where as many have the words in what is told of them.
  create function publications_best(given text, tolerant boolean, among uuid[], most integer, skipped integer, counted integer)
    returns table (id uuid, place integer, total integer, file_id uuid, page integer, pages integer)
    language plpgsql stable security definer rows 25 set search_path from current set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_indexscan = off set enable_sort = off as $$
  #variable_conflict use_column
  declare
    ${context}
    away uuid[] := ${away};
    asked record; any_of tsquery := publication_wanted(given);
  begin
    if tolerant then
      return query select * from publications_best(given, true, among, most, skipped);
      return;
    end if;
    select * into asked from publication_asked(given);
    if asked.said is null then return query select null::uuid, null::integer, 0, null::uuid, null::integer, null::integer; return; end if;
    return query with texts as materialized (select t.publication_id from publication_text t where t.words @@ asked.whole and t.file_id <> all (away)),
      named as materialized (select p.id, p.year, ts_rank(p.words, asked.whole) as told from publication p where p.words @@ any_of and ${answering(inTelling, inFile)}),
      found as materialized (select * from named union all
        (select p.id, p.year, 0 from publication p where p.id not in (select x.id from publication x where x.words @@ any_of) and ${answering(inFile, inTelling)}
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
  end $$;
  revoke execute on function publications_best(text, boolean, uuid[], integer, integer, integer) from public;
  grant execute on function publications_best(text, boolean, uuid[], integer, integer, integer) to samverkan_app;
`;

const around = (quick: boolean): string => `
  -- What of a page the words around a hit are taken from: the page where it is short or none of the words is seen to begin, else what stands around the first of a word, of two words at most.
  create or replace function publication_around(page text, starts text[]) returns text language plpgsql immutable parallel safe set search_path from current as $$
  declare
    low text; start text; place integer; one integer; other integer; since integer; until integer; pieces text := '';${quick ? ' piece text;' : ''}
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
      ${
        quick
          ? `piece := substr(page, since, until - since);
      -- A word is divided at the end of a line, after a hyphen.
      if strpos(piece, E'\\n') > 0 and (strpos(piece, '-') > 0 or strpos(piece, U&'\\00AD') > 0) then piece := publication_page_text(piece);
      else piece := translate(piece, E'\\u0002\\u0003', ''); end if;
      pieces := pieces || piece;`
          : 'pieces := pieces || publication_page_text(substr(page, since, until - since));'
      }
      exit when until > other;
      pieces := pieces || ' … ';
      place := other;
    end loop;
    return pieces;
  end $$;
`;
