import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Handover, HandoverItem } from '@samverkan/contacts/contract';
import { Status, type StatusFigure } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon } from '@samverkan/shared/portal';

/** One function that somebody has left, and each piece of what was open with it. */
@Component({
  selector: 'sam-handover-pieces',
  templateUrl: './handover-pieces.html',
  imports: [HumanDatePipe, Icon, RouterLink, Status, TranslocoDirective],
})
export class HandoverPieces {
  readonly handover = input.required<Handover>();
  readonly busy = input(false);
  readonly canMove = input(false);
  readonly taken = output<readonly HandoverItem[]>();
  readonly asked = output<HandoverItem>();
  readonly moving = output<readonly HandoverItem[]>();
  readonly closing = output<HandoverItem>();
  readonly undone = output<HandoverItem>();
  protected readonly left = computed(() => this.handover().items.filter(({ decision }) => decision === null));
  protected readonly done = computed(() => this.handover().items.length - this.left().length);
  /** Pieces by area, in the order they came. */
  protected readonly groups = computed(() => {
    const areas = [...new Set(this.handover().items.map(({ area }) => area))];
    return areas.map((area) => ({ area, items: this.handover().items.filter((item) => item.area === area) }));
  });

  protected figure(item: HandoverItem): Exclude<StatusFigure, 'overdue'> | null {
    return item.area === 'actions' && item.state ? (item.state as Exclude<StatusFigure, 'overdue'>) : null;
  }
}
