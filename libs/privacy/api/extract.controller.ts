import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Sessions } from '@samverkan/identity/api';
import { Extract } from '@samverkan/privacy/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { ExtractService } from './extract.service';

/** Register extracts. They want a fresh proof of who one is: they gather everything in one place. */
@ApiTags('extract')
@Controller('api')
export class ExtractController {
  constructor(
    private readonly service: ExtractService,
    private readonly sessions: Sessions,
  ) {}

  /** Everything that is held on the signed-in person. */
  @Get('extract')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Extract })
  own(@Req() request: Request): Promise<Extract> {
    this.sessions.requireProof(request);
    return this.service.own();
  }

  /** The same for the person behind a membership, for whoever looks after her whole account. */
  @Get('memberships/:id/extract')
  @Allow(['county_admin', 'system_admin'])
  @ApiOkResponse({ standardSchema: Extract })
  behind(@Param('id', { schema: Id }) id: string, @Req() request: Request): Promise<Extract> {
    this.sessions.requireProof(request);
    return this.service.behind(id);
  }
}
