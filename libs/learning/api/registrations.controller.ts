import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Attendance,
  Offer,
  OfferDeed,
  OwnRegistration,
  RegistrationInvitations,
  RegistrationLink,
  Registrations,
} from '@samverkan/learning/contract';
import { Allow, ShownOnce } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { holders } from './offers.policy';
import { RegistrationsService } from './registrations.service';

/** Who comes to a session. */
@ApiTags('learning')
@Controller('api/offers/:id/sessions/:sessionId')
export class RegistrationsController {
  constructor(private readonly registrations: RegistrationsService) {}

  /** For those who hold it and nobody else. */
  @Get('registrations')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Registrations })
  list(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
  ): Promise<Registrations> {
    return this.registrations.list(id, sessionId);
  }

  @Delete('registrations/:registrationId')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Registrations })
  remove(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
    @Param('registrationId', { schema: Id }) registrationId: string,
  ): Promise<Registrations> {
    return this.registrations.remove(id, sessionId, registrationId);
  }

  /** The answer names people, and is not kept for a request that is sent again. */
  @Post('invitations')
  @ShownOnce()
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Registrations })
  invite(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
    @Body({ schema: RegistrationInvitations }) { emails }: RegistrationInvitations,
  ): Promise<Registrations> {
    return this.registrations.invite(id, sessionId, emails);
  }

  @Delete('invitations/:invitationId')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Registrations })
  withdraw(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
    @Param('invitationId', { schema: Id }) invitationId: string,
  ): Promise<Registrations> {
    return this.registrations.withdraw(id, sessionId, invitationId);
  }

  /** Makes a link that may be shared, and ends the one before. */
  @Post('link')
  @ShownOnce()
  @Allow(holders)
  @ApiCreatedResponse({ standardSchema: RegistrationLink })
  async share(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
    @Body({ schema: OfferDeed }) _deed: object,
  ): Promise<RegistrationLink> {
    return { url: await this.registrations.share(id, sessionId) };
  }

  @Delete('link')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Registrations })
  unshare(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
  ): Promise<Registrations> {
    return this.registrations.unshare(id, sessionId);
  }

  /** Who came, ticked by those who held it. What is counted stays when the names go. */
  @Put('attendance')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Registrations })
  tick(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
    @Body({ schema: Attendance }) { came }: Attendance,
  ): Promise<Registrations> {
    return this.registrations.tick(id, sessionId, came);
  }

  /** The reader comes herself: a seat, or a place in the line. */
  @Post('registration')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Offer })
  registerSelf(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
    @Body({ schema: OwnRegistration }) { profession }: OwnRegistration,
  ): Promise<Offer> {
    return this.registrations.registerSelf(id, sessionId, profession);
  }

  /** Gives the training as it is then; null when it is no longer shown to her. */
  @Delete('registration')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Offer.nullable() })
  endSelf(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
  ): Promise<Offer | null> {
    return this.registrations.endSelf(id, sessionId);
  }
}
