import { Injectable } from '@nestjs/common';
import type { OpenWorkSource } from '@samverkan/shared/api';
import { HostingsService } from './hostings.service';

/** Questions about holding a training together that a function is asked to answer, and has not. */
@Injectable()
export class HostingOpenWork implements OpenWorkSource {
  readonly area = 'hostings';
  readonly select = `
    select h.id, h.function_id, hosting_title(h.id) as title, '/utbildningar/tillsammans/' || h.id as path, h.kind as state, h.asked_at as at, false as county_reads
    from offer_hosting h where h.function_id = any ($1::uuid[]) and h.state = 'open'`;
  readonly ended = 'select id, title from hostings_declined()';

  constructor(private readonly hostings: HostingsService) {}

  move(id: string, toFunctionId: string): Promise<void> {
    return this.hostings.moveTo(id, toFunctionId);
  }

  async close(id: string, reason: string): Promise<void> {
    await this.hostings.decline(id, { answer: reason, guardConfirmed: [] });
  }

  async reopen(id: string): Promise<void> {
    await this.hostings.undo(id);
  }
}
