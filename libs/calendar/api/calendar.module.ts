import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller';
import { CalendarPersonalData } from './calendar-personal-data';
import { CalendarService } from './calendar.service';
import { SubscriptionsService } from './subscriptions.service';

@Module({
  controllers: [CalendarController],
  providers: [CalendarPersonalData, CalendarService, SubscriptionsService],
})
export class CalendarModule {}
