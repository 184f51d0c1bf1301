import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ContactDeed, ContactFunction, ContactReportInput, ContactReports } from '@samverkan/contacts/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { ContactsService } from './contacts.service';
import { VerificationService } from './verification.service';

/** Whether a function is right, said by its keepers and by its readers. */
@ApiTags('contacts')
@Controller('api/contacts/:id')
export class VerificationController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly verification: VerificationService,
  ) {}

  /** All of it is right today. */
  @Post('confirmation')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactFunction })
  async confirm(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ContactDeed }) _deed: object,
  ): Promise<ContactFunction> {
    await this.verification.confirm(id);
    return this.contacts.shown(id);
  }

  /** Sends the letter that asks, to the function's mailbox. */
  @Post('letters')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactFunction })
  async send(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ContactDeed }) _deed: object,
  ): Promise<ContactFunction> {
    await this.verification.send(id);
    return this.contacts.shown(id);
  }

  /** What readers say is wrong: for those who keep the function, and for whoever said it. */
  @Get('reports')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactReports })
  async reports(@Param('id', { schema: Id }) id: string): Promise<string> {
    return `{"items":${await this.verification.reports(id)}}`;
  }

  /** "Stämmer inte". */
  @Post('reports')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: ContactReports })
  async report(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ContactReportInput }) input: ContactReportInput,
  ): Promise<object> {
    await this.verification.report(id, input);
    return { items: JSON.parse(await this.verification.reports(id)) as unknown };
  }

  @Post('reports/:reportId/resolution')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactReports })
  async resolve(
    @Param('id', { schema: Id }) id: string,
    @Param('reportId', { schema: Id }) reportId: string,
    @Body({ schema: ContactDeed }) _deed: object,
  ): Promise<object> {
    await this.verification.resolve(id, reportId);
    return { items: JSON.parse(await this.verification.reports(id)) as unknown };
  }
}
