import { Injectable } from '@nestjs/common';
import { Db, Ledger, conflict, currentActor, notFound } from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import { ActionEntity } from './action.entity';
import { actionPolicy } from './actions.policy';

type Verb = 'edit' | 'moveStatus' | 'changeVisibility' | 'takeBack';

/** How an action is taken up for a change, and what every change of it leaves behind. */
@Injectable()
export class ActionTraces {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
  ) {}

  /** The row as it stands, for whoever may do this with it. */
  async seen(id: string, verb: Verb): Promise<ActionEntity> {
    const row = await this.db.repo(ActionEntity).findOneBy({ id });
    if (!row) throw notFound();
    actionPolicy.require(verb, currentActor(), row);
    return row;
  }

  /** The row, held until the change is done: two changes of one action follow each other, and the later sees what the earlier wrote. */
  async forChange(id: string, verb: Verb): Promise<ActionEntity> {
    await this.seen(id, verb);
    const row = await this.db.repo(ActionEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw notFound();
    actionPolicy.require(verb, currentActor(), row);
    return row;
  }

  /** Writes the change with its history, its news and its audit row; who no longer sees the action is told that it is gone. */
  async write(
    row: ActionEntity,
    next: Partial<ActionEntity>,
    fields: readonly { field: string; before: unknown; after: unknown }[],
    kind: string,
    value: string | null,
  ): Promise<void> {
    const former = { level: row.visibility, owners: row.ownerIds, partners: row.partnerIds, counties: row.countyCodes };
    if (!(await this.db.update(ActionEntity, row, { ...next, changedAt: new Date() }))) throw conflict('stale-version');
    if (narrows(former, row))
      await this.ledger.gone({ area: 'actions', objectId: row.id, kind: 'action.gone', goalIds: row.goalIds }, former);
    const trace = { area: 'actions', objectId: row.id, visibility: visibilityAt(row.visibility) };
    await this.ledger.changed(trace, row.version, fields);
    await this.ledger.happened(trace, kind, value, row.goalIds);
    await this.ledger.audited(kind, 'actions', row.id);
  }
}

/** Whether somebody who could see it before may not see it after. */
const narrows = (before: { level: number; partners: string[]; counties: string[] }, row: ActionEntity): boolean =>
  row.visibility < before.level ||
  before.partners.some((id) => !row.partnerIds.includes(id)) ||
  before.counties.some((code) => !row.countyCodes.includes(code));
