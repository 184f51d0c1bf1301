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
import { BundleSendingService } from './bundle-sending.service';
import { BundlesController } from './bundles.controller';
import { BundlesQuery } from './bundles.query';
import { BundlesService } from './bundles.service';
import { FaqController } from './faq.controller';
import { FaqQuery } from './faq.query';
import { FaqService } from './faq.service';
import { QuestionDeedsController } from './question-deeds.controller';
import { QuestionOpenWork } from './question-open-work';
import { QuestionSensitiveService } from './question-sensitive.service';
import { QuestionSteps } from './question-steps.service';
import { QuestionTraces } from './question-traces';
import { QuestionsController } from './questions.controller';
import { answerDays } from './questions.deadlines';
import { QuestionsQuery } from './questions.query';
import { searchedAnswers, searchedQuestions } from './questions.searchable';
import { QuestionsService } from './questions.service';
import { addressedWait, dueWait, judgeWait, overdueWait, untakenWait } from './questions.waits';
import { ReplyNews } from './reply-news';
import { QuestionStatisticsController } from './statistics.controller';
import { QuestionStatisticsService } from './statistics.service';

@Module({
  controllers: [
    QuestionStatisticsController,
    QuestionsController,
    QuestionDeedsController,
    BundlesController,
    FaqController,
  ],
  providers: [
    BundleSendingService,
    BundlesQuery,
    BundlesService,
    FaqQuery,
    FaqService,
    QuestionOpenWork,
    QuestionSensitiveService,
    QuestionStatisticsService,
    QuestionSteps,
    QuestionTraces,
    QuestionsQuery,
    QuestionsService,
    ReplyNews,
  ],
})
export class QuestionsModule implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly works: OpenWorks,
    private readonly openWork: QuestionOpenWork,
    private readonly sensitive: SensitiveSources,
    private readonly texts: QuestionSensitiveService,
    private readonly moves: OrganizationMoves,
    private readonly deadlines: Deadlines,
    private readonly searchables: Searchables,
  ) {}

  onModuleInit(): void {
    this.searchables.register(searchedQuestions, searchedAnswers);
    this.titles.register(
      'questions',
      'select q.id, q.title from question q union all select b.id, b.title from question_bundle b union all select f.id, f.title from faq f',
      ['question.changed', 'bundle.changed', 'faq.changed'],
    );
    for (const wait of [judgeWait, overdueWait, untakenWait, dueWait, addressedWait]) this.waits.register(wait);
    this.deadlines.register(answerDays);
    this.works.register(this.openWork);
    this.sensitive.register('questions', this.texts);
    this.moves.register(
      'questions',
      sqlMover(this.db, {
        preview: `select 'questions.asked' as kind, count(*)::int as count from question where organization_id = $1
          union all select 'questions.joined', count(*)::int from question where $1 = any (joined_ids)
          union all select 'questions.addressed', count(*)::int from question_address where recipient_id = $1`,
        move: 'question_organization_move',
        putBack: 'question_organization_put_back',
      }),
    );
  }
}
