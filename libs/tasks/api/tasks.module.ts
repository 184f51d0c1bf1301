import { Module, type OnModuleInit } from '@nestjs/common';
import { Deadlines, OpenWorks, SensitiveSources, Titles, Waits, TrashSources } from '@samverkan/shared/api';
import { tasksTrash } from './tasks.trash';
import { ActionTasksController } from './action-tasks.controller';
import { TaskOpenWork } from './task-open-work';
import { TaskSensitiveService } from './task-sensitive.service';
import { TasksController } from './tasks.controller';
import { taskDays } from './tasks.deadlines';
import { TasksKeeping } from './tasks.keeping';
import { TasksQuery } from './tasks.query';
import { TasksSeenAsService } from './tasks-seen-as.service';
import { TasksService } from './tasks.service';
import { lateTasksWait, tasksWait } from './tasks.wait';

@Module({
  controllers: [ActionTasksController, TasksController],
  providers: [TaskOpenWork, TaskSensitiveService, TasksKeeping, TasksQuery, TasksSeenAsService, TasksService],
})
export class TasksModule implements OnModuleInit {
  constructor(
    private readonly titles: Titles,
    private readonly waits: Waits,
    private readonly deadlines: Deadlines,
    private readonly works: OpenWorks,
    private readonly openWork: TaskOpenWork,
    private readonly sensitive: SensitiveSources,
    private readonly texts: TaskSensitiveService,
    private readonly trash: TrashSources,
  ) {}

  onModuleInit(): void {
    this.trash.register(tasksTrash);
    this.titles.register(
      'tasks',
      'select t.id, t.title from action_task t join action a on a.id = t.action_id where t.removed_at is null',
      ['task.done', 'task.reopened', 'task.changed'],
    );
    this.waits.register(lateTasksWait);
    this.waits.register(tasksWait);
    this.deadlines.register(taskDays);
    this.works.register(this.openWork);
    this.sensitive.register('tasks', this.texts);
  }
}
