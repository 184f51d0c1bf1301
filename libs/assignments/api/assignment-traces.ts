import { Injectable } from '@nestjs/common';
import { Db, Ledger, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import type { AssignmentRow } from './assignment-rows';
import { assignmentsPolicy } from './assignments.policy';
import { AssignmentsQuery } from './assignments.query';

type Field = { field: string; before: unknown; after: unknown };

/** How an assignment is taken up for a change, and what every change of it leaves behind. */
@Injectable()
export class AssignmentTraces {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly assignments: AssignmentsQuery,
  ) {}

  /** The row when this may be done with it; for what changes it, held until the change is done. */
  async row(id: string, verb: 'edit' | 'changeVisibility' | 'answer'): Promise<AssignmentRow> {
    const seen = await this.assignments.row(id);
    if (!seen) throw notFound();
    assignmentsPolicy.require(verb, currentActor(), seen);
    if (verb === 'answer') return seen;
    await this.db.query('select from assignment where id = $1 for update', [id]);
    const row = await this.assignments.row(id);
    if (!row) throw notFound();
    return row;
  }

  /** Writes columns (values from $3 on), then tells of it; who no longer sees it is told that it is gone. */
  async write(
    row: AssignmentRow,
    set: string,
    values: readonly unknown[],
    kind: string,
    fields: readonly Field[],
    value: string | null = null,
  ): Promise<void> {
    const done = await this.db.query(
      `update assignment set ${set ? `${set}, ` : ''}version = version + 1, changed_at = clock_timestamp() where id = $1 and version = $2 returning id`,
      [row.id, row.version, ...values],
    );
    if (done.length === 0) throw conflict('stale-version');
    const now = await this.assignments.row(row.id);
    if (!now) throw notFound();
    const lost = (before: readonly string[], after: readonly string[]) => before.some((one) => !after.includes(one));
    if (now.visibility < row.visibility || lost(row.boardIds, now.boardIds) || lost(row.countyCodes, now.countyCodes))
      await this.ledger.gone(
        { area: 'assignments', objectId: row.id, kind: 'assignment.gone', goalIds: [] },
        { level: row.visibility, owners: [row.organizationId], partners: row.boardIds, counties: row.countyCodes },
      );
    await this.tell(now, kind, fields, value);
  }

  async tell(row: AssignmentRow, kind: string, fields: readonly Field[], value: string | null = null): Promise<void> {
    const trace = { area: 'assignments', objectId: row.id, visibility: visibilityAt(row.visibility) };
    await this.ledger.changed(trace, row.version, fields);
    await this.ledger.happened(trace, kind, value);
    await this.ledger.audited(kind, 'assignments', row.id);
  }
}
