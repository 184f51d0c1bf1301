import { Body, Controller, Get, Header, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  Publication,
  PublicationChange,
  PublicationExportQuery,
  PublicationFacets,
  PublicationHistory,
  PublicationInput,
  PublicationPage,
  PublicationQuery,
} from '@samverkan/publications/contract';
import { Allow, sendSheet, sendText, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { publicationSheetColumns } from './publication-sheet.view';
import { keepers } from './publications.policy';
import { PublicationsQuery } from './publications.query';
import { PublicationsService } from './publications.service';

@ApiTags('publications')
@Controller('api/publications')
export class PublicationsController {
  constructor(
    private readonly publications: PublicationsService,
    private readonly query: PublicationsQuery,
  ) {}

  /** A page of what has been published, and of one's own drafts; with words also by the text in the files. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: PublicationPage })
  list(@Query({ schema: PublicationQuery }) query: PublicationQuery): Promise<PublicationPage> {
    return this.publications.list(query);
  }

  /** What there is to choose among: types, years, series and counties, with how many of each. */
  @Get('facets')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: PublicationFacets })
  facets(): Promise<PublicationFacets> {
    return this.publications.facets();
  }

  /** The list as a file: the same filters, order and rights, every row. */
  @Get('export')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/json')
  async export(
    @Query({ schema: PublicationExportQuery }) query: PublicationExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format, lang } = query;
    const name = lang === 'sv' ? 'publikationer' : 'publications';
    const rows = this.query.rows(query);
    if (format === 'json') return sendText(response, { type: 'application/json', name: `${name}.json` }, asJson(rows));
    return sendSheet(response, { format, name, columns: publicationSheetColumns(lang) }, rows);
  }

  /** Enters one as a draft; the acting board keeps it. */
  @Post()
  @Allow(keepers)
  @ApiCreatedResponse({ standardSchema: Publication })
  enter(@Body({ schema: PublicationInput }) input: PublicationInput): Promise<Publication> {
    return this.publications.enter(input);
  }

  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Publication })
  read(@Param('id', { schema: Id }) id: string): Promise<Publication> {
    return this.publications.read(id);
  }

  /** Changes the fields sent; needs `If-Match`. */
  @Patch(':id')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Publication })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicationChange }) change: PublicationChange,
    @Req() request: Request,
  ): Promise<Publication> {
    return this.publications.change(id, versionOf(request), change);
  }

  @Get(':id/history')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: PublicationHistory })
  async history(@Param('id', { schema: Id }) id: string): Promise<string> {
    return `{"items":${await this.publications.history(id)}}`;
  }
}

/** A list that is whole at every length, row by row. */
async function* asJson(rows: AsyncGenerator<object>): AsyncGenerator<string> {
  let before = '[';
  for await (const row of rows) {
    yield `${before}\n${JSON.stringify(row)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
