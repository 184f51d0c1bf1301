export const ownNames = 'select n.name from organization_name n where n.organization_id = ctx_org()';
export const allMunicipalities = 'select code, name, county_code = any (ctx_counties()) as near from municipality';
export const allGoals = `select g.id, g.number, g.title, g.title_en as "titleEn", s.short_title as strategy from goal g join strategy s on s.id = g.strategy_id`;
export const allParties = `select id, name from organization where id <> ctx_org()`;
export const ownFunctions = `select f.id, f.title from contact_function f where f.organization_id = ctx_org() and f.retired_on is null`;
export const ownActions = `select a.id, a.title, a.starts_on::text as "startsOn", a.ends_on::text as "endsOn" from action a where ctx_org() = any (a.owner_ids)`;

/** For rows of `line, title, starts, ends` in $1 (json): the own action whose title is most like, when it is nearly the same and the periods meet. */
export const likeOwn = `select distinct on (w.line) w.line, a.id, a.title
  from json_to_recordset($1::json) w (line int, title text, starts date, ends date)
  join action a on ctx_org() = any (a.owner_ids) and a.status <> 'cancelled' and similarity(lower(a.title), lower(w.title)) >= 0.6
    and coalesce(a.starts_on, '-infinity'::date) <= coalesce(w.ends, 'infinity'::date) and coalesce(a.ends_on, 'infinity'::date) >= coalesce(w.starts, '-infinity'::date)
  order by w.line, similarity(lower(a.title), lower(w.title)) desc, a.id`;
