import { Injectable } from '@nestjs/common';
import type { OpenWorkSource } from '@samverkan/shared/api';
import { CommitmentsService } from './commitments.service';

/** Commitments that stand, by the function that answers for them: what a holder who leaves has open. What a party has promised is its own to keep or end: the county is not asked to take it. */
@Injectable()
export class CommitmentOpenWork implements OpenWorkSource {
  readonly area = 'commitments';
  readonly select = `
    select c.id, c.function_id, c.text as title, '/strategier/' || g.strategy_id || '/mal/' || g.id as path, '' as state, c.changed_at as at, false as county_reads
    from commitment c join goal g on g.id = c.goal_id join strategy s on s.id = g.strategy_id
    where c.function_id = any ($1::uuid[]) and c.withdrawn_on is null and (c.ends_on is null or c.ends_on >= today()) and s.status in ('draft', 'in_consultation', 'adopted')`;

  constructor(private readonly commitments: CommitmentsService) {}

  async move(id: string, toFunctionId: string): Promise<void> {
    const { version } = await this.commitments.one(id);
    await this.commitments.change(id, version, { functionId: toFunctionId });
  }

  /** It no longer stands; why is said in the handover. */
  async close(id: string): Promise<void> {
    await this.commitments.withdraw(id);
  }

  async reopen(id: string): Promise<void> {
    await this.commitments.resume(id);
  }
}
