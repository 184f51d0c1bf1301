import {
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import type { Task, TaskInput, TaskParty } from '@samverkan/tasks/contract';
import { Icon, ProblemWords, asProblem, newIdempotencyKey } from '@samverkan/shared/portal';
import { Dialog, FieldError, GuardedText } from '@samverkan/writing/portal';
import { TaskRequests } from './tasks.data';

/** Sets a task, or changes one: what, by whom and by when. */
@Component({
  selector: 'sam-task-dialog',
  templateUrl: './task-dialog.html',
  imports: [Dialog, FieldError, GuardedText, Icon, TranslocoDirective],
})
export class TaskDialog {
  private readonly requests = inject(TaskRequests);
  private readonly words = inject(ProblemWords);
  private readonly key = newIdempotencyKey();
  private readonly text = viewChild(GuardedText);
  readonly actionId = input.required<string>();
  readonly parties = input.required<readonly TaskParty[]>();
  /** The one that is changed. */
  readonly task = input<Task>();
  readonly saved = output<Task>();
  readonly closed = output();
  protected readonly title = linkedSignal(() => this.task()?.title ?? '');
  protected readonly dueOn = linkedSignal(() => this.task()?.dueOn ?? '');
  /** `organisation` or `organisation/function`. */
  protected readonly who = linkedSignal(() => {
    const task = this.task();
    const [first] = this.parties();
    const organization = task?.organization.id ?? first?.organization.id ?? '';
    return task?.function ? `${organization}/${task.function.id}` : organization;
  });
  /** Those who may answer for it, and whoever does now though she is no longer among them. */
  protected readonly choices = computed<readonly TaskParty[]>(() => {
    const task = this.task();
    if (!task || this.parties().some(({ organization }) => organization.id === task.organization.id))
      return this.parties();
    return [...this.parties(), { organization: task.organization, functions: task.function ? [task.function] : [] }];
  });
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly asked = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly busy = signal(false);
  private readonly refused = signal<readonly { kind: string; message: string }[]>([]);
  protected readonly titleErrors = computed(() =>
    this.refused().length > 0
      ? this.refused()
      : this.asked() && this.title().trim().length < 3
        ? [{ kind: 'field.too-short', message: 'field.too-short' }]
        : [],
  );
  protected readonly dayErrors = computed(() =>
    this.asked() && !this.dueOn() ? [{ kind: 'field.wrong-form', message: 'field.wrong-form' }] : [],
  );

  constructor() {
    afterNextRender(() => this.text()?.focus());
  }

  protected type(title: string): void {
    this.title.set(title);
    this.refused.set([]);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.asked.set(true);
    if (this.busy() || this.text()?.blocked() || this.titleErrors().length + this.dayErrors().length > 0) return;
    this.busy.set(true);
    this.problem.set(null);
    const [organizationId = '', functionId = null] = this.who().split('/');
    const input: TaskInput = {
      title: this.title().trim(),
      organizationId,
      functionId,
      dueOn: this.dueOn(),
      guardConfirmed: confirmation('title', this.confirmed()),
    };
    try {
      const task = this.task();
      this.saved.emit(
        await (task ? this.requests.change(task, input) : this.requests.set(this.actionId(), input, this.key)),
      );
    } catch (error) {
      const issues = asProblem(error)?.issues ?? [];
      this.refused.set(
        issues.filter(({ path }) => path === 'title').map(({ code }) => ({ kind: code, message: code })),
      );
      if (this.refused().length === 0) this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
