import { Body, Controller, Delete, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Publication,
  PublicationDeed,
  PublicationReview,
  PublicationShown,
  PublicationWithdrawal,
} from '@samverkan/publications/contract';
import { Allow, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { PublicationDeeds } from './publication-deeds.service';
import { keepers } from './publications.policy';

/** What is done with a publication by a verb. */
@ApiTags('publications')
@Controller('api/publications/:id')
export class PublicationDeedsController {
  constructor(private readonly deeds: PublicationDeeds) {}

  /** Published: from now on it is shown as widely as it says. */
  @Post('publication')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Publication })
  publish(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicationDeed }) _deed: object,
  ): Promise<Publication> {
    return this.deeds.publish(id);
  }

  /** Back to a draft, while nothing has come in its place. */
  @Post('publication/undo')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Publication })
  unpublish(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicationDeed }) _deed: object,
  ): Promise<Publication> {
    return this.deeds.unpublish(id);
  }

  /** It stays readable and says why it no longer stands. */
  @Post('withdrawal')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Publication })
  withdraw(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicationWithdrawal }) { motive }: PublicationWithdrawal,
  ): Promise<Publication> {
    return this.deeds.withdraw(id, motive);
  }

  /** Who may see it. Widening and narrowing are audited. */
  @Put('visibility')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Publication })
  show(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicationShown }) { visibility }: PublicationShown,
  ): Promise<Publication> {
    return this.deeds.show(id, visibility);
  }

  /** It has been looked over and is right. */
  @Post('review')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Publication })
  review(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicationReview }) { reviewOn }: PublicationReview,
  ): Promise<Publication> {
    return this.deeds.review(id, reviewOn);
  }

  /** Another board has named this one an owner, and that is right: it waits no longer. */
  @Post('owning/seen')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Publication })
  see(@Param('id', { schema: Id }) id: string, @Body({ schema: PublicationDeed }) _deed: object): Promise<Publication> {
    return this.deeds.see(id);
  }

  /** The acting board owns it no longer. The last one stays (409). */
  @Post('leave')
  @HttpCode(204)
  @Allow(keepers)
  @ApiNoContentResponse()
  leave(@Param('id', { schema: Id }) id: string, @Body({ schema: PublicationDeed }) _deed: object): Promise<void> {
    return this.deeds.leave(id);
  }

  /** Within a day of leaving: an owner again, as before. */
  @Post('leave/undo')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Publication })
  comeBack(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicationDeed }) _deed: object,
  ): Promise<Publication> {
    return this.deeds.comeBack(id);
  }

  /** Takes a draft away; for thirty days it can be put back. With `If-Match` only as it was then: what somebody has written in it since stays (409). */
  @Delete()
  @HttpCode(204)
  @Allow(keepers)
  @ApiNoContentResponse()
  discard(@Param('id', { schema: Id }) id: string, @Req() request: Request): Promise<void> {
    return this.deeds.discard(id, request.get('if-match') === undefined ? undefined : versionOf(request));
  }

  @Post('restoration')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: Publication })
  restore(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicationDeed }) _deed: object,
  ): Promise<Publication> {
    return this.deeds.restore(id);
  }
}
