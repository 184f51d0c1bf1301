import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { Strategy, StrategyOverview } from '@samverkan/strategies/contract';
import { StrategiesService } from './strategies.service';

@ApiTags('strategies')
@Controller('api/strategies')
export class StrategiesController {
  constructor(private readonly strategies: StrategiesService) {}

  /** The national frames, and each county's chains with the time when nothing applied. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: StrategyOverview })
  overview(): Promise<StrategyOverview> {
    return this.strategies.overview();
  }

  /** One strategy with its goals, what they serve, and who stood behind it. */
  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Strategy })
  read(@Param('id', { schema: Id }) id: string): Promise<Strategy> {
    return this.strategies.read(id);
  }
}
