import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  Offer,
  OfferChange,
  OfferDeed,
  OfferExportQuery,
  OfferHistory,
  OfferInput,
  OfferPage,
  OfferQuery,
  OfferVisibility,
} from '@samverkan/learning/contract';
import { Allow, Ledger, sendSheet, sendText, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { TermsService } from '@samverkan/vocabularies/api';
import type { Request, Response } from 'express';
import { offerJson, offerSheetColumns } from './offer-sheet.view';
import { holders } from './offers.policy';
import { OffersQuery } from './offers.query';
import { OffersService } from './offers.service';

@ApiTags('learning')
@Controller('api/offers')
export class OffersController {
  constructor(
    private readonly offers: OffersService,
    private readonly query: OffersQuery,
    private readonly terms: TermsService,
    private readonly ledger: Ledger,
  ) {}

  /** A page of trainings. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: OfferPage })
  list(@Query({ schema: OfferQuery }) query: OfferQuery): Promise<OfferPage> {
    return this.offers.list(query);
  }

  /** The list as a file, with its filters, every row. */
  @Get('export')
  @Allow('signed-in')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/json')
  async export(@Query({ schema: OfferExportQuery }) query: OfferExportQuery, @Res() response: Response): Promise<void> {
    const { format, lang } = query;
    await this.ledger.noted('learning.exported', 'learning', null, 'done', format);
    const rows = this.query.rows(query);
    const name = lang === 'sv' ? 'utbildningar' : 'trainings';
    if (format === 'json')
      return sendText(response, { type: 'application/json', name: `${name}.json` }, offerJson(rows));
    return sendSheet(response, { format, name, columns: offerSheetColumns(lang, await this.terms.lists()) }, rows);
  }

  /** Enters one as a draft; the acting organisation holds it, with those it names. */
  @Post()
  @Allow(holders)
  @ApiCreatedResponse({ standardSchema: Offer })
  enter(@Body({ schema: OfferInput }) input: OfferInput): Promise<Offer> {
    return this.offers.enter(input);
  }

  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Offer })
  read(@Param('id', { schema: Id }) id: string): Promise<Offer> {
    return this.offers.read(id);
  }

  /** Changes the fields sent; needs `If-Match`. */
  @Patch(':id')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Offer })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OfferChange }) change: OfferChange,
    @Req() request: Request,
  ): Promise<Offer> {
    return this.offers.change(id, versionOf(request), change);
  }

  @Get(':id/history')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: OfferHistory })
  async history(@Param('id', { schema: Id }) id: string): Promise<string> {
    return `{"items":${await this.offers.history(id)}}`;
  }

  /** Who may see it when it is no longer a draft. Widening and narrowing are audited. */
  @Put(':id/visibility')
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Offer })
  show(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OfferVisibility }) { visibility }: OfferVisibility,
  ): Promise<Offer> {
    return this.offers.show(id, visibility);
  }

  /** It can be registered for, and is seen by those it is meant for. */
  @Post(':id/open')
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Offer })
  open(@Param('id', { schema: Id }) id: string, @Body({ schema: OfferDeed }) _deed: object): Promise<Offer> {
    return this.offers.move(id, 'open');
  }

  /** Nobody more can register. */
  @Post(':id/close')
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Offer })
  close(@Param('id', { schema: Id }) id: string, @Body({ schema: OfferDeed }) _deed: object): Promise<Offer> {
    return this.offers.move(id, 'close');
  }

  /** It is not held. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Offer })
  cancel(@Param('id', { schema: Id }) id: string, @Body({ schema: OfferDeed }) _deed: object): Promise<Offer> {
    return this.offers.move(id, 'cancel');
  }

  /** It has been held. */
  @Post(':id/hold')
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Offer })
  hold(@Param('id', { schema: Id }) id: string, @Body({ schema: OfferDeed }) _deed: object): Promise<Offer> {
    return this.offers.move(id, 'hold');
  }

  /** Takes the latest step back. */
  @Post(':id/undo')
  @HttpCode(200)
  @Allow(holders)
  @ApiOkResponse({ standardSchema: Offer })
  undo(@Param('id', { schema: Id }) id: string, @Body({ schema: OfferDeed }) _deed: object): Promise<Offer> {
    return this.offers.move(id, 'undo');
  }
}
