import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Assignment, AssignmentDeed, ReportDone } from '@samverkan/assignments/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { AssignmentAnswersService } from './assignment-answers.service';
import { keepers } from './assignments.policy';

/** What answers to an assignment. */
@ApiTags('assignments')
@Controller('api/assignments/:id')
export class AssignmentAnswersController {
  constructor(private readonly answers: AssignmentAnswersService) {}

  @Put('goals/:goalId')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Assignment })
  tieGoal(
    @Param('id', { schema: Id }) id: string,
    @Param('goalId', { schema: Id }) goalId: string,
    @Body({ schema: AssignmentDeed }) _deed: object,
  ): Promise<Assignment> {
    return this.answers.tieGoal(id, goalId);
  }

  @Delete('goals/:goalId')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Assignment })
  untieGoal(
    @Param('id', { schema: Id }) id: string,
    @Param('goalId', { schema: Id }) goalId: string,
  ): Promise<Assignment> {
    return this.answers.untieGoal(id, goalId);
  }

  @Put('actions/:actionId')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Assignment })
  tieAction(
    @Param('id', { schema: Id }) id: string,
    @Param('actionId', { schema: Id }) actionId: string,
    @Body({ schema: AssignmentDeed }) _deed: object,
  ): Promise<Assignment> {
    return this.answers.tieAction(id, actionId);
  }

  @Delete('actions/:actionId')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Assignment })
  untieAction(
    @Param('id', { schema: Id }) id: string,
    @Param('actionId', { schema: Id }) actionId: string,
  ): Promise<Assignment> {
    return this.answers.untieAction(id, actionId);
  }

  /** The acting board has reported on that day. */
  @Put('reports/:reportId/done')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Assignment })
  report(
    @Param('id', { schema: Id }) id: string,
    @Param('reportId', { schema: Id }) reportId: string,
    @Body({ schema: ReportDone }) { reportedOn }: ReportDone,
  ): Promise<Assignment> {
    return this.answers.report(id, reportId, reportedOn);
  }

  /** It has not, after all. */
  @Delete('reports/:reportId/done')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Assignment })
  takeBack(
    @Param('id', { schema: Id }) id: string,
    @Param('reportId', { schema: Id }) reportId: string,
  ): Promise<Assignment> {
    return this.answers.takeBack(id, reportId);
  }
}
