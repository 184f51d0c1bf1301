import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ContactAsked, ContactCode, ContactDeed } from '@samverkan/contacts/contract';
import { Allow } from '@samverkan/shared/api';
import { VerificationService } from './verification.service';

/** The other end of a letter: whoever has the function's mailbox has its code, and needs no account. */
@ApiTags('contacts')
@Controller('api/contact-letters')
export class LettersController {
  constructor(private readonly verification: VerificationService) {}

  /** What the letter is about. A question with a body, so that the code stands in no address and no log; it uses up nothing. */
  @Post()
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: ContactAsked })
  read(@Body({ schema: ContactCode }) input: ContactCode): Promise<ContactAsked> {
    return this.verification.asked(input.token);
  }

  /** All of it is right. */
  @Post('confirmation')
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: ContactDeed })
  async confirm(@Body({ schema: ContactCode }) input: ContactCode): Promise<object> {
    await this.verification.answer(input.token);
    return {};
  }
}
