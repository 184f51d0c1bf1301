import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ConsultationAnswers } from '@samverkan/consultations/contract';
import { HumanDatePipe, Icon, type IconName } from '@samverkan/shared/portal';

const icons: Record<'comment' | 'none' | 'silent', IconName> = { comment: 'list', none: 'check', silent: 'minus' };

/** Who was asked × each goal: a comment, no comment, or nothing said yet. */
@Component({
  selector: 'sam-answers-matrix',
  templateUrl: './answers-matrix.html',
  styleUrl: './answers-matrix.scss',
  imports: [HumanDatePipe, Icon, RouterLink, TranslocoDirective],
})
export class AnswersMatrix {
  readonly answers = input.required<ConsultationAnswers>();
  readonly busy = input(false);
  readonly withdrawn = output<string>();
  protected readonly places = computed(() => [
    ...this.answers().goals.map(({ id, number, title }) => ({ id, number, title })),
    { id: 'whole', number: '', title: '' },
  ]);
  protected readonly rows = computed(() =>
    this.answers().invited.map((one) => ({
      ...one,
      cells: this.places().map(({ id }) => {
        const comment = one.comments.find(({ goal }) => (goal?.id ?? 'whole') === id);
        const state = !comment ? ('silent' as const) : comment.text ? ('comment' as const) : ('none' as const);
        return { id, state, icon: icons[state], comment };
      }),
    })),
  );
}
