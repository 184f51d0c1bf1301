import { Module } from '@nestjs/common';
import { IdentityModule } from '@samverkan/identity/api';
import { ActivityController } from './activity.controller';
import { ActivityService } from './activity.service';
import { LiveStreams } from './live-streams';

@Module({ imports: [IdentityModule], controllers: [ActivityController], providers: [ActivityService, LiveStreams] })
export class ActivityModule {}
