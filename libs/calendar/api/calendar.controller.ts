import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  Calendar,
  CalendarFileQuery,
  CalendarQuery,
  Subscription,
  SubscriptionInput,
  SubscriptionMade,
  SubscriptionToken,
} from '@samverkan/calendar/contract';
import { Allow } from '@samverkan/shared/api';
import type { Response } from 'express';
import { calendarFile } from './calendar-file.view';
import { CalendarService } from './calendar.service';
import { SubscriptionsService } from './subscriptions.service';

@ApiTags('calendar')
@Controller('api/calendar')
export class CalendarController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly subscriptions: SubscriptionsService,
  ) {}

  /** The days that bind. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Calendar })
  read(@Query({ schema: CalendarQuery }) query: CalendarQuery): Promise<Calendar> {
    return this.calendar.read(query);
  }

  /** The same as a calendar file. */
  @Get('file')
  @Allow('signed-in')
  @ApiProduces('text/calendar')
  async file(
    @Query({ schema: CalendarFileQuery }) { lang, ...filters }: CalendarFileQuery,
    @Res() response: Response,
  ): Promise<void> {
    const days = await this.calendar.around(filters);
    response
      .setHeader('Content-Type', 'text/calendar; charset=utf-8')
      .setHeader('Content-Disposition', `attachment; filename="${lang === 'sv' ? 'kalender' : 'calendar'}.ics"`)
      .send(calendarFile({ days, lang, home: this.subscriptions.home }));
  }

  /** Whether one has a secret address. */
  @Get('subscription')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Subscription })
  subscription(): Promise<Subscription> {
    return this.subscriptions.read();
  }

  /** A new secret address, shown this once; the one before stops working. */
  @Post('subscription')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: SubscriptionMade })
  subscribe(@Body({ schema: SubscriptionInput }) input: SubscriptionInput): Promise<SubscriptionMade> {
    return this.subscriptions.make(input);
  }

  @Delete('subscription')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Subscription })
  unsubscribe(): Promise<Subscription> {
    return this.subscriptions.remove();
  }

  /** What a calendar program fetches: the address is all it has. */
  @Get('feeds/:token')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Cache-Control', 'private, no-store')
  @Header('X-Robots-Tag', 'noindex')
  @Allow('anonymous')
  @ApiProduces('text/calendar')
  feed(@Param('token', { schema: SubscriptionToken }) token: string): Promise<string> {
    return this.subscriptions.fetch(token);
  }
}
