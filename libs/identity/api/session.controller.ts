import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActingInput, Session, SignInInput, SignInOptions } from '@samverkan/identity/contract';
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

  /** Signs in with e-mail and password. */
  @Post()
  @HttpCode(200)
  @Allow('anonymous')
  @UseGuards(SignInGuard)
  @ApiOkResponse({ standardSchema: Session })
  async signIn(
    @Body({ schema: SignInInput }) _input: SignInInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const { userId } = request.user as { userId: string };
    const session = await this.service.signIn(request, userId);
    this.csrf.renew(request, response);
    return session;
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
    const session = await this.service.actAs(request, input.membershipId);
    this.csrf.renew(request, response);
    return session;
  }

  /** Signs out, here and on every replica. */
  @Delete()
  @HttpCode(204)
  @Allow('signed-in')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.service.signOut(request);
    response.clearCookie('XSRF-TOKEN').setHeader('Clear-Site-Data', '"cache"');
  }
}
