import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Coverage, CoverageExportQuery, CoverageGaps, CoverageQuery, GoalSeries } from '@samverkan/coverage/contract';
import { Allow, sendSheet } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Response } from 'express';
import { coverageSheetColumns, sheetRows } from './coverage-sheet.view';
import { CoverageService } from './coverage.service';

// Answers that PostgreSQL has already built as JSON text are passed on as they are.
const Json = () => Header('Content-Type', 'application/json; charset=utf-8');

@ApiTags('coverage')
@Controller('api/coverage')
export class CoverageController {
  constructor(private readonly coverage: CoverageService) {}

  /** What is done towards the goals of one strategy, against a national frame or the municipalities. */
  @Get(':id')
  @Json()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Coverage })
  matrix(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: CoverageQuery }) query: CoverageQuery,
  ): Promise<string> {
    return this.coverage.matrix(id, query);
  }

  /** What is missing in each municipality of the strategy's counties. */
  @Get(':id/gaps')
  @Json()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: CoverageGaps })
  gaps(@Param('id', { schema: Id }) id: string): Promise<string> {
    return this.coverage.gaps(id);
  }

  /** The work towards one goal month by month, through the strategies it has stood in. */
  @Get('goals/:id/series')
  @Json()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: GoalSeries })
  series(@Param('id', { schema: Id }) id: string): Promise<string> {
    return this.coverage.series(id);
  }

  /** The table as a file: the same numbers. */
  @Get(':id/export')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: CoverageExportQuery }) { format, lang, ...query }: CoverageExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const table = Coverage.parse(JSON.parse(await this.coverage.matrix(id, query)));
    const name = lang === 'sv' ? 'tackning' : 'coverage';
    await sendSheet(response, { format, name, columns: coverageSheetColumns(table, lang) }, sheetRows(table, lang));
  }
}
