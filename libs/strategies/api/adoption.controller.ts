import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import {
  AdoptionInput,
  FollowerChoice,
  GoalWayInput,
  SignatoryChange,
  SignatoryInput,
  Strategy,
  StrategyDeed,
  Succession,
} from '@samverkan/strategies/contract';
import { AdoptionService } from './adoption.service';
import { SignatoriesService } from './signatories.service';
import { writers } from './strategies.policy';
import { SuccessionService } from './succession.service';

/** From draft to decided: where the old goals go, the decision itself, and who signs. */
@ApiTags('strategies')
@Controller('api')
export class AdoptionController {
  constructor(
    private readonly succession: SuccessionService,
    private readonly adoption: AdoptionService,
    private readonly signatories: SignatoriesService,
  ) {}

  /** Where the goals before go; to who writes the draft also what would follow them. */
  @Get('strategies/:id/succession')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Succession })
  ways(@Param('id', { schema: Id }) id: string): Promise<Succession> {
    return this.succession.open(id);
  }

  @Put('strategies/:id/succession/:oldGoalId')
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Succession })
  say(
    @Param('id', { schema: Id }) id: string,
    @Param('oldGoalId', { schema: Id }) oldGoalId: string,
    @Body({ schema: GoalWayInput }) way: GoalWayInput,
  ): Promise<Succession> {
    return this.succession.say(id, oldGoalId, way);
  }

  /** One action or commitment that goes elsewhere than the rule says. */
  @Put('strategies/:id/succession/:oldGoalId/followers')
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Succession })
  choose(
    @Param('id', { schema: Id }) id: string,
    @Param('oldGoalId', { schema: Id }) oldGoalId: string,
    @Body({ schema: FollowerChoice }) choice: FollowerChoice,
  ): Promise<Succession> {
    return this.succession.choose(id, oldGoalId, choice);
  }

  @Post('strategies/:id/adoption')
  @HttpCode(200)
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  adopt(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AdoptionInput }) input: AdoptionInput,
  ): Promise<Strategy> {
    return this.adoption.adopt(id, input);
  }

  /** Takes the adoption back, while nothing has been built on it. */
  @Post('strategies/:id/adoption/undo')
  @HttpCode(200)
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  undo(@Param('id', { schema: Id }) id: string, @Body({ schema: StrategyDeed }) _deed: object): Promise<Strategy> {
    return this.adoption.undo(id);
  }

  @Post('strategies/:id/signatories')
  @Allow(writers)
  @ApiCreatedResponse({ standardSchema: Strategy })
  sign(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SignatoryInput }) input: SignatoryInput,
  ): Promise<Strategy> {
    return this.signatories.add(id, input);
  }

  @Patch('signatories/:id')
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SignatoryChange }) change: SignatoryChange,
  ): Promise<Strategy> {
    return this.signatories.change(id, change);
  }

  /** Off the list of a draft. */
  @Delete('signatories/:id')
  @Allow(writers)
  @ApiOkResponse({ standardSchema: Strategy })
  remove(@Param('id', { schema: Id }) id: string): Promise<Strategy> {
    return this.signatories.remove(id);
  }
}
