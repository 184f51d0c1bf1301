import { Module, type OnModuleInit } from '@nestjs/common';
import {
  Db,
  Deadlines,
  GoalMoves,
  OpenWorks,
  OrganizationMoves,
  SensitiveSources,
  Titles,
  Waits,
  sqlMover,
  Searchables,
} from '@samverkan/shared/api';
import { searchedAssignments } from './assignments.searchable';
import { AssignmentAnswersController } from './assignment-answers.controller';
import { AssignmentAnswersService } from './assignment-answers.service';
import { AssignmentOpenWork } from './assignment-open-work';
import { AssignmentReports } from './assignment-reports';
import { AssignmentSensitiveService } from './assignment-sensitive.service';
import { AssignmentTraces } from './assignment-traces';
import { AssignmentsController } from './assignments.controller';
import { AssignmentsQuery } from './assignments.query';
import { AssignmentsService } from './assignments.service';
import { reportDays } from './assignments.deadlines';
import { reportsWait } from './assignments.waits';

@Module({
  controllers: [AssignmentsController, AssignmentAnswersController],
  providers: [
    AssignmentAnswersService,
    AssignmentOpenWork,
    AssignmentReports,
    AssignmentSensitiveService,
    AssignmentTraces,
    AssignmentsQuery,
    AssignmentsService,
  ],
})
export class AssignmentsModule implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly works: OpenWorks,
    private readonly openWork: AssignmentOpenWork,
    private readonly sensitive: SensitiveSources,
    private readonly texts: AssignmentSensitiveService,
    private readonly goalMoves: GoalMoves,
    private readonly moves: OrganizationMoves,
    private readonly deadlines: Deadlines,
    private readonly searchables: Searchables,
  ) {}

  onModuleInit(): void {
    this.searchables.register(searchedAssignments);
    this.titles.register('assignments', 'select a.id, a.title from assignment a');
    this.waits.register(reportsWait);
    this.deadlines.register(reportDays);
    this.works.register(this.openWork);
    this.sensitive.register('assignments', this.texts);
    this.goalMoves.register({
      area: 'assignments',
      select: `select a.id, l.goal_id, a.title, '/uppdrag/' || a.id as path, array[l.organization_id] as owner_ids from assignment_goal l
        join assignment a on a.id = l.assignment_id where l.goal_id = any ($1::uuid[]) and a.status <> 'closed'`,
      move: 'assignment_goals_move',
      putBack: 'assignment_goals_put_back',
    });
    this.moves.register(
      'assignments',
      sqlMover(this.db, {
        preview: `select 'assignments.kept' as kind, count(*)::int as count from assignment where organization_id = $1
          union all select 'assignments.given', count(*)::int from assignment where $1 = any (board_ids)`,
        move: 'assignment_organization_move',
        putBack: 'assignment_organization_put_back',
      }),
    );
  }
}
