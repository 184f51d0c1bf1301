import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ActingInput,
  BreakGlassInput,
  PasskeyInput,
  PasskeyOptions,
  SecondFactorInput,
  Session,
  SignInAnswer,
  SignInInput,
  SignInOptions,
} from '@samverkan/identity/contract';
import { Allow } from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import { Csrf } from './csrf';
import { SessionService } from './session.service';
import { SignInGuard } from './sign-in.guard';

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly service: SessionService,
    private readonly csrf: Csrf,
  ) {}

  /** What the sign-in page may offer. */
  @Get('options')
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: SignInOptions })
  options(): SignInOptions {
    return this.service.options();
  }

  /** Who is signed in and for whom she acts; 401 when nobody is. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Session })
  current(): Promise<Session> {
    return this.service.current();
  }

  /** Signs in with e-mail and password, or says which step comes next. */
  @Post()
  @HttpCode(200)
  @Allow('anonymous')
  @UseGuards(SignInGuard)
  @ApiOkResponse({ standardSchema: SignInAnswer })
  async signIn(
    @Body({ schema: SignInInput }) _input: SignInInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    const { userId } = request.user as { userId: string };
    return this.renewed(request, response, await this.service.passwordWasRight(request, response, userId));
  }

  /** The second step: a code of the app, or a recovery code. */
  @Post('second-factor')
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: Session })
  async giveCode(
    @Body({ schema: SecondFactorInput }) input: SecondFactorInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.renewed(request, response, await this.service.giveCode(request, response, input.code));
  }

  /** What the browser needs to prove itself with a passkey. */
  @Post('passkey-challenge')
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: PasskeyOptions })
  async askForPasskey(@Req() request: Request): Promise<PasskeyOptions> {
    return (await this.service.askForPasskey(request)) as PasskeyOptions;
  }

  /** Signs in with a passkey, after a password or instead of one. */
  @Post('passkey')
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: Session })
  async givePasskey(
    @Body({ schema: PasskeyInput }) input: PasskeyInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.renewed(request, response, await this.service.givePasskey(request, response, input.response));
  }

  /** Says why an emergency account is opened. Everyone who administers is told. */
  @Post('reason')
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: Session })
  async giveReason(
    @Body({ schema: BreakGlassInput }) input: BreakGlassInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.renewed(request, response, await this.service.giveReason(request, response, input));
  }

  /** Acts for another of her organisations from now on, without signing out. */
  @Post('acting')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Session })
  async act(
    @Body({ schema: ActingInput }) input: ActingInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.renewed(request, response, await this.service.actAs(request, input.membershipId));
  }

  /** Signs out, here and on every replica. */
  @Delete()
  @HttpCode(204)
  @Allow('signed-in')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.service.signOut(request);
    response.clearCookie('XSRF-TOKEN').setHeader('Clear-Site-Data', '"cache"');
  }

  /** The session has a new id, and its token with it. */
  private renewed<T>(request: Request, response: Response, answer: T): T {
    this.csrf.renew(request, response);
    return answer;
  }
}
