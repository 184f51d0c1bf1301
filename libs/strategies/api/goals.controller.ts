import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, ForTokens, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import {
  GoalChange,
  GoalChoices,
  GoalInput,
  GoalLinks,
  GoalPlace,
  Strategy,
  StrategyDeed,
} from '@samverkan/strategies/contract';
import type { Request } from 'express';
import { GoalsService } from './goals.service';
import { StrategiesService } from './strategies.service';
import { writers } from './strategies.policy';

@ApiTags('strategies')
@Controller('api')
export class GoalsController {
  constructor(
    private readonly strategies: StrategiesService,
    private readonly goals: GoalsService,
  ) {}

  /** Goals an action may be tied to: those of the acting county first, then the national ones. */
  @Get('goals/choices')
  @ForTokens('actions.read', 'actions.write')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: GoalChoices })
  choices(): Promise<GoalChoices> {
    return this.strategies.goalChoices();
  }

  /** Adds a goal to a draft. */
  @Post('strategies/:id/goals')
  @Allow(writers)
  @ApiCreatedResponse({ standardSchema: Strategy })
  add(@Param('id', { schema: Id }) id: string, @Body({ schema: GoalInput }) input: GoalInput): Promise<Strategy> {
    return this.goals.add(id, input);
  }

  /** Puts a removed goal back as it was, with all under it. */
  @Post('strategies/:id/goals/:goalId/restoration')
  @Allow(writers)
  @ApiCreatedResponse({ standardSchema: Strategy })
  restore(
    @Param('id', { schema: Id }) id: string,
    @Param('goalId', { schema: Id }) goalId: string,
    @Body({ schema: StrategyDeed }) _deed: object,
  ): Promise<Strategy> {
    return this.goals.restore(id, goalId);
  }

  /** The same for whoever knows the goal alone, as the trash does. */
  @Post('goals/:id/restoration')
  @HttpCode(200)
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  putBack(@Param('id', { schema: Id }) id: string, @Body({ schema: StrategyDeed }) _deed: object): Promise<Strategy> {
    return this.goals.putBack(id);
  }

  /** Changes the fields sent; needs `If-Match` with the goal's version. */
  @Patch('goals/:id')
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: GoalChange }) change: GoalChange,
    @Req() request: Request,
  ): Promise<Strategy> {
    return this.goals.change(id, versionOf(request), change);
  }

  @Put('goals/:id/place')
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  place(@Param('id', { schema: Id }) id: string, @Body({ schema: GoalPlace }) place: GoalPlace): Promise<Strategy> {
    return this.goals.place(id, place);
  }

  @Put('goals/:id/links')
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  serve(@Param('id', { schema: Id }) id: string, @Body({ schema: GoalLinks }) links: GoalLinks): Promise<Strategy> {
    return this.goals.serve(id, links);
  }

  /** Takes a goal away from a draft, with all under it. */
  @Delete('goals/:id')
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  remove(@Param('id', { schema: Id }) id: string): Promise<Strategy> {
    return this.goals.remove(id);
  }
}
