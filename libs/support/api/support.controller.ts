import { Body, Controller, Get, Header, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, Ledger, sendSheet, sendText, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import {
  SuggestionQuery,
  SupportChange,
  SupportExportQuery,
  SupportHistory,
  SupportInput,
  SupportPage,
  SupportQuery as ListQuery,
  SupportRequest,
  SupportSuggestions,
} from '@samverkan/support/contract';
import { TermsService } from '@samverkan/vocabularies/api';
import type { Request, Response } from 'express';
import { supportJson, supportSheetColumns } from './support-sheet.view';
import { SupportSuggestionsQuery } from './support-suggestions.query';
import { askers } from './support.policy';
import { SupportQuery } from './support.query';
import { SupportService } from './support.service';

@ApiTags('support')
@Controller('api/support')
export class SupportController {
  constructor(
    private readonly requests: SupportService,
    private readonly query: SupportQuery,
    private readonly suggestions: SupportSuggestionsQuery,
    private readonly terms: TermsService,
    private readonly ledger: Ledger,
  ) {}

  /** A page of requests for support. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: SupportPage })
  list(@Query({ schema: ListQuery }) query: ListQuery): Promise<SupportPage> {
    return this.requests.list(query);
  }

  /** The list as a file, with its filters, every row. */
  @Get('export')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/json')
  async export(
    @Query({ schema: SupportExportQuery }) query: SupportExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format, lang } = query;
    await this.ledger.noted('support.exported', 'support', null, 'done', format);
    const rows = this.query.rows(query);
    const name = lang === 'sv' ? 'kompetensstod' : 'support';
    if (format === 'json')
      return sendText(response, { type: 'application/json', name: `${name}.json` }, supportJson(rows));
    const columns = supportSheetColumns(lang, await this.terms.lists());
    return sendSheet(response, { format, name, columns }, rows);
  }

  /** What there is already for a need that is being written, as far as the reader may see it, and who in the county has been helped. */
  @Get('suggestions')
  @Allow(askers)
  @ApiOkResponse({ standardSchema: SupportSuggestions })
  suggest(@Query({ schema: SuggestionQuery }) { q, subject }: SuggestionQuery): Promise<SupportSuggestions> {
    return this.suggestions.of(q, subject);
  }

  /** Asks for the acting organisation; the county board may take one down for another party. */
  @Post()
  @Allow(askers)
  @ApiCreatedResponse({ standardSchema: SupportRequest })
  ask(@Body({ schema: SupportInput }) input: SupportInput): Promise<SupportRequest> {
    return this.requests.ask(input);
  }

  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: SupportRequest })
  read(@Param('id', { schema: Id }) id: string): Promise<SupportRequest> {
    return this.requests.read(id);
  }

  /** Changes the fields sent; needs `If-Match`. */
  @Patch(':id')
  @Allow(askers)
  @ApiOkResponse({ standardSchema: SupportRequest })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupportChange }) change: SupportChange,
    @Req() request: Request,
  ): Promise<SupportRequest> {
    return this.requests.change(id, versionOf(request), change);
  }

  @Get(':id/history')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: SupportHistory })
  async history(@Param('id', { schema: Id }) id: string): Promise<string> {
    return `{"items":${await this.requests.history(id)}}`;
  }
}
