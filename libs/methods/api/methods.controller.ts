import { Body, Controller, Get, Header, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  Method,
  MethodActions,
  MethodChange,
  MethodExportQuery,
  MethodHistory,
  MethodInput,
  MethodPage,
  MethodQuery,
  MethodTrained,
} from '@samverkan/methods/contract';
import { Allow, Ledger, sendSheet, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { TermsService } from '@samverkan/vocabularies/api';
import type { Request, Response } from 'express';
import { ActionMethodsService } from './action-methods.service';
import { methodSheetColumns } from './method-sheet.view';
import { keepers } from './methods.policy';
import { MethodsQuery } from './methods.query';
import { MethodsService } from './methods.service';
import { TrainedService } from './trained.service';

@ApiTags('methods')
@Controller('api/methods')
export class MethodsController {
  constructor(
    private readonly methods: MethodsService,
    private readonly query: MethodsQuery,
    private readonly trainedPeople: TrainedService,
    private readonly ties: ActionMethodsService,
    private readonly terms: TermsService,
    private readonly ledger: Ledger,
  ) {}

  /** A page of the register, and of one's own drafts. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: MethodPage })
  list(@Query({ schema: MethodQuery }) query: MethodQuery): Promise<MethodPage> {
    return this.methods.list(query);
  }

  /** The list as a file: the same filters, order and rights, every row. */
  @Get('export')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async export(
    @Query({ schema: MethodExportQuery }) query: MethodExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format, lang } = query;
    await this.ledger.noted('methods.exported', 'methods', null, 'done', format);
    const columns = methodSheetColumns(lang, await this.terms.lists());
    return sendSheet(
      response,
      { format, name: lang === 'sv' ? 'metoder' : 'methods', columns },
      this.query.rows(query),
    );
  }

  /** Enters one as a draft; the acting county board keeps it. */
  @Post()
  @Allow(keepers)
  @ApiCreatedResponse({ standardSchema: Method })
  enter(@Body({ schema: MethodInput }) input: MethodInput): Promise<Method> {
    return this.methods.enter(input);
  }

  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Method })
  read(@Param('id', { schema: Id }) id: string): Promise<Method> {
    return this.methods.read(id);
  }

  /** Changes the fields sent; needs `If-Match`. */
  @Patch(':id')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Method })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MethodChange }) change: MethodChange,
    @Req() request: Request,
  ): Promise<Method> {
    return this.methods.change(id, versionOf(request), change);
  }

  @Get(':id/history')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: MethodHistory })
  async history(@Param('id', { schema: Id }) id: string): Promise<string> {
    return `{"items":${await this.methods.history(id)}}`;
  }

  /** How many are trained, by profession and municipality, and where training runs out; small numbers are hidden. */
  @Get(':id/trained')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: MethodTrained })
  trained(@Param('id', { schema: Id }) id: string): Promise<MethodTrained> {
    return this.trainedPeople.read(id);
  }

  /** The actions that are about it, as far as the reader sees them. */
  @Get(':id/actions')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: MethodActions })
  actions(@Param('id', { schema: Id }) id: string): Promise<MethodActions> {
    return this.ties.ofMethod(id);
  }
}
