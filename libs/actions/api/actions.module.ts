import { Module, type OnModuleInit } from '@nestjs/common';
import { SensitiveSources, Titles, Waits } from '@samverkan/shared/api';
import { ActionSeenAsService } from './action-seen-as.service';
import { ActionSensitiveService } from './action-sensitive.service';
import { actionsWait } from './actions.wait';
import { ActionsController } from './actions.controller';
import { ActionsService } from './actions.service';
import { UpdatesController } from './updates.controller';
import { UpdatesService } from './updates.service';

@Module({
  controllers: [ActionsController, UpdatesController],
  providers: [ActionsService, UpdatesService, ActionSensitiveService, ActionSeenAsService],
})
export class ActionsModule implements OnModuleInit {
  constructor(
    private readonly titles: Titles,
    private readonly sensitive: SensitiveSources,
    private readonly texts: ActionSensitiveService,
    private readonly waits: Waits,
  ) {}

  onModuleInit(): void {
    this.titles.register('actions', 'select a.id, a.title from action a');
    this.sensitive.register('actions', this.texts);
    this.waits.register(actionsWait);
  }
}
