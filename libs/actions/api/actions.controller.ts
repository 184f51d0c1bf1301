import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Action,
  ActionChange,
  ActionHistory,
  ActionInput,
  ActionNeighbours,
  ActionNeighboursQuery,
  ActionOverview,
  ActionPage,
  ActionQuery,
  ActionSuggestion,
  ActionsWaiting,
  AudiencePreview,
  CancelInput,
  StatusInput,
  VisibilityInput,
} from '@samverkan/actions/contract';
import { Allow, ForTokens, versionOf } from '@samverkan/shared/api';
import { Id, SeenAsQuery } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { ActionSeenAsService } from './action-seen-as.service';
import { ActionUndoService } from './action-undo.service';
import { ActionsService } from './actions.service';

// Answers that PostgreSQL has already built as JSON text are passed on as they are.
const Json = () => Header('Content-Type', 'application/json; charset=utf-8');

@ApiTags('actions')
@Controller('api/actions')
export class ActionsController {
  constructor(
    private readonly actions: ActionsService,
    private readonly othersEyes: ActionSeenAsService,
    private readonly undoing: ActionUndoService,
  ) {}

  /** Actions the reader may see, filtered and sorted. */
  @Get()
  @Json()
  @ForTokens('actions.read')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionPage })
  list(@Query({ schema: ActionQuery }) query: ActionQuery): Promise<string> {
    return this.actions.list(query);
  }

  /** How the acting organisation's counties stand, per goal and municipality. */
  @Get('overview')
  @Json()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionOverview })
  overview(): Promise<string> {
    return this.actions.overview();
  }

  /** What waits for a line from the acting organisation. */
  @Get('waiting')
  @Json()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionsWaiting })
  waiting(): Promise<string> {
    return this.actions.waiting();
  }

  /** Others' actions like one that is being planned, as far as the reader may see them. */
  @Get('neighbours')
  @Json()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionNeighbours })
  neighbours(@Query({ schema: ActionNeighboursQuery }) query: ActionNeighboursQuery): Promise<string> {
    return this.actions.neighbours(query);
  }

  /** Values to begin a new action with. */
  @Get('suggestion')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionSuggestion })
  suggest(): Promise<ActionSuggestion> {
    return this.actions.suggest();
  }

  @Post()
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: Action })
  log(@Body({ schema: ActionInput }) input: ActionInput): Promise<Action> {
    return this.actions.log(input);
  }

  /** One action; with `seenAs`, for its owners, as that party's user gets it. */
  @Get(':id')
  @ForTokens('actions.read')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Action })
  open(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: SeenAsQuery }) { seenAs }: SeenAsQuery,
  ): Promise<Action> {
    return seenAs ? this.othersEyes.open(id, seenAs) : this.actions.open(id);
  }

  /** Changes the fields sent; needs `If-Match`. */
  @Patch(':id')
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Action })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ActionChange }) change: ActionChange,
    @Req() request: Request,
  ): Promise<Action> {
    return this.actions.change(id, versionOf(request), change);
  }

  /** Takes back the logging of an action, within a day, for whoever logged it; needs `If-Match`. 409 `action.has-moved-on` when anything has been done with it since, when the day has passed, and for whoever did not log it or is not its only owner. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('signed-in')
  @ApiNoContentResponse()
  takeBack(@Param('id', { schema: Id }) id: string, @Req() request: Request): Promise<void> {
    return this.undoing.logging(id, versionOf(request));
  }

  @Get(':id/history')
  @Json()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionHistory })
  async history(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: SeenAsQuery }) { seenAs }: SeenAsQuery,
  ): Promise<string> {
    const items = seenAs ? await this.othersEyes.history(id, seenAs) : await this.actions.history(id);
    return `{"items":${items}}`;
  }

  /** Who would see the action at each level. */
  @Get(':id/audience')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: AudiencePreview })
  audience(@Param('id', { schema: Id }) id: string): Promise<AudiencePreview> {
    return this.actions.audience(id);
  }

  @Put(':id/visibility')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Action })
  show(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: VisibilityInput }) input: VisibilityInput,
  ): Promise<Action> {
    return this.actions.show(id, input.visibility);
  }

  @Post(':id/plan')
  @HttpCode(200)
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Action })
  plan(@Param('id', { schema: Id }) id: string, @Body({ schema: StatusInput }) _input: object): Promise<Action> {
    return this.actions.move(id, 'plan');
  }

  @Post(':id/start')
  @HttpCode(200)
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Action })
  start(@Param('id', { schema: Id }) id: string, @Body({ schema: StatusInput }) _input: object): Promise<Action> {
    return this.actions.move(id, 'start');
  }

  @Post(':id/pause')
  @HttpCode(200)
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Action })
  pause(@Param('id', { schema: Id }) id: string, @Body({ schema: StatusInput }) _input: object): Promise<Action> {
    return this.actions.move(id, 'pause');
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Action })
  resume(@Param('id', { schema: Id }) id: string, @Body({ schema: StatusInput }) _input: object): Promise<Action> {
    return this.actions.move(id, 'resume');
  }

  @Post(':id/complete')
  @HttpCode(200)
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Action })
  complete(@Param('id', { schema: Id }) id: string, @Body({ schema: StatusInput }) _input: object): Promise<Action> {
    return this.actions.move(id, 'complete');
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Action })
  cancel(@Param('id', { schema: Id }) id: string, @Body({ schema: CancelInput }) input: CancelInput): Promise<Action> {
    return this.actions.move(id, 'cancel', input.reason);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @ForTokens('actions.write')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Action })
  reopen(@Param('id', { schema: Id }) id: string, @Body({ schema: StatusInput }) _input: object): Promise<Action> {
    return this.actions.move(id, 'reopen');
  }

  /** Takes the latest step of the status back to exactly what was before it. `If-Match` is the version the step left; 409 `action.has-moved-on` where something has moved it since. */
  @Post(':id/status/undo')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Action })
  undo(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StatusInput }) _input: object,
    @Req() request: Request,
  ): Promise<Action> {
    return this.undoing.step(id, versionOf(request));
  }
}
