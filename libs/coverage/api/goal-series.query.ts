// A goal's work month by month, through the strategies it has stood in. Counts what the reader may see and nothing else.

const decided = `('adopted', 'superseded', 'repealed')`;

/** `$1` the goal. No row when the reader may not see it. Each action comes in when it began and leaves when it ended; the sums run over the months. */
export const goalSeries = `
  with recursive
    back as (select $1::uuid as id
      union select s.old_goal_id from back b join goal_succession s on b.id = any (s.new_goal_ids)
        join strategy n on n.id = s.strategy_id and n.status in ${decided}),
    onward as (select $1::uuid as id
      union select x.id from onward o join goal_succession s on s.old_goal_id = o.id
        join strategy n on n.id = s.strategy_id and n.status in ${decided}, unnest(s.new_goal_ids) as x(id)),
    family as (select id from back union select id from onward),
    aims as (select id from family union select g.id from aims a join goal g on g.parent_id = a.id),
    begun as (
      select status, came, case when status in ('completed', 'cancelled') then greatest(came, status_since) end as went
      from (select a.status, a.status_since, coalesce(a.starts_on, (a.created_at at time zone 'Europe/Stockholm')::date) as came
        from action a where a.goal_ids && (select array_agg(id) from aims) and a.status not in ('draft', 'planned')) a
      where came <= today()),
    span as (select date_trunc('month', greatest(min(came), today() - interval '10 years')) as first from begun having count(*) > 0),
    turns as (
      select date_trunc('month', came) as at, 1 as under_way, 0 as completed from begun
      union all
      select date_trunc('month', went), -1, (status = 'completed')::int from begun where went is not null),
    months as (
      select m.month, sum(coalesce(sum(t.under_way), 0)) over (order by m.month) as under_way,
        sum(coalesce(sum(t.completed), 0)) over (order by m.month) as completed
      from span cross join generate_series(span.first, date_trunc('month', today()::timestamp), interval '1 month') as m(month)
      left join turns t on greatest(t.at, span.first) = m.month
      group by m.month)
  select json_build_object(
    'months', (select coalesce(json_agg(json_build_object('month', to_char(month, 'YYYY-MM'), 'underWay', under_way, 'completed', completed)
      order by month), '[]') from months),
    'marks', (select coalesce(json_agg(distinct jsonb_build_object('on', s.starts_on, 'title', s.short_title, 'titleEn', s.short_title_en)), '[]')
      from family f join goal g on g.id = f.id join strategy s on s.id = g.strategy_id, span
      where s.starts_on <= today() and s.starts_on >= span.first),
    'goals', (select json_agg(json_build_object('id', g.id, 'number', g.number, 'title', g.title, 'titleEn', g.title_en,
        'strategyId', s.id, 'strategyShortTitle', s.short_title) order by s.starts_on nulls last, g.sort)
      from family f join goal g on g.id = f.id join strategy s on s.id = g.strategy_id))::text as json
  from goal where goal.id = $1`;
