import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is done towards a goal is told on pages that anybody opens: what is open to all is looked up by itself, not among everything. And a word that the
 * last who had it took away at the same moment stood among the words for ever: those that nobody has are swept out each day, and those that are missing added.
 */
export class WhatIsOpenIsLookedUp1763900000156 implements MigrationInterface {
  name = 'WhatIsOpenIsLookedUp1763900000156';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(open);
    await runner.query(sweep);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function search_words_sweep()');
    await runner.query('drop function action_open_by_goals(uuid[]); drop index action_open_goals');
  }
}

const open = `
  create index action_open_goals on action using gin (goal_ids) where visibility = 4 and hidden_at is null;
  create function action_open_by_goals(given uuid[]) returns setof uuid language sql stable security definer set search_path from current as $$
    select id from action where goal_ids && given and visibility = 4 and hidden_at is null $$;
  revoke execute on function action_open_by_goals(uuid[]) from public;
  grant execute on function action_open_by_goals(uuid[]) to samverkan_app;
`;

const sweep = `
  create function search_words_sweep() returns void language plpgsql volatile security definer set search_path from current as $$
  begin
    delete from search_word s where s.area = 'actions' and not exists (select from action a where a.words @@ (quote_literal(s.word) || ':A')::tsquery);
    delete from search_word s where s.area = 'contacts' and not exists (select from contact_search c where c.words @@ quote_literal(s.word)::tsquery);
    perform search_words_add('actions', array(select distinct w from action a, unnest(search_words_of(ts_filter(a.words, '{a}'))) w));
    perform search_words_add('contacts', array(select distinct w from contact_search c, unnest(search_words_of(c.words)) w));
  end $$;
  revoke execute on function search_words_sweep() from public;
  grant execute on function search_words_sweep() to samverkan_app;
`;
