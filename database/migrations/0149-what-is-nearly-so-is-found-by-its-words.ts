import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each word of what is searched is kept once, and what is spelt nearly so is compared with those: the titles and texts that have a common word would
 * else be compared by their letters one after the other.
 */
export class WhatIsNearlySoIsFoundByItsWords1763900000149 implements MigrationInterface {
  name = 'WhatIsNearlySoIsFoundByItsWords1763900000149';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(words);
    // Before anything waits for it; then what was written meanwhile.
    await runner.query(came(''));
    await runner.query(triggers);
    await runner.query(came(`where changed_at > now() - interval '1 minute'`));
    await runner.query(actions);
    await runner.query(contacts(true));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(contacts(false));
    await runner.query(actionsBefore);
    await runner.query(`
      drop trigger action_words_came on action; drop trigger action_words_changed on action; drop trigger action_words_went on action;
      drop trigger contact_words_came on contact_search; drop trigger contact_words_changed on contact_search; drop trigger contact_words_went on contact_search;
      drop function action_words_kept(), action_words_changed(), contact_words_kept(), search_words_nearly(text, text, text), search_words_add(text, text[]), search_words_of(tsvector);
      drop table search_word;
    `);
  }
}

const words = `
  create table search_word (id uuid primary key default new_id(), area text not null, word text not null, folded text not null);
  comment on table search_word is 'Each word of the titles of actions and of what functions are found by, once, as their tsvectors have it: what is spelt nearly so is compared with these. A word of something hidden stands here too; nobody reads this table, and what has the word is judged as ever.';
  comment on column search_word.folded is 'With accents and without.';
  -- Not unique: two who write the same new word at once would wait for each other, and stand twice does no harm.
  create index search_word_word on search_word (word, area);
  create index search_word_folded on search_word using gin (folded gin_trgm_ops) with (fastupdate = off);
  select secure_table('search_word');
  revoke select on search_word from samverkan_app;

  -- Numbers are nearly nothing, and an address is no word.
  create function search_words_of(words tsvector) returns text[] language sql immutable parallel safe set search_path from current as $$
    select coalesce(array_agg(w), '{}') from unnest(tsvector_to_array(words)) w where length(w) between 3 and 60 and w ~ '^[[:alnum:]-]*[[:alpha:]][[:alnum:]-]*$' $$;

  create function search_words_add(of_area text, words text[]) returns void language sql volatile set search_path from current as $$
    insert into search_word (area, word, folded) select of_area, w, organization_fold(w) from (select distinct w from unnest(words) w) n
      where not exists (select from search_word s where s.word = w and s.area = of_area) $$;

  -- What is nearly this word, or how it is inflected, as a question; null where nothing is. It asks for words that nobody else sees too, and for all
  -- of them: none takes another's place.
  create function search_words_nearly(of_area text, given text, weight text) returns tsquery language plpgsql stable set search_path from current
    set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
  declare
    stem text := coalesce((ts_lexize('swedish_stem', given))[1], given);
  begin
    if length(given) < 3 or given !~ '[[:alpha:]]' then return null; end if;
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    return (select string_agg(distinct quote_literal(s.word) || weight, ' | ')::tsquery from search_word s where (s.folded %> given or s.folded %> stem) and s.area = of_area);
  end $$;
  revoke execute on function search_words_of(tsvector), search_words_add(text, text[]), search_words_nearly(text, text, text) from public;
`;

const came = (since: string): string => `
  select search_words_add('actions', array(select distinct w from action, unnest(search_words_of(ts_filter(action.words, '{a}'))) w ${since}));
  select search_words_add('contacts', array(select distinct w from contact_search, unnest(search_words_of(contact_search.words)) w));
`;

const triggers = `
  -- A word goes with the last that has it. One that somebody else is taking away just then is left to her.
  create function action_words_kept() returns trigger language plpgsql volatile security definer set search_path from current as $$
  begin
    if tg_op = 'INSERT' then
      perform search_words_add('actions', array(select distinct w from came, unnest(search_words_of(ts_filter(came.words, '{a}'))) w));
    else
      delete from search_word where id in (select s.id from search_word s where s.area = 'actions'
          and s.word = any (array(select distinct w from went, unnest(search_words_of(ts_filter(went.words, '{a}'))) w))
          and not exists (select from action a where a.words @@ (quote_literal(s.word) || ':A')::tsquery) for update skip locked);
    end if;
    return null;
  end $$;
  create function action_words_changed() returns trigger language plpgsql volatile security definer set search_path from current as $$
  declare
    now_words text[] := search_words_of(ts_filter(new.words, '{a}'));
  begin
    perform search_words_add('actions', now_words);
    delete from search_word where id in (select s.id from search_word s where s.area = 'actions' and s.word = any (search_words_of(ts_filter(old.words, '{a}')))
        and s.word <> all (now_words) and not exists (select from action a where a.words @@ (quote_literal(s.word) || ':A')::tsquery) for update skip locked);
    return null;
  end $$;
  create function contact_words_kept() returns trigger language plpgsql volatile security definer set search_path from current as $$
  declare
    old_words text[] := '{}'; now_words text[] := '{}';
  begin
    if tg_op <> 'DELETE' then now_words := array(select distinct w from came, unnest(search_words_of(came.words)) w); end if;
    if tg_op <> 'INSERT' then old_words := array(select distinct w from went, unnest(search_words_of(went.words)) w); end if;
    perform search_words_add('contacts', now_words);
    delete from search_word where id in (select s.id from search_word s where s.area = 'contacts' and s.word = any (old_words)
        and s.word <> all (now_words) and not exists (select from contact_search c where c.words @@ quote_literal(s.word)::tsquery) for update skip locked);
    return null;
  end $$;
  revoke execute on function action_words_kept(), action_words_changed(), contact_words_kept() from public;
  create trigger action_words_came after insert on action referencing new table as came for each statement execute function action_words_kept();
  create trigger action_words_changed after update of title on action for each row when (old.title is distinct from new.title) execute function action_words_changed();
  create trigger action_words_went after delete on action referencing old table as went for each statement execute function action_words_kept();
  create trigger contact_words_came after insert on contact_search referencing new table as came for each statement execute function contact_words_kept();
  create trigger contact_words_changed after update on contact_search referencing old table as went new table as came for each statement execute function contact_words_kept();
  create trigger contact_words_went after delete on contact_search referencing old table as went for each statement execute function contact_words_kept();
`;

