import { Injectable } from '@nestjs/common';
import { type OpenWorkSource, conflict } from '@samverkan/shared/api';
import { OffersService } from './offers.service';

/** Trainings that are still to be held, by the function that answers for them: what a holder who leaves has open. */
@Injectable()
export class OfferOpenWork implements OpenWorkSource {
  readonly area = 'learning';
  readonly select = `
    select o.id, o.function_id, o.title, '/utbildningar/' || o.id as path, o.status as state, o.changed_at as at, o.level >= 1 as county_reads
    from offer o where o.function_id = any ($1::uuid[]) and o.status in ('draft', 'open', 'closed')`;

  constructor(private readonly offers: OffersService) {}

  async move(id: string, toFunctionId: string): Promise<void> {
    const { version } = await this.offers.read(id);
    await this.offers.change(id, version, { functionId: toFunctionId });
  }

  /** The reason stands with the decision of the handover. */
  async close(id: string): Promise<void> {
    await this.offers.move(id, 'cancel');
  }

  async reopen(id: string): Promise<void> {
    const { status } = await this.offers.read(id);
    if (status !== 'cancelled') throw conflict('offer.status-does-not-allow');
    await this.offers.move(id, 'undo');
  }
}
