import { Injectable } from '@nestjs/common';
import { Db, badInput } from '@samverkan/shared/api';

export interface Held {
  hostIds: string[];
  /** The counties where it is seen: those of all who hold it. */
  countyCodes: string[];
}

/** Those who hold a training together, and the counties that makes it one of. */
@Injectable()
export class OfferHosts {
  constructor(private readonly db: Db) {}

  /** Whoever entered it is always among them, first. */
  async with(organizationId: string, others: readonly string[]): Promise<Held> {
    const wanted = [organizationId, ...others.filter((id) => id !== organizationId)];
    const known = await this.db.query<{ id: string }>(
      'select o.id from organization o where o.id = any ($1::uuid[]) and o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today())',
      [wanted],
    );
    const unknown = others.flatMap((id, at) => (known.some((one) => one.id === id) ? [] : [`hostIds.${at}`]));
    if (unknown.length > 0) throw badInput(unknown.map((path) => ({ path, code: 'field.not-a-choice' })));
    const counties = await this.db.one<{ codes: string[] }>(
      `select coalesce(array_agg(distinct c.county_code order by c.county_code), '{}') as codes from organization_county c where c.organization_id = any ($1::uuid[])`,
      [wanted],
    );
    return { hostIds: [...new Set(wanted)], countyCodes: counties?.codes ?? [] };
  }
}
