import { Module, type OnModuleInit } from '@nestjs/common';
import {
  Db,
  Deadlines,
  OpenWorks,
  OrganizationMoves,
  Searchables,
  SensitiveSources,
  Titles,
  Waits,
  sqlMover,
} from '@samverkan/shared/api';
import { VocabulariesModule } from '@samverkan/vocabularies/api';
import { EffectNews } from './effect-news';
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
  imports: [VocabulariesModule],
  controllers: [SupportNeedsController, SupportController, SupportDeedsController],
  providers: [
    EffectNews,
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
export class SupportModule implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly works: OpenWorks,
    private readonly openWork: SupportOpenWork,
    private readonly sensitive: SensitiveSources,
    private readonly texts: SupportSensitiveService,
    private readonly moves: OrganizationMoves,
    private readonly deadlines: Deadlines,
    private readonly searchables: Searchables,
  ) {}

  onModuleInit(): void {
    this.searchables.register(searchedSupport);
    this.titles.register('support', 'select r.id, r.title from support_request r', ['support.changed']);
    for (const wait of [effectWait, proposedWait, untakenWait, overdueWait]) this.waits.register(wait);
    this.deadlines.register(supportDays);
    this.works.register(this.openWork);
    this.sensitive.register('support', this.texts);
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
