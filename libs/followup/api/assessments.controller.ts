import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  Assessment,
  AssessmentChange,
  AssessmentDeed,
  AssessmentExportQuery,
  AssessmentInput,
  AssessmentListQuery,
  AssessmentPage,
  AssessmentQuery,
  Assessments,
  GoalsNotAssessed,
  LatestAssessments,
  StrategyAssessmentsQuery,
} from '@samverkan/followup/contract';
import { Allow, sendSheet, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { assessmentSheetColumns, assessmentSheetRows } from './assessment-sheet.view';
import { AssessmentListQuerySql } from './assessment-list.query';
import { assessors } from './assessments.policy';
import { AssessmentsService } from './assessments.service';

@ApiTags('followup')
@Controller('api/assessments')
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly lists: AssessmentListQuerySql,
  ) {}

  /** What has been judged of a goal, and of those it comes from. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Assessments })
  ofGoal(@Query({ schema: AssessmentQuery }) { goal }: AssessmentQuery): Promise<Assessments> {
    return this.assessments.ofGoal(goal);
  }

  /** The latest word on each goal of a strategy. */
  @Get('latest')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: LatestAssessments })
  latest(
    @Query({ schema: StrategyAssessmentsQuery }) { strategy }: StrategyAssessmentsQuery,
  ): Promise<LatestAssessments> {
    return this.assessments.latest(strategy);
  }

  /** A page of what has been judged, of any goal. */
  @Get('list')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: AssessmentPage })
  list(@Query({ schema: AssessmentListQuery }) query: AssessmentListQuery): Promise<AssessmentPage> {
    return this.assessments.list(query);
  }

  /** Goals that the acting organisation judges, and that nobody has judged for a year. */
  @Get('missing')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: GoalsNotAssessed })
  missing(): Promise<GoalsNotAssessed> {
    return this.lists.notAssessed();
  }

  /** What has been signed, as a file. */
  @Get('export')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(
    @Query({ schema: AssessmentExportQuery }) query: AssessmentExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format, lang } = query;
    const rows = await this.assessments.rows(query);
    const name = lang === 'sv' ? 'bedomningar' : 'assessments';
    await sendSheet(response, { format, name, columns: assessmentSheetColumns(lang) }, assessmentSheetRows(rows));
  }

  /** Begins a draft, which one's own organisation alone sees. */
  @Post()
  @Allow(assessors)
  @ApiCreatedResponse({ standardSchema: Assessment })
  begin(@Body({ schema: AssessmentInput }) input: AssessmentInput): Promise<Assessment> {
    return this.assessments.begin(input);
  }

  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Assessment })
  read(@Param('id', { schema: Id }) id: string): Promise<Assessment> {
    return this.assessments.read(id);
  }

  /** Changes a draft; needs `If-Match`. */
  @Patch(':id')
  @Allow(assessors)
  @ApiOkResponse({ standardSchema: Assessment })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AssessmentChange }) change: AssessmentChange,
    @Req() request: Request,
  ): Promise<Assessment> {
    return this.assessments.change(id, versionOf(request), change);
  }

  /** Throws a draft away. */
  @Delete(':id')
  @HttpCode(204)
  @Allow(assessors)
  @ApiNoContentResponse()
  discard(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.assessments.discard(id);
  }

  /** Takes back that a draft was thrown away. */
  @Post(':id/restoration')
  @HttpCode(200)
  @Allow(assessors)
  @ApiOkResponse({ standardSchema: Assessment })
  restore(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AssessmentDeed }) _deed: object,
  ): Promise<Assessment> {
    return this.assessments.restore(id);
  }

  /** Signs it by its function: it is never changed after. */
  @Post(':id/signature')
  @HttpCode(200)
  @Allow(assessors)
  @ApiOkResponse({ standardSchema: Assessment })
  sign(@Param('id', { schema: Id }) id: string, @Body({ schema: AssessmentDeed }) _deed: object): Promise<Assessment> {
    return this.assessments.sign(id);
  }
}
