import { Component, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Dialog } from '@samverkan/writing/portal';

/** Before a training is cancelled: who is written to. */
@Component({
  selector: 'sam-offer-cancel-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('learning.cancel.heading')" (closed)="closed.emit()">
      <p>{{ t('learning.cancel.text') }}</p>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('learning.cancel.let-be') }}</button>
        <button type="button" class="btn fill" (click)="confirmed.emit()">{{ t('learning.verb.cancel') }}</button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, TranslocoDirective],
})
export class OfferCancelDialog {
  readonly confirmed = output();
  readonly closed = output();
}
