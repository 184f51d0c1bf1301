import { Injectable } from '@nestjs/common';
import { Db, Ledger, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import { publicationsPolicy, shownAt } from './publications.policy';
import { type PublicationRow, PublicationsQuery } from './publications.query';

export type Field = { field: string; before: unknown; after: unknown };
type Verb = 'edit' | 'changeVisibility' | 'publish' | 'withdraw' | 'discard' | 'leave';

/** How a publication is taken up for a change, and what every change of it leaves behind. */
@Injectable()
export class PublicationTraces {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly publications: PublicationsQuery,
  ) {}

  /** The row when this may be done with it, held until it is done. */
  async row(id: string, verb: Verb): Promise<PublicationRow> {
    const seen = await this.publications.row(id);
    if (!seen || seen.removedAt) throw notFound();
    publicationsPolicy.require(verb, currentActor(), seen);
    await this.db.query('select from publication where id = $1 for update', [id]);
    const row = await this.publications.row(id);
    if (!row || row.removedAt) throw notFound();
    // It may have been published, or taken away, while this waited.
    publicationsPolicy.require(verb, currentActor(), row);
    return row;
  }

  /** Writes columns (values from $3 on), then tells of it; who no longer sees it is told that it is gone. */
  async write(
    row: PublicationRow,
    set: string,
    values: readonly unknown[],
    kind: string,
    fields: readonly Field[],
    value: string | null = null,
  ): Promise<void> {
    const done = await this.db.query(
      `update publication set ${set ? `${set}, ` : ''}version = version + 1, changed_at = clock_timestamp() where id = $1 and version = $2 returning id`,
      [row.id, row.version, ...values],
    );
    if (done.length === 0) throw conflict('stale-version');
    const now = await this.publications.row(row.id);
    if (!now) return;
    const lost = (before: readonly string[], after: readonly string[]) => before.some((one) => !after.includes(one));
    if (shownAt(now) < shownAt(row) || lost(row.ownerIds, now.ownerIds) || lost(row.countyCodes, now.countyCodes))
      await this.gone(row);
    await this.tell(now, kind, fields, value);
  }

  gone(row: PublicationRow): Promise<void> {
    return this.ledger.gone(
      { area: 'publications', objectId: row.id, kind: 'publication.gone', goalIds: [] },
      { level: shownAt(row), owners: row.ownerIds, partners: [], counties: row.countyCodes },
    );
  }

  async tell(row: PublicationRow, kind: string, fields: readonly Field[], value: string | null = null): Promise<void> {
    const trace = { area: 'publications', objectId: row.id, visibility: visibilityAt(shownAt(row)) };
    await this.ledger.changed(trace, row.version, fields);
    await this.ledger.happened(trace, kind, value);
    await this.ledger.audited(kind, 'publications', row.id);
  }
}
