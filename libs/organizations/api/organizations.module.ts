import { Module, type OnModuleInit } from '@nestjs/common';
import {
  Db,
  Jobs,
  OrganizationMoves,
  Parties,
  RetentionRules,
  Searchables,
  SensitiveSources,
  Titles,
  TrashSources,
  jobKind,
  sqlMover,
  sqlRule,
} from '@samverkan/shared/api';
import { searchedParties } from './organizations.searchable';
import * as z from 'zod';
import { MergesController } from './merges.controller';
import { MergesService } from './merges.service';
import { OrganizationsController } from './organizations.controller';
import { OrganizationsQuery } from './organizations.query';
import { PartiesController } from './parties.controller';
import { PartiesService } from './parties.service';
import { partiesTrash } from './parties.trash';
import { PartyPresenceController } from './party-presence.controller';
import { PartyReaderQuery } from './party-reader.query';
import { PartySensitiveService } from './party-sensitive.service';
import { PartyStore } from './party-store.service';

/** A name that begins on a day is the party's from that day on. */
const namesBegin = jobKind({ name: 'organizations.names-begin', data: z.object({}) });

@Module({
  controllers: [OrganizationsController, PartiesController, PartyPresenceController, MergesController],
  providers: [MergesService, OrganizationsQuery, PartiesService, PartyReaderQuery, PartySensitiveService, PartyStore],
})
export class OrganizationsModule implements OnModuleInit {
  constructor(
    private readonly parties: Parties,
    private readonly readers: PartyReaderQuery,
    private readonly titles: Titles,
    private readonly sensitive: SensitiveSources,
    private readonly texts: PartySensitiveService,
    private readonly moves: OrganizationMoves,
    private readonly jobs: Jobs,
    private readonly db: Db,
    private readonly searchables: Searchables,
    private readonly trash: TrashSources,
    private readonly rules: RetentionRules,
  ) {}

  onModuleInit(): void {
    this.searchables.register(searchedParties);
    this.trash.register(partiesTrash);
    this.rules.register(sqlRule('organizations', 'parties'));
    this.parties.register((organizationId) => this.readers.of(organizationId));
    // The news tell of the reader's own county's parties and of the nation's; live updates reach every reader.
    this.titles.register(
      'organizations',
      `select o.id, o.name as title from organization o where o.merged_into_id is null and not exists (
         select 1 from organization_county c where c.organization_id = o.id and c.county_code <> all ((select ctx_counties())::text[]))`,
    );
    this.sensitive.register('organizations', this.texts);
    this.moves.register(
      'withdrawn',
      sqlMover(this.db, {
        preview: `select 'organizations.withdrawn' as kind, count(*)::int as count from organization_withdrawn where organization_id = $1`,
        move: 'organization_withdrawn_move',
        putBack: 'organization_withdrawn_put_back',
      }),
    );
    this.moves.register(
      'organizations',
      sqlMover(this.db, {
        preview: `select 'organizations.part' as kind, count(*)::int as count from organization where parent_id = $1`,
        move: 'organization_move',
        putBack: 'organization_put_back',
      }),
    );
    this.jobs.schedule(namesBegin, '5 0 * * *', () =>
      this.db.transaction(async () => {
        await this.db.query('select organization_names_begin()');
      }),
    );
  }
}
