import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ContactRecipientsQuery, ContactRecipients } from '@samverkan/contacts/contract';
import { Allow } from '@samverkan/shared/api';
import { RecipientsQuery } from './recipients.query';

@ApiTags('contacts')
@Controller('api/contacts/recipients')
export class RecipientsController {
  constructor(private readonly recipients: RecipientsQuery) {}

  /** Whom a choice of functions or a group would reach by mail: those without a mailbox and vacant ones are told of. Every function given is noted as read. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactRecipients })
  list(@Query({ schema: ContactRecipientsQuery }) query: ContactRecipientsQuery): Promise<ContactRecipients> {
    return this.recipients.of(query);
  }
}
