import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is taken out of the trash for good takes its own words along, those it had before too, and nobody else's; and goes only while it lies
 * there. An assessment comes back within thirty days, as all else does.
 */
export class WhatGoesForGoodGoesWhole1763900000131 implements MigrationInterface {
  name = 'WhatGoesForGoodGoesWhole1763900000131';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(words(own));
    await runner.query(restore(`and a.hidden_at is null and a.discarded_at > now() - interval '30 days'`));
    for (const [name, body] of Object.entries(whileItLies)) await runner.query(purge(name, body));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(words(likened));
    await runner.query(restore(''));
    for (const [name, body] of Object.entries(before)) await runner.query(purge(name, body));
  }
}

/** What a goal's history says lies with its strategy, by the goal's identity; its being taken away and put back by the title it had then. */
const own = {
  said: `phrases || array(select w from change_log c, lateral (values (c.before->>'words'), (c.after->>'words')) v (w)
      where c.object_id = whole and c.field in ('goal', 'goal.title') and c.after->>'goalId' = any (objects::text[]) and w is not null)`,
  rows: `(after->>'goalId' = any (objects::text[]) or before #>> '{}' = any (said) or after #>> '{}' = any (said))`,
};
const likened = {
  said: 'array(select p from unnest(phrases) p where length(p) >= 3)',
  rows: `(holds_phrase(coalesce(before, 'null'), said) or holds_phrase(coalesce(after, 'null'), said))`,
};
const words = ({ said, rows }: { said: string; rows: string }): string => `
  create or replace function trash_words_purge(objects uuid[], phrases text[], whole uuid) returns void language plpgsql volatile security definer set search_path from current as $$
  declare
    said text[] := ${said};
  begin
    update change_log set before = case when before is null or before = 'null' then before else '"[borttaget]"' end,
      after = case when after is null or after = 'null' then after else '"[borttaget]"' end
      where object_id = any (objects) or object_id = whole and ${rows};
    update idempotency set body = null where body is not null and holds_phrase(body, objects::text[]);
    delete from draft d using unnest(objects) o where d.key like '%' || o::text || '%';
  end $$;
`;

const restore = (bound: string): string => `
  create or replace function assessment_restore(target uuid) returns boolean language plpgsql security definer set search_path from current as $$
  begin
    update assessment a set discarded_at = null, version = a.version + 1
      where a.id = target and a.signed_at is null and a.discarded_at is not null and a.organization_id = ctx_org() and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin') ${bound};
    return found;
  end $$;
`;

const purge = (name: string, body: string): string => `
  create or replace function trash_purge_${name}(target uuid) returns text language plpgsql volatile security definer set search_path from current as $$
  declare
    branch uuid[]; titles text[]; whole uuid;
  begin
    ${body}
    return 'gone';
  end $$;
`;
const lies = (where: string): string => `if not exists (select from ${where}) then return null; end if;`;
/** Held, so that whoever puts it back at the same moment either comes first, and it stays, or finds it gone. */
const held = (
  table: string,
  at: string,
): string => `perform from ${table} where id = target and ${at} is not null for update;
    if not found then return null; end if;`;

const bodies = (first: (table: string, at: string) => string): Readonly<Record<string, string>> => ({
  strategy: `${first('strategy', 'discarded_at')}
    ${lies('strategies_thrown_away() x where x.id = target')}
    if not strategy_may_go(target) then return 'trash.is-in-use'; end if;
    perform trash_words_purge(target || array(select g.id from goal g where g.strategy_id = target), '{}', null);
    perform strategy_draft_delete(target);`,
  goal: `${first('goal', 'removed_at')}
    ${lies('goals_thrown_away() x where x.id = target')}
    if not goal_may_go(target) then return 'trash.is-in-use'; end if;
    with recursive tree as (select g.id, g.title, g.strategy_id from goal g where g.id = target union select g.id, g.title, g.strategy_id from goal g join tree t on g.parent_id = t.id)
      select array_agg(t.id), array_agg(t.title), (array_agg(t.strategy_id))[1] into branch, titles, whole from tree t;
    perform trash_words_purge(branch, titles, whole);
    perform goal_branch_delete(branch);`,
  assessment: `${first('assessment', 'discarded_at')}
    ${lies('assessments_thrown_away() x where x.id = target')}
    perform trash_words_purge(array[target], '{}', null);
    delete from assessment where id = target;`,
  public_text: `${first('public_text', 'removed_at')}
    ${lies('public_texts_thrown_away() x where x.id = target')}
    perform trash_words_purge(array[target], '{}', null);
    delete from public_text where id = target;`,
});
const whileItLies = bodies(held);
const before = bodies(() => '');
