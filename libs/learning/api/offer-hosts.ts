import { Injectable } from '@nestjs/common';
import { Db, badInput } from '@samverkan/shared/api';

/** Which parties can be asked to hold a training, and the counties that whoever holds it makes it one of. */
@Injectable()
export class OfferHosts {
  constructor(private readonly db: Db) {}

  /** Each of them exists, has not ended and is not another's former self; `path` says where it stood. */
  async refuseUnknown(ids: readonly string[], path: (id: string) => string): Promise<void> {
    const known = await this.db.query<{ id: string }>(
      'select o.id from organization o where o.id = any ($1::uuid[]) and o.merged_into_id is null and (o.valid_to is null or o.valid_to >= today())',
      [ids],
    );
    const unknown = ids.filter((id) => !known.some((one) => one.id === id));
    if (unknown.length > 0) throw badInput(unknown.map((id) => ({ path: path(id), code: 'field.not-a-choice' })));
  }

  /** Those who were named without having been asked, and may be taken out by the acting organisation. */
  async unasked(offerId: string): Promise<string[]> {
    return (await this.db.one<{ ids: string[] }>('select hosting_unasked($1) as ids', [offerId]))?.ids ?? [];
  }

  async countiesOf(organizationId: string): Promise<string[]> {
    const counties = await this.db.one<{ codes: string[] }>(
      `select coalesce(array_agg(distinct c.county_code order by c.county_code), '{}') as codes from organization_county c where c.organization_id = $1`,
      [organizationId],
    );
    return counties?.codes ?? [];
  }
}
