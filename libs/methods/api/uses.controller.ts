import { Body, Controller, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MethodDeed, MethodUseInput, MethodUses, OwnTrained } from '@samverkan/methods/contract';
import { Allow, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { users } from './methods.policy';
import { UsesService } from './uses.service';

/** Who uses a method, as each party says itself. */
@ApiTags('methods')
@Controller('api')
export class UsesController {
  constructor(private readonly uses: UsesService) {}

  @Get('methods/:id/uses')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: MethodUses })
  list(@Param('id', { schema: Id }) id: string): Promise<MethodUses> {
    return this.uses.of(id);
  }

  /** The acting party uses it. Outside its purpose a reason is asked for (409 with the warnings). */
  @Post('methods/:id/uses')
  @Allow(users)
  @ApiCreatedResponse({ standardSchema: MethodUses })
  say(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MethodUseInput }) input: MethodUseInput,
  ): Promise<MethodUses> {
    return this.uses.say(id, input);
  }

  /** Said anew as a whole; needs `If-Match`. */
  @Put('method-uses/:id')
  @Allow(users)
  @ApiOkResponse({ standardSchema: MethodUses })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MethodUseInput }) input: MethodUseInput,
    @Req() request: Request,
  ): Promise<MethodUses> {
    return this.uses.change(id, versionOf(request), input);
  }

  /** It is no longer used; that it was stays to be read. */
  @Post('method-uses/:id/end')
  @HttpCode(200)
  @Allow(users)
  @ApiOkResponse({ standardSchema: MethodUses })
  end(@Param('id', { schema: Id }) id: string, @Body({ schema: MethodDeed }) _deed: object): Promise<MethodUses> {
    return this.uses.end(id);
  }

  @Post('method-uses/:id/end/undo')
  @HttpCode(200)
  @Allow(users)
  @ApiOkResponse({ standardSchema: MethodUses })
  resume(@Param('id', { schema: Id }) id: string, @Body({ schema: MethodDeed }) _deed: object): Promise<MethodUses> {
    return this.uses.resume(id);
  }

  /** What the acting party has said of its own people. */
  @Get('method-uses/:id/trained')
  @Allow(users)
  @ApiOkResponse({ standardSchema: OwnTrained })
  trained(@Param('id', { schema: Id }) id: string): Promise<OwnTrained> {
    return this.uses.trained(id);
  }
}
