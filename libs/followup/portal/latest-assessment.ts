import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { HumanDatePipe, provideWords } from '@samverkan/shared/portal';
import { AssessmentLevelMark } from './assessment-level';
import { followupWords } from './followup-words';
import { LatestWords } from './latest-words';

/** The latest word on a goal, beside it in its strategy. Nothing where nobody has judged it. */
@Component({
  selector: 'sam-latest-assessment',
  template: `<ng-container *transloco="let t">
    @if (latest(); as one) {
      <p class="small">
        <sam-assessment-level [level]="one.level" />
        <a [routerLink]="['/bedomningar', one.id]">{{
          t('followup.latest', { party: one.organization.name, day: (one.assessedOn | humanDate) })
        }}</a>
        @if (one.from; as plan) {
          <span class="muted">{{ t('followup.latest.before', { plan }) }}</span>
        }
      </p>
    }
  </ng-container>`,
  imports: [AssessmentLevelMark, HumanDatePipe, RouterLink, TranslocoDirective],
  providers: [provideWords(followupWords)],
})
export class LatestAssessment {
  private readonly words = inject(LatestWords);
  readonly goalId = input.required<string>();
  readonly strategyId = input.required<string>();
  protected readonly latest = computed(() => this.words.of(this.strategyId(), this.goalId()));

  constructor() {
    effect(() => {
      const strategy = this.strategyId();
      untracked(() => this.words.fetch(strategy));
    });
  }
}
