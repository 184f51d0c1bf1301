import { Injectable } from '@nestjs/common';
import type { OfferStepsInput, Uptake, UptakeInput } from '@samverkan/learning/contract';
import { Db, Ledger, badInput, conflict, forbidden } from '@samverkan/shared/api';
import { OfferTraces } from './offer-traces';
import { OffersService } from './offers.service';

/** Who answers for which municipality: a coordinator for her own, the county board for those of its county. */
const mine = `select m.code from municipality m where ctx_role() in ('county_staff', 'county_admin') and m.county_code = any (ctx_counties())
    or ctx_role() = 'coordinator' and exists (select from organization g where g.id = ctx_org() and g.key = 'municipality:' || m.code)`;

const uptake = `
  select json_build_object(
    'steps', (select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'link', s.link) order by s.place, s.id), '[]') from offer_step s where s.offer_id = $1),
    'rows', (select coalesce(json_agg(json_build_object('municipalityCode', x.code, 'joinedOn', x.joined, 'done', x.done) order by x.name collate "sv-SE-x-icu"), '[]') from (
      select m.code, m.name, min(u.day) filter (where u.step_id is null) as joined, coalesce(array_agg(u.step_id order by s.place) filter (where u.step_id is not null), '{}') as done
      from offer_uptake u join municipality m on m.code = u.municipality_code left join offer_step s on s.id = u.step_id where u.offer_id = $1 group by m.code, m.name) x),
    'mine', (select coalesce(json_agg(c.code order by c.code), '[]') from (${mine}) c)) as content`;

/** Campaigns that municipalities join, and guidance whose steps they do. */
@Injectable()
export class UptakeService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly traces: OfferTraces,
    private readonly offers: OffersService,
  ) {}

  async read(offerId: string): Promise<Uptake> {
    await this.offers.read(offerId);
    const row = await this.db.one<{ content: Uptake }>(uptake, [offerId]);
    return row?.content ?? { steps: [], rows: [], mine: [] };
  }

  /** All the steps anew, as they were read: refused when others have written them since, or something sensitive was taken out of the texts. What municipalities have done of those that stay stands. */
  async keepSteps(offerId: string, version: number, { steps }: OfferStepsInput): Promise<Uptake> {
    const row = await this.traces.row(offerId);
    const since = await this.db.one(
      `select 1 as n from change_log where area = 'learning' and object_id = $1 and field in ('steps', 'textRemoved') and version > $2 limit 1`,
      [offerId, version],
    );
    if (version > row.version || since) throw conflict('stale-version', { version: row.version, fields: {} });
    const before = (await this.read(offerId)).steps;
    const unknown = steps.flatMap(({ id }, at) =>
      id && !before.some((one) => one.id === id) ? [`steps.${at}.id`] : [],
    );
    if (unknown.length > 0) throw badInput(unknown.map((path) => ({ path, code: 'field.not-a-choice' })));
    const kept = steps.flatMap(({ id }) => id ?? []);
    await this.db.query('delete from offer_step where offer_id = $1 and id <> all ($2::uuid[])', [offerId, kept]);
    for (const [place, { id, title, link }] of steps.entries())
      await (id
        ? this.db.query('update offer_step set place = $2, title = $3, link = $4 where id = $1', [
            id,
            place,
            title,
            link,
          ])
        : this.db.query('insert into offer_step (offer_id, place, title, link) values ($1, $2, $3, $4)', [
            offerId,
            place,
            title,
            link,
          ]));
    await this.traces.write(row, '', [], 'offer.changed', [
      { field: 'steps', before: before.length, after: steps.length },
    ]);
    return this.read(offerId);
  }

  /** One press: the municipality joins, or has done a step; another takes it back. Pressed again it is as it was. */
  async take(offerId: string, { municipalityCode, stepId, done }: UptakeInput): Promise<Uptake> {
    const offer = await this.offers.read(offerId);
    const now = await this.read(offerId);
    if (!now.mine.includes(municipalityCode)) throw forbidden();
    if (offer.status !== 'open' || !['campaign', 'web_support'].includes(offer.kind)) throw conflict('offer.not-open');
    if (stepId && !now.steps.some(({ id }) => id === stepId))
      throw badInput([{ path: 'stepId', code: 'field.not-a-choice' }]);
    await this.db.query(
      done
        ? 'insert into offer_uptake (offer_id, step_id, municipality_code) values ($1, $2, $3) on conflict do nothing'
        : 'delete from offer_uptake where offer_id = $1 and step_id is not distinct from $2 and municipality_code = $3',
      [offerId, stepId, municipalityCode],
    );
    await this.ledger.audited(done ? 'learning.taken-up' : 'learning.taken-back', 'learning', offerId);
    return this.read(offerId);
  }
}
