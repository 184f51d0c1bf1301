import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  PublicPiece,
  PublicPreviewQuery,
  PublicTextChange,
  PublicTextDeed,
  PublicTextHistory,
  PublicTextPublication,
  PublicTextVersion,
  PublicTexts,
} from '@samverkan/public/contract';
import { Allow, versionOf } from '@samverkan/shared/api';
import { CountyCode, Id } from '@samverkan/shared/contract';
import type { Request, Response } from 'express';
import { PublicPreview } from './public-preview.service';
import { editors } from './public-texts.policy';
import { PublicTextsService } from './public-texts.service';

/** What a county writes on its public pages. */
@ApiTags('public')
@Controller('api/public-texts')
export class PublicTextsController {
  constructor(
    private readonly texts: PublicTextsService,
    private readonly previews: PublicPreview,
  ) {}

  @Get(':county')
  @Allow(editors)
  @ApiOkResponse({ standardSchema: PublicTexts })
  list(@Param('county', { schema: CountyCode }) county: string): Promise<PublicTexts> {
    return this.texts.list(county);
  }

  @Get(':county/:piece/history')
  @Allow(editors)
  @ApiOkResponse({ standardSchema: PublicTextHistory })
  history(
    @Param('county', { schema: CountyCode }) county: string,
    @Param('piece', { schema: PublicPiece }) piece: PublicPiece,
  ): Promise<PublicTextHistory> {
    return this.texts.history(county, piece);
  }

  /** The public page as it will be with what waits: the same code, the same policy, for its editors alone. */
  @Get(':county/:piece/preview')
  @Allow(editors)
  @ApiProduces('text/html')
  async preview(
    @Param('county', { schema: CountyCode }) county: string,
    @Param('piece', { schema: PublicPiece }) piece: PublicPiece,
    @Query({ schema: PublicPreviewQuery }) { language }: PublicPreviewQuery,
    @Res() response: Response,
  ): Promise<void> {
    await this.previews.send(response, county, piece, language);
  }

  /** Begins a draft, or changes the languages sent of it; needs `If-Match`, `"0"` where there is none. */
  @Put(':county/:piece/draft')
  @Allow(editors)
  @ApiOkResponse({ standardSchema: PublicTextVersion })
  write(
    @Param('county', { schema: CountyCode }) county: string,
    @Param('piece', { schema: PublicPiece }) piece: PublicPiece,
    @Body({ schema: PublicTextChange }) change: PublicTextChange,
    @Req() request: Request,
  ): Promise<PublicTextVersion> {
    return this.texts.write(county, piece, versionOf(request), change);
  }

  @Delete(':county/:piece/draft')
  @HttpCode(204)
  @Allow(editors)
  discard(
    @Param('county', { schema: CountyCode }) county: string,
    @Param('piece', { schema: PublicPiece }) piece: PublicPiece,
  ): Promise<void> {
    return this.texts.discard(county, piece);
  }

  /** Shows the draft at once or later; needs `If-Match`: what is published is what its publisher has read. */
  @Post(':county/:piece/publication')
  @HttpCode(200)
  @Allow(editors)
  @ApiOkResponse({ standardSchema: PublicTextVersion })
  publish(
    @Param('county', { schema: CountyCode }) county: string,
    @Param('piece', { schema: PublicPiece }) piece: PublicPiece,
    @Body({ schema: PublicTextPublication }) { at }: PublicTextPublication,
    @Req() request: Request,
  ): Promise<PublicTextVersion> {
    return this.texts.publish(county, piece, versionOf(request), at);
  }

  /** What was to be shown later is a draft again. */
  @Post(':county/:piece/publication/undo')
  @HttpCode(200)
  @Allow(editors)
  @ApiOkResponse({ standardSchema: PublicTextVersion })
  withdraw(
    @Param('county', { schema: CountyCode }) county: string,
    @Param('piece', { schema: PublicPiece }) piece: PublicPiece,
    @Body({ schema: PublicTextDeed }) _deed: object,
  ): Promise<PublicTextVersion> {
    return this.texts.withdraw(county, piece);
  }

  /** Shows the national text again. */
  @Post(':county/:piece/national')
  @Allow(editors)
  @ApiCreatedResponse({ standardSchema: PublicTextVersion })
  toNational(
    @Param('county', { schema: CountyCode }) county: string,
    @Param('piece', { schema: PublicPiece }) piece: PublicPiece,
    @Body({ schema: PublicTextDeed }) _deed: object,
  ): Promise<PublicTextVersion> {
    return this.texts.toNational(county, piece);
  }

  /** Puts a draft that was thrown away back, for thirty days; 409 beside another draft of the same piece. */
  @Post('drafts/:id/restoration')
  @HttpCode(200)
  @Allow(editors)
  @ApiOkResponse({ standardSchema: PublicTextVersion })
  putBack(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicTextDeed }) _deed: object,
  ): Promise<PublicTextVersion> {
    return this.texts.putBack(id);
  }

  /** Shows an earlier wording again, as a new version. */
  @Post('versions/:id/restoration')
  @Allow(editors)
  @ApiCreatedResponse({ standardSchema: PublicTextVersion })
  restore(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicTextDeed }) _deed: object,
  ): Promise<PublicTextVersion> {
    return this.texts.restore(id);
  }
}
