import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { TasksQuery, taskStates } from '@samverkan/tasks/contract';
import { type Choice, FilterMenu, ListFrame, Step, listState } from '@samverkan/reading/portal';
import { Icon, PageHead, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { TaskDeeds } from './task-deeds';
import { TaskFacts } from './task-facts';
import { ourTasks, ownFunctions } from './tasks.data';

/** The tasks that one's organisation answers for, by their day; what is chosen stands in the address. */
@Component({
  selector: 'sam-tasks-page',
  templateUrl: './tasks.page.html',
  imports: [FilterMenu, Icon, ListFrame, PageHead, RouterLink, Step, TaskFacts, TranslocoDirective],
})
export class TasksPage {
  private readonly posts = ownFunctions();
  protected readonly deeds = inject(TaskDeeds);
  protected readonly state = listState(TasksQuery);
  protected readonly source = ourTasks(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly states = taskStates;
  protected readonly functions = computed<readonly Choice[]>(() =>
    (this.posts.hasValue() ? this.posts.value().items : []).map(({ id, title }) => ({ value: id, label: title })),
  );
  protected readonly reload = () => void this.source.reload();

  constructor() {
    reloadOn('tasks', this.source);
  }
}
