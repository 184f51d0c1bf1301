/**
 * How many things others have changed since a moment, in each area: things the reader may see now, each counted once, by others than her
 * own organisation. $1 since when.
 */
export const newsCount = (titles: string): string => `
  select e.area, count(distinct e.object_id)::int as n from event e join (${titles}) t on t.id = e.object_id
  where e.at > $1::timestamptz and e.organization_id is distinct from ctx_org() and e.former_level is null
  group by e.area order by e.area`;
