import type { Searchable } from '@samverkan/shared/api';

/** What is spelt nearly so is asked for only when nothing has the words as they were written. */
export const searchedActions: Searchable = {
  group: 'actions',
  found: `select id, at from action_best_by_text($1::text, $2::int) with ordinality b (id, at) where not $4::boolean
    union all select id, at from action_nearly($1::text, case when $4::boolean then $2::int else 0 end) with ordinality n (id, at)`,
  row: `select a.title, (select string_agg(o.name, ', ' order by array_position(a.owner_ids, o.id)) from organization o where o.id = any (a.owner_ids)) as about,
    '/insatser/' || a.id as path from action a where a.id = f.id`,
  list: '/insatser',
};
