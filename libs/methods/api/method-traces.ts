import { Injectable } from '@nestjs/common';
import { Db, Ledger, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import { methodsPolicy, shownAt } from './methods.policy';
import { type MethodRow, MethodsQuery } from './methods.query';

type Field = { field: string; before: unknown; after: unknown };
type Verb = 'edit' | 'changeVisibility' | 'publish' | 'unpublish' | 'retire' | 'discard';

/** How a method is taken up for a change, and what every change of it leaves behind. */
@Injectable()
export class MethodTraces {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly methods: MethodsQuery,
  ) {}

  /** The row when this may be done with it, held until it is done. */
  async row(id: string, verb: Verb): Promise<MethodRow> {
    const seen = await this.methods.row(id);
    if (!seen || seen.removedAt) throw notFound();
    methodsPolicy.require(verb, currentActor(), seen);
    await this.db.query('select from method where id = $1 for update', [id]);
    const row = await this.methods.row(id);
    if (!row || row.removedAt) throw notFound();
    // It may have been published, or taken away, while this waited.
    methodsPolicy.require(verb, currentActor(), row);
    return row;
  }

  /** Writes columns (values from $3 on), then tells of it; who no longer sees it is told that it is gone. */
  async write(
    row: MethodRow,
    set: string,
    values: readonly unknown[],
    kind: string,
    fields: readonly Field[],
    value: string | null = null,
  ): Promise<void> {
    const done = await this.db.query(
      `update method set ${set ? `${set}, ` : ''}version = version + 1, changed_at = clock_timestamp() where id = $1 and version = $2 returning id`,
      [row.id, row.version, ...values],
    );
    if (done.length === 0) throw conflict('stale-version');
    const now = await this.methods.row(row.id);
    if (!now) return;
    if (shownAt(now) < shownAt(row)) await this.gone(row);
    await this.tell(now, kind, fields, value);
  }

  gone(row: MethodRow): Promise<void> {
    return this.ledger.gone(
      { area: 'methods', objectId: row.id, kind: 'method.gone', goalIds: [] },
      { level: shownAt(row), owners: [row.organizationId], partners: [], counties: row.countyCodes },
    );
  }

  async tell(row: MethodRow, kind: string, fields: readonly Field[], value: string | null = null): Promise<void> {
    const trace = { area: 'methods', objectId: row.id, visibility: visibilityAt(shownAt(row)) };
    await this.ledger.changed(trace, row.version, fields);
    await this.ledger.happened(trace, kind, value);
    await this.ledger.audited(kind, 'methods', row.id);
  }
}
