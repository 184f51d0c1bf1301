import { Module, type OnModuleInit } from '@nestjs/common';
import { LearningModule } from '@samverkan/learning/api';
import {
  Db,
  OpenWorks,
  OrganizationMoves,
  RetentionRules,
  Searchables,
  SensitiveSources,
  Titles,
  TrashSources,
  Waits,
  sqlMover,
} from '@samverkan/shared/api';
import { VocabulariesModule } from '@samverkan/vocabularies/api';
import { ActionMethodsController } from './action-methods.controller';
import { ActionMethodsService } from './action-methods.service';
import { MethodDeedsController } from './method-deeds.controller';
import { MethodDeeds } from './method-deeds.service';
import { MethodJudging } from './method-judging';
import { MethodOpenWork } from './method-open-work';
import { MethodReferences } from './method-references';
import { MethodSensitiveService } from './method-sensitive.service';
import { MethodTraces } from './method-traces';
import { MethodsController } from './methods.controller';
import { MethodsQuery } from './methods.query';
import { searchedMethods } from './methods.searchable';
import { MethodsService } from './methods.service';
import { methodsTrash } from './methods.trash';
import { methodReviewsWait, trainingRunsOutWait } from './methods.waits';
import { TrainedService } from './trained.service';
import { UsesController } from './uses.controller';
import { UsesQuery } from './uses.query';
import { UsesService } from './uses.service';

@Module({
  imports: [LearningModule, VocabulariesModule],
  controllers: [ActionMethodsController, MethodsController, MethodDeedsController, UsesController],
  providers: [
    ActionMethodsService,
    MethodDeeds,
    MethodJudging,
    MethodOpenWork,
    MethodReferences,
    MethodSensitiveService,
    MethodTraces,
    MethodsQuery,
    MethodsService,
    TrainedService,
    UsesQuery,
    UsesService,
  ],
})
export class MethodsModule implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly works: OpenWorks,
    private readonly openWork: MethodOpenWork,
    private readonly sensitive: SensitiveSources,
    private readonly texts: MethodSensitiveService,
    private readonly trash: TrashSources,
    private readonly moves: OrganizationMoves,
    private readonly rules: RetentionRules,
    private readonly searchables: Searchables,
  ) {}

  onModuleInit(): void {
    this.searchables.register(searchedMethods);
    this.titles.register('methods', 'select m.id, m.name as title from method m where m.removed_at is null', [
      'method.changed',
      'method.use-changed',
    ]);
    this.waits.register(methodReviewsWait);
    this.waits.register(trainingRunsOutWait);
    this.works.register(this.openWork);
    this.sensitive.register('methods', this.texts);
    this.trash.register(methodsTrash);
    this.moves.register(
      'methods',
      sqlMover(this.db, {
        preview: `select 'methods.kept' as kind, count(*)::int as count from method where organization_id = $1 and removed_at is null
          union all select 'methods.used', count(*)::int from method_use where organization_id = $1
          union all select 'methods.tied', count(*)::int from method_action where organization_id = $1`,
        move: 'method_organization_move',
        putBack: 'method_organization_put_back',
      }),
    );
    this.rules.register({
      key: 'methods',
      area: 'methods',
      keeps: 'P30D',
      due: 'select * from retention_methods_due($1)',
      take: 'select * from retention_methods_take($1, $2)',
    });
  }
}
