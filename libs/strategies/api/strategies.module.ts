import { Module, type OnModuleInit } from '@nestjs/common';
import {
  Db,
  Deadlines,
  GoalMoves,
  OpenWorks,
  OrganizationMoves,
  RetentionRules,
  Searchables,
  SensitiveSources,
  Titles,
  TrashSources,
  Waits,
  sqlMover,
  sqlRule,
} from '@samverkan/shared/api';
import { searchedStrategies, searchedGoals } from './strategies.searchable';
import { AdoptionController } from './adoption.controller';
import { AdoptionService } from './adoption.service';
import { CommitmentOpenWork } from './commitment-open-work';
import { CommitmentsController } from './commitments.controller';
import { CommitmentsService } from './commitments.service';
import { DocumentController } from './document.controller';
import { DraftsService } from './drafts.service';
import { GoalImportController } from './goal-import.controller';
import { GoalImportService } from './goal-import.service';
import { GoalImportWrites } from './goal-import.writes';
import { GoalsController } from './goals.controller';
import { GoalsService } from './goals.service';
import { HistoryService } from './history.service';
import { OpenStrategies } from './open-strategies';
import { SignatoriesService } from './signatories.service';
import { StrategiesController } from './strategies.controller';
import { StrategiesQuery } from './strategies.query';
import { StrategiesService } from './strategies.service';
import { draftsTrash, goalsTrash } from './strategies.trash';
import { strategyDays } from './strategies.deadlines';
import { commitmentsWait, endingWait } from './strategies.waits';
import { StrategySensitiveService } from './strategy-sensitive.service';
import { StrategyTraces } from './strategy-traces';
import { SuccessionService } from './succession.service';

// A commitment that was ended is told by its words where its function is handed over.
const titles = 'select s.id, s.short_title as title from strategy s union all select c.id, c.text from commitment c';
/** The small steps of writing a draft. */
const sitting = [
  ...['changed', 'goal-added', 'goal-changed', 'goal-moved', 'goal-removed', 'goal-restored', 'goals-imported'],
  ...['goals-import-undone', 'way-said', 'follower-chosen'],
].map((kind) => `strategy.${kind}`);

@Module({
  controllers: [
    StrategiesController,
    GoalsController,
    GoalImportController,
    DocumentController,
    AdoptionController,
    CommitmentsController,
  ],
  providers: [
    StrategiesQuery,
    StrategiesService,
    OpenStrategies,
    StrategyTraces,
    HistoryService,
    DraftsService,
    GoalsService,
    GoalImportWrites,
    GoalImportService,
    SuccessionService,
    AdoptionService,
    SignatoriesService,
    CommitmentsService,
    CommitmentOpenWork,
    StrategySensitiveService,
  ],
  exports: [StrategyTraces, OpenStrategies],
})
export class StrategiesModule implements OnModuleInit {
  constructor(
    private readonly moves: OrganizationMoves,
    private readonly goalMoves: GoalMoves,
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly works: OpenWorks,
    private readonly openWork: CommitmentOpenWork,
    private readonly adoption: AdoptionService,
    private readonly db: Db,
    private readonly deadlines: Deadlines,
    private readonly sensitive: SensitiveSources,
    private readonly texts: StrategySensitiveService,
    private readonly searchables: Searchables,
    private readonly trash: TrashSources,
    private readonly rules: RetentionRules,
  ) {}

  onModuleInit(): void {
    this.searchables.register(searchedStrategies, searchedGoals);
    [draftsTrash, goalsTrash].forEach((source) => this.trash.register(source));
    for (const key of ['strategies', 'goals']) this.rules.register(sqlRule('strategies', key));
    this.deadlines.register(strategyDays);
    this.titles.register('strategies', titles, sitting);
    this.works.register(this.openWork);
    this.sensitive.register('strategies', this.texts);
    [endingWait, commitmentsWait].forEach((wait) => this.waits.register(wait));
    this.adoption.scheduleTurns();
    this.goalMoves.register({
      area: 'commitments',
      select: `select c.id, c.goal_id, c.text as title, '/ataganden?organization=' || c.organization_id as path, array[c.organization_id] as owner_ids
        from commitment c where c.goal_id = any ($1::uuid[]) and c.withdrawn_on is null and (c.ends_on is null or c.ends_on >= today())`,
      move: 'commitments_move',
      putBack: 'commitments_put_back',
    });
    this.moves.register(
      'strategies',
      sqlMover(this.db, {
        preview: `select 'strategies.owner' as kind, count(*)::int as count from strategy where owner_organization_id = $1
          union all select 'strategies.signatory', count(*)::int from signatory where organization_id = $1
          union all select 'strategies.responsible', count(*)::int from goal where responsible_organization_id = $1
          union all select 'strategies.commitment', count(*)::int from commitment where organization_id = $1`,
        move: 'strategy_organization_move',
        putBack: 'strategy_organization_put_back',
      }),
    );
  }
}
