import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { Icon, ProblemWords, Toasts, keepLatest, provideWords, reloadOn } from '@samverkan/shared/portal';
import { AssignmentState } from './assignment-state';
import { AssignmentRequests, assignmentList } from './assignments.data';
import { assignmentsWords } from './assignments-words';
import { DueDay } from './due-day';
import { TieHereDialog } from './tie-here-dialog';

/** The government assignments that a goal, or an action, answers to, beside it. A county board ties it to another of its own. */
@Component({
  selector: 'sam-answered-assignments',
  template: `<section *transloco="let t">
    <h2>{{ t('assignments.answers.heading') }}</h2>
    @if (problem(); as words) {
      <p class="small muted">{{ words }}</p>
    } @else if (page(); as found) {
      @if (found.items.length === 0) {
        <p class="muted">
          {{ t(goalId() ? 'assignments.answers.none.goal' : 'assignments.answers.none.action') }}
        </p>
      }
      <ul class="people">
        @for (one of found.items; track one.id) {
          <li>
            <span class="n" [class.p]="one.status !== 'ongoing'"></span
            ><span
              ><a [routerLink]="['/uppdrag', one.id]" lang="sv">{{ one.title }}</a>
              <small>
                <sam-assignment-state [status]="one.status" />
                @if (one.next; as next) {
                  <sam-due-day [report]="next" />
                }
              </small>
            </span>
          </li>
        }
      </ul>
      @if (refusal(); as words) {
        <p class="note err" role="alert">{{ words }}</p>
      }
      @if (mayTie()) {
        <p>
          <button type="button" class="btn text sm" (click)="tying.set(true)">
            <sam-icon name="plus" size="i-s" />{{ t('assignments.answers.tie') }}
          </button>
        </p>
      }
      @if (tying()) {
        <sam-tie-here-dialog [except]="tied()" (chosen)="tie($event)" (closed)="tying.set(false)" />
      }
      @if (found.total > found.items.length) {
        <p>
          <a class="small" routerLink="/uppdrag" [queryParams]="about()">{{ t('assignments.answers.all') }}</a>
        </p>
      }
    } @else {
      <div class="skl"><span class="sk"></span><span class="sk"></span></div>
    }
  </section>`,
  imports: [AssignmentState, DueDay, Icon, RouterLink, TieHereDialog, TranslocoDirective],
  providers: [provideWords(assignmentsWords)],
})
export class AnsweredAssignments {
  private readonly words = inject(ProblemWords);
  private readonly requests = inject(AssignmentRequests);
  private readonly store = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly goalId = input<string>();
  readonly actionId = input<string>();
  protected readonly about = computed((): Record<string, string> => {
    const [goal, action] = [this.goalId(), this.actionId()];
    return goal ? { goal } : action ? { action } : {};
  });
  private readonly source = assignmentList(() => ({ ...this.about(), size: '10' }));
  protected readonly page = keepLatest(this.source);
  protected readonly problem = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));

  protected readonly tying = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly mayTie = computed(() =>
    ['county_staff', 'county_admin'].includes(this.store.acting()?.role ?? ''),
  );
  protected readonly tied = computed(() => (this.page()?.items ?? []).map(({ id }) => id));

  constructor() {
    reloadOn('assignments', this.source);
  }

  protected async tie(assignmentId: string): Promise<void> {
    this.tying.set(false);
    if (!(await this.doing('tie', assignmentId))) return;
    await this.toasts.show(this.transloco.translate('assignments.answers.tied'), {
      label: this.transloco.translate('assignments.undo'),
      run: () => void this.doing('untie', assignmentId),
    });
  }

  private async doing(deed: 'tie' | 'untie', assignmentId: string): Promise<boolean> {
    this.refusal.set(null);
    const [goal, action] = [this.goalId(), this.actionId()];
    try {
      await this.requests[deed](assignmentId, goal ? 'goals' : 'actions', goal ?? action ?? '');
      this.source.reload();
      return true;
    } catch (error) {
      this.refusal.set(this.words.of(error));
      return false;
    }
  }
}
