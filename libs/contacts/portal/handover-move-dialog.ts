import { Component, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactSummary } from '@samverkan/contacts/contract';
import { HumanDatePipe } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';

/** Which function takes it. */
@Component({
  selector: 'sam-handover-move-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('contacts.handover.move.heading')" (closed)="closed.emit()">
      <form class="form" (submit)="send($event)">
        <ul class="choices">
          @for (one of functions(); track one.id) {
            <li>
              <label class="choice"
                ><input
                  type="radio"
                  name="handover-to"
                  [value]="one.id"
                  [checked]="to() === one.id"
                  (change)="to.set(one.id)"
                /><span
                  >{{ one.title }}
                  <small>{{
                    one.vacantSince
                      ? t('contacts.vacant-since', { day: (one.vacantSince | humanDate) })
                      : (one.holderName ?? '')
                  }}</small></span
                ></label
              >
            </li>
          }
        </ul>
        <div class="acts">
          <button type="button" class="btn line" (click)="dialog.close()">{{ t('contacts.dialog.back') }}</button>
          <button type="submit" class="btn fill" [attr.aria-disabled]="!to()">
            {{ t('contacts.handover.move.do') }}
          </button>
        </div>
      </form>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, HumanDatePipe, TranslocoDirective],
})
export class HandoverMoveDialog {
  readonly functions = input.required<readonly ContactSummary[]>();
  readonly chosen = output<string>();
  readonly closed = output();
  protected readonly to = signal('');

  protected send(event: Event): void {
    event.preventDefault();
    if (this.to()) this.chosen.emit(this.to());
  }
}
