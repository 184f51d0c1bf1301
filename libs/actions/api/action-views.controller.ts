import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActionBoard, ActionBoardQuery, ActionSpread, ActionSpreadQuery } from '@samverkan/actions/contract';
import { Allow } from '@samverkan/shared/api';
import { ActionViewsService } from './action-views.service';

@ApiTags('actions')
@Controller('api/actions')
export class ActionViewsController {
  constructor(private readonly views: ActionViewsService) {}

  /** Actions the reader may see, filtered, in a column for each status; with what she may do with each. */
  @Get('board')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionBoard })
  board(@Query({ schema: ActionBoardQuery }) query: ActionBoardQuery): Promise<ActionBoard> {
    return this.views.board(query);
  }

  /** Who does what where: the actions of a county by owner or goal and municipality. */
  @Get('spread')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionSpread })
  spread(@Query({ schema: ActionSpreadQuery }) query: ActionSpreadQuery): Promise<string> {
    return this.views.spread(query);
  }
}
