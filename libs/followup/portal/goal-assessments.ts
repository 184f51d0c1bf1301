import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Language, ProblemWords, keepLatest, provideWords, reloadOn } from '@samverkan/shared/portal';
import { AssessmentBody } from './assessment-body';
import { assessmentsOf } from './assessments.data';
import { followupWords } from './followup-words';

const first = 3;

/** What has been judged of a goal, the newest first, and of the goals it comes from. */
@Component({
  selector: 'sam-goal-assessments',
  template: `<section class="sec" aria-labelledby="goal-assessments" *transloco="let t">
    <div class="sec-h">
      <h2 id="goal-assessments">{{ t('followup.heading') }}</h2>
    </div>
    @if (problem(); as words) {
      <div class="note err" role="alert">
        <div>
          {{ words }}
          <div class="acts">
            <button type="button" class="btn line sm" (click)="source.reload()">{{ t('shared.list.again') }}</button>
          </div>
        </div>
      </div>
    } @else if (found(); as all) {
      <ol class="judged">
        @for (one of shown(); track one.id) {
          <li>
            <h3>
              <a [routerLink]="['/bedomningar', one.id]">{{
                one.goal.id === goalId()
                  ? t('followup.by', { party: one.organization.name })
                  : t('followup.by.before', { party: one.organization.name, plan: one.goal.strategyShortTitle })
              }}</a>
            </h3>
            <sam-assessment-body [assessment]="one" />
          </li>
        } @empty {
          <li class="muted">{{ t(all.mayAssess ? 'followup.none.write' : 'followup.none') }}</li>
        }
      </ol>
      <div class="acts">
        @if (all.mayAssess) {
          <a class="btn line" [routerLink]="['/bedomningar/ny', goalId()]">{{ t('followup.write') }}</a>
        }
        @if (all.items.length > shown().length) {
          <button type="button" class="btn text" (click)="everything.set(true)">
            {{ t('followup.all', { count: all.items.length }) }}
          </button>
        }
        @if (plan(); as plan) {
          <span class="small">{{ t('followup.export') }}</span>
          @for (format of formats; track format) {
            <a class="btn text sm" [href]="fileOf(plan, format)" download>{{ t('followup.export.' + format) }}</a>
          }
        }
      </div>
    } @else {
      <div class="skl"><span class="sk"></span><span class="sk"></span></div>
    }
  </section>`,
  styles: `
    .judged {
      display: grid;
      gap: var(--sam-5);
      margin: var(--sam-4) 0;
      padding: 0;
      list-style: none;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--sam-2) var(--sam-4);
    }
  `,
  imports: [AssessmentBody, RouterLink, TranslocoDirective],
  providers: [provideWords(followupWords)],
})
export class GoalAssessments {
  private readonly words = inject(ProblemWords);
  private readonly language = inject(Language);
  readonly goalId = input.required<string>();
  protected readonly source = assessmentsOf(this.goalId);
  protected readonly found = keepLatest(this.source);
  protected readonly everything = signal(false);
  protected readonly formats = ['xlsx', 'csv'] as const;
  /** The goal's own strategy, once something has been judged in it. */
  protected readonly plan = computed(
    () => this.found()?.items.find(({ goal, signedAt }) => goal.id === this.goalId() && signedAt)?.goal.strategyId,
  );
  protected readonly shown = computed(() =>
    (this.found()?.items ?? []).slice(0, this.everything() ? undefined : first),
  );
  protected readonly problem = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));

  constructor() {
    reloadOn('followup', this.source);
  }

  protected fileOf(strategy: string, format: 'xlsx' | 'csv'): string {
    return `/api/assessments/export?strategy=${strategy}&format=${format}&lang=${this.language.current()}`;
  }
}
