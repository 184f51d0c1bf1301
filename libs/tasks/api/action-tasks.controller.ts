import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActionTasks, ActionTasksQuery, Task, TaskInput } from '@samverkan/tasks/contract';
import { Allow } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import { TasksSeenAsService } from './tasks-seen-as.service';
import { TasksService } from './tasks.service';

@ApiTags('tasks')
@Controller('api/actions/:id/tasks')
export class ActionTasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly othersEyes: TasksSeenAsService,
  ) {}

  /** What is to be done in the action, and what has been. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: ActionTasks })
  list(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ActionTasksQuery }) { seenAs }: ActionTasksQuery,
  ): Promise<ActionTasks> {
    return seenAs ? this.othersEyes.of(id, seenAs) : this.tasks.of(id);
  }

  @Post()
  @Allow('signed-in')
  @ApiCreatedResponse({ standardSchema: Task })
  set(@Param('id', { schema: Id }) id: string, @Body({ schema: TaskInput }) input: TaskInput): Promise<Task> {
    return this.tasks.set(id, input);
  }
}
