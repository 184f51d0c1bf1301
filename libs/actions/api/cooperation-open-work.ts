import { Injectable } from '@nestjs/common';
import type { OpenWorkSource } from '@samverkan/shared/api';
import { CooperationsService } from './cooperations.service';

/** Invitations and proposals that a function is asked to answer, and has not. */
@Injectable()
export class CooperationOpenWork implements OpenWorkSource {
  readonly area = 'cooperations';
  readonly select = `
    select c.id, c.function_id, cooperation_title(c.id) as title, '/insatser/samarbete/' || c.id as path, c.kind as state, c.asked_at as at, false as county_reads
    from action_cooperation c where c.function_id = any ($1::uuid[]) and c.state = 'open'`;

  constructor(private readonly cooperations: CooperationsService) {}

  move(id: string, toFunctionId: string): Promise<void> {
    return this.cooperations.moveTo(id, toFunctionId);
  }

  async close(id: string, reason: string): Promise<void> {
    await this.cooperations.decline(id, { answer: reason, guardConfirmed: [] });
  }

  async reopen(id: string): Promise<void> {
    await this.cooperations.undo(id);
  }
}
