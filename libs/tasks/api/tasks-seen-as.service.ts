import type { ActionTasks } from '@samverkan/tasks/contract';
import { actionPolicy } from '@samverkan/actions/api';
import { Injectable } from '@nestjs/common';
import { SeenAs, currentActor, notFound } from '@samverkan/shared/api';
import { workPolicy } from './tasks.policy';
import { TasksQuery } from './tasks.query';
import { TasksService } from './tasks.service';

/** What is to be done in an action as another party's user gets it, for its owners. */
@Injectable()
export class TasksSeenAsService {
  constructor(
    private readonly query: TasksQuery,
    private readonly seenAs: SeenAs,
    private readonly tasks: TasksService,
  ) {}

  async of(actionId: string, organizationId: string): Promise<ActionTasks> {
    const action = await this.query.action(actionId);
    if (!action) throw notFound();
    workPolicy.require('read', currentActor(), action);
    actionPolicy.require('changeVisibility', currentActor(), action);
    return this.seenAs.read({ area: 'tasks', objectId: actionId, organizationId }, () => this.tasks.of(actionId));
  }
}
