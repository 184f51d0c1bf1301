import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ContactInvitationInput, ContactInvitations, ContactWelcome } from '@samverkan/contacts/contract';
import { Sessions } from '@samverkan/identity/api';
import { Allow, type Role } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { ContactInvitationsService } from './contact-invitations.service';

const administrators: readonly Role[] = ['county_admin', 'system_admin'];

/** "Bjud in innehavaren": a function's holder is invited, and met when she comes. */
@ApiTags('contacts')
@Controller('api/contacts')
export class ContactInvitationsController {
  constructor(
    private readonly invitations: ContactInvitationsService,
    private readonly sessions: Sessions,
  ) {}

  /** What somebody who has just come has to begin with. */
  @Get('welcome')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactWelcome })
  welcome(): Promise<ContactWelcome> {
    return this.invitations.welcome();
  }

  @Get(':id/invitations')
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: ContactInvitations })
  open(@Param('id', { schema: Id }) id: string): Promise<ContactInvitations> {
    return this.invitations.open(id);
  }

  /** Gives rights, and so wants a fresh proof of who she is. */
  @Post(':id/invitations')
  @HttpCode(200)
  @Allow(administrators)
  @ApiOkResponse({ standardSchema: ContactInvitations })
  async invite(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ContactInvitationInput }) input: ContactInvitationInput,
    @Req() request: Request,
  ): Promise<ContactInvitations> {
    this.sessions.requireProof(request);
    await this.invitations.invite(id, input);
    return this.invitations.open(id);
  }
}
