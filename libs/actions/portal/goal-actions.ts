import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { Status } from '@samverkan/reading/portal';
import { Icon, ProblemWords, keepLatest, plural, provideWords, reloadOn } from '@samverkan/shared/portal';
import { actionList } from './actions.data';
import { actionsWords } from './actions-words';
import { PlaceWords } from './place-words';

const shown = 10;

/** What is done towards a goal: every action the person may see, with owners, place and status. New ones come by themselves. */
@Component({
  selector: 'sam-goal-actions',
  templateUrl: './goal-actions.html',
  imports: [Icon, RouterLink, Status, TranslocoDirective],
  providers: [provideWords(actionsWords)],
})
export class GoalActions {
  private readonly words = inject(ProblemWords);
  readonly goalId = input.required<string>();
  private readonly source = actionList(() => ({
    goal: this.goalId(),
    sort: 'status',
    order: 'asc',
    size: String(shown),
  }));
  protected readonly places = inject(PlaceWords);
  protected readonly page = keepLatest(this.source);
  private readonly session = inject(SessionStore);
  protected readonly mayLog = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.session.acting()?.role ?? ''),
  );
  protected readonly plural = plural;
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });

  constructor() {
    reloadOn('actions', this.source);
  }
}
