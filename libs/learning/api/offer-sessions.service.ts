import { Injectable } from '@nestjs/common';
import type { Offer, OfferSession, OfferSessionInput } from '@samverkan/learning/contract';
import { Db, badInput, conflict, notFound } from '@samverkan/shared/api';
import { OfferTraces } from './offer-traces';
import { RegistrationMail } from './registration-mail';
import { OffersService } from './offers.service';

/** When and where a training is held, and how many have room. */
@Injectable()
export class OfferSessionsService {
  constructor(
    private readonly db: Db,
    private readonly offers: OffersService,
    private readonly traces: OfferTraces,
    private readonly news: RegistrationMail,
  ) {}

  async add(offerId: string, input: OfferSessionInput): Promise<Offer> {
    const row = await this.traces.row(offerId);
    await this.refuseUnknown(input);
    const made = await this.db.one<{ id: string }>(
      `insert into offer_session (offer_id, day, last_day, from_time, to_time, place, link, seats, register_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [offerId, ...valuesOf(input)],
    );
    if (!made) throw notFound();
    await this.keepQuotas(made.id, input);
    await this.traces.write(row, '', [], 'offer.changed', [{ field: 'sessions', before: null, after: input.day }]);
    return this.offers.read(offerId);
  }

  async change(offerId: string, id: string, version: number, input: OfferSessionInput): Promise<Offer> {
    const { row, before } = await this.found(offerId, id);
    await this.refuseUnknown(input);
    const done = await this.db.query(
      `update offer_session set day = $3, last_day = $4, from_time = $5, to_time = $6, place = $7, link = $8, seats = $9, register_by = $10, version = version + 1
       where id = $1 and version = $2 returning id`,
      [id, version, ...valuesOf(input)],
    );
    // The whole session is sent: what stands now is told field by field, and the form knows which of them somebody has changed.
    if (done.length === 0) throw conflict('stale-version', { version: before.version, fields: standing(before) });
    await this.keepQuotas(id, input);
    await this.traces.write(row, '', [], 'offer.changed', [
      { field: 'sessions', before: before.day, after: input.day },
    ]);
    const moved = (['day', 'lastDay', 'from', 'to', 'place', 'link'] as const).some(
      (field) => before[field] !== input[field],
    );
    if (before.day !== input.day)
      await this.db.query('update offer_registration set reminded = 0 where session_id = $1', [id]);
    if (moved && !before.past && ['open', 'closed'].includes(row.status))
      await this.news.tell(await this.comers(id), 'changed');
    await this.news.promote(id);
    return this.offers.read(offerId);
  }

  /** Takes away one that is still to come and that nobody has registered for: what has been counted stays. */
  async remove(offerId: string, id: string): Promise<Offer> {
    const { row, before } = await this.found(offerId, id);
    // Nobody arrives while it goes.
    await this.db.query('select from offer_session where id = $1 for update', [id]);
    const counted = await this.db.one('select 1 as n from offer_reach where session_id = $1 limit 1', [id]);
    if (before.past || counted) throw conflict('offer.session-is-counted');
    if ((await this.comers(id)).length > 0) throw conflict('offer.session-has-registrations');
    await this.db.query('delete from offer_session where id = $1', [id]);
    await this.traces.write(row, '', [], 'offer.changed', [{ field: 'sessions', before: before.day, after: null }]);
    return this.offers.read(offerId);
  }

  /** The training and one of its sessions, for whoever sees it. */
  async one(offerId: string, id: string): Promise<{ offer: Offer; session: OfferSession }> {
    const offer = await this.offers.read(offerId);
    const session = offer.sessions.find((one) => one.id === id);
    if (!session) throw notFound();
    return { offer, session };
  }

  private async found(offerId: string, id: string) {
    const row = await this.traces.row(offerId);
    const { session } = await this.one(offerId, id);
    return { row, before: session };
  }

  private async comers(id: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>('select id from offer_registration where session_id = $1', [id]);
    return rows.map((row) => row.id);
  }

  private async refuseUnknown({ quotas }: OfferSessionInput): Promise<void> {
    const known = await this.db.query<{ code: string }>('select code from municipality where code = any ($1::text[])', [
      quotas.map(({ municipalityCode }) => municipalityCode),
    ]);
    const unknown = quotas.flatMap(({ municipalityCode }, at) =>
      known.some(({ code }) => code === municipalityCode) ? [] : [`quotas.${at}.municipalityCode`],
    );
    if (unknown.length > 0) throw badInput(unknown.map((path) => ({ path, code: 'field.not-a-choice' })));
  }

  private async keepQuotas(id: string, { quotas }: OfferSessionInput): Promise<void> {
    await this.db.query('delete from offer_quota where session_id = $1', [id]);
    await this.db.query(
      `insert into offer_quota (session_id, municipality_code, seats)
       select $1, q."municipalityCode", q.seats from jsonb_to_recordset($2::jsonb) as q ("municipalityCode" text, seats integer)`,
      [id, JSON.stringify(quotas)],
    );
  }
}

/** A session in the fields it is sent in. */
const standing = ({ day, lastDay, from, to, place, link, seats, quotas, registerBy }: OfferSession) => ({
  day,
  lastDay,
  from,
  to,
  place,
  link,
  seats,
  quotas: quotas.map(({ municipalityCode, seats: kept }) => ({ municipalityCode, seats: kept })),
  registerBy,
});

const valuesOf = ({ day, lastDay, from, to, place, link, seats, registerBy }: OfferSessionInput): unknown[] => [
  day,
  lastDay === day ? null : lastDay,
  from,
  to,
  place,
  link,
  seats,
  registerBy,
];
