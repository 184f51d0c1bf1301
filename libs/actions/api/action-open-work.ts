import { Injectable } from '@nestjs/common';
import { Db, type OpenWorkSource, conflict } from '@samverkan/shared/api';
import type { ActionStatus } from '@samverkan/actions/contract';
import { ActionTraces } from './action-traces';
import { ActionsService } from './actions.service';

/** Actions that are not yet ended, by the function that answers for them: what a holder who leaves has open. */
@Injectable()
export class ActionOpenWork implements OpenWorkSource {
  readonly area = 'actions';
  readonly select = `
    select a.id, a.responsible_function_id as function_id, a.title, '/insatser/' || a.id as path, a.status as state, a.created_at as at,
      a.visibility >= 2 as county_reads
    from action a where a.responsible_function_id = any ($1::uuid[]) and a.status in ('draft', 'planned', 'ongoing', 'paused')`;

  constructor(
    private readonly db: Db,
    private readonly actions: ActionsService,
    private readonly traces: ActionTraces,
  ) {}

  async move(id: string, toFunctionId: string): Promise<void> {
    const { version } = await this.actions.open(id);
    await this.actions.change(id, version, { responsibleFunctionId: toFunctionId });
  }

  async close(id: string, reason: string): Promise<void> {
    await this.actions.move(id, 'cancel', reason);
  }

  /** Back to what it was before it was cancelled, as if it had not been. */
  async reopen(id: string): Promise<void> {
    const row = await this.traces.forChange(id, 'moveStatus');
    if (row.status !== 'cancelled') throw conflict('action.status-does-not-allow');
    const was = await this.db.one<{ status: ActionStatus }>(
      `select before #>> '{}' as status from change_log where area = 'actions' and object_id = $1 and field = 'cancel' order by at desc, id desc limit 1`,
      [id],
    );
    const status = was?.status ?? 'ongoing';
    const fields = [{ field: 'reopen', before: row.status, after: status }];
    await this.traces.write(
      row,
      { status, cancelReason: null, joinedIntoId: null },
      fields,
      'action.status-changed',
      status,
    );
  }
}
