import { Module, type OnModuleInit } from '@nestjs/common';
import {
  Db,
  OpenWorks,
  OrganizationMoves,
  RetentionRules,
  SensitiveSources,
  Titles,
  TrashSources,
  sqlMover,
  sqlRule,
} from '@samverkan/shared/api';
import { assessmentsTrash } from './assessments.trash';
import { AssessmentListQuerySql } from './assessment-list.query';
import { AssessmentOpenWork } from './assessment-open-work';
import { AssessmentSensitiveService } from './assessment-sensitive.service';
import { AssessmentsController } from './assessments.controller';
import { AssessmentsQuery } from './assessments.query';
import { AssessmentsService } from './assessments.service';

@Module({
  controllers: [AssessmentsController],
  providers: [
    AssessmentListQuerySql,
    AssessmentOpenWork,
    AssessmentSensitiveService,
    AssessmentsQuery,
    AssessmentsService,
  ],
})
export class FollowupModule implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly titles: Titles,
    private readonly works: OpenWorks,
    private readonly openWork: AssessmentOpenWork,
    private readonly sensitive: SensitiveSources,
    private readonly texts: AssessmentSensitiveService,
    private readonly moves: OrganizationMoves,
    private readonly trash: TrashSources,
    private readonly rules: RetentionRules,
  ) {}

  onModuleInit(): void {
    this.titles.register(
      'followup',
      `select a.id, g.number || '. ' || g.title as title from assessment a join goal g on g.id = a.goal_id`,
    );
    this.trash.register(assessmentsTrash);
    this.rules.register(sqlRule('followup', 'assessments'));
    this.works.register(this.openWork);
    this.sensitive.register('followup', this.texts);
    this.moves.register(
      'followup',
      sqlMover(this.db, {
        preview: `select 'followup.assessments' as kind, count(*)::int as count from assessment where organization_id = $1`,
        move: 'assessment_organization_move',
        putBack: 'assessment_organization_put_back',
      }),
    );
  }
}
