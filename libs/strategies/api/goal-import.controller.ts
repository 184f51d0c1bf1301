import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, TakesFile, faultColumns, faultRows, sendSheet } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import {
  GoalImportDone,
  GoalImportPreview,
  GoalImportQuery,
  GoalImportUndo,
  Strategy,
} from '@samverkan/strategies/contract';
import type { Request, Response } from 'express';
import { faultWords, templateColumns, templateRows } from './goal-import-sheets.view';
import { GoalImportService } from './goal-import.service';
import { GoalImportWrites } from './goal-import.writes';
import { writers } from './strategies.policy';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Goals of a draft from a sheet. The file is the body of each request and is kept nowhere; asking what would happen is `PUT`, so that nothing of it is kept for a retry either. */
@ApiTags('strategies')
@Controller('api/strategies/:id/import')
export class GoalImportController {
  constructor(
    private readonly imports: GoalImportService,
    private readonly writes: GoalImportWrites,
  ) {}

  /** A sheet with the headings and the goals as they stand, or an example, to begin from. */
  @Get('template')
  @Allow(writers)
  @ApiProduces(workbook)
  async template(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: GoalImportQuery }) { lang }: GoalImportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const standing = await this.imports.standing(id);
    const name = lang === 'sv' ? 'mal' : 'goals';
    return sendSheet(response, { format: 'xlsx', name, columns: templateColumns(lang) }, templateRows(standing, lang));
  }

  /** What would become of each row. Writes nothing. */
  @Put('preview')
  @Allow(writers)
  @TakesFile()
  @ApiOkResponse({ standardSchema: GoalImportPreview })
  preview(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: GoalImportQuery }) query: GoalImportQuery,
    @Req() request: Request,
  ): Promise<GoalImportPreview> {
    return this.imports.preview(id, request.body, query);
  }

  /** What is wrong, line by line, as a sheet. */
  @Put('errors')
  @Allow(writers)
  @TakesFile()
  @ApiProduces(workbook)
  async errors(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: GoalImportQuery }) query: GoalImportQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { lang } = query;
    const preview = await this.imports.preview(id, request.body, query);
    const name = lang === 'sv' ? 'mal-fel' : 'goals-errors';
    const columns = faultColumns(lang);
    return sendSheet(response, { format: 'xlsx', name, columns }, faultRows(preview, faultWords(lang)));
  }

  /** Writes all rows, or none. */
  @Post()
  @HttpCode(200)
  @Allow(writers)
  @TakesFile()
  @ApiOkResponse({ standardSchema: GoalImportDone })
  import(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: GoalImportQuery }) query: GoalImportQuery,
    @Req() request: Request,
  ): Promise<GoalImportDone> {
    return this.imports.import(id, request.body, query);
  }

  /** Takes an import back, as long as nothing of it has been touched. */
  @Post('undo')
  @HttpCode(200)
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  undo(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: GoalImportUndo }) { version }: GoalImportUndo,
  ): Promise<Strategy> {
    return this.writes.undo(id, version);
  }
}
