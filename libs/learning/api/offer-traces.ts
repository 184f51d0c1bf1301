import { Injectable } from '@nestjs/common';
import { Db, Ledger, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import type { OfferRow } from './offer-rows';
import { offersPolicy } from './offers.policy';
import { OffersQuery } from './offers.query';

type Field = { field: string; before: unknown; after: unknown };

/** How a training is taken up for a change, and what every change of it leaves behind. */
@Injectable()
export class OfferTraces {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly offers: OffersQuery,
  ) {}

  /** The row when this may be done with it, held until the change is done. */
  async row(id: string, verb: 'edit' | 'host' = 'edit'): Promise<OfferRow> {
    const seen = await this.offers.row(id);
    if (!seen) throw notFound();
    offersPolicy.require(verb, currentActor(), seen);
    await this.db.query('select from offer where id = $1 for update', [id]);
    const row = await this.offers.row(id);
    if (!row) throw notFound();
    return row;
  }

  /** Writes columns (values from $3 on), then tells of it; who no longer sees it is told that it is gone. */
  async write(
    row: OfferRow,
    set: string,
    values: readonly unknown[],
    kind: string,
    fields: readonly Field[],
    value: string | null = null,
  ): Promise<void> {
    const done = await this.db.query(
      `update offer set ${set ? `${set}, ` : ''}version = version + 1, changed_at = clock_timestamp() where id = $1 and version = $2 returning id`,
      [row.id, row.version, ...values],
    );
    if (done.length === 0) throw conflict('stale-version');
    const now = await this.offers.row(row.id);
    if (!now) throw notFound();
    const lost = (before: readonly string[], after: readonly string[]) => before.some((one) => !after.includes(one));
    if (now.visibility < row.visibility || lost(row.hostIds, now.hostIds) || lost(row.countyCodes, now.countyCodes))
      await this.ledger.gone(
        { area: 'learning', objectId: row.id, kind: 'offer.gone', goalIds: [] },
        { level: row.visibility, owners: row.hostIds, partners: [], counties: row.countyCodes },
      );
    await this.tell(now, kind, fields, value);
  }

  async tell(row: OfferRow, kind: string, fields: readonly Field[], value: string | null = null): Promise<void> {
    const trace = { area: 'learning', objectId: row.id, visibility: visibilityAt(row.visibility) };
    await this.ledger.changed(trace, row.version, fields);
    await this.ledger.happened(trace, kind, value);
    await this.ledger.audited(kind, 'learning', row.id);
  }
}
