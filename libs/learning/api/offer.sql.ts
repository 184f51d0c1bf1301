// Pieces of the queries that trainings are read by.
import { moment } from '@samverkan/shared/api';

export const party = (o: string): string => `json_build_object('id', ${o}.id, 'name', ${o}.name, 'kind', ${o}.kind)`;
export const clock = (time: string): string => `to_char(${time}, 'HH24:MI')`;

/** Its last hour has passed, as the clock shows in Sweden. */
export const isPast = (s: string): string =>
  `(coalesce(${s}.last_day, ${s}.day) + ${s}.to_time) at time zone 'Europe/Stockholm' < now()`;

/** The acting organisation is one of those who hold it, and the reader works for it. */
export const isHost = (o: string): string =>
  `(ctx_org() = any (${o}.host_ids) and ctx_role() in ('coordinator', 'partner', 'county_staff', 'county_admin'))`;

const next = `(select json_build_object('day', s.day, 'lastDay', s.last_day, 'from', ${clock('s.from_time')}, 'place', s.place, 'past', ${isPast('s')})
  from offer_session s where s.offer_id = o.id order by ${isPast('s')}, case when ${isPast('s')} then today() - s.day else s.day - today() end, s.from_time, s.id limit 1)`;

/** The day it is next held, for the order of the list. */
export const nextDay = `(select min(s.day) from offer_session s where s.offer_id = o.id and not ${isPast('s')})`;

export const summary = `'id', o.id, 'kind', o.kind, 'subKind', (select json_build_object('id', k.id, 'name', k.name) from offer_kind k where k.id = o.kind_id),
  'title', o.title, 'status', o.status, 'visibility', (array['own', 'participants', 'county', 'members', 'public'])[o.visibility + 1],
  'hosts', (select coalesce(json_agg(${party('h')} order by h.id <> o.organization_id, h.name collate "sv-SE-x-icu"), '[]') from organization h where h.id = any (o.host_ids)),
  'countyCodes', o.county_codes, 'professions', o.professions, 'next', ${next}, 'sessionCount', (select count(*) from offer_session s where s.offer_id = o.id),
  'changedAt', ${moment('o.changed_at')}, 'demo', o.demo, 'version', o.version`;

/** Where it is held on the web is for those who hold it; who has a seat gets it by letter. */
export const session = `json_build_object('id', s.id, 'day', s.day, 'lastDay', s.last_day, 'from', ${clock('s.from_time')}, 'to', ${clock('s.to_time')}, 'place', s.place,
  'link', case when ${isHost('o')} then s.link else '' end, 'seats', s.seats,
  'quotas', (select coalesce(json_agg(json_build_object('municipalityCode', q.municipality_code, 'seats', q.seats) order by q.municipality_code), '[]') from offer_quota q where q.session_id = s.id),
  'registerBy', s.register_by, 'free', offer_seats_free(s.id),
  'counts', case when ${isHost('o')} then (select json_build_object('registered', count(*) filter (where r.state = 'registered'), 'waiting', count(*) filter (where r.state = 'waiting'))
    from offer_registration r where r.session_id = s.id) end,
  'own', (select r.state from offer_registration r where r.session_id = s.id and r.user_id = ctx_user()),
  'attended', exists (select from offer_registration r where r.session_id = s.id and r.user_id = ctx_user() and r.attended),
  'opens', o.status = 'open' and (s.register_by is null or s.register_by >= today()) and (s.day + s.from_time) at time zone 'Europe/Stockholm' > now(), 'past', ${isPast('s')}, 'version', s.version)`;

export const facts = `o.id, o.level as visibility, o.visibility as wanted, o.organization_id as "organizationId", o.host_ids as "hostIds", o.county_codes as "countyCodes",
  o.status, o.status_before as "statusBefore", o.version`;
