import type { Action } from '@samverkan/actions/contract';
import { Injectable } from '@nestjs/common';
import { Db, Ledger, conflict } from '@samverkan/shared/api';
import { visibilityAt } from '@samverkan/shared/contract';
import { refuseWideDraft } from './action-given';
import { ActionTraces } from './action-traces';
import { ActionsService } from './actions.service';

/** Takes back what has just been done with an action. */
@Injectable()
export class ActionUndoService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly traces: ActionTraces,
    private readonly actions: ActionsService,
  ) {}

  /** Takes away what she has logged herself within the day, as long as nothing has been done with it since; what was built on it keeps it. */
  async logging(id: string, version: number): Promise<void> {
    await this.traces.forChange(id, 'takeBack');
    const [gone] = await this.db.query<{ id: string }>('select id from actions_take_back($1) id', [
      JSON.stringify([{ id, version }]),
    ]);
    if (!gone) throw conflict('action.has-moved-on');
    await this.ledger.audited('action.taken-back', 'actions', id);
  }

  /** Puts everything of the action back that the latest step of its status changed; `version` is the one that step left. Invitations that were withdrawn when it ended stay so. */
  async step(id: string, version: number): Promise<Action> {
    const row = await this.traces.forChange(id, 'moveStatus');
    const next = row.before(version);
    // A draft has no lines.
    if (next.status === 'draft' && row.lastUpdateOn !== null) throw conflict('action.has-moved-on');
    refuseWideDraft(next.status, visibilityAt(row.visibility));
    const fields = [{ field: 'undo', before: row.status, after: next.status }];
    await this.traces.write(row, next, fields, 'action.status-changed', next.status);
    return this.actions.open(id);
  }
}
