import { Body, Controller, Get, Header, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Action, ActionInput } from '@samverkan/actions/contract';
import { Recurrence, RecurrenceInput, Recurring } from '@samverkan/intake/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { RecurrenceService } from './recurrence.service';

/** Actions that are done again. */
@ApiTags('intake')
@Controller('api')
export class RecurrenceController {
  constructor(private readonly recurrence: RecurrenceService) {}

  @Get('recurring-actions')
  @Allow('signed-in')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiOkResponse({ standardSchema: Recurring })
  recurring(): Promise<string> {
    return this.recurrence.recurring();
  }

  @Get('actions/:id/recurrence')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Recurrence })
  of(@Param('id', { schema: Id }) id: string): Promise<Recurrence> {
    return this.recurrence.of(id);
  }

  /** How often it is done again; null when it is not. */
  @Put('actions/:id/recurrence')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Recurrence })
  keep(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RecurrenceInput }) input: RecurrenceInput,
  ): Promise<Recurrence> {
    return this.recurrence.keep(id, input);
  }

  /** Logs the next time of it, tied to it. */
  @Post('actions/:id/again')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: Action })
  again(@Param('id', { schema: Id }) id: string, @Body({ schema: ActionInput }) input: ActionInput): Promise<Action> {
    return this.recurrence.again(id, input);
  }
}
