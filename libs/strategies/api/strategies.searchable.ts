import type { Searchable } from '@samverkan/shared/api';

// A county has few of these: their titles are read as they stand, under the reader's rights.
const answers = (title: string) =>
  `(to_tsvector('swedish', ${title}) @@ words_wanted($1::text) or $4::boolean and word_similarity($1::text, ${title}) >= 0.5)`;
const near = (title: string) =>
  `ts_rank(to_tsvector('swedish', ${title}), words_wanted($1::text)) desc, word_similarity($1::text, ${title}) desc`;

const named = `s.title || ' ' || s.short_title`;

export const searchedStrategies: Searchable = {
  group: 'strategies',
  found: `select s.id, row_number() over (order by ${near(named)}, s.starts_on desc nulls last, s.id) as at from strategy s
    where ${answers(named)} order by at limit $2::int`,
  row: `select s.title, (select o.name from organization o where o.id = s.owner_organization_id) as about, '/strategier/' || s.id as path from strategy s where s.id = f.id`,
};

export const searchedGoals: Searchable = {
  group: 'goals',
  found: `select g.id, row_number() over (order by ${near('g.title')}, s.starts_on desc nulls last, g.sort, g.id) as at
    from goal g join strategy s on s.id = g.strategy_id where not g.placeholder and ${answers('g.title')} order by at limit $2::int`,
  row: `select g.number || ' ' || g.title as title, s.short_title as about, '/strategier/' || s.id || '/mal/' || g.id as path
    from goal g join strategy s on s.id = g.strategy_id where g.id = f.id`,
};
