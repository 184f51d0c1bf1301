import { Injectable } from '@nestjs/common';
import { type OpenWorkSource, conflict } from '@samverkan/shared/api';
import { AssignmentsService } from './assignments.service';

/** Assignments that are not closed, by the function that answers for them: what a holder who leaves has open. */
@Injectable()
export class AssignmentOpenWork implements OpenWorkSource {
  readonly area = 'assignments';
  readonly select = `
    select a.id, a.function_id, a.title, '/uppdrag/' || a.id as path, a.status as state, a.changed_at as at, a.visibility >= 1 as county_reads
    from assignment a where a.function_id = any ($1::uuid[]) and a.status <> 'closed'`;

  constructor(private readonly assignments: AssignmentsService) {}

  async move(id: string, toFunctionId: string): Promise<void> {
    const { version } = await this.assignments.read(id);
    await this.assignments.change(id, version, { functionId: toFunctionId });
  }

  /** The reason stands with the decision of the handover. */
  async close(id: string): Promise<void> {
    await this.assignments.move(id, 'close');
  }

  async reopen(id: string): Promise<void> {
    const { status } = await this.assignments.read(id);
    if (status !== 'closed') throw conflict('assignment.status-does-not-allow');
    await this.assignments.move(id, 'undo');
  }
}
