import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Person } from '@samverkan/identity/contract';
import { Dialog } from '@samverkan/writing/portal';

/** Closing an account puts somebody out at once, so it is asked about. */
@Component({
  selector: 'sam-close-account-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('identity.people.close.heading')" (closed)="closed.emit()">
      <p>{{ t('identity.people.close.intro', { name: person().name }) }}</p>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('identity.people.end.back') }}</button>
        <button type="button" class="btn fill" (click)="chosen.emit()">{{ t('identity.people.close.send') }}</button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, TranslocoDirective],
})
export class CloseAccountDialog {
  readonly person = input.required<Person>();
  readonly chosen = output();
  readonly closed = output();
}
