import { Component, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactFunction, ContactVisibility } from '@samverkan/contacts/contract';
import { Dialog } from '@samverkan/writing/portal';
import { audienceOf } from './contacts.data';
import { VisibilityRadios } from './visibility-radios';

/** Widens or narrows who sees the function, with the parties named before the choice is made. */
@Component({
  selector: 'sam-contact-visibility-dialog',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('contacts.visibility.heading')" (closed)="closed.emit()">
      <p class="muted">{{ t('contacts.visibility.intro') }}</p>
      <div class="form">
        <sam-contact-visibility-radios [(value)]="value" [preview]="audience.value()" />
      </div>
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('contacts.dialog.back') }}</button>
        <button type="button" class="btn fill" (click)="chosen.emit(value())">
          {{ t('contacts.visibility.show.' + value()) }}
        </button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [Dialog, TranslocoDirective, VisibilityRadios],
})
export class VisibilityDialog {
  readonly contact = input.required<ContactFunction>();
  readonly chosen = output<ContactVisibility>();
  readonly closed = output();
  protected readonly value = linkedSignal(() => this.contact().visibility as ContactVisibility);
  protected readonly audience = audienceOf(() => this.contact().id);
}
