import type { MigrationInterface, QueryRunner } from 'typeorm';

const writes = `('coordinator', 'partner', 'county_staff', 'county_admin')`;
const tables = ['strategy', 'goal', 'assessment', 'public_text', 'organization_withdrawn'] as const;

/** Whoever may put something back may also let it go at once: what somebody happened to write of a person does not lie for thirty days out of everybody's reach. */
export class WhatLiesInTheTrashCanGoAtOnce1763900000129 implements MigrationInterface {
  name = 'WhatLiesInTheTrashCanGoAtOnce1763900000129';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables)
      await runner.query(
        `create trigger sensitive_ends after delete on ${table} for each row execute function sensitive_ends()`,
      );
    await runner.query(words);
    for (const [name, body] of Object.entries(purges)) await runner.query(purge(name, body));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(purges)) await runner.query(`drop function trash_purge_${name}(uuid)`);
    await runner.query('drop function trash_words_purge(uuid[], text[], uuid)');
    for (const table of tables) await runner.query(`drop trigger sensitive_ends on ${table}`);
  }
}

const words = `
  -- What was kept beside the things themselves: their history and that of the whole they stood in, answers kept for retries, forms begun.
  create function trash_words_purge(objects uuid[], phrases text[], whole uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  declare
    said text[] := array(select p from unnest(phrases) p where length(p) >= 3);
  begin
    update change_log set before = case when before is null or before = 'null' then before else '"[borttaget]"' end,
      after = case when after is null or after = 'null' then after else '"[borttaget]"' end
      where object_id = any (objects) or object_id = whole and (holds_phrase(coalesce(before, 'null'), said) or holds_phrase(coalesce(after, 'null'), said));
    update idempotency set body = null where body is not null and holds_phrase(body, objects::text[]);
    delete from draft d using unnest(objects) o where d.key like '%' || o::text || '%';
  end $$;
  revoke execute on function trash_words_purge(uuid[], text[], uuid) from public;
`;

/** Null where it is not hers; else 'gone', or why it cannot go. */
const purge = (name: string, body: string): string => `
  create function trash_purge_${name}(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    branch uuid[]; titles text[]; whole uuid;
  begin
    ${body}
    return 'gone';
  end $$;
  revoke execute on function trash_purge_${name}(uuid) from public;
  grant execute on function trash_purge_${name}(uuid) to samverkan_app;
`;
const lies = (where: string): string => `if not exists (select from ${where}) then return null; end if;`;

const purges: Readonly<Record<string, string>> = {
  strategy: `${lies('strategies_thrown_away() x where x.id = target')}
    if not strategy_may_go(target) then return 'trash.is-in-use'; end if;
    perform trash_words_purge(target || array(select g.id from goal g where g.strategy_id = target), '{}', null);
    perform strategy_draft_delete(target);`,
  goal: `${lies('goals_thrown_away() x where x.id = target')}
    if not goal_may_go(target) then return 'trash.is-in-use'; end if;
    with recursive tree as (select g.id, g.title, g.strategy_id from goal g where g.id = target union select g.id, g.title, g.strategy_id from goal g join tree t on g.parent_id = t.id)
      select array_agg(t.id), array_agg(t.title), (array_agg(t.strategy_id))[1] into branch, titles, whole from tree t;
    perform trash_words_purge(branch, titles, whole);
    perform goal_branch_delete(branch);`,
  assessment: `${lies('assessments_thrown_away() x where x.id = target')}
    perform trash_words_purge(array[target], '{}', null);
    delete from assessment where id = target;`,
  public_text: `${lies('public_texts_thrown_away() x where x.id = target')}
    perform trash_words_purge(array[target], '{}', null);
    delete from public_text where id = target;`,
  party: `delete from organization_withdrawn where id = target and (organization_id = ctx_org() or content->'party'->>'registrar_id' = ctx_org()::text)
      and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin', 'system_admin');
    if not found then return null; end if;
    perform trash_words_purge(array[target], '{}', null);`,
  filter: `delete from action_filter f where f.id = target and f.removed_at is not null and f.organization_id = ctx_org() and (f.user_id is null or f.user_id = ctx_user()) and ctx_role() in ${writes};
    if not found then return null; end if;
    perform trash_words_purge(array[target], '{}', null);`,
};
