import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ContactRefusal, ContactRefusalCode, ContactRefusalInput } from '@samverkan/contacts/contract';
import { Allow } from '@samverkan/shared/api';
import { RefusalsService } from './refusals.service';

/** The other end of a message: its links say no thanks without an account. */
@ApiTags('contacts')
@Controller('api/contact-refusals')
export class RefusalsController {
  constructor(private readonly refusals: RefusalsService) {}

  /** What the mailbox has said so far. A question with a body, so that the code stands in no address and no log. */
  @Post()
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: ContactRefusal })
  read(@Body({ schema: ContactRefusalCode }) { token }: ContactRefusalCode): Promise<ContactRefusal> {
    return this.refusals.read(token);
  }

  /** Says no thanks, or takes it back. */
  @Post('decision')
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: ContactRefusal })
  decide(@Body({ schema: ContactRefusalInput }) input: ContactRefusalInput): Promise<ContactRefusal> {
    return this.refusals.decide(input);
  }
}
