import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of actions with a word the newest are weighed. A common word is met among the newest of all; a rare one is looked up, never waited for while all actions
 * go by in their order. PostgreSQL does not know how rare a word is that is only begun; a look at the newest tells.
 */
export class ARareWordIsLookedUp1763900000137 implements MigrationInterface {
  name = 'ARareWordIsLookedUp1763900000137';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(best(lookedUp));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(best(inOrder));
  }
}

const readable = `a.hidden_at is null and (a.visibility = 4 or role <> 'system_admin' and (a.visibility = 3 or org = any (a.owner_ids)
          or a.visibility >= 1 and org = any (a.partner_ids)
          or a.county_codes && mine and (a.visibility >= 1 and role in ('county_staff', 'county_admin') or a.visibility = 2 and role = 'coordinator')))`;
const newest = (most: string) =>
  `select words, id, changed_at, hidden_at, visibility, owner_ids, partner_ids, county_codes from action order by changed_at desc, id desc limit ${most}`;
const asTyped = String.raw`'%' || replace(replace(replace(given, '\', '\\'), '%', '\%'), '_', '\_') || '%'`;

const best = ({ declared, body }: { declared: string; body: string }): string => `
  create or replace function action_best_by_text(given text, most integer) returns setof uuid
    language plpgsql stable security definer set search_path from current set plan_cache_mode = force_custom_plan as $$
  declare
    role text := ctx_role(); org uuid := ctx_org(); mine text[] := ctx_counties();
    wanted tsquery := words_wanted(given);
    ${declared}
  begin
    if role is null then return; end if;
    ${body}
  end $$;
`;

const lookedUp = {
  declared: `called text := upper(btrim(given)); near uuid[] := '{}'; seen integer; every bigint := (select greatest(reltuples, 1) from pg_class where oid = 'action'::regclass);`,
  body: `seen := (select count(*) from (${newest('200')}) a where ${readable} and a.words @@ wanted);
    -- So many of two hundred have it: 200 * most / seen are read in their order until there are enough, every * seen / 200 are looked up; one of these costs four of those.
    if seen::bigint * seen * every > most * 10000::bigint then
      near := array(select a.id from (${newest('600 * most / seen')}) a
        where ${readable} and a.words @@ wanted order by a.changed_at desc, a.id desc limit most);
    end if;
    if cardinality(near) < most then
      near := array(select a.id from (select a.id, a.changed_at from action a where a.words @@ wanted and ${readable} offset 0) a
        order by a.changed_at desc, a.id desc limit most);
    end if;
    near := near || array(select a.id from action a where a.reference = called and ${readable} and a.id <> all (near));
    return query select a.id from action a where a.id = any (near)
      order by a.reference = called desc, ts_rank(a.words, wanted) desc, a.changed_at desc, a.id desc limit most;
    if cardinality(near) < most and length(given) >= 3 then
      return query select a.id from (select a.id, a.changed_at from action a where a.title ilike ${asTyped} and ${readable} offset 0) a
        where a.id <> all (near) order by a.changed_at desc, a.id desc limit most - cardinality(near);
    end if;`,
};

/** As 0090 had it. */
const inOrder = {
  declared: 'found integer;',
  body: `return query select near.id from (select a.id, a.reference, a.words, a.changed_at from action a
        where ${readable} and (a.words @@ wanted or a.reference = upper(btrim(given)))
        order by a.changed_at desc, a.id desc limit most) near
      order by near.reference = upper(btrim(given)) desc, ts_rank(near.words, wanted) desc, near.changed_at desc, near.id desc;
    get diagnostics found = row_count;
    if found < most and length(given) >= 3 then
      return query select a.id from action a
        where ${readable} and a.title ilike ${asTyped}
          and (a.words @@ wanted) is not true and a.reference <> upper(btrim(given))
        order by a.changed_at desc, a.id desc limit most - found;
    end if;`,
};
