import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ContactSending,
  ContactSendingAgainInput,
  ContactSendingInput,
  ContactSendingPage,
  ContactSendingPreview,
  ContactSendingPreviewInput,
  ContactSendingQuery,
} from '@samverkan/contacts/contract';
import { Allow, Db, notFound } from '@samverkan/shared/api';
import { Id, countCap } from '@samverkan/shared/contract';
import type { Response } from 'express';
import { keepers } from './contacts.policy';
import { sendingById, sendingPage } from './sendings.query';
import { SendingsService } from './sendings.service';

/** Messages from the acting organisation to functions' mailboxes. */
@ApiTags('contacts')
@Controller('api/contacts/sendings')
export class SendingsController {
  constructor(
    private readonly sendings: SendingsService,
    private readonly db: Db,
  ) {}

  @Get()
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: ContactSendingPage })
  async list(
    @Query({ schema: ContactSendingQuery }) { page, size }: ContactSendingQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    response.type('json');
    return (await this.db.json(sendingPage, [size, (page - 1) * size, countCap])) ?? '{}';
  }

  /** Sends a message. Twice with the same `Idempotency-Key` is once. */
  @Post()
  @Allow(keepers)
  @ApiCreatedResponse({ standardSchema: ContactSending })
  async send(@Body({ schema: ContactSendingInput }) input: ContactSendingInput): Promise<object> {
    return this.read(await this.sendings.send(input));
  }

  @Post('preview')
  @HttpCode(200)
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: ContactSendingPreview })
  preview(@Body({ schema: ContactSendingPreviewInput }) input: ContactSendingPreviewInput): Promise<object> {
    return this.sendings.preview(input);
  }

  @Get(':id')
  @Allow(keepers)
  @ApiOkResponse({ standardSchema: ContactSending })
  open(@Param('id', { schema: Id }) id: string): Promise<object> {
    return this.read(id);
  }

  /** Once more to those whose letter did not arrive: a sending of its own. */
  @Post(':id/again')
  @Allow(keepers)
  @ApiCreatedResponse({ standardSchema: ContactSending })
  async again(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ContactSendingAgainInput }) { recipients }: ContactSendingAgainInput,
  ): Promise<object> {
    return this.read(await this.sendings.again(id, recipients));
  }

  private async read(id: string): Promise<object> {
    const json = await this.db.json(sendingById, [id]);
    if (!json) throw notFound();
    return JSON.parse(json) as object;
  }
}
