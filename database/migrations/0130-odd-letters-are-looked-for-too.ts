import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A word of letters that PostgreSQL's dictionaries know nothing of (a script it has no word for) gives an empty query, and two of the
 * searches made a broken one of it: whoever pasted such a word was told that the service had failed. It is looked for as it stands.
 */
export class OddLettersAreLookedForToo1763900000130 implements MigrationInterface {
  name = 'OddLettersAreLookedForToo1763900000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(searches((word) => `coalesce(nullif(${begins(word)}, ''), quote_literal(${word}))`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(searches(begins));
  }
}

const begins = (word: string): string => `to_tsquery('simple', quote_literal(${word}) || ':*')::text`;

const searches = (simple: (word: string) => string): string => `
  create or replace function words_wanted(given text) returns tsquery language sql immutable set search_path from current as $$
    select coalesce(nullif(string_agg(format('(%s | %s)', coalesce(stem || ' | ' || begun, quote_literal(w)), ${simple('w')}), ' & '), ''), '')::tsquery
      from (select w, stem, begun, bool_or(stem is not null) over () as telling
        from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w,
          lateral (select nullif(to_tsquery('swedish', quote_literal(w))::text, '') as stem, nullif(to_tsquery('swedish', quote_literal(w) || ':*')::text, '') as begun) s
        where w <> '') words
      -- No text keeps small words as "mot" and "och": beside others they are not asked for.
      where stem is not null or not telling
  $$;
  create or replace function contact_by_text(given text[], within text[], tolerant boolean) returns setof uuid language plpgsql stable security definer set search_path from current as $$
  declare
    wanted tsquery[];
    ranking tsquery;
    patterns text[];
    tests text;
  begin
    select array_agg((coalesce(nullif(to_tsquery('swedish', quote_literal(w) || ':*')::text, '') || ' | ', '') || ${simple('w')})::tsquery order by at),
        array_agg('%' || replace(replace(replace(w, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' order by at),
        string_agg(format('(s.words @@ ($1)[%1$s] or s.folded like ($2)[%1$s]%2$s)', at, case when tolerant then format(' or ($3)[%s] <%% s.folded', at) else '' end), ' and ')
      into wanted, patterns, tests from unnest(given) with ordinality as t (w, at);
    select string_agg('(' || q::text || ')', ' | ')::tsquery into ranking from unnest(wanted) q;
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    return query execute format('select s.function_id from contact_search s where %s%s order by ts_rank(s.words, $5) desc, s.title collate "sv-SE-x-icu", s.function_id',
        case when within is null then '' else 's.counties && (''{00}'' || $4) and ' end, tests)
      using wanted, patterns, given, within, ranking;
  end $$;
`;
