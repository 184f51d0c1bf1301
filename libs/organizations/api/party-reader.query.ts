import { type OrganizationKind } from '@samverkan/organizations/contract';
import { Db, type PartyReader } from '@samverkan/shared/api';
import { Injectable } from '@nestjs/common';

const roleOf: Record<OrganizationKind, PartyReader['role']> = {
  county_board: 'county_staff',
  municipality: 'coordinator',
  region: 'coordinator',
  national_authority: 'national_reader',
  federation: 'partner',
  civil_society: 'partner',
  university: 'partner',
  other: 'partner',
};

/** What an ordinary user of an organisation may be, by its kind. A national authority's own people read the nation; its branch in a county takes part there. */
@Injectable()
export class PartyReaderQuery {
  constructor(private readonly db: Db) {}

  async of(organizationId: string): Promise<PartyReader | undefined> {
    const row = await this.db.one<{ kind: OrganizationKind; counties: string[] }>(
      `select o.kind, coalesce((select array_agg(c.county_code order by c.county_code) from organization_county c where c.organization_id = o.id), '{}') as counties
       from organization o where o.id = $1`,
      [organizationId],
    );
    if (!row) return undefined;
    const branch = row.kind === 'national_authority' && row.counties.length > 0;
    return { organizationId, role: branch ? 'partner' : roleOf[row.kind], countyCodes: row.counties };
  }
}
