// The matrix from what is kept (migration 0028), as this reader sees it: goals in their tree against the goals of a frame or the municipalities.
// Sets of goals are counted, never goals: an action with two of them stands in one set and is counted once wherever both are asked for.
import type { CoverageQuery } from '@samverkan/coverage/contract';
import { isVacant } from '@samverkan/contacts/api';
import { moment } from '@samverkan/shared/api';

const frameKinds = `array['national_strategy', 'action_programme', 'policy_goals']`;

const ref = (s: string) => `'id', ${s}.id, 'kind', ${s}.kind, 'title', ${s}.title, 'titleEn', ${s}.title_en,
  'shortTitle', ${s}.short_title, 'shortTitleEn', ${s}.short_title_en, 'startsOn', ${s}.starts_on, 'endsOn', ${s}.ends_on,
  'status', ${s}.status, 'expired', coalesce(${s}.ends_on < today(), false)`;

/** The strategy $1, each of its goals with those under it, and every set of goals that holds any of them. */
const ground = (statuses: string, places: string) => `
  own as materialized (select * from strategy s where s.id = $1),
  aims as materialized (select * from goal g where g.strategy_id = $1),
  under as materialized (
    select id as root, id as goal, 0 as steps from aims
    union all select u.root, a.id, u.steps + 1 from under u join aims a on a.parent_id = u.goal where u.steps < 20),
  sets as materialized (select * from coverage_sets(array(select id from aims))),
  counted as materialized (
    select c.goal_set_id as id, c.place, sum(c.count)::int as n
    from audience a join coverage c on c.audience_id = a.id
    where c.goal_set_id = any (array(select id from sets)) and ${places} and ${statuses}
    group by 1, 2),
  members as materialized (select s.id, x as goal from sets s cross join lateral unnest(s.goal_ids) x),
  roots as materialized (select distinct u.root, m.id from members m join under u on u.goal = m.goal)`;

/** The strategy's parties as far as they are known, and which of them have a commitment that stands to each goal or to one under it. */
const commitments = `
  signed as materialized (select distinct y.organization_id as id from signatory y where y.strategy_id = $1 and y.organization_id is not null
    and y.withdrawn_on is null and (select ctx_role()) <> 'system_admin'),
  committed as materialized (select distinct u.root, c.organization_id as id from under u join commitment c on c.goal_id = u.goal join signed s on s.id = c.organization_id
    where c.withdrawn_on is null and (c.ends_on is null or c.ends_on >= today()))`;

const places = `places as materialized (
    select m.code, m.name from municipality m
    where m.county_code = any (case when (select county_codes from own) = '{}' then (select ctx_counties())::text[] else (select county_codes from own) end))`;

const wanted = `($2 = 'all' or c.status in ('planned', 'ongoing', 'paused'))`;

/** Columns and what stands in each: `col (key, at, number, title, title_en)` and `holds (at, id, place)`, the sets that a column counts. */
const columnsBy: Record<CoverageQuery['by'], string> = {
  frame: `
  frames as materialized (
    select s.*, row_number() over (order by array_position(${frameKinds}, s.kind), s.starts_on desc, s.id) as at,
      (select count(*)::int from goal g where g.strategy_id = s.id) as goals,
      exists (select 1 from strategy_frame i where i.strategy_id = $1 and i.frame_id = s.id) as implemented
    from strategy s where s.kind = any (${frameKinds}) and s.id <> $1 and exists (select 1 from goal g where g.strategy_id = s.id)),
  shown as materialized (select f.id from frames f where $3::uuid is null or f.id = $3 order by f.implemented desc, f.at limit 1),
  col as materialized (
    select g.id::text as key, row_number() over (order by g.sort, g.id) as at, g.number, g.title, g.title_en
    from goal g where g.strategy_id = (select id from shown) and g.parent_id is null),
  -- As goals_that_serve tells it to the list, for every column at once and only among the goals that are met here.
  below as materialized (
    select c.at, c.key::uuid as goal from col c union all select b.at, g.id from below b join goal g on g.parent_id = b.goal),
  serving as materialized (
    select at, goal from below
    union select b.at, l.goal_id from (select distinct goal from members) m join goal_link l on l.goal_id = m.goal join below b on b.goal = l.frame_goal_id),
  holds as materialized (select distinct v.at, m.id, '*' as place from members m join serving v on v.goal = m.goal)`,
  municipality: `
  shown as materialized (select null::uuid as id),
  frames as materialized (
    select s.*, row_number() over (order by array_position(${frameKinds}, s.kind), s.starts_on desc, s.id) as at,
      (select count(*)::int from goal g where g.strategy_id = s.id) as goals
    from strategy s where ($3::uuid is null or true) and s.kind = any (${frameKinds}) and s.id <> $1 and exists (select 1 from goal g where g.strategy_id = s.id)),
  ${places},
  col as materialized (
    select p.code as key, row_number() over (order by p.name collate "sv-SE-x-icu") as at, null::text as number, p.name as title, null::text as title_en from places p
    union all select '-', 1000, null, '', null),
  holds as materialized (select col.at, s.id, col.key as place from col cross join sets s)`,
};

