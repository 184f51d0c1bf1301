import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Account,
  Enrolled,
  PasskeyInput,
  PasskeyKey,
  PasskeyOptions,
  PasswordChangeInput,
  ProofInput,
  SecondFactorInput,
  SessionKey,
  ShortcutsInput,
  TotpOffer,
} from '@samverkan/identity/contract';
import { Allow } from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import { AccountService } from './account.service';
import { Csrf } from './csrf';

/** The signed-in person's own account. The routes of enrolment also serve somebody who signs in for the first time. */
@ApiTags('account')
@Controller('api/account')
export class AccountController {
  constructor(
    private readonly service: AccountService,
    private readonly csrf: Csrf,
  ) {}

  /** How she proves who she is, and where she is signed in. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Account })
  read(@Req() request: Request): Promise<Account> {
    return this.service.read(request);
  }

  /** Password or code once more, before something that matters. */
  @Post('proof')
  @HttpCode(204)
  @Allow('signed-in')
  prove(@Body({ schema: ProofInput }) input: ProofInput, @Req() request: Request): Promise<void> {
    return this.service.prove(request, input.secret);
  }

  /** Changes the password; ends her other sessions. */
  @Put('password')
  @HttpCode(204)
  @Allow('signed-in')
  changePassword(
    @Body({ schema: PasswordChangeInput }) input: PasswordChangeInput,
    @Req() request: Request,
  ): Promise<void> {
    return this.service.changePassword(request, input);
  }

  /** Turns single-key shortcuts on or off for her, wherever she signs in. */
  @Put('shortcuts')
  @HttpCode(204)
  @Allow('signed-in')
  useShortcuts(@Body({ schema: ShortcutsInput }) { on }: ShortcutsInput): Promise<void> {
    return this.service.useShortcuts(on);
  }

  /** A secret for an authenticator app. It counts when a code of it has been given. */
  @Post('totp-offer')
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: TotpOffer })
  offerTotp(@Req() request: Request): Promise<TotpOffer> {
    return this.service.offerTotp(request);
  }

  @Put('totp')
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: Enrolled })
  async confirmTotp(
    @Body({ schema: SecondFactorInput }) input: SecondFactorInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Enrolled> {
    return this.renewed(request, response, await this.service.confirmTotp(request, response, input.code));
  }

  @Delete('totp')
  @HttpCode(204)
  @Allow('signed-in')
  removeTotp(@Req() request: Request): Promise<void> {
    return this.service.removeTotp(request);
  }

  /** What the browser needs to make a passkey. */
  @Post('passkey-offer')
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: PasskeyOptions })
  async offerPasskey(@Req() request: Request): Promise<PasskeyOptions> {
    return (await this.service.offerPasskey(request)) as PasskeyOptions;
  }

  @Post('passkeys')
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: Enrolled })
  async keepPasskey(
    @Body({ schema: PasskeyInput }) input: PasskeyInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Enrolled> {
    const enrolled = await this.service.keepPasskey(request, response, input.response, input.name ?? 'Passnyckel');
    return this.renewed(request, response, enrolled);
  }

  @Delete('passkeys/:id')
  @HttpCode(204)
  @Allow('signed-in')
  removePasskey(@Param('id', { schema: PasskeyKey }) id: string, @Req() request: Request): Promise<void> {
    return this.service.removePasskey(request, id);
  }

  /** Ten new recovery codes, shown this one time; the old ones are worth nothing from now on. */
  @Post('recovery-codes')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Enrolled })
  renewRecoveryCodes(@Req() request: Request): Promise<Enrolled> {
    return this.service.renewRecoveryCodes(request);
  }

  /** Signs out everywhere but here. */
  @Delete('sessions')
  @HttpCode(204)
  @Allow('signed-in')
  endOtherSessions(@Req() request: Request): Promise<void> {
    return this.service.endOtherSessions(request);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Allow('signed-in')
  endSession(@Param('id', { schema: SessionKey }) id: string, @Req() request: Request): Promise<void> {
    return this.service.endSession(request, id);
  }

  private renewed(request: Request, response: Response, enrolled: Enrolled): Enrolled {
    if (enrolled.session) this.csrf.renew(request, response);
    return enrolled;
  }
}
