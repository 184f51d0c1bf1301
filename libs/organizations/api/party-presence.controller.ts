import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Presences } from '@samverkan/shared/api';
import { Id, Presence, PresenceInput } from '@samverkan/shared/contract';
import { PartyStore } from './party-store.service';

@ApiTags('organizations')
@Controller('api/organizations/:id/presence')
export class PartyPresenceController {
  constructor(
    private readonly traces: PartyStore,
    private readonly presences: Presences,
  ) {}

  /** Said every few seconds while the form of a party is open; tells who else has it open. */
  @Put()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Presence })
  async here(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PresenceInput }) input: PresenceInput,
  ): Promise<Presence> {
    await this.traces.seen(id, 'edit');
    return this.presences.here('organization', id, input);
  }

  /** The form is closed. */
  @Delete()
  @HttpCode(204)
  @Allow('signed-in')
  @ApiNoContentResponse()
  async gone(@Param('id', { schema: Id }) id: string): Promise<void> {
    await this.traces.seen(id, 'edit');
    await this.presences.gone('organization', id);
  }
}
