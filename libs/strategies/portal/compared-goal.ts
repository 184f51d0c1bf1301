import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Goal } from '@samverkan/strategies/contract';
import { TextDiff } from './text-diff';

/** A goal on its side of a comparison, its words marked where the goal beside it says something else. */
@Component({
  selector: 'sam-compared-goal',
  template: `<ng-container *transloco="let t">
    <p class="goal" lang="sv">
      <span class="nr">{{ goal().number }}</span>
      <a [routerLink]="['/strategier', strategyId(), 'mal', goal().id]">
        <sam-text-diff [before]="words().title[0]" [after]="words().title[1]" [side]="side()" />
      </a>
      @if (goal().kind === 'measure') {
        <span class="small muted" [attr.lang]="t('strategies.lang')">{{ t('strategies.goal.kind.measure') }}</span>
      }
    </p>
    @for (line of lines(); track line.key) {
      <p class="small">
        @if (line.key !== 'text') {
          <span class="muted">{{ t('strategies.compare.' + line.key) }}: </span>
        }
        <sam-text-diff lang="sv" [before]="line.before" [after]="line.after" [side]="side()" />
      </p>
    }
  </ng-container>`,
  styleUrl: './compared-goal.scss',
  imports: [RouterLink, TextDiff, TranslocoDirective],
})
export class ComparedGoal {
  readonly goal = input.required<Goal>();
  readonly strategyId = input.required<string>();
  readonly side = input.required<'before' | 'after'>();
  /** The goal beside it, when there is exactly one: else nothing is marked. */
  readonly beside = input<Goal | null>(null);
  protected readonly words = computed(() => {
    const pair = (of: (goal: Goal) => string): [string, string] => {
      const [mine, theirs] = [of(this.goal()), of(this.beside() ?? this.goal())];
      return this.side() === 'before' ? [mine, theirs] : [theirs, mine];
    };
    return {
      title: pair(({ title }) => title),
      text: pair(({ text }) => text ?? ''),
      responsible: pair(({ responsible }) => responsible?.name ?? ''),
      indicators: pair(({ indicators }) => indicators.join('; ')),
      serves: pair(({ serves }) =>
        serves.map(({ strategy, goal: { number } }) => `${strategy.shortTitle}: ${number}`).join('; '),
      ),
    };
  });
  protected readonly lines = computed(() =>
    (['text', 'responsible', 'indicators', 'serves'] as const)
      .map((key) => ({ key, before: this.words()[key][0], after: this.words()[key][1] }))
      .filter(({ before, after }) => (this.side() === 'before' ? before : after) !== ''),
  );
}
