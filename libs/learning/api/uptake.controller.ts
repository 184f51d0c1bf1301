import { Body, Controller, Get, Param, Put, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OfferStepsInput, Uptake, UptakeInput } from '@samverkan/learning/contract';
import { Allow, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { holders } from './offers.policy';
import { UptakeService } from './uptake.service';

@ApiTags('learning')
@Controller('api/offers/:id')
export class UptakeController {
  constructor(private readonly uptake: UptakeService) {}

  /** Which municipalities have joined, or how far each has come. */
  @Get('uptake')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Uptake })
  read(@Param('id', { schema: Id }) id: string): Promise<Uptake> {
    return this.uptake.read(id);
  }

  /** A municipality joins, does a step, or takes that back; by those who answer for it. */
  @Put('uptake')
  @Allow(['coordinator', 'county_staff', 'county_admin'])
  @ApiOkResponse({ standardSchema: Uptake })
  take(@Param('id', { schema: Id }) id: string, @Body({ schema: UptakeInput }) input: UptakeInput): Promise<Uptake> {
    return this.uptake.take(id, input);
  }

  /** The steps or the kit, by those who hold it; needs `If-Match` with the training's version. */
  @Put('steps')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Uptake })
  keepSteps(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OfferStepsInput }) input: OfferStepsInput,
    @Req() request: Request,
  ): Promise<Uptake> {
    return this.uptake.keepSteps(id, versionOf(request), input);
  }
}
