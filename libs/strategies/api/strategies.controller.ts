import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import {
  RepealInput,
  Strategy,
  StrategyChange,
  StrategyDeed,
  StrategyFrames,
  StrategyHistory,
  StrategyHistoryQuery,
  StrategyInput,
  StrategyOverview,
} from '@samverkan/strategies/contract';
import type { Request } from 'express';
import { DraftsService } from './drafts.service';
import { HistoryService } from './history.service';
import { writers } from './strategies.policy';
import { StrategiesService } from './strategies.service';

@ApiTags('strategies')
@Controller('api/strategies')
export class StrategiesController {
  constructor(
    private readonly strategies: StrategiesService,
    private readonly drafts: DraftsService,
    private readonly history: HistoryService,
  ) {}

  /** The national frames, and each county's chains with the time when nothing applied. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: StrategyOverview })
  overview(): Promise<StrategyOverview> {
    return this.strategies.overview();
  }

  /** Begins a draft, or enters a national frame that is proposed. */
  @Post()
  @Allow(writers)
  @ApiCreatedResponse({ standardSchema: Strategy })
  begin(@Body({ schema: StrategyInput }) input: StrategyInput): Promise<Strategy> {
    return this.drafts.begin(input);
  }

  /** One strategy with its goals, what they serve, and who stood behind it. */
  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Strategy })
  read(@Param('id', { schema: Id }) id: string): Promise<Strategy> {
    return this.strategies.read(id);
  }

  /** What has changed, newest first, as far as the reader may see it: a draft's time is its writers' own. */
  @Get(':id/history')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: StrategyHistory })
  past(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: StrategyHistoryQuery }) query: StrategyHistoryQuery,
  ): Promise<StrategyHistory> {
    return this.history.of(id, query);
  }

  /** Changes the fields sent; needs `If-Match`. */
  @Patch(':id')
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StrategyChange }) change: StrategyChange,
    @Req() request: Request,
  ): Promise<Strategy> {
    return this.drafts.change(id, versionOf(request), change);
  }

  /** All the national frames that a draft is measured against, and why. */
  @Put(':id/frames')
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  frame(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StrategyFrames }) frames: StrategyFrames,
  ): Promise<Strategy> {
    return this.drafts.frame(id, frames);
  }

  /** Throws a draft away. It can be taken back. */
  @Delete(':id')
  @HttpCode(204)
  @Allow(writers)
  @ApiNoContentResponse()
  discard(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.drafts.discard(id);
  }

  @Post(':id/restoration')
  @HttpCode(200)
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  restore(@Param('id', { schema: Id }) id: string, @Body({ schema: StrategyDeed }) _deed: object): Promise<Strategy> {
    return this.drafts.restore(id);
  }

  /** Says that it no longer applies though nothing takes its place. */
  @Post(':id/repeal')
  @HttpCode(200)
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  repeal(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RepealInput }) input: RepealInput,
  ): Promise<Strategy> {
    return this.drafts.repeal(id, input.motive);
  }
}
