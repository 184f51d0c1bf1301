import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { OidcStart, OidcStartInput, ProviderKey } from '@samverkan/identity/contract';
import { Allow, Refusal } from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import { Csrf } from './csrf';
import { OidcService } from './oidc.service';

@ApiTags('session')
@Controller('api/oidc/:provider')
export class OidcController {
  constructor(
    private readonly service: OidcService,
    private readonly csrf: Csrf,
  ) {}

  /** Begins a sign-in through the authority. */
  @Post('start')
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: OidcStart })
  async start(
    @Param('provider', { schema: ProviderKey }) provider: string,
    @Body({ schema: OidcStartInput }) input: OidcStartInput,
    @Req() request: Request,
  ): Promise<OidcStart> {
    return { url: await this.service.start(request, provider, input) };
  }

  /** Where the authority sends people back. A refusal leads to the sign-in page, which says why. */
  @Get('callback')
  @Allow('anonymous')
  @ApiResponse({ status: 303, description: 'On to the portal' })
  async finish(
    @Param('provider', { schema: ProviderKey }) provider: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    let to: string;
    try {
      to = await this.service.finish(request, response, provider);
      this.csrf.renew(request, response);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      to = `/logga-in?fel=${encodeURIComponent(error.code)}`;
    }
    response.setHeader('Cache-Control', 'no-store');
    response.redirect(303, to);
  }
}
