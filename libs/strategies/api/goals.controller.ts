import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '@samverkan/shared/api';
import { GoalChoices } from '@samverkan/strategies/contract';
import { StrategiesService } from './strategies.service';

@ApiTags('strategies')
@Controller('api/goals')
export class GoalsController {
  constructor(private readonly strategies: StrategiesService) {}

  /** Goals an action may be tied to: those of the acting county first, then the national ones. */
  @Get('choices')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: GoalChoices })
  choices(): Promise<GoalChoices> {
    return this.strategies.goalChoices();
  }
}