// As could_read says it, and the policy again after this.
const rights = `a.hidden_at is null and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or org = any (a.owner_ids)
          or a.visibility >= 1 and org = any (a.partner_ids)
          or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator')))`;
const context = `role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();`;

const newest = (number: string): string =>
  `(select words, id, changed_at, hidden_at, visibility, owner_ids, partner_ids, county_codes from action order by changed_at desc, id desc limit ${number}) a`;

const actions = `
  -- Titles with each of the words nearly so, of what this reader may see, the likest first; where more than twice as many as are asked for have them, the
  -- likest of those that were changed last. Where no title has each of several, of the newest with any of them (three times as many) those that are like the whole.
  -- Which way they are looked for says how long it takes and nothing of what is found: what she may not see takes no place.
  create or replace function action_nearly(given text, most integer) returns setof uuid language plpgsql stable security definer
    set search_path from current set plan_cache_mode = force_custom_plan as $$
  declare
    ${context}
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
      seen := (select count(*) from ${newest('200')} where ${rights} and a.words @@ wanted);
      -- As in action_best_by_text.
      if seen::bigint * seen * every > enough * 10000::bigint then
        near := array(select a.id from ${newest('600 * enough / seen')} where ${rights} and a.words @@ wanted order by a.changed_at desc, a.id desc limit enough);
      end if;
      if cardinality(near) < enough then
        near := array(select a.id from (select a.id, a.changed_at from action a where a.words @@ wanted and ${rights} offset 0) a
          order by a.changed_at desc, a.id desc limit enough);
      end if;
      return query select n.id from (select a.id, a.changed_at, word_similarity(given, a.title) as likeness from action a where a.id = any (near) offset 0) n
        where tries = 1 or n.likeness >= 0.5 order by n.likeness desc, n.changed_at desc, n.id desc limit most;
      exit when found;
    end loop;
  end $$;
`;

const actionsBefore = `
  create or replace function action_nearly(given text, most integer) returns setof uuid language plpgsql stable security definer set search_path from current as $$
  declare
    ${context}
  begin
    if role is null or most < 1 then return; end if;
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    return query select a.id from action a where ${rights} and given <% a.title
      order by word_similarity(given, a.title) desc, a.changed_at desc, a.id desc limit most;
  end $$;
`;

const contacts = (byWords: boolean): string => `
  create or replace function contact_by_text(given text[], within text[], tolerant boolean) returns setof uuid language plpgsql stable security definer set search_path from current as $$
  declare
    wanted tsquery[];
    ranking tsquery;
    patterns text[];
    tests text;
  begin
    select array_agg((coalesce(nullif(to_tsquery('swedish', quote_literal(w) || ':*')::text, '') || ' | ', '') || coalesce(nullif(to_tsquery('simple', quote_literal(w) || ':*')::text, ''), quote_literal(w))${
      byWords
        ? `\n          || coalesce(case when tolerant then ' | ' || search_words_nearly('contacts', w, '')::text end, '')`
        : ''
    })::tsquery order by at),
        array_agg('%' || replace(replace(replace(w, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' order by at),
        string_agg(format('(s.words @@ ($1)[%1$s] or s.folded like ($2)[%1$s]${
          byWords
            ? `)', at)`
            : `%2$s)', at, case when tolerant then format(' or (select ($3)[%s]) <%% s.folded', at) else '' end)`
        }, ' and ')
      into wanted, patterns, tests from unnest(given) with ordinality as t (w, at);
    select string_agg('(' || q::text || ')', ' | ')::tsquery into ranking from unnest(wanted) q;
    ${byWords ? '' : `perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);\n    `}return query execute format('select s.function_id from contact_search s where %s%s order by ts_rank(s.words, $5) desc, s.title collate "sv-SE-x-icu", s.function_id',
        case when within is null then '' else 's.counties && (''{00}'' || $4) and ' end, tests)
      using wanted, patterns, given, within, ranking;
  end $$;
`;
