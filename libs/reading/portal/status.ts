import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

export type StatusFigure = 'draft' | 'planned' | 'ongoing' | 'paused' | 'completed' | 'cancelled' | 'overdue';

/** Status as figure, word and colour. `overdue` is said together with the status it has. */
@Component({
  selector: 'sam-status',
  templateUrl: './status.html',
  imports: [TranslocoDirective],
})
export class Status {
  readonly status = input.required<Exclude<StatusFigure, 'overdue'>>();
  readonly overdue = input(false);
  protected readonly figure = computed<StatusFigure>(() => (this.overdue() ? 'overdue' : this.status()));
}
