import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActionMethodInput, ActionMethods, MethodDeed, OfferMethods } from '@samverkan/methods/contract';
import { Allow } from '@samverkan/shared/api';
import { Id, SeenAsQuery } from '@samverkan/shared/contract';
import { ActionMethodsService } from './action-methods.service';
import { MethodsService } from './methods.service';

/** The methods that actions are about and that trainings give. */
@ApiTags('methods')
@Controller('api')
export class ActionMethodsController {
  constructor(
    private readonly ties: ActionMethodsService,
    private readonly methods: MethodsService,
  ) {}

  @Get('actions/:id/methods')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionMethods })
  list(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: SeenAsQuery }) { seenAs }: SeenAsQuery,
  ): Promise<ActionMethods> {
    return seenAs ? this.ties.seenAs(id, seenAs) : this.ties.list(id);
  }

  /** The action is about the method. Outside its purpose a reason is asked for (409 with the warnings). */
  @Post('actions/:id/methods')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: ActionMethods })
  tie(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ActionMethodInput }) input: ActionMethodInput,
  ): Promise<ActionMethods> {
    return this.ties.tie(id, input);
  }

  @Post('action-methods/:id/end')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionMethods })
  end(@Param('id', { schema: Id }) id: string, @Body({ schema: MethodDeed }) _deed: object): Promise<ActionMethods> {
    return this.ties.end(id);
  }

  @Post('action-methods/:id/end/undo')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionMethods })
  resume(@Param('id', { schema: Id }) id: string, @Body({ schema: MethodDeed }) _deed: object): Promise<ActionMethods> {
    return this.ties.resume(id);
  }

  /** The methods that a training gives. */
  @Get('offers/:id/methods')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: OfferMethods })
  ofOffer(@Param('id', { schema: Id }) id: string): Promise<OfferMethods> {
    return this.methods.ofOffer(id);
  }
}
