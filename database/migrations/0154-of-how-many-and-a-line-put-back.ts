import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A line's counts may say of how many: a merge of two professions carries that along, and where the number comes from can be cleaned.
 * A line that is taken back lies in the trash for thirty days, and put back it has again what hung at it.
 */
export class OfHowManyAndALinePutBack1763900000154 implements MigrationInterface {
  name = 'OfHowManyAndALinePutBack1763900000154';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cleaned);
    await runner.query(
      show(", counts = case when clean ? 'sources' then sources_cleaned(counts, clean->>'sources') else counts end"),
    );
    await runner.query(swapped(carriesAll));
    await runner.query(trash);
    await runner.query(
      leaves('left_line = new.id, removed_at = case when id = any (taken) then new.removed_at else removed_at end'),
    );
    await runner.query(comesBack);
    await runner.query(keeping);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function retention_lines_due(timestamptz), retention_lines_take(timestamptz, text[]);
      drop trigger sensitive_ends on action_update;
      drop trigger attachments_of_line_back on action_update;
      drop function attachments_of_line_back();
    `);
    await runner.query(leaves('removed_at = case when id = any (taken) then clock_timestamp() else removed_at end'));
    await runner.query(`
      alter table attachment drop column left_line;
      drop trigger note_removal on action_update;
      drop index action_update_removed;
      alter table action_update drop column removed_by;
    `);
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
        when (select count(*) from said) = (select count(*) from held where sourced) then h.c || jsonb_build_object('source', s.source)
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

const trash = `
  alter table action_update add column removed_by uuid;
  create trigger note_removal before update of removed_at on action_update for each row execute function note_removal();
  create index action_update_removed on action_update (organization_id, removed_at) where removed_at is not null;
  create trigger sensitive_ends after delete on action_update for each row execute function sensitive_ends();

  alter table attachment add column left_line uuid references action_update (id) on delete set null;
  comment on column attachment.left_line is 'The line it hung at until that was taken back.';
  create index attachment_left_line on attachment (left_line) where left_line is not null;
`;

/** As 0133 has it, but for what it sets. */
const leaves = (sets: string): string => `
  create or replace function attachments_of_line() returns trigger language plpgsql security definer set search_path from current as $$
  declare
    hers boolean := (select ctx_org() = any (a.owner_ids) from action a where a.id = new.action_id);
    taken uuid[] := array(select t.id from attachment t where t.update_id = new.id and t.removed_at is null and (hers or t.organization_id = ctx_org()));
  begin
    update attachment set ${sets}, update_id = null, version = version + 1 where update_id = new.id;
    if cardinality(taken) > 0 then perform audit_write('action.attachment-taken-away', 'actions', new.action_id, 'done', null, null, taken); end if;
    return null;
  end $$;
`;

/** What went with the line has the very moment it went; what was taken away before or after on its own stays in the trash. */
const comesBack = `
  create function attachments_of_line_back() returns trigger language plpgsql security definer set search_path from current as $$
  declare
    back uuid[] := array(select t.id from attachment t where t.left_line = new.id and t.removed_at = old.removed_at);
  begin
    update attachment set removed_at = case when id = any (back) then null else removed_at end, update_id = new.id, left_line = null, version = version + 1 where left_line = new.id;
    if cardinality(back) > 0 then perform audit_write('action.attachment-added', 'actions', new.action_id, 'done', null, null, back); end if;
    return null;
  end $$;
  create trigger attachments_of_line_back after update of removed_at on action_update
    for each row when (old.removed_at is not null and new.removed_at is null) execute function attachments_of_line_back();
  revoke all on function attachments_of_line_back() from public;
`;

const keeping = `
  create function retention_lines_due(as_of timestamptz) returns table (id text, at timestamptz, organization_id uuid, reference text)
    language sql stable security definer set search_path from current as $$
    select u.id::text, u.removed_at, u.organization_id, a.reference from action_update u join action a on a.id = u.action_id
    where retention_reader() and u.removed_at < as_of - interval '30 days' and u.hidden_at is null order by 2, 1 $$;
  create function retention_lines_take(as_of timestamptz, ids text[]) returns table (id text)
    language plpgsql volatile security definer set search_path from current as $$
  #variable_conflict use_column
  begin
    if ctx_role() is not null then raise exception 'Only the night does this.' using errcode = '42501'; end if;
    return query delete from action_update u where u.id::text = any (ids) and u.removed_at < as_of - interval '30 days' and u.hidden_at is null returning u.id::text;
  end $$;
  revoke execute on function retention_lines_due(timestamptz), retention_lines_take(timestamptz, text[]) from public;
  grant execute on function retention_lines_due(timestamptz), retention_lines_take(timestamptz, text[]) to samverkan_app;
`;
