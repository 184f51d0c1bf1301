import { Module } from '@nestjs/common';
import { ActivityController } from './activity.controller';
import { ActivityService } from './activity.service';
import { Digests } from './digests';
import { LiveStreams } from './live-streams';
import { NoticesController } from './notices.controller';
import { NoticesService } from './notices.service';
import { UnsubscribeLinks } from './unsubscribe-links';

@Module({
  controllers: [ActivityController, NoticesController],
  providers: [ActivityService, Digests, LiveStreams, NoticesService, UnsubscribeLinks],
})
export class ActivityModule {}
