import { moment } from '@samverkan/shared/api';
import { contactSummary, party } from './contact.sql';

/** What a letter is about; $1 the function. */
export const askedOf = `
  select (${contactSummary})::jsonb - 'holderName' - 'vacantSince' - 'version' as content
  from contact_function f where f.id = $1`;

/** Today, and the day on which a function of organisation $1 that is confirmed today is to be confirmed again: quarterly for civil society. */
export const nextDayOf = `
  select today()::text as today, (today() + case when o.kind = 'civil_society' then interval '3 months' else interval '6 months' end)::date::text as next
  from organization o where o.id = $1`;

/** What readers say is wrong and nobody has dealt with; $1 the function. Row-level security keeps it to its keepers and to each reporter. */
export const reportsOf = `
  select coalesce(json_agg(json_build_object('id', r.id, 'at', ${moment('r.created_at')}, 'organization', ${party('o')},
    'what', to_json(r.what), 'text', r.text) order by r.created_at desc, r.id), '[]'::json)::text as json
  from contact_report r join organization o on o.id = r.organization_id where r.function_id = $1 and r.resolved_at is null`;