/** `Coverage` of strategy $1 as JSON text; $2 `open` or `all`, $3 the frame or null. No row where the reader sees no such strategy or frame. */
export const coverageMatrix = (by: CoverageQuery['by']): string => `
  with recursive ${ground(wanted, by === 'frame' ? `c.place = '*'` : 'true')},
  ${commitments},
  ${columnsBy[by]},
  -- What each column counts in each set, found once and added up along the tree.
  held as materialized (select h.at, h.id, c.n from holds h join counted c on c.id = h.id and c.place = h.place),
  cells as materialized (select r.root, h.at, sum(h.n)::int as n from held h join roots r on r.id = h.id group by 1, 2),
  totals as materialized (select r.root, sum(c.n)::int as n from roots r join counted c on c.id = r.id and c.place = '*' group by 1),
  tree as materialized (
    select a.id, array[a.sort] as path from aims a where a.parent_id is null or not exists (select 1 from aims p where p.id = a.parent_id)
    union all select a.id, t.path || a.sort from tree t join aims a on a.parent_id = t.id where cardinality(t.path) < 20),
  lines as (
    select a.*, (select t.path from tree t where t.id = a.id) as path, coalesce((select n from totals t where t.root = a.id), 0) as total, array(select u.goal from under u where u.root = a.id order by u.steps, u.goal) as goal_ids,
      (select coalesce(json_agg(coalesce(c.n, 0) order by col.at), '[]') from col left join cells c on c.at = col.at and c.root = a.id) as cells
    from aims a)
  select json_build_object(
    'countedAt', ${moment('now()')},
    'strategy', (select json_build_object(${ref('s')}) from own s),
    'frames', (select coalesce(json_agg(json_build_object(${ref('f')}, 'goalCount', f.goals) order by f.at), '[]') from frames f),
    'frame', (select id from shown),
    'columns', (select coalesce(json_agg(json_build_object('key', col.key, 'number', col.number, 'title', col.title, 'titleEn', col.title_en,
        'total', (select coalesce(sum(h.n), 0)::int from held h where h.at = col.at)) order by col.at), '[]') from col),
    'rows', (select coalesce(json_agg(json_build_object('goalId', l.id, 'number', l.number, 'title', l.title, 'titleEn', l.title_en, 'parentId', l.parent_id,
        'placeholder', l.placeholder, 'goalIds', to_json(l.goal_ids), 'total', l.total, 'cells', l.cells,
        'committed', (select count(*)::int from committed k where k.root = l.id)) order by l.path, l.id), '[]') from lines l),
    'total', (select coalesce(sum(c.n), 0)::int from counted c where c.place = '*'),
    'signatories', (select nullif(count(*), 0)::int from signed), 'committed', (select count(distinct k.id)::int from committed k))::text as json
  from own where $3 is null or exists (select 1 from shown)`;

const parties = (
  committed: boolean,
) => `(select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) order by o.name collate "sv-SE-x-icu"), '[]')
        from signed s join organization o on o.id = s.id where ${committed ? '' : 'not '}exists (select 1 from committed k where k.root = a.id and k.id = s.id))`;

/** `CoverageGaps` of strategy $1 as JSON text. Counts exactly what the lists give for the same municipality. */
export const coverageGaps = `
  with recursive ${ground(`c.status in ('planned', 'ongoing', 'paused')`, 'true')},
  ${commitments},
  ${places}
  select json_build_object(
    'goalIds', (select coalesce(json_agg(a.id order by a.sort, a.id), '[]') from aims a
      where not exists (select 1 from aims b where b.parent_id = a.id)
        and not exists (select 1 from roots r join counted c on c.id = r.id and c.place = '*' where r.root = a.id)),
    'commitments', (select coalesce(json_agg(json_build_object('goalId', a.id, 'has', ${parties(true)}, 'lacks', ${parties(false)}) order by a.sort, a.id), '[]')
      from aims a where exists (select 1 from signed)),
    'municipalities', (select coalesce(json_agg(json_build_object('code', p.code, 'name', p.name,
      'open', (select coalesce(sum(c.n), 0)::int from counted c where c.place = p.code),
      'vacant', (select count(*)::int from contact_function f where f.retired_on is null and f.id in (select contact_in_municipalities(array[p.code])) and ${isVacant}))
    order by p.name collate "sv-SE-x-icu"), '[]') from places p))::text as json
  from own`;
