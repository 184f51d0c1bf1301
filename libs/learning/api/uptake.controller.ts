import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OfferStepsInput, Uptake, UptakeInput } from '@samverkan/learning/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
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

  /** The steps or the kit, by those who hold it. */
  @Put('steps')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Uptake })
  keepSteps(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OfferStepsInput }) input: OfferStepsInput,
  ): Promise<Uptake> {
    return this.uptake.keepSteps(id, input);
  }
}
