import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  EndMembershipInput,
  Invitation,
  InvitationChoices,
  InvitationInput,
  InvitationList,
  PeoplePage,
  PeopleQuery,
} from '@samverkan/identity/contract';
import { Allow, type Role } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { PeopleService } from './people.service';
import { Sessions } from './sessions';

const administrators: readonly Role[] = ['county_admin', 'system_admin'];

/** The people an administrator looks after. What gives or takes rights wants a fresh proof of who she is. */
@ApiTags('people')
@Controller('api')
export class PeopleController {
  constructor(
    private readonly service: PeopleService,
    private readonly sessions: Sessions,
  ) {}

  @Get('people')
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: PeoplePage })
  list(@Query({ schema: PeopleQuery }) query: PeopleQuery): Promise<PeoplePage> {
    return this.service.list(query);
  }

  /** The latest two hundred. */
  @Get('invitations')
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: InvitationList })
  async invitations(): Promise<InvitationList> {
    return { items: await this.service.invitations() };
  }

  /** Where she may invite to, and as what. */
  @Get('invitations/choices')
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: InvitationChoices })
  choices(): Promise<InvitationChoices> {
    return this.service.choices();
  }

  @Post('invitations')
  @HttpCode(200)
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: Invitation })
  invite(@Body({ schema: InvitationInput }) input: InvitationInput, @Req() request: Request): Promise<Invitation> {
    this.sessions.requireProof(request);
    return this.service.invite(input);
  }

  /** Sends a new code; the old one is worth nothing from then on. */
  @Post('invitations/:id/letters')
  @HttpCode(200)
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: Invitation })
  resend(@Param('id', { schema: Id }) id: string, @Req() request: Request): Promise<Invitation> {
    this.sessions.requireProof(request);
    return this.service.resend(id);
  }

  @Delete('invitations/:id')
  @HttpCode(204)
  @Allow(administrators)
  withdraw(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.service.withdraw(id);
  }

  /** Ends a membership after a day; her sessions in it die within five seconds of its end. */
  @Post('memberships/:id/end')
  @HttpCode(204)
  @Allow(administrators)
  end(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EndMembershipInput }) input: EndMembershipInput,
    @Req() request: Request,
  ): Promise<void> {
    this.sessions.requireProof(request);
    return this.service.end(id, input.lastDay);
  }

  /** Opens the closed account behind a membership. */
  @Post('memberships/:id/account-opening')
  @HttpCode(204)
  @Allow(administrators)
  open(@Param('id', { schema: Id }) id: string, @Req() request: Request): Promise<void> {
    this.sessions.requireProof(request);
    return this.service.open(id);
  }

  /** Closes the account behind a membership at once. */
  @Post('memberships/:id/account-closing')
  @HttpCode(204)
  @Allow(administrators)
  close(@Param('id', { schema: Id }) id: string, @Req() request: Request): Promise<void> {
    this.sessions.requireProof(request);
    return this.service.close(id);
  }

  /** Says that the person still holds the membership: it is good for another year. */
  @Post('memberships/:id/attestation')
  @HttpCode(204)
  @Allow(administrators)
  attest(@Param('id', { schema: Id }) id: string, @Req() request: Request): Promise<void> {
    this.sessions.requireProof(request);
    return this.service.attest(id);
  }
}
