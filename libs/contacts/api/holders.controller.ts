import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ContactFunction, EndHolderInput, HolderChange, HolderInput } from '@samverkan/contacts/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { ContactsService } from './contacts.service';
import { HoldersService } from './holders.service';

/** Who holds a function; each deed gives the function back. */
@ApiTags('contacts')
@Controller('api/contacts/:id/holders')
export class HoldersController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly holders: HoldersService,
  ) {}

  /** Somebody takes the function, or steps in for its holder. */
  @Post()
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: ContactFunction })
  async appoint(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HolderInput }) input: HolderInput,
  ): Promise<ContactFunction> {
    await this.holders.appoint(id, input);
    return this.contacts.shown(id);
  }

  /** Sets right what is known of a holder. */
  @Put(':holderId')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactFunction })
  async change(
    @Param('id', { schema: Id }) id: string,
    @Param('holderId', { schema: Id }) holderId: string,
    @Body({ schema: HolderChange }) input: HolderChange,
  ): Promise<ContactFunction> {
    await this.holders.change(id, holderId, input);
    return this.contacts.shown(id);
  }

  /** Says which day is the holder's last. */
  @Post(':holderId/end')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ContactFunction })
  async end(
    @Param('id', { schema: Id }) id: string,
    @Param('holderId', { schema: Id }) holderId: string,
    @Body({ schema: EndHolderInput }) input: EndHolderInput,
  ): Promise<ContactFunction> {
    await this.holders.end(id, holderId, input.lastDay);
    return this.contacts.shown(id);
  }
}
