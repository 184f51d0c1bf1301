import { Body, Controller, Get, HttpCode, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  ActionImportDone,
  ActionImportPreview,
  ActionImportProgress,
  ActionImportQuery,
  ActionImportUndo,
  ActionImportUndone,
} from '@samverkan/intake/contract';
import { Allow, SheetImports, TakesFile, faultColumns, faultRows, sendSheet } from '@samverkan/shared/api';
import { SheetProgressQuery } from '@samverkan/shared/contract';
import { TermsService } from '@samverkan/vocabularies/api';
import type { Request, Response } from 'express';
import { faultWords, templateColumns, templateRows, wordColumns, wordRows } from './import-sheets.view';
import { ImportService } from './import.service';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Actions from a sheet. The file is the body of each request and is kept nowhere. */
@ApiTags('intake')
@Controller('api/actions/import')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly running: SheetImports,
    private readonly terms: TermsService,
  ) {}

  /** A sheet with the headings and an example, to begin from. */
  @Get('template')
  @Allow('signed-in')
  @ApiProduces(xlsx)
  async template(
    @Query({ schema: ActionImportQuery }) { lang }: ActionImportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const name = lang === 'sv' ? 'insatser-mall' : 'actions-template';
    const rows = templateRows(lang, await this.terms.lists());
    return sendSheet(response, { format: 'xlsx', name, columns: templateColumns(lang) }, rows);
  }

  /** The words that the columns may hold. */
  @Get('words')
  @Allow('signed-in')
  @ApiProduces(xlsx)
  async words(
    @Query({ schema: ActionImportQuery }) { lang }: ActionImportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const name = lang === 'sv' ? 'insatser-ordlista' : 'actions-words';
    const rows = wordRows(lang, await this.terms.lists());
    return sendSheet(response, { format: 'xlsx', name, columns: wordColumns(lang) }, rows);
  }

  /** How an import goes, or went. */
  @Get('progress')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionImportProgress })
  progress(@Query({ schema: SheetProgressQuery }) { key }: SheetProgressQuery): Promise<ActionImportProgress> {
    return this.running.of(key, ActionImportDone);
  }

  /** What would become of each row. Writes nothing. */
  @Put('preview')
  @Allow('signed-in')
  @TakesFile()
  @ApiOkResponse({ standardSchema: ActionImportPreview })
  preview(
    @Query({ schema: ActionImportQuery }) query: ActionImportQuery,
    @Req() request: Request,
  ): Promise<ActionImportPreview> {
    return this.imports.preview(request.body, query);
  }

  /** What is wrong, line by line, as a sheet. */
  @Put('errors')
  @Allow('signed-in')
  @TakesFile()
  @ApiProduces(xlsx)
  async errors(
    @Query({ schema: ActionImportQuery }) query: ActionImportQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const preview = await this.imports.preview(request.body, query);
    const name = query.lang === 'sv' ? 'insatser-fel' : 'actions-errors';
    return sendSheet(
      response,
      { format: 'xlsx', name, columns: faultColumns(query.lang) },
      faultRows(preview, faultWords(query.lang)),
    );
  }

  /** Logs all rows that are new, or none. */
  @Post()
  @HttpCode(200)
  @Allow('signed-in')
  @TakesFile()
  @ApiOkResponse({ standardSchema: ActionImportDone })
  import(
    @Query({ schema: ActionImportQuery }) query: ActionImportQuery,
    @Req() request: Request,
  ): Promise<ActionImportDone> {
    return this.imports.import(request.body, query, request.get('idempotency-key'));
  }

  /** Takes back what was logged, within a day: each that nobody has touched since. */
  @Post('undo')
  @HttpCode(200)
  @Allow(['coordinator', 'partner', 'county_staff', 'county_admin'])
  @ApiOkResponse({ standardSchema: ActionImportUndone })
  undo(@Body({ schema: ActionImportUndo }) input: ActionImportUndo): Promise<ActionImportUndone> {
    return this.imports.undo(input);
  }
}
