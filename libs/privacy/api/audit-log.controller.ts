import { Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AuditChecks, AuditChoices, AuditPage, AuditQuery, AuditVerdict } from '@samverkan/privacy/contract';
import { Allow, OwnTransactions, type Role } from '@samverkan/shared/api';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AuditLogQueries } from './audit-log.query';
import { AuditLogService } from './audit-log.service';

const administrators: readonly Role[] = ['county_admin', 'system_admin'];

/** The audit, for a county's administrators and the system's. */
@ApiTags('audit')
@Controller('api/audit')
export class AuditLogController {
  constructor(
    private readonly service: AuditLogService,
    private readonly queries: AuditLogQueries,
  ) {}

  /** Newest first. Reading it is noted in it. */
  @Get()
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: AuditPage })
  read(@Query({ schema: AuditQuery }) query: AuditQuery): Promise<AuditPage> {
    return this.service.page(query);
  }

  @Get('choices')
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: AuditChoices })
  choices(): Promise<AuditChoices> {
    return this.queries.choices();
  }

  /** When the whole audit was judged, and how it stood. */
  @Get('checks')
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: AuditChecks })
  checks(): Promise<AuditChecks> {
    return this.service.checks();
  }

  /** Judges the chain now. */
  @Post('checks')
  @HttpCode(200)
  @OwnTransactions()
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: AuditVerdict })
  check(): Promise<AuditVerdict> {
    return this.service.check();
  }

  /** The same rows as a file for spreadsheets: UTF-8, semicolons, at most 100,000. */
  @Get('export')
  @Allow(administrators)
  @ApiProduces('text/csv')
  async export(@Query({ schema: AuditQuery }) query: AuditQuery, @Res() response: Response): Promise<void> {
    const pieces = this.service.export(query);
    // What is refused or fails before the first piece is answered as everywhere else.
    const first = await pieces.next();
    response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', 'attachment; filename="granskningslogg.csv"');
    if (!first.done) response.write(first.value);
    await pipeline(Readable.from(pieces), response).catch(() => response.destroy());
  }
}
