const day = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`;
const step = `case r.every when 'month' then interval '1 month' when 'quarter' then interval '3 months' when 'term' then interval '6 months' else interval '1 year' end`;
/** How long before its beginning the next is to be planned: two months, and for what comes every month ten days. */
const ahead = `case r.every when 'month' then interval '10 days' when 'quarter' then interval '1 month' else interval '2 months' end`;
const nextOn = `(coalesce(a.starts_on, a.ends_on) + ${step})::date`;
const occurrence = `'id', a.id, 'title', a.title, 'startsOn', ${day('a.starts_on')}, 'endsOn', ${day('a.ends_on')}, 'status', a.status`;

/** An action that has been done again, or is planned to be, has a next one that stands. */
const hasNext = `exists (select from action_recurrence n join action b on b.id = n.action_id where n.former_id = a.id and b.status <> 'cancelled')`;
const isDue = `coalesce(${nextOn} - ${ahead} <= today(), false)`;
/** Actions of $1 that come again and have no next: `a` and its rhythm `r`. */
const waiting = `from action_recurrence r join action a on a.id = r.action_id
  where r.every is not null and $1 = any (a.owner_ids) and a.status <> 'cancelled' and not ${hasNext}`;

/** `Recurring` of the organisation $1. */
export const recurringOf = `select json_build_object('items', coalesce(json_agg(x.content order by x.next_on nulls last, x.id), '[]'))::text as json from (
  select a.id, ${nextOn} as next_on, json_build_object(${occurrence}, 'every', r.every, 'nextOn', ${day(nextOn)}, 'due', ${isDue}) as content
  ${waiting} order by next_on nulls last, a.id limit 500) x`;

export const dueCount = `select count(*)::int ${waiting} and ${isDue}`;

/** Of the action $1: its rhythm, its next, and the chain it stands in as far as the reader sees (a hidden one ends it), at most a hundred. */
export const recurrenceOf = `with recursive
  back as (
    select $1::uuid as id, 0 as n
    union all select r.former_id, back.n + 1 from back join action_recurrence r on r.action_id = back.id
      join action a on a.id = r.former_id where back.n < 50),
  forth as (
    select $1::uuid as id, 0 as n
    union all select r.action_id, forth.n + 1 from forth join action_recurrence r on r.former_id = forth.id
      join action a on a.id = r.action_id where forth.n < 50),
  chain as (select id, -n as n from back union select id, n from forth)
select r.every, (select n.action_id from action_recurrence n join action b on b.id = n.action_id
    where n.former_id = a.id and b.status <> 'cancelled' order by b.id limit 1) as "nextId",
  ${day(nextOn)} as "nextOn", ${isDue} as due, a.status,
  (select coalesce(json_agg(json_build_object(${occurrence}) order by a.starts_on nulls first, c.n, a.id), '[]')
    from chain c join action a on a.id = c.id) as occurrences
from action a left join action_recurrence r on r.action_id = a.id where a.id = $1`;
