import { Body, Controller, Delete, Get, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Offer, OfferSessionInput } from '@samverkan/learning/contract';
import { Allow, CONFIGURATION, type Configuration, homeOf, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { sessionFile } from './session-file.view';
import { OfferSessionsService } from './offer-sessions.service';
import { holders } from './offers.policy';

@ApiTags('learning')
@Controller('api/offers/:id/sessions')
export class OfferSessionsController {
  private readonly home: string;

  constructor(
    private readonly sessions: OfferSessionsService,
    @Inject(CONFIGURATION) settings: Configuration,
  ) {
    this.home = homeOf(settings);
  }

  @Post()
  @Allow(holders)
  @ApiCreatedResponse({ standardSchema: Offer })
  add(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OfferSessionInput }) input: OfferSessionInput,
  ): Promise<Offer> {
    return this.sessions.add(id, input);
  }

  /** The whole of it; needs `If-Match` with the session's version. */
  @Put(':sessionId')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Offer })
  change(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
    @Body({ schema: OfferSessionInput }) input: OfferSessionInput,
    @Req() request: Request,
  ): Promise<Offer> {
    return this.sessions.change(id, sessionId, versionOf(request), input);
  }

  @Delete(':sessionId')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Offer })
  remove(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
  ): Promise<Offer> {
    return this.sessions.remove(id, sessionId);
  }

  /** For a calendar program. */
  @Get(':sessionId/calendar')
  @Allow('signed-in')
  @ApiProduces('text/calendar')
  async calendar(
    @Param('id', { schema: Id }) id: string,
    @Param('sessionId', { schema: Id }) sessionId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { offer, session } = await this.sessions.one(id, sessionId);
    response
      .type('text/calendar; charset=utf-8')
      .setHeader('Content-Disposition', 'attachment; filename="utbildning.ics"')
      .send(sessionFile({ title: offer.title, path: `${this.home}/utbildningar/${offer.id}`, session }));
  }
}
