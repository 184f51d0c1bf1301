import { Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CompletionPreview, CompletionQuery, CompletionsImported } from '@samverkan/learning/contract';
import { Allow, TakesFile, faultColumns, faultRows, sendSheet } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { TermsService } from '@samverkan/vocabularies/api';
import type { Request, Response } from 'express';
import { completionExamples, completionFaultWords, completionTemplate } from './completion-sheets.view';
import { CompletionsService } from './completions.service';
import { holders } from './offers.policy';
import { OffersService } from './offers.service';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How many have completed a web course, from a sheet. The file is the body of each request and is kept nowhere. */
@ApiTags('learning')
@Controller('api/offers/:id/import')
export class CompletionsController {
  constructor(
    private readonly completions: CompletionsService,
    private readonly offers: OffersService,
    private readonly terms: TermsService,
  ) {}

  /** A sheet with the headings and a row for each profession, to begin from. */
  @Get('template')
  @Allow('signed-in')
  @ApiProduces(xlsx)
  async template(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: CompletionQuery }) { lang }: CompletionQuery,
    @Res() response: Response,
  ): Promise<void> {
    await this.offers.read(id);
    const name = lang === 'sv' ? 'genomforda-mall' : 'completions-template';
    const rows = completionExamples(lang, await this.terms.lists());
    return sendSheet(response, { format: 'xlsx', name, columns: completionTemplate(lang) }, rows);
  }

  /** What would become of each row. Writes nothing. */
  @Put('preview')
  @Allow(holders)
  @TakesFile()
  @ApiOkResponse({ standardSchema: CompletionPreview })
  preview(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: CompletionQuery }) query: CompletionQuery,
    @Req() request: Request,
  ): Promise<CompletionPreview> {
    return this.completions.preview(id, request.body, query);
  }

  /** What is wrong, line by line, as a sheet. */
  @Put('errors')
  @Allow(holders)
  @TakesFile()
  @ApiProduces(xlsx)
  async errors(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: CompletionQuery }) query: CompletionQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const preview = await this.completions.preview(id, request.body, query);
    const { lang } = query;
    const name = lang === 'sv' ? 'genomforda-fel' : 'completions-errors';
    return sendSheet(
      response,
      { format: 'xlsx', name, columns: faultColumns(lang) },
      faultRows(preview, completionFaultWords(lang)),
    );
  }

  /** Counts all rows that are new, or none. */
  @Post()
  @HttpCode(200)
  @Allow(holders)
  @TakesFile()
  @ApiOkResponse({ standardSchema: CompletionsImported })
  import(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: CompletionQuery }) query: CompletionQuery,
    @Req() request: Request,
  ): Promise<CompletionsImported> {
    return this.completions.import(id, request.body, query);
  }

  /** Takes back all that one sheet brought. */
  @Delete(':importId')
  @HttpCode(204)
  @Allow(holders)
  takeBack(
    @Param('id', { schema: Id }) id: string,
    @Param('importId', { schema: Id }) importId: string,
  ): Promise<void> {
    return this.completions.takeBack(id, importId);
  }
}
