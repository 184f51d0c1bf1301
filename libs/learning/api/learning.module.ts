import { Module, type OnModuleInit } from '@nestjs/common';
import { ContactsModule } from '@samverkan/contacts/api';
import {
  Db,
  Deadlines,
  OpenTrainings,
  OpenWorks,
  OrganizationMoves,
  SensitiveSources,
  Titles,
  Waits,
  sqlMover,
  Searchables,
} from '@samverkan/shared/api';
import { searchedTrainings } from './learning.searchable';
import { VocabulariesModule } from '@samverkan/vocabularies/api';
import { GeographyModule } from '@samverkan/geography/api';
import { PublicationsModule } from '@samverkan/publications/api';
import { PublicModule } from '@samverkan/public/api';
import { CompletionsController } from './completions.controller';
import { CompletionsService } from './completions.service';
import { DoorController } from './door.controller';
import { DoorService } from './door.service';
import { EvaluationController } from './evaluation.controller';
import { EvaluationService } from './evaluation.service';
import { HostingLetters } from './hosting-letters';
import { HostingMail } from './hosting-mail';
import { HostingOpenWork } from './hosting-open-work';
import { HostingSensitiveService } from './hosting-sensitive.service';
import { HostingsController } from './hostings.controller';
import { HostingsQuery } from './hostings.query';
import { HostingsService } from './hostings.service';
import { hostingsWait, unansweredHostingsWait } from './hostings.wait';
import { LearningPersonalData } from './learning-personal-data';
import { OpenOffers } from './open-offers';
import { OfferHosts } from './offer-hosts';
import { OfferKindsController } from './offer-kinds.controller';
import { OfferKindsService } from './offer-kinds.service';
import { OfferOpenWork } from './offer-open-work';
import { OfferPublicationsController } from './offer-publications.controller';
import { OfferPublicationsService } from './offer-publications.service';
import { OfferSensitiveService } from './offer-sensitive.service';
import { OfferSessionsController } from './offer-sessions.controller';
import { OfferSessionsService } from './offer-sessions.service';
import { OfferTraces } from './offer-traces';
import { OffersController } from './offers.controller';
import { offerDays } from './offers.deadlines';
import { OffersQuery } from './offers.query';
import { OffersService } from './offers.service';
import { ReachController } from './reach.controller';
import { ReachService } from './reach.service';
import { RegistrationLetters } from './registration-letters';
import { RegistrationMail } from './registration-mail';
import { RegistrationsController } from './registrations.controller';
import { RegistrationsService } from './registrations.service';
import { UptakeController } from './uptake.controller';
import { UptakeService } from './uptake.service';

@Module({
  imports: [ContactsModule, GeographyModule, PublicationsModule, PublicModule, VocabulariesModule],
  exports: [ReachService],
  controllers: [
    CompletionsController,
    EvaluationController,
    DoorController,
    HostingsController,
    OfferKindsController,
    OfferPublicationsController,
    OffersController,
    OfferSessionsController,
    ReachController,
    RegistrationsController,
    UptakeController,
  ],
  providers: [
    CompletionsService,
    HostingLetters,
    HostingMail,
    HostingOpenWork,
    HostingSensitiveService,
    HostingsQuery,
    HostingsService,
    OfferHosts,
    OpenOffers,
    OfferKindsService,
    OfferOpenWork,
    OfferPublicationsService,
    OfferSensitiveService,
    OfferSessionsService,
    OfferTraces,
    OffersQuery,
    OffersService,
    DoorService,
    EvaluationService,
    LearningPersonalData,
    ReachService,
    RegistrationLetters,
    RegistrationMail,
    RegistrationsService,
    UptakeService,
  ],
})
export class LearningModule implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly titles: Titles,
    private readonly works: OpenWorks,
    private readonly openWork: OfferOpenWork,
    private readonly asked: HostingOpenWork,
    private readonly waits: Waits,
    private readonly sensitive: SensitiveSources,
    private readonly texts: OfferSensitiveService,
    private readonly moves: OrganizationMoves,
    private readonly deadlines: Deadlines,
    private readonly searchables: Searchables,
    private readonly trainings: OpenTrainings,
    private readonly open: OpenOffers,
  ) {}

  onModuleInit(): void {
    this.searchables.register(searchedTrainings);
    this.trainings.register(this.open);
    this.titles.register(
      'learning',
      `select o.id, o.title from offer o
       union all select h.id, h.title from (select k.id, hosting_title(k.id) as title from offer_hosting k) h where h.title is not null`,
      ['offer.changed'],
    );
    [hostingsWait, unansweredHostingsWait].forEach((wait) => this.waits.register(wait));
    this.deadlines.register(offerDays);
    this.works.register(this.openWork);
    this.works.register(this.asked);
    this.sensitive.register('learning', this.texts);
    // Before who holds what is moved: which questions that ends is told by who held it.
    this.moves.register(
      'hostings',
      sqlMover(this.db, {
        preview: `select 'learning.hosting' as kind, count(*)::int as count from offer_hosting where $1 in (organization_id, from_organization_id)`,
        move: 'hosting_organization_move',
        putBack: 'hosting_organization_put_back',
      }),
    );
    this.moves.register(
      'learning',
      sqlMover(this.db, {
        preview: `select 'learning.offers' as kind, count(*)::int as count from offer where $1 = any (host_ids)`,
        move: 'offer_organization_move',
        putBack: 'offer_organization_put_back',
      }),
    );
  }
}
