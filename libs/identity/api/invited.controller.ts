import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AcceptanceInput, Invited, InvitedRequest, SignInAnswer } from '@samverkan/identity/contract';
import { Allow } from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import { Csrf } from './csrf';
import { InvitedService } from './invited.service';

@ApiTags('people')
@Controller('api/invited')
export class InvitedController {
  constructor(
    private readonly service: InvitedService,
    private readonly csrf: Csrf,
  ) {}

  /** What the invitation says. A question with a body, so that the code stands in no address and no log; it uses up nothing. */
  @Post()
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: Invited })
  read(@Body({ schema: InvitedRequest }) input: InvitedRequest, @Req() request: Request): Promise<Invited> {
    return this.service.read(input.token, request.ip ?? '');
  }

  /** Accepts. A new account goes on to its second factor; somebody signed in has one more organisation to act for. */
  @Post('acceptance')
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: SignInAnswer })
  async accept(
    @Body({ schema: AcceptanceInput }) input: AcceptanceInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    const before = request.sessionID;
    const answer = await this.service.accept(request, response, input);
    if (request.sessionID !== before) this.csrf.renew(request, response);
    return answer;
  }
}
