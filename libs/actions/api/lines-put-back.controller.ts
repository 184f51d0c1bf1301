import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActionUpdates } from '@samverkan/actions/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { UpdatesService } from './updates.service';

@ApiTags('actions')
@Controller('api/actions/updates')
export class LinesPutBackController {
  constructor(private readonly updates: UpdatesService) {}

  /** Brings an update back that was taken back, with the files and links that went with it; gives its action's newest back. */
  @Post(':updateId/restoration')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionUpdates })
  async putBack(@Param('updateId', { schema: Id }) updateId: string): Promise<object> {
    return JSON.parse(await this.updates.putBack(updateId)) as ActionUpdates;
  }
}
