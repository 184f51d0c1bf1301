import { Injectable } from '@nestjs/common';
import type { PublicationSelection } from '@samverkan/publications/contract';
import { Db, Ledger, badInput, currentActor, forbidden } from '@samverkan/shared/api';
import { keepers } from './publications.policy';
import { PublicationsQuery } from './publications.query';

/** A county's own choice among what has been published, in its own order. */
@Injectable()
export class PublicationSelections {
  constructor(
    private readonly db: Db,
    private readonly query: PublicationsQuery,
    private readonly ledger: Ledger,
  ) {}

  async read(countyCode: string): Promise<PublicationSelection> {
    return { countyCode, items: await this.query.selected(countyCode), mayChange: this.mayChange(countyCode) };
  }

  /** The whole selection in its order: what is not named is no longer in it. */
  async set(countyCode: string, publicationIds: readonly string[]): Promise<PublicationSelection> {
    if (!this.mayChange(countyCode)) throw forbidden();
    // One at a time: two who order the same list at once must not end with a mixture.
    await this.db.query(`select pg_advisory_xact_lock(hashtext('publication.selection.' || $1::text))`, [countyCode]);
    const found = await this.db.query<{ id: string }>(
      `select id from publication where id = any ($1::uuid[]) and status = 'published' and removed_at is null`,
      [publicationIds],
    );
    const known = new Set(found.map(({ id }) => id));
    const unknown = publicationIds.flatMap((id, at) =>
      known.has(id) ? [] : [{ path: `publicationIds.${at}`, code: 'field.not-a-choice' }],
    );
    if (unknown.length > 0) throw badInput(unknown);
    await this.db.query(
      'delete from publication_selection where county_code = $1 and publication_id <> all ($2::uuid[])',
      [countyCode, publicationIds],
    );
    await this.db.query(
      `insert into publication_selection as s (county_code, publication_id, sort)
       select $1, id, at from unnest($2::uuid[]) with ordinality t (id, at)
       on conflict (county_code, publication_id) do update set sort = excluded.sort`,
      [countyCode, publicationIds],
    );
    await this.ledger.audited('publications.selected', 'publications', null);
    return this.read(countyCode);
  }

  private mayChange(countyCode: string): boolean {
    const { role, countyCodes } = currentActor();
    return keepers.some((one) => one === role) && countyCodes.includes(countyCode);
  }
}
