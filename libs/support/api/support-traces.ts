import { Injectable } from '@nestjs/common';
import { Db, Ledger, conflict, currentActor, notFound } from '@samverkan/shared/api';
import type { SupportRow } from './support-rows';
import { supportPolicy } from './support.policy';
import { SupportQuery } from './support.query';

type Field = { field: string; before: unknown; after: unknown };

/** How a request is taken up for a change, and what every change of it leaves behind. */
@Injectable()
export class SupportTraces {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly requests: SupportQuery,
  ) {}

  /** The row when this may be done with it, held until the change is done. */
  async row(id: string, verb: 'ask' | 'handle' | 'change'): Promise<SupportRow> {
    const seen = await this.requests.row(id);
    if (!seen) throw notFound();
    supportPolicy.require(verb, currentActor(), seen);
    await this.db.query('select from support_request where id = $1 for update', [id]);
    const row = await this.requests.row(id);
    if (!row) throw notFound();
    // It may have been given away while this waited.
    supportPolicy.require(verb, currentActor(), row);
    return row;
  }

  /** Writes columns (values from $3 on), then tells of it. */
  async write(
    row: SupportRow,
    set: string,
    values: readonly unknown[],
    kind: string,
    fields: readonly Field[],
  ): Promise<void> {
    const done = await this.db.query(
      `update support_request set ${set}, version = version + 1, changed_at = clock_timestamp() where id = $1 and version = $2 returning id`,
      [row.id, row.version, ...values],
    );
    if (done.length === 0) throw conflict('stale-version');
    await this.tell({ id: row.id, version: row.version + 1 }, kind, fields);
  }

  async tell(
    { id, version }: Pick<SupportRow, 'id' | 'version'>,
    kind: string,
    fields: readonly Field[],
  ): Promise<void> {
    const trace = { area: 'support', objectId: id, visibility: 'participants' as const };
    await this.ledger.changed(trace, version, fields);
    await this.ledger.happened(trace, kind, null);
    await this.ledger.audited(kind, 'support', id);
  }
}
