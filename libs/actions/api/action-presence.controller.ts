import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Presences } from '@samverkan/shared/api';
import { Id, Presence, PresenceInput } from '@samverkan/shared/contract';
import { ActionTraces } from './action-traces';

@ApiTags('actions')
@Controller('api/actions/:id/presence')
export class ActionPresenceController {
  constructor(
    private readonly traces: ActionTraces,
    private readonly presences: Presences,
  ) {}

  /** Said every few seconds while the form of an action is open; tells who else has it open. */
  @Put()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Presence })
  async here(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PresenceInput }) input: PresenceInput,
  ): Promise<Presence> {
    await this.traces.seen(id, 'edit');
    return this.presences.here('action', id, input);
  }

  /** The form is closed. */
  @Delete()
  @HttpCode(204)
  @Allow('signed-in')
  @ApiNoContentResponse()
  async gone(@Param('id', { schema: Id }) id: string): Promise<void> {
    await this.traces.seen(id, 'edit');
    await this.presences.gone('action', id);
  }
}
