import { Injectable } from '@nestjs/common';
import type { OfferSubKindChange, OfferSubKindInput, OfferSubKinds } from '@samverkan/learning/contract';
import { Db, Ledger, conflict, currentActor, forbidden, notFound } from '@samverkan/shared/api';

const all = `
  select json_build_object('items', coalesce(json_agg(json_build_object('id', k.id, 'kind', k.kind, 'name', k.name, 'countyCode', k.county_code,
    'closed', k.closed_on is not null, 'keeps', ctx_role() = 'county_admin' and k.county_code = any (ctx_counties()))
    order by k.kind, k.name collate "sv-SE-x-icu"), '[]'))::text as json from offer_kind k`;

/** A county's own words under the five kinds, kept by its administrators. */
@Injectable()
export class OfferKindsService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async list(): Promise<OfferSubKinds> {
    return JSON.parse((await this.db.json(all)) ?? '{"items":[]}') as OfferSubKinds;
  }

  async make({ kind, name, countyCode }: OfferSubKindInput): Promise<OfferSubKinds> {
    if (!currentActor().countyCodes.includes(countyCode)) throw forbidden();
    const made = await this.db.query<{ id: string }>(
      'insert into offer_kind (kind, name, county_code) values ($1, $2, $3) on conflict do nothing returning id',
      [kind, name, countyCode],
    );
    if (!made[0]) throw conflict('offer.same-sub-kind');
    await this.ledger.audited('learning.kind-made', 'learning', made[0].id);
    return this.list();
  }

  async change(id: string, { name, closed }: OfferSubKindChange): Promise<OfferSubKinds> {
    const kind = (await this.list()).items.find((one) => one.id === id);
    if (!kind) throw notFound();
    if (!kind.keeps) throw forbidden();
    if (name !== undefined) {
      const same = await this.db.one(
        'select k.id from offer_kind k where k.id <> $1 and k.county_code = $2 and k.kind = $3 and lower(k.name) = lower($4)',
        [id, kind.countyCode, kind.kind, name],
      );
      if (same) throw conflict('offer.same-sub-kind');
    }
    await this.db.query(
      'update offer_kind set name = coalesce($2, name), closed_on = case when $3::boolean then today() when $3 is null then closed_on end where id = $1',
      [id, name ?? null, closed ?? null],
    );
    await this.ledger.audited('learning.kind-changed', 'learning', id);
    return this.list();
  }
}
