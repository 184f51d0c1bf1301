import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A line's counts may say of how many: a merge of two professions carries that along, and where the number comes from can be cleaned. */
export class OfHowManyAndALinePutBack1763900000154 implements MigrationInterface {
  name = 'OfHowManyAndALinePutBack1763900000154';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cleaned);
    await runner.query(
      show(", counts = case when clean ? 'sources' then sources_cleaned(counts, clean->>'sources') else counts end"),
    );
    await runner.query(swapped(carriesAll));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(swapped(carriesCounts));
    await runner.query(show(''));
    await runner.query('drop function sources_cleaned(jsonb, text)');
  }
}

const cleaned = `
  -- The text has a line for each source, in their order. Where there are fewer or more lines than sources nobody can say which is which:
  -- then a source stays that still stands there word for word, and the others go.
  create function sources_cleaned(counts jsonb, clean text) returns jsonb language sql immutable parallel safe as $$
    with said as materialized (select btrim(x) as source, n from regexp_split_to_table(clean, '\\n') with ordinality r (x, n)),
      held as materialized (select c, o, coalesce(c->>'source', '') <> '' as sourced, row_number() over (partition by coalesce(c->>'source', '') <> '' order by o) as n
        from jsonb_array_elements(counts) with ordinality e (c, o))
    select coalesce(jsonb_agg(case when not h.sourced then h.c
        when (select count(*) from said) = (select count(*) from held where sourced) then h.c || jsonb_build_object('source', left(s.source, 120))
        when exists (select from said where source = h.c->>'source') then h.c
        else h.c || jsonb_build_object('source', '') end order by h.o), '[]')
    from held h left join said s on s.n = h.n
  $$;
  revoke execute on function sources_cleaned(jsonb, text) from public;
`;

/** As 0012 has it. */
const show = (counts: string): string => `
  create or replace function action_text_show(target_kind text, target uuid, clean jsonb) returns void language plpgsql security definer set search_path from current as $$
  begin
    if not exists (select 1 from sensitive_text s where s.object_id = target and s.ended_at is null and may_purge(s.owner_ids, s.county_codes)) then
      raise exception 'Nothing of this is hidden.' using errcode = '42501';
    end if;
    if target_kind = 'action' then
      update action set hidden_at = null, version = version + 1, changed_at = clock_timestamp(),
        title = coalesce(clean->>'title', title), description = coalesce(clean->>'description', description),
        responsible_function = case when clean ? 'responsibleFunction' then nullif(clean->>'responsibleFunction', '') else responsible_function end,
        cancel_reason = case when clean ? 'cancelReason' then nullif(clean->>'cancelReason', '') else cancel_reason end,
        partner_names = case when clean ? 'partnerNames' then array(select btrim(n) from regexp_split_to_table(clean->>'partnerNames', '\\n') n where btrim(n) <> '') else partner_names end
        where id = target;
    else
      update action_update set hidden_at = null, version = version + 1, done = coalesce(clean->>'done', done),
        effect = case when clean ? 'effect' then nullif(clean->>'effect', '') else effect end${counts} where id = target;
    end if;
  end $$;
`;

const carriesCounts = `
    select coalesce(jsonb_agg(jsonb_build_object('profession', c, 'count', n) order by at), '[]') from (
      select case x->>'profession' when old then new else x->>'profession' end as c, sum((x->>'count')::int) as n, min(o) as at
      from jsonb_array_elements(counts) with ordinality e (x, o) group by 1) s`;

/** Two that become one are out of both numbers together; where one of them has none, it is not known of how many they are. */
const carriesAll = `
    select coalesce(jsonb_agg(jsonb_build_object('profession', c, 'count', n) || case when whole is null then '{}' else
        jsonb_build_object('of', whole, 'about', about, 'source', source) end order by at), '[]') from (
      select case x->>'profession' when old then new else x->>'profession' end as c, sum((x->>'count')::int) as n, min(o) as at,
        case when bool_and(x ? 'of') then sum((x->>'of')::int) end as whole, coalesce(bool_or((x->>'about')::boolean), false) as about,
        coalesce(string_agg(distinct nullif(x->>'source', ''), '; '), '') as source
      from jsonb_array_elements(counts) with ordinality e (x, o) group by 1) s`;

const swapped = (body: string): string => `
  create or replace function professions_swapped(counts jsonb, old text, new text) returns jsonb language sql immutable parallel safe as $$${body}
  $$;
`;
