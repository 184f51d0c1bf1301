import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActivityFeed, ActivityQuery } from '@samverkan/activity/contract';
import { Allow, currentActor } from '@samverkan/shared/api';
import type { Request, Response } from 'express';
import { ActivityService } from './activity.service';
import { LiveStreams } from './live-streams';

@ApiTags('activity')
@Controller('api/activity')
export class ActivityController {
  constructor(
    private readonly activity: ActivityService,
    private readonly streams: LiveStreams,
  ) {}

  /** What has happened around the reader, newest first. */
  @Get()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActivityFeed })
  feed(@Query({ schema: ActivityQuery }) query: ActivityQuery): Promise<string> {
    return this.activity.feed(query);
  }

  /** Server-sent events: `change` with a `LiveChange` for everything the reader may see. Goes on from `Last-Event-ID`. */
  @Get('stream')
  @Allow('signed-in')
  async stream(@Req() request: Request, @Res() response: Response): Promise<void> {
    const last = request.get('last-event-id') ?? '';
    await this.streams.serve(request, response, currentActor(), /^\d{1,19}-\d{1,18}$/.test(last) ? last : undefined);
  }
}
