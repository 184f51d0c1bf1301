import { Controller, Get, HttpCode, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  ContactImportDone,
  ContactImportPreview,
  ContactImportProgress,
  ContactImportQuery,
} from '@samverkan/contacts/contract';
import { Allow, SheetImports, TakesFile, faultColumns, faultRows, sendSheet } from '@samverkan/shared/api';
import { SheetProgressQuery } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { faultWords, templateColumns, templateRows } from './import-sheets.view';
import { ImportService } from './import.service';

/** Functions from a sheet. The file is the body of each request and is kept nowhere; asking what would happen is `PUT`, so that nothing of it is kept for a retry either. */
@ApiTags('contacts')
@Controller('api/contacts/import')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly running: SheetImports,
  ) {}

  /** A sheet with the headings and an example, to begin from. */
  @Get('template')
  @Allow('signed-in')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  template(
    @Query({ schema: ContactImportQuery }) { lang }: ContactImportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const name = lang === 'sv' ? 'kontakter-mall' : 'contacts-template';
    return sendSheet(response, { format: 'xlsx', name, columns: templateColumns(lang) }, templateRows(lang));
  }

  /** How an import goes, or went. */
  @Get('progress')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactImportProgress })
  progress(@Query({ schema: SheetProgressQuery }) { key }: SheetProgressQuery): Promise<ContactImportProgress> {
    return this.running.of(key, ContactImportDone);
  }

  /** What would become of each row. Writes nothing. */
  @Put('preview')
  @Allow('signed-in')
  @TakesFile()
  @ApiOkResponse({ standardSchema: ContactImportPreview })
  preview(
    @Query({ schema: ContactImportQuery }) query: ContactImportQuery,
    @Req() request: Request,
  ): Promise<ContactImportPreview> {
    return this.imports.preview(request.body, query);
  }

  /** What is wrong, line by line, as a sheet. */
  @Put('errors')
  @Allow('signed-in')
  @TakesFile()
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async errors(
    @Query({ schema: ContactImportQuery }) query: ContactImportQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const preview = await this.imports.preview(request.body, query);
    const name = query.lang === 'sv' ? 'kontakter-fel' : 'contacts-errors';
    return sendSheet(
      response,
      { format: 'xlsx', name, columns: faultColumns(query.lang) },
      faultRows(preview, faultWords(query.lang)),
    );
  }

  /** Writes all rows, or none. */
  @Post()
  @HttpCode(200)
  @Allow('signed-in')
  @TakesFile()
  @ApiOkResponse({ standardSchema: ContactImportDone })
  import(
    @Query({ schema: ContactImportQuery }) query: ContactImportQuery,
    @Req() request: Request,
  ): Promise<ContactImportDone> {
    return this.imports.import(request.body, query, request.get('idempotency-key'));
  }
}
