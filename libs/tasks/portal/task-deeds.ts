import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Task } from '@samverkan/tasks/contract';
import { ProblemWords, Toasts } from '@samverkan/shared/portal';
import { TaskRequests } from './tasks.data';

/** What is done to a task in one press, with the way back in another. `then` asks again for what is looked at. */
@Service()
export class TaskDeeds {
  private readonly requests = inject(TaskRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);

  end({ id }: Task, then: () => void): Promise<void> {
    return this.done(
      'done',
      () => this.requests.end(id),
      () => this.requests.reopen(id),
      then,
    );
  }

  reopen({ id }: Task, then: () => void): Promise<void> {
    return this.done(
      'reopened',
      () => this.requests.reopen(id),
      () => this.requests.end(id),
      then,
    );
  }

  remove({ id }: Task, then: () => void): Promise<void> {
    return this.done(
      'removed',
      () => this.requests.remove(id),
      () => this.requests.putBack(id),
      then,
    );
  }

  private async done(
    name: string,
    deed: () => Promise<unknown>,
    back: () => Promise<unknown>,
    then: () => void,
  ): Promise<void> {
    if (!(await this.try(deed, then))) return;
    await this.toasts.show(this.transloco.translate(`tasks.told.${name}`), {
      label: this.transloco.translate('tasks.undo'),
      run: () => void this.try(back, then),
    });
  }

  private async try(deed: () => Promise<unknown>, then: () => void): Promise<boolean> {
    try {
      await deed();
      return true;
    } catch (error) {
      await this.toasts.show(this.words.of(error));
      return false;
    } finally {
      then();
    }
  }
}
