import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AssessmentLevel } from '@samverkan/followup/contract';
import { Icon, type IconName } from '@samverkan/shared/portal';

const looks: Record<AssessmentLevel, { look: string; icon: IconName }> = {
  on_way: { look: 'ongoing', icon: 'right' },
  needs_more: { look: 'overdue', icon: 'warning' },
  stalled: { look: 'cancelled', icon: 'minus' },
  reached: { look: 'completed', icon: 'check' },
};

/** How it goes with a goal: figure, word and colour. */
@Component({
  selector: 'sam-assessment-level',
  template: `<span *transloco="let t" [class]="'st st-' + is().look"
    ><sam-icon [name]="is().icon" />{{ t('followup.level.' + level()) }}</span
  >`,
  imports: [Icon, TranslocoDirective],
})
export class AssessmentLevelMark {
  readonly level = input.required<AssessmentLevel>();
  protected readonly is = computed(() => looks[this.level()]);
}
