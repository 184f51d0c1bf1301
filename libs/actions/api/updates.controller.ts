import { Body, Controller, Delete, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActionUpdateInput, ActionUpdateWritten, ActionUpdates } from '@samverkan/actions/contract';
import { Allow, ForTokens } from '@samverkan/shared/api';
import { Id, SeenAsQuery } from '@samverkan/shared/contract';
import { ActionSeenAsService } from './action-seen-as.service';
import { UpdatesService } from './updates.service';

@ApiTags('actions')
@Controller('api/actions/:id/updates')
export class UpdatesController {
  constructor(
    private readonly updates: UpdatesService,
    private readonly othersEyes: ActionSeenAsService,
  ) {}

  /** The action's updates, newest first. */
  @Get()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ForTokens('actions.read')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionUpdates })
  async list(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: SeenAsQuery }) { seenAs }: SeenAsQuery,
  ): Promise<string> {
    const items = seenAs ? await this.othersEyes.list(id, seenAs) : await this.updates.list(id);
    return `{"items":${items}}`;
  }

  /** Writes an update; gives all of them back, and says which it is. */
  @Post()
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: ActionUpdateWritten })
  async write(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ActionUpdateInput }) input: ActionUpdateInput,
  ): Promise<object> {
    const { items, written } = await this.updates.write(id, input);
    return { items: JSON.parse(items) as unknown, written };
  }

  /** Takes an update back within the day; gives the remaining ones back. */
  @Delete(':updateId')
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionUpdates })
  async takeBack(
    @Param('id', { schema: Id }) id: string,
    @Param('updateId', { schema: Id }) updateId: string,
  ): Promise<object> {
    return { items: JSON.parse(await this.updates.takeBack(id, updateId)) as unknown };
  }
}
