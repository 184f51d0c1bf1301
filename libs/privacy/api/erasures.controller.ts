import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Sessions } from '@samverkan/identity/api';
import { Erasure, ErasureDecisionInput, ErasureInput, Erasures } from '@samverkan/privacy/contract';
import { Allow, type Role } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { ErasuresService } from './erasures.service';

const administrators: readonly Role[] = ['county_admin', 'system_admin'];

/** Requests that somebody's data go. Asking and deciding want a fresh proof of who one is. */
@ApiTags('erasures')
@Controller('api')
export class ErasuresController {
  constructor(
    private readonly service: ErasuresService,
    private readonly sessions: Sessions,
  ) {}

  /** One's own, and those of the people one administers. */
  @Get('erasures')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Erasures })
  async list(): Promise<Erasures> {
    return { items: await this.service.list() };
  }

  /** The signed-in person asks that her own data go. */
  @Post('erasures')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: Erasure })
  ask(@Body({ schema: ErasureInput }) input: ErasureInput, @Req() request: Request): Promise<Erasure> {
    this.sessions.requireProof(request);
    return this.service.ask(input);
  }

  /** Somebody who looks after the whole account behind a membership asks for its person. */
  @Post('memberships/:id/erasure')
  @Allow(administrators)
  @ApiCreatedResponse({ standardSchema: Erasure })
  askFor(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ErasureInput }) input: ErasureInput,
    @Req() request: Request,
  ): Promise<Erasure> {
    this.sessions.requireProof(request);
    return this.service.askFor(id, input);
  }

  /** She changes her mind while nobody has decided. */
  @Delete('erasures/:id')
  @HttpCode(204)
  @Allow('signed-in')
  withdraw(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.service.withdraw(id);
  }

  /** Erases, pseudonymises or refuses, with a ground; what is decided is done at once. */
  @Post('erasures/:id/decision')
  @HttpCode(200)
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: Erasure })
  decide(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ErasureDecisionInput }) input: ErasureDecisionInput,
    @Req() request: Request,
  ): Promise<Erasure> {
    this.sessions.requireProof(request);
    return this.service.decide(id, input);
  }
}
