import { type MiddlewareConsumer, Module, type NestModule, type OnModuleInit } from '@nestjs/common';
import {
  Db,
  Deadlines,
  OpenWorks,
  OrganizationMoves,
  RetentionRules,
  Searchables,
  SensitiveSources,
  Titles,
  Waits,
  sqlMover,
} from '@samverkan/shared/api';
import { GeographyModule } from '@samverkan/geography/api';
import { PublicModule, PublicReads } from '@samverkan/public/api';
import { VocabulariesModule } from '@samverkan/vocabularies/api';
import { EffectNews } from './effect-news';
import { InquiriesController } from './inquiries.controller';
import { inquiriesKept, inquiryWait } from './inquiries.keeping';
import { InquiriesService } from './inquiries.service';
import { InquiryDoorController } from './inquiry-door.controller';
import { InquiryDoorService } from './inquiry-door.service';
import { InquiryLetters } from './inquiry-letters';
import { InquirySensitiveService } from './inquiry-sensitive.service';
import { SupportNeedsController } from './needs.controller';
import { SupportNeedsService } from './needs.service';
import { SupportDeedsController } from './support-deeds.controller';
import { SupportLinks } from './support-links.service';
import { SupportOpenWork } from './support-open-work';
import { SupportSensitiveService } from './support-sensitive.service';
import { SupportSteps } from './support-steps.service';
import { SupportSuggestionsQuery } from './support-suggestions.query';
import { SupportTraces } from './support-traces';
import { SupportController } from './support.controller';
import { supportDays } from './support.deadlines';
import { SupportQuery } from './support.query';
import { searchedSupport } from './support.searchable';
import { SupportService } from './support.service';
import { effectWait, overdueWait, proposedWait, untakenWait } from './support.waits';

@Module({
  imports: [GeographyModule, PublicModule, VocabulariesModule],
  controllers: [
    InquiryDoorController,
    InquiriesController,
    SupportNeedsController,
    SupportController,
    SupportDeedsController,
  ],
  providers: [
    EffectNews,
    InquiriesService,
    InquiryDoorService,
    InquiryLetters,
    InquirySensitiveService,
    SupportLinks,
    SupportNeedsService,
    SupportOpenWork,
    SupportQuery,
    SupportSensitiveService,
    SupportService,
    SupportSteps,
    SupportSuggestionsQuery,
    SupportTraces,
  ],
})
export class SupportModule implements NestModule, OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly works: OpenWorks,
    private readonly openWork: SupportOpenWork,
    private readonly sensitive: SensitiveSources,
    private readonly texts: SupportSensitiveService,
    private readonly inquiries: InquirySensitiveService,
    private readonly moves: OrganizationMoves,
    private readonly deadlines: Deadlines,
    private readonly searchables: Searchables,
    private readonly rules: RetentionRules,
  ) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(PublicReads).forRoutes(InquiryDoorController);
  }

  onModuleInit(): void {
    this.searchables.register(searchedSupport);
    this.titles.register('support', 'select r.id, r.title from support_request r', ['support.changed']);
    for (const wait of [effectWait, proposedWait, inquiryWait, untakenWait, overdueWait]) this.waits.register(wait);
    this.rules.register(inquiriesKept);
    this.deadlines.register(supportDays);
    this.works.register(this.openWork);
    const sourceOf = (kind: string) => (kind === 'inquiry' ? this.inquiries : this.texts);
    this.sensitive.register('support', {
      hide: (kind, id) => sourceOf(kind).hide(kind, id),
      fields: (kind, id) => sourceOf(kind).fields(kind, id),
      show: (kind, id, clean) => sourceOf(kind).show(kind, id, clean),
    });
    this.moves.register(
      'support',
      sqlMover(this.db, {
        preview: `select 'support.asked' as kind, count(*)::int as count from support_request where organization_id = $1`,
        move: 'support_organization_move',
        putBack: 'support_organization_put_back',
      }),
    );
  }
}
