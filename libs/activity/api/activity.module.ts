import { Module } from '@nestjs/common';
import { ActivityController } from './activity.controller';
import { ActivityService } from './activity.service';
import { LiveStreams } from './live-streams';

@Module({ controllers: [ActivityController], providers: [ActivityService, LiveStreams] })
export class ActivityModule {}
