import { Injectable } from '@nestjs/common';
import { Db, Ledger, conflict, currentActor, notFound } from '@samverkan/shared/api';
import type { StrategyStatus } from '@samverkan/strategies/contract';
import { type StrategySubject, strategiesPolicy } from './strategies.policy';

/** A strategy taken up for a change. */
export interface StrategyRow extends StrategySubject {
  id: string;
  version: number;
}

const held = `
  select s.id, s.kind, s.status, s.kept_by as "keptBy", s.version, s.owner_organization_id as "ownerId", s.county_codes as "countyCodes",
    exists (select from strategy_succession y join strategy n on n.id = y.new_id where y.old_id = s.id and n.status = 'adopted') as replaced,
    exists (select from strategy_adoption a where a.strategy_id = s.id and a.undone_at is null) as "adoptedHere",
    s.status = 'in_consultation' and s.id in (select strategies_consulted()) as consulted
  from strategy s where s.id = $1`;

/** How a strategy is taken up for a change, and what every change of it leaves behind. */
@Injectable()
export class StrategyTraces {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  async row(id: string): Promise<StrategyRow> {
    const found = await this.db.one<StrategyRow & { ownerId: string | null }>(held, [id]);
    if (!found) throw notFound();
    const { ownerId, ...row } = found;
    return { ...row, owner: ownerId ? { id: ownerId } : null };
  }

  /** The row, held until the change is done. */
  async forChange(
    id: string,
    verb: 'write' | 'adopt' | 'undoAdoption' | 'repeal' | 'sign' | 'discard',
  ): Promise<StrategyRow> {
    strategiesPolicy.require(verb, currentActor(), await this.row(id));
    // Only what is open can be locked by whoever writes it; what is decided is changed by the database's own functions, which lock it.
    await this.db.query('select 1 from strategy s where s.id = $1 for update', [id]);
    const row = await this.row(id);
    strategiesPolicy.require(verb, currentActor(), row);
    return row;
  }

  /** The next version, its history, its news and its audit row. A draft's are its writers' own. */
  async write(
    row: StrategyRow,
    kind: string,
    fields: readonly { field: string; before: unknown; after: unknown }[] = [],
    value: string | null = null,
  ): Promise<void> {
    const done = await this.db.query(
      `update strategy set version = version + 1, changed_at = clock_timestamp() where id = $1 and version = $2 returning id`,
      [row.id, row.version],
    );
    if (done.length === 0) throw conflict('stale-version');
    row.version += 1;
    await this.tell(row, kind, fields, value);
  }

  /** The same, for what the database's own functions have written already. */
  async tell(
    row: Pick<StrategyRow, 'id' | 'status' | 'version'>,
    kind: string,
    fields: readonly { field: string; before: unknown; after: unknown }[] = [],
    value: string | null = null,
  ): Promise<void> {
    const trace = traceOf(row);
    await this.ledger.changed(trace, row.version, fields);
    await this.ledger.happened(trace, kind, value);
    await this.ledger.audited(kind, 'strategies', row.id);
  }
}

/** Where what happens to a strategy is told: a draft's news are its writers' own. */
export const traceOf = ({ id, status }: Pick<StrategyRow, 'id' | 'status'>) =>
  ({ area: 'strategies', objectId: id, visibility: isOpen(status) ? 'members' : 'own' }) as const;

const isOpen = (status: StrategyStatus): boolean => status !== 'draft' && status !== 'in_consultation';
