import { Injectable } from '@nestjs/common';
import type { OpenWorkSource } from '@samverkan/shared/api';
import { TasksService } from './tasks.service';

/** Tasks that are not ended, by the function that answers for them: what a holder who leaves has open. */
@Injectable()
export class TaskOpenWork implements OpenWorkSource {
  readonly area = 'tasks';
  readonly select = `
    select t.id, t.function_id, t.title, '/uppgifter/' || t.id as path, 'open' as state, t.set_at as at, a.visibility >= 1 as county_reads
    from action_task t join action a on a.id = t.action_id where t.function_id = any ($1::uuid[]) and t.outcome is null and t.removed_at is null`;

  constructor(private readonly tasks: TasksService) {}

  move(id: string, toFunctionId: string): Promise<void> {
    return this.tasks.moveTo(id, toFunctionId);
  }

  /** The reason stands with the decision of the handover. */
  async close(id: string): Promise<void> {
    await this.tasks.end(id, 'dropped');
  }

  async reopen(id: string): Promise<void> {
    await this.tasks.reopen(id);
  }
}
