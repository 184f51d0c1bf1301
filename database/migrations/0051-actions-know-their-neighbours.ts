import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever plans is told of similar actions by name as far as she may see them, and of the rest that there is at least one, once. */
export class ActionsKnowTheirNeighbours1763900000051 implements MigrationInterface {
  name = 'ActionsKnowTheirNeighbours1763900000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(neighbours);
    await runner.query(alike);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger action_alike on action;
      drop function action_alike(), action_neighbours(text, text, uuid[], text[], text[], text[], text[], date, date, uuid, integer);
      drop index action_unpublished;
      alter table action drop column alike, drop column alike_on;
    `);
  }
}

// It looks at what this reader may see and at nothing else before it ranks: what she may not see neither takes a place nor leaves a gap.
const neighbours = `
  create function action_neighbours(given text, of_kind text, goals uuid[], places text[], counties text[], groups text[], violence text[], starts date, ends date, except_id uuid, most integer)
    returns setof uuid language plpgsql stable security definer set search_path from current as $$
  declare
    -- Asked once: for each row they would cost more than the row.
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    wanted tsquery;
  begin
    if role is null then return; end if;
    -- Any of the words of a title, as their stems.
    select coalesce(nullif(string_agg(to_tsquery('swedish', quote_literal(w))::text, ' | ') filter (where to_tsquery('swedish', quote_literal(w))::text <> ''), ''), '')::tsquery into wanted
      from (select distinct w from regexp_split_to_table(lower(regexp_replace(given, '[^[:alnum:]]+', ' ', 'g')), ' ') w where length(w) > 2 limit 12) words;
    return query
      with seen as materialized (
        select a.id, a.starts_on, a.title, a.words, a.words @@ wanted as worded, a.goal_ids && goals as goal, a.kind = of_kind as kind,
          a.municipality_codes && places as place, a.county_codes && counties as county, a.target_groups && groups or a.forms && violence as subject
        from action a
        where (a.words @@ wanted or a.goal_ids && goals) and a.status in ('planned', 'ongoing', 'paused')
          and (a.ends_on is null or a.ends_on >= coalesce(starts, today()) - 92)
          and (a.starts_on is null or a.starts_on <= coalesce(ends, starts, today()) + 184)
          and a.id is distinct from except_id and a.hidden_at is null and org <> all (a.owner_ids)
          -- As could_read says it, and the policy again after this.
          and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or a.visibility >= 1 and org = any (a.partner_ids)
            or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator')))),
      -- The likest by what is cheap to see; words are weighed among those alone.
      near as (select s.*, 2 * coalesce(s.goal, false)::int + 1.5 * coalesce(s.kind, false)::int + 1.5 * coalesce(s.place, false)::int
          + 0.5 * coalesce(s.county, false)::int + 0.5 * coalesce(s.subject, false)::int as rest from seen s
        where coalesce(s.worded, false)::int + coalesce(s.goal, false)::int + coalesce(s.kind, false)::int + coalesce(s.place, false)::int >= 2
          -- One thing in common is chance, but for nearly the same title where nothing else is said yet.
          or of_kind is null and s.worded and similarity(s.title, given) >= 0.5
        order by 2 * coalesce(s.worded, false)::int + 2 * coalesce(s.goal, false)::int + 1.5 * coalesce(s.kind, false)::int + 1.5 * coalesce(s.place, false)::int
          + 0.5 * coalesce(s.county, false)::int + 0.5 * coalesce(s.subject, false)::int desc, s.starts_on desc nulls last, s.id limit 300),
      weighed as (select n.id, n.starts_on, n.goal, n.rest, greatest(8 * ts_rank(n.words, wanted), 3 * similarity(n.title, given)) as likeness from near n)
      select w.id from weighed w where w.goal or w.likeness >= 0.9 order by w.rest + w.likeness desc, w.starts_on desc nulls last, w.id limit most;
  end $$;
  revoke execute on function action_neighbours(text, text, uuid[], text[], text[], text[], text[], date, date, uuid, integer) from public;
  grant execute on function action_neighbours(text, text, uuid[], text[], text[], text[], text[], date, date, uuid, integer) to samverkan_app;
`;

// Asked once, when others get to see the plan, of kind and county alone, and never again: whatever is written, edited or asked for later tells nothing more.
const alike = `
  alter table action add column alike boolean, add column alike_on date;
  comment on column action.alike is 'Whether somebody else in its counties had an unpublished action of the same kind when this one was first shown to others. For its owners.';
  create index action_unpublished on action (kind) where visibility <= 1 and status in ('draft', 'planned', 'ongoing');
  create function action_alike() returns trigger language plpgsql security definer set search_path from current as $$
  begin
    new.alike_on := today();
    -- Five a day for an organisation: nobody publishes plans to find out about others'.
    new.alike := (select count(*) < 5 from action a where a.owner_ids && array[ctx_org()] and a.alike_on = new.alike_on)
      and exists (select from action h where h.kind = new.kind and h.visibility <= 1 and h.status in ('draft', 'planned', 'ongoing') and h.hidden_at is null
        and h.county_codes && new.county_codes and not h.owner_ids && new.owner_ids and not (h.visibility = 1 and h.partner_ids && new.owner_ids));
    return new;
  end $$;
  create trigger action_alike before insert or update on action for each row
    when (new.alike_on is null and new.visibility >= 2 and new.status in ('planned', 'ongoing') and ctx_role() is not null)
    execute function action_alike();
  revoke execute on function action_alike() from public;
`;
