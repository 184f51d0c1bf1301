import { Injectable } from '@nestjs/common';
import { Db, badInput, conflict, notFound } from '@samverkan/shared/api';
import type { SignatoryChange, SignatoryInput, Strategy } from '@samverkan/strategies/contract';
import { asNamed, differing, settingOf } from './changed-fields';
import { StrategiesService } from './strategies.service';
import { StrategyTraces } from './strategy-traces';

const columns = {
  capacity: 'capacity',
  functionTitle: 'function_title',
  signedOn: 'signed_on',
  withdrawnOn: 'withdrawn_on',
} as const;
type Column = keyof typeof columns;

/** Who stands behind a strategy: by which function and since when, joined later, or withdrawn. */
@Injectable()
export class SignatoriesService {
  constructor(
    private readonly db: Db,
    private readonly traces: StrategyTraces,
    private readonly strategies: StrategiesService,
  ) {}

  /** Signs under the name the party has today. */
  async add(
    strategyId: string,
    { organizationId, capacity, functionTitle, signedOn }: SignatoryInput,
  ): Promise<Strategy> {
    const row = await this.traces.forChange(strategyId, 'sign');
    const party = await this.db.one<{ name: string; there: boolean }>(
      `select o.name, exists (select from signatory y where y.strategy_id = $2 and (y.organization_id = o.id or y.name = o.name)) as there from organization o where o.id = $1`,
      [organizationId, strategyId],
    );
    if (!party) throw badInput([{ path: 'organizationId', code: 'field.not-a-choice' }]);
    if (party.there) throw badInput([{ path: 'organizationId', code: 'signatory.already-there' }]);
    await this.db.query(
      `insert into signatory (strategy_id, name, organization_id, capacity, function_title, signed_on, sort)
       select $1, $2, $3, $4, $5, $6, coalesce(max(y.sort), 0) + 1 from signatory y where y.strategy_id = $1`,
      [strategyId, party.name, organizationId, capacity, functionTitle, signedOn],
    );
    await this.traces.tell(row, 'strategy.signatory-added', [{ field: 'signatory', before: null, after: party.name }]);
    return this.strategies.read(strategyId);
  }

  async change(id: string, { guardConfirmed: _confirmed, ...sent }: SignatoryChange): Promise<Strategy> {
    const { name, strategyId } = await this.find(id);
    const row = await this.traces.forChange(strategyId, 'sign');
    const stands = await this.db.one<{ before: Record<Column, unknown> }>(
      `select ${asNamed(columns)} from signatory where id = $1`,
      [id],
    );
    if (!stands) throw notFound();
    const { before } = stands;
    const after = { ...before, ...sent };
    if (after.withdrawnOn && (!after.signedOn || String(after.withdrawnOn) < String(after.signedOn)))
      throw conflict('signatory.withdrawn-before-signed');
    const differs = differing<typeof columns>(before, sent);
    if (differs.length === 0) return this.strategies.read(strategyId);
    const { set, values } = settingOf(columns, differs, sent);
    await this.db.query(`update signatory set ${set} where id = $1`, [id, ...values]);
    const fields = differs.map((field) => ({
      field: `signatory.${field}`,
      before: { name, words: before[field] },
      after: { name, words: sent[field] },
    }));
    await this.traces.tell(row, 'strategy.signatory-changed', fields);
    return this.strategies.read(strategyId);
  }

  /** Off the list of a draft. Whoever signed something that was decided withdraws instead. */
  async remove(id: string): Promise<Strategy> {
    const { name, strategyId } = await this.find(id);
    const row = await this.traces.forChange(strategyId, 'write');
    await this.db.query('delete from signatory where id = $1', [id]);
    await this.traces.tell(row, 'strategy.signatory-removed', [{ field: 'signatory', before: name, after: null }]);
    return this.strategies.read(strategyId);
  }

  private async find(id: string): Promise<{ name: string; strategyId: string }> {
    const found = await this.db.one<{ name: string; strategyId: string }>(
      'select name, strategy_id as "strategyId" from signatory where id = $1',
      [id],
    );
    if (!found) throw notFound();
    return found;
  }
}
