import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiToken,
  ApiTokenInput,
  ApiTokenList,
  ApiTokenMade,
  ApiTokenQuery,
  TokenAddresses,
} from '@samverkan/identity/contract';
import { Allow, type Role, ShownOnce, TokenRoutes } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { ApiTokensService } from './api-tokens.service';
import { Sessions } from './sessions';

const administrators: readonly Role[] = ['county_admin', 'system_admin'];

/** The tokens by which organisations' own systems come in. Making one wants a fresh proof of who one is; taking one back does not. */
@ApiTags('tokens')
@Controller('api/tokens')
export class ApiTokensController {
  constructor(
    private readonly tokens: ApiTokensService,
    private readonly sessions: Sessions,
    private readonly routes: TokenRoutes,
  ) {}

  /** An organisation's tokens: one's own, or one that one administers. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ApiTokenList })
  list(@Query({ schema: ApiTokenQuery }) { organization }: ApiTokenQuery): Promise<ApiTokenList> {
    return this.tokens.list(organization);
  }

  /** Every address that is open to tokens. */
  @Get('addresses')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: TokenAddresses })
  addresses(): TokenAddresses {
    return { items: [...this.routes.all] };
  }

  /** A new token, shown this once. */
  @Post()
  @Header('Cache-Control', 'no-store')
  @Allow(administrators)
  @ShownOnce()
  @ApiCreatedResponse({ standardSchema: ApiTokenMade })
  make(@Body({ schema: ApiTokenInput }) input: ApiTokenInput, @Req() request: Request): Promise<ApiTokenMade> {
    this.sessions.requireProof(request);
    return this.tokens.make(input);
  }

  /** Ends it at once. */
  @Post(':id/revocation')
  @HttpCode(200)
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: ApiToken })
  revoke(@Param('id', { schema: Id }) id: string): Promise<ApiToken> {
    return this.tokens.revoke(id);
  }
}
