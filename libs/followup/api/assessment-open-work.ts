import { Injectable } from '@nestjs/common';
import type { OpenWorkSource } from '@samverkan/shared/api';
import { AssessmentsService } from './assessments.service';

/** Assessments that are not signed, by the function that is to sign them: what a holder who leaves has open. */
@Injectable()
export class AssessmentOpenWork implements OpenWorkSource {
  readonly area = 'followup';
  readonly select = `
    select a.id, a.function_id, g.number || '. ' || g.title as title, '/bedomningar/' || a.id as path, 'draft' as state, a.changed_at as at, false as county_reads
    from assessment a join goal g on g.id = a.goal_id where a.function_id = any ($1::uuid[]) and a.signed_at is null`;
  readonly ended = 'select id, title from assessments_discarded()';

  constructor(private readonly assessments: AssessmentsService) {}

  async move(id: string, toFunctionId: string): Promise<void> {
    const { version } = await this.assessments.read(id);
    await this.assessments.change(id, version, { functionId: toFunctionId });
  }

  async close(id: string): Promise<void> {
    await this.assessments.discard(id);
  }

  async reopen(id: string): Promise<void> {
    await this.assessments.restore(id);
  }
}
