import { Injectable } from '@nestjs/common';
import type { OfferKind } from '@samverkan/learning/contract';
import { Db, type OpenTraining, type OpenTrainingSource, moment } from '@samverkan/shared/api';
import { kindWords } from './offer-sheet.view';
import { clock, isPast } from './offer.sql';

const session = `json_build_object('id', s.id, 'day', s.day, 'lastDay', s.last_day, 'from', ${clock('s.from_time')}, 'to', ${clock('s.to_time')}, 'startsAt', ${moment(`(s.day + s.from_time) at time zone 'Europe/Stockholm'`)},
  'endsAt', ${moment(`(coalesce(s.last_day, s.day) + s.to_time) at time zone 'Europe/Stockholm'`)}, 'place', s.place,
  'free', offer_seats_free(s.id), 'registerBy', s.register_by)`;

/** What is open to everybody, with what of it is still to come. Where a session is held on the web is never told here, nor who comes. */
const upcoming = `
  select o.id, o.kind, o.title, o.description as about, nullif(o.link, '') as link, o.county_codes as "countyCodes", ${moment('o.changed_at')} as "changedAt",
    (select coalesce(json_agg(h.name order by h.id <> o.organization_id, h.name collate "sv-SE-x-icu"), '[]') from organization h where h.id = any (o.host_ids)) as hosts,
    (select json_build_object('title', f.title, 'mailbox', f.mailbox) from contact_function f where f.id = o.function_id and f.visibility = 4 and f.retired_on is null) as ask,
    (select coalesce(json_agg(${session} order by s.day, s.from_time, s.id), '[]') from offer_session s where s.offer_id = o.id and not ${isPast('s')}) as sessions
  from offer o
  where o.level = 4 and o.status = 'open' and ($1::text is null or o.county_codes = '{}' or $1 = any (o.county_codes))
    and (not exists (select from offer_session s where s.offer_id = o.id) or exists (select from offer_session s where s.offer_id = o.id and not ${isPast('s')}))
  order by (select min(s.day) from offer_session s where s.offer_id = o.id and not ${isPast('s')}) nulls first, o.title collate "sv-SE-x-icu", o.id limit 500`;

type Row = Omit<OpenTraining, 'kind'> & { kind: OfferKind };

/** Trainings for who has not signed in: asked outside a request's scope, row-level security gives what is public and nothing else. */
@Injectable()
export class OpenOffers implements OpenTrainingSource {
  constructor(private readonly db: Db) {}

  async upcoming(countyCode: string | null): Promise<OpenTraining[]> {
    const rows = await this.db.query<Row>(upcoming, [countyCode]);
    return rows.map(({ kind, ...row }) => ({ ...row, kind: kindWords[kind] }));
  }
}
