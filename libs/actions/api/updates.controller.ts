import { Body, Controller, Delete, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActionUpdateInput, ActionUpdateWritten, ActionUpdates, ActionUpdatesQuery } from '@samverkan/actions/contract';
import { Allow, ForTokens } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { ActionSeenAsService } from './action-seen-as.service';
import { UpdatesService } from './updates.service';

@ApiTags('actions')
@Controller('api/actions/:id/updates')
export class UpdatesController {
  constructor(
    private readonly updates: UpdatesService,
    private readonly othersEyes: ActionSeenAsService,
  ) {}

  /** The action's newest updates, newest first: `lines` of them. */
  @Get()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ForTokens('actions.read')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionUpdates })
  async list(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ActionUpdatesQuery }) { seenAs, lines }: ActionUpdatesQuery,
  ): Promise<string> {
    return seenAs ? this.othersEyes.list(id, seenAs, lines) : this.updates.list(id, lines);
  }

  /** Writes an update; gives the newest back, and says which it is. */
  @Post()
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: ActionUpdateWritten })
  async write(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ActionUpdateInput }) input: ActionUpdateInput,
  ): Promise<object> {
    const { lines, written } = await this.updates.write(id, input);
    return { ...(JSON.parse(lines) as ActionUpdates), written };
  }

  /** Takes an update back within the day; gives the newest of the remaining ones back. */
  @Delete(':updateId')
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionUpdates })
  async takeBack(
    @Param('id', { schema: Id }) id: string,
    @Param('updateId', { schema: Id }) updateId: string,
  ): Promise<object> {
    return JSON.parse(await this.updates.takeBack(id, updateId)) as ActionUpdates;
  }
}
