import { Injectable } from '@nestjs/common';
import { Db, type OpenWorkSource, conflict, currentActor } from '@samverkan/shared/api';
import { SupportSteps } from './support-steps.service';
import { verbsOf } from './support-steps';

/** Requests that are not ended, by the function that asks and by the one at the county board that has it: what a holder who leaves has open. */
@Injectable()
export class SupportOpenWork implements OpenWorkSource {
  readonly area = 'support';
  readonly select = `
    select r.id, p.id as function_id, r.title, '/stod/' || r.id as path, r.status as state, r.created_at as at, true as county_reads
    from support_request r, lateral (select distinct x.id from unnest(array[r.function_id, r.handler_function_id]) x (id)) p
    where p.id = any ($1::uuid[]) and r.status in ('received', 'reopened', 'in_progress', 'proposed', 'agreed', 'closed')`;

  constructor(
    private readonly db: Db,
    private readonly steps: SupportSteps,
  ) {}

  move(id: string, toFunctionId: string): Promise<void> {
    return this.steps.moveTo(id, toFunctionId);
  }

  /** One's own request is withdrawn where it is still worked with; else no function answers for it any more, and the organisation does. */
  async close(id: string, reason: string): Promise<void> {
    const row = await this.steps.row(id);
    if (verbsOf(row, currentActor()).includes('withdraw')) await this.steps.step(id, 'withdraw', reason);
    else await this.steps.moveTo(id, null);
  }

  async reopen(id: string): Promise<void> {
    const row = await this.steps.row(id);
    const asks = row.organizationId === currentActor().organizationId;
    if (asks && row.status === 'withdrawn') {
      await this.steps.undo(id);
      return;
    }
    const before = await this.db.one<{ function: string | null }>(
      `select before #>> '{}' as function from change_log where area = 'support' and object_id = $1 and field = $2 order by at desc, id desc limit 1`,
      [id, asks ? 'functionId' : 'handlerFunctionId'],
    );
    if ((asks ? row.functionId : row.handlerFunctionId) || !before?.function) throw conflict('stale-version');
    await this.steps.moveTo(id, before.function);
  }
}
