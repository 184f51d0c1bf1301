import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FormatRequestInput, FormatRequests, PublicationDeed } from '@samverkan/publications/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { FormatRequestsService } from './format-requests.service';
import { keepers } from './publications.policy';

@ApiTags('publications')
@Controller('api')
export class FormatRequestsController {
  constructor(private readonly requests: FormatRequestsService) {}

  /** What has been asked for: all of it for the owners, else what one's own organisation has asked. */
  @Get('publications/:id/format-requests')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: FormatRequests })
  list(@Param('id', { schema: Id }) id: string): Promise<FormatRequests> {
    return this.requests.list(id);
  }

  /** Asks for the publication in another format. */
  @Post('publications/:id/format-requests')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: FormatRequests })
  ask(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: FormatRequestInput }) input: FormatRequestInput,
  ): Promise<FormatRequests> {
    return this.requests.ask(id, input);
  }

  /** It has been answered; where the answer went is forgotten. */
  @Post('format-requests/:id/answer')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: FormatRequests })
  answer(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PublicationDeed }) _deed: object,
  ): Promise<FormatRequests> {
    return this.requests.answer(id);
  }
}
