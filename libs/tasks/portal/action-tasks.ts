import { DOCUMENT } from '@angular/common';
import {
  Component,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import type { Task } from '@samverkan/tasks/contract';
import { Step } from '@samverkan/reading/portal';
import { Icon, ProblemWords, Toasts, keepLatest, plural, provideWords, reloadOn } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { TaskDeeds } from './task-deeds';
import { TaskDialog } from './task-dialog';
import { TaskFacts } from './task-facts';
import { tasksOf } from './tasks.data';
import { tasksWords } from './tasks-words';

const writers = ['coordinator', 'partner', 'county_staff', 'county_admin'];

/** What is to be done in an action, by whom and when, and what has been. */
@Component({
  selector: 'sam-action-tasks',
  templateUrl: './action-tasks.html',
  imports: [Icon, SensitiveReportButton, Step, TaskDialog, TaskFacts, TranslocoDirective],
  providers: [provideWords(tasksWords)],
})
export class ActionTasksSection {
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(SessionStore);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly deeds = inject(TaskDeeds);
  readonly actionId = input.required<string>();
  /** The party whose eyes are lent. */
  readonly seenAs = input<string>();
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  protected readonly source = tasksOf(this.actionId, this.seenAs);
  protected readonly list = keepLatest(this.source);
  protected readonly problem = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly plural = plural;
  /** `new`, or the task that is changed. */
  protected readonly writing = signal<'new' | Task | null>(null);
  protected readonly change = computed(() => {
    const writing = this.writing();
    return writing && writing !== 'new' ? writing : undefined;
  });
  protected readonly open = computed(() => (this.list()?.items ?? []).filter(({ outcome }) => !outcome));
  protected readonly ended = computed(() => (this.list()?.items ?? []).filter(({ outcome }) => outcome));
  protected readonly maySet = computed(() => !this.seenAs() && (this.list()?.allowed.set ?? false));
  protected readonly mayReport = computed(() => !this.seenAs() && writers.includes(this.session.acting()?.role ?? ''));
  /** Where nothing is to be done and nothing can be set, nothing is said. */
  protected readonly shown = computed(() => this.maySet() || (this.list()?.items.length ?? 0) > 0);
  private readonly led = computed(() => /^uppgift-([\w-]+)$/.exec(this.fragment() ?? '')?.[1] ?? null);
  private gone: string | null = null;
  protected readonly reload = () => void this.source.reload();

  constructor() {
    reloadOn('tasks', this.source);
    effect(() => {
      const led = this.led();
      if (!led || this.gone === led || !this.list()?.items.some(({ id }) => id === led)) return;
      this.gone = led;
      untracked(() => this.goTo(led));
    });
  }

  protected saved(): void {
    const name = this.change() ? 'changed' : 'set';
    this.writing.set(null);
    this.source.reload();
    void this.toasts.show(this.transloco.translate(`tasks.told.${name}`));
  }

  private goTo(id: string): void {
    afterNextRender(
      () => {
        const found = this.document.getElementById(`uppgift-${id}`);
        found?.closest('details')?.setAttribute('open', '');
        found?.scrollIntoView({ block: 'center' });
        found?.focus({ preventScroll: true });
      },
      { injector: this.injector },
    );
  }
}
