import { Injectable } from '@nestjs/common';
import { Db, Ledger, conflict } from '@samverkan/shared/api';
import { ActionTraces } from './action-traces';

/** Takes back what has just been done with an action. */
@Injectable()
export class ActionUndoService {
  constructor(
    private readonly db: Db,
    private readonly ledger: Ledger,
    private readonly traces: ActionTraces,
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
}
