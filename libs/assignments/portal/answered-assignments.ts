import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemWords, keepLatest, provideWords, reloadOn } from '@samverkan/shared/portal';
import { AssignmentState } from './assignment-state';
import { assignmentList } from './assignments.data';
import { assignmentsWords } from './assignments-words';
import { DueDay } from './due-day';

/** The government assignments that a goal, or an action, answers to, beside it. */
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
      @if (found.total > found.items.length) {
        <p>
          <a class="small" routerLink="/uppdrag" [queryParams]="about()">{{ t('assignments.answers.all') }}</a>
        </p>
      }
    } @else {
      <div class="skl"><span class="sk"></span><span class="sk"></span></div>
    }
  </section>`,
  imports: [AssignmentState, DueDay, RouterLink, TranslocoDirective],
  providers: [provideWords(assignmentsWords)],
})
export class AnsweredAssignments {
  private readonly words = inject(ProblemWords);
  readonly goalId = input<string>();
  readonly actionId = input<string>();
  protected readonly about = computed((): Record<string, string> => {
    const [goal, action] = [this.goalId(), this.actionId()];
    return goal ? { goal } : action ? { action } : {};
  });
  private readonly source = assignmentList(() => ({ ...this.about(), size: '10' }));
  protected readonly page = keepLatest(this.source);
  protected readonly problem = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));

  constructor() {
    reloadOn('assignments', this.source);
  }
}
