import { Module, type OnModuleInit } from '@nestjs/common';
import { Titles } from '@samverkan/shared/api';
import { ActionsController } from './actions.controller';
import { ActionsService } from './actions.service';
import { UpdatesController } from './updates.controller';
import { UpdatesService } from './updates.service';

@Module({ controllers: [ActionsController, UpdatesController], providers: [ActionsService, UpdatesService] })
export class ActionsModule implements OnModuleInit {
  constructor(private readonly titles: Titles) {}

  onModuleInit(): void {
    this.titles.register('actions', 'select a.id, a.title from action a');
  }
}
