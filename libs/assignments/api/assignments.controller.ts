import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  Assignment,
  AssignmentChange,
  AssignmentDeed,
  AssignmentExportQuery,
  AssignmentHistory,
  AssignmentInput,
  AssignmentPage,
  AssignmentQuery,
  AssignmentVisibility,
} from '@samverkan/assignments/contract';
import { Allow, sendSheet, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { assignmentSheetColumns, assignmentSheetRows } from './assignment-sheet.view';
import { keepers } from './assignments.policy';
import { AssignmentsQuery } from './assignments.query';
import { AssignmentsService } from './assignments.service';

@ApiTags('assignments')
@Controller('api/assignments')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly query: AssignmentsQuery,
  ) {}

  /** A page of what the government has asked. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: AssignmentPage })
  list(@Query({ schema: AssignmentQuery }) query: AssignmentQuery): Promise<AssignmentPage> {
    return this.assignments.list(query);
  }

  /** The list as a file, with its filters. */
  @Get('export')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(
    @Query({ schema: AssignmentExportQuery }) query: AssignmentExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const rows = await this.query.rows(query);
    const name = query.lang === 'sv' ? 'regeringsuppdrag' : 'assignments';
    const file = { format: query.format, name, columns: assignmentSheetColumns(query.lang) };
    await sendSheet(response, file, assignmentSheetRows(rows));
  }

  /** Enters one; the acting board keeps it. */
  @Post()
  @Allow(keepers)
  @ApiCreatedResponse({ standardSchema: Assignment })
  enter(@Body({ schema: AssignmentInput }) input: AssignmentInput): Promise<Assignment> {
    return this.assignments.enter(input);
  }

  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Assignment })
  read(@Param('id', { schema: Id }) id: string): Promise<Assignment> {
    return this.assignments.read(id);
  }

  /** Changes the fields sent; needs `If-Match`. */
  @Patch(':id')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Assignment })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AssignmentChange }) change: AssignmentChange,
    @Req() request: Request,
  ): Promise<Assignment> {
    return this.assignments.change(id, versionOf(request), change);
  }

  @Get(':id/history')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: AssignmentHistory })
  async history(@Param('id', { schema: Id }) id: string): Promise<string> {
    return `{"items":${await this.assignments.history(id)}}`;
  }

  /** Who may see it. Widening and narrowing are audited. */
  @Put(':id/visibility')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Assignment })
  show(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AssignmentVisibility }) { visibility }: AssignmentVisibility,
  ): Promise<Assignment> {
    return this.assignments.show(id, visibility);
  }

  @Post(':id/start')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Assignment })
  start(@Param('id', { schema: Id }) id: string, @Body({ schema: AssignmentDeed }) _deed: object): Promise<Assignment> {
    return this.assignments.move(id, 'start');
  }

  /** All of it has been reported. */
  @Post(':id/report')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Assignment })
  report(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AssignmentDeed }) _deed: object,
  ): Promise<Assignment> {
    return this.assignments.move(id, 'report');
  }

  @Post(':id/close')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Assignment })
  close(@Param('id', { schema: Id }) id: string, @Body({ schema: AssignmentDeed }) _deed: object): Promise<Assignment> {
    return this.assignments.move(id, 'close');
  }

  /** Takes the latest step back. */
  @Post(':id/undo')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Assignment })
  undo(@Param('id', { schema: Id }) id: string, @Body({ schema: AssignmentDeed }) _deed: object): Promise<Assignment> {
    return this.assignments.move(id, 'undo');
  }
}
