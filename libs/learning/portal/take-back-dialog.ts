import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Dialog } from '@samverkan/writing/portal';

/** Before a sheet of completions is taken back: what goes. */
@Component({
  selector: 'sam-take-back-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('learning.completions.undo-heading')" (closed)="closed.emit()">
      <p>{{ text() }}</p>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('learning.completions.let-be') }}</button>
        <button type="button" class="btn fill" [disabled]="busy()" (click)="confirmed.emit()">
          {{ t('learning.completions.undo') }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, TranslocoDirective],
})
export class TakeBackDialog {
  readonly text = input.required<string>();
  readonly busy = input(false);
  readonly confirmed = output();
  readonly closed = output();
}
