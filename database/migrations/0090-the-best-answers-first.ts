import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searching actions: the words of a search are read in one place, and whoever asks for the best answers need not have all of them fetched. */
export class TheBestAnswersFirst1763900000090 implements MigrationInterface {
  name = 'TheBestAnswersFirst1763900000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function action_best_by_text(text, integer), action_nearly(text, integer);`);
    await runner.query(byText(wantedBefore, 'declare\n    wanted tsquery;\n'));
    await runner.query('drop function words_wanted(text);');
  }
}

const wantedBefore = `select coalesce(nullif(string_agg(format('(%s | %s)',
        coalesce(nullif(to_tsquery('swedish', quote_literal(w) || ':*')::text, ''), quote_literal(w)),
        to_tsquery('simple', quote_literal(w) || ':*')::text), ' & '), ''), '')::tsquery into wanted
      from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where w <> '';`;

const titled = `a.title ilike '%' || replace(replace(replace(given, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;

// As could_read says it, and the policy again after this.
const rights = `a.hidden_at is null and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or org = any (a.owner_ids)
          or a.visibility >= 1 and org = any (a.partner_ids)
          or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator')))`;

const byText = (wanted: string, declared: string) => `
  create or replace function action_by_text(given text) returns setof uuid language plpgsql stable security definer set search_path from current as $$
  ${declared}  begin
    ${wanted}
    return query select a.id from action a where a.words @@ wanted
      union select a.id from action a where a.reference = upper(btrim(given))
      union select a.id from action a where length(given) >= 3
        and ${titled};
  end $$;`;

const up = `
  -- Every word of a search as its stem or as it begins; nothing is asked of any row. The stem stands by itself too: of how many have it PostgreSQL knows,
  -- of how many begin so it guesses too low, and would fetch every sixth row of all there are instead of looking from the newest on.
  create function words_wanted(given text) returns tsquery language sql immutable set search_path from current as $$
    select coalesce(nullif(string_agg(format('(%s | %s)', coalesce(stem || ' | ' || begun, quote_literal(w)), to_tsquery('simple', quote_literal(w) || ':*')::text), ' & '), ''), '')::tsquery
      from (select w, stem, begun, bool_or(stem is not null) over () as telling
        from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w,
          lateral (select nullif(to_tsquery('swedish', quote_literal(w))::text, '') as stem, nullif(to_tsquery('swedish', quote_literal(w) || ':*')::text, '') as begun) s
        where w <> '') words
      -- No text keeps small words as "mot" and "och": beside others they are not asked for.
      where stem is not null or not telling
  $$;
  ${byText('wanted := words_wanted(given);', 'declare\n    wanted tsquery;\n')}

  -- Of the actions that answer to the words and that this reader may see, those that were changed last, the best answer first. Rights come before the
  -- number, so that what is hidden takes no place. The plan is made anew each time: a word that every sixth has is looked for from the newest on, a rare one
  -- by its index. In the midst of a title's words it is looked for only where words as they begin give too few.
  create function action_best_by_text(given text, most integer) returns setof uuid language plpgsql stable security definer
    set search_path from current set plan_cache_mode = force_custom_plan as $$
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    wanted tsquery := words_wanted(given);
    found integer;
  begin
    if role is null then return; end if;
    return query select near.id from (select a.id, a.reference, a.words, a.changed_at from action a
        where ${rights} and (a.words @@ wanted or a.reference = upper(btrim(given)))
        order by a.changed_at desc, a.id desc limit most) near
      order by near.reference = upper(btrim(given)) desc, ts_rank(near.words, wanted) desc, near.changed_at desc, near.id desc;
    get diagnostics found = row_count;
    if found < most and length(given) >= 3 then
      return query select a.id from action a
        where ${rights} and ${titled}
          and (a.words @@ wanted) is not true and a.reference <> upper(btrim(given))
        order by a.changed_at desc, a.id desc limit most - found;
    end if;
  end $$;
  -- Titles spelt nearly so, the likest first, of what this reader may see.
  create function action_nearly(given text, most integer) returns setof uuid language plpgsql stable security definer set search_path from current as $$
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
  begin
    if role is null or most < 1 then return; end if;
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    return query select a.id from action a where ${rights} and given <% a.title
      order by word_similarity(given, a.title) desc, a.changed_at desc, a.id desc limit most;
  end $$;
  revoke execute on function action_best_by_text(text, integer), action_nearly(text, integer) from public;
  grant execute on function action_best_by_text(text, integer), action_nearly(text, integer) to samverkan_app;
`;
