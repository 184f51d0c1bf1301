import { Component, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactSummary, Handover, HandoverItem } from '@samverkan/contacts/contract';
import { HandoverMoveDialog } from './handover-move-dialog';

interface Piece {
  handover: Handover;
  item: HandoverItem;
}

/** What parties of the county ask the county board to take care of: one of its own functions takes it, or it goes back. */
@Component({
  selector: 'sam-handover-asked',
  template: `<ng-container *transloco="let t">
    <section class="sec" id="lanet" aria-labelledby="asked">
      <h2 id="asked">{{ t('contacts.handover.asked') }}</h2>
      @for (handover of handovers(); track handover.id) {
        <h3 class="eyebrow">{{ handover.organization.name }}, {{ handover.function.title }}</h3>
        <ul class="hand">
          @for (item of handover.items; track item.objectId) {
            <li>
              <h4>
                <a [routerLink]="item.path">{{ item.title }}</a>
              </h4>
              <div class="row-acts">
                @if (functions().length > 0) {
                  <button type="button" class="btn tonal sm" (click)="taking.set({ handover, item })">
                    {{ t('contacts.handover.take-care') }}<span class="vh">: {{ item.title }}</span>
                  </button>
                }
                <button
                  type="button"
                  class="btn line sm"
                  [attr.aria-disabled]="busy()"
                  (click)="answered.emit({ handover, item, toFunctionId: null })"
                >
                  {{ t('contacts.handover.give-back') }}<span class="vh">: {{ item.title }}</span>
                </button>
              </div>
            </li>
          }
        </ul>
      } @empty {
        <p class="muted">{{ t('contacts.handover.asked.none') }}</p>
      }
    </section>
    @if (taking(); as piece) {
      <sam-handover-move-dialog [functions]="functions()" (chosen)="take(piece, $event)" (closed)="taking.set(null)" />
    }
  </ng-container>`,
  imports: [HandoverMoveDialog, RouterLink, TranslocoDirective],
})
export class HandoverAsked {
  readonly handovers = input.required<readonly Handover[]>();
  readonly functions = input.required<readonly ContactSummary[]>();
  readonly busy = input(false);
  readonly answered = output<Piece & { toFunctionId: string | null }>();
  protected readonly taking = signal<Piece | null>(null);

  protected take(piece: Piece, toFunctionId: string): void {
    this.taking.set(null);
    this.answered.emit({ ...piece, toFunctionId });
  }
}
