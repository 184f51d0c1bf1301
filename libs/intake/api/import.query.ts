export const ownNames = 'select n.name from organization_name n where n.organization_id = ctx_org()';
export const allMunicipalities = 'select code, name, county_code = any (ctx_counties()) as near from municipality';
export const allGoals = `select g.id, g.number, g.title, g.title_en as "titleEn", s.short_title as strategy from goal g join strategy s on s.id = g.strategy_id`;
export const allParties = `select id, name from organization where id <> ctx_org()`;
export const ownFunctions = `select f.id, f.title from contact_function f where f.organization_id = ctx_org() and f.retired_on is null`;
export const ownActions = `select a.id, a.title, a.starts_on::text as "startsOn", a.ends_on::text as "endsOn", a.status = 'cancelled' as cancelled from action a where ctx_org() = any (a.owner_ids) order by a.id`;
