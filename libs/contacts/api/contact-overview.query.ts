import { isOverdue, isVacant } from './contact.sql';

/**
 * Functions in figures, as this reader sees them: subject and municipality of county $1; all, vacant and overdue ones of her counties ($2, null
 * everywhere). Counts exactly what the list gives for the same.
 */
export const overviewOfCounty = `
  with visible as materialized (
      select f.id, f.subjects, f.municipality_codes, f.county_codes, f.organization_id, ${isVacant} as vacant
      from contact_function f where f.retired_on is null and f.id in (select contact_in_counties(array[$1::text]))),
    hers as materialized (
      select ${isVacant} as vacant, ${isOverdue} as overdue from contact_function f
      where f.retired_on is null and ($2::text[] is null or f.id in (select contact_in_counties($2::text[])))),
    places as (
      select v.*, m.code, m.code is not distinct from o.municipality_code and o.kind = 'municipality' as own,
        cardinality(v.municipality_codes) = 0 as whole, o.name as party
      from visible v join municipality m on m.county_code = $1
          and case when v.municipality_codes = '{}' then m.county_code = any (v.county_codes) else m.code = any (v.municipality_codes) end
        join organization o on o.id = v.organization_id),
    cells as (
      select s as subject, code, count(*) as n,
        case when bool_and(vacant) then 'vacant' when bool_or(own and not vacant) then 'own' when bool_or(not whole and not vacant) then 'other' else 'county' end as coverage,
        case when count(distinct organization_id) = 1 then min(party) end as via
      from places, unnest(subjects) s group by s, code)
  select json_build_object(
    'countyCode', $1::text, 'total', (select count(*) from hers), 'vacant', (select count(*) from hers where vacant),
    'overdue', (select count(*) from hers where overdue),
    'municipalities', coalesce((select json_agg(json_build_object('code', m.code, 'count', (select count(*) from places p where p.code = m.code))
      order by m.name collate "sv-SE-x-icu") from municipality m where m.county_code = $1), '[]'::json),
    'cells', coalesce((select json_agg(json_build_object('subject', subject, 'municipalityCode', code, 'count', n, 'coverage', coverage, 'via', via)
      order by subject, code) from cells), '[]'::json))::text as json`;
