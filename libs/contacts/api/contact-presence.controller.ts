import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Presences } from '@samverkan/shared/api';
import { Id, Presence, PresenceInput } from '@samverkan/shared/contract';
import { ContactTraces } from './contact-traces';

@ApiTags('contacts')
@Controller('api/contacts/:id/presence')
export class ContactPresenceController {
  constructor(
    private readonly traces: ContactTraces,
    private readonly presences: Presences,
  ) {}

  /** Said every few seconds while the form of a function is open; tells who else has it open. */
  @Put()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Presence })
  async here(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PresenceInput }) input: PresenceInput,
  ): Promise<Presence> {
    await this.traces.seen(id, 'edit');
    return this.presences.here('contact', id, input);
  }

  /** The form is closed. */
  @Delete()
  @HttpCode(204)
  @Allow('signed-in')
  @ApiNoContentResponse()
  async gone(@Param('id', { schema: Id }) id: string): Promise<void> {
    await this.traces.seen(id, 'edit');
    await this.presences.gone('contact', id);
  }
}
