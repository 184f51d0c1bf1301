import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  NoticeChoice,
  NoticeChoiceInput,
  UnsubscribeInput,
  Unsubscribed,
  WaitList,
} from '@samverkan/activity/contract';
import { Allow } from '@samverkan/shared/api';
import { NoticesService } from './notices.service';

@ApiTags('activity')
@Controller('api')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  /** What waits for the acting organisation, in all areas. */
  @Get('activity/waiting')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: WaitList })
  waiting(): Promise<WaitList> {
    return this.notices.waiting();
  }

  /** What the reader wants to be told of by mail. */
  @Get('activity/notices')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: NoticeChoice })
  choice(): Promise<NoticeChoice> {
    return this.notices.choice();
  }

  @Put('activity/notices')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: NoticeChoice })
  choose(@Body({ schema: NoticeChoiceInput }) input: NoticeChoiceInput): Promise<NoticeChoice> {
    return this.notices.choose(input);
  }

  /** From a letter's own link, without signing in: less is sent from now on. 404 for a code that is not good. */
  @Post('unsubscriptions')
  @HttpCode(200)
  @Allow('anonymous')
  @ApiOkResponse({ standardSchema: Unsubscribed })
  refuse(@Body({ schema: UnsubscribeInput }) { token }: UnsubscribeInput): Promise<Unsubscribed> {
    return this.notices.refuse(token);
  }
}
