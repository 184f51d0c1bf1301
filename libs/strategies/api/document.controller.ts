import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, Db, sendDocument } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { StrategyDocumentQuery } from '@samverkan/strategies/contract';
import type { Response } from 'express';
import { StrategiesService } from './strategies.service';
import { strategyDocument } from './strategy-document.view';

/** A strategy to take along. */
@ApiTags('strategies')
@Controller('api/strategies/:id/document')
export class DocumentController {
  constructor(
    private readonly strategies: StrategiesService,
    private readonly db: Db,
  ) {}

  /** As a text document (docx): exactly what the reader sees of it. */
  @Get()
  @Allow('signed-in')
  @ApiProduces('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  async document(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: StrategyDocumentQuery }) { lang }: StrategyDocumentQuery,
    @Res() response: Response,
  ): Promise<void> {
    const strategy = await this.strategies.read(id);
    const day = await this.db.one<{ today: string }>('select today()::text as today');
    await sendDocument(response, nameOf(strategy.shortTitle), strategyDocument(strategy, lang, day?.today ?? ''));
  }
}

/** A file name that every system takes: letters without marks, figures and hyphens. */
const nameOf = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase() || 'strategi';
