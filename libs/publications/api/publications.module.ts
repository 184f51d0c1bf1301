import { Module, type OnModuleInit } from '@nestjs/common';
import { ContactsModule } from '@samverkan/contacts/api';
import {
  Db,
  OpenWorks,
  OrganizationMoves,
  PersonalData,
  RetentionRules,
  SensitiveSources,
  Titles,
  TrashSources,
  Waits,
  countedData,
  sqlMover,
  Searchables,
} from '@samverkan/shared/api';
import { searchedPublications } from './publications.searchable';
import { FormatRequestsController } from './format-requests.controller';
import { FormatRequestsService } from './format-requests.service';
import { OpenPublications } from './open-publications';
import { PublicationDeedsController } from './publication-deeds.controller';
import { PublicationDeeds } from './publication-deeds.service';
import { PublicationFilesController } from './publication-files.controller';
import { PublicationFiles } from './publication-files.service';
import { PublicationLinks } from './publication-links';
import { PublicationOpenWork } from './publication-open-work';
import { PublicationOwnerLetters } from './publication-owner-letters';
import { PublicationOwning } from './publication-owning';
import { PublicationReferences } from './publication-references';
import { PublicationSelectionController } from './publication-selection.controller';
import { PublicationSelections } from './publication-selection.service';
import { PublicationSensitiveService } from './publication-sensitive.service';
import { PublicationTraces } from './publication-traces';
import { PublicationsController } from './publications.controller';
import { PublicationsQuery } from './publications.query';
import { PublicationsService } from './publications.service';
import { publicationFilesTrash, publicationsTrash } from './publications.trash';
import { deadLinksWait, formatsWait, namedWait, reviewsWait } from './publications.waits';

@Module({
  imports: [ContactsModule],
  exports: [OpenPublications, PublicationsService],
  controllers: [
    FormatRequestsController,
    PublicationsController,
    PublicationDeedsController,
    PublicationFilesController,
    PublicationSelectionController,
  ],
  providers: [
    FormatRequestsService,
    OpenPublications,
    PublicationDeeds,
    PublicationFiles,
    PublicationLinks,
    PublicationOpenWork,
    PublicationOwnerLetters,
    PublicationOwning,
    PublicationReferences,
    PublicationSelections,
    PublicationSensitiveService,
    PublicationTraces,
    PublicationsQuery,
    PublicationsService,
  ],
})
export class PublicationsModule implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly works: OpenWorks,
    private readonly openWork: PublicationOpenWork,
    private readonly sensitive: SensitiveSources,
    private readonly texts: PublicationSensitiveService,
    private readonly trash: TrashSources,
    private readonly moves: OrganizationMoves,
    private readonly personal: PersonalData,
    private readonly rules: RetentionRules,
    private readonly searchables: Searchables,
  ) {}

  onModuleInit(): void {
    this.searchables.register(searchedPublications);
    this.titles.register('publications', 'select p.id, p.title from publication p where p.removed_at is null');
    this.waits.register(reviewsWait);
    this.waits.register(deadLinksWait);
    this.waits.register(formatsWait);
    this.waits.register(namedWait);
    this.works.register(this.openWork);
    this.sensitive.register('publications', this.texts);
    this.trash.register(publicationsTrash);
    this.trash.register(publicationFilesTrash);
    this.personal.register(
      'publications',
      countedData(this.db, {
        key: 'publications.files',
        title: { sv: 'Filer som du har lagt till i publikationer', en: 'Files you have added to publications' },
        held: 'publications_held',
      }),
    );
    this.moves.register(
      'publications',
      sqlMover(this.db, {
        preview: `select 'publications.kept' as kind, count(*)::int as count from publication where organization_id = $1 and removed_at is null
          union all select 'publications.owned', count(*)::int from publication where $1 = any (owner_ids) and organization_id <> $1 and removed_at is null`,
        move: 'publication_move',
        putBack: 'publication_put_back',
      }),
    );
    this.rules.register({
      key: 'formats',
      area: 'publications',
      keeps: 'P1Y',
      due: 'select * from retention_formats_due($1)',
      take: 'select * from retention_formats_take($1, $2)',
    });
    this.rules.register({
      key: 'publications',
      area: 'publications',
      keeps: 'P30D',
      due: 'select * from retention_publications_due($1)',
      take: 'select * from retention_publications_take($1, $2)',
    });
  }
}
