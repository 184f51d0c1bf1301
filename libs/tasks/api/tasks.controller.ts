import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Task, TaskInput, TaskPage, TasksQuery } from '@samverkan/tasks/contract';
import { Allow, versionOf } from '@samverkan/shared/api';
import { Id } from '@samverkan/shared/contract';
import type { Request } from 'express';
import { TasksService } from './tasks.service';

@ApiTags('tasks')
@Controller('api/tasks')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  /** Tasks that the acting organisation answers for, by their day. */
  @Get()
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: TaskPage })
  ours(@Query({ schema: TasksQuery }) query: TasksQuery): Promise<TaskPage> {
    return this.tasks.ours(query);
  }

  @Get(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Task })
  read(@Param('id', { schema: Id }) id: string): Promise<Task> {
    return this.tasks.read(id);
  }

  /** Writes it anew; needs `If-Match` with the version that was read. */
  @Put(':id')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Task })
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: TaskInput }) input: TaskInput,
    @Req() request: Request,
  ): Promise<Task> {
    return this.tasks.change(id, versionOf(request), input);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('signed-in')
  @ApiNoContentResponse()
  remove(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.tasks.remove(id);
  }

  @Post(':id/restoration')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Task })
  putBack(@Param('id', { schema: Id }) id: string): Promise<Task> {
    return this.tasks.putBack(id);
  }

  /** It is done. */
  @Post(':id/done')
  @HttpCode(200)
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Task })
  end(@Param('id', { schema: Id }) id: string): Promise<Task> {
    return this.tasks.end(id);
  }

  /** It is to be done after all. */
  @Delete(':id/done')
  @Allow('signed-in')
  @ApiOkResponse({ standardSchema: Task })
  reopen(@Param('id', { schema: Id }) id: string): Promise<Task> {
    return this.tasks.reopen(id);
  }
}
